//! Addresses of outputs: each taken once, and fit for every file system.

use super::MADE;
use super::path::normalise;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::Rule;
use crate::site::thresholds::comparison_url;
use crate::site::{Page, PageId, Site};
use crate::source::Span;
use std::collections::BTreeMap;

/// Names that Windows keeps for devices, whatever their extension.
/// Source: Microsoft, "Naming Files, Paths, and Namespaces".
const RESERVED: &[&str] = &[
    "com¹", "com²", "com³", "lpt¹", "lpt²", "lpt³", "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4",
    "com5", "com6", "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
    "lpt9",
];

/// The folder of the search index.
const INDEX: &str = "search-index";

/// Why a path cannot be published, if it cannot.
pub fn fault_of_name(path: &str) -> Option<String> {
    path.split('/').find_map(|part| {
        let stem = part.split('.').next().unwrap_or(part).to_lowercase();
        if part.starts_with(".waymark-") {
            return Some(format!("`{part}` is a name that the build keeps for itself"));
        }
        if RESERVED.contains(&stem.as_str()) {
            return Some(format!("`{part}` is a name that Windows keeps for a device"));
        }
        let refused: Vec<String> = part
            .chars()
            .filter(|c| "<>:\"\\|?*#%".contains(*c) || c.is_control())
            .map(|c| if c.is_control() { format!("`{}`", c.escape_default()) } else { format!("`{c}`") })
            .collect();
        if !refused.is_empty() {
            return Some(format!(
                "`{part}` has characters that Windows or web addresses refuse: {}",
                refused.join(" ")
            ));
        }
        if part.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c)) {
            return Some(format!(
                "`{part}` has an accent of its own beside its letter, which some computers join and others do not"
            ));
        }
        (part.ends_with('.') || part.ends_with(' '))
            .then(|| format!("`{part}` ends in a dot or a space, which Windows drops"))
    })
}

/// Old addresses and the pages that they lead to.
pub fn redirects(pages: &[Page], diagnostics: &mut Diagnostics) -> Vec<(String, PageId, Span)> {
    let mut redirects = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        for alias in &page.document.meta.aliases {
            let is_address = alias.value.contains(':') || alias.value.contains('#') || alias.value.contains('?');
            let path = normalise("", &alias.value).filter(|path| !path.is_empty() && !is_address && is_page(path));
            match path {
                Some(path) => redirects.push((file_of(&path), PageId::of(at), alias.span)),
                None => diagnostics.push(
                    Diagnostic::at(Rule::BrokenLink, alias.span, "an alias is a path that a page of this site had")
                        .hint("such as guidance/old-name.html"),
                ),
            }
        }
    }
    redirects
}

/// Whether a path looks like that of a page: with the extension of one, or with none.
fn is_page(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.ends_with(".html") || name.ends_with(".htm") || !name.contains('.')
}

/// The file that a server shows for an address without extension is the folder's index.
fn file_of(path: &str) -> String {
    if path.ends_with(".html") || path.ends_with(".htm") { path.to_owned() } else { format!("{path}/index.html") }
}

/// Reports every address that two outputs would share, and every name that some computer refuses.
pub fn check(site: &Site, redirects: &[(String, PageId, Span)], theme_assets: &[&str], diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut placed: Vec<(String, Option<Span>, String)> = Vec::new();
    for (url, title) in MADE {
        taken.insert(url.to_lowercase(), ((*url).to_owned(), format!("the page “{title}” that the build makes")));
    }
    for name in ["404.html", "sitemap.xml", "robots.txt", "changes.xml"] {
        taken.insert(name.to_owned(), (name.to_owned(), "a file that the build makes".to_owned()));
    }
    taken.insert(INDEX.to_owned(), (INDEX.to_owned(), "the index of the site's search".to_owned()));
    for name in theme_assets {
        taken.insert(name.to_lowercase(), ((*name).to_owned(), "a file of the theme".to_owned()));
    }
    for (url, span, what) in outputs(site, redirects) {
        if let Some(fault) = fault_of_name(&url) {
            let finding = if what.starts_with("content/") {
                Diagnostic::file(Rule::ReservedName, &what, fault)
            } else {
                at(Rule::ReservedName, span.as_ref(), &what, &fault)
            };
            diagnostics.push(finding.hint("give it another name"));
        }
        let key = url.to_lowercase();
        match taken.get(&key) {
            Some((other, owner)) if *other == url => {
                let message = format!("the address {url} is taken by {owner}");
                diagnostics.push(at(Rule::DuplicateUrl, span.as_ref(), &what, &message));
            }
            Some((other, owner)) => {
                let message =
                    format!("the address {url} differs only in upper and lower case from {other}, of {owner}");
                diagnostics.push(
                    at(Rule::DuplicateUrl, span.as_ref(), &what, &message)
                        .hint("Windows and macOS would keep only one of the two"),
                );
            }
            None => {
                placed.push((url.clone(), span, what.clone()));
                taken.insert(key, (url, what));
            }
        }
    }
    for (url, span, what) in placed {
        if let Some((file, owner)) = folders_of(&url).find_map(|folder| taken.get(&folder.to_lowercase())) {
            let message = format!("the address {url} lies inside {file}, which is no folder but {owner}");
            diagnostics.push(at(Rule::DuplicateUrl, span.as_ref(), &what, &message));
        }
    }
}

/// The folders that a file lies in, from the root.
fn folders_of(url: &str) -> impl Iterator<Item = &str> {
    url.match_indices('/').map(|(at, _)| &url[..at])
}

/// Every output that an author has named: its address, where it is named, and what it is.
fn outputs(site: &Site, redirects: &[(String, PageId, Span)]) -> Vec<(String, Option<Span>, String)> {
    let pages = site
        .pages
        .iter()
        .map(|page| (page.url.clone(), Some(page.document.meta.title.span), format!("content/{}", page.document.path)));
    let hubs = site
        .topics
        .iter()
        .chain(&site.audiences)
        .map(|hub| (hub.url.clone(), Some(hub.hub.id.span), format!("the page of `{}`", hub.hub.id.value)));
    let sections = site
        .sections
        .iter()
        .filter(|section| section.index.is_none())
        .map(|section| (section.url.clone(), None, format!("the folder content/{}", section.folder)));
    let declared = site.settings.collections.iter().map(|collection| Some(collection.id.span));
    let collections = site
        .collections
        .iter()
        .zip(declared)
        .map(|(collection, span)| (collection.url.clone(), span, format!("the collection “{}”", collection.title)));
    let registers = site.pages.iter().filter(|page| page.has_register()).flat_map(|page| {
        let place = Some(page.document.meta.title.span);
        page.register()
            .into_iter()
            .map(move |(url, _)| (url, place, format!("a page about content/{}", page.document.path)))
    });
    let packs = site.pages.iter().flat_map(|page| {
        let place = Some(page.document.meta.title.span);
        page.training()
            .map(move |(_, url)| (url, place, format!("the training pack of content/{}", page.document.path)))
    });
    let comparisons = site.thresholds.comparisons.iter().map(|(one, other)| {
        let (one, other) = (site.page(*one), site.page(*other));
        let what = format!("the comparison of {} and {}", one.url, other.url);
        (comparison_url(one, other), Some(other.document.meta.title.span), what)
    });
    let assets = site.assets.iter().map(|asset| (asset.url.clone(), None, format!("content/{}", asset.url)));
    let redirects = redirects
        .iter()
        .map(|(url, page, span)| (url.clone(), Some(*span), format!("an alias of {}", site.page(*page).url)));
    let made = hubs.chain(sections).chain(collections).chain(registers).chain(packs).chain(comparisons);
    pages.chain(made).chain(assets).chain(redirects).collect()
}

fn at(rule: Rule, span: Option<&Span>, what: &str, message: &str) -> Diagnostic {
    match span {
        Some(span) => Diagnostic::at(rule, *span, message),
        None => Diagnostic::file(rule, what.trim_start_matches("the folder "), message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_refuses_are_found() {
        assert!(fault_of_name("guidance/CON.html").is_some());
        assert!(fault_of_name("guidance/aux/x.html").is_some());
        assert!(fault_of_name("guidance/what?.html").is_some());
        assert!(fault_of_name("guidance./x.html").is_some());
        assert!(fault_of_name("guidance/console.html").is_none());
    }
}
