//! The home page, where the original has none, and the links in the header.

use super::page::{Page, title_of_name};
use super::yaml::quoted;
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many sections the header has room for.
const IN_HEADER: usize = 6;

/// A folder at the top of the guidance.
#[derive(Debug)]
pub(super) struct Section<'p> {
    /// Its title.
    pub title: String,
    /// Its index page, as a path in `content/`.
    pub index: Option<&'p str>,
    /// Its pages in the site's own language, its index aside: title and path in `content/`.
    pub pages: Vec<(&'p str, &'p str)>,
}

/// The sections of a site, by folder; pages outside any folder are under the empty name.
pub(super) fn sections<'p>(pages: &'p [Page], titles: &'p [String], language: &str) -> BTreeMap<&'p str, Section<'p>> {
    let mut sections: BTreeMap<&str, Section> = BTreeMap::new();
    for (page, title) in pages.iter().zip(titles) {
        if page.place.path == "index.md" || page.lang.is_some_and(|lang| lang != language) {
            continue;
        }
        let path = page.place.path.trim_start_matches("guidance/");
        let (folder, rest) = path.split_once('/').unwrap_or(("", path));
        let section = sections.entry(folder).or_insert_with(|| Section {
            title: title_of_name(folder),
            index: None,
            pages: Vec::new(),
        });
        if rest == "index.md" && !folder.is_empty() {
            section.title.clone_from(title);
            section.index = Some(&page.place.path);
        } else {
            section.pages.push((title, &page.place.path));
        }
    }
    sections.values_mut().for_each(|section| section.pages.sort_unstable());
    sections
}

/// A home page that leads to every section.
pub(super) fn home(title: &str, sections: &BTreeMap<&str, Section>) -> String {
    let mut out = format!(
        "---\ntitle: {}\nsummary: {}\n---\n",
        quoted(title),
        quoted("What this manual holds, section by section.")
    );
    let indexed: Vec<&Section> = sections.values().filter(|section| section.index.is_some()).collect();
    if !indexed.is_empty() {
        out.push_str("\n## Sections\n\n");
        for section in indexed {
            push_link(&mut out, &section.title, section.index.unwrap_or_default());
        }
    }
    for (folder, section) in sections.iter().filter(|(_, section)| section.index.is_none()) {
        let _ = write!(out, "\n## {}\n\n", if folder.is_empty() { "Pages" } else { &section.title });
        section.pages.iter().for_each(|(title, path)| push_link(&mut out, title, path));
    }
    out
}

/// Links for the header: the largest sections, and what the build makes.
pub(super) fn navigation(sections: &BTreeMap<&str, Section>, has_topics: bool) -> Vec<(String, String)> {
    let mut largest: Vec<&Section> = sections.values().filter(|section| section.index.is_some()).collect();
    largest.sort_by_key(|section| std::cmp::Reverse(section.pages.len()));
    largest.truncate(IN_HEADER);
    largest.sort_by_key(|section| section.index);
    let mut links: Vec<(String, String)> =
        largest.iter().map(|section| (section.title.clone(), section.index.unwrap_or_default().to_owned())).collect();
    if has_topics {
        links.push(("Topics".to_owned(), "topics/index.html".to_owned()));
    }
    links.push(("A–Z".to_owned(), "a-z.html".to_owned()));
    links
}

fn push_link(out: &mut String, title: &str, path: &str) {
    let title = title.replace('[', "\\[").replace(']', "\\]");
    let _ = writeln!(out, "- [{title}]({})", super::html_inline::destination(path));
}
