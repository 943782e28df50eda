//! `waymark report links`: every address elsewhere, with the places that name it.

use super::entry::Entry;
use crate::read::Sources;
use crate::site::{Site, Target};
use crate::source::Span;
use serde_json::json;
use std::collections::BTreeMap;

/// Every address, in order.
pub fn entries(site: &Site, sources: &Sources) -> Vec<Entry> {
    let entry = |(address, places): (String, Vec<Span>)| {
        let places: Vec<String> = places.iter().map(|place| in_words(sources, *place)).collect();
        Entry { json: json!({ "url": address, "places": places }), lines: places, title: address }
    };
    elsewhere(site).into_iter().map(entry).collect()
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
    let timescales = site.timescales.iter().zip(&site.timescale_sources);
    let timescales = timescales.filter(|(_, target)| matches!(target, Target::External(_))).map(|(one, _)| &one.source);
    for url in acts.chain(contacts).chain(timescales) {
        links.entry(url.value.clone()).or_default().push(url.span);
    }
    links
}

fn in_words(sources: &Sources, span: Span) -> String {
    let source = sources.get(span.source);
    let at = source.position(span.start);
    format!("{}:{}:{}", source.path, at.line, at.column)
}
