//! Old addresses of a page, which go on leading to it.

use super::page::Page;
use super::place::safe_path;
use std::collections::BTreeSet;

/// Names at the top of the site that the build takes for itself.
const TAKEN: &[&str] = &[
    "404.html",
    "a-z.html",
    "assets",
    "audiences",
    "changes.html",
    "collections",
    "contacts.html",
    "glossary.html",
    "index.html",
    "legislation.html",
    "offline.html",
    "search",
    "search-index",
    "search.html",
    "topics",
];

/// The old addresses of all pages, in their order; none is also the address of something else.
pub(super) fn aliases(pages: &[Page]) -> Vec<Vec<String>> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for page in pages {
        let url = page.place.path.trim_end_matches(".md");
        taken.insert(format!("{url}.html").to_lowercase());
        let folders = url.match_indices('/').map(|(at, _)| format!("{}/index.html", &url[..at]).to_lowercase());
        taken.extend(folders);
    }
    pages.iter().map(|page| of_page(page, &mut taken)).collect()
}

fn of_page(page: &Page, taken: &mut BTreeSet<String>) -> Vec<String> {
    let own = match &page.matter.permalink {
        Some(permalink) => Some(permalink.clone()),
        None if page.place.has_suffix => None,
        None => Some(page.source.path.rsplit_once('.').map_or_else(String::new, |(stem, _)| format!("{stem}.html"))),
    };
    let written = own.iter().chain(&page.matter.aliases);
    written.filter_map(|address| url(address)).filter(|url| taken.insert(url.to_lowercase())).collect()
}

/// An address as the path of an HTML file. `None` if it is none of this site, or cannot be a file.
fn url(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if path.contains(':') || path.starts_with("//") {
        return None;
    }
    let path = path.trim_start_matches('/');
    let name = path.rsplit('/').next().unwrap_or_default();
    let file = match name {
        "" => format!("{path}index.html"),
        _ if name.contains('.') => path.to_owned(),
        _ => format!("{path}.html"),
    };
    let first = file.split('/').next().unwrap_or_default().to_lowercase();
    let is_free = !TAKEN.contains(&first.as_str()) && file.ends_with(".html") && safe_path(&file) == file;
    is_free.then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_html_files() {
        assert_eq!(url("/a/b/").as_deref(), Some("a/b/index.html"));
        assert_eq!(url("a/b?c#d").as_deref(), Some("a/b.html"));
        assert_eq!(url("a/b.html").as_deref(), Some("a/b.html"));
        for other in ["/", "https://a.b/c", "/topics/x", "/:categories/:title", "_posts/x.html", "feed.xml"] {
            assert_eq!(url(other), None, "{other}");
        }
    }
}
