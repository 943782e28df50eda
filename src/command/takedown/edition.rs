//! A built edition: a folder or a zip file, read file by file.

use crate::takedown::WITHIN;
use search_index::{Contents, Engine, Files};
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::WalkDir;
use zip::ZipArchive;

/// A file's path and bytes.
pub type Entry = (String, Vec<u8>);

/// A built edition.
pub struct Edition {
    /// As it was named.
    pub path: PathBuf,
    /// Paths relative to its root, with `/`, and bytes.
    pub files: Vec<Entry>,
}

/// No file of a site is larger; a zip file that says so is not one of ours.
const LARGEST: u64 = 1 << 30;
/// Zip files in zip files are opened so deep.
const DEEPEST: u8 = 3;
const INDEX: &str = "search-index/";

impl Edition {
    /// Reads a whole edition.
    pub fn read(path: &Path) -> Result<Edition, Box<dyn Error>> {
        let named = |error: Box<dyn Error>| format!("{}: {error}", path.display());
        let files = if path.is_dir() { of_folder(path) } else { of_zip(path) };
        let mut files = files.map_err(named)?;
        files.sort();
        strip_common_folder(&mut files);
        let mut packed = Vec::new();
        for file in &files {
            unpack(file, 1, &mut packed).map_err(named)?;
        }
        files.extend(packed);
        if !files.iter().any(|(path, _)| path == "index.html") {
            return Err(format!("{}: it holds no index.html, so it is no built site", path.display()).into());
        }
        Ok(Edition { path: path.to_owned(), files })
    }

    /// The edition's pages and other files, its index left out.
    pub fn pages(&self) -> impl Iterator<Item = &Entry> {
        self.files.iter().filter(|(path, _)| !path.starts_with(INDEX))
    }

    /// Everything that its index holds; `None` if it has no index.
    pub fn index(&self) -> Result<Option<Contents>, Box<dyn Error>> {
        let own = self.files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(INDEX)?, bytes)));
        let files: Files = own.map(|(name, bytes)| (name.to_owned(), bytes.clone())).collect();
        if files.file("start.js").is_none() {
            return Ok(None);
        }
        let read = Engine::open(Arc::new(files)).and_then(|engine| engine.contents());
        Ok(Some(read.map_err(|error| format!("{}: {error}", self.path.display()))?))
    }
}

fn of_folder(root: &Path) -> Result<Vec<Entry>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(root) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let relative = entry.path().strip_prefix(root)?;
            let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            files.push((parts.join("/"), fs::read(entry.path())?));
        }
    }
    Ok(files)
}

fn of_zip(path: &Path) -> Result<Vec<Entry>, Box<dyn Error>> {
    entries(BufReader::new(File::open(path)?))
}

fn entries(zip: impl Read + Seek) -> Result<Vec<Entry>, Box<dyn Error>> {
    let mut zip = ZipArchive::new(zip)?;
    let mut files = Vec::new();
    let mut room = LARGEST;
    for number in 0..zip.len() {
        let entry = zip.by_index(number)?;
        if entry.is_file() {
            let name = entry.name()?.replace('\\', "/");
            let mut bytes = Vec::new();
            // What an archive says of its sizes may be a lie.
            entry.take(room + 1).read_to_end(&mut bytes)?;
            let left = room.checked_sub(bytes.len() as u64);
            room = left.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, format!("{name} is too large")))?;
            files.push((name, bytes));
        }
    }
    Ok(files)
}

/// Adds what lies in a zip file of the edition, such as a download of handouts, and in zip files within it. What cannot
/// be opened is an error: nobody could say that it holds nothing.
fn unpack((path, bytes): &Entry, depth: u8, files: &mut Vec<Entry>) -> Result<(), Box<dyn Error>> {
    if !bytes.starts_with(b"PK") || !path.to_lowercase().ends_with(".zip") {
        return Ok(());
    }
    if depth > DEEPEST {
        return Err(format!("{path}: zip files lie too deep in one another to be looked through").into());
    }
    for (name, bytes) in entries(Cursor::new(bytes)).map_err(|error| format!("{path}: {error}"))? {
        let entry = (format!("{path}{WITHIN}{name}"), bytes);
        unpack(&entry, depth + 1, files)?;
        files.push(entry);
    }
    Ok(())
}

/// Takes away the one folder that somebody packed.
fn strip_common_folder(files: &mut [Entry]) {
    let folder = files.first().and_then(|(path, _)| path.split_once('/')).map(|(folder, _)| format!("{folder}/"));
    if let Some(folder) = folder.filter(|folder| files.iter().all(|(path, _)| path.starts_with(folder.as_str()))) {
        for (path, _) in files {
            path.drain(..folder.len());
        }
    }
}
