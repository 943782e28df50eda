//! Evidence and law, as links to read.

use super::view::EvidenceView;
use crate::render::place::place;
use crate::render::words::address;
use crate::site::{Page, Site, Target};

/// A link to something to read, under its own name: that of a source which the page cites, or else of its host.
pub fn to_read(site: &Site, page: &Page, target: &Target) -> Option<EvidenceView> {
    // Links of the page to itself start from the root here as well.
    let elsewhere = match target {
        Target::Here(anchor) => Target::Made(page.url.clone(), Some(anchor.clone())),
        target => target.clone(),
    };
    let placed = place(site, "", &elsewhere);
    if placed.href.is_empty() {
        return None;
    }
    let title = match target {
        Target::External(url) => cited(page, url),
        Target::Here(_) => page.title().to_owned(),
        _ => placed.text,
    };
    let url = if placed.external { placed.href } else { address(&placed.href) };
    Some(EvidenceView { title, url, external: placed.external })
}

/// The title under which a page cites an address, or else its host.
fn cited(page: &Page, url: &str) -> String {
    let sources = &page.document.meta.sources;
    let cited = sources.iter().find(|source| source.url.as_ref().is_some_and(|own| own.value == url));
    let host = || url.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or(url).to_owned();
    cited.map_or_else(|| host().trim_start_matches("www.").to_owned(), |source| source.title.clone())
}
