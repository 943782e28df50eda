//! `waymark check`

use super::{Outcome, findings, open};
use crate::cli;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{load, render_and_index, render_inspected};
use crate::render::{Nobody, Sink};
use std::convert::Infallible;
use std::error::Error;
use std::path::Path;

/// Runs the whole pipeline and writes nothing.
///
/// # Errors
/// If the site cannot be opened.
pub fn run(args: &cli::Check) -> Result<Outcome, Box<dyn Error>> {
    let project = open(&args.site)?;
    let mut diagnostics = Diagnostics::new();
    let mut loaded = load(&project, &mut diagnostics);
    if let Some(theme) = &mut loaded.theme
        && !diagnostics.has_errors()
    {
        let site = &loaded.site;
        let parts = (site, &loaded.sources, theme, &loaded.judged);
        // An index takes longer than all the rest, and only search tests ask it.
        if site.settings.search && !site.search_tests.is_empty() {
            render_and_index(parts, &Nowhere, &|| (), &mut diagnostics)?;
        } else {
            let Ok(()) = render_inspected(parts, &Nowhere, &Nobody, &|| (), &mut diagnostics);
        }
        diagnostics.apply(&loaded.site.settings.rules);
    }
    findings::write(&diagnostics, &loaded.sources, &args.findings)?;
    findings::say(&format!(
        "Checked {}: {}.",
        findings::counted(loaded.site.pages.len(), "page"),
        findings::summary(&diagnostics)
    ))?;
    Ok(findings::outcome(&diagnostics, &args.findings))
}

/// A sink that keeps nothing.
struct Nowhere;

impl Sink for Nowhere {
    type Error = Infallible;

    fn put(&self, _: &str, _: &[u8]) -> Result<(), Infallible> {
        Ok(())
    }

    fn put_file(&self, _: &str, _: &Path) -> Result<(), Infallible> {
        Ok(())
    }
}
