//! The lock that keeps two builds from writing into one output.

use super::error::WriteError;
use super::steps;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A lock file, held until dropped. The system lets go of it when the process is killed.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock at `path`, or refuses at once if another build holds it.
    pub(super) fn take(path: &Path, out: &Path) -> Result<Lock, WriteError> {
        loop {
            let file = File::options().write(true).create(true).truncate(false).open(path);
            let file = file.map_err(WriteError::at("write", path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(WriteError::Busy { out: out.to_owned() }),
                Err(TryLockError::Error(error)) => return Err(WriteError::at("lock", path)(error)),
            }
            // Its last owner may have removed the file after we opened it: our lock would then be
            // on a file that nobody else can find.
            if is_at(&file, path).map_err(WriteError::at("read", path))? {
                return Ok(Lock { path: path.to_owned(), _file: file });
            }
        }
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let held = file.metadata()?;
    match path.metadata() {
        Ok(named) => Ok((held.dev(), held.ino()) == (named.dev(), named.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Elsewhere the lock file is never removed, so an open file is always the one at its path.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
fn is_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

impl Drop for Lock {
    fn drop(&mut self) {
        if cfg!(unix) && !steps::killed() {
            // Removed while held, so no other build can have locked it. If this fails, the file
            // stays behind, free, and the next build takes it.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
