//! A piece: bytes as one line of script that a browser can load from any host and from disk.
//!
//! ```text
//! waymarkPiece("t/12","…")
//!               │      └─ 7-bit code of: version (1 byte) │ index (8) │ CRC-32 of the rest (4) │ length │ deflated
//!               └──────── name
//! ```
//! The code puts 7 bits in a character. Five values cannot stand in a string of a script and get U+0080 added, so
//! reading is `code & 0x7f`. It costs 19 % on disk and nothing on the wire, where hosts compress scripts.

#[cfg(not(target_family = "wasm"))]
mod deflate;
mod seven;

#[cfg(not(target_family = "wasm"))]
pub use deflate::squeeze;
pub use seven::{from_seven, to_seven};

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use crate::error::Error;
use crate::start::Reader;

/// The version of everything in an index: files written by another version are refused.
pub const VERSION: u8 = 1;

/// What a piece may inflate to at most: larger is damage, and no reason to run out of memory.
const LARGEST: u64 = 256 << 20;

const HEAD: usize = 13;

/// Names the pieces of one index, so that those of two editions are never mixed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexId(pub u64);

/// Makes the file of a piece from what [`squeeze`] gave.
pub fn wrap(name: &str, id: IndexId, squeezed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD + squeezed.len());
    bytes.push(VERSION);
    bytes.extend(id.0.to_le_bytes());
    bytes.extend(crc32fast::hash(squeezed).to_le_bytes());
    bytes.extend(squeezed);
    let mut file = prefix(name).into_bytes();
    to_seven(&bytes, &mut file);
    file.extend(SUFFIX);
    file
}

/// Reads the file of a piece; `common` is what it was squeezed with.
///
/// # Errors
/// Another version, another index than `id` (if one is named), or damage.
pub fn unwrap(name: &str, id: Option<IndexId>, common: &[u8], file: &[u8]) -> Result<(IndexId, Vec<u8>), Error> {
    let payload = file.strip_prefix(prefix(name).as_bytes()).and_then(|rest| rest.strip_suffix(SUFFIX));
    read(name, id, common, payload.ok_or_else(|| Error::damaged(name))?)
}

/// Reads what stands between the quotes of a piece, in UTF-8.
///
/// # Errors
/// As [`unwrap`].
pub fn read(name: &str, id: Option<IndexId>, common: &[u8], payload: &[u8]) -> Result<(IndexId, Vec<u8>), Error> {
    let damaged = || Error::damaged(name);
    let bytes = from_seven(payload).ok_or_else(damaged)?;
    let (head, rest) = bytes.split_at_checked(HEAD).ok_or_else(damaged)?;
    if head[0] != VERSION {
        return Err(Error::Version { found: head[0] });
    }
    let found = IndexId(head[1..9].iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)));
    let sum = head[9..].iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
    if crc32fast::hash(rest) != sum {
        return Err(damaged());
    }
    if id.is_some_and(|id| id != found) {
        return Err(Error::Mixed { piece: name.to_owned() });
    }
    Ok((found, inflate(rest, common).ok_or_else(damaged)?))
}

/// Inflates what [`squeeze`] gave.
fn inflate(squeezed: &[u8], common: &[u8]) -> Option<Vec<u8>> {
    let mut from = Reader(squeezed);
    let length = from.number().filter(|length| *length <= LARGEST)? as usize;
    // A false length is refused before memory is asked for it: deflate cannot do better than 1 to 1032.
    if length > from.0.len().saturating_mul(1032) {
        return None;
    }
    let mut content = common.to_vec();
    content.resize(common.len() + length, 0);
    let mut state = DecompressorOxide::new();
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, written) = decompress(&mut state, from.0, &mut content, common.len(), flags);
    if status != TINFLStatus::Done || read != from.0.len() || written != length {
        return None;
    }
    content.drain(..common.len());
    Some(content)
}

const SUFFIX: &[u8] = b"\")\n";

fn prefix(name: &str) -> String {
    format!("waymarkPiece(\"{name}\",\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_wrapped_is_unwrapped(content: Vec<u8>, id: u64) {
            let file = wrap("t/1", IndexId(id), &squeeze(&content, b""));
            prop_assert!(std::str::from_utf8(&file).is_ok());
            prop_assert_eq!(unwrap("t/1", Some(IndexId(id)), b"", &file).unwrap(), (IndexId(id), content));
        }

        #[test]
        fn a_damaged_piece_is_refused(content: Vec<u8>, at: prop::sample::Index, bit in 0..8u8) {
            let mut file = wrap("t/1", IndexId(7), &squeeze(&content, b""));
            let at = at.index(file.len());
            file[at] ^= 1 << bit;
            if let Ok((_, read)) = unwrap("t/1", Some(IndexId(7)), b"", &file) {
                prop_assert_eq!(read, content);
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let _ = read("t/1", None, b"", &bytes);
        }
    }

    proptest! {
        #[test]
        fn what_is_common_to_many_pieces_need_not_be_in_each(common: Vec<u8>, content: Vec<u8>) {
            let file = wrap("x/1", IndexId(7), &squeeze(&content, &common));
            prop_assert_eq!(unwrap("x/1", None, &common, &file).unwrap().1, content);
        }
    }

    #[test]
    fn a_piece_of_another_index_is_told_apart_from_damage() {
        let file = wrap("t/1", IndexId(1), &squeeze(b"words", b""));
        assert!(matches!(unwrap("t/1", Some(IndexId(2)), b"", &file), Err(Error::Mixed { .. })));
        assert!(matches!(unwrap("t/2", Some(IndexId(1)), b"", &file), Err(Error::Damaged { .. })));
    }
}
