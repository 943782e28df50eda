//! Where words begin and end.

use unicode_normalization::char::is_combining_mark;

use super::fold::{is_apostrophe, is_ignored};

/// A word as it stands in a text.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub start: usize,
    pub end: usize,
    /// What it is made of: [`LOWER`], [`UPPER`], [`DIGIT`], [`ODD`].
    pub marks: u8,
}

/// It has small ASCII letters.
pub(super) const LOWER: u8 = 1;
/// It has capital ASCII letters.
pub(super) const UPPER: u8 = 2;
/// It has ASCII digits.
pub(super) const DIGIT: u8 = 4;
/// It has something else, so it must be folded letter by letter.
pub(super) const ODD: u8 = 8;
const WORD: u8 = LOWER | UPPER | DIGIT;
/// The word may go on behind this byte: it needs a closer look.
const PERHAPS: u8 = 16;

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'\'' | b'.' | b',' | b'&' | 128.. => PERHAPS,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// The first word at or after `from`, which is the boundary of a letter.
pub(super) fn next(text: &str, from: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let mut start = from;
    loop {
        let class = CLASSES[usize::from(*bytes.get(start)?)];
        if class & WORD != 0 {
            break;
        }
        if class == 0 || bytes[start] < 128 {
            start += 1;
            continue;
        }
        let letter = text[start..].chars().next()?;
        if is_word(letter) {
            break;
        }
        start += letter.len_utf8();
    }
    Some(rest(text, start))
}

fn rest(text: &str, start: usize) -> Span {
    let bytes = text.as_bytes();
    let mut span = Span { start, end: start, marks: 0 };
    loop {
        while let Some(&byte) = bytes.get(span.end) {
            let class = CLASSES[usize::from(byte)];
            if class & WORD == 0 {
                break;
            }
            span.marks |= class;
            span.end += 1;
        }
        let ahead = match bytes.get(span.end) {
            Some(&byte) if byte >= 128 => letter_ahead(text, span),
            Some(b'\'') => apostrophe_ahead(text, span, 1),
            Some(b'.') => point_ahead(bytes, span),
            Some(b',') => comma_ahead(bytes, span),
            Some(b'&') => ampersand_ahead(text, span, span.end, 1),
            Some(b' ') if span.end == start + 1 && bytes[span.end..].starts_with(b" & ") => {
                ampersand_ahead(text, span, span.end, 3)
            }
            _ => 0,
        };
        if ahead == 0 {
            return span;
        }
        span.end += ahead;
        span.marks |= ODD;
        if is_unspaced(first(&text[start..])) && marks_only(text, span) {
            return span;
        }
    }
}

/// Bytes of a letter beyond ASCII that belongs to the word.
fn letter_ahead(text: &str, span: Span) -> usize {
    let letter = first(&text[span.end..]);
    let length = letter.len_utf8();
    if is_apostrophe(letter) {
        return apostrophe_ahead(text, span, length);
    }
    if span.end == span.start {
        return length + marks(&text[span.end + length..]);
    }
    if is_ignored(letter) || is_combining_mark(letter) || (is_word(letter) && !is_unspaced(letter)) {
        length
    } else {
        0
    }
}

fn marks(text: &str) -> usize {
    text.find(|c: char| !is_combining_mark(c)).unwrap_or(text.len())
}

/// Whether there is one letter and its marks so far: the whole word in scripts without spaces.
fn marks_only(text: &str, span: Span) -> bool {
    let mut letters = text[span.start..span.end].chars();
    letters.next().is_some_and(is_unspaced) && letters.all(is_combining_mark)
}

/// An apostrophe belongs to the word between letters; behind a digit only before one (`1990's`).
fn apostrophe_ahead(text: &str, span: Span, length: usize) -> usize {
    let next = text[span.end + length..].chars().next();
    let inside = span.end > span.start && next.is_some_and(|c| c.is_alphabetic() && !is_unspaced(c));
    if inside { length } else { 0 }
}

/// A point belongs to the word between digits (`4.3`) and between the single letters of an acronym (`N.R.M.`).
fn point_ahead(bytes: &[u8], span: Span) -> usize {
    let is = |at: usize, is: fn(&u8) -> bool| bytes.get(at).is_some_and(is);
    let end = span.end;
    if end == span.start {
        return 0;
    }
    if is(end - 1, u8::is_ascii_digit) && is(end + 1, u8::is_ascii_digit) {
        return 1;
    }
    let single = end == span.start + 1 || bytes[end - 2] == b'.';
    let last = !is(end + 2, |&byte| byte >= 128 || byte.is_ascii_alphanumeric());
    let letters = is(end - 1, u8::is_ascii_alphabetic) && is(end + 1, u8::is_ascii_alphabetic);
    usize::from(single && last && letters)
}

/// A comma belongs to the word between groups of three digits (`1,000`).
fn comma_ahead(bytes: &[u8], span: Span) -> usize {
    let before = &bytes[span.start..span.end];
    let group = before.rsplit(|&byte| byte == b',').next().map_or(0, <[u8]>::len);
    let first = before.len() == group;
    let grouped = (first && (1..=3).contains(&group)) || (!first && group == 3);
    let digits = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let after = (1..=3).all(|ahead| digits(span.end + ahead)) && !digits(span.end + 4);
    let number = before[before.len() - group..].iter().all(u8::is_ascii_digit);
    usize::from(grouped && after && number && span.marks & (LOWER | UPPER) == 0)
}

/// `&` joins one or two letters on each side (`A&E`, `R & D`); between longer words it is an `and`.
fn ampersand_ahead(text: &str, span: Span, at: usize, length: usize) -> usize {
    let bytes = text.as_bytes();
    let before = &bytes[span.start..span.end];
    let after = bytes[at + length..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let boundary = !text[at + length + after..].starts_with(|c: char| c.is_alphanumeric() || is_apostrophe(c));
    let most = if length == 1 { 2 } else { 1 };
    let short = (1..=most).contains(&before.len()) && (1..=most).contains(&after);
    if short && boundary && before.iter().all(u8::is_ascii_alphabetic) { length } else { 0 }
}

/// What a word can begin with. Raised and lowered digits are footnotes, mostly.
pub(super) fn is_word(letter: char) -> bool {
    letter.is_alphanumeric()
        && !is_apostrophe(letter)
        && !matches!(letter, '²' | '³' | '¹' | '\u{2070}'..='\u{2089}')
        && !is_ignored(letter)
}

/// Scripts that are written without spaces: each letter is a word.
fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
}

fn first(text: &str) -> char {
    text.chars().next().unwrap_or(' ')
}

/// Bytes of the hyphen that stands at `at` directly before a word, 0 if there is none.
pub(super) fn hyphen(text: &str, at: usize) -> usize {
    let length = match text.as_bytes().get(at) {
        Some(b'-') => 1,
        Some(0xe2) if text[at..].starts_with(['\u{2010}', '\u{2011}']) => 3,
        _ => return 0,
    };
    if text[at + length..].starts_with(is_word) { length } else { 0 }
}
