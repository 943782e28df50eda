//! Where an output lies, what the folders beside it are called, and what it must keep clear of.

use super::error::WriteError;
use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// The folder to publish into, and its companions in the same folder.
#[derive(Debug)]
pub(super) struct Place {
    /// The output: its parent's real path, then its own name.
    pub(super) out: PathBuf,
    /// Where the build is staged.
    pub(super) stage: PathBuf,
    /// Where the old output waits while two folders are renamed one after the other.
    pub(super) aside: PathBuf,
    /// The lock file.
    pub(super) lock: PathBuf,
}

impl Place {
    /// Finds the place of `out` without writing anything.
    pub(super) fn of(out: &Path, protected: &[&Path]) -> Result<Place, WriteError> {
        let nameless = || WriteError::Nameless { out: out.to_owned() };
        let given = std::path::absolute(out).map_err(|_| nameless())?;
        let (Some(parent), Some(name)) = (given.parent(), given.file_name()) else {
            return Err(nameless());
        };
        let real = real(parent)?.join(name);
        if is_companion(name) {
            return Err(nameless());
        }
        keep_clear(&real, protected)?;
        let beside = |ending: &str| {
            let mut companion = OsString::from(".");
            companion.push(name);
            companion.push(ending);
            real.with_file_name(companion)
        };
        Ok(Place {
            stage: beside(".waymark-new"),
            aside: beside(".waymark-old"),
            lock: beside(".waymark-lock"),
            out: real,
        })
    }

    /// Makes the folder that the output lies in.
    pub(super) fn make_parent(&self) -> Result<(), WriteError> {
        match self.out.parent() {
            Some(parent) => std::fs::create_dir_all(parent).map_err(WriteError::at("create", parent)),
            None => Ok(()),
        }
    }
}

/// Whether a name is one of those that we give to the companions of an output.
fn is_companion(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    let endings = [".waymark-new", ".waymark-old", ".waymark-lock"];
    name.starts_with(b".") && endings.iter().any(|ending| name.ends_with(ending.as_bytes()))
}

/// The real path of a folder of which the last parts may not exist yet.
fn real(folder: &Path) -> Result<PathBuf, WriteError> {
    match folder.canonicalize() {
        Ok(real) => Ok(real),
        Err(error) if error.kind() == ErrorKind::NotFound => match (folder.parent(), folder.components().next_back()) {
            (Some(parent), Some(Component::Normal(name))) => Ok(real(parent)?.join(name)),
            _ => Err(WriteError::Nameless { out: folder.to_owned() }),
        },
        Err(error) => Err(WriteError::at("read", folder)(error)),
    }
}

fn keep_clear(out: &Path, protected: &[&Path]) -> Result<(), WriteError> {
    let absolute = |folder: &&Path| {
        std::path::absolute(folder).map_err(WriteError::at("find", folder)).and_then(|path| real(&path))
    };
    let folders: Vec<PathBuf> = protected.iter().map(absolute).collect::<Result<_, _>>()?;
    for folder in &folders {
        // The site folder is the one that holds others and lies in none.
        let inside = |inner: &Path, outer: &Path| inner != outer && inner.starts_with(outer);
        let is_site =
            folders.iter().any(|other| inside(other, folder)) && !folders.iter().any(|other| inside(folder, other));
        if folder.starts_with(out) || (out.starts_with(folder) && !is_site) {
            return Err(WriteError::Protected { out: out.to_owned(), folder: folder.clone() });
        }
    }
    Ok(())
}
