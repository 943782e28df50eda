//! Reads a site as search does, and keeps what was read.

use search_index::Page;
use std::sync::Mutex;
use waymark::index;
use waymark::render::{Readable, Reader};
use waymark::site::Site;

/// Keeps the records of a site.
pub struct Reading<'s> {
    site: &'s Site,
    records: Mutex<Vec<Page>>,
}

impl<'s> Reading<'s> {
    /// Nothing read yet.
    pub fn of(site: &'s Site) -> Self {
        Reading { site, records: Mutex::default() }
    }

    /// What was read, in order.
    pub fn records(self) -> Vec<Page> {
        self.records.into_inner().unwrap()
    }
}

impl Reader for Reading<'_> {
    fn read(&self, readable: &Readable) -> Option<Page> {
        index::record(self.site, readable)
    }

    fn take(&self, page: Page) {
        self.records.lock().unwrap().push(page);
    }
}
