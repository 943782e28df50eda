//! The `write` stage: finished pages in, one output folder out. With `read`, the only stage that
//! touches the disk.
//!
//! A build is staged in a folder beside the output and swapped in when it is complete, so whoever
//! looks sees the old site or the new one, whole, even if the process is killed. Files that did not
//! change are carried over as hard links and keep their date. A list in the output,
//! `.waymark-output`, tells our own files from foreign ones, which are carried over and never lost.
//!
//! | name beside the output `public` | what it is |
//! | --- | --- |
//! | `.public.waymark-lock` | held while a build writes |
//! | `.public.waymark-new` | the staged build; after the exchange, the old output on its way out |
//! | `.public.waymark-old` | the old output, where two folders cannot be exchanged in one step |

mod access;
mod adopt;
mod carry;
mod compare;
mod error;
mod folders;
mod list;
mod lock;
mod place;
mod puts;
mod recover;
mod retire;
mod stage;
mod standing;
mod steps;
mod swap;
#[cfg(all(test, unix))]
mod tests;

pub use error::WriteError;

use lock::Lock;
use place::Place;
use puts::Puts;
use stage::Stage;
use standing::Standing;
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use steps::{Step, reached};

/// A build that is being written: staged beside the old output until [`Output::finish`] swaps it in.
/// Dropped unfinished, it takes its stage away and leaves the old output as it was.
#[derive(Debug)]
pub struct Output {
    // Fields are dropped in this order: the stage must be gone before the lock is.
    stage: Stage,
    own: HashSet<String>,
    puts: Puts,
    broken: AtomicBool,
    place: Place,
    _lock: Lock,
}

/// What a finished build did to the output folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or have other bytes than before.
    pub written: usize,
    /// Files that were carried over as they were.
    pub unchanged: usize,
    /// Files of the earlier build that this one no longer has.
    pub removed: usize,
}

impl Output {
    /// Opens `out`, the folder to publish into, which need not exist yet. `protected` are folders
    /// that must never be written into: content, themes, and the site folder, which is known by
    /// holding the others. `out` may lie inside the site folder, beside the others.
    ///
    /// # Errors
    /// If `out` is, holds or lies inside a protected folder; is a file or a link, another file
    /// system, or a folder with files in it that Waymark did not build; if another build is
    /// running; if the leftovers of a killed build cannot be cleared; if the disk refuses.
    pub fn open(out: &Path, protected: &[&Path]) -> Result<Output, WriteError> {
        let place = Place::of(out, protected)?;
        standing::glance(&place.out)?;
        place.make_parent()?;
        let lock = Lock::take(&place.lock, &place.out)?;
        reached(Step::Locked);
        recover::recover(&place)?;
        reached(Step::Recovered);
        let standing = Standing::look(&place.out)?;
        let stage = Stage::make(&place.stage, standing.folder(&place.out))?;
        reached(Step::Staged);
        Ok(Output {
            stage,
            own: standing.into_own(),
            puts: Puts::default(),
            broken: AtomicBool::new(false),
            place,
            _lock: lock,
        })
    }

    /// Puts a file into the build. `path` is relative to the output, with `/` between its parts.
    /// May be called from many threads at once.
    ///
    /// # Errors
    /// If `path` does not lie inside the output or was put before; if the disk refuses. A build of
    /// which one file failed can no longer be finished.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.guarded(|| {
            puts::check(path)?;
            let same = self.own.contains(path) && compare::bytes(&self.place.out.join(path), bytes);
            if self.puts.add(path, same)? {
                self.stage.write(path, |file| file.write_all(bytes))?;
            }
            Ok(())
        })
    }

    /// Puts a copy of the file `from` into the build, like [`Output::put`].
    ///
    /// # Errors
    /// As for [`Output::put`], and if `from` cannot be read or is not a file.
    pub fn put_file(&self, path: &str, from: &Path) -> Result<(), WriteError> {
        self.guarded(|| {
            puts::check(path)?;
            let mut source = open_file(from).map_err(WriteError::at("read", from))?;
            let same = self.own.contains(path) && compare::files(&self.place.out.join(path), &source);
            if self.puts.add(path, same)? {
                source.rewind().map_err(WriteError::at("read", from))?;
                // Copies bytes only: a private mode of the source must not hide the published file.
                self.stage.write(path, |file| io::copy(&mut source, file).map(drop))?;
            }
            Ok(())
        })
    }

    /// Swaps the build in. If it is just what the output holds already, nothing is touched.
    ///
    /// # Errors
    /// If a file failed earlier; if a path of the build is taken by a foreign file; if the disk
    /// refuses. The old output then stands as it was.
    pub fn finish(self) -> Result<Summary, WriteError> {
        if self.broken.load(Ordering::Relaxed) {
            return Err(WriteError::Incomplete { out: self.place.out });
        }
        let (out, puts) = (&self.place.out, self.puts.sort());
        let list = list::text(puts.paths());
        let standing = Standing::look(out)?;
        let summary = puts.summary(standing.own());
        if puts.written == 0 && standing.is_listed_whole(&list) {
            return Ok(summary);
        }
        let foreign = standing.foreign();
        carry::refuse_collisions(foreign, &puts, out)?;
        // Fails, as it must, if somebody removed the old output since its files were compared.
        self.stage.adopt_all(&puts.unchanged(), out)?;
        reached(Step::Linked);
        carry::carry(foreign, &self.stage, out)?;
        reached(Step::Carried);
        self.stage.seal(&list)?;
        reached(Step::Sealed);
        if let Some(leftover) = swap::swap(self.stage, &self.place, &standing)? {
            // The new site stands. What cannot be cleared now is reported by the next open.
            let _ = retire::retire(leftover, out);
        }
        Ok(summary)
    }

    /// Runs one put, and remembers that it failed: a site with a hole must not be published.
    fn guarded(&self, put: impl FnOnce() -> Result<(), WriteError>) -> Result<(), WriteError> {
        put().inspect_err(|_| self.broken.store(true, Ordering::Relaxed))
    }
}

fn open_file(path: &Path) -> io::Result<File> {
    // Asked before opening: opening a pipe would wait for somebody to write into it.
    if !path.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a file"));
    }
    File::open(path)
}
