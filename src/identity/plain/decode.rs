//! Character references, percent-encoding and backslashes.

use super::{Form, Unit};

/// The characters of a text, encoded ones decoded.
pub(super) fn units(text: &str, form: Form) -> Vec<Unit> {
    let mut units = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let next = match c {
            '&' => reference(rest).map(|(c, length)| {
                units.push(Unit { c, from: at, until: at + length });
                length
            }),
            '%' => percent(rest).map(|(decoded, length)| {
                // All decoded characters come from the whole sequence, save where each has three bytes of its own.
                let each = if decoded.is_ascii() { 3 } else { 0 };
                for (n, c) in decoded.chars().enumerate() {
                    let (from, until) = if each > 0 { (at + n * each, at + (n + 1) * each) } else { (at, at + length) };
                    units.push(Unit { c, from, until });
                }
                length
            }),
            '\\' if form == Form::Markdown && rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => Some(1),
            _ => None,
        };
        let length = next.unwrap_or_else(|| {
            units.push(Unit { c, from: at, until: at + c.len_utf8() });
            c.len_utf8()
        });
        at += length;
    }
    units
}

/// The character that a reference at the head of `text` stands for, and the reference's length.
fn reference(text: &str) -> Option<(char, usize)> {
    let body = &text[1..];
    if let Some(number) = body.strip_prefix('#') {
        let (radix, digits) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (16, digits),
            None => (10, number),
        };
        let length = digits.bytes().take(8).take_while(|byte| char::from(*byte).is_digit(radix)).count();
        let c = char::from_u32(u32::from_str_radix(&digits[..length], radix).ok()?)?;
        let mut end = text.len() - digits.len() + length;
        end += usize::from(text[end..].starts_with(';'));
        return (c != '\0').then_some((c, end));
    }
    let length = body.bytes().take(16).take_while(u8::is_ascii_alphanumeric).count();
    if !body[length..].starts_with(';') {
        return None;
    }
    let name = &body[..length];
    // An ampersand may itself be written as a reference: `&amp;#64;`.
    if name == "amp" && body[length + 1..].starts_with('#') {
        let inner = format!("&{}", body[length + 1..].chars().take(12).collect::<String>());
        if let Some((c, inner_length)) = reference(&inner) {
            return Some((c, length + 1 + inner_length));
        }
    }
    named(name).map(|c| (c, length + 2))
}

fn named(name: &str) -> Option<char> {
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" | "ldquo" | "rdquo" => '"',
        "apos" | "lsquo" | "rsquo" | "prime" => '\'',
        "nbsp" | "ensp" | "emsp" | "thinsp" | "hairsp" => '\u{a0}',
        "Tab" | "NewLine" => ' ',
        "hyphen" | "dash" | "ndash" | "minus" => '-',
        "mdash" => '\u{2014}',
        "commat" => '@',
        "period" => '.',
        "middot" | "centerdot" => '\u{b7}',
        "num" => '#',
        "sol" => '/',
        "bsol" => '\\',
        "lowbar" | "UnderBar" => '_',
        "colon" => ':',
        "semi" => ';',
        "comma" => ',',
        "lpar" => '(',
        "rpar" => ')',
        "lsqb" | "lbrack" => '[',
        "rsqb" | "rbrack" => ']',
        "plus" => '+',
        "equals" => '=',
        "percnt" => '%',
        "ast" | "midast" => '*',
        "excl" => '!',
        "quest" => '?',
        "shy" | "zwj" | "zwnj" | "ZeroWidthSpace" | "NoBreak" | "lrm" | "rlm" => '\u{ad}',
        "deg" => '\u{b0}',
        "szlig" => 'ß',
        "aelig" => 'æ',
        "AElig" => 'Æ',
        "oslash" => 'ø',
        "Oslash" => 'Ø',
        "eth" => 'ð',
        "thorn" => 'þ',
        "lstrok" => 'ł',
        "Lstrok" => 'Ł',
        "inodot" => 'ı',
        _ => return accented(name),
    };
    Some(c)
}

fn accented(name: &str) -> Option<char> {
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let mark = match &name[1..] {
        "acute" => '\u{301}',
        "grave" => '\u{300}',
        "uml" => '\u{308}',
        "circ" => '\u{302}',
        "tilde" => '\u{303}',
        "cedil" => '\u{327}',
        "ring" => '\u{30a}',
        "caron" => '\u{30c}',
        "breve" => '\u{306}',
        "ogon" => '\u{328}',
        "macr" => '\u{304}',
        "dot" => '\u{307}',
        _ => return None,
    };
    unicode_normalization::char::compose(letter, mark)
}

/// The characters that a run of `%XX` stands for, and the run's length.
fn percent(text: &str) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::new();
    let mut length = 0;
    while bytes.get(length) == Some(&b'%') {
        let Some(value) = bytes.get(length + 1..length + 3).and_then(hex) else { break };
        // A character that began as ASCII ends here, so that each keeps its own place.
        if decoded.first().is_some_and(u8::is_ascii) || (value.is_ascii() && !decoded.is_empty()) {
            break;
        }
        decoded.push(value);
        length += 3;
    }
    let decoded = String::from_utf8(decoded).ok()?;
    let ordinary = !decoded.is_empty() && !decoded.chars().any(char::is_control);
    ordinary.then_some((decoded, length))
}

fn hex(pair: &[u8]) -> Option<u8> {
    let value = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(value(pair[0])? * 16 + value(pair[1])?).ok()
}
