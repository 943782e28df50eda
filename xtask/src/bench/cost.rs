//! What running a program costs.

use crate::Outcome;
use crate::step::cannot_start;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;
use std::ffi::OsStr;
use std::io::Write;
use std::process::Command;
use std::time::Instant;

/// The cost of one run.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Seconds of CPU time, of all threads together.
    pub cpu: f64,
    /// Seconds on the clock.
    pub wall: f64,
    /// The most memory held at once, in KiB.
    pub peak_kib: i64,
}

impl Cost {
    /// Runs a command and gives its cost. The system keeps the account of all children of a process in one, so a
    /// process of its own runs the command: this program again, by `measure`.
    pub fn of(command: &[impl AsRef<OsStr>]) -> Outcome<Self> {
        let output = Command::new(std::env::current_exe()?).arg("measure").args(command).output()?;
        if !output.status.success() {
            let why = String::from_utf8_lossy(&output.stderr);
            return Err(why.trim().trim_start_matches("xtask: ").into());
        }
        Cost::read(&String::from_utf8(output.stdout)?).ok_or_else(|| "the measurement cannot be read".into())
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let cost = Cost {
            cpu: words.next()?.parse().ok()?,
            wall: words.next()?.parse().ok()?,
            peak_kib: words.next()?.parse().ok()?,
        };
        Some(cost)
    }
}

/// `cargo xtask measure PROGRAM ARGUMENT…`: runs one program and prints its cost.
pub fn measure(words: &[String]) -> Outcome {
    let (program, arguments) = words.split_first().ok_or("measure needs a program")?;
    let mut command = Command::new(program);
    command.args(arguments);
    let start = Instant::now();
    let output = command.output().map_err(|error| cannot_start(&command, &error))?;
    let wall = start.elapsed().as_secs_f64();
    if !output.status.success() {
        return Err(format!("{program} failed ({})\n{}", output.status, String::from_utf8_lossy(&output.stderr)).into());
    }
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let cpu = seconds(usage.user_time()) + seconds(usage.system_time());
    writeln!(std::io::stdout(), "{cpu} {wall} {}", kib(usage.max_rss()))?;
    Ok(())
}

fn seconds(time: TimeVal) -> f64 {
    time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6
}

/// The account is in KiB everywhere but on a Mac, where it is in bytes.
fn kib(peak: i64) -> i64 {
    if cfg!(target_os = "macos") { peak / 1024 } else { peak }
}
