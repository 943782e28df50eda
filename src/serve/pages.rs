//! The rendered site in memory.

use crate::render::Sink;
use axum::body::Bytes;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// All files of a good build, by address. Nothing else is ever served.
#[derive(Debug, Default)]
pub struct Pages(BTreeMap<String, Entry>);

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A file that was made.
    Made(Bytes),
    /// A file that is published as it is: an image, a download. It stays on disk, for some are large.
    Kept {
        /// Where it lies.
        file: PathBuf,
        /// Its length and time of change, to notice when it is another.
        stamp: Option<(u64, SystemTime)>,
    },
}

impl Pages {
    /// The file with an address.
    pub fn get(&self, path: &str) -> Option<&Entry> {
        self.0.get(path)
    }

    /// Whether there is a file with an address.
    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }
}

/// A build on its way into memory.
pub struct Filling<'a> {
    last: Option<&'a Pages>,
    files: Mutex<BTreeMap<String, Entry>>,
    same: AtomicUsize,
}

impl<'a> Filling<'a> {
    /// Begins a build that follows a good one.
    pub fn new(last: Option<&'a Pages>) -> Self {
        Filling { last, files: Mutex::default(), same: AtomicUsize::new(0) }
    }

    /// The build, and how many files are new, changed or gone since the good one before.
    pub fn finish(self) -> (Pages, Option<usize>) {
        let pages = Pages(self.files.into_inner().unwrap_or_else(PoisonError::into_inner));
        let other = pages.0.len() - self.same.into_inner();
        let changed = self.last.map(|last| other + last.0.keys().filter(|path| !pages.has(path)).count());
        (pages, changed)
    }

    fn before(&self, path: &str) -> Option<&Entry> {
        self.last.and_then(|last| last.get(path))
    }

    fn add(&self, path: &str, entry: Entry) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.to_owned(), entry);
    }

    fn is_same(&self) {
        self.same.fetch_add(1, Ordering::Relaxed);
    }
}

impl Sink for Filling<'_> {
    type Error = Infallible;

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Infallible> {
        let entry = match self.before(path) {
            Some(Entry::Made(before)) if before == bytes => {
                self.is_same();
                Entry::Made(before.clone())
            }
            _ => Entry::Made(Bytes::copy_from_slice(bytes)),
        };
        self.add(path, entry);
        Ok(())
    }

    fn put_file(&self, path: &str, from: &Path) -> Result<(), Infallible> {
        let stamp = from.metadata().ok().and_then(|file| Some((file.len(), file.modified().ok()?)));
        let entry = Entry::Kept { file: from.to_owned(), stamp };
        if self.before(path) == Some(&entry) {
            self.is_same();
        }
        self.add(path, entry);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(last: Option<&Pages>, files: &[(&str, &str)]) -> (Pages, Option<usize>) {
        let filling = Filling::new(last);
        for (path, text) in files {
            let Ok(()) = filling.put(path, text.as_bytes());
        }
        filling.finish()
    }

    #[test]
    fn new_changed_and_removed_files_count_as_changed_and_the_rest_is_shared() {
        let (first, changed) = filled(None, &[("a", "1"), ("b", "2")]);
        assert_eq!(changed, None);
        let (second, changed) = filled(Some(&first), &[("a", "1"), ("b", "3"), ("c", "4")]);
        assert_eq!(changed, Some(2));
        let address = |pages: &Pages| match pages.get("a") {
            Some(Entry::Made(bytes)) => bytes.as_ptr(),
            _ => std::ptr::null(),
        };
        assert_eq!(address(&first), address(&second));
        assert_eq!(filled(Some(&second), &[("a", "1")]).1, Some(2));
        assert_eq!(filled(Some(&first), &[("a", "1"), ("b", "2")]).1, Some(0));
    }
}
