//! `cargo xtask test`: everything that must pass before a change is good.

use crate::browser::Ready;
use crate::place::{cargo, on_path};
use crate::step::{say, step};
use crate::{Outcome, browser, deny};
use std::process::Command;

/// Runs every check, the quick ones first.
pub fn run() -> Outcome {
    // What the last step needs is made sure of first, so that a lack of it shows before minutes have gone by.
    let ready = Ready::make()?;
    step("formatting", &mut cargo(&["fmt", "--all", "--check"]))?;
    step("lints", &mut cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))?;
    tests()?;
    match deny::program() {
        Some(program) => deny::check(&program)?,
        None => say(
            "\n── the dependency rules: left out, for cargo-deny is not installed (cargo xtask deny installs and runs it)",
        ),
    }
    browser::run_with(&ready, &[])?;
    say("\nEverything passed.");
    Ok(())
}

/// Runs the tests of every package.
fn tests() -> Outcome {
    step("tests", &mut every_test())?;
    if nextest() {
        step("examples in the documentation", &mut cargo(&["test", "--doc", "--workspace", "--locked"]))?;
    }
    Ok(())
}

/// A command that runs the tests of every package to the end, by nextest if it is there. Nextest leaves out the examples
/// in the documentation.
pub fn every_test() -> Command {
    if nextest() {
        cargo(&["nextest", "run", "--workspace", "--locked", "--no-fail-fast"])
    } else {
        cargo(&["test", "--workspace", "--locked", "--no-fail-fast"])
    }
}

fn nextest() -> bool {
    on_path(&["cargo-nextest", "cargo-nextest.exe"]).is_some()
}
