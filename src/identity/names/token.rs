//! Words of a plain text, with their shape, what the lists say of them and whether they begin a sentence.

use super::words::{is_in, words};
use std::borrow::Cow;
use std::ops::{Deref, Range};

use rustc_hash::FxHashSet;

use super::lists::{Flags, LISTS, folded};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Lower,
    /// `Alfie`, `O'Brien`, `McKenzie`.
    Capital,
    /// `ALFIE`.
    Upper,
    /// `WhatsApp`.
    Mixed,
    /// `J` of `J. Smith`, or a single capital letter.
    Initial,
    /// Begins with a digit.
    Number,
}

/// A word in lower case. Most words of a text are written so already, and need no room of their own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Word<'t>(Cow<'t, str>);

impl Word<'_> {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Word<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Word<'_> {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for Word<'_> {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

/// A word or number.
#[derive(Clone, Debug)]
pub(crate) struct Token<'t> {
    pub(crate) text: &'t str,
    pub(crate) range: Range<usize>,
    /// In lower case, without marks and without the `'s` of a possessive.
    pub(crate) word: Word<'t>,
    pub(crate) shape: Shape,
    pub(crate) flags: Flags,
    pub(crate) possessive: bool,
    /// Stands where any word is written with a capital.
    pub(crate) starts: bool,
    /// What stands between the word before and this one.
    pub(crate) gap: &'t str,
    /// Number of its sentence.
    pub(crate) sentence: usize,
    /// Is part of an e-mail or web address.
    pub(crate) machine: bool,
    /// Belongs to something that is public or was found.
    pub(crate) taken: bool,
}

impl Token<'_> {
    pub(crate) fn is(&self, flag: Flags) -> bool {
        self.flags.has(flag)
    }

    pub(crate) fn is_capital(&self) -> bool {
        self.shape == Shape::Capital
    }

    pub(crate) fn is_ordinary(&self) -> bool {
        self.is(Flags::ORDINARY)
    }

    /// On no list at all.
    pub(crate) fn is_unknown(&self) -> bool {
        self.flags.is_none()
    }

    /// Follows the word before it after a space (or hyphen).
    pub(crate) fn is_joined(&self) -> bool {
        matches!(self.gap, " " | "-" | ". " | ".") && !self.starts
    }

    /// The end of the word without its possessive.
    pub(crate) fn end(&self) -> usize {
        if self.possessive { self.range.start + owner(self.text).len() } else { self.range.end }
    }
}

words! {
    /// Words after whose full stop a sentence goes on.
    SHORTENED = "max min tel ext fig vol dept mr mrs ms mx dr prof rev revd fr sr jr st sgt insp cllr hon no nos vs etc approx para ed eg ie ref";
}

/// The words of a text.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len() / 6);
    let mut chars = text.char_indices().peekable();
    let mut sentence = 0;
    while let Some((start, first)) = chars.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            let inside =
                is_word(c) || (is_joint(c, first) && text[at + c.len_utf8()..].starts_with(char::is_alphanumeric));
            if !inside {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        let before = tokens.last().map_or(0, |last| last.range.end);
        let gap = &text[before..start];
        let starts = tokens.last().is_none_or(|last| begins(last, gap));
        sentence += usize::from(starts && !gap.trim_end().ends_with([',', '"', '\'']));
        tokens.push(token(text, start..end, gap, starts, sentence));
    }
    mark_machine(text, &mut tokens);
    learn_lower_case(&mut tokens);
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_joint(c: char, first: char) -> bool {
    matches!(c, '\'' | '-' | '’' | '‘' | '‐' | '‑') || (first.is_ascii_digit() && matches!(c, '/' | '.' | ','))
}

fn token<'t>(text: &'t str, range: Range<usize>, gap: &'t str, starts: bool, sentence: usize) -> Token<'t> {
    let written = &text[range.clone()];
    let word = folded(written);
    let possessive = word.ends_with("'s");
    let word = if possessive { without_owner(word) } else { word };
    let shape = shape(written, possessive);
    let mut flags = if shape == Shape::Number { Flags::ORDINARY } else { LISTS.flags(&word) };
    if is_contraction(&word) {
        flags = flags.and(Flags::ORDINARY);
    }
    let shape = match shape {
        Shape::Mixed if flags.has(Flags::GIVEN.and(Flags::SURNAME)) || is_name_cased(written) => Shape::Capital,
        shape => shape,
    };
    let word = Word(word);
    Token { text: written, range, word, shape, flags, possessive, starts, gap, sentence, machine: false, taken: false }
}

/// A folded word without its `'s`.
fn without_owner(word: Cow<'_, str>) -> Cow<'_, str> {
    let stem = word.len() - "'s".len();
    match word {
        Cow::Borrowed(word) => Cow::Borrowed(&word[..stem]),
        Cow::Owned(mut word) => {
            word.truncate(stem);
            Cow::Owned(word)
        }
    }
}

/// A word without its possessive ending.
fn owner(written: &str) -> &str {
    written.trim_end_matches(['s', 'S']).trim_end_matches(['\'', '’', '‘', 'ʼ'])
}

fn shape(written: &str, possessive: bool) -> Shape {
    let stem = if possessive { owner(written) } else { written };
    let mut letters = stem.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next().filter(|_| !stem.starts_with(|c: char| c.is_numeric())) else {
        return Shape::Number;
    };
    let (mut upper, mut lower) = (0, 0);
    let mut inside = false;
    let mut after_joint = false;
    for c in stem.chars().skip(1) {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
        inside |= c.is_uppercase() && !after_joint;
        after_joint = !c.is_alphabetic();
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 0, 0) => Shape::Initial,
        (true, _, 0) => Shape::Upper,
        (true, _, _) if !inside => Shape::Capital,
        (false, 0, _) => Shape::Lower,
        _ => Shape::Mixed,
    }
}

/// `McKenzie`, `MacLeod`, `DeShawn`, `al-Noor`, `O'Shea`.
fn is_name_cased(written: &str) -> bool {
    ["Mc", "Mac", "De", "La", "Le", "Van", "Fitz", "al-", "el-", "ul-", "d'"].iter().any(|head| {
        written.strip_prefix(head).is_some_and(|rest| {
            rest.chars().count() > 2
                && rest.starts_with(char::is_uppercase)
                && rest.chars().skip(1).all(|c| c.is_lowercase() || c == '-')
        })
    })
}

fn is_contraction(word: &str) -> bool {
    ["n't", "'ve", "'ll", "'d", "'m", "'re"].iter().any(|end| word.ends_with(end))
}

/// Whether a word is one that is often cut short by a full stop.
pub(crate) fn is_shortened(word: &str) -> bool {
    is_in(&SHORTENED, word)
}

/// Whether a sentence, cell, value or quotation begins after this gap.
fn begins(last: &Token<'_>, gap: &str) -> bool {
    if gap.contains(['\n', '|', '#', '=', '[', '<', '>', '{', '}']) {
        return true;
    }
    if gap.ends_with(['"', '“', '‘']) || gap.ends_with(" '") {
        return true;
    }
    if !gap.contains(['.', '!', '?', ':', '…', '•']) || !gap.ends_with([' ', '*', '_', '(', '\t', ')', '\'']) {
        return false;
    }
    let shortened = gap.starts_with('.') && (is_in(&SHORTENED, last.word.as_str()) || last.shape == Shape::Initial);
    !shortened
}

/// Marks the words of e-mail and web addresses, which are not looked at as names.
fn mark_machine(text: &str, tokens: &mut [Token<'_>]) {
    // Many words may stand in one chunk, which is looked at once.
    let mut last = (0..0, false);
    for token in tokens {
        if token.range.end <= last.0.end {
            token.machine = last.1;
            continue;
        }
        let stop = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '"' | '|' | '[' | ']');
        let start = text[..token.range.start].rfind(stop).map_or(0, |at| at + 1);
        let start = (start..=token.range.start).find(|&at| text.is_char_boundary(at)).unwrap_or(token.range.start);
        let end = text[token.range.end..].find(stop).map_or(text.len(), |at| token.range.end + at);
        let chunk = &text[start..end];
        token.machine =
            chunk.contains('@') && chunk.contains('.') || chunk.contains("://") || chunk.starts_with("www.");
        last = (start..end, token.machine);
    }
}

/// A word at the start of a sentence that also stands in lower case in this text is an ordinary one. In the middle of
/// a sentence it is not: whoever writes a name in small letters once makes it no word.
fn learn_lower_case(tokens: &mut [Token<'_>]) {
    let lower: FxHashSet<Word<'_>> = tokens
        .iter()
        .filter(|token| token.shape == Shape::Lower && !token.machine && token.is_unknown())
        .filter(|token| token.word.len() > 3)
        .map(|token| token.word.clone())
        .collect();
    for token in tokens
        .iter_mut()
        .filter(|token| token.starts && token.shape != Shape::Lower)
        .filter(|token| token.is_unknown() && lower.contains(&token.word))
    {
        token.flags = Flags::ORDINARY;
    }
}
