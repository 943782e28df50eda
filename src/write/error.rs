//! Why a site could not be written.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why a site could not be written. Each message names the path and says what to do; the cause
/// given by the system, if there is one, is the [`Error::source`] and not part of the message.
#[derive(Debug)]
pub enum WriteError {
    /// The path of a file to be put is not a plain relative path.
    Path {
        /// The path as it was given.
        path: String,
        /// What is wrong with it.
        fault: &'static str,
    },
    /// Two files were put at one path.
    Twice {
        /// The path.
        path: String,
    },
    /// The build needs a path both as a file and as a folder.
    Clash {
        /// The path.
        path: PathBuf,
    },
    /// The output folder was not given by a name of its own.
    Nameless {
        /// The path as it was given.
        out: PathBuf,
    },
    /// The output folder is, holds or lies inside a folder that must not be written into.
    Protected {
        /// The output folder.
        out: PathBuf,
        /// The protected folder.
        folder: PathBuf,
    },
    /// The output path is a file or a symbolic link.
    NotAFolder {
        /// The output path.
        out: PathBuf,
        /// What stands there: "a file" or "a symbolic link".
        what: &'static str,
    },
    /// The output folder has files in it, and no list that marks it as ours.
    NotOurs {
        /// The output folder.
        out: PathBuf,
    },
    /// The list of our own files is damaged, or of a format that this version does not know.
    List {
        /// The list.
        list: PathBuf,
    },
    /// The output folder, or a folder in it, is the root of another file system.
    Mount {
        /// The folder.
        folder: PathBuf,
    },
    /// Another build is writing into the same output folder.
    Busy {
        /// The output folder.
        out: PathBuf,
    },
    /// Foreign files stand in the output folder where the build has files of its own.
    Taken {
        /// The output folder.
        out: PathBuf,
        /// The foreign files, relative to it, in order.
        paths: Vec<PathBuf>,
    },
    /// A file of the build could not be written before, so the build cannot be finished.
    Incomplete {
        /// The output folder.
        out: PathBuf,
    },
    /// The leftover of an earlier build cannot be cleared away.
    Leftover {
        /// The leftover folder.
        folder: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The swap failed half-way, and the old output could not be put back.
    Stranded {
        /// The output folder, now missing.
        out: PathBuf,
        /// Where the old output is.
        aside: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The system refused.
    Io {
        /// What was being done, as in "could not …".
        action: &'static str,
        /// What it was done to.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl WriteError {
    /// Wraps a system error, for `map_err`.
    pub(super) fn at(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> WriteError {
        move |source| WriteError::Io { action, path: path.to_owned(), source }
    }
}

impl Error for WriteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            WriteError::Leftover { source, .. }
            | WriteError::Stranded { source, .. }
            | WriteError::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            WriteError::Path { path, fault } => {
                write!(f, "a file cannot be published as {path:?}: {fault}; give it another name")
            }
            WriteError::Twice { path } => {
                write!(f, "two files of this build have the path {path}: give one of them another name")
            }
            WriteError::Clash { path } => {
                write!(f, "{} is both a file and a folder of this build: give one of them another name", path.display())
            }
            WriteError::Nameless { out } => {
                write!(f, "{:?} does not name an output folder: name the folder itself, such as public", out)
            }
            WriteError::Protected { out, folder } => write!(
                f,
                "the output folder {} is, holds or lies inside {}, which must not be overwritten: choose another output folder",
                out.display(),
                folder.display()
            ),
            WriteError::NotAFolder { out, what } => {
                write!(f, "the output folder {} is {what}: remove it, or choose another output folder", out.display())
            }
            WriteError::NotOurs { out } => write!(
                f,
                "the output folder {} has files in it that Waymark did not write: empty it, or choose another output folder",
                out.display()
            ),
            WriteError::List { list } => write!(
                f,
                "{} is not a list that this version of Waymark can read: remove the output folder that holds it, or choose another",
                list.display()
            ),
            WriteError::Mount { folder } => write!(
                f,
                "{} is a mounted file system, which cannot be swapped for a new site: publish into a folder inside it, or unmount it",
                folder.display()
            ),
            WriteError::Busy { out } => write!(
                f,
                "another build is running and writes into {}: wait for it, or stop it, and build again",
                out.display()
            ),
            WriteError::Taken { out, paths } => taken(f, out, paths),
            WriteError::Incomplete { out } => write!(
                f,
                "a file of this build could not be written, so {} was left as it was: see the first error, and build again",
                out.display()
            ),
            WriteError::Leftover { folder, .. } => write!(
                f,
                "could not clear {}, which an earlier build left: move what you need out of it, delete it, and build again",
                folder.display()
            ),
            WriteError::Stranded { out, aside, .. } => write!(
                f,
                "could not put {} in place; the old site is in {}: build again, or rename it back",
                out.display(),
                aside.display()
            ),
            WriteError::Io { action, path, source } => {
                write!(f, "could not {action} {}; {}", path.display(), advice(source.kind()))
            }
        }
    }
}

fn taken(f: &mut fmt::Formatter, out: &Path, paths: &[PathBuf]) -> fmt::Result {
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    write!(
        f,
        "the build needs paths in {} where files stand that Waymark did not write: {}; move them, or rename the pages",
        out.display(),
        names.join(", ")
    )
}

fn advice(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "nothing was published: make room on the disk, and build again"
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "nothing was published: ask for the right to write there, or choose another output folder"
        }
        ErrorKind::CrossesDevices => {
            "nothing was published: this folder cannot be moved, as one that came with a container image; choose another output folder"
        }
        ErrorKind::ResourceBusy => "nothing was published: stop what uses it, or choose another output folder",
        _ => "nothing was published: put this right, and build again",
    }
}
