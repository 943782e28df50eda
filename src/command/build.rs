//! `waymark build`

use super::{Outcome, findings, open, progress};
use crate::cli;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{load, put_index, render_and_index, render_inspected};
use crate::render::{Nobody, Sink};
use crate::write::{Output, Summary, WriteError};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Builds the site; nothing is written if it has errors.
///
/// # Errors
/// If the site cannot be opened or the output cannot be written.
pub fn run(args: &cli::Build) -> Result<Outcome, Box<dyn Error>> {
    let start = Instant::now();
    let project = open(&args.site)?;
    let out = args.out.clone().unwrap_or_else(|| args.site.site.join("public"));
    // The lock is taken first, so that of two builds at once the second does no work.
    let output = Output::open(&out, &[&project.content, &project.root.join("themes"), &project.root])?;
    let mut diagnostics = Diagnostics::new();
    let mut loaded = load(&project, &mut diagnostics);
    let mut summary = None;
    if findings::outcome(&diagnostics, &args.findings) == Outcome::Clean
        && let Some(theme) = &mut loaded.theme
    {
        let bar = progress::bar(crate::render::count(&loaded.site));
        let done = || bar.inc(1);
        let parts = (&loaded.site, &loaded.sources, theme, &loaded.judged);
        if loaded.site.settings.search {
            let files = render_and_index(parts, &output, &done, &mut diagnostics)?;
            put_index(&files, &output)?;
        } else {
            render_inspected(parts, &output, &Nobody, &done, &mut diagnostics)?;
        }
        bar.finish_and_clear();
        diagnostics.apply(&loaded.site.settings.rules);
        if findings::outcome(&diagnostics, &args.findings) == Outcome::Clean {
            summary = Some(output.finish()?);
        }
    }
    findings::write(&diagnostics, &loaded.sources, &args.findings)?;
    match summary {
        Some(summary) => {
            findings::say(&built(&summary, loaded.site.pages.len(), &out, start, &findings::summary(&diagnostics)))?;
        }
        None => findings::say(&format!("Nothing was written: {}.", findings::summary(&diagnostics)))?,
    }
    // What is left is the memory of a program that is about to end.
    std::mem::forget(loaded);
    Ok(findings::outcome(&diagnostics, &args.findings))
}

fn built(summary: &Summary, pages: usize, out: &Path, start: Instant, found: &str) -> String {
    let Summary { written, unchanged, removed } = summary;
    let index: PathBuf = out.join("index.html");
    format!(
        "Built {} in {:.2} s, with {found}: {} written, {unchanged} unchanged, {removed} removed.\nOpen {}",
        findings::counted(pages, "page"),
        start.elapsed().as_secs_f64(),
        findings::counted(*written, "file"),
        index.strip_prefix("./").unwrap_or(&index).display()
    )
}

impl Sink for Output {
    type Error = WriteError;

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        Output::put(self, path, bytes)
    }

    fn put_file(&self, path: &str, from: &Path) -> Result<(), WriteError> {
        Output::put_file(self, path, from)
    }
}
