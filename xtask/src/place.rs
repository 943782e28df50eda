//! Where things stand in the repository, and how its programs are started.

use crate::Outcome;
use crate::step::step;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The day the demonstration site is built for, on which none of its pages is overdue.
pub const DAY: &str = "2026-11-23";

/// The root of the repository, which is a site folder too.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The folder of the browser tests.
pub fn browser_tests() -> PathBuf {
    root().join("tests").join("browser")
}

/// The folder cargo builds into. This program stands in it, one folder down.
pub fn target() -> Outcome<PathBuf> {
    let this = std::env::current_exe()?;
    let target = this.parent().and_then(Path::parent).ok_or("cannot tell which folder cargo builds into")?;
    Ok(target.to_owned())
}

/// A cargo command in the repository.
pub fn cargo(arguments: &[&str]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Builds the program and gives its path. `profile` is a profile of Cargo.toml: dev or release.
pub fn waymark(profile: &str) -> Outcome<PathBuf> {
    step(
        &format!("waymark itself ({profile})"),
        &mut cargo(&["build", "--locked", "--bin", "waymark", "--profile", profile]),
    )?;
    program(profile)
}

/// Where the program lies once it is built.
pub fn program(profile: &str) -> Outcome<PathBuf> {
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(target()?.join(folder).join("waymark").with_extension(std::env::consts::EXE_EXTENSION))
}

/// Builds the demonstration site into a folder of its own, which goes when it is dropped. It cannot stand in the folder
/// cargo builds into: that lies in the repository, which is the site folder, and no output may lie deep in one.
pub fn demonstration() -> Outcome<TempDir> {
    let waymark = waymark("dev")?;
    let out = tempfile::Builder::new().prefix("waymark-demonstration-").tempdir()?;
    let mut build = Command::new(waymark);
    build.arg("build").arg(root()).arg("--out").arg(out.path()).args(["--at", DAY, "--deny-warnings"]);
    step("the demonstration site", &mut build)?;
    Ok(out)
}

/// The first of these programs that stands on the search path.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}
