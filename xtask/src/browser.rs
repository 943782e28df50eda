//! `cargo xtask browser`: the built demonstration site in a real browser.

use crate::Outcome;
use crate::place::{DAY, browser_tests, demonstration, program};
use crate::step::step;
use crate::{chromium, node};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The programs that the browser tests need.
pub struct Ready {
    node: PathBuf,
    chromium: PathBuf,
}

impl Ready {
    /// Finds what is needed, and fetches what may be fetched.
    pub fn make() -> Outcome<Self> {
        let ready = Ready { node: node::find()?, chromium: chromium::find()? };
        node::packages()?;
        Ok(ready)
    }

    /// Node.js in the folder of the browser tests, told which browser and which site to take.
    pub fn node(&self, site: &Path) -> Command {
        let mut command = Command::new(&self.node);
        command
            .current_dir(browser_tests())
            .env("CHROMIUM", &self.chromium)
            .env("WAYMARK_SITE", site)
            .env("WAYMARK_DAY", DAY);
        command
    }
}

/// Runs the browser tests of these names, or all.
pub fn run(names: &[String]) -> Outcome {
    run_with(&Ready::make()?, names)
}

/// The same, with what is needed at hand.
pub fn run_with(ready: &Ready, names: &[String]) -> Outcome {
    let files = files(names)?;
    let site = demonstration()?;
    let mut node = ready.node(site.path());
    // It has been built with the site.
    node.env("WAYMARK_PROGRAM", program("dev")?).args(["--test", "--test-reporter=spec"]).args(files);
    step("browser tests", &mut node)
}

/// The files of tests, in the order of their names.
fn files(names: &[String]) -> Outcome<Vec<String>> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(browser_tests())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix(".test.mjs") {
            all.push(stem.to_owned());
        }
    }
    all.sort();
    if let Some(unknown) = names.iter().find(|name| !all.contains(name)) {
        return Err(format!("there are no browser tests called `{unknown}`; there are: {}", all.join(", ")).into());
    }
    let wanted = if names.is_empty() { &all } else { names };
    Ok(wanted.iter().map(|name| format!("{name}.test.mjs")).collect())
}
