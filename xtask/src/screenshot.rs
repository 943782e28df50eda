//! `cargo xtask screenshot`: the picture of the demonstration site in the README.

use crate::Outcome;
use crate::browser::Ready;
use crate::place::{demonstration, root};
use crate::step::step;

/// Takes the picture.
pub fn run() -> Outcome {
    let ready = Ready::make()?;
    let site = demonstration()?;
    let picture = root().join("themes").join("screenshot.png");
    step("the screenshot", ready.node(site.path()).arg("screenshot.mjs").arg(picture))
}
