//! Node.js and the packages of the browser tests.

use crate::Outcome;
use crate::place::{browser_tests, on_path};
use crate::step::{answer, step};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node.js that Playwright runs on.
const OLDEST: u32 = 20;

/// Finds a Node.js that is new enough.
pub fn find() -> Outcome<PathBuf> {
    let how = format!(
        "the browser tests need Node.js {OLDEST} or newer with npm: https://nodejs.org, or your system's packages nodejs and npm"
    );
    let node = on_path(&["node", "node.exe"]).ok_or_else(|| format!("there is no Node.js; {how}"))?;
    let version = answer(&node, &["--version"]).unwrap_or_default();
    match major(&version) {
        Some(major) if major >= OLDEST => Ok(node),
        _ => Err(format!("{} is version {version}; {how}", node.display()).into()),
    }
}

/// Installs exactly what package-lock.json names, unless that stands already.
pub fn packages() -> Outcome {
    let folder = browser_tests();
    if is_installed(&folder) {
        return Ok(());
    }
    let npm = on_path(&["npm", "npm.cmd"])
        .ok_or("there is no npm beside Node.js; install it, for it fetches the browser tests' packages")?;
    step("packages of the browser tests", Command::new(npm).args(["ci", "--ignore-scripts"]).current_dir(folder))
}

/// npm leaves its own copy of the lock file when it is done, which is then the younger of the two.
fn is_installed(folder: &Path) -> bool {
    let written = |file: PathBuf| fs::metadata(file).and_then(|metadata| metadata.modified());
    match (written(folder.join("package-lock.json")), written(folder.join("node_modules/.package-lock.json"))) {
        (Ok(asked), Ok(installed)) => asked <= installed,
        _ => false,
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_the_number_after_the_v() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major(""), None);
    }
}
