//! Values in the words that readers see.

use super::view::{DateView, LinkView};
use crate::document::DocumentType;
use crate::document::meta::{Meta, Status};
use crate::site::{Page, Site};
use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day, for machines and for people.
pub fn date(date: Date) -> DateView {
    let month = usize::try_from(date.month()).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).unwrap_or(&"");
    DateView { iso: date.to_string(), text: format!("{} {month} {}", date.day(), date.year()) }
}

/// The language of a document.
pub fn lang(site: &Site, meta: &Meta) -> String {
    meta.lang.clone().unwrap_or_else(|| site.settings.language.clone())
}

/// A link to a page.
pub fn link(page: &Page) -> LinkView {
    let status = page.document.meta.status.filter(|status| *status != Status::InForce);
    LinkView {
        title: page.title().to_owned(),
        url: address(&page.url),
        summary: page.document.meta.summary.clone(),
        kind_label: match page.document_type() {
            DocumentType::Page => String::new(),
            kind => kind.label().to_owned(),
        },
        status_label: status.map_or_else(String::new, |status| status.label().to_owned()),
    }
}

/// A link to a page that the build makes.
pub fn made(title: &str, url: &str, summary: Option<&str>) -> LinkView {
    LinkView {
        title: title.to_owned(),
        url: url.to_owned(),
        summary: summary.map(str::to_owned),
        ..LinkView::default()
    }
}

/// A path as it stands in an address: spaces are escaped, other characters pass (paths hold no `?`, `#` or `%`).
pub fn address(path: &str) -> String {
    path.replace(' ', "%20")
}

/// A slug in words: `residential-care` is "residential care".
pub fn unslug(slug: &str) -> String {
    slug.replace('-', " ")
}
