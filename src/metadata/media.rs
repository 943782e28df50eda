//! AVIF, HEIC, MP4 and their like: boxes, among them EXIF, XMP and the place where a telephone made a film.

use super::{Inside, Tells, tiff, xmp};
use memchr::memmem;

pub fn read(bytes: &[u8], inside: &mut Inside) {
    xmp::find(bytes, inside);
    tiff::find(bytes, inside);
    // An item of EXIF may leave out the mark before it.
    if memmem::find(bytes, b"Exif").is_some() {
        inside.add(Tells::Block, "EXIF");
        for mark in [&b"II*\0"[..], b"MM\0*"] {
            if let Some(at) = memmem::find(bytes, mark) {
                tiff::read(&bytes[at..], inside);
            }
        }
    }
    for (mark, tells) in [
        (&b"\xa9xyz"[..], Tells::Where),
        (b"\xa9mak", Tells::Device),
        (b"\xa9mod", Tells::Device),
        (b"\xa9ART", Tells::Who),
        (b"\xa9aut", Tells::Who),
        (b"\xa9cmt", Tells::Remark),
        (b"\xa9nam", Tells::Remark),
    ] {
        if let Some(at) = memmem::find(bytes, mark) {
            inside.add(tells, text(&bytes[at + mark.len()..]));
        }
    }
}

/// The text of a box: after two lengths, or inside another box called `data`.
fn text(rest: &[u8]) -> String {
    let rest = match rest.get(4..8) {
        Some(b"data") => rest.get(16..).unwrap_or(&[]),
        _ => rest.get(4..).unwrap_or(&[]),
    };
    let printable = rest.iter().take(80).take_while(|byte| **byte >= b' ' && **byte < 0x7f);
    printable.map(|byte| char::from(*byte)).collect()
}
