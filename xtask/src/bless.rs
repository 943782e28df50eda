//! `cargo xtask bless`: golden files written anew.

use crate::Outcome;
use crate::place::cargo;
use crate::step::{say, step};

/// Runs the tests with leave to write what they would otherwise compare with.
pub fn run() -> Outcome {
    step("tests, writing golden files", cargo(&["test", "--workspace", "--locked"]).env("WAYMARK_BLESS", "1"))?;
    say("Look at what has changed before you keep it.");
    Ok(())
}
