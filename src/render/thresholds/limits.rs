//! Limits that the responses of frameworks set themselves, besides the timescales of the site.

use super::book::{Book, books};
use crate::document::framework::response::{Response, Within};
use crate::document::meta::Status;
use crate::document::timescale::Limit;
use crate::site::{PageId, Site};
use crate::source::Spanned;
use crate::thresholds::limit::{feedback_anchor, limit_anchor};

/// A limit that a response sets itself.
pub struct OwnLimit<'a> {
    /// The framework whose response it is.
    pub framework: PageId,
    /// The response.
    pub response: &'a Response,
    /// What is done by then.
    pub name: String,
    /// Its place on the page of timescales.
    pub anchor: String,
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
    parts.flat_map(|part| of_response(book.own, part.part)).collect()
}

fn of_response(framework: PageId, response: &Response) -> impl Iterator<Item = OwnLimit<'_>> {
    let (id, action) = (&response.id.value, &response.action.value);
    let done = own(&response.within).map(|limit| (limit, action.clone(), limit_anchor(id)));
    let heard = own(&response.feedback_due);
    let heard = heard.map(|limit| (limit, format!("Tell what came of it: {action}"), feedback_anchor(id)));
    let both = done.into_iter().chain(heard);
    both.map(move |(limit, name, anchor)| OwnLimit { framework, response, name, anchor, limit })
}

fn own(within: &Option<Spanned<Within>>) -> Option<&Limit> {
    match &within.as_ref()?.value {
        Within::Own(limit) => Some(limit),
        Within::Immediately | Within::Defined(_) => None,
    }
}
