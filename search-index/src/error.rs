//! What can go wrong with an index.

use std::io;

/// Why an index cannot be written, opened or asked.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A file or piece is not what was written.
    Damaged {
        /// Its name.
        piece: String,
    },
    /// The index was made by another version of the engine.
    Version {
        /// The version found; this engine reads [`crate::VERSION`].
        found: u8,
    },
    /// A piece belongs to another index than the others.
    Mixed {
        /// Its name.
        piece: String,
    },
    /// Pieces that must be given first. Only an engine over given pieces says so.
    Missing(Vec<String>),
    /// Reading failed.
    Read {
        /// The file's name.
        piece: String,
        /// Why.
        cause: io::Error,
    },
    /// The index could not be written.
    Write(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    pub(crate) fn damaged(piece: &str) -> Self {
        Self::Damaged { piece: piece.to_owned() }
    }

    /// What a failed read means: that the bytes are wrong, or that they cannot be had.
    pub(crate) fn reading(piece: &str, cause: io::Error) -> Self {
        match cause.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => Self::damaged(piece),
            _ => Self::Read { piece: piece.to_owned(), cause },
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Damaged { piece } => write!(f, "the search index is damaged: {piece}"),
            Self::Version { found } => {
                write!(f, "the search index has version {found}, this engine reads version {}", crate::VERSION)
            }
            Self::Mixed { piece } => write!(f, "{piece} belongs to another edition of the search index"),
            Self::Missing(pieces) => write!(f, "pieces of the search index are missing: {}", pieces.join(", ")),
            Self::Read { piece, .. } => write!(f, "cannot read {piece} of the search index"),
            Self::Write(_) => write!(f, "cannot write the search index"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { cause, .. } => Some(cause),
            Self::Write(cause) => Some(cause.as_ref()),
            _ => None,
        }
    }
}

impl From<tantivy::TantivyError> for Error {
    fn from(cause: tantivy::TantivyError) -> Self {
        Self::Write(cause.into())
    }
}
