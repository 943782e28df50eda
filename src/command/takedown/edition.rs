//! A built edition: a folder or a zip file, read file by file.

use search_index::{Contents, Engine, Files};
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::WalkDir;
use zip::ZipArchive;

/// A file's path and bytes.
type Entry = (String, Vec<u8>);

/// A built edition.
pub struct Edition {
    /// As it was named.
    pub path: PathBuf,
    /// Paths relative to its root, with `/`, and bytes.
    pub files: Vec<Entry>,
}

/// No file of a site is larger; a zip file that says so is not one of ours.
const LARGEST: u64 = 1 << 30;
const INDEX: &str = "search-index/";

impl Edition {
    /// Reads a whole edition.
    pub fn read(path: &Path) -> Result<Edition, Box<dyn Error>> {
        let named = |error: Box<dyn Error>| format!("{}: {error}", path.display());
        let files = if path.is_dir() { of_folder(path) } else { of_zip(path) };
        let mut files = files.map_err(named)?;
        files.sort();
        strip_common_folder(&mut files);
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
    let mut zip = ZipArchive::new(BufReader::new(File::open(path)?))?;
    let mut files = Vec::new();
    for number in 0..zip.len() {
        let entry = zip.by_index(number)?;
        if entry.is_file() {
            let name = entry.name()?.replace('\\', "/");
            let mut bytes = Vec::new();
            // What an archive says of its sizes may be a lie.
            entry.take(LARGEST + 1).read_to_end(&mut bytes)?;
            if bytes.len() as u64 > LARGEST {
                return Err(io::Error::new(io::ErrorKind::InvalidData, format!("{name} is too large")).into());
            }
            files.push((name, bytes));
        }
    }
    Ok(files)
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
