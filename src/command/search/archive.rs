//! An index in a zip file, at its root or in the one folder that somebody packed.

use super::folder::plain;
use crate::index::FOLDER;
use search_index::Store;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use zip::ZipArchive;

/// No file of an index is larger; a zip file that says so is not one of ours.
const LARGEST: u64 = 1 << 30;

/// A zip file, with the files that have been unpacked so far.
pub struct Archive {
    prefix: String,
    zip: Mutex<ZipArchive<BufReader<File>>>,
    unpacked: Mutex<HashMap<String, Arc<[u8]>>>,
}

impl Archive {
    /// Opens a zip file.
    pub fn open(file: &Path) -> io::Result<Archive> {
        let zip = ZipArchive::new(BufReader::new(File::open(file)?)).map_err(of_zip)?;
        let names = zip.file_names().filter_map(Result::ok);
        let prefix = names.filter_map(|name| prefix(&name).map(str::to_owned)).min();
        let missing =
            || io::Error::new(io::ErrorKind::NotFound, format!("it holds no {FOLDER}/, so it is no built site"));
        Ok(Archive { prefix: prefix.ok_or_else(missing)?, zip: Mutex::new(zip), unpacked: Mutex::default() })
    }

    fn file(&self, name: &str) -> io::Result<Arc<[u8]>> {
        let mut unpacked = self.unpacked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = unpacked.get(name) {
            return Ok(Arc::clone(bytes));
        }
        let path = format!("{}{FOLDER}/{}", self.prefix, plain(name)?);
        let mut zip = self.zip.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = zip.by_name(&path).map_err(of_zip)?;
        let mut bytes = Vec::new();
        // What an archive says of its sizes may be a lie.
        entry.take(LARGEST + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > LARGEST {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "it is too large for a search index"));
        }
        let bytes: Arc<[u8]> = bytes.into();
        unpacked.insert(name.to_owned(), Arc::clone(&bytes));
        Ok(bytes)
    }
}

impl Store for Archive {
    fn size(&self, name: &str) -> io::Result<u64> {
        Ok(self.file(name)?.len() as u64)
    }

    fn read(&self, name: &str, range: Range<u64>) -> io::Result<Vec<u8>> {
        let bytes = self.file(name)?;
        let range = usize::try_from(range.start).ok().zip(usize::try_from(range.end).ok());
        let slice = range.and_then(|(start, end)| bytes.get(start..end)).ok_or(io::ErrorKind::UnexpectedEof)?;
        Ok(slice.to_vec())
    }
}

/// What stands before the index's folder in a name: nothing, or one folder.
fn prefix(name: &str) -> Option<&str> {
    let (folder, rest) = name.split_once('/')?;
    if folder == FOLDER {
        return Some("");
    }
    rest.strip_prefix(FOLDER).filter(|rest| rest.starts_with('/')).map(|_| &name[..=folder.len()])
}

fn of_zip(error: zip::result::ZipError) -> io::Error {
    match error {
        zip::result::ZipError::Io(error) => error,
        zip::result::ZipError::FileNotFound => io::ErrorKind::NotFound.into(),
        other => io::Error::new(io::ErrorKind::InvalidData, format!("it is no zip file that can be read: {other}")),
    }
}
