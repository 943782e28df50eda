//! Filters that are typed: `type:guidance`.

use crate::analysis::fold;
use crate::record::Facet;

/// So many words with a colon are looked at.
const MOST_LOOKS: usize = 64;

/// The facets and their values, folded.
pub struct Filters<'a> {
    facets: &'a [Facet],
    folded: Vec<Vec<[String; 2]>>,
    looks: usize,
}

impl<'a> Filters<'a> {
    pub fn new(facets: &'a [Facet]) -> Self {
        Self { facets, folded: Vec::new(), looks: 0 }
    }

    /// The facet and value, as keys, that somebody means by `key:value`.
    pub fn find(&mut self, key: &str, value: &str) -> Option<(String, String)> {
        if self.looks == MOST_LOOKS {
            return None;
        }
        self.looks += 1;
        if self.folded.is_empty() {
            self.folded = self.facets.iter().map(fold_facet).collect();
        }
        let number = self.folded.iter().position(|names| names[0].contains(&even(key)))?;
        let facet = &self.facets[number];
        let value = choose(&self.folded[number][1..], &even(value))?;
        Some((facet.key.clone(), facet.values.get(value)?.0.clone()))
    }
}

/// Key and label of the facet, then of its values.
fn fold_facet(facet: &Facet) -> Vec<[String; 2]> {
    let values = facet.values.iter().map(|(key, label)| (key, label));
    [(&facet.key, &facet.label)].into_iter().chain(values).map(|(key, label)| [even(key), even(label)]).collect()
}

/// Which value has this name, or is the only one that begins so.
fn choose(values: &[[String; 2]], typed: &str) -> Option<usize> {
    if typed.is_empty() {
        return None;
    }
    if let Some(exact) = values.iter().position(|names| names.iter().any(|name| name == typed)) {
        return Some(exact);
    }
    let mut begin = values.iter().enumerate().filter(|(_, names)| names.iter().any(|name| name.starts_with(typed)));
    match (begin.next(), begin.next()) {
        (Some((only, _)), None) => Some(only),
        _ => None,
    }
}

/// Folded, with one space between words whatever stands there.
fn even(name: &str) -> String {
    let folded = fold(name);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
