//! The `render` stage: [`Site`] and [`Theme`] in, files out.
//!
//! Pages are made in parallel and handed on one by one; the HTML of the whole site never stands in
//! memory at once.

mod banner;
mod feed;
mod job;
mod kind;
mod lists;
mod page;
mod place;
mod terms;
pub mod theme;
pub mod view;
mod words;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::Sources;
use crate::site::Site;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;
use tera::Context;
use terms::TermFinder;
use theme::Theme;
use view::{LicenceView, SiteView};

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
    terms: TermFinder,
    cards: BTreeMap<usize, String>,
    letters: Vec<view::GroupView>,
}

/// Renders the site into a sink and tells `done` after every file. Template faults are reported, each
/// once, with the first page that shows it.
///
/// # Errors
/// The first error of the sink.
pub fn render<S: Sink>(
    site: &Site,
    sources: &Sources,
    theme: &mut Theme,
    sink: &S,
    done: &(dyn Fn() + Sync),
    diagnostics: &mut Diagnostics,
) -> Result<(), S::Error> {
    theme.set_global("site", &site_view(site));
    let cards = cards(site, theme, diagnostics);
    let letters = lists::a_to_z(site);
    let shared = Shared { site, sources, theme, terms: TermFinder::new(&site.glossary), cards, letters };
    let jobs = job::all(&shared);
    let faults: Mutex<BTreeMap<usize, Diagnostic>> = Mutex::new(BTreeMap::new());
    jobs.par_iter().enumerate().try_for_each_init(Vec::new, |buffer, (number, job)| {
        match job.run(&shared, buffer) {
            Ok(()) => sink.put(&job.path(&shared), buffer)?,
            Err(fault) => {
                faults.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(number, *fault);
            }
        }
        done();
        Ok(())
    })?;
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

fn cards(site: &Site, theme: &Theme, diagnostics: &mut Diagnostics) -> BTreeMap<usize, String> {
    let mut cards = BTreeMap::new();
    let mut html = Vec::new();
    for (number, contact) in site.contacts.iter().enumerate() {
        let mut context = Context::new();
        context.insert("contact", &lists::contact(contact, site.at));
        match theme.render("contact.html", &context, "contacts.html", &mut html) {
            Ok(()) => {
                cards.insert(number, String::from_utf8_lossy(&html).into_owned());
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
        search: true,
    }
}
