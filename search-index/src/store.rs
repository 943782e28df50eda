//! Where the files of an index lie: in memory, in a folder, in an archive.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;

/// Reads files of an index by name, relative to the index's own folder.
pub trait Store: Send + Sync {
    /// Length of a file in bytes.
    ///
    /// # Errors
    /// [`io::ErrorKind::NotFound`] if there is no such file, or what reading says.
    fn size(&self, name: &str) -> io::Result<u64>;

    /// Bytes of a file. `range` lies within [`Store::size`].
    ///
    /// # Errors
    /// As [`Store::size`].
    fn read(&self, name: &str, range: Range<u64>) -> io::Result<Vec<u8>>;
}

/// All files of an index, in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(pub(crate) BTreeMap<String, Vec<u8>>);

impl Files {
    /// Names and bytes, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// A file's bytes.
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }
}

impl IntoIterator for Files {
    type Item = (String, Vec<u8>);
    type IntoIter = std::collections::btree_map::IntoIter<String, Vec<u8>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<(String, Vec<u8>)> for Files {
    fn from_iter<I: IntoIterator<Item = (String, Vec<u8>)>>(files: I) -> Self {
        Self(files.into_iter().collect())
    }
}

impl Store for Files {
    fn size(&self, name: &str) -> io::Result<u64> {
        self.0.get(name).map(|bytes| bytes.len() as u64).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn read(&self, name: &str, range: Range<u64>) -> io::Result<Vec<u8>> {
        let bytes = self.0.get(name).ok_or(io::ErrorKind::NotFound)?;
        let range = usize::try_from(range.start).ok().zip(usize::try_from(range.end).ok());
        let slice = range.and_then(|(start, end)| bytes.get(start..end)).ok_or(io::ErrorKind::UnexpectedEof)?;
        Ok(slice.to_vec())
    }
}
