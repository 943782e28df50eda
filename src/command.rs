//! The commands, one file each.

pub mod build;
pub mod check;
pub mod import;
pub mod new;
pub mod report;
pub mod schema;
pub mod search;
pub mod serve;
pub mod takedown;

mod findings;
mod progress;

use crate::cli::{Command, SiteArgs};
use crate::project::{OpenError, Project};
use std::error::Error;
use std::process::ExitCode;

/// How a command ended. A command that could not run at all gives an error instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Clean,
    /// The content has errors, or nothing was found.
    Faulty,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        match outcome {
            Outcome::Clean => ExitCode::SUCCESS,
            Outcome::Faulty => ExitCode::from(1),
        }
    }
}

/// Runs a command.
///
/// # Errors
/// If it could not run: a folder that is not there, a disk that is full.
pub fn run(command: Command) -> Result<Outcome, Box<dyn Error>> {
    match command {
        Command::New(args) => new::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Search(args) => search::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Takedown(args) => takedown::run(&args),
    }
}

/// Opens the site folder; the day is today unless one is named.
#[expect(clippy::disallowed_methods, reason = "this is the only place that asks the clock")]
fn open(args: &SiteArgs) -> Result<Project, OpenError> {
    let at = args.at.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
    Project::open(&args.site, at, args.drafts)
}
