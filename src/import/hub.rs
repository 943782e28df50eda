//! Topics and audiences: the words of the original as ids, declared in site.yaml.

use super::page::title_of_name;
use crate::markdown::heading::slug;
use std::collections::BTreeMap;

/// Topics or audiences that pages name, with their titles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hubs {
    /// Titles by id.
    pub titles: BTreeMap<String, String>,
}

impl Hubs {
    /// The hubs that these words name. `titles` knows the titles of folders.
    pub fn of<'w>(words: impl Iterator<Item = &'w String>, titles: &BTreeMap<String, String>) -> Hubs {
        let mut hubs = Hubs::default();
        for word in words {
            if let Some(id) = id_of(word) {
                let title = titles.get(&id).cloned().unwrap_or_else(|| title_of_name(word));
                hubs.titles.entry(id).or_insert(title);
            }
        }
        hubs
    }
}

/// The ids of some words, each once.
pub(super) fn ids(words: &[String]) -> Vec<String> {
    let mut ids = Vec::new();
    for id in words.iter().filter_map(|word| id_of(word)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// A word as an id: lower-case letters, digits and hyphens. `None` if nothing is left of it.
pub(super) fn id_of(word: &str) -> Option<String> {
    let plain: String = slug(word).chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let plain = plain.trim_matches('-').to_owned();
    (!plain.is_empty()).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_ids_and_titles() {
        let words = ["Tech Archs", "tech-archs", "…", "the-team"].map(str::to_owned);
        assert_eq!(ids(&words), ["tech-archs", "the-team"]);
        let titles = BTreeMap::from([("the-team".to_owned(), "Building a team".to_owned())]);
        let hubs = Hubs::of(words.iter(), &titles);
        assert_eq!(hubs.titles.into_values().collect::<Vec<_>>(), ["Tech Archs", "Building a team"]);
    }
}
