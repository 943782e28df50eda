//! The list of our own files in the output, which is also the mark that the output is ours.
//!
//! A text: the format on the first line, then one relative path a line, sorted.

use super::error::WriteError;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Name of the list in the output folder.
pub(super) const NAME: &str = ".waymark-output";
/// Its name while it is being written, so that a list is always whole.
pub(super) const PART: &str = ".waymark-output.part";
/// Its name in an old output that is being removed, so that the remains never pass for a site.
pub(super) const RETIRED: &str = ".waymark-output.retired";
/// What all names begin with that we keep for ourselves at the top of the output.
pub(super) const RESERVED: &str = ".waymark-";

const FORMAT: &str = "waymark output 1";

/// The text of the list for sorted paths.
pub(super) fn text<'a>(paths: impl Iterator<Item = &'a str>) -> String {
    let mut text = format!("{FORMAT}\n");
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// The paths in the text of a list.
pub(super) fn paths(text: &str) -> impl Iterator<Item = &str> {
    text.lines().skip(1)
}

/// Whether this is a folder, not a link to one, and holds a list.
pub(super) fn marks(folder: &Path) -> bool {
    let is_folder = folder.symlink_metadata().is_ok_and(|metadata| metadata.is_dir());
    is_folder && folder.join(NAME).symlink_metadata().is_ok_and(|metadata| metadata.is_file())
}

/// Reads the text of a list.
pub(super) fn read(list: &Path) -> Result<String, WriteError> {
    let unreadable = || WriteError::List { list: list.to_owned() };
    match fs::read_to_string(list) {
        Ok(text) if text.lines().next() == Some(FORMAT) => Ok(text),
        Ok(_) => Err(unreadable()),
        Err(error) if error.kind() == ErrorKind::InvalidData => Err(unreadable()),
        Err(error) => Err(WriteError::at("read", list)(error)),
    }
}
