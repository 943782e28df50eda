//! Search in the preview. Its index takes longer than all pages together, so it is made when a browser asks for
//! the first piece of it, and no page waits.

use crate::index::{self, ENGINE, index};
use crate::render::{Readable, Reader};
use crate::site::Site;
use axum::body::Bytes;
use search_index::{Files, Page, Settings};
use std::sync::{Mutex, OnceLock, PoisonError};

/// What search knows of a build.
pub struct Search {
    settings: Settings,
    pages: Vec<Page>,
    files: OnceLock<Option<Files>>,
}

impl Search {
    /// A file of the index, which is made now if it has not been asked for before. That takes its time.
    pub fn file(&self, name: &str) -> Option<Bytes> {
        if name == ENGINE {
            return Some(Bytes::from_static(search_index::engine_js()));
        }
        let make = || index(&self.settings, self.pages.iter().cloned()).ok();
        self.files.get_or_init(make).as_ref()?.file(name).map(Bytes::copy_from_slice)
    }

    /// Whether another build reads the same.
    pub fn is_like(&self, other: &Search) -> bool {
        self.settings == other.settings && self.pages == other.pages
    }
}

/// Keeps what is read of a build.
pub struct Keeping<'s> {
    site: &'s Site,
    pages: Mutex<Vec<Page>>,
}

impl<'s> Keeping<'s> {
    /// Nothing read yet.
    pub fn new(site: &'s Site) -> Self {
        Keeping { site, pages: Mutex::default() }
    }

    /// What search knows now; nothing if the site has no search.
    pub fn finish(self) -> Option<Search> {
        let pages = self.pages.into_inner().unwrap_or_else(PoisonError::into_inner);
        let settings = index::settings(self.site);
        self.site.settings.search.then(|| Search { settings, pages, files: OnceLock::new() })
    }
}

impl Reader for Keeping<'_> {
    fn wants_words(&self) -> bool {
        self.site.settings.search
    }

    fn read(&self, readable: &Readable) -> Option<Page> {
        self.wants_words().then(|| index::record(self.site, readable)).flatten()
    }

    fn take(&self, page: Page) {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner).push(page);
    }
}
