//! A shelf over the plain files. Every block is checked before anything reads it, since tantivy trusts its files.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use super::Shelf;
use crate::error::Error;
use crate::pack::{self, IndexId, VERSION};
use crate::start::Start;
use crate::store::Store;

/// The file that holds the CRC-32 of every block of the tantivy files.
pub const SUMS: &str = "sums";

const BLOCK: u64 = 1 << 15;

/// Makes the content of [`SUMS`]: version, index, CRC-32 of the rest, then one CRC-32 a block, file after file.
pub fn sums<'a>(id: IndexId, files: impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    let rest: Vec<u8> = files
        .flat_map(|file| file.chunks(BLOCK as usize))
        .flat_map(|block| crc32fast::hash(block).to_le_bytes())
        .collect();
    let mut bytes = vec![VERSION];
    bytes.extend(id.0.to_le_bytes());
    bytes.extend(crc32fast::hash(&rest).to_le_bytes());
    bytes.extend(rest);
    bytes
}

/// The files of an index.
pub struct Stored {
    store: Arc<dyn Store>,
    start: Arc<Start>,
    id: IndexId,
    /// Sums of the blocks of each file.
    sums: Vec<Vec<u32>>,
}

impl Stored {
    /// Opens the index that `start` describes.
    ///
    /// # Errors
    /// Damage, files of two indexes, or what reading says.
    pub fn open(store: Arc<dyn Store>, start: Arc<Start>, id: IndexId) -> Result<Self, Error> {
        let bytes = whole(store.as_ref(), SUMS)?;
        let (head, rest) = bytes.split_at_checked(13).ok_or_else(|| Error::damaged(SUMS))?;
        if head[0] != VERSION {
            return Err(Error::Version { found: head[0] });
        }
        if head[9..] != crc32fast::hash(rest).to_le_bytes() {
            return Err(Error::damaged(SUMS));
        }
        if head[1..9] != id.0.to_le_bytes() {
            return Err(Error::Mixed { piece: SUMS.to_owned() });
        }
        let mut all = rest.chunks_exact(4).map(|sum| sum.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte)));
        let sums =
            start.files.iter().map(|(_, size)| all.by_ref().take(size.div_ceil(BLOCK) as usize).collect()).collect();
        Ok(Self { store, start, id, sums })
    }

    fn checked(&self, file: usize, range: Range<u64>) -> io::Result<Vec<u8>> {
        let (name, size) = &self.start.files[file];
        let first = range.start / BLOCK;
        let blocks = first * BLOCK..(range.end.div_ceil(BLOCK) * BLOCK).min(*size);
        let mut bytes = self.store.read(name, blocks.clone())?;
        let damaged = || io::Error::new(io::ErrorKind::InvalidData, format!("{name} is damaged"));
        let known = self.sums[file].get(first as usize..).ok_or_else(damaged)?;
        let sound = bytes.len() as u64 == blocks.end - blocks.start
            && known.len() >= bytes.chunks(BLOCK as usize).len()
            && bytes.chunks(BLOCK as usize).zip(known).all(|(block, sum)| crc32fast::hash(block) == *sum);
        if !sound {
            return Err(damaged());
        }
        bytes.truncate((range.end - blocks.start) as usize);
        bytes.drain(..(range.start - blocks.start) as usize);
        Ok(bytes)
    }
}

impl Shelf for Stored {
    fn read(&self, file: usize, range: Range<u64>) -> io::Result<Vec<u8>> {
        if range.is_empty() { Ok(Vec::new()) } else { self.checked(file, range) }
    }

    fn piece(&self, name: &str) -> Result<Arc<Vec<u8>>, Error> {
        let file = whole(self.store.as_ref(), &format!("{name}.js"))?;
        Ok(Arc::new(pack::unwrap(name, Some(self.id), self.start.common_to(name), &file)?.1))
    }
}

/// A whole file.
pub fn whole(store: &dyn Store, name: &str) -> Result<Vec<u8>, Error> {
    let read = || store.read(name, 0..store.size(name)?);
    read().map_err(|cause| Error::Read { piece: name.to_owned(), cause })
}
