//! Whether a file of the old output already holds what the new one shall hold.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

const CHUNK: usize = 64 * 1024;

thread_local! {
    /// The old file passes through here; kept, so that ten thousand files need one allocation.
    static BUFFER: RefCell<Vec<u8>> = RefCell::new(vec![0; CHUNK]);
}

/// Whether the file at `old` holds `bytes`. A file that cannot be read counts as another one: it
/// is then replaced.
pub(super) fn bytes(old: &Path, bytes: &[u8]) -> bool {
    let compare = || -> io::Result<bool> {
        let mut old = File::open(old)?;
        if old.metadata()?.len() != bytes.len() as u64 {
            return Ok(false);
        }
        for chunk in bytes.chunks(CHUNK) {
            if !next_is(&mut old, chunk)? {
                return Ok(false);
            }
        }
        Ok(true)
    };
    compare().unwrap_or(false)
}

/// Whether the file at `old` holds the same bytes as `new`, which is read from its start.
pub(super) fn files(old: &Path, mut new: &File) -> bool {
    let mut compare = || -> io::Result<bool> {
        let mut old = File::open(old)?;
        if old.metadata()?.len() != new.metadata()?.len() {
            return Ok(false);
        }
        let mut chunk = vec![0; CHUNK];
        loop {
            match new.read(&mut chunk)? {
                0 => return Ok(true),
                read if !next_is(&mut old, &chunk[..read])? => return Ok(false),
                _ => {}
            }
        }
    };
    compare().unwrap_or(false)
}

/// Whether the next bytes of a file are these, which are no more than a chunk.
fn next_is(file: &mut File, bytes: &[u8]) -> io::Result<bool> {
    BUFFER.with_borrow_mut(|buffer| {
        let read = &mut buffer[..bytes.len()];
        file.read_exact(read)?;
        Ok(read == bytes)
    })
}
