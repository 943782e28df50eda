//! Deflates pieces. Only programs write them.

use flate2::{Compress, Compression, FlushCompress};

use crate::start::put_number;

/// How hard to deflate, 0 to 9: more takes longer than the few per cent are worth.
const LEVEL: Compression = Compression::new(3);

/// Deflates what a piece is to hold: its length, then raw deflate whose window begins with `common`.
pub fn squeeze(content: &[u8], common: &[u8]) -> Vec<u8> {
    let mut deflate = Compress::new(LEVEL, false);
    if !common.is_empty() {
        // Raw streams take any dictionary; a window that cannot be set would be found out by the first reader.
        let _ = deflate.set_dictionary(common);
    }
    let mut squeezed = Vec::with_capacity(content.len() / 2 + 64);
    put_number(&mut squeezed, content.len() as u64);
    while !matches!(
        deflate.compress_vec(&content[deflate.total_in() as usize..], &mut squeezed, FlushCompress::Finish),
        Ok(flate2::Status::StreamEnd) | Err(_)
    ) {
        squeezed.reserve(content.len() / 4 + 64);
    }
    squeezed
}
