//! A piece: bytes as one line of script that a browser can load from any host and from disk.
//!
//! ```text
//! waymarkPiece("t/12","…")
//!               │       └─ 7-bit code of: version (1 byte) │ index (8) │ CRC-32 of the rest (4) │ deflated content
//!               └───────── name
//! ```
//! The code puts 7 bits in a character. Five values cannot stand in a string of a script and get U+0080 added, so
//! reading is `code & 0x7f`. It costs 19 % on disk and nothing on the wire, where hosts compress scripts.

mod seven;

pub use seven::{from_seven, to_seven};

use miniz_oxide::{deflate, inflate};

use crate::error::Error;

/// The version of everything in an index: files written by another version are refused.
pub const VERSION: u8 = 1;

/// How hard to deflate, 0 to 10; above 6 costs twice the time for one per cent.
const LEVEL: u8 = 3;

/// What a piece may inflate to at most: larger is damage, and no reason to run out of memory.
const LARGEST: usize = 256 << 20;

const HEAD: usize = 13;

/// Names the pieces of one index, so that those of two editions are never mixed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexId(pub u64);

/// Deflates what a piece is to hold.
pub fn squeeze(content: &[u8]) -> Vec<u8> {
    deflate::compress_to_vec(content, LEVEL)
}

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

/// Reads the file of a piece.
///
/// # Errors
/// Another version, another index than `id` (if one is named), or damage.
pub fn unwrap(name: &str, id: Option<IndexId>, file: &[u8]) -> Result<(IndexId, Vec<u8>), Error> {
    let payload = file.strip_prefix(prefix(name).as_bytes()).and_then(|rest| rest.strip_suffix(SUFFIX));
    read(name, id, payload.ok_or_else(|| Error::damaged(name))?)
}

/// Reads what stands between the quotes of a piece, in UTF-8.
///
/// # Errors
/// As [`unwrap`].
pub fn read(name: &str, id: Option<IndexId>, payload: &[u8]) -> Result<(IndexId, Vec<u8>), Error> {
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
    let content = inflate::decompress_to_vec_with_limit(rest, LARGEST).map_err(|_| damaged())?;
    Ok((found, content))
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
            let file = wrap("t/1", IndexId(id), &squeeze(&content));
            prop_assert!(std::str::from_utf8(&file).is_ok());
            prop_assert_eq!(unwrap("t/1", Some(IndexId(id)), &file).unwrap(), (IndexId(id), content));
        }

        #[test]
        fn a_damaged_piece_is_refused(content: Vec<u8>, at: prop::sample::Index, bit in 0..8u8) {
            let mut file = wrap("t/1", IndexId(7), &squeeze(&content));
            let at = at.index(file.len());
            file[at] ^= 1 << bit;
            if let Ok((_, read)) = unwrap("t/1", Some(IndexId(7)), &file) {
                prop_assert_eq!(read, content);
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let _ = read("t/1", None, &bytes);
        }
    }

    #[test]
    fn a_piece_of_another_index_is_told_apart_from_damage() {
        let file = wrap("t/1", IndexId(1), &squeeze(b"words"));
        assert!(matches!(unwrap("t/1", Some(IndexId(2)), &file), Err(Error::Mixed { .. })));
        assert!(matches!(unwrap("t/2", Some(IndexId(1)), &file), Err(Error::Damaged { .. })));
    }
}
