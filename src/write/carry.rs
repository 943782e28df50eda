//! Foreign files, which we did not write and must not lose: carried over before the swap.

use super::adopt::{guise, recreate_link};
use super::error::WriteError;
use super::puts::Sorted;
use super::stage::Stage;
use super::standing::{Foreign, slashed};
use super::steps::{Step, reached};
use std::path::{Path, PathBuf};

/// Refuses a build that has a file where a foreign one stands.
pub(super) fn refuse_collisions(foreign: &[Foreign], puts: &Sorted, out: &Path) -> Result<(), WriteError> {
    if foreign.is_empty() {
        return Ok(());
    }
    let folders = puts.folders();
    let collides = |foreign: &&Foreign| {
        let as_folder = !foreign.kind.is_dir() && folders.contains(foreign.path.as_path());
        as_folder || slashed(&foreign.path).is_some_and(|path| puts.has(&path))
    };
    let paths: Vec<PathBuf> = foreign.iter().filter(collides).map(|foreign| foreign.path.clone()).collect();
    if paths.is_empty() { Ok(()) } else { Err(WriteError::Taken { out: out.to_owned(), paths }) }
}

/// Carries all foreign files, links and folders over into the stage.
pub(super) fn carry(foreign: &[Foreign], stage: &Stage, out: &Path) -> Result<(), WriteError> {
    for one in foreign {
        reached(Step::Carrying);
        carry_one(one, stage, out)?;
    }
    // Last and from the inside out, since a folder may forbid to be changed.
    for folder in foreign.iter().rev().filter(|foreign| foreign.kind.is_dir()) {
        let from = out.join(&folder.path);
        guise(&from, &stage.root().join(&folder.path)).map_err(WriteError::at("carry over", &from))?;
    }
    Ok(())
}

fn carry_one(Foreign { path, kind }: &Foreign, stage: &Stage, out: &Path) -> Result<(), WriteError> {
    let carried = if kind.is_dir() {
        stage.folder(path)
    } else if kind.is_symlink() {
        stage.add(path, "carry over", |to| recreate_link(&out.join(path), to))
    } else {
        stage.adopt(path, out)
    };
    carried.map_err(|error| match error {
        // Names that differ for us and are one to this file system: the foreign one stays.
        WriteError::Twice { .. } | WriteError::Clash { .. } => {
            WriteError::Taken { out: out.to_owned(), paths: vec![path.clone()] }
        }
        error => error,
    })
}
