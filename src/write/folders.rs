//! Folders that are made as they are needed, each once.

use std::collections::HashSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

/// A folder, and the folders in it that are known to exist. Shared between threads.
#[derive(Debug)]
pub(super) struct Folders {
    root: PathBuf,
    known: RwLock<HashSet<PathBuf>>,
}

/// Why a folder could not be made. If something other than a folder stands in its place, the kind
/// of the error is [`ErrorKind::AlreadyExists`].
#[derive(Debug)]
pub(super) struct Blocked {
    /// The folder that could not be made, relative to the root.
    pub(super) path: PathBuf,
    /// Why.
    pub(super) source: io::Error,
}

impl Folders {
    /// The folders below `root`, which must exist.
    pub(super) fn below(root: &Path) -> Folders {
        Folders { root: root.to_owned(), known: RwLock::default() }
    }

    /// Makes a folder, and those that it lies in, where they are missing. Links are not followed.
    pub(super) fn ensure(&self, folder: &Path) -> Result<(), Blocked> {
        if folder.as_os_str().is_empty() || self.knows(folder) {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.ensure(parent)?;
        }
        let made = make(&self.root.join(folder));
        made.map_err(|source| Blocked { path: folder.to_owned(), source })?;
        self.known.write().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
        Ok(())
    }

    fn knows(&self, folder: &Path) -> bool {
        self.known.read().unwrap_or_else(PoisonError::into_inner).contains(folder)
    }
}

/// Makes one folder; another thread may have made it first.
fn make(folder: &Path) -> io::Result<()> {
    match std::fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            if folder.symlink_metadata()?.is_dir() {
                Ok(())
            } else {
                Err(error)
            }
        }
        result => result,
    }
}
