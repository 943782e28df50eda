//! Writing the site folder: all of it or nothing, and never over anything.

use super::site::Site;
use super::{ImportError, Unmapped, inspect};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Refuses a destination that is there already, unless it is an empty folder.
pub(super) fn refuse_occupied(dest: &Path) -> Result<(), ImportError> {
    match fs::symlink_metadata(dest) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(ImportError::Unreadable(dest.to_owned(), error)),
        Ok(metadata) if !metadata.is_dir() => Err(ImportError::Occupied(dest.to_owned())),
        Ok(_) => {
            let mut entries = fs::read_dir(dest).map_err(|error| ImportError::Unreadable(dest.to_owned(), error))?;
            if entries.next().is_none() { Ok(()) } else { Err(ImportError::Occupied(dest.to_owned())) }
        }
    }
}

/// Writes a site into a folder beside the destination, sees what is wrong with it, says so in its
/// settings, and renames the folder when all is there.
pub(super) fn write(dest: &Path, site: &mut Site) -> Result<(), ImportError> {
    let staging = staging_for(dest)?;
    let written =
        fill(&staging, site).and_then(|()| settle(&staging, site)).and_then(|()| put_in_place(&staging, dest));
    if written.is_err() {
        let _ = fs::remove_dir_all(&staging);
    }
    written
}

fn staging_for(dest: &Path) -> Result<PathBuf, ImportError> {
    let unwritable = |error| ImportError::Unwritable(dest.to_owned(), error);
    let full = std::path::absolute(dest).map_err(unwritable)?;
    let no_name = || io::Error::new(io::ErrorKind::InvalidInput, "it has no name of its own");
    let name = full.file_name().ok_or_else(|| unwritable(no_name()))?.to_string_lossy().into_owned();
    let staging = full.with_file_name(format!(".{name}.import-{}", std::process::id()));
    fs::create_dir_all(full.parent().unwrap_or(&full)).map_err(unwritable)?;
    fs::create_dir(&staging).map_err(unwritable)?;
    Ok(staging)
}

fn fill(staging: &Path, site: &Site) -> Result<(), ImportError> {
    for (path, text) in &site.files {
        let file = staging.join(path);
        make_folder(&file)?;
        fs::write(&file, text).map_err(|error| ImportError::Unwritable(file, error))?;
    }
    write_settings(staging, site)?;
    for (path, (_, original)) in &site.assets {
        let file = staging.join(path);
        make_folder(&file)?;
        fs::copy(original, &file).map_err(|error| ImportError::Unreadable(original.clone(), error))?;
    }
    Ok(())
}

/// Takes out what must not be published, and makes warnings of the faults that the original had.
fn settle(staging: &Path, site: &mut Site) -> Result<(), ImportError> {
    let mut faults = inspect::faults(staging);
    if !faults.active.is_empty() {
        for (path, why) in std::mem::take(&mut faults.active) {
            let file = staging.join(&path);
            fs::remove_file(&file).map_err(|error| ImportError::Unwritable(file, error))?;
            let original = site.assets.remove(&path);
            site.unmapped
                .extend(original.map(|(name, _)| Unmapped::file(&name, format!("this file was left out: {why}"))));
        }
        site.unmapped.sort();
        faults = inspect::faults(staging);
    }
    site.settings.faults = faults.errors;
    write_settings(staging, site)
}

fn write_settings(staging: &Path, site: &Site) -> Result<(), ImportError> {
    let file = staging.join("content/site.yaml");
    fs::write(&file, site.settings.to_yaml()).map_err(|error| ImportError::Unwritable(file, error))
}

fn make_folder(file: &Path) -> Result<(), ImportError> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder).map_err(|error| ImportError::Unwritable(folder.to_owned(), error))
}

/// Into an empty folder, the parts are moved one by one; nothing can be overwritten by that.
fn put_in_place(staging: &Path, dest: &Path) -> Result<(), ImportError> {
    let unwritable = |error| ImportError::Unwritable(dest.to_owned(), error);
    refuse_occupied(dest)?;
    if !dest.is_dir() {
        return fs::rename(staging, dest).map_err(unwritable);
    }
    for entry in fs::read_dir(staging).map_err(unwritable)? {
        let entry = entry.map_err(unwritable)?;
        fs::rename(entry.path(), dest.join(entry.file_name())).map_err(unwritable)?;
    }
    fs::remove_dir(staging).map_err(unwritable)
}
