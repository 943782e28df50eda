//! EXIF: a small TIFF file inside others, with who, where, when and with what.

use super::{Inside, Tells};
use memchr::memmem;

/// More entries than any camera writes.
const MOST_ENTRIES: usize = 512;
const EXIF_BLOCK: u16 = 0x8769;
const GPS_BLOCK: u16 = 0x8825;

/// Tags of text, and what they tell.
const TEXTS: &[(u16, Tells)] = &[
    (0x010d, Tells::Remark),
    (0x010e, Tells::Remark),
    (0x010f, Tells::Device),
    (0x0110, Tells::Device),
    (0x0132, Tells::When),
    (0x013b, Tells::Who),
    (0x013c, Tells::Device),
    (0x8298, Tells::Who),
    (0x9003, Tells::When),
    (0x9004, Tells::When),
    (0x9286, Tells::Remark),
    (0x9c9b, Tells::Remark),
    (0x9c9c, Tells::Remark),
    (0x9c9d, Tells::Who),
    (0x9c9e, Tells::Remark),
    (0x9c9f, Tells::Remark),
    (0xa430, Tells::Who),
    (0xa431, Tells::Device),
    (0xa434, Tells::Device),
    (0xa435, Tells::Device),
];

/// Reads every EXIF block that stands anywhere in a file: some pictures hold others.
pub fn find(bytes: &[u8], inside: &mut Inside) {
    for at in memmem::find_iter(bytes, b"Exif\0\0") {
        read(&bytes[at + 6..], inside);
    }
}

/// Reads a TIFF structure that begins with the first byte.
pub fn read(bytes: &[u8], inside: &mut Inside) {
    let little = match bytes {
        [b'I', b'I', 42, 0, ..] => true,
        [b'M', b'M', 0, 42, ..] => false,
        _ => return,
    };
    inside.add(Tells::Block, "EXIF");
    let tiff = Tiff { bytes, little };
    let Some(first) = tiff.long(4) else { return };
    let (exif, gps) = tiff.block(first, inside);
    if let Some(at) = exif {
        tiff.block(at, inside);
    }
    if let Some(at) = gps {
        tiff.position(at, inside);
    }
}

struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
}

struct Entry {
    tag: u16,
    kind: u16,
    count: usize,
    /// Where its value stands.
    at: usize,
}

impl Tiff<'_> {
    /// Reads the texts of a block; gives the places of its inner blocks.
    fn block(&self, at: usize, inside: &mut Inside) -> (Option<usize>, Option<usize>) {
        let (mut exif, mut gps) = (None, None);
        for entry in self.entries(at) {
            match entry.tag {
                EXIF_BLOCK => exif = self.long(entry.at),
                GPS_BLOCK => gps = self.long(entry.at),
                tag => {
                    if let Some((_, tells)) = TEXTS.iter().find(|(known, _)| *known == tag) {
                        inside.add(*tells, self.text(&entry));
                    }
                }
            }
        }
        (exif, gps)
    }

    /// Degrees, minutes and seconds of the GPS block, and names of places in it.
    fn position(&self, at: usize, inside: &mut Inside) {
        let mut parts = Vec::new();
        for entry in self.entries(at) {
            match entry.tag {
                1 | 3 => parts.push(self.text(&entry)),
                2 | 4 => parts.push(self.degrees(&entry)),
                0x1b | 0x1c => inside.add(Tells::Where, self.text(&entry).trim_start_matches("ASCII")),
                0x1d => inside.add(Tells::When, self.text(&entry)),
                _ => {}
            }
        }
        let words = parts.join(" ");
        inside.add(Tells::Where, if words.trim().is_empty() { "GPS" } else { &words });
    }

    fn degrees(&self, entry: &Entry) -> String {
        let part = |at: usize| {
            let over = f64::from(u32::try_from(self.long(at)?).ok()?);
            let under = f64::from(u32::try_from(self.long(at + 4)?).ok()?);
            (under > 0.0).then_some(over / under)
        };
        let value: f64 = (0..entry.count.min(3))
            .zip([1.0, 60.0, 3600.0])
            .filter_map(|(at, unit)| Some(part(entry.at + at * 8)? / unit))
            .sum();
        format!("{value:.4}")
    }

    fn entries(&self, at: usize) -> Vec<Entry> {
        let count = usize::from(self.short(at).unwrap_or(0)).min(MOST_ENTRIES);
        (0..count).filter_map(|number| self.entry(at + 2 + number * 12)).collect()
    }

    fn entry(&self, at: usize) -> Option<Entry> {
        let (tag, kind) = (self.short(at)?, self.short(at + 2)?);
        let count = self.long(at + 4)?;
        let length = match kind {
            3 => 2,
            4 | 9 => 4,
            5 | 10 => 8,
            _ => 1,
        };
        let small = count.checked_mul(length)? <= 4;
        Some(Entry { tag, kind, count, at: if small { at + 8 } else { self.long(at + 8)? } })
    }

    fn text(&self, entry: &Entry) -> String {
        let end = entry.at.saturating_add(entry.count.min(4096)).min(self.bytes.len());
        let bytes = self.bytes.get(entry.at..end).unwrap_or(&[]);
        // The texts that Windows adds are UTF-16 in bytes.
        if entry.kind == 1 && entry.tag >= 0x9c00 {
            let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            return String::from_utf16_lossy(&units).replace('\0', "");
        }
        String::from_utf8_lossy(bytes).replace('\0', "")
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let bytes = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let number = if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
        usize::try_from(number).ok()
    }
}
