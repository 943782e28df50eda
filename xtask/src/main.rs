//! Chores of this repository. `cargo xtask` names them.

mod bench;
mod bless;
mod browser;
mod chore;
mod chromium;
mod deny;
mod node;
mod place;
mod screenshot;
mod step;
mod test;
mod wasm;

use chore::Chore;
use std::process::ExitCode;

/// What a chore ends with: nothing, or why it could not be done.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match Chore::parse(&words).and_then(Chore::run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            step::say(&format!("xtask: {error}"));
            ExitCode::FAILURE
        }
    }
}
