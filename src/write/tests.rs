//! What the `write` stage promises, one behaviour a test. Written for Unix, whose inodes,
//! permissions and links they look at.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

mod crashes;
mod disk;
pub(super) mod fault;
mod foreign;
mod late;
mod model;
mod paths;
mod rebuilds;
mod refusals;

use super::{Output, Summary, WriteError};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

/// Paths and what stands there: text of a file, `-> target` of a link, `/` for a folder.
type Tree = BTreeMap<String, String>;

/// A folder of its own for a test, in which it publishes into `public`.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Bench {
        Bench { folder: tempfile::tempdir().unwrap() }
    }

    /// With a site in it that was built from these files.
    fn with(files: &[(&str, &str)]) -> Bench {
        let bench = Bench::new();
        bench.build(files).unwrap();
        bench
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn out(&self) -> PathBuf {
        self.path("public")
    }

    /// Opens the output. A test beside this one that starts a program holds this one's lock for the
    /// moment between fork and exec, so a busy lock that nobody here holds is tried again.
    fn open(&self) -> Result<Output, WriteError> {
        for _ in 0..100 {
            match Output::open(&self.out(), &[]) {
                Err(WriteError::Busy { .. }) => std::thread::sleep(std::time::Duration::from_millis(5)),
                result => return result,
            }
        }
        Output::open(&self.out(), &[])
    }

    fn build(&self, files: &[(&str, &str)]) -> Result<Summary, WriteError> {
        let output = self.open()?;
        for (path, text) in files {
            output.put(path, text.as_bytes())?;
        }
        output.finish()
    }

    /// Writes a file into the output, as somebody else would.
    fn foreign(&self, path: &str, text: &str) {
        let path = self.out().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// What stands in the output, without the list.
    fn site(&self) -> Tree {
        let mut tree = tree(&self.out());
        tree.remove(".waymark-output");
        tree
    }

    /// The names beside and including the output.
    fn names(&self) -> Vec<String> {
        tree(self.folder.path()).into_keys().filter(|path| !path.contains('/')).collect()
    }

    /// Fails unless the output is alone, without stage, lock or old folder.
    fn assert_tidy(&self) {
        assert_eq!(self.names(), ["public"]);
    }
}

/// All that stands below a folder; nothing if there is no folder.
fn tree(folder: &Path) -> Tree {
    let entries = WalkDir::new(folder).min_depth(1).into_iter().flatten();
    let describe = |path: &Path| match fs::read_link(path) {
        Ok(target) => format!("-> {}", target.display()),
        Err(_) if path.is_dir() => "/".to_owned(),
        Err(_) => fs::read_to_string(path).unwrap(),
    };
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    entries.map(|entry| (name(entry.path()), describe(entry.path()))).collect()
}

fn expect(pairs: &[(&str, &str)]) -> Tree {
    pairs.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// The message of an error, which every refusal must have.
fn message<T>(result: Result<T, WriteError>) -> String {
    result.err().map(|error| error.to_string()).unwrap()
}
