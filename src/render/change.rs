//! The changes of a page, as they are told.

use super::view::ChangeView;
use super::words::{address, date, link};
use crate::document::meta::Change;
use crate::site::{Page, Site};
use jiff::civil::Date;

/// The changes of a page, newest first. Those that lie after the day of the build are not told yet.
pub fn changes(site: &Site, page: &Page, with_page: bool) -> Vec<(Date, ChangeView)> {
    let mut changes: Vec<&Change> = page.document.meta.changes.iter().filter(|change| change.date <= site.at).collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.date));
    // Counted from the oldest, so that a new change leaves the names of the others as they are.
    let before = |at: usize| changes[at + 1..].iter().filter(|older| older.date == changes[at].date).count();
    let view = |(at, change): (usize, &&Change)| {
        let number = if before(at) == 0 { String::new() } else { format!("/{}", before(at) + 1) };
        let view = ChangeView {
            id: format!("{}/{}{number}", address(page.document.id()), change.date),
            date: date(change.date),
            note: change.note.clone(),
            reason: change.reason.clone(),
            page: with_page.then(|| link(page)),
        };
        (change.date, view)
    };
    changes.iter().enumerate().map(view).collect()
}
