//! Citations of the law: `s.47`, `sec 47`, `section forty-seven` and `sections 17 and 47` all say `s47`.

use super::units;

/// The word before the number of a citation.
#[derive(Clone, Copy)]
pub(super) struct Head {
    /// How the citation's term begins.
    pub prefix: &'static str,
    /// Several numbers may follow.
    plural: bool,
}

/// A number behind a [`Head`].
pub(super) struct Number {
    pub start: usize,
    pub end: usize,
    /// Words from the head to the number, both included.
    pub words: u32,
}

/// Whether a number behind this term would make a citation.
pub(super) fn head(term: &str, welsh: bool) -> Option<Head> {
    let (prefix, plural) = match term {
        "s" | "sec" | "sect" | "section" => ("s", false),
        "ss" | "secs" | "sections" => ("s", true),
        "art" | "article" => ("art", false),
        "arts" | "articles" => ("art", true),
        "sch" | "schedule" => ("sch", false),
        "schs" | "schedules" => ("sch", true),
        "reg" | "regulation" => ("reg", false),
        "regs" | "regulations" => ("reg", true),
        "para" | "paragraph" => ("para", false),
        "paras" | "paragraphs" => ("para", true),
        "adran" if welsh => ("s", false),
        "adrannau" if welsh => ("s", true),
        "erthygl" if welsh => ("art", false),
        "atodlen" if welsh => ("sch", false),
        "rheoliad" if welsh => ("reg", false),
        "paragraff" | "baragraff" if welsh => ("para", false),
        _ => return None,
    };
    Some(Head { prefix, plural })
}

/// A head and number written as one: `section47`.
pub(super) fn glued(term: &str, welsh: bool) -> Option<(Head, &str)> {
    let (name, number) = term.split_at(term.find(|c: char| c.is_ascii_digit())?);
    let head = head(name, welsh)?;
    (name != head.prefix && digits(number) == number.len()).then_some((head, number))
}

/// Calls `each` with the term and place of every citation behind a head that ends at `at`.
pub(super) fn each(text: &str, at: usize, head: Head, term: &mut String, each: &mut impl FnMut(&str, &Number)) {
    let mut at = at;
    let mut words = 1;
    at += usize::from(text[at..].starts_with('.'));
    for _ in 0..16 {
        at += blank(&text[at..]);
        let rest = &text[at..];
        term.clear();
        term.push_str(head.prefix);
        let length = match digits(rest) {
            0 => {
                let Some((value, length, spelled)) = spelled(rest) else { return };
                push_number(value, term);
                words += spelled;
                length
            }
            length => {
                term.push_str(&rest[..length]);
                term.make_ascii_lowercase();
                words += 1;
                length
            }
        };
        each(term, &Number { start: at, end: at + length, words });
        at += length;
        let Some((length, and)) = list(&text[at..], head.plural) else { return };
        at += length;
        words += and;
    }
}

fn push_number(value: u32, term: &mut String) {
    for digit in [value / 10, value % 10] {
        if digit > 0 || term.ends_with(|c: char| c.is_ascii_digit()) {
            term.extend(char::from_digit(digit, 10));
        }
    }
}

/// Bytes of the section number at the beginning: up to four digits and two letters (`47`, `17ZA`) and then no more.
fn digits(text: &str) -> usize {
    let bytes = text.as_bytes();
    let count = |from: usize, is: fn(&u8) -> bool| bytes[from..].iter().take_while(|b| is(b)).count();
    let digits = count(0, u8::is_ascii_digit);
    let end = digits + count(digits, u8::is_ascii_alphabetic);
    let unit = text[digits..end].to_ascii_lowercase();
    let more = text[end..].starts_with(char::is_alphanumeric)
        || (text[end..].starts_with(['.', ',']) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit));
    let sound = (1..=4).contains(&digits) && end - digits <= 2 && !more && units::glued(&unit).is_none();
    if sound { end } else { 0 }
}

/// Bytes between two numbers of a list, and how many of them are words.
fn list(text: &str, plural: bool) -> Option<(usize, u32)> {
    if let Some(rest) = text.strip_prefix('/') {
        return (digits(rest) > 0).then_some((1, 0));
    }
    let spaces = blank(text);
    let rest = &text[spaces..];
    let (length, words) = if !plural {
        return None;
    } else if rest.starts_with(", and ") {
        (6, 1)
    } else if rest.starts_with(',') || rest.starts_with('&') {
        (1, 0)
    } else if spaces > 0 && rest.starts_with("and ") {
        (4, 1)
    } else if spaces > 0 && (rest.starts_with("or ") || rest.starts_with("to ")) {
        (3, 1)
    } else {
        return None;
    };
    Some((spaces + length, words))
}

/// Bytes of up to two spaces. A line break parts blocks of text, so it parts citations too.
fn blank(text: &str) -> usize {
    text.chars().take(2).take_while(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}')).map(char::len_utf8).sum()
}

const ONES: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number from one to ninety-nine in words: value, bytes, words.
fn spelled(text: &str) -> Option<(u32, usize, u32)> {
    let first = word(text);
    if let Some(value) = place(&ONES, first) {
        return Some((value, first.len(), 1));
    }
    let tens = place(&TENS, first).or_else(|| first.eq_ignore_ascii_case("fourty").then_some(4))? * 10;
    let rest = &text[first.len()..];
    let second = rest.strip_prefix(['-', ' ']).map_or("", word);
    match place(&ONES[..10], second) {
        Some(ones) => Some((tens + ones, first.len() + 1 + second.len(), 2)),
        None => Some((tens, first.len(), 1)),
    }
}

fn word(text: &str) -> &str {
    let end = text.bytes().take(12).take_while(u8::is_ascii_alphabetic).count();
    if text[end..].starts_with(char::is_alphanumeric) { "" } else { &text[..end] }
}

fn place(names: &[&str], word: &str) -> Option<u32> {
    let place = names.iter().position(|name| !word.is_empty() && name.eq_ignore_ascii_case(word))?;
    u32::try_from(place).ok()
}
