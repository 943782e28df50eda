//! Weighs what the system tells of a site folder, and notes what a build should know.

use super::FOLDERS;
use notify::event::{CreateKind, ModifyKind, RemoveKind};
use notify::{Event, EventKind};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Where changes are noted. The channel has room for one note: many changes are one build.
#[derive(Clone)]
pub struct Notice {
    root: PathBuf,
    changed: SyncSender<()>,
    /// Set when a watched folder came or went, so that folders must be watched anew.
    moved: Arc<AtomicBool>,
}

impl Notice {
    /// A place for notes about a folder, and where they are read.
    pub fn new(root: PathBuf) -> (Notice, Receiver<()>) {
        let (changed, changes) = sync_channel(1);
        (Notice { root, changed, moved: Arc::default() }, changes)
    }

    /// Whether folders must be watched anew. Asking takes the mark away.
    pub fn has_moved(&self) -> bool {
        self.moved.swap(false, Ordering::SeqCst)
    }

    /// Asks for all folders to be watched anew.
    pub fn move_all(&self) {
        self.moved.store(true, Ordering::SeqCst);
    }

    /// Notes an event, if it can change the site.
    pub fn note(&self, event: Result<Event, notify::Error>) {
        let (changed, moved) = match event {
            Ok(event) if event.need_rescan() => (true, true),
            Ok(event) => self.weigh(&event),
            // What was missed is not known, so it may be anything.
            Err(_) => (true, true),
        };
        if moved {
            self.move_all();
        }
        if changed {
            // If there is a note already, the build that it leads to is still to begin.
            let _ = self.changed.try_send(());
        }
    }

    /// Whether an event can change the site, and whether a folder came or went.
    fn weigh(&self, event: &Event) -> (bool, bool) {
        if matches!(event.kind, EventKind::Access(_)) {
            return (false, false);
        }
        let coming_or_going =
            matches!(event.kind, EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
        let folder =
            matches!(event.kind, EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder));
        let mut weight = (false, false);
        for path in &event.paths {
            let place = Place::of(&self.root, path);
            weight.0 |= place != Place::Beside;
            weight.1 |= (coming_or_going && place == Place::Top) || (folder && place == Place::Inside);
        }
        weight
    }
}

/// Where a path lies, as far as a build is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The site folder, `content/` or `themes/` themselves.
    Top,
    /// Within what a build reads.
    Inside,
    /// Where it makes no difference: elsewhere in the site folder, or a hidden or backup file.
    Beside,
}

impl Place {
    fn of(root: &Path, path: &Path) -> Place {
        let Ok(path) = path.strip_prefix(root) else {
            // A link led there, so it is read.
            return Place::Inside;
        };
        let mut parts = path.components();
        match parts.next() {
            None => Place::Top,
            Some(Component::Normal(first)) if FOLDERS.iter().any(|folder| first == *folder) => match parts.next() {
                None => Place::Top,
                Some(_) if path.components().any(|part| is_passed_over(part.as_os_str().as_encoded_bytes())) => {
                    Place::Beside
                }
                Some(_) => Place::Inside,
            },
            Some(_) => Place::Beside,
        }
    }
}

/// Files that `read` passes over: hidden ones, and backups of editors.
fn is_passed_over(name: &[u8]) -> bool {
    name.starts_with(b".") || name.ends_with(b"~")
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, DataChange, RenameMode};

    fn weigh(kind: EventKind, path: &str) -> (bool, bool) {
        let (notice, _changes) = Notice::new(PathBuf::from("/site"));
        notice.weigh(&Event::new(kind).add_path(PathBuf::from(path)))
    }

    #[test]
    fn only_what_a_build_reads_counts() {
        let saved = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        assert_eq!(weigh(saved, "/site/content/a.md"), (true, false));
        assert_eq!(weigh(saved, "/site/themes/default/templates/base.html"), (true, false));
        for path in [
            "/site/public/a.html",
            "/site/README.md",
            "/site/content/.a.md.swp",
            "/site/content/.git/x",
            "/site/content/a.md~",
        ] {
            assert_eq!(weigh(saved, path), (false, false), "{path}");
        }
        assert_eq!(weigh(EventKind::Access(AccessKind::Any), "/site/content/a.md"), (false, false));
    }

    #[test]
    fn folders_that_come_and_go_are_watched_anew() {
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::From));
        assert_eq!(weigh(renamed, "/site/content"), (true, true));
        assert_eq!(weigh(renamed, "/site/content/a.md"), (true, false));
        assert_eq!(weigh(EventKind::Create(CreateKind::Folder), "/site/content/new"), (true, true));
        assert_eq!(weigh(EventKind::Create(CreateKind::Folder), "/site/public"), (false, false));
        assert_eq!(weigh(EventKind::Remove(RemoveKind::Folder), "/site"), (true, true));
    }
}
