//! A shelf as tantivy's directory, for reading only.

use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{DirectoryLock, FileHandle, Lock, OwnedBytes, WatchCallback, WatchHandle, WritePtr};
use tantivy::{Directory, HasLen};

use super::Shelf;
use crate::start::Start;

/// The tantivy files of an index: what `start` holds of them, and the rest from the shelf.
#[derive(Clone)]
pub struct Library {
    start: Arc<Start>,
    shelf: Arc<dyn Shelf>,
}

impl Library {
    /// The files that `start` lists.
    pub fn new(start: Arc<Start>, shelf: Arc<dyn Shelf>) -> Self {
        Self { start, shelf }
    }

    fn number(&self, path: &Path) -> Option<usize> {
        self.start.files.iter().position(|(name, _)| Path::new(name) == path)
    }
}

impl std::fmt::Debug for Library {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Library")
    }
}

struct File {
    library: Library,
    number: usize,
}

impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "File({})", self.number)
    }
}

impl HasLen for File {
    fn len(&self) -> usize {
        usize::try_from(self.library.start.files[self.number].1).unwrap_or(usize::MAX)
    }
}

impl FileHandle for File {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        let (start, end) = (range.start as u64, range.end as u64);
        if start > end || end > self.len() as u64 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        for (_, at, bytes) in self.library.start.resident.iter().filter(|(file, ..)| *file == self.number) {
            if *at <= start && end <= at + bytes.len() as u64 {
                let slice = &bytes[(start - at) as usize..(end - at) as usize];
                return Ok(OwnedBytes::new(slice.to_vec()));
            }
        }
        self.library.shelf.read(self.number, start..end).map(OwnedBytes::new)
    }
}

fn read_only<T>(make: impl Fn(Arc<io::Error>, PathBuf) -> T, path: &Path) -> T {
    make(Arc::new(io::ErrorKind::ReadOnlyFilesystem.into()), path.to_owned())
}

impl Directory for Library {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let number = self.number(path).ok_or_else(|| OpenReadError::FileDoesNotExist(path.to_owned()))?;
        Ok(Arc::new(File { library: self.clone(), number }))
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.number(path).is_some())
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        let handle = self.get_file_handle(path)?;
        let bytes = handle.read_bytes(0..handle.len());
        bytes.map(|bytes| bytes.to_vec()).map_err(|cause| OpenReadError::wrap_io_error(cause, path.to_owned()))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(read_only(|io_error, filepath| DeleteError::IoError { io_error, filepath }, path))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(read_only(|io_error, filepath| OpenWriteError::IoError { io_error, filepath }, path))
    }

    fn atomic_write(&self, _path: &Path, _bytes: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn acquire_lock(&self, _lock: &Lock) -> Result<DirectoryLock, LockError> {
        // Nothing is ever written here, so there is nothing to lock, and browsers have no locks.
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, _callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}
