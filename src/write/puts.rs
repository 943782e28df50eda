//! What has been put into a build so far.

use super::error::WriteError;
use super::list;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::path::{Component, Path};
use std::sync::{Mutex, PoisonError};

/// The paths put so far, each with whether the old output holds the same bytes there.
#[derive(Debug, Default)]
pub(super) struct Puts(Mutex<HashMap<String, bool>>);

/// All paths of a build, in order.
#[derive(Debug)]
pub(super) struct Sorted {
    paths: Vec<(String, bool)>,
    /// How many have other bytes than before.
    pub(super) written: usize,
}

/// Refuses a path that is not plain and relative, or that we keep for ourselves.
pub(super) fn check(path: &str) -> Result<(), WriteError> {
    let fault = if path.is_empty() || path.split('/').any(|part| part.is_empty() || part == ".") {
        "it has an empty part"
    } else if path.split('/').any(|part| part == "..") {
        "it has a part \"..\""
    } else if path.contains('\\') {
        "it has a backslash in it"
    } else if path.contains(char::is_control) {
        "it has a control character in it"
    } else if !is_relative(path) {
        "it is not relative to the output folder"
    } else if path.starts_with(list::RESERVED) {
        "Waymark keeps names that begin with \".waymark-\" for itself"
    } else {
        return Ok(());
    };
    Err(WriteError::Path { path: path.to_owned(), fault })
}

/// Windows reads a colon as the end of a drive's name, or as a stream inside a file.
fn is_relative(path: &str) -> bool {
    let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    plain && !(cfg!(windows) && path.contains(':'))
}

impl Puts {
    /// Adds a path. Gives back whether its file must be written.
    pub(super) fn add(&self, path: &str, same: bool) -> Result<bool, WriteError> {
        let mut puts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match puts.entry(path.to_owned()) {
            Entry::Occupied(_) => Err(WriteError::Twice { path: path.to_owned() }),
            Entry::Vacant(entry) => {
                entry.insert(same);
                Ok(!same)
            }
        }
    }

    /// All paths, in an order that does not depend on the threads.
    pub(super) fn sort(self) -> Sorted {
        let puts = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut paths: Vec<(String, bool)> = puts.into_iter().collect();
        paths.sort_unstable();
        let written = paths.iter().filter(|(_, same)| !same).count();
        Sorted { paths, written }
    }
}

impl Sorted {
    /// The paths.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(|(path, _)| path.as_str())
    }

    /// The paths of files that the old output holds already.
    pub(super) fn unchanged(&self) -> Vec<&str> {
        self.paths.iter().filter(|(_, same)| *same).map(|(path, _)| path.as_str()).collect()
    }

    /// Whether the build has a file at a path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.paths.binary_search_by(|(own, _)| own.as_str().cmp(path)).is_ok()
    }

    /// The folders that the build has files in.
    pub(super) fn folders(&self) -> HashSet<&Path> {
        self.paths().flat_map(|path| Path::new(path).ancestors().skip(1)).collect()
    }

    /// What the build does to an output in which these files are ours.
    pub(super) fn summary(&self, own: Option<&HashSet<String>>) -> super::Summary {
        let removed = own.map_or(0, |own| own.iter().filter(|path| !self.has(path)).count());
        super::Summary { written: self.written, unchanged: self.paths.len() - self.written, removed }
    }
}
