//! Where each page comes to stand in the site.

use crate::source::Source;
use std::collections::BTreeSet;

/// The languages of a site.
pub(super) const LANGUAGES: &[&str] = &["en", "cy"];

/// The place of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its path relative to `content/`.
    pub path: String,
    /// Its path in the original without extension and language, the same for all its translations.
    pub key: String,
    /// The language that its path names.
    pub lang: Option<&'static str>,
    /// Whether the language is a part of the file name, as in `page.cy.md`.
    pub has_suffix: bool,
}

/// The folder that all pages stand in, ending in `/`; empty if there is none.
pub(super) fn common_folder<'p>(mut paths: impl Iterator<Item = &'p str>) -> String {
    let folder = |path: &'p str| path.rfind('/').map_or("", |at| &path[..=at]);
    let mut common = paths.next().map_or("", folder);
    for path in paths {
        while !path.starts_with(common) {
            common = folder(common.trim_end_matches('/'));
        }
    }
    common.to_owned()
}

/// The places of all pages, in their order. No two are the same, not even on a computer that takes
/// upper and lower case for the same.
pub(super) fn places(pages: &[Source]) -> Vec<Place> {
    let common = common_folder(pages.iter().map(|page| page.path.as_str()));
    let mut taken = BTreeSet::from(["index.md".to_owned()]);
    pages.iter().map(|page| place(&page.path[common.len()..], &mut taken)).collect()
}

fn place(path: &str, taken: &mut BTreeSet<String>) -> Place {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let suffix = LANGUAGES.iter().copied().find(|lang| stem.strip_suffix(lang).is_some_and(|rest| rest.ends_with('.')));
    let folder =
        LANGUAGES.iter().copied().find(|lang| stem.strip_prefix(lang).is_some_and(|rest| rest.starts_with('/')));
    let without_suffix = suffix.map_or(stem, |lang| &stem[..stem.len() - lang.len() - 1]);
    let key = folder.map_or(without_suffix, |lang| &without_suffix[lang.len() + 1..]).to_owned();
    if path == "index.md" {
        return Place { path: path.to_owned(), key, lang: None, has_suffix: false };
    }
    let short = if suffix == Some("en") { without_suffix } else { stem };
    let candidates =
        [short.to_owned(), stem.to_owned()].into_iter().chain((2..).map(|number| format!("{short}-{number}")));
    let path = candidates
        .map(|stem| format!("guidance/{}.md", safe_path(&stem)))
        .find(|path| taken.insert(path.to_lowercase()))
        .unwrap_or_default();
    Place { path, key, lang: suffix.or(folder), has_suffix: suffix.is_some() }
}

/// A path whose parts are good names on every computer.
pub(super) fn safe_path(path: &str) -> String {
    let parts: Vec<String> = path.split('/').map(safe_name).collect();
    parts.join("/")
}

fn safe_name(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_control() || "<>:\"\\|?*#%".contains(c) { '-' } else { c }).collect();
    let plain = plain.trim_start_matches(['_', ' ']).trim_end_matches(['.', ' ']);
    let device = plain.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_numbered = device.len() == 4
        && (device.starts_with("com") || device.starts_with("lpt"))
        && device.ends_with(|c: char| c.is_ascii_digit());
    match plain {
        "" => "page".to_owned(),
        _ if is_numbered || matches!(device.as_str(), "con" | "prn" | "aux" | "nul") => format!("{plain}-page"),
        _ => plain.to_owned(),
    }
}

/// The path that leads from one file to another, both relative to `content/`.
pub(super) fn relative(from: &str, to: &str) -> String {
    let folder: Vec<&str> = from.split('/').collect();
    let folder = &folder[..folder.len() - 1];
    let target: Vec<&str> = to.split('/').collect();
    let shared = folder.iter().zip(&target[..target.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = vec![".."; folder.len() - shared];
    up.into_iter().chain(target[shared..].iter().copied()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    fn paths(written: &[&str]) -> Vec<String> {
        let pages: Vec<Source> =
            written.iter().map(|path| Source::new(SourceId(0), (*path).to_owned(), String::new())).collect();
        places(&pages).into_iter().map(|place| place.path).collect()
    }

    #[test]
    fn pages_keep_their_folders_without_the_one_that_holds_all() {
        assert_eq!(
            paths(&["m/a/b.md", "m/a/index.md", "m/c.markdown", "m/index.md"]),
            ["guidance/a/b.md", "guidance/a/index.md", "guidance/c.md", "index.md"]
        );
        assert_eq!(
            paths(&["a/A.md", "a/a.md", "_posts/2014-01-01-x.md"]),
            ["guidance/a/A.md", "guidance/a/a-2.md", "guidance/posts/2014-01-01-x.md"]
        );
        assert_eq!(paths(&["con.md", "a:b.md"]), ["guidance/con-page.md", "guidance/a-b.md"]);
    }

    #[test]
    fn a_language_is_read_from_the_name_or_the_folder() {
        assert_eq!(paths(&["c/x.cy.md", "c/x.en.md"]), ["guidance/x.cy.md", "guidance/x.md"]);
        let page = Source::new(SourceId(0), "cy/a/x.md".into(), String::new());
        let other = Source::new(SourceId(1), "b.md".into(), String::new());
        let place = &places(&[page, other])[0];
        assert_eq!((place.key.as_str(), place.lang, place.has_suffix), ("a/x", Some("cy"), false));
    }

    #[test]
    fn paths_lead_up_and_down() {
        assert_eq!(relative("guidance/a/b.md", "guidance/a/c.md"), "c.md");
        assert_eq!(relative("guidance/a/b.md", "guidance/d/e/f.md"), "../d/e/f.md");
        assert_eq!(relative("index.md", "guidance/x.md"), "guidance/x.md");
        assert_eq!(relative("guidance/a/b.md", "index.md"), "../../index.md");
    }
}
