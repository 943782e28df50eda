//! `waymark serve`

use super::{Outcome, findings, open};
use crate::cli::{self, FindingArgs, Format, SiteArgs};
use crate::serve::{Built, News, Server};
use std::error::Error;

/// Findings of a preview are always for people.
const FINDINGS: FindingArgs = FindingArgs { deny_warnings: false, format: Format::Human };

/// Previews the site until Ctrl-C.
///
/// # Errors
/// If the site cannot be opened or the port is taken.
pub fn run(args: &cli::Serve) -> Result<Outcome, Box<dyn Error>> {
    open(&args.site)?;
    let SiteArgs { site, at, drafts } = &args.site;
    let again = SiteArgs { site: site.clone(), at: *at, drafts: *drafts };
    // Opened anew for each build: a preview that runs past midnight goes on with the new day.
    let server = Server::start(args.port, site, move || open(&again), tell)?;
    findings::say(&format!(
        "The site is at http://{}/ and follows every save. Press Ctrl-C to end.",
        server.address()?
    ))?;
    server.run()?;
    Ok(Outcome::Clean)
}

fn tell(news: News) {
    // With standard error closed there is nobody left to tell; browsers still are.
    let _ = match news {
        News::Built(built) => {
            findings::write(&built.diagnostics, &built.sources, &FINDINGS).and_then(|()| findings::say(&line(built)))
        }
        News::Scanning(error) => findings::say(&format!(
            "The system cannot tell of changes ({error}), so the site folder is looked through every second."
        )),
    };
}

fn line(built: &Built) -> String {
    let found = findings::summary(&built.diagnostics);
    let took = built.took.as_secs_f64();
    if !built.diagnostics.has_errors() {
        let documents = built.documents;
        let changed = built.changed.map(|files| format!("; files that changed: {files}")).unwrap_or_default();
        return format!("Built {documents} pages in {took:.2} s, with {found}{changed}.");
    }
    let shown = if built.shown { "the last good build is shown" } else { "there is nothing to show yet" };
    format!("Not built, after {took:.2} s: {found}; {shown}.")
}
