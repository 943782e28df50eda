//! What pages can be filtered by, and what each is filed under.

use crate::document::Kind;
use crate::document::framework::Framework;
use crate::document::meta::{Nation, Status};
use crate::render::thresholds::view::SignView;
use crate::site::{HubPages, Page, Site};
use search_index::Facet;
use std::collections::BTreeSet;

/// Types of pages: what is typed, and what readers see. The last three are pages that the build makes.
pub const TYPES: &[(&str, &str)] = &[
    ("guidance", "Guidance"),
    ("framework", "Threshold framework"),
    ("sign", "Sign"),
    ("case-study", "Case study"),
    ("page", "Page"),
    ("glossary", "Glossary"),
    ("legislation", "Legislation"),
    ("contacts", "Contacts"),
];

/// The facets of a site, in the order of display.
pub fn of(site: &Site) -> Vec<Facet> {
    let facet = |key: &str, label: &str, values: Vec<(String, String)>| Facet {
        key: key.to_owned(),
        label: label.to_owned(),
        values,
    };
    let owned = |(key, label): (&str, &str)| (key.to_owned(), label.to_owned());
    let hubs = |hubs: &[HubPages]| hubs.iter().map(|hub| (hub.hub.id.value.clone(), hub.hub.title.clone())).collect();
    let nations = Nation::NAMES.iter().filter_map(|name| Nation::named(name));
    let status = Status::NAMES.iter().filter_map(|name| Status::named(name)).filter(|s| *s != Status::Withdrawn);
    vec![
        facet("type", "Type", TYPES.iter().copied().map(owned).collect()),
        facet("topic", "Topic", hubs(&site.topics)),
        facet("audience", "Audience", hubs(&site.audiences)),
        facet("nation", "Nation", nations.map(|nation| owned((nation.name(), nation.label()))).collect()),
        facet("level", "Level", levels(site)),
        facet("status", "Status", status.map(|status| owned((status.name(), status.label()))).collect()),
    ]
}

fn levels(site: &Site) -> Vec<(String, String)> {
    let numbers: BTreeSet<u32> = site
        .pages
        .iter()
        .filter_map(framework)
        .flat_map(|framework| &framework.levels)
        .map(|level| level.number.value)
        .collect();
    numbers.into_iter().map(|number| (number.to_string(), format!("Level {number}"))).collect()
}

fn framework(page: &Page) -> Option<&Framework> {
    match &page.document.kind {
        Kind::Framework(framework) => Some(framework),
        Kind::Guidance | Kind::Page | Kind::CaseStudy(_) => None,
    }
}

/// What a sign is filed under.
pub fn of_sign(framework: &Page, sign: &SignView) -> Vec<(String, String)> {
    let meta = &framework.document.meta;
    let owned = |key: &str, value: String| (key.to_owned(), value);
    let nations = meta.nations.iter().map(|nation| owned("nation", nation.name().to_owned()));
    let levels = (sign.lowest..=sign.highest).filter(|level| *level > 0).map(|level| owned("level", level.to_string()));
    let status = meta.status.iter().map(|status| owned("status", status.name().to_owned()));
    std::iter::once(owned("type", "sign".to_owned())).chain(nations).chain(levels).chain(status).collect()
}

/// What a document is filed under.
pub fn of_page(site: &Site, page: &Page) -> Vec<(String, String)> {
    let meta = &page.document.meta;
    let known = |ids: &[crate::source::Spanned<String>], hubs: &[HubPages]| -> Vec<String> {
        let found = ids.iter().filter(|id| hubs.iter().any(|hub| hub.hub.id.value == id.value));
        found.map(|id| id.value.clone()).collect()
    };
    let levels = framework(page).into_iter().flat_map(|framework| &framework.levels);
    let filed: [(&str, Vec<String>); 6] = [
        ("type", vec![page.document_type().name().to_owned()]),
        ("topic", known(&meta.topics, &site.topics)),
        ("audience", known(&meta.audience, &site.audiences)),
        ("nation", meta.nations.iter().map(|nation| nation.name().to_owned()).collect()),
        ("level", levels.map(|level| level.number.value.to_string()).collect()),
        ("status", meta.status.iter().map(|status| status.name().to_owned()).collect()),
    ];
    let mut values: Vec<(String, String)> = Vec::new();
    for (key, found) in filed {
        for value in found {
            let pair = (key.to_owned(), value);
            if !values.contains(&pair) {
                values.push(pair);
            }
        }
    }
    values
}
