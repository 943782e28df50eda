//! The first stage: arguments in, the folders of a site out.

use jiff::civil::Date;
use std::fmt;
use std::path::{Path, PathBuf};

/// The folders and choices of one run.
#[derive(Clone, Debug)]
pub struct Project {
    /// The site folder, which holds `content/`.
    pub root: PathBuf,
    /// `content/` in it.
    pub content: PathBuf,
    /// `themes/default/` in it, whether or not it exists.
    pub theme: PathBuf,
    /// The day that the site is built for.
    pub at: Date,
    /// Whether drafts are built as well.
    pub drafts: bool,
}

/// Why a site folder cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    /// There is no such folder.
    NoFolder(PathBuf),
    /// The folder holds no `content/`.
    NoContent(PathBuf),
}

impl Project {
    /// Opens a site folder.
    ///
    /// # Errors
    /// If there is no such folder, or it holds no `content/`.
    pub fn open(root: &Path, at: Date, drafts: bool) -> Result<Project, OpenError> {
        if !root.is_dir() {
            return Err(OpenError::NoFolder(root.to_owned()));
        }
        let content = root.join("content");
        if !content.is_dir() {
            return Err(OpenError::NoContent(root.to_owned()));
        }
        let theme = root.join("themes").join("default");
        Ok(Project { root: root.to_owned(), content, theme, at, drafts })
    }
}

impl std::error::Error for OpenError {}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            OpenError::NoFolder(root) => write!(f, "there is no folder {}", root.display()),
            OpenError::NoContent(root) => write!(
                f,
                "{} is no site folder: it holds no content/. Make a site with `waymark new DIR`, or name the folder that holds content/",
                root.display()
            ),
        }
    }
}
