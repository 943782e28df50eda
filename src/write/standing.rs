//! What stands in the output folder before the build: nothing, or an earlier output of ours.

use super::access::{check_writable, is_mount};
use super::error::WriteError;
use super::list;
use std::borrow::Cow;
use std::collections::HashSet;
use std::fs::FileType;
use std::io::ErrorKind;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use walkdir::WalkDir;

/// What stands at the output path.
#[derive(Debug)]
pub(super) enum Standing {
    /// Nothing.
    Nothing,
    /// An empty folder.
    Empty,
    /// A folder that bears our list.
    Ours(Old),
}

/// An earlier output.
#[derive(Debug)]
pub(super) struct Old {
    /// The text of its list.
    pub(super) list: String,
    /// Our own files in it: listed, and regular files.
    pub(super) own: HashSet<String>,
    /// All else in it, folders before what they hold.
    pub(super) foreign: Vec<Foreign>,
}

/// Something in the output that we did not write.
#[derive(Debug)]
pub(super) struct Foreign {
    /// Where, relative to the output.
    pub(super) path: PathBuf,
    /// What it is.
    pub(super) kind: FileType,
}

impl Standing {
    /// Looks at the output folder and all it holds. Links are not followed.
    pub(super) fn look(out: &Path) -> Result<Standing, WriteError> {
        Ok(match glance(out)? {
            Glance::Nothing => Standing::Nothing,
            Glance::Empty => Standing::Empty,
            Glance::Ours => Standing::Ours(survey(out, list::read(&out.join(list::NAME))?)?),
        })
    }

    /// The folder that stands there, if any.
    pub(super) fn folder<'a>(&self, out: &'a Path) -> Option<&'a Path> {
        (!matches!(self, Standing::Nothing)).then_some(out)
    }

    /// All in the folder that is not ours, folders before what they hold.
    pub(super) fn foreign(&self) -> &[Foreign] {
        self.old().map_or(&[], |old| &old.foreign)
    }

    fn old(&self) -> Option<&Old> {
        match self {
            Standing::Ours(old) => Some(old),
            Standing::Nothing | Standing::Empty => None,
        }
    }

    /// Our own files of the earlier output, if there is one.
    pub(super) fn own(&self) -> Option<&HashSet<String>> {
        self.old().map(|old| &old.own)
    }

    /// Our own files of the earlier output.
    pub(super) fn into_own(self) -> HashSet<String> {
        match self {
            Standing::Ours(old) => old.own,
            Standing::Nothing | Standing::Empty => HashSet::new(),
        }
    }

    /// Whether this is an output with the given list, and no file of it is missing.
    pub(super) fn is_listed_whole(&self, list: &str) -> bool {
        self.old().is_some_and(|old| old.list == list && old.own.len() == list::paths(list).count())
    }
}

/// What a first look at the output path shows.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Glance {
    Nothing,
    Empty,
    Ours,
}

/// Looks at the output folder itself, and refuses what must not be published into.
pub(super) fn glance(out: &Path) -> Result<Glance, WriteError> {
    let kind = match out.symlink_metadata() {
        Ok(metadata) => metadata.file_type(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Glance::Nothing),
        Err(error) => return Err(WriteError::at("read", out)(error)),
    };
    if !kind.is_dir() {
        let what = if kind.is_symlink() { "a symbolic link" } else { "a file" };
        return Err(WriteError::NotAFolder { out: out.to_owned(), what });
    }
    refuse_mount(out)?;
    check_writable(out).map_err(WriteError::at("write into", out))?;
    if list::marks(out) {
        return Ok(Glance::Ours);
    }
    match out.read_dir().map_err(WriteError::at("read", out))?.next() {
        None => Ok(Glance::Empty),
        Some(_) => Err(WriteError::NotOurs { out: out.to_owned() }),
    }
}

/// Sorts all that an output holds into ours and foreign.
fn survey(out: &Path, list: String) -> Result<Old, WriteError> {
    let listed: HashSet<&str> = list::paths(&list).collect();
    let folders: HashSet<&Path> = listed.iter().flat_map(|path| Path::new(path).ancestors().skip(1)).collect();
    let (mut own, mut foreign) = (HashSet::with_capacity(listed.len()), Vec::new());
    for entry in WalkDir::new(out).follow_root_links(false).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| unreadable(out, error))?;
        let (path, kind) = (relative(out, entry.path()), entry.file_type());
        if kind.is_dir() {
            refuse_mount(entry.path())?;
        }
        let name = slashed(path).filter(|name| kind.is_file() && listed.contains(name.as_ref()));
        match name {
            Some(name) => drop(own.insert(name.into_owned())),
            None if kind.is_dir() && folders.contains(path) => {}
            None if path == Path::new(list::NAME) => {}
            None => foreign.push(Foreign { path: path.to_owned(), kind }),
        }
    }
    Ok(Old { own, foreign, list })
}

fn refuse_mount(folder: &Path) -> Result<(), WriteError> {
    match is_mount(folder).map_err(WriteError::at("read", folder))? {
        true => Err(WriteError::Mount { folder: folder.to_owned() }),
        false => Ok(()),
    }
}

/// A path below a folder, relative to it.
pub(super) fn relative<'a>(folder: &Path, path: &'a Path) -> &'a Path {
    path.strip_prefix(folder).unwrap_or(path)
}

/// A relative path as our list has it; `None` if it is not Unicode, and so not ours.
pub(super) fn slashed(path: &Path) -> Option<Cow<'_, str>> {
    let text = path.to_str()?;
    Some(if MAIN_SEPARATOR == '/' { Cow::from(text) } else { Cow::from(text.replace(MAIN_SEPARATOR, "/")) })
}

/// The error of a walk through a folder.
pub(super) fn unreadable(folder: &Path, error: walkdir::Error) -> WriteError {
    let path = error.path().unwrap_or(folder).to_owned();
    WriteError::at("read", &path)(error.into())
}
