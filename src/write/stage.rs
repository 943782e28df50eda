//! The folder beside the output in which a build is put together.

use super::adopt::link_or_copy;
use super::error::WriteError;
use super::folders::{Blocked, Folders};
use super::steps::{self, Step, reached};
use super::{list, retire};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

/// As many links as are worth a thread of their own.
const LINKS_A_THREAD: usize = 256;

/// A staged build. Removed when dropped, unless it was let go.
#[derive(Debug)]
pub(super) struct Stage {
    root: PathBuf,
    folders: Folders,
    let_go: bool,
}

impl Stage {
    /// Makes the folder, with the permissions of the output that it shall replace.
    pub(super) fn make(root: &Path, like: Option<&Path>) -> Result<Stage, WriteError> {
        fs::create_dir(root).map_err(WriteError::at("create", root))?;
        let stage = Stage { root: root.to_owned(), folders: Folders::below(root), let_go: false };
        if let Some(old) = like {
            super::adopt::permissions(old, root).map_err(WriteError::at("create", root))?;
        }
        Ok(stage)
    }

    /// The staged folder.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Leaves the folder where it is: from now on its name may belong to the old output.
    pub(super) fn let_go(mut self) {
        self.let_go = true;
    }

    /// Makes a folder in the stage, unless it is there.
    pub(super) fn folder(&self, folder: &Path) -> Result<(), WriteError> {
        self.folders.ensure(folder).map_err(|Blocked { path, source }| match source.kind() {
            ErrorKind::AlreadyExists => WriteError::Clash { path },
            _ => WriteError::at("create", &self.root.join(path))(source),
        })
    }

    /// Writes a new file.
    pub(super) fn write(&self, path: &str, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), WriteError> {
        self.add(Path::new(path), "write", |to| fill(&mut File::create_new(to)?))
    }

    /// Carries over files of the old output, on several threads if there are many.
    pub(super) fn adopt_all(&self, paths: &[&str], out: &Path) -> Result<(), WriteError> {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let share = paths.len().div_ceil(threads).max(LINKS_A_THREAD);
        if paths.len() <= share {
            return self.adopt_some(paths, out);
        }
        thread::scope(|scope| {
            let shares: Vec<_> =
                paths.chunks(share).map(|paths| scope.spawn(move || self.adopt_some(paths, out))).collect();
            // Joined in order of the paths, so that of several failures the same one is reported.
            shares
                .into_iter()
                .try_for_each(|share| share.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        })
    }

    fn adopt_some(&self, paths: &[&str], out: &Path) -> Result<(), WriteError> {
        paths.iter().try_for_each(|path| {
            reached(Step::Linking);
            self.adopt(Path::new(path), out)
        })
    }

    /// Carries over one file of the old output.
    pub(super) fn adopt(&self, path: &Path, out: &Path) -> Result<(), WriteError> {
        self.add(path, "carry over", |to| link_or_copy(&out.join(path), to))
    }

    /// Adds something to the stage that is not there yet.
    pub(super) fn add(
        &self,
        path: &Path,
        action: &'static str,
        make: impl FnOnce(&Path) -> io::Result<()>,
    ) -> Result<(), WriteError> {
        if let Some(parent) = path.parent() {
            self.folder(parent)?;
        }
        let to = self.root.join(path);
        make(&to).map_err(|source| match source.kind() {
            ErrorKind::AlreadyExists if to.is_dir() => WriteError::Clash { path: path.to_owned() },
            // Two names that are one to this file system, such as A.html and a.html.
            ErrorKind::AlreadyExists => WriteError::Twice { path: path.display().to_string() },
            _ => WriteError::at(action, &to)(source),
        })
    }

    /// Writes the list of our own files, the sign that the stage is complete.
    pub(super) fn seal(&self, list: &str) -> Result<(), WriteError> {
        let (part, name) = (self.root.join(list::PART), self.root.join(list::NAME));
        // Made anew: a foreign file of that name, carried over, is one with its old self.
        let written = File::create_new(&part).and_then(|mut file| file.write_all(list.as_bytes()));
        written.map_err(WriteError::at("write", &part))?;
        reached(Step::Sealing);
        fs::rename(&part, &name).map_err(WriteError::at("write", &name))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.let_go && !steps::killed() {
            // What cannot be removed now is removed, or reported, by the next open.
            let _ = retire::remove(&self.root);
        }
    }
}
