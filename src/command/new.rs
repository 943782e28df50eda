//! `waymark new`

use super::{Outcome, findings::say};
use crate::cli;
use include_dir::{Dir, DirEntry, include_dir};
use std::error::Error;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

static STARTER: Dir = include_dir!("$CARGO_MANIFEST_DIR/starter");

/// Makes a small working site.
///
/// # Errors
/// If the folder is not empty or cannot be written. Nothing that was there before is changed.
pub fn run(args: &cli::New) -> Result<Outcome, Box<dyn Error>> {
    let dir = &args.dir;
    make(dir)?;
    let name = quoted(dir);
    say(&format!(
        "Made a small working site in {name}. All its text is an example.\n\
         Now run: waymark serve {name}\n\
         Open the address that it prints, change {}, and save: the page in the browser follows.",
        quoted(&dir.join("content").join("index.md"))
    ))?;
    Ok(Outcome::Clean)
}

/// Why a site cannot be made.
#[derive(Debug)]
pub enum NewError {
    /// There is something in the folder already.
    NotEmpty(PathBuf),
    /// The folder's name is taken by a file.
    NotFolder(PathBuf),
    /// The disk refuses.
    Disk(PathBuf, io::Error),
}

fn make(dir: &Path) -> Result<(), NewError> {
    match fs::read_dir(dir) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(NewError::NotEmpty(dir.to_owned()));
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(NewError::NotFolder(dir.to_owned())),
        Err(error) => return Err(NewError::Disk(dir.to_owned(), error)),
    }
    fs::create_dir_all(dir).map_err(|error| NewError::Disk(dir.to_owned(), error))?;
    write(&STARTER, dir)
}

/// Writes the files of an embedded folder. Files that came into being meanwhile are left alone.
fn write(from: &Dir, dir: &Path) -> Result<(), NewError> {
    for entry in from.entries() {
        let path = dir.join(entry.path());
        let written = match entry {
            DirEntry::Dir(_) => fs::create_dir(&path),
            DirEntry::File(file) => File::create_new(&path).and_then(|mut out| out.write_all(file.contents())),
        };
        written.map_err(|error| NewError::Disk(path, error))?;
        if let DirEntry::Dir(folder) = entry {
            write(folder, dir)?;
        }
    }
    Ok(())
}

/// A path as it is typed on a command line.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path }
}

impl Error for NewError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            NewError::Disk(_, error) => Some(error),
            NewError::NotEmpty(_) | NewError::NotFolder(_) => None,
        }
    }
}

impl fmt::Display for NewError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            NewError::NotEmpty(dir) => {
                write!(
                    f,
                    "{} is not empty, and nothing in it was touched; name a new folder, or an empty one",
                    dir.display()
                )
            }
            NewError::NotFolder(dir) => write!(f, "{} is a file; name a new folder", dir.display()),
            NewError::Disk(path, _) => write!(f, "cannot make {}", path.display()),
        }
    }
}
