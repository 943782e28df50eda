//! Figures that are long enough to be a person's number, and letters beside figures.

use super::{Anchor, Families, Form};

/// A run of figures with small gaps.
struct Groups {
    /// How long the first groups are.
    lengths: [usize; 4],
    /// The values of the first groups.
    values: [u32; 4],
    groups: usize,
    digits: usize,
    end: usize,
}

/// Looks at the figures that begin at `at`, notes them if they may be a person's, and tells where they end.
pub(super) fn note(text: &str, at: usize, form: Form, anchors: &mut Vec<Anchor>) -> usize {
    let bytes = text.as_bytes();
    let groups = Groups::at(bytes, at, form);
    let before = at.checked_sub(1).map_or(b' ', |n| bytes[n]);
    let after = bytes.get(groups.end).copied().unwrap_or(b' ');
    let mut families = Families::NONE;
    if groups.digits >= 6 && !groups.is_date() && !(form == Form::Html && in_drawing(bytes, at)) {
        families = families | Families::NUMBER;
    } else if (3..6).contains(&groups.digits) && !groups.is_year() && is_reference(bytes, at, before) {
        families = families | Families::REFERENCE;
    }
    if before.is_ascii_alphabetic() || after.is_ascii_alphabetic() || before == b' ' || before == b'-' {
        families = families | beside_letters(bytes, at, &groups);
    }
    if before == b'#' && matches!(groups.lengths[0], 4 | 5) && at > 1 && bytes[at - 2].is_ascii_alphanumeric() {
        families = families | Families::ACCOUNT;
    }
    if families != Families::NONE {
        anchors.push(Anchor { start: at, end: groups.end, families });
    }
    groups.end
}

impl Groups {
    fn at(bytes: &[u8], start: usize, form: Form) -> Self {
        let mut groups = Self { lengths: [0; 4], values: [0; 4], groups: 0, digits: 0, end: start };
        let mut at = start;
        loop {
            let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            if length == 0 {
                return groups;
            }
            if groups.groups < 4 {
                groups.lengths[groups.groups] = length;
                let digits = bytes[at..at + length].iter().take(8);
                groups.values[groups.groups] = digits.fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
            }
            groups.groups += 1;
            groups.digits += length;
            at += length;
            groups.end = at;
            at += gap(&bytes[at..], form);
        }
    }

    /// Whether it is a date, years, or a school year: a date of birth is found by its cue.
    fn is_date(&self) -> bool {
        let year = |n: usize| self.lengths[n] == 4 && (1800..2200).contains(&self.values[n]);
        let short = |n: usize| (1..=2).contains(&self.lengths[n]);
        match self.groups {
            2 => year(0) && (year(1) || short(1)),
            3 => (year(0) && short(1) && short(2)) || (short(0) && short(1) && year(2) && self.values[1] <= 12),
            _ => false,
        }
    }

    fn is_year(&self) -> bool {
        self.groups == 1 && self.lengths[0] == 4 && (1800..2200).contains(&self.values[0])
    }
}

/// How long the small gap between two groups of figures is, 0 if there is none.
fn gap(bytes: &[u8], form: Form) -> usize {
    let mut length = 0;
    let mut lines = 0;
    while let Some(&byte) = bytes.get(length).filter(|_| length < 24) {
        match byte {
            b'0'..=b'9' => return length,
            b'.' if bytes.get(length + 1) == Some(&b' ') => return 0,
            b' ' | b'.' | b'-' | b'/' | b'(' | b')' if length < 8 => length += 1,
            b'*' | b'_' | b'`' | b'~' | b'\\' if form == Form::Markdown => length += 1,
            b'\n' if lines == 0 => {
                lines = 1;
                length += 1;
            }
            b'>' if lines == 1 => length += 1,
            b'<' if matches!(
                bytes.get(length + 1).copied().map(|b| if b == b'/' {
                    bytes.get(length + 2).copied().unwrap_or(b' ')
                } else {
                    b
                }),
                Some(b'b' | b'i' | b'e' | b's' | b'u' | b'w')
            ) =>
            {
                match bytes[length..].iter().take(16).position(|byte| *byte == b'>') {
                    Some(end) => length += end + 1,
                    None => return 0,
                }
            }
            _ => return 0,
        }
    }
    0
}

/// Whether figures belong to a drawing inside a page.
fn in_drawing(bytes: &[u8], at: usize) -> bool {
    let head = &bytes[at.saturating_sub(4096)..at];
    let Some(open) = memchr::memrchr2(b'<', b'>', head).filter(|n| head[*n] == b'<') else { return false };
    [&b"path"[..], b"svg", b"circle", b"rect", b"line", b"poly", b"g ", b"ellipse", b"text", b"use"]
        .iter()
        .any(|name| head[open + 1..].starts_with(name))
}

/// Whether a word before short figures may announce a reference: "CAD 1234", "log no. 233".
fn is_reference(bytes: &[u8], at: usize, before: u8) -> bool {
    const WORDS: &[&[u8]] = &[
        b"ref",
        b"reference",
        b"number",
        b"no",
        b"no.",
        b"id",
        b"cad",
        b"urn",
        b"mrn",
        b"crn",
        b"log",
        b"incident",
        b"case",
        b"file",
        b"mosaic",
        b"ref.",
        b"record",
        b"code",
        b"pnc",
    ];
    if !matches!(before, b' ' | b':' | b'#' | b'/' | b'-') {
        return before.is_ascii_uppercase();
    }
    let head = &bytes[at.saturating_sub(24)..at];
    let end = head.iter().rposition(|byte| byte.is_ascii_alphanumeric() || *byte == b'.').map_or(0, |n| n + 1);
    let start =
        head[..end].iter().rposition(|byte| !byte.is_ascii_alphanumeric() && *byte != b'.').map_or(0, |n| n + 1);
    let word = &head[start..end];
    WORDS.iter().any(|cue| word.eq_ignore_ascii_case(cue))
}

/// Registration marks, postcodes and numbers that begin with letters.
fn beside_letters(bytes: &[u8], at: usize, groups: &Groups) -> Families {
    let capitals_after =
        |from: usize| bytes[from..].iter().take(4).take_while(|byte| byte.is_ascii_uppercase()).count();
    let capitals_before = bytes[..at].iter().rev().take(4).take_while(|byte| byte.is_ascii_uppercase()).count();
    let first = at + groups.lengths[0];
    let gap_after = usize::from(matches!(bytes.get(first), Some(b' ' | b'-')));
    let apart_before = at > 1 && matches!(bytes[at - 1], b' ' | b'-');
    let capitals_apart = if apart_before {
        bytes[..at - 1].iter().rev().take(4).take_while(|byte| byte.is_ascii_uppercase()).count()
    } else {
        0
    };
    let mut families = Families::NONE;
    let current = (1..=2).contains(&capitals_before) && capitals_after(first + gap_after) == 3;
    let older = (capitals_apart == 3 || capitals_before == 3) && capitals_after(first) == 1;
    let northern = (2..=3).contains(&capitals_apart.max(capitals_before))
        && matches!(groups.lengths[0], 3 | 4)
        && groups.groups == 1;
    if current || older || northern {
        families = families | Families::PLATE;
    }
    // The second half of a postcode: a figure and two capitals.
    let last = groups.end - 1;
    let inward = capitals_after(last + 1) == 2 && !bytes.get(last + 3).is_some_and(u8::is_ascii_alphanumeric);
    if inward
        && (groups.digits > 1
            || apart_before && capitals_apart > 0
            || capitals_before > 0
            || last > 2 && bytes[last - 2].is_ascii_alphanumeric())
    {
        families = families | Families::ADDRESS;
    }
    families
}
