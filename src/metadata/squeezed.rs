//! Compressed parts of other files.

use flate2::read::{MultiGzDecoder, ZlibDecoder};
use std::io::Read;

/// More of a compressed part is not looked at: a few bytes may unfold to any size.
const LONGEST: u64 = 8 * 1024 * 1024;

/// As much of a zlib stream as can be read.
pub fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    // A stream that breaks off has given what it has.
    let _ = ZlibDecoder::new(bytes).take(LONGEST).read_to_end(&mut all);
    all
}

/// As much of a gzip file as can be read.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    let _ = MultiGzDecoder::new(bytes).take(LONGEST).read_to_end(&mut all);
    all
}
