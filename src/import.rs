//! `waymark import jekyll`: an existing manual becomes a site folder.
//!
//! A page goes through a row of small conversions ([`draft`] holds its text and remembers where each
//! part stood), then its links are rewritten ([`link`]), then it is written with front matter of ours.
//! What has no counterpart is never lost in silence: it is listed with its place.

mod address;
mod alias;
mod config;
mod draft;
mod folder;
mod govspeak;
mod heading;
mod home;
mod html;
mod html_inline;
mod html_markdown;
mod html_table;
mod html_tag;
mod html_tree;
mod hub;
mod inline_html;
mod inspect;
mod kramdown;
mod link;
mod liquid;
mod marked;
mod matter;
mod page;
mod place;
mod region;
mod settings;
mod site;
mod stage;
mod summary;
mod table;
mod typography;
mod yaml;

#[cfg(test)]
mod tests;

use crate::source::Source;
use std::fmt;
use std::path::{Path, PathBuf};

/// What an import made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Markdown pages carried over.
    pub pages: usize,
    /// Images and downloads carried over.
    pub assets: usize,
    /// What could not be mapped, in the order of files and lines.
    pub unmapped: Vec<Unmapped>,
}

/// Something that has no counterpart, or leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unmapped {
    /// The file, relative to the folder that was imported.
    pub file: String,
    /// Its line, from 1.
    pub line: u32,
    /// Its column in characters, from 1.
    pub column: u32,
    /// What it is and what became of it.
    pub what: String,
}

/// Why nothing was imported. In each case nothing has been written.
#[derive(Debug)]
pub enum ImportError {
    /// There is no such folder.
    NoFolder(PathBuf),
    /// The folder holds no Markdown.
    NoMarkdown(PathBuf),
    /// The destination is there already and holds something.
    Occupied(PathBuf),
    /// Something cannot be read.
    Unreadable(PathBuf, std::io::Error),
    /// Something cannot be written.
    Unwritable(PathBuf, std::io::Error),
}

/// Imports a Jekyll manual: reads the folder `src` and makes the site folder `dest`.
///
/// # Errors
/// If there is no Markdown to import, if `dest` is there and not empty, or if a file cannot be read
/// or written. Then nothing is left behind.
pub fn jekyll(src: &Path, dest: &Path) -> Result<Imported, ImportError> {
    stage::refuse_occupied(dest)?;
    let folder = folder::read(src)?;
    let mut site = site::Site::convert(&folder);
    stage::write(dest, &mut site)?;
    Ok(Imported { pages: site.page_count, assets: site.assets.len(), unmapped: site.unmapped })
}

impl Unmapped {
    fn at(source: &Source, offset: usize, what: impl Into<String>) -> Unmapped {
        let position = source.position(u32::try_from(offset).unwrap_or(u32::MAX));
        Unmapped { file: source.path.clone(), line: position.line, column: position.column, what: what.into() }
    }

    fn file(path: &str, what: impl Into<String>) -> Unmapped {
        Unmapped { file: path.to_owned(), line: 1, column: 1, what: what.into() }
    }
}

impl fmt::Display for Unmapped {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.what)
    }
}

impl std::error::Error for ImportError {}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            ImportError::NoFolder(path) => write!(f, "there is no folder {}", path.display()),
            ImportError::NoMarkdown(path) => {
                write!(
                    f,
                    "{} holds no Markdown files (.md or .markdown), so there is nothing to import",
                    path.display()
                )
            }
            ImportError::Occupied(path) => write!(
                f,
                "{} is there already, and importing never overwrites: name a folder that does not exist or is empty",
                path.display()
            ),
            ImportError::Unreadable(path, cause) => write!(f, "{} cannot be read: {cause}", path.display()),
            ImportError::Unwritable(path, cause) => {
                write!(f, "{} cannot be written: {cause}; nothing was imported", path.display())
            }
        }
    }
}
