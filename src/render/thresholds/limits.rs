//! Limits that the responses of frameworks set themselves, besides the timescales of the site.

use super::book::{Book, books};
use crate::document::framework::response::{Response, Within};
use crate::document::meta::Status;
use crate::document::timescale::Limit;
use crate::site::{PageId, Site};

/// A limit that a response sets itself.
pub struct OwnLimit<'a> {
    /// The framework whose response it is.
    pub framework: PageId,
    /// The response.
    pub response: &'a Response,
    /// The limit.
    pub limit: &'a Limit,
}

/// Every such limit of a framework that still holds.
pub fn own_limits(site: &Site) -> Vec<OwnLimit<'_>> {
    books(site)
        .filter(|id| holds(site, *id))
        .filter_map(|id| Book::of(site, id))
        .flat_map(|book| of_book(&book))
        .collect()
}

/// Whether a framework has not been superseded or withdrawn.
pub fn holds(site: &Site, framework: PageId) -> bool {
    !matches!(site.page(framework).document.meta.status, Some(Status::Superseded | Status::Withdrawn))
}

fn of_book<'a>(book: &Book<'a>) -> Vec<OwnLimit<'a>> {
    let parts = book.applied.responses.iter().filter(|part| part.applies() && book.home(part) == book.own);
    let limit = |response: &'a Response| match &response.within.as_ref()?.value {
        Within::Own(limit) => Some(OwnLimit { framework: book.own, response, limit }),
        Within::Immediately | Within::Defined(_) => None,
    };
    parts.filter_map(|part| limit(part.part)).collect()
}
