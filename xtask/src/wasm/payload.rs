//! The engine as a script: gzip, then seven bits a character, as every piece of the index travels.

use crate::Outcome;

const BEFORE: &str = "waymarkPiece(\"engine\",\"";
const AFTER: &str = "\")\n";
/// Characters that a script cannot hold within quotes as they are; they are written as U+0080 and on.
const AWKWARD: [u8; 5] = [0, b'\n', b'\r', b'"', b'\\'];
const GZIP_HEAD: usize = 10;
const GZIP_TAIL: usize = 8;

/// Packs a module as gzip would, but a sixteenth smaller; the same module always gives the same bytes.
pub fn pack(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, wasm, &mut packed)?;
    Ok(packed)
}

/// The script that carries a packed module.
pub fn script(packed: &[u8]) -> String {
    format!("{BEFORE}{}{AFTER}", characters(packed))
}

/// The module that a script carries, if it is whole.
pub fn module(script: &str) -> Option<Vec<u8>> {
    let packed = bytes(script.strip_prefix(BEFORE)?.strip_suffix(AFTER)?);
    let deflated = packed.get(GZIP_HEAD..packed.len().checked_sub(GZIP_TAIL)?)?;
    miniz_oxide::inflate::decompress_to_vec(deflated).ok()
}

/// Seven bits a character, the highest bits first.
fn characters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 6 / 5);
    let (mut held, mut count) = (0_u32, 0_u32);
    for &byte in bytes {
        held = held << 8 | u32::from(byte);
        count += 8;
        while count >= 7 {
            count -= 7;
            text.push(character(held >> count));
        }
        held &= 0x7f;
    }
    if count > 0 {
        text.push(character(held << (7 - count)));
    }
    text
}

fn character(bits: u32) -> char {
    let seven = (bits & 0x7f) as u8;
    char::from(if AWKWARD.contains(&seven) { seven | 0x80 } else { seven })
}

fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut held, mut count) = (0_u32, 0_u32);
    for character in text.chars() {
        held = (held << 7 | u32::from(character) & 0x7f) & 0x7fff;
        count += 7;
        if count >= 8 {
            count -= 8;
            bytes.push((held >> count) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_module_comes_out_as_it_went_in() {
        let modules = [vec![], vec![0], (0..=255).collect(), b"waymark ".repeat(500)];
        for wasm in modules {
            let script = script(&pack(&wasm).unwrap());
            assert_eq!(script.lines().count(), 1);
            assert_eq!(module(&script).unwrap(), wasm);
        }
    }

    #[test]
    fn every_byte_survives_seven_bits() {
        for length in 0..40_u8 {
            let packed: Vec<u8> = (0..length).map(|at| at.wrapping_mul(37)).collect();
            assert_eq!(bytes(&characters(&packed)), packed);
        }
        assert_eq!(characters(&[0, 0xff]), "\u{80}?`");
    }

    #[test]
    fn no_character_needs_an_escape() {
        let text = characters(&(0..=255).cycle().take(4_000).collect::<Vec<u8>>());
        assert!(!text.contains(['\0', '\n', '\r', '"', '\\']));
        assert!(text.chars().all(|character| u32::from(character) <= 0xff));
    }
}
