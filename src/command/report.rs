//! `waymark report`

use super::{Outcome, findings, open};
use crate::cli::{self, FindingArgs, Format, ReportFormat, ReportOn};
use crate::diagnostic::Diagnostics;
use crate::pipeline::load;
use crate::read::Sources;
use crate::site::{Site, Target};
use crate::source::Span;
use serde_json::json;
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{BufWriter, Write};

/// Prints a report to standard output.
///
/// # Errors
/// If the site cannot be opened or standard output is closed.
pub fn run(args: &cli::Report) -> Result<Outcome, Box<dyn Error>> {
    let ReportOn::Links { site, format } = &args.what;
    let project = open(site)?;
    let mut diagnostics = Diagnostics::new();
    let loaded = load(&project, &mut diagnostics);
    let found = FindingArgs { deny_warnings: false, format: Format::Human };
    if diagnostics.has_errors() {
        findings::write(&diagnostics, &loaded.sources, &found)?;
    }
    let links = elsewhere(&loaded.site);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (address, places) in &links {
        match format {
            ReportFormat::Human => {
                writeln!(out, "{address}")?;
                for place in places {
                    writeln!(out, "  {}", in_words(&loaded.sources, *place))?;
                }
            }
            ReportFormat::Json => {
                let places: Vec<String> = places.iter().map(|place| in_words(&loaded.sources, *place)).collect();
                writeln!(out, "{}", json!({ "url": address, "places": places }))?;
            }
        }
    }
    out.flush()?;
    findings::say(&format!("{} addresses elsewhere.", links.len()))?;
    Ok(findings::outcome(&diagnostics, &found))
}

/// Every address elsewhere, with the places that name it.
fn elsewhere(site: &Site) -> BTreeMap<String, Vec<Span>> {
    let mut links: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for page in &site.pages {
        let written = page.document.outline.links.iter().zip(&page.targets);
        for (link, target) in written {
            if let Target::External(address) = target {
                links.entry(address.clone()).or_default().push(link.span);
            }
        }
        for url in page.document.meta.sources.iter().filter_map(|citation| citation.url.as_ref()) {
            links.entry(url.value.clone()).or_default().push(url.span);
        }
    }
    let acts = site
        .legislation
        .iter()
        .flat_map(|act| std::iter::once(&act.url).chain(act.provisions.iter().filter_map(|p| p.url.as_ref())));
    let contacts = site.contacts.iter().filter_map(|contact| contact.url.as_ref());
    for url in acts.chain(contacts) {
        links.entry(url.value.clone()).or_default().push(url.span);
    }
    links
}

fn in_words(sources: &Sources, span: Span) -> String {
    let source = sources.get(span.source);
    let at = source.position(span.start);
    format!("{}:{}:{}", source.path, at.line, at.column)
}
