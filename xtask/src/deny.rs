//! `cargo xtask deny`: which dependencies may be used, by the rules of deny.toml.

use crate::Outcome;
use crate::place::{on_path, root, target};
use crate::step::step;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Checks the dependencies, with a cargo-deny of this repository's own if there is none.
pub fn run() -> Outcome {
    let program = match program() {
        Some(program) => program,
        None => install()?,
    };
    check(&program)
}

/// Where cargo-deny stands, if it is installed.
pub fn program() -> Option<PathBuf> {
    on_path(&["cargo-deny", "cargo-deny.exe"]).or_else(|| own().ok().filter(|program| program.is_file()))
}

/// Checks the dependencies.
pub fn check(program: &Path) -> Outcome {
    step("the dependency rules", Command::new(program).args(["--workspace", "check"]).current_dir(root()))
}

fn install() -> Outcome<PathBuf> {
    let program = own()?;
    let tools = program.parent().and_then(Path::parent).unwrap_or(&program);
    let mut install = crate::place::cargo(&["install", "cargo-deny", "--locked", "--root"]);
    step("installing cargo-deny into the target folder", install.arg(tools))?;
    Ok(program)
}

fn own() -> Outcome<PathBuf> {
    Ok(target()?.join("tools").join("bin").join("cargo-deny").with_extension(std::env::consts::EXE_EXTENSION))
}
