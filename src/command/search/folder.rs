//! An index in a folder.

use search_index::Store;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A folder whose files stay open once they have been read.
pub struct Folder {
    root: PathBuf,
    open: Mutex<HashMap<String, Arc<Mutex<File>>>>,
}

impl Folder {
    /// Opens a folder.
    pub fn open(root: &Path) -> io::Result<Folder> {
        Ok(Folder { root: root.canonicalize()?, open: Mutex::default() })
    }

    fn file(&self, name: &str) -> io::Result<Arc<Mutex<File>>> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = open.get(name) {
            return Ok(Arc::clone(file));
        }
        let path = self.root.join(plain(name)?).canonicalize()?;
        // A link in a folder that somebody sent must not show what lies elsewhere on this machine.
        if !path.starts_with(&self.root) || !fs::metadata(&path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it leads out of the index"));
        }
        let file = Arc::new(Mutex::new(File::open(path)?));
        open.insert(name.to_owned(), Arc::clone(&file));
        Ok(file)
    }
}

impl Store for Folder {
    fn size(&self, name: &str) -> io::Result<u64> {
        let file = self.file(name)?;
        let file = file.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(file.metadata()?.len())
    }

    fn read(&self, name: &str, range: Range<u64>) -> io::Result<Vec<u8>> {
        let file = self.file(name)?;
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        let size = file.metadata()?.len();
        if range.start > range.end || range.end > size {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let length = usize::try_from(range.end - range.start).map_err(|_| io::ErrorKind::OutOfMemory)?;
        let mut bytes = vec![0; length];
        file.seek(SeekFrom::Start(range.start))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

/// A name that stays within its folder.
pub fn plain(name: &str) -> io::Result<&str> {
    let is_plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    if name.split('/').all(is_plain) {
        Ok(name)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "it leads out of the index"))
    }
}
