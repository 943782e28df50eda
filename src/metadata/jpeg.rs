//! JPEG: segments before the picture, and whatever stands after it.

use super::{Inside, Tells, tiff, xmp};
use memchr::memmem;

const COMMENT: u8 = 0xfe;
const PHOTOSHOP: u8 = 0xed;
const START_OF_PICTURE: u8 = 0xda;
const END_OF_PICTURE: [u8; 2] = [0xff, 0xd9];
/// Fewer letters in a row stand anywhere by chance.
const SHORTEST_RUN: usize = 6;

/// The texts of IPTC that tell something, by number.
const IPTC: &[(u8, Tells)] = &[
    (5, Tells::Remark),
    (25, Tells::Remark),
    (55, Tells::When),
    (80, Tells::Who),
    (85, Tells::Who),
    (90, Tells::Where),
    (92, Tells::Where),
    (95, Tells::Where),
    (105, Tells::Remark),
    (110, Tells::Who),
    (116, Tells::Who),
    (118, Tells::Who),
    (120, Tells::Remark),
    (122, Tells::Who),
];

pub fn read(bytes: &[u8], inside: &mut Inside) {
    tiff::find(bytes, inside);
    xmp::find(bytes, inside);
    let mut at = 2;
    while let Some([0xff, marker, high, low]) = bytes.get(at..at + 4) {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let content = bytes.get(at + 4..at + 2 + length).unwrap_or(&[]);
        match *marker {
            COMMENT => inside.add(Tells::Remark, String::from_utf8_lossy(content)),
            PHOTOSHOP => photoshop(content, inside),
            START_OF_PICTURE => {
                behind(bytes.get(at..).unwrap_or_default(), inside);
                break;
            }
            _ => {}
        }
        at += 2 + length.max(2);
    }
}

/// Words that were written behind the end of the picture, where no program shows them.
fn behind(picture: &[u8], inside: &mut Inside) {
    let Some(end) = memmem::find(picture, &END_OF_PICTURE) else { return };
    let rest = &picture[end + END_OF_PICTURE.len()..];
    let words = rest.split(|byte| !(b' '..=b'~').contains(byte)).filter(|run| run.len() >= SHORTEST_RUN);
    words.for_each(|run| inside.add(Tells::Remark, String::from_utf8_lossy(run)));
}

/// The IPTC records in a block that Photoshop began and others write.
fn photoshop(content: &[u8], inside: &mut Inside) {
    let mut any = false;
    for at in memmem::find_iter(content, &[0x1c, 2]) {
        let Some([_, _, number, high, low]) = content.get(at..at + 5) else { continue };
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some(text) = content.get(at + 5..at + 5 + length) else { continue };
        any = true;
        if let Some((_, tells)) = IPTC.iter().find(|(known, _)| known == number) {
            inside.add(*tells, String::from_utf8_lossy(text));
        }
    }
    if any {
        inside.add(Tells::Block, "IPTC");
    }
}
