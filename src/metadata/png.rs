//! PNG: chunks of text, time and EXIF among those of the picture.

use super::{Inside, Tells, squeezed, tiff, xmp};

pub fn read(bytes: &[u8], inside: &mut Inside) {
    let mut at = 8;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = usize::try_from(u32::from_be_bytes([head[0], head[1], head[2], head[3]])).unwrap_or(usize::MAX);
        let Some(end) = (at + 8).checked_add(length) else { return };
        let Some(content) = bytes.get(at + 8..end) else { return };
        match &head[4..8] {
            b"eXIf" => tiff::read(content, inside),
            b"tEXt" => {
                if let Some((key, text)) = split(content) {
                    keyed(key, text, inside);
                }
            }
            b"zTXt" => {
                if let Some((key, rest)) = split(content) {
                    keyed(key, &squeezed::zlib(rest.get(1..).unwrap_or(&[])), inside);
                }
            }
            b"iTXt" => {
                if let Some((key, rest)) = split(content) {
                    international(key, rest, inside);
                }
            }
            b"tIME" if content.len() == 7 => {
                let year = u16::from_be_bytes([content[0], content[1]]);
                inside.add(Tells::When, format!("{year}-{:02}-{:02}", content[2], content[3]));
            }
            _ => {}
        }
        at = end + 4;
    }
}

/// A key and what follows the zero byte after it.
fn split(content: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = memchr::memchr(0, content)?;
    Some((&content[..at], &content[at + 1..]))
}

/// Two flags, the language and the translated key stand before the text.
fn international(key: &[u8], rest: &[u8], inside: &mut Inside) {
    let [is_squeezed, _, after @ ..] = rest else { return };
    let text = split(after).and_then(|(_, after)| split(after)).map(|(_, text)| text);
    let Some(text) = text else { return };
    if *is_squeezed == 1 {
        keyed(key, &squeezed::zlib(text), inside);
    } else {
        keyed(key, text, inside);
    }
}

fn keyed(key: &[u8], text: &[u8], inside: &mut Inside) {
    let key = String::from_utf8_lossy(key).to_lowercase();
    if key.starts_with("raw profile type") {
        inside.add(Tells::Block, key.trim_start_matches("raw profile type").trim().to_uppercase());
        tiff::find(&from_hex(text), inside);
        return;
    }
    if key.starts_with("xml:com.adobe.xmp") {
        return xmp::find(text, inside);
    }
    let tells = match key.as_str() {
        "author" | "artist" | "copyright" | "creator" => Tells::Who,
        "creation time" | "date:create" | "date:modify" | "date:timestamp" => Tells::When,
        "source" | "make" | "model" => Tells::Device,
        "location" => Tells::Where,
        "comment" | "description" | "title" | "subject" | "filename" | "warning" | "disclaimer" => Tells::Remark,
        key if key.contains("gps") => Tells::Where,
        _ => return,
    };
    inside.add(tells, String::from_utf8_lossy(text));
}

/// ImageMagick writes profiles as hexadecimal digits, after a name and a length.
fn from_hex(text: &[u8]) -> Vec<u8> {
    let digits = text.split(|byte| *byte == b'\n').skip(3).flatten();
    let digits: Vec<u8> = digits.filter_map(|byte| char::from(*byte).to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}
