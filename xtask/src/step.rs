//! Saying what is being done, and doing it.

use crate::Outcome;
use std::io::Write;
use std::process::Command;
use std::time::Instant;

/// Tells the person at the terminal. What is said goes to standard error, so that results stay apart.
pub fn say(text: &str) {
    // With standard error closed there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Runs a command under a heading; its output is shown as it comes.
pub fn step(title: &str, command: &mut Command) -> Outcome {
    say(&format!("\n── {title}"));
    let start = Instant::now();
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if !status.success() {
        return Err(format!("{title}: failed ({status})").into());
    }
    say(&format!("── {title}: done in {:.0} s", start.elapsed().as_secs_f64()));
    Ok(())
}

/// What a short command prints, or nothing if it cannot be run.
pub fn answer(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

pub fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("cannot start {}: {error}", command.get_program().to_string_lossy())
}
