//! Files for machines: the Atom feed's heading, sitemaps and robots.txt.

use super::thresholds;
use super::words::address;
use crate::document::meta::Status;
use crate::site::Site;
use serde::Serialize;

/// What the feed says of itself.
#[derive(Debug, Serialize)]
pub struct FeedView {
    /// A name that stays the same for ever. RFC 4287, section 4.2.6.
    pub id: String,
    /// When it last changed, as RFC 3339 has it.
    pub updated: String,
    /// Its address.
    pub url: Option<String>,
}

/// An entry of the sitemap.
#[derive(Debug, Serialize)]
pub struct UrlView {
    /// The whole address.
    pub loc: String,
    /// The day of the last change.
    pub lastmod: Option<String>,
}

/// The most addresses that one sitemap may hold, by the protocol of sitemaps.org.
pub const SITEMAP_LIMIT: usize = 50_000;

/// The feed's heading.
pub fn heading(site: &Site) -> FeedView {
    let newest = site.pages.iter().flat_map(|page| &page.document.meta.changes).map(|change| change.date);
    let newest = newest.filter(|date| *date <= site.at).max().unwrap_or(site.at);
    let url = site.settings.url.as_ref().map(|url| format!("{url}changes.xml"));
    let id =
        url.clone().unwrap_or_else(|| format!("urn:waymark:{}", crate::markdown::heading::slug(&site.settings.title)));
    FeedView { id, updated: format!("{newest}T00:00:00Z"), url }
}

/// Every page that is to be found; none if the site has no address.
pub fn sitemap(site: &Site) -> Vec<UrlView> {
    let Some(base) = &site.settings.url else { return Vec::new() };
    let gone = |status: Option<Status>| matches!(status, Some(Status::Withdrawn | Status::Draft));
    let pages = site.pages.iter().filter(|page| !gone(page.document.meta.status));
    let entry = |page: &crate::site::Page| {
        let meta = &page.document.meta;
        let lastmod =
            meta.changes.iter().map(|change| change.date).chain(meta.published).filter(|date| *date <= site.at).max();
        UrlView { loc: format!("{base}{}", address(&page.url)), lastmod: lastmod.map(|date| date.to_string()) }
    };
    let of_frameworks = thresholds::all(site).into_iter().filter(|leaf| leaf.is_page());
    let lasting = of_frameworks.filter(|leaf| !gone(site.page(leaf.framework()).document.meta.status));
    let made = lasting.map(|leaf| UrlView { loc: format!("{base}{}", address(&leaf.path(site))), lastmod: None });
    pages.map(entry).chain(made).collect()
}
