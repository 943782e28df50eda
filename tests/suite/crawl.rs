//! Goes through a built site as a reader without a network would, and says all that is broken.

use crate::folder::files;
use crate::markup::{Tag, decode, percent_decode, tags};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::Path;

/// A page of the built site.
struct Page {
    tags: Vec<Tag>,
    ids: HashSet<String>,
}

/// Attributes that name ids of the same page.
const REFERENCES: &[&str] =
    &["for", "headers", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list"];

/// Everything that is wrong with the site in a folder, whose own address is `base` if it has one.
pub fn faults(root: &Path, base: &str) -> Vec<String> {
    let paths: BTreeSet<String> = files(root).into_iter().collect();
    let html = paths.iter().filter(|path| path.ends_with(".html"));
    let pages: BTreeMap<&str, Page> = html.map(|path| (path.as_str(), read(&root.join(path)))).collect();
    let mut faults = Vec::new();
    for (path, page) in &pages {
        let mut say = |what: String| faults.push(format!("{path}: {what}"));
        shape(page, &mut say);
        safety(page, base, &mut say);
        for tag in &page.tags {
            for (name, address) in addresses(tag) {
                if let Err(why) = leads_somewhere(path, address, base, &paths, &pages) {
                    say(format!("<{} {name}=\"{address}\"> {why}", tag.name));
                }
            }
        }
    }
    for path in paths.iter().filter(|path| path.ends_with(".xml") || *path == "robots.txt") {
        let text = fs::read_to_string(root.join(path)).unwrap();
        faults.extend(absolute(&text, base).filter_map(|address| {
            let inside = address.strip_prefix(base).unwrap();
            leads_somewhere("index.html", inside, base, &paths, &pages)
                .err()
                .map(|why| format!("{path}: {address} {why}"))
        }));
    }
    faults.sort();
    faults.dedup();
    faults
}

fn read(file: &Path) -> Page {
    let tags = tags(&fs::read_to_string(file).unwrap());
    let ids = tags.iter().filter_map(|tag| tag.attribute("id")).map(str::to_owned).collect();
    Page { tags, ids }
}

/// What every page has: a language, a title, one main heading, ids that stand once and references that hold.
fn shape(page: &Page, say: &mut impl FnMut(String)) {
    let named = |name: &'static str| page.tags.iter().filter(move |tag| tag.name == name);
    if named("html").all(|tag| tag.attribute("lang").is_none_or(str::is_empty)) {
        say("it does not say its language".to_owned());
    }
    if named("title").all(|tag| tag.text.trim().is_empty()) {
        say("it has no title".to_owned());
    }
    let redirects =
        named("meta").any(|tag| tag.attribute("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("refresh")));
    if named("h1").count() != 1 && !redirects {
        say(format!("it has {} main headings", named("h1").count()));
    }
    for tag in page.tags.iter().filter(|tag| tag.attribute("src") == Some("")) {
        say(format!("<{} src=\"\"> asks for the page itself", tag.name));
    }
    for tag in named("img").filter(|tag| tag.attribute("alt").is_none()) {
        say(format!("{tag:?} has no alternative text"));
    }
    let mut seen = HashSet::new();
    for id in page.tags.iter().filter_map(|tag| tag.attribute("id")) {
        if id.is_empty() || !seen.insert(id) {
            say(format!("the id “{id}” stands twice or is empty"));
        }
    }
    for (name, id) in
        page.tags.iter().flat_map(|tag| tag.attributes.iter().filter(|(name, _)| REFERENCES.contains(&name.as_str())))
    {
        for id in id.split_whitespace().filter(|id| !page.ids.contains(*id)) {
            say(format!("{name}=\"{id}\" names an id that is not there"));
        }
    }
}

/// Nothing of a page runs code of its own or asks anything of another site.
fn safety(page: &Page, base: &str, say: &mut impl FnMut(String)) {
    for tag in &page.tags {
        if (tag.name == "script" && !tag.text.trim().is_empty()) || tag.name == "style" {
            say(format!("an inline <{}>", tag.name));
        }
        if matches!(tag.name.as_str(), "iframe" | "object" | "embed" | "base" | "applet") {
            say(format!("a <{}>", tag.name));
        }
        for (name, value) in &tag.attributes {
            if name == "style" || name.starts_with("on") {
                say(format!("<{} {name}=\"{value}\">", tag.name));
            }
            let plain: String =
                value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase();
            if matches!(name.as_str(), "href" | "src" | "action" | "formaction" | "srcset" | "poster" | "data")
                && ["javascript:", "data:", "vbscript:", "//", "\\"].iter().any(|start| plain.starts_with(start))
            {
                say(format!("<{} {name}=\"{value}\">", tag.name));
            }
        }
        let loads = tag.attribute("src").or_else(|| tag.attribute("href").filter(|_| tag.name == "link"));
        let canonical = matches!(tag.attribute("rel"), Some("canonical" | "alternate"));
        let own = |address: &str| canonical && !base.is_empty() && address.starts_with(base);
        if let Some(address) = loads.filter(|address| has_scheme(address) && !own(address)) {
            say(format!("<{}> asks {address} of another site", tag.name));
        }
    }
}

/// The addresses of a tag that a reader could follow or a browser would load.
fn addresses(tag: &Tag) -> impl Iterator<Item = (&str, &str)> {
    let leads = |name: &str| matches!(name, "href" | "src" | "action" | "poster");
    tag.attributes.iter().filter(move |(name, _)| leads(name)).map(|(name, value)| (name.as_str(), value.as_str()))
}

fn leads_somewhere(
    from: &str,
    address: &str,
    base: &str,
    paths: &BTreeSet<String>,
    pages: &BTreeMap<&str, Page>,
) -> Result<(), String> {
    let inside = if base.is_empty() { None } else { address.strip_prefix(base) };
    if inside.is_none() && has_scheme(address) {
        return Ok(());
    }
    let (path, anchor) =
        inside.unwrap_or(address).split_once('#').map_or((inside.unwrap_or(address), ""), |parts| parts);
    let from = if inside.is_some() { "index.html" } else { from };
    let path = percent_decode(path.split('?').next().unwrap());
    let full = if path.is_empty() && inside.is_none() { from.to_owned() } else { joined(from, &path)? };
    let full = if inside.is_some() && full.is_empty() { "index.html".to_owned() } else { full };
    if !paths.contains(&full) {
        return Err(format!("leads to {full}, which is not there"));
    }
    let anchor = percent_decode(anchor);
    match pages.get(full.as_str()) {
        Some(page) if !anchor.is_empty() && !page.ids.contains(&anchor) => {
            Err(format!("names #{anchor}, which {full} does not have"))
        }
        _ => Ok(()),
    }
}

fn joined(from: &str, path: &str) -> Result<String, String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop().ok_or("leads out of the site")?;
            }
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

fn has_scheme(address: &str) -> bool {
    address.split(['/', '?', '#']).next().is_some_and(|head| head.contains(':'))
}

/// Addresses of the site itself in a file for machines.
fn absolute<'t>(text: &'t str, base: &'t str) -> impl Iterator<Item = String> {
    let found = text.match_indices(base).filter(move |_| !base.is_empty());
    found.map(|(at, _)| {
        let rest = &text[at..];
        decode(&rest[..rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '"' | '\'')).unwrap_or(rest.len())])
    })
}
