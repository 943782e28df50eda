//! `cargo xtask test`: everything that must pass before a change is good.

use crate::browser::Ready;
use crate::place::{cargo, on_path};
use crate::step::{say, step};
use crate::{Outcome, browser, deny};

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

/// Runs the tests of every package, by nextest if it is there. Nextest leaves out the examples in the documentation.
fn tests() -> Outcome {
    if on_path(&["cargo-nextest", "cargo-nextest.exe"]).is_none() {
        return step("tests", &mut cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]));
    }
    step("tests", &mut cargo(&["nextest", "run", "--workspace", "--locked", "--no-fail-fast"]))?;
    step("examples in the documentation", &mut cargo(&["test", "--doc", "--workspace", "--locked"]))
}
