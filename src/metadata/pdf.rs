//! PDF: the dictionary of information, XMP, and EXIF of pictures inside.

use super::{Inside, Tells, squeezed, tiff, xmp};
use memchr::memmem;

/// Keys of the dictionary, and what they tell.
const KEYS: &[(&[u8], Tells)] = &[
    (b"/Author", Tells::Who),
    (b"/Title", Tells::Remark),
    (b"/Subject", Tells::Remark),
    (b"/Keywords", Tells::Remark),
    (b"/Company", Tells::Who),
    (b"/Manager", Tells::Who),
    (b"/SourceModified", Tells::When),
];
/// Enough for any document that is read on a screen, and little enough to stay quick.
const MOST_STREAMS: usize = 2_000;

pub fn read(bytes: &[u8], inside: &mut Inside) {
    part(bytes, inside);
    tiff::find(bytes, inside);
    for (dictionary, stream) in streams(bytes) {
        let has = |name: &[u8]| memmem::find(dictionary, name).is_some();
        if has(b"/FlateDecode") && (has(b"/ObjStm") || has(b"/Metadata")) {
            part(&squeezed::zlib(stream), inside);
        }
    }
}

fn part(bytes: &[u8], inside: &mut Inside) {
    xmp::find(bytes, inside);
    for (key, tells) in KEYS {
        for at in memmem::find_iter(bytes, key) {
            let rest = &bytes[at + key.len()..];
            // Outlines have titles as well; they are text of the document. Information stands near its author.
            if !rest.first().is_some_and(u8::is_ascii_alphanumeric) {
                inside.add(*tells, string(rest));
            }
        }
    }
}

/// The streams of a document, each with the dictionary before it.
fn streams(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut before = 0;
    memmem::find_iter(bytes, b"stream").filter(|at| !bytes[..*at].ends_with(b"end")).take(MOST_STREAMS).map(move |at| {
        let dictionary = &bytes[before.max(at.saturating_sub(1024))..at];
        before = at;
        let content = &bytes[at + 6..];
        let content = content.strip_prefix(b"\r\n").or_else(|| content.strip_prefix(b"\n")).unwrap_or(content);
        (dictionary, content)
    })
}

/// A string in brackets or in hexadecimal digits.
fn string(rest: &[u8]) -> String {
    let rest = rest.trim_ascii_start();
    let bytes = match rest.first() {
        Some(b'(') => literal(&rest[1..]),
        Some(b'<') if rest.get(1) != Some(&b'<') => {
            let digits: Vec<u8> = rest[1..]
                .iter()
                .take_while(|byte| **byte != b'>')
                .filter_map(|byte| char::from(*byte).to_digit(16))
                .map(|digit| digit as u8)
                .collect();
            digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect()
        }
        _ => return String::new(),
    };
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => {
            let units: Vec<u16> = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(&bytes).into_owned(),
    }
}

fn literal(rest: &[u8]) -> Vec<u8> {
    let (mut all, mut depth, mut at) = (Vec::new(), 0_usize, 0);
    while let Some(byte) = rest.get(at).filter(|_| all.len() < 1024) {
        match byte {
            b'\\' => {
                let octal: Vec<u8> =
                    rest[at + 1..].iter().take(3).take_while(|byte| (b'0'..=b'7').contains(byte)).copied().collect();
                if octal.is_empty() {
                    all.extend(rest.get(at + 1));
                    at += 1;
                } else {
                    all.push(octal.iter().fold(0_u8, |sum, digit| sum.wrapping_mul(8).wrapping_add(digit - b'0')));
                    at += octal.len();
                }
            }
            b')' if depth == 0 => break,
            b')' => {
                depth -= 1;
                all.push(*byte);
            }
            b'(' => {
                depth += 1;
                all.push(*byte);
            }
            _ => all.push(*byte),
        }
        at += 1;
    }
    all
}
