//! Bringing what stands in the old output over into the stage.

use super::steps;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Gives a file a second name, or copies it with its date and permissions where the file system
/// cannot do that. Neither replaces anything.
pub(super) fn link_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    match steps::link_refused().map_or_else(|| fs::hard_link(from, to), Err) {
        Err(error) if matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotFound) => Err(error),
        Err(refused) => copy(from, to, refused),
        linked => linked,
    }
}

/// Copies a regular file; of anything else, gives the error with which its link was refused.
fn copy(from: &Path, to: &Path, refused: io::Error) -> io::Result<()> {
    let metadata = from.symlink_metadata()?;
    if !metadata.is_file() {
        return Err(refused);
    }
    let (mut source, mut target) = (File::open(from)?, File::create_new(to)?);
    io::copy(&mut source, &mut target)?;
    target.set_modified(metadata.modified()?)?;
    target.set_permissions(metadata.permissions())
}

/// Makes a symbolic link that says the same as another.
#[cfg(unix)]
pub(super) fn recreate_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

/// Makes a symbolic link that says the same as another.
#[cfg(windows)]
pub(super) fn recreate_link(from: &Path, to: &Path) -> io::Result<()> {
    use std::os::windows::fs::{symlink_dir, symlink_file};
    let target = fs::read_link(from)?;
    if from.is_dir() { symlink_dir(target, to) } else { symlink_file(target, to) }
}

/// Gives a folder the permissions of another, and its owner as far as we may.
pub(super) fn permissions(from: &Path, to: &Path) -> io::Result<()> {
    let metadata = fs::metadata(from)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, chown};
        let now = fs::metadata(to)?;
        if (now.uid(), now.gid()) != (metadata.uid(), metadata.gid()) {
            // Only the superuser may give folders away; for all others it is as well as it is.
            let _ = chown(to, Some(metadata.uid()), Some(metadata.gid()));
        }
    }
    fs::set_permissions(to, metadata.permissions())
}

/// Gives a finished foreign folder the permissions and the date of the one that it stands for.
pub(super) fn guise(from: &Path, to: &Path) -> io::Result<()> {
    let modified = fs::metadata(from)?.modified()?;
    if cfg!(unix) {
        File::open(to)?.set_modified(modified)?;
    }
    permissions(from, to)
}
