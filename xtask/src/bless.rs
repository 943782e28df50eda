//! `cargo xtask bless`: golden files written anew.

use crate::Outcome;
use crate::step::{say, step};
use crate::test::every_test;

/// Runs the tests with leave to write what they would otherwise compare with.
pub fn run() -> Outcome {
    step("tests, writing golden files", every_test().env("WAYMARK_BLESS", "1"))?;
    say("Look at what has changed before you keep it.");
    Ok(())
}
