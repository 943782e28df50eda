//! Findings on their way out: the form that was asked for, and what it means for the exit status.

use super::Outcome;
use crate::cli::{FindingArgs, Format};
use crate::diagnostic::locate::locate;
use crate::diagnostic::{Diagnostics, Severity, human, json, sarif};
use crate::read::Sources;
use std::io::{self, BufWriter, IsTerminal, Write};

/// Writes all findings. JSON and SARIF are data and go to standard output; text for people does not.
pub fn write(diagnostics: &Diagnostics, sources: &Sources, args: &FindingArgs) -> io::Result<()> {
    let located = locate(diagnostics, sources);
    match args.format {
        Format::Human => {
            let stderr = io::stderr();
            let colour = stderr.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
            let mut out = BufWriter::new(stderr.lock());
            human::write(&mut out, &located, colour)?;
            out.flush()
        }
        Format::Json => {
            let mut out = BufWriter::new(io::stdout().lock());
            json::write(&mut out, &located)?;
            out.flush()
        }
        Format::Sarif => {
            let mut out = BufWriter::new(io::stdout().lock());
            sarif::write(&mut out, &located)?;
            out.flush()
        }
    }
}

/// What findings mean for the exit status.
pub fn outcome(diagnostics: &Diagnostics, args: &FindingArgs) -> Outcome {
    let warnings_count = args.deny_warnings && diagnostics.count(Severity::Warning) > 0;
    if diagnostics.has_errors() || warnings_count { Outcome::Faulty } else { Outcome::Clean }
}

/// "2 errors and 1 warning"
pub fn summary(diagnostics: &Diagnostics) -> String {
    human::summary(diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning))
}

/// "1 page", "54 pages"
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A line for people.
pub fn say(line: &str) -> io::Result<()> {
    writeln!(io::stderr(), "{line}")
}
