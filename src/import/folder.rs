//! The folder that is imported: its pages, its other files and its settings.

use super::config::Config;
use super::{ImportError, Unmapped};
use crate::read::LARGEST_TEXT;
use crate::source::{Source, SourceId};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Folders that hold no pages of a site.
const NOT_CONTENT: &[&str] = &["node_modules", "vendor"];
/// Files at the top that are about the repository.
const ABOUT_REPOSITORY: &[&str] =
    &["readme", "contributing", "changelog", "code_of_conduct", "license", "licence", "security"];

/// A manual as it was found.
#[derive(Debug)]
pub(super) struct Folder {
    /// The name of the folder.
    pub name: String,
    /// Markdown files, in path order; paths relative to the folder.
    pub pages: Vec<Source>,
    /// All other files, by path relative to the folder.
    pub files: BTreeMap<String, PathBuf>,
    /// `_config.yml`.
    pub config: Config,
    /// What could not be read.
    pub unmapped: Vec<Unmapped>,
}

/// Reads a folder.
pub(super) fn read(root: &Path) -> Result<Folder, ImportError> {
    if !root.is_dir() {
        return Err(ImportError::NoFolder(root.to_owned()));
    }
    let mut unmapped = Vec::new();
    let config = match read_text(&root.join("_config.yml"), "_config.yml", &mut unmapped) {
        Ok(text) => Config::read(&Source::new(SourceId(0), "_config.yml".to_owned(), text), &mut unmapped),
        Err(_) => Config::default(),
    };
    let mut pages = BTreeMap::new();
    let mut files = BTreeMap::new();
    let walk =
        WalkDir::new(root).into_iter().filter_entry(|entry| entry.depth() == 0 || is_content(root, entry, &config));
    for entry in walk {
        let entry = entry.map_err(|error| unreadable(root, error))?;
        let Some(path) = relative(root, entry.path()).filter(|_| entry.file_type().is_file()) else { continue };
        if is_html_page(&path, entry.path()) {
            unmapped.push(Unmapped::file(
                &path,
                "this page is written in HTML and was left out; only Markdown is imported",
            ));
        }
        if is_markdown(&path) {
            pages.insert(path, entry.into_path())
        } else {
            files.insert(path, entry.into_path())
        };
    }
    let pages = read_pages(pages, &mut unmapped)?;
    if pages.is_empty() {
        return Err(ImportError::NoMarkdown(root.to_owned()));
    }
    let name = root.canonicalize().ok().and_then(|root| Some(root.file_name()?.to_string_lossy().into_owned()));
    Ok(Folder { name: name.unwrap_or_else(|| "manual".to_owned()), pages, files, config, unmapped })
}

fn read_pages(found: BTreeMap<String, PathBuf>, unmapped: &mut Vec<Unmapped>) -> Result<Vec<Source>, ImportError> {
    let mut pages = Vec::with_capacity(found.len());
    let is_only_page = found.keys().all(|path| is_about_repository(path));
    for (path, file) in found {
        if file.metadata().is_ok_and(|metadata| metadata.len() > LARGEST_TEXT) {
            unmapped.push(Unmapped::file(&path, "this page is longer than 16 MiB and was left out"));
            continue;
        }
        let text = read_text(&file, &path, unmapped)?;
        if is_about_repository(&path) && !text.starts_with("---") && !is_only_page {
            unmapped.push(Unmapped::file(&path, "this page is about the repository and was left out"));
            continue;
        }
        let id = SourceId(u32::try_from(pages.len()).unwrap_or(u32::MAX));
        pages.push(Source::new(id, path, text));
    }
    Ok(pages)
}

fn read_text(file: &Path, path: &str, unmapped: &mut Vec<Unmapped>) -> Result<String, ImportError> {
    let bytes = std::fs::read(file).map_err(|cause| ImportError::Unreadable(file.to_owned(), cause))?;
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        unmapped.push(Unmapped::file(path, "this file is not UTF-8; what could not be read was replaced"));
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    });
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Whether Jekyll would look at a file or folder for pages.
fn is_content(root: &Path, entry: &DirEntry, config: &Config) -> bool {
    let name = entry.file_name().to_string_lossy();
    let Some(path) = relative(root, entry.path()) else { return false };
    if name.starts_with('.')
        || name.ends_with('~')
        || config.exclude.iter().any(|excluded| excluded.trim_end_matches('/') == path)
    {
        return false;
    }
    if !entry.file_type().is_dir() {
        return !name.starts_with('_');
    }
    match name.strip_prefix('_') {
        Some(special) => {
            matches!(special, "posts" | "drafts") || config.collections.iter().any(|collection| collection == special)
        }
        None => !NOT_CONTENT.contains(&name.as_ref()),
    }
}

fn is_markdown(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| matches!(extension.as_str(), "md" | "markdown"))
}

/// Whether a file is HTML that Jekyll would make a page of: it begins with front matter.
fn is_html_page(path: &str, file: &Path) -> bool {
    let is_html = [".html", ".htm"].iter().any(|extension| path.to_ascii_lowercase().ends_with(extension));
    is_html && std::fs::read(file).is_ok_and(|bytes| bytes.starts_with(b"---"))
}

fn is_about_repository(path: &str) -> bool {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem).to_ascii_lowercase();
    ABOUT_REPOSITORY.contains(&stem.replace('-', "_").as_str())
}

fn relative(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

fn unreadable(root: &Path, error: walkdir::Error) -> ImportError {
    let path = error.path().unwrap_or(root).to_owned();
    ImportError::Unreadable(path, error.into())
}
