//! Addresses of the original site, and what they lead to in the new one.

use super::config::Config;
use super::folder::Folder;
use super::page::Page;
use super::place::{common_folder, safe_path};
use std::collections::{BTreeMap, BTreeSet};

/// What an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A page, by its number.
    Page(usize),
    /// A file, by its path in the original.
    File(String),
    /// The home page that the import writes, where the original has none.
    Home,
}

/// A way to make addresses of a page, given the folder that all pages stand in and the manual's name.
type Way = fn(&Page, &str, &str) -> Vec<String>;

/// Every address of the original site.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    pages: BTreeMap<String, usize>,
    files: BTreeSet<String>,
    /// The folder that all pages stand in.
    common: String,
    own_urls: Vec<String>,
    home: Option<String>,
}

impl Addresses {
    /// Gathers the addresses of all pages. Where two claim the same, the nearer to the original wins.
    pub fn of(folder: &Folder, pages: &[Page]) -> Addresses {
        let common = common_folder(folder.pages.iter().map(|page| page.path.as_str()));
        let mut found = BTreeMap::new();
        let ways: &[Way] = &[
            |page, _, _| page.matter.permalink.iter().chain(&page.matter.aliases).cloned().collect(),
            |page, _, _| vec![page.source.path.clone()],
            |page, common, _| vec![page.source.path[common.len()..].to_owned()],
            |page, _, _| page.place.lang.map(|lang| format!("{lang}/{}", page.place.key)).into_iter().collect(),
            |page, _, _| Some(page.place.key.clone()).filter(|_| page.place.lang != Some("cy")).into_iter().collect(),
            |page, common, name| vec![format!("{name}/{}", &page.source.path[common.len()..])],
            |page, _, _| post_address(&page.source.path).into_iter().collect(),
        ];
        for way in ways {
            for (number, page) in pages.iter().enumerate() {
                for address in way(page, &common, &folder.name) {
                    found.entry(normal(&address)).or_insert(number);
                }
            }
        }
        let home = (!found.contains_key("")).then(|| normal(&common));
        Addresses {
            pages: found,
            files: folder.files.keys().cloned().collect(),
            common,
            own_urls: own_urls(&folder.config),
            home,
        }
    }

    /// What an address on a page leads to, without its fragment. `None` if it leads to nothing.
    pub fn find(&self, page: &Page, address: &str) -> Option<Target> {
        let address = address.split('?').next().unwrap_or_default();
        for candidate in self.candidates(page, address) {
            let name = normal(&candidate);
            if let Some(number) = self.pages.get(&name) {
                return Some(Target::Page(*number));
            }
            if self.home.as_ref().is_some_and(|home| name.is_empty() || name == *home) {
                return Some(Target::Home);
            }
            let file = decoded(candidate.trim_start_matches('/'));
            if let Some(file) =
                [format!("{}{file}", self.common), file].into_iter().find(|file| self.files.contains(file))
            {
                return Some(Target::File(file));
            }
        }
        None
    }

    /// The path in `content/` of a file of the original.
    pub fn place_of_file(&self, file: &str) -> String {
        format!("guidance/{}", safe_path(file.strip_prefix(&self.common).unwrap_or(file)))
    }

    /// The part of an absolute address that is within this site; `None` if it leads elsewhere.
    pub fn within<'a>(&self, address: &'a str) -> Option<&'a str> {
        if address.starts_with("//") || has_scheme(address) {
            let own = self.own_urls.iter().find_map(|url| address.strip_prefix(url.as_str()));
            return own
                .filter(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
                .map(|rest| if rest.is_empty() { "/" } else { rest });
        }
        Some(address)
    }

    /// Paths from the top that an address may mean, likeliest first.
    fn candidates(&self, page: &Page, address: &str) -> Vec<String> {
        if let Some(absolute) = address.strip_prefix('/') {
            let in_language = page.lang.filter(|_| page.place.lang.is_some()).map(|lang| format!("{lang}/{absolute}"));
            let without_base =
                self.own_urls.iter().find_map(|base| address.strip_prefix(base.as_str())).map(str::to_owned);
            return in_language.into_iter().chain([absolute.to_owned()]).chain(without_base).collect();
        }
        let path = page.source.path.as_str();
        let folder = path.rfind('/').map_or("", |at| &path[..at]);
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        let mut found = vec![join(folder, address)];
        if let Some(lang) = page.place.lang.filter(|_| page.place.has_suffix) {
            found.insert(0, join(folder, &format!("{}.{lang}", address.trim_end_matches(".html"))));
        }
        found.push(join(stem, address));
        found
    }
}

/// Whether an address begins with a scheme, such as `https:`.
pub(super) fn has_scheme(address: &str) -> bool {
    address.split(['/', '?', '#']).next().unwrap_or_default().contains(':')
}

/// The form in which addresses are compared.
fn normal(address: &str) -> String {
    let plain = decoded(address).to_lowercase().replace('_', "-");
    let plain = plain.trim_matches('/');
    let plain = [".html", ".htm", ".md", ".markdown"]
        .iter()
        .find_map(|extension| plain.strip_suffix(extension))
        .unwrap_or(plain);
    let plain = if plain == "index" { "" } else { plain.strip_suffix("/index").unwrap_or(plain) };
    plain.to_owned()
}

/// The address that Jekyll gives to a post: `2014/05/01/title`.
fn post_address(path: &str) -> Option<String> {
    let name = path.rsplit('/').next()?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let day = stem.get(..10).filter(|day| crate::front_matter::record::parse_date(day).is_some())?;
    Some(format!("{}/{}", day.replace('-', "/"), stem.get(11..)?))
}

fn own_urls(config: &Config) -> Vec<String> {
    let base = config.value("baseurl").unwrap_or_default().trim_end_matches('/');
    let url = config.value("url").map(|url| url.trim_end_matches('/'));
    let both = url.map(|url| format!("{url}{base}"));
    both.into_iter().chain(Some(base.to_owned()).filter(|base| !base.is_empty())).collect()
}

fn join(folder: &str, address: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Undoes `%20` and the like.
fn decoded(address: &str) -> String {
    let bytes = address.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%')
            .then(|| address.get(at + 1..at + 3))
            .flatten()
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(hex.unwrap_or(bytes[at]));
        at += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_without_what_servers_ignore() {
        for written in ["/a/b-c", "a/b_c.html", "/A/b-c/", "/a/b-c/index.html", "a/b%2Dc.md"] {
            assert_eq!(normal(written), "a/b-c", "{written}");
        }
        assert_eq!((normal("/"), normal("index.html")), (String::new(), String::new()));
        assert_eq!(join("a/b", "../c/./d"), "a/c/d");
        assert_eq!(post_address("_posts/2014-05-01-hello.md").as_deref(), Some("2014/05/01/hello"));
        assert!(has_scheme("mailto:a@b.c") && !has_scheme("/a:b"));
    }
}
