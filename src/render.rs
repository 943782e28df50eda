//! The `render` stage: [`Site`] and [`Theme`] in, files out.
//!
//! Pages are made in parallel and handed on one by one; the HTML of the whole site never stands in
//! memory at once.

mod banner;
mod case_study;
mod cells;
mod change;
mod context;
mod feed;
mod job;
mod kind;
mod law;
mod lists;
mod page;
mod place;
mod reader;
mod term;
mod terms;
pub mod theme;
pub(crate) mod thresholds;
pub(crate) mod timescales;
mod training;
pub mod view;
mod words;

pub use reader::{FrameworkPart, Nobody, Readable, Reader};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::Sources;
use crate::site::Site;
use place::Card;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;
use tera::Context;
use terms::TermFinder;
use theme::Theme;
use view::{LicenceView, SiteView};

/// Files are made in blocks of so many, and what was read of a block is handed on before the next one
/// begins: so it comes in the order of the pages and never fills the memory.
const BLOCK: usize = 512;

/// Takes finished files, from many threads at once.
pub trait Sink: Sync {
    /// Why a file could not be taken.
    type Error: Send;

    /// Takes a file that was made.
    ///
    /// # Errors
    /// If it cannot be kept.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Self::Error>;

    /// Takes a file that is published as it is.
    ///
    /// # Errors
    /// If it cannot be read or kept.
    fn put_file(&self, path: &str, from: &Path) -> Result<(), Self::Error>;
}

/// What every page is made with.
pub(crate) struct Shared<'a> {
    site: &'a Site,
    sources: &'a Sources,
    theme: &'a Theme,
    reader: &'a dyn Reader,
    terms: TermFinder,
    cards: BTreeMap<usize, Card>,
    letters: Vec<view::GroupView>,
}

/// Renders the site into a sink, lets a reader read along, and tells `done` after every file. Template faults are reported, each
/// once, with the first page that shows it.
///
/// # Errors
/// The first error of the sink.
pub fn render<S: Sink>(
    site: &Site,
    sources: &Sources,
    theme: &mut Theme,
    sink: &S,
    reader: &dyn Reader,
    done: &(dyn Fn() + Sync),
    diagnostics: &mut Diagnostics,
) -> Result<(), S::Error> {
    theme.set_global("site", &site_view(site));
    let cards = cards(site, theme, diagnostics);
    let letters = lists::a_to_z(site);
    let shared = Shared { site, sources, theme, reader, terms: TermFinder::new(&site.glossary), cards, letters };
    let jobs = job::all(&shared);
    let faults: Mutex<BTreeMap<usize, Diagnostic>> = Mutex::new(BTreeMap::new());
    for (at, block) in jobs.chunks(BLOCK).enumerate() {
        let make = |buffer: &mut Vec<u8>, (number, job): (usize, &job::Job)| {
            let read = match job.run(&shared, buffer) {
                Ok(read) => {
                    sink.put(&job.path(&shared), buffer)?;
                    read
                }
                Err(fault) => {
                    let mut faults = faults.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    faults.insert(at * BLOCK + number, *fault);
                    None
                }
            };
            done();
            Ok(read)
        };
        let read: Vec<Option<search_index::Page>> =
            block.par_iter().enumerate().map_init(Vec::new, make).collect::<Result<_, S::Error>>()?;
        read.into_iter().flatten().for_each(|page| reader.take(page));
    }
    let faults = faults.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    report_once(faults, diagnostics);
    for (path, bytes) in &shared.theme.assets {
        sink.put(path, bytes)?;
    }
    site.assets.par_iter().try_for_each(|asset| sink.put_file(&asset.url, &asset.file))
}

/// How many files a site will have, assets left out.
pub fn count(site: &Site) -> usize {
    site.pages.len()
}

/// One fault of a template shows on every page that uses it; the first page stands for all.
fn report_once(faults: BTreeMap<usize, Diagnostic>, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for fault in faults.into_values() {
        let cause = fault.message.split(" (while rendering").next().unwrap_or_default().to_owned();
        if seen.insert((format!("{:?}", fault.place), cause)) {
            diagnostics.push(fault);
        }
    }
}

fn cards(site: &Site, theme: &Theme, diagnostics: &mut Diagnostics) -> BTreeMap<usize, Card> {
    let mut cards = BTreeMap::new();
    let mut html = Vec::new();
    for (number, contact) in site.contacts.iter().enumerate() {
        let mut context = Context::new();
        let view = lists::contact(contact, site.at);
        context.insert("contact", &view);
        match theme.render("contact.html", &context, "contacts.html", &mut html) {
            Ok(()) => {
                let words = format!("{}\n{}", view.name, view.words());
                cards.insert(number, Card { html: String::from_utf8_lossy(&html).into_owned(), words });
            }
            Err(fault) => {
                diagnostics.push(fault);
                break;
            }
        }
    }
    cards
}

fn site_view(site: &Site) -> SiteView {
    let settings = &site.settings;
    SiteView {
        title: settings.title.clone(),
        description: settings.description.clone(),
        publisher: settings.publisher.clone(),
        edition: settings.edition.clone(),
        notice: settings.notice.clone(),
        language: settings.language.clone(),
        url: settings.url.clone(),
        at: words::date(site.at),
        emergency: site.emergency.map(|number| lists::contact(&site.contacts[number], site.at)),
        exit_page: settings.exit_page.as_ref().map(|(label, url)| words::made(label, &url.value, None)),
        licence: settings.licence.as_ref().map(|licence| LicenceView {
            name: licence.name.clone(),
            url: licence.url.as_ref().map(|url| url.value.clone()),
            attribution: licence.attribution.clone(),
        }),
        navigation: lists::navigation(site),
        generated: site.made.iter().map(|(url, title)| words::made(title, url, None)).collect(),
        no_robots: settings.no_robots,
        search: settings.search,
    }
}
