//! The `resolve` stage: [`Vetted`] in, [`Site`] out.
//!
//! Chooses what is published, gives every output its address, and turns every written link into a
//! [`Target`]. What leads nowhere is reported with the nearest of what exists.

mod address;
mod assets;
mod backlinks;
mod collections;
mod hubs;
mod links;
mod names;
mod path;
mod published;
mod registers;
mod search_tests;
mod sections;
mod site_wide;
mod thresholds;

pub use path::{percent_decode, relative, to_root};
pub use sections::humanise;

use crate::diagnostic::Diagnostics;
use crate::document::contact::Contact;
use crate::document::glossary::Term;
use crate::document::legislation::Act;
use crate::document::timescale::Timescale;
use crate::parse::Parsed;
use crate::project::Project;
use crate::read::Sources;
use crate::settings::Settings;
use crate::site::{HubPages, Page, PageId, Site};
use crate::vet::Vetted;
use links::{Contents, Places};

/// Addresses and titles of pages that the build can make, besides topics, sections and collections.
const MADE: &[(&str, &str)] = &[
    ("search.html", "Search"),
    ("a-z.html", "A to Z"),
    ("topics/index.html", "Topics"),
    ("audiences/index.html", "Audiences"),
    ("glossary.html", "Glossary"),
    ("legislation.html", "Legislation"),
    ("contacts.html", "Contacts"),
    ("timescales.html", "Timescales"),
    ("changes.html", "What changed"),
];

/// Resolves a parsed site for the day of a project. `theme_assets` are the addresses that the theme takes.
pub fn resolve(
    vetted: Vetted,
    sources: &Sources,
    project: &Project,
    theme_assets: &[&str],
    diagnostics: &mut Diagnostics,
) -> Site {
    let (at, drafts) = (project.at, project.drafts);
    let Parsed {
        settings,
        documents,
        faulty,
        mut glossary,
        mut legislation,
        contacts,
        timescales,
        bank_holidays,
        synonyms,
        allowed_details,
        search_tests,
    } = vetted.into_parsed();
    glossary.sort_by_key(|term| term.term.to_lowercase());
    legislation.sort_by_key(|act| act.title.to_lowercase());
    let (documents, hidden) = published::choose(documents, at, drafts);
    names::check(&settings, &documents, &glossary, &legislation, &contacts, sources, diagnostics);
    names::check_rows(&documents, &timescales, sources, diagnostics);
    let mut pages: Vec<Page> = documents.into_iter().map(Page::unlinked).collect();
    let sections = sections::make(&pages);
    let topics = hubs::make(&settings.topics, "topics", &pages, |meta| &meta.topics, diagnostics);
    let audiences = hubs::make(&settings.audiences, "audiences", &pages, |meta| &meta.audience, diagnostics);
    let redirects = address::redirects(&pages, diagnostics);
    let contents = Contents {
        pages: &pages,
        hidden: &hidden,
        faulty: &faulty,
        glossary: &glossary,
        legislation: &legislation,
        contacts: &contacts,
        timescales: &timescales,
        sources,
        settings: &settings,
        sections: &sections,
        hubs: [&topics, &audiences],
    };
    let places = Places::new(&contents);
    let resolved = links::of_pages(&places, diagnostics);
    let collections = collections::make(&settings.collections, &places, diagnostics);
    let navigation = site_wide::navigation(&settings, &places, diagnostics);
    let emergency = site_wide::emergency(&settings, &contacts, diagnostics);
    site_wide::check_addresses(&settings, &legislation, &contacts, diagnostics);
    site_wide::check_contacts(&contacts, at, diagnostics);
    let glossary_links = site_wide::glossary_links(&glossary, &places, sources, diagnostics);
    let timescale_sources = site_wide::timescale_sources(&timescales, &places, diagnostics);
    let ties = thresholds::check(&places, diagnostics);
    let search_tests = search_tests::make(search_tests, &pages, &places, diagnostics);
    links::fill(&mut pages, resolved);
    backlinks::fill(&mut pages);
    let thresholds = thresholds::make(ties, &pages);
    collections::fill(&mut pages, &collections);
    let assets = assets::linked(&pages, &glossary_links, sources, diagnostics);
    let mut site = Site {
        made: made_pages(&settings, &glossary, &legislation, &contacts, &timescales, [&topics, &audiences]).collect(),
        settings,
        at,
        pages,
        glossary,
        glossary_links,
        legislation,
        contacts,
        timescales,
        timescale_sources,
        bank_holidays,
        thresholds,
        emergency,
        allowed_details,
        navigation,
        topics,
        audiences,
        sections,
        collections,
        assets,
        redirects: Vec::new(),
        synonyms,
        search_tests,
    };
    address::check(&site, &redirects, theme_assets, diagnostics);
    site.redirects = redirects.into_iter().map(|(from, to, _)| (from, to)).collect();
    site
}

/// Those of [`MADE`] that this site has: a list with nothing in it gets no page.
fn made_pages(
    settings: &Settings,
    glossary: &[Term],
    legislation: &[Act],
    contacts: &[Contact],
    timescales: &[Timescale],
    hubs: [&[HubPages]; 2],
) -> impl Iterator<Item = (&'static str, &'static str)> {
    let in_use = hubs.map(|hubs| hubs.iter().any(|hub| !hub.pages.is_empty()));
    let lists = [!glossary.is_empty(), !legislation.is_empty(), !contacts.is_empty(), !timescales.is_empty()];
    let search = settings.search;
    MADE.iter().copied().filter(move |(url, _)| match *url {
        "search.html" => search,
        "topics/index.html" => in_use[0],
        "audiences/index.html" => in_use[1],
        "glossary.html" => lists[0],
        "legislation.html" => lists[1],
        "contacts.html" => lists[2],
        "timescales.html" => lists[3],
        _ => true,
    })
}

/// Page numbers in title order.
fn by_title(pages: &[Page], ids: &mut [PageId]) {
    ids.sort_by_cached_key(|id| {
        let page = &pages[id.0 as usize];
        (page.title().to_lowercase(), page.url.clone())
    });
}
