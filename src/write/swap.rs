//! The moment in which the new site takes the place of the old one.

use super::error::WriteError;
use super::place::Place;
use super::stage::Stage;
use super::standing::Standing;
use super::steps::{self, Step, reached};
use std::fs;
use std::io;
use std::path::Path;

/// Puts a sealed stage in the place of the output. Gives back where the old output is now.
pub(super) fn swap<'a>(stage: Stage, place: &'a Place, standing: &Standing) -> Result<Option<&'a Path>, WriteError> {
    let leftover = match standing {
        Standing::Ours(_) => Some(replace(place)?),
        Standing::Nothing | Standing::Empty => {
            move_in(&place.stage, &place.out).map_err(WriteError::at("put a new site in", &place.out))?;
            None
        }
    };
    stage.let_go();
    reached(Step::Swapped);
    Ok(leftover)
}

/// Renames a folder to a name at which there is nothing, or an empty folder. Should a file have
/// come into that folder in the meantime, the system refuses, and nothing is lost.
pub(super) fn move_in(from: &Path, to: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        // Removes an empty folder only. Without this the rename would be refused.
        let _ = fs::remove_dir(to);
    }
    fs::rename(from, to)
}

fn replace(place: &Place) -> Result<&Path, WriteError> {
    match exchange(&place.stage, &place.out) {
        Ok(()) => Ok(&place.stage),
        // Whatever the reason: if two renames fail as well, they say why.
        Err(_) => replace_in_two_steps(place),
    }
}

/// Swaps two folders in one step, of which the system does all or nothing.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    steps::exchange_refused()?;
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Swaps two folders in one step, of which the system does all or nothing.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    steps::exchange_refused()?;
    Err(io::ErrorKind::Unsupported.into())
}

/// If we are killed between the two steps, the next open puts the old output back.
fn replace_in_two_steps(place: &Place) -> Result<&Path, WriteError> {
    fs::rename(&place.out, &place.aside).map_err(WriteError::at("move aside", &place.out))?;
    reached(Step::Aside);
    let Err(error) = fs::rename(&place.stage, &place.out) else {
        return Ok(&place.aside);
    };
    match fs::rename(&place.aside, &place.out) {
        Ok(()) => Err(WriteError::at("put a new site in", &place.out)(error)),
        Err(source) => Err(WriteError::Stranded { out: place.out.clone(), aside: place.aside.clone(), source }),
    }
}
