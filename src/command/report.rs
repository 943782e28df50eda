//! `waymark report`

mod anonymisation;
mod coverage;
mod duties;
mod entry;
mod links;
mod removals;

use super::{Outcome, findings, open};
use crate::cli::{self, FindingArgs, Format, ReportArgs, ReportOn};
use crate::diagnostic::Diagnostics;
use crate::pipeline::{Loaded, load};
use entry::Entry;
use std::error::Error;
use std::io::{BufWriter, Write};

/// Prints a report to standard output. What the content has errors in is left out, and they are told.
///
/// # Errors
/// If the site cannot be opened or standard output is closed.
pub fn run(args: &cli::Report) -> Result<Outcome, Box<dyn Error>> {
    let ReportArgs { site, format } = args.what.args();
    let project = open(site)?;
    let mut diagnostics = Diagnostics::new();
    let loaded = load(&project, &mut diagnostics);
    let found = FindingArgs { deny_warnings: false, format: Format::Human };
    if diagnostics.has_errors() {
        findings::write(&diagnostics, &loaded.sources, &found)?;
    }
    let (entries, what) = entries(&args.what, &loaded);
    let mut out = BufWriter::new(std::io::stdout().lock());
    entry::write(&mut out, &entries, *format)?;
    out.flush()?;
    let (one, many) = what;
    findings::say(&format!("{} {}.", entries.len(), if entries.len() == 1 { one } else { many }))?;
    Ok(findings::outcome(&diagnostics, &found))
}

/// The entries of a report, and what one and many of them are called.
fn entries(what: &ReportOn, loaded: &Loaded) -> (Vec<Entry>, (&'static str, &'static str)) {
    let site = &loaded.site;
    match what {
        ReportOn::Links(_) => (links::entries(site, &loaded.sources), ("address elsewhere", "addresses elsewhere")),
        ReportOn::Coverage(_) => (coverage::entries(site), ("gap", "gaps")),
        ReportOn::Duties { agency, .. } => (duties::entries(site, *agency), ("response", "responses")),
        ReportOn::Anonymisation(_) => (anonymisation::entries(site), ("record", "records")),
        ReportOn::Removals(_) => (
            removals::entries(site),
            ("case study that is due or soon will be", "case studies that are due or soon will be"),
        ),
    }
}
