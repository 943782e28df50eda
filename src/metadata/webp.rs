//! WebP, and other files of RIFF chunks: EXIF and XMP stand in chunks of their own.

use super::{Inside, Tells, tiff, xmp};

pub fn read(bytes: &[u8], inside: &mut Inside) {
    let mut at = 12;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = usize::try_from(u32::from_le_bytes([head[4], head[5], head[6], head[7]])).unwrap_or(usize::MAX);
        let end = (at + 8).saturating_add(length);
        let content = bytes.get(at + 8..end.min(bytes.len())).unwrap_or(&[]);
        match &head[..4] {
            b"EXIF" => tiff::read(content.strip_prefix(b"Exif\0\0").unwrap_or(content), inside),
            b"XMP " => xmp::find(content, inside),
            // A list of texts, as sound files have it: names of four letters, each with a length.
            b"LIST" if content.starts_with(b"INFO") => texts(&content[4..], inside),
            _ => {}
        }
        // Chunks begin at even places.
        at = end.saturating_add(length % 2);
    }
}

fn texts(content: &[u8], inside: &mut Inside) {
    let mut at = 0;
    while let Some(head) = content.get(at..at + 8) {
        let length = usize::try_from(u32::from_le_bytes([head[4], head[5], head[6], head[7]])).unwrap_or(usize::MAX);
        let end = (at + 8).saturating_add(length).min(content.len());
        let tells = match &head[..4] {
            b"IART" | b"ICOP" | b"IENG" => Tells::Who,
            b"ICMT" | b"INAM" | b"ISBJ" => Tells::Remark,
            b"ICRD" => Tells::When,
            _ => Tells::Device,
        };
        if matches!(&head[..4], b"IART" | b"ICOP" | b"IENG" | b"ICMT" | b"INAM" | b"ISBJ" | b"ICRD") {
            inside.add(tells, String::from_utf8_lossy(&content[at + 8..end]));
        }
        at = end + length % 2;
    }
}
