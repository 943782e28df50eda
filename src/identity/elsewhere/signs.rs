//! Figures, signs and characters that only tricks need.

use super::figures;
use super::{Anchor, Families, Form};

/// How many bytes are looked at together.
const STRIDE: usize = 32;

/// Notes the places of a text where figures or signs of a person's details stand.
pub(super) fn anchors(text: &str, form: Form) -> Vec<Anchor> {
    let bytes = text.as_bytes();
    let mut anchors = Vec::new();
    let mut at = 0;
    while let Some(next) = next_sign(bytes, at) {
        at = match bytes[next] {
            b'0'..=b'9' => figures::note(text, next, form, &mut anchors),
            b'@' => mail(bytes, next, &mut anchors),
            b'&' | b'%' => encoded(bytes, next, &mut anchors),
            _ => beyond_ascii(text, next, &mut anchors),
        };
        at = at.max(next + 1);
    }
    anchors
}

/// The next byte that may belong to something.
fn next_sign(bytes: &[u8], mut at: usize) -> Option<usize> {
    // Whole strides without a sign are passed over at once: without a branch, they are summed up side by side.
    let sign = |byte: u8| {
        let named = u8::from(byte == b'@') | u8::from(byte == b'&') | u8::from(byte == b'%');
        named | u8::from(byte.wrapping_sub(b'0') < 10) | byte >> 7
    };
    while let Some(stride) = bytes.get(at..at + STRIDE).and_then(|stride| <&[u8; STRIDE]>::try_from(stride).ok()) {
        if stride.iter().fold(0, |any, &byte| any | sign(byte)) != 0 {
            break;
        }
        at += STRIDE;
    }
    bytes[at.min(bytes.len())..].iter().position(|&byte| sign(byte) != 0).map(|n| at + n)
}

/// An address at a free provider, or the name of an account.
fn mail(bytes: &[u8], at: usize, anchors: &mut Vec<Anchor>) -> usize {
    const FREE: &[&[u8]] = &[
        b"gmail",
        b"googlemail",
        b"hotmail",
        b"outlook",
        b"live",
        b"yahoo",
        b"ymail",
        b"rocketmail",
        b"icloud",
        b"me.",
        b"mac.",
        b"aol",
        b"msn",
        b"btinternet",
        b"sky",
        b"talktalk",
        b"virgin",
        b"ntlworld",
        b"blueyonder",
        b"proton",
        b"pm.",
        b"gmx",
        b"zoho",
        b"mail.",
        b"fastmail",
        b"tutanota",
        b"tiscali",
        b"orange",
        b"o2.",
        b"wp.",
        b"onet",
        b"interia",
        b"seznam",
        b"rediffmail",
        b"yandex",
    ];
    let rest = &bytes[at + 1..];
    let named = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'.' | b'_' | b'-' | b'+'));
    let free = FREE.iter().any(|name| rest.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name)));
    let spaced = rest.first().is_none_or(|byte| !byte.is_ascii_alphanumeric());
    if free || spaced {
        anchors.push(Anchor { start: at, end: at + 1, families: Families::MAIL });
    } else if !named {
        anchors.push(Anchor { start: at, end: at + 1, families: Families::ACCOUNT });
    }
    at + 1
}

/// A letter, digit or sign of an address that was encoded for no other reason than to hide it.
fn encoded(bytes: &[u8], at: usize, anchors: &mut Vec<Anchor>) -> usize {
    let rest = &bytes[at + 1..bytes.len().min(at + 10)];
    let value = |digits: &[u8], radix: u32| {
        let digits = digits.iter().map_while(|byte| char::from(*byte).to_digit(radix));
        digits.fold(None, |value: Option<u32>, digit| {
            Some(value.unwrap_or(0).saturating_mul(radix).saturating_add(digit))
        })
    };
    let code = match (bytes[at], rest) {
        (b'%', [a, b, ..]) if a.is_ascii_hexdigit() && b.is_ascii_hexdigit() => value(&rest[..2], 16),
        (b'&', [b'#', b'x' | b'X', digits @ ..]) => value(digits, 16),
        (b'&', [b'#', digits @ ..]) => value(digits, 10),
        (b'&', [b'c', b'o', b'm', b'm', b'a', b't', ..] | [b'p', b'e', b'r', b'i', b'o', b'd', ..]) => {
            Some(u32::from('@'))
        }
        _ => None,
    };
    let hides = match code.and_then(char::from_u32) {
        // A name in a link is encoded with spaces and slashes, never letters.
        Some(c) => {
            c.is_ascii_alphanumeric() || c == '@' || matches!(code, Some(0xad | 0x200b..=0x200f | 0xff10..=0xff5a))
        }
        None => false,
    };
    if hides {
        anchors.push(Anchor { start: at, end: at + 6, families: Families::ALL });
        anchors.last_mut().into_iter().for_each(|anchor| anchor.end = anchor.end.min(bytes.len()));
    }
    at + 1
}

/// Characters that look like others or like nothing at all, beside plain ones.
fn beyond_ascii(text: &str, at: usize, anchors: &mut Vec<Anchor>) -> usize {
    let bytes = text.as_bytes();
    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return at + 1 };
    let end = at + c.len_utf8();
    let plain = |n: Option<usize>| n.and_then(|n| bytes.get(n)).is_some_and(u8::is_ascii_alphanumeric);
    let beside = plain(at.checked_sub(1)) || plain(Some(end));
    let digit = at.checked_sub(1).and_then(|n| bytes.get(n)).is_some_and(u8::is_ascii_digit);
    let trick = match u32::from(c) {
        0xad | 0x200b..=0x200f | 0x2060..=0x2064 | 0xfeff | 0x370..=0x52f | 0x13a0..=0x13ff => beside,
        0x300..=0x36f => digit,
        0xb2 | 0xb3 | 0xb9 | 0x2070..=0x2089 => plain(Some(end)),
        0xb0 => digit,
        0x660..=0x669 | 0x6f0..=0x6f9 | 0x966..=0x96f | 0xff10..=0xff19 | 0x1d7ce..=0x1d7ff => true,
        0x2460..=0x24ff | 0xff01..=0xff5e | 0x1d400..=0x1d7cd => true,
        _ => false,
    };
    if trick {
        // A run of such characters is one anchor.
        match anchors.last_mut() {
            Some(last) if last.families == Families::ALL && last.end + 4 >= at => last.end = end,
            _ => anchors.push(Anchor { start: at, end, families: Families::ALL }),
        }
    }
    end
}
