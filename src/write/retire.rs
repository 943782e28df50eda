//! Removing a folder that has had its time, without losing a foreign file that came late.

use super::folders::Folders;
use super::list;
use super::standing::{relative, slashed};
use super::steps::{Step, reached};
use std::cell::OnceCell;
use std::collections::HashSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// Removes a folder and all in it. Links are removed, not followed.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    inside_out(folder).try_for_each(|entry| {
        let entry = entry?;
        discard(entry.path(), entry.file_type().is_dir())
    })
}

/// Removes an old output that `out` has replaced. A foreign file that came or changed between the
/// carrying over and the swap is moved to `out`; where that cannot be, it stays, and this fails.
pub(super) fn retire(old: &Path, out: &Path) -> io::Result<()> {
    let mark = old.join(list::RETIRED);
    if list::marks(old) {
        fs::rename(old.join(list::NAME), &mark)?;
    }
    reached(Step::Retiring);
    let list = list::read(&mark).map_err(io::Error::other)?;
    let own: HashSet<&str> = list::paths(&list).collect();
    let rescue = Rescue { old, out, folders: Folders::below(out), list: OnceCell::new() };
    for entry in inside_out(old) {
        let entry = entry?;
        let path = relative(old, entry.path());
        if entry.depth() == 0 || entry.path() == mark {
            continue;
        }
        let is_own = entry.file_type().is_file() && slashed(path).is_some_and(|path| own.contains(path.as_ref()));
        if !is_own && !entry.file_type().is_dir() && rescue.is_due(path)? {
            rescue.bring(path)?;
        } else {
            discard(entry.path(), entry.file_type().is_dir())?;
        }
        reached(Step::Discarded);
    }
    // The list goes last, and comes back if a file came at the last moment: without it, nothing
    // here could be told from a foreign file.
    fs::remove_file(&mark)?;
    fs::remove_dir(old).or_else(|error| fs::write(&mark, list.as_bytes()).and(Err(error)))
}

fn inside_out(folder: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    WalkDir::new(folder).follow_root_links(false).contents_first(true).sort_by_file_name().into_iter()
}

/// Removes a file or an empty folder; if its folder forbids that, the folder is changed first.
fn discard(path: &Path, is_folder: bool) -> io::Result<()> {
    let remove = || if is_folder { fs::remove_dir(path) } else { fs::remove_file(path) };
    match (remove(), path.parent()) {
        (Err(error), Some(parent)) if error.kind() == ErrorKind::PermissionDenied => {
            allow(parent).and_then(|()| remove()).map_err(|_| error)
        }
        (result, _) => result,
    }
}

#[cfg(unix)]
fn allow(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::symlink_metadata(folder)?.permissions().mode();
    fs::set_permissions(folder, fs::Permissions::from_mode(mode | 0o700))
}

#[cfg(not(unix))]
fn allow(_: &Path) -> io::Result<()> {
    Err(ErrorKind::PermissionDenied.into())
}

/// The way of late foreign files from the old output to the new one.
struct Rescue<'a> {
    old: &'a Path,
    out: &'a Path,
    folders: Folders,
    /// The list of the new output, read when the first foreign file is met.
    list: OnceCell<HashSet<String>>,
}

impl Rescue<'_> {
    /// Whether a foreign file of the old output is missing from the new one, or newer there.
    /// A carried file has the same date in both, since it is one file or a copy with that date.
    fn is_due(&self, path: &Path) -> io::Result<bool> {
        if let Some(parent) = path.parent() {
            self.folders.ensure(parent).map_err(|blocked| blocked.source)?;
        }
        let late = self.old.join(path).symlink_metadata()?.modified()?;
        match self.out.join(path).symlink_metadata() {
            Ok(standing) => Ok(standing.modified()? < late || self.is_ours(path)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
            Err(error) => Err(error),
        }
    }

    fn bring(&self, path: &Path) -> io::Result<()> {
        if self.is_ours(path) {
            let cause = format!("the new site has a file of its own in the place of {}", path.display());
            return Err(io::Error::new(ErrorKind::AlreadyExists, cause));
        }
        fs::rename(self.old.join(path), self.out.join(path))
    }

    fn is_ours(&self, path: &Path) -> bool {
        let list = self.list.get_or_init(|| {
            let text = list::read(&self.out.join(list::NAME)).unwrap_or_default();
            list::paths(&text).map(str::to_owned).collect()
        });
        slashed(path).is_some_and(|path| list.contains(path.as_ref()))
    }
}
