//! Putting right what a killed build left behind.

use super::error::WriteError;
use super::list;
use super::place::Place;
use super::retire::{remove, retire};
use super::standing::{Glance, glance};
use super::steps::{Step, reached};
use super::swap::move_in;
use std::io::ErrorKind;
use std::path::Path;

/// Puts a whole site back if the output is missing, then clears the leftovers. Needs the lock.
pub(super) fn recover(place: &Place) -> Result<(), WriteError> {
    let leftovers = [&place.aside, &place.stage];
    for leftover in leftovers {
        if list::marks(leftover) && glance(&place.out)? != Glance::Ours {
            move_in(leftover, &place.out).map_err(WriteError::at("put the old site back in", &place.out))?;
        }
    }
    reached(Step::PutBack);
    leftovers.into_iter().try_for_each(|leftover| clear(leftover, &place.out))
}

fn clear(leftover: &Path, out: &Path) -> Result<(), WriteError> {
    let failed = |source| WriteError::Leftover { folder: leftover.to_owned(), source };
    let is_folder = match leftover.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        found => found.map_err(failed)?.is_dir(),
    };
    let cleared = if !is_folder {
        std::fs::remove_file(leftover)
    } else if [list::NAME, list::RETIRED].iter().any(|name| leftover.join(name).exists()) {
        retire(leftover, out)
    } else {
        // A stage that was never complete: all in it is new, or a second name of a file that
        // stands in the output.
        remove(leftover)
    };
    cleared.map_err(failed)
}
