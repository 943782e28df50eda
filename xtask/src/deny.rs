//! `cargo xtask deny`: which dependencies may be used, by the rules of deny.toml.

use crate::Outcome;
use crate::place::{cargo, on_path, root, target};
use crate::step::step;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Checks the dependencies, with a cargo-deny of this repository's own if there is none.
pub fn run() -> Outcome {
    let program = match program() {
        Some(program) => program,
        None => install()?,
    };
    check(&program)?;
    step("known faults of the dependencies", deny(&program).args(["check", "advisories"]))
}

/// Where cargo-deny stands, if it is installed.
pub fn program() -> Option<PathBuf> {
    on_path(&["cargo-deny", "cargo-deny.exe"]).or_else(|| own().ok().filter(|program| program.is_file()))
}

/// Checks what needs no network. The list of known faults is fetched from elsewhere and changes without us, so only the
/// chore of its own looks at it.
pub fn check(program: &Path) -> Outcome {
    step("the dependency rules", deny(program).args(["check", "bans", "licenses", "sources"]))
}

fn deny(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("--workspace").current_dir(root());
    command
}

fn install() -> Outcome<PathBuf> {
    let program = own()?;
    let tools = program.parent().and_then(Path::parent).unwrap_or(&program);
    let mut install = cargo(&["install", "cargo-deny", "--locked", "--root"]);
    step("installing cargo-deny into the target folder", install.arg(tools))?;
    Ok(program)
}

fn own() -> Outcome<PathBuf> {
    Ok(target()?.join("tools").join("bin").join("cargo-deny").with_extension(std::env::consts::EXE_EXTENSION))
}
