//! Questions about a folder that the standard library cannot answer.

use std::io;
use std::path::Path;

/// Whether a folder is the root of a mounted file system. Such a folder cannot be renamed, and
/// files cannot be linked out of it.
#[cfg(target_os = "linux")]
pub(super) fn is_mount(folder: &Path) -> io::Result<bool> {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    let flags = AtFlags::SYMLINK_NOFOLLOW | AtFlags::NO_AUTOMOUNT;
    match statx(CWD, folder, flags, StatxFlags::empty()) {
        // A bind mount of the same file system has the same device number: only this bit tells.
        Ok(found) => Ok(found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT)),
        Err(rustix::io::Errno::NOSYS) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Whether a folder is the root of a mounted file system.
#[cfg(all(unix, not(target_os = "linux")))]
pub(super) fn is_mount(folder: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let device = folder.symlink_metadata()?.dev();
    folder.parent().map_or(Ok(false), |parent| Ok(parent.metadata()?.dev() != device))
}

/// Whether a folder is the root of a mounted file system.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
pub(super) fn is_mount(_: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Fails if files may not be made in a folder. Asked before anything is written, since an old
/// output that may not be emptied could not be removed after the swap.
#[cfg(unix)]
pub(super) fn check_writable(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

/// Fails if files may not be made in a folder.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
pub(super) fn check_writable(_: &Path) -> io::Result<()> {
    Ok(())
}
