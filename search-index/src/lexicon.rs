//! What a site knows about its words: which mean the same, lead to one another, or belong together as a phrase.
//!
//! A side of a synonym is a word or a phrase. Phrases are compared word by word by their stems, so that
//! `county line` is `county lines`; stop words may be left out (`harm outside home`), and hyphenated words may be
//! written as one (`multiagency`). Single words are stricter: `cutting` is not `cut` and `elder` is not `elderly`,
//! but plurals are the same, and so are the forms of longer verbs (`grooming`, `groomed`).

mod lines;
mod matches;
mod phrases;
#[cfg(test)]
mod tests;
mod trie;

pub use phrases::PhraseFinder;

use std::collections::HashSet;
use std::ops::Range;

use crate::answer::AlsoKind;
use crate::query::Query;
use crate::record::Synonym;

use lines::{Lines, Way};
use matches::Match;

/// The synonyms of a site, ready for texts and queries.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    lines: Lines,
}

/// Something to look for beside what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// The slots of the query that lead to it.
    pub slots: Range<usize>,
    /// A term: a folded word, a citation, or a known phrase with its words parted by spaces.
    pub term: String,
    /// The term as the synonyms write it.
    pub shown: String,
    /// Why; [`AlsoKind::Synonym`] for a phrase that was typed.
    pub kind: AlsoKind,
    /// The nation whose word it is.
    pub nation: Option<String>,
    /// It must not be shown.
    pub hidden: bool,
    /// It is what was typed: a known phrase, not a synonym of it.
    pub typed: bool,
}

/// At most so many terms for one word or phrase of a query.
const MOST: usize = 64;

impl Lexicon {
    /// Sides without a word are ignored.
    pub fn new(synonyms: &[Synonym]) -> Self {
        Self { lines: Lines::new(synonyms) }
    }

    /// What the slots of a query lead to, in the order of the slots, longer matches first.
    ///
    /// A match that lies within a longer one counts only if the longer one leads nowhere. Phrases in quotation marks
    /// lead nowhere.
    pub fn expand(&self, query: &Query) -> Vec<Expansion> {
        let mut seen = HashSet::new();
        let mut all = Vec::new();
        for found in matches::find(&self.lines, query) {
            let mut own = self.lead(&found, query);
            own.retain(|expansion| seen.insert((expansion.slots.clone(), expansion.term.clone())));
            all.append(&mut own);
        }
        all
    }

    /// The phrase itself, if the match is one, and all that its lines lead to, the nearest relation first.
    fn lead(&self, found: &Match, query: &Query) -> Vec<Expansion> {
        let side = &self.lines.sides[found.side];
        let new = |term: &str, shown: &str, kind: AlsoKind| Expansion {
            slots: found.slots.clone(),
            term: term.to_owned(),
            shown: shown.to_owned(),
            kind,
            nation: None,
            hidden: false,
            typed: false,
        };
        let ways = || side.lines.iter().flat_map(|place| self.lines.ways(*place));
        let mut ways: Vec<Way<'_>> = ways().filter(|way| way.side != found.side).take(MOST).collect();
        ways.sort_by_key(|way| way.kind);
        let phrase = side
            .term
            .contains(' ')
            .then(|| Expansion { typed: true, ..new(&side.term, &side.shown, AlsoKind::Synonym) });
        let others = ways.into_iter().map(|way| Expansion {
            nation: way.nation.map(str::to_owned),
            hidden: way.hidden,
            ..new(&self.lines.sides[way.side].term, way.shown, way.kind)
        });
        let slots = &query.slots[found.slots.clone()];
        let typed = |term: &str| slots.len() == 1 && slots[0].terms.first().is_some_and(|(word, _)| word == term);
        phrase.into_iter().chain(others.filter(|expansion| !typed(&expansion.term))).collect()
    }
}
