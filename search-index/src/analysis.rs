//! From a text to the terms it is found by.
//!
//! Index and query are analysed by the same rules, so whatever is written one way and typed another meets here:
//!
//! - A term is made of letters and digits of any script, in lower case and without accents ([`fold`]).
//! - Apostrophes go: `don’t` is `dont`, `child's` is `child`, `camfanteisio'n` is `camfanteisio`.
//! - Points go from acronyms (`N.R.M.` is `nrm`) and stay between digits (`4.3`); `1,000` is `1000`.
//! - `&` stays between one or two letters on each side (`A&E`, `R & D` is `r&d`), with `ae` as a further term;
//!   between longer words it is nothing.
//! - A hyphenated word of up to four parts is its parts and, as a further term, all of them as one (`run-away`:
//!   `run`, `runaway`, `away`), unless all parts are numbers.
//! - A citation has a further term: `s.47`, `section 47`, `sections 17 and 47`, `section forty-seven` have `s47`.
//!   So have articles (`art8`), schedules (`sch2`), regulations (`reg5`) and paragraphs (`para3`).
//! - A number and its unit are two words with the unit in full: `72hrs`, `72 hrs` and `72h` are `72 hours`; `13yo` is
//!   `13 year old`; `Y9` is `year 9`.
//! - Scripts without spaces give one term a letter. Everything else, emoji included, parts words.

mod citations;
mod fold;
mod scan;
mod stems;
mod stop_words;
mod units;
mod welsh;

pub use fold::fold;
pub use stems::stem;
pub use stop_words::is_stop_word;
pub use welsh::welsh_class;

use std::ops::Range;

use scan::Span;

/// What a text is found by, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// At most 60 bytes, never empty.
    pub term: &'a str,
    /// Its first byte in the text.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// Words are counted from 0. What is not a word has the position of its first word and comes directly after it.
    pub position: u32,
    /// What it is.
    pub kind: Kind,
    /// How many words it stands for, from its position on.
    pub words: u32,
}

/// What a token is. There is exactly one word at each position, and it is the first token there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word.
    Word,
    /// The parts of a hyphenated word as one, or letters around `&` without it.
    Joined,
    /// A citation: `s47`.
    Citation,
    /// U+0004 and the Welsh mutation class of the word ([`welsh_class`]).
    Class,
}

/// Takes texts apart. It keeps its buffers, so one should serve many texts.
#[derive(Clone, Debug, Default)]
pub struct Analyser {
    welsh: bool,
    term: String,
    extra: String,
    part: String,
}

/// How far an analysis has come.
#[derive(Default)]
struct Progress {
    at: usize,
    position: u32,
    after_number: bool,
    /// End of the hyphenated word that was looked at last.
    compound: usize,
}

impl Progress {
    fn emit(&mut self, term: &str, start: usize, end: usize, each: &mut impl FnMut(Token<'_>)) {
        each(Token { term, start, end, position: self.position, kind: Kind::Word, words: 1 });
        self.position = self.position.saturating_add(1);
    }
}

impl Analyser {
    /// In Welsh texts words have their mutation classes, and `adran 47` is a citation too.
    pub fn new(welsh: bool) -> Self {
        Self { welsh, ..Self::default() }
    }

    /// Calls `each` for every token of `text`, in order of position.
    pub fn each(&mut self, text: &str, each: &mut impl FnMut(Token<'_>)) {
        let mut progress = Progress::default();
        while let Some(span) = scan::next(text, progress.at) {
            progress.at = span.end;
            if self.welsh || progress.after_number || !is_plain(text, span) {
                self.word(text, span, &mut progress, each);
            } else if span.marks == scan::LOWER {
                progress.emit(&text[span.start..span.end], span.start, span.end, each);
            } else {
                let term = write_term(&text[span.start..span.end], span, &mut self.term);
                progress.emit(term, span.start, span.end, each);
            }
        }
    }

    /// A word that may be more than its letters.
    fn word(&mut self, text: &str, span: Span, progress: &mut Progress, each: &mut impl FnMut(Token<'_>)) {
        let term = write_term(&text[span.start..span.end], span, &mut self.term);
        if term.is_empty() {
            return;
        }
        let after_number = progress.after_number;
        progress.after_number = term.as_bytes()[0].is_ascii_digit() && span.marks & (scan::LOWER | scan::UPPER) == 0;
        if span.marks & scan::DIGIT != 0 && !progress.after_number && split_unit(term, span, progress, each) {
            return;
        }
        let unit = if after_number { units::behind_number(term) } else { units::anywhere(term) };
        if let Some(unit) = unit {
            return unit.iter().for_each(|word| progress.emit(word, span.start, span.end, each));
        }
        if after_number && term == "y" && is_year_old(text, span.end) {
            progress.at = span.end + 2;
            return ["year", "old"].iter().for_each(|word| progress.emit(word, span.start, progress.at, each));
        }
        let position = progress.position;
        progress.emit(term, span.start, span.end, each);
        self.further(text, span, &mut progress.compound, &mut |term, range, kind, words| {
            each(Token { term: fold::cut(term), start: range.start, end: range.end, position, kind, words });
        });
    }

    /// What a word, which is in the buffer if it is not plain, gives beside itself.
    fn further(
        &mut self,
        text: &str,
        span: Span,
        compound: &mut usize,
        each: &mut impl FnMut(&str, Range<usize>, Kind, u32),
    ) {
        let Self { welsh, term: buffer, extra, part } = self;
        let term = write_term(&text[span.start..span.end], span, buffer);
        let own = span.start..span.end;
        if *welsh {
            extra.clear();
            extra.push(welsh::CLASS);
            if welsh::write(term, extra) {
                each(extra, own.clone(), Kind::Class, 1);
            }
        }
        extra.clear();
        if let Some((head, number)) = citations::glued(term, *welsh) {
            extra.extend([head.prefix, number]);
            each(extra, own.clone(), Kind::Citation, 1);
        } else if let Some(head) = citations::head(term, *welsh) {
            let mut first = Some(span.start);
            citations::each(text, span.end, head, extra, &mut |term, number| {
                let start = first.take().unwrap_or(number.start);
                each(term, start..number.end, Kind::Citation, number.words);
            });
        } else if term.contains('&') {
            extra.extend(term.chars().filter(|&letter| letter != '&'));
            each(extra, own, Kind::Joined, 1);
        }
        if span.start >= *compound && scan::hyphen(text, span.end) > 0 {
            extra.clear();
            extra.push_str(term);
            let words = join(text, span, extra, part, compound);
            if (2..=4).contains(&words) && extra.len() <= fold::LONGEST_TERM {
                each(extra, span.start..*compound, Kind::Joined, words);
            }
        }
    }
}

/// Whether a word is nothing but its letters: no hyphen behind it, not the beginning of a citation, and not a unit.
fn is_plain(text: &str, span: Span) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).map_or(0, |byte| byte | 0x20);
    let second = letter(span.start + 1);
    let perhaps = match letter(span.start) {
        b's' => matches!(second, b's' | b'e' | b'c') || span.end == span.start + 1,
        b'a' => second == b'r',
        b'r' => second == b'e',
        b'p' => second == b'a',
        b'h' => second == b'r',
        b'm' => matches!(second, b'i' | b't'),
        b'w' => second == b'k',
        b'y' => second == b'r',
        _ => false,
    };
    !perhaps
        && span.marks & (scan::DIGIT | scan::ODD) == 0
        && span.end - span.start <= fold::LONGEST_TERM
        && !matches!(bytes.get(span.end), Some(b'-' | 0xe2))
}

fn write_term<'a>(raw: &'a str, span: Span, buffer: &'a mut String) -> &'a str {
    if span.marks & scan::ODD != 0 {
        fold::term(raw, buffer);
        buffer
    } else if span.marks & scan::UPPER != 0 {
        buffer.clear();
        buffer.push_str(fold::cut(raw));
        buffer.make_ascii_lowercase();
        buffer
    } else {
        fold::cut(raw)
    }
}

/// Gives `72hrs` and `yr9` as two words.
fn split_unit(term: &str, span: Span, progress: &mut Progress, each: &mut impl FnMut(Token<'_>)) -> bool {
    let mut emit = |word: &str| progress.emit(word, span.start, span.end, each);
    match units::split(term) {
        Some(units::Split::Behind(number, words)) => {
            emit(number);
            words.iter().for_each(|word| emit(word));
        }
        Some(units::Split::Before(words, number)) => {
            words.iter().for_each(|word| emit(word));
            emit(number);
        }
        None => return false,
    }
    true
}

/// Whether `/o` follows, as in `13 y/o`.
fn is_year_old(text: &str, at: usize) -> bool {
    text[at..].strip_prefix("/o").is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Adds the parts behind the first of a hyphenated word, and says how many words it has; 0 if it is but numbers.
fn join(text: &str, first: Span, joined: &mut String, part: &mut String, end: &mut usize) -> u32 {
    let mut marks = first.marks;
    let mut words = 1;
    *end = first.end;
    loop {
        let hyphen = scan::hyphen(text, *end);
        let next = if hyphen > 0 { scan::next(text, *end + hyphen) } else { None };
        let Some(span) = next else { break };
        if joined.len() <= fold::LONGEST_TERM {
            joined.push_str(write_term(&text[span.start..span.end], span, part));
        }
        marks |= span.marks;
        words += 1;
        *end = span.end;
    }
    if marks & !scan::DIGIT == 0 { 0 } else { words }
}

#[cfg(test)]
mod tests;
