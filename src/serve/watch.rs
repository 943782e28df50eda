//! Notices that a site folder changed.

mod notice;
mod scan;

use super::News;
use notice::Notice;
use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How long nothing may change before the site is built: editors save in several steps.
const QUIET: Duration = Duration::from_millis(50);
/// The longest that a build is put off by changes that do not end.
const LONGEST: Duration = Duration::from_secs(1);
/// How often a missing content folder is looked for.
const SEARCH: Duration = Duration::from_millis(250);
/// How often folders are looked through where the system does not tell of changes.
const SCAN: Duration = Duration::from_secs(1);

const CONTENT: &str = "content";
/// Folders of a site that a build reads.
const FOLDERS: [&str; 2] = [CONTENT, "themes"];

/// Watches a site folder.
pub struct Watch {
    root: PathBuf,
    /// The system's own; `None` where it cannot tell of changes. Then folders are looked through instead.
    watcher: Option<RecommendedWatcher>,
    /// What the folders looked like when they were last looked through.
    seen: u64,
    notice: Notice,
    changes: Receiver<()>,
}

impl Watch {
    /// Begins to watch.
    ///
    /// # Errors
    /// If the folder is not there.
    pub fn start(root: &Path, tell: &mut impl FnMut(News)) -> io::Result<Watch> {
        // Some systems tell of changes under the folder's real name only.
        let root = root.canonicalize()?;
        let (notice, changes) = Notice::new(root.clone());
        let mut watch = Watch { root, watcher: None, seen: 0, notice, changes };
        let notice = watch.notice.clone();
        match recommended_watcher(move |event| notice.note(event)) {
            Ok(watcher) => {
                watch.watcher = Some(watcher);
                watch.cover(tell);
            }
            Err(error) => watch.scan_instead(&error, tell),
        }
        Ok(watch)
    }

    /// Waits until something has changed and then nothing for a moment.
    pub fn wait(&mut self, tell: &mut impl FnMut(News)) {
        while !self.has_changed() {}
        let begun = Instant::now();
        while begun.elapsed() < LONGEST && self.changes.recv_timeout(QUIET).is_ok() {}
        // Watched anew before the next build reads, so that no change falls between the two.
        if self.notice.has_moved() {
            self.cover(tell);
        }
    }

    /// Waits for a note, or as long as it is safe to do nothing else.
    fn has_changed(&mut self) -> bool {
        let content = self.root.join(CONTENT);
        let missing = !content.is_dir();
        let scanned = self.watcher.is_none();
        let patience = match (scanned, missing) {
            (true, _) => SCAN,
            // Nothing tells of a folder that comes back together with the folder around it.
            (false, true) => SEARCH,
            (false, false) => Duration::MAX,
        };
        match self.changes.recv_timeout(patience) {
            Ok(()) => true,
            Err(RecvTimeoutError::Timeout) if scanned => {
                let before = std::mem::replace(&mut self.seen, scan::scan(&self.root));
                self.seen != before
            }
            Err(_) => {
                let back = missing && content.is_dir();
                if back {
                    self.notice.move_all();
                }
                back
            }
        }
    }

    /// Watches the site folder itself, for folders that come and go, and all that a build reads.
    fn cover(&mut self, tell: &mut impl FnMut(News)) {
        let Some(watcher) = &mut self.watcher else { return };
        let here = (self.root.clone(), RecursiveMode::NonRecursive);
        let below = FOLDERS.map(|folder| (self.root.join(folder), RecursiveMode::Recursive));
        for (folder, mode) in std::iter::once(here).chain(below) {
            match watcher.watch(&folder, mode) {
                Err(error) if !is_missing(&error) => return self.scan_instead(&error, tell),
                _ => {}
            }
        }
    }

    /// Goes on without the system's help, which can run out: it has a limit for all programs together.
    fn scan_instead(&mut self, error: &notify::Error, tell: &mut impl FnMut(News)) {
        tell(News::Scanning(error));
        self.watcher = None;
        self.seen = scan::scan(&self.root);
    }
}

/// A folder that is not there is no fault: whatever brings it back is noticed in the folder around it.
fn is_missing(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => error.kind() == io::ErrorKind::NotFound,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_the_system_cannot_tell_of_changes_the_folders_are_looked_through() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let path = |path: &str| folder.path().join(path);
        let mut tell = |_: News| ();
        let mut watch = Watch::start(folder.path(), &mut tell).expect("the folder is there");
        watch.scan_instead(&notify::Error::generic("for the test"), &mut tell);
        std::fs::create_dir(path("content")).expect("made");
        watch.wait(&mut tell);
        std::fs::write(path("content/a.md"), "one").expect("saved");
        watch.wait(&mut tell);
        std::fs::remove_dir_all(path("content")).expect("gone");
        watch.wait(&mut tell);
        assert!(!watch.has_changed());
    }
}
