//! The `index` stage: what readers read in, the files of the search index out.
//!
//! It stands beside `render`: pages are read while they are made, in the words that their templates are
//! given, so that search finds what a reader sees and nothing else.

mod facets;
mod part;
mod record;
mod trial;
mod vocabulary;

pub use facets::TYPES;
pub use record::of as record;
pub use trial::try_out;

use crate::render::{Readable, Reader};
use crate::site::Site;
use search_index::{Error, Files, Page, Settings, Writer};
use std::sync::mpsc::SyncSender;

/// The folder of a site that holds the index.
pub const FOLDER: &str = "search-index";
/// The engine that browsers run, in that folder.
pub const ENGINE: &str = "engine.js";

/// Makes the index of pages, which come in their order.
///
/// # Errors
/// If the engine cannot write it.
pub fn index(settings: &Settings, pages: impl IntoIterator<Item = Page>) -> Result<Files, Error> {
    let mut writer = Writer::new(settings)?;
    for page in pages {
        writer.add(&page)?;
    }
    writer.finish()
}

/// What the site says about its search beside its pages.
pub fn settings(site: &Site) -> Settings {
    Settings { facets: facets::of(site), synonyms: vocabulary::of(site), contact: contact(site) }
}

/// What a reader without a hit is told to do now.
fn contact(site: &Site) -> Option<String> {
    let contact = &site.contacts[site.emergency?];
    let ways = [&contact.phone, &contact.email, &contact.out_of_hours].into_iter().flatten().next();
    let way = ways.map_or_else(|| contact.hours.clone(), Clone::clone);
    Some(format!("{}: {way}", contact.name))
}

/// Reads pages into records and sends them to whoever makes the index.
pub struct Records<'s> {
    /// The site.
    pub site: &'s Site,
    /// Where the records go.
    pub to: SyncSender<Page>,
}

impl Reader for Records<'_> {
    fn read(&self, readable: &Readable) -> Option<Page> {
        record(self.site, readable)
    }

    fn take(&self, page: Page) {
        // Who stopped listening has a fault to tell, and tells it.
        let _ = self.to.send(page);
    }
}
