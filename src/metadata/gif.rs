//! GIF: comments and XMP between the pictures.

use super::{Inside, Tells, xmp};

pub fn read(bytes: &[u8], inside: &mut Inside) {
    xmp::find(bytes, inside);
    let Some(flags) = bytes.get(10) else { return };
    let mut at = 13 + colours(*flags);
    while let Some(byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (0x21, Some(0xfe)) => {
                let (text, after) = blocks(bytes, at + 2);
                inside.add(Tells::Remark, String::from_utf8_lossy(&text));
                at = after;
            }
            (0x21, Some(_)) => at = blocks(bytes, at + 2).1,
            (0x2c, _) => {
                let Some(flags) = bytes.get(at + 9) else { return };
                at = blocks(bytes, at + 11 + colours(*flags)).1;
            }
            _ => return,
        }
    }
}

/// The length of a table of colours.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// The bytes of a chain of blocks, and where it ends.
fn blocks(bytes: &[u8], mut at: usize) -> (Vec<u8>, usize) {
    let mut all = Vec::new();
    while let Some(length) = bytes.get(at).map(|length| usize::from(*length)).filter(|length| *length > 0) {
        all.extend_from_slice(bytes.get(at + 1..at + 1 + length).unwrap_or(&[]));
        at += 1 + length;
    }
    (all, at + 1)
}
