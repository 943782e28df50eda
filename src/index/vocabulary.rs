//! Words that lead to one another: those of `synonyms.yaml`, and the written forms of glossary terms.

use crate::site::Site;
use search_index::{Synonym, SynonymKind};
use std::collections::BTreeSet;

/// The synonyms of a site.
pub fn of(site: &Site) -> Vec<Synonym> {
    let mut all = site.synonyms.clone();
    let told = Told::new(&all);
    let synonym = |kind, from, to| Synonym { kind, from, to, nation: None, hidden: false };
    for term in &site.glossary {
        let is_new = |form: &&String| {
            let known = told.is_joined(&term.term, form) || is_inflected(&term.term, form);
            !known && !told.ambiguous.contains(&form.to_lowercase())
        };
        // A short form stands for its term and the other way round. Other forms are often what readers say and
        // guidance does not: they lead to the term, and the term not to them.
        if let Some(short) = term.abbreviation.as_ref().filter(is_new) {
            all.push(synonym(SynonymKind::TwoWay, vec![term.term.clone(), short.clone()], Vec::new()));
        }
        let others: Vec<String> = term.also.iter().filter(is_new).cloned().collect();
        if !others.is_empty() {
            all.push(synonym(SynonymKind::OneWay, others, vec![term.term.clone()]));
        }
    }
    all
}

/// What `synonyms.yaml` says already: the glossary does not say it again, and never says more of a word
/// that has several meanings.
struct Told {
    joined: BTreeSet<(String, String)>,
    ambiguous: BTreeSet<String>,
}

impl Told {
    fn new(synonyms: &[Synonym]) -> Told {
        let mut told = Told { joined: BTreeSet::new(), ambiguous: BTreeSet::new() };
        for synonym in synonyms {
            if synonym.kind == SynonymKind::Ambiguous {
                told.ambiguous.extend(synonym.from.iter().map(|word| word.to_lowercase()));
            }
            let words: Vec<String> = synonym.from.iter().chain(&synonym.to).map(|word| word.to_lowercase()).collect();
            for one in &words {
                told.joined.extend(words.iter().map(|other| (one.clone(), other.clone())));
            }
        }
        told
    }

    fn is_joined(&self, one: &str, other: &str) -> bool {
        self.joined.contains(&(one.to_lowercase(), other.to_lowercase()))
    }
}

/// Whether two forms differ in case or ending only, which search sees through by itself.
fn is_inflected(one: &str, other: &str) -> bool {
    const LONGEST_ENDING: usize = 2;
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    long.strip_prefix(short.as_str()).is_some_and(|ending| ending.len() <= LONGEST_ENDING)
}
