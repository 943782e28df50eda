//! A text with the tricks undone that hide a number or a name from a search.

use std::borrow::Cow;
use std::ops::Range;

use super::Form;

mod decode;
mod fold;
mod look_alike;
mod marks;
mod spread;
mod tags;
mod wrap;

/// A plain text and the way back to the text as given.
///
/// Undone are: character references and percent-encoding, invisible characters, full-width and styled letters,
/// combining marks over digits, foreign letters that look like Latin ones, emphasis and tags inside a word, soft
/// line breaks, and letters set apart one by one. Quotation marks, dashes and spaces come out as their plain kind.
#[derive(Clone, Debug)]
pub struct Plain<'a> {
    text: Cow<'a, str>,
    /// Where pieces of the plain text come from; empty if nothing was changed.
    back: Vec<Piece>,
}

/// A piece of the plain text.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where it starts in the plain text.
    at: usize,
    /// Where it comes from.
    from: usize,
    until: usize,
    /// Whether it stands there byte by byte.
    same: bool,
}

/// A character of the plain text in the making, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Unit {
    c: char,
    from: usize,
    until: usize,
}

impl<'a> Plain<'a> {
    /// Makes a text plain.
    pub fn new(text: &'a str, form: Form) -> Self {
        if is_plain(text.as_bytes(), form) {
            return Self { text: Cow::Borrowed(text), back: Vec::new() };
        }
        Self::of_units(text, form, decode::units(text, form))
    }

    /// Makes a text plain as if its hard spaces were not there, if it has any within a word or number: one that cuts
    /// `08-Oc t-2020` hides the date, and one in `Child A` is good printing, so both readings are looked at.
    pub fn without_hard_spaces(text: &'a str, form: Form) -> Option<Self> {
        if !has_hard_space(text) {
            return None;
        }
        let mut units = decode::units(text, form);
        let all = units.len();
        let hard: Vec<bool> = (0..all).map(|n| is_hard_space_within(&units, n)).collect();
        let mut hard = hard.into_iter();
        units.retain(|_| !hard.next().unwrap_or_default());
        (units.len() < all).then(|| Self::of_units(text, form, units))
    }

    fn of_units(text: &'a str, form: Form, mut units: Vec<Unit>) -> Self {
        fold::fold(&mut units);
        if matches!(form, Form::Markdown | Form::Html) {
            tags::drop_inline(&mut units);
        }
        if form == Form::Markdown {
            marks::drop_emphasis(&mut units);
        }
        if form == Form::Path {
            marks::open_underscores(&mut units);
        } else {
            wrap::join_lines(&mut units, form);
        }
        spread::close_up(&mut units);
        look_alike::to_latin(&mut units);
        Self::of(text, &units)
    }

    fn of(given: &'a str, units: &[Unit]) -> Self {
        let mut text = String::with_capacity(given.len());
        let mut back: Vec<Piece> = Vec::new();
        for unit in units {
            let at = text.len();
            text.push(unit.c);
            let same = given[unit.from..].starts_with(unit.c) && unit.until - unit.from == unit.c.len_utf8();
            match back.last_mut() {
                Some(last) if same && last.same && last.until == unit.from => last.until = unit.until,
                _ => back.push(Piece { at, from: unit.from, until: unit.until, same }),
            }
        }
        if text == given {
            Self { text: Cow::Borrowed(given), back: Vec::new() }
        } else {
            Self { text: Cow::Owned(text), back }
        }
    }

    /// The plain text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The range of the text as given that a range of the plain text comes from.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        if self.back.is_empty() || range.is_empty() {
            return range;
        }
        let first = self.piece(range.start);
        let last = self.piece(range.end - 1);
        let start = if first.same { first.from + (range.start - first.at) } else { first.from };
        let end = if last.same { last.from + (range.end - last.at) } else { last.until };
        start..end.max(start)
    }

    fn piece(&self, at: usize) -> Piece {
        let after = self.back.partition_point(|piece| piece.at <= at);
        self.back[after.saturating_sub(1)]
    }
}

/// Spaces that do not break a line, and those of odd widths.
fn is_hard_space(c: char) -> bool {
    !c.is_ascii() && c.is_whitespace() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_hard_space_within(units: &[Unit], n: usize) -> bool {
    let is_part =
        |at: Option<usize>| at.and_then(|at| units.get(at)).is_some_and(|unit| unit.c.is_ascii_alphanumeric());
    is_hard_space(units[n].c) && is_part(n.checked_sub(1)) && is_part(n.checked_add(1))
}

/// Whether a text has a hard space, or a reference that may stand for one.
fn has_hard_space(text: &str) -> bool {
    let holds = |sign: &str| memchr::memmem::find(text.as_bytes(), sign.as_bytes()).is_some();
    holds("&#") || holds("&nbsp") || holds("sp;") || (!text.is_ascii() && text.chars().any(is_hard_space))
}

/// Whether a text surely has nothing to undo. Cheap, and never wrong when it says yes.
fn is_plain(text: &[u8], form: Form) -> bool {
    let odd = |byte: u8| match byte {
        b'&' | b'%' | b'\n' | b'\r' | b'\t' | 0x80.. => true,
        b'*' | b'_' | b'`' | b'~' | b'\\' => form == Form::Markdown || (form == Form::Path && byte == b'_'),
        b'<' => matches!(form, Form::Markdown | Form::Html),
        _ => false,
    };
    if text.iter().any(|&byte| odd(byte)) {
        return false;
    }
    // Single letters and digits apart may be a word spread out; letters among digits may stand for digits.
    let apart = text
        .windows(3)
        .any(|w| w[0].is_ascii_alphanumeric() && !w[1].is_ascii_alphanumeric() && w[2].is_ascii_alphanumeric())
        && text.windows(5).any(|w| {
            w[0].is_ascii_alphanumeric()
                && !w[1].is_ascii_alphanumeric()
                && w[2].is_ascii_alphanumeric()
                && w[1] == w[3]
                && (w[4].is_ascii_alphanumeric() || (w[2].is_ascii_digit() && b"/-.".contains(&w[4])))
        });
    let mixed = text.windows(2).any(|w| {
        (w[0].is_ascii_digit() && look_alike::digit(char::from(w[1])).is_some())
            || (w[1].is_ascii_digit() && look_alike::digit(char::from(w[0])).is_some())
    });
    !apart && !mixed
}

#[cfg(test)]
mod tests;
