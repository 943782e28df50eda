//! Banners: what a reader must know before reading.

use super::view::{BannerView, LinkView};
use super::words::{date, link};
use crate::document::meta::{Meta, Status};
use crate::site::{Page, Site};
use jiff::civil::Date;

/// The banners of a page, the weightiest first.
pub fn banners(site: &Site, page: &Page) -> Vec<BannerView> {
    let meta = &page.document.meta;
    let newer = page.superseded_by.first().map(|id| link(site.page(*id)));
    let mut banners = Vec::new();
    banners.extend(of_status(meta, newer.as_ref()));
    banners.extend(of_dates(meta, site.at, newer));
    banners.extend(of_translation(site, page));
    banners
}

fn banner(kind: &str, title: &str, text: impl Into<String>, link: Option<LinkView>) -> BannerView {
    BannerView { kind: kind.to_owned(), title: title.to_owned(), text: text.into(), link }
}

fn of_status(meta: &Meta, newer: Option<&LinkView>) -> Option<BannerView> {
    let replaced =
        || banner("superseded", "Superseded", "This page has been replaced. Follow the newer one.", newer.cloned());
    match meta.status {
        Some(Status::Withdrawn) => Some(banner(
            "withdrawn",
            "Withdrawn",
            "This page is kept for the record. Do not follow it.",
            newer.cloned(),
        )),
        Some(Status::Superseded) => Some(replaced()),
        Some(Status::Draft) => Some(banner("draft", "Draft", "This page is not published and may be wrong.", None)),
        Some(Status::Consultation) => Some(banner(
            "consultation",
            "For consultation",
            "This page is open for comment. It is not yet guidance.",
            None,
        )),
        Some(Status::Approved | Status::InForce) | None => newer.is_some().then(replaced),
    }
}

fn of_dates(meta: &Meta, at: Date, newer: Option<LinkView>) -> Vec<BannerView> {
    let mut banners = Vec::new();
    if let Some(from) = meta.in_force_from.filter(|from| *from > at) {
        let text = format!("This page is to be followed from {}.", date(from).text);
        banners.push(banner("not-yet-in-force", "Not yet in force", text, None));
    }
    if let Some(to) = meta.in_force_to.filter(|to| *to < at) {
        let text = format!("This page was to be followed until {}.", date(to).text);
        banners.push(banner("expired", "No longer in force", text, newer));
    }
    let gone = matches!(meta.status, Some(Status::Withdrawn | Status::Superseded));
    if let Some(by) = meta.review_by.filter(|by| *by < at && !gone) {
        let text =
            format!("This page should have been checked by {}. Ask its owner whether it still holds.", date(by).text);
        banners.push(banner("review-overdue", "Review overdue", text, None));
    }
    banners
}

/// A translation whose original has changed since.
fn of_translation(site: &Site, page: &Page) -> Option<BannerView> {
    page.document.meta.translation_of.as_ref()?;
    let original = site.page(*page.translations.first()?);
    let behind = last_change(&original.document.meta)? > last_change(&page.document.meta)?;
    let text = "The page that this one translates has changed since. What it says now may differ.";
    behind.then(|| banner("translation-behind", "Translation behind", text, Some(link(original))))
}

fn last_change(meta: &Meta) -> Option<Date> {
    meta.changes.iter().map(|change| change.date).chain(meta.published).max()
}
