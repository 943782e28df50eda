//! The `waymark` command: reads the command line, runs one command, and gives its exit status.

use clap::Parser;
use std::io::Write;
use std::process::ExitCode;
use waymark::cli::Cli;
use waymark::command;

/// What a command that could not run ends with.
const COULD_NOT_RUN: u8 = 2;

fn main() -> ExitCode {
    match command::run(Cli::parse().command) {
        Ok(outcome) => outcome.into(),
        // Whoever reads has read enough: `waymark search police | head`.
        Err(error) if is_broken_pipe(error.as_ref()) => ExitCode::SUCCESS,
        Err(error) => {
            // With standard error closed there is nobody left to tell.
            let _ = writeln!(std::io::stderr(), "waymark: {}", chain(error.as_ref()));
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

fn is_broken_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

/// An error with all its causes on one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
