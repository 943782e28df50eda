//! A Chromium for the browser tests.

use crate::Outcome;
use crate::place::on_path;
use crate::step::{say, step};
use std::path::{Path, PathBuf};
use std::process::Command;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ON_A_MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const HOW: &str = "install Chromium (Debian and Ubuntu: sudo apt-get install chromium), or name a Chromium or Chrome by the variable CHROMIUM";

/// Finds a Chromium, and installs Debian's where there is none and we may.
pub fn find() -> Outcome<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        return if named.is_file() {
            Ok(named)
        } else {
            Err(format!("CHROMIUM names {}, which is not there; {HOW}", named.display()).into())
        };
    }
    if let Some(found) = standing() {
        return Ok(found);
    }
    let Some(apt) = on_path(&["apt-get"]).filter(|_| nix::unistd::geteuid().is_root()) else {
        return Err(format!("there is no Chromium for the browser tests; {HOW}").into());
    };
    say("There is no Chromium for the browser tests; Debian's is installed.");
    install(&apt)?;
    standing().ok_or_else(|| format!("Chromium is installed but cannot be found; {HOW}").into())
}

fn standing() -> Option<PathBuf> {
    on_path(&NAMES).or_else(|| Some(PathBuf::from(ON_A_MAC)).filter(|program| program.is_file()))
}

fn install(apt: &Path) -> Outcome {
    let apt = || {
        let mut command = Command::new(apt);
        command.arg("--quiet").env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    step("apt-get update", apt().arg("update"))?;
    step("apt-get install chromium", apt().args(["install", "--yes", "--no-install-recommends", "chromium"]))
}
