//! From what was typed to what is looked for. Any text is a query.
//!
//! - Words are analysed as texts are ([`Analyser`](crate::analysis::Analyser)); each word is a slot. A citation
//!   (`s 47`, `section forty seven`) is one slot, a number and its unit are two.
//! - `"…"`, also with curly or German quotation marks or guillemets, is a phrase: one slot, exact words in their order.
//!   Without a closing mark it goes on to the end.
//! - `-word`, `-"a phrase"`, and `NOT word` behind another word exclude. `AND` and `OR` in capitals are nothing. In a
//!   query of more than three words that is all capitals, none of the three is an operator.
//! - `type:guidance` filters if both facet and value are known, and is two words otherwise.
//! - `exploit*` asks for words with this beginning, as does the last word while nothing is typed behind it.

mod filters;
mod pieces;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use crate::record::Facet;

/// At most so many slots, excluded slots, filters and words of a phrase count; what is beyond is ignored.
pub const MOST: usize = 32;

/// A query, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What is looked for, in the order of typing. Never with stop words only: then all count.
    pub slots: Vec<Slot>,
    /// What no hit may have.
    pub excluded: Vec<Slot>,
    /// Facet, value (both as keys), and whether pages that have it are excluded.
    pub filters: Vec<(String, String, bool)>,
}

/// A word, a citation or a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// As it was typed, without quotation marks.
    pub typed: String,
    /// Terms with their distance in words from the first; one, but for a phrase.
    pub terms: Vec<(String, u32)>,
    /// How it is looked for.
    pub shape: Shape,
    /// It says nothing about the subject. It still belongs to known phrases (`out of hours`).
    pub stop: bool,
    /// Its bytes in the query.
    pub range: Range<usize>,
    /// A hyphenated word is a slot for each part; the first also has the whole as one term (`run-away`: `runaway`).
    /// The term `a&e` has `ae`.
    pub joined: Option<String>,
    /// How many slots `joined` stands for, this one included; 0 without it.
    pub joined_slots: usize,
    /// The words of a citation of several words (`section`, `47`).
    pub parts: Vec<String>,
}

/// How the terms of a slot are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// In all forms of the word.
    Word,
    /// So too, and as the beginning of words: the last word with nothing behind it, or a word with `*`.
    HalfTyped,
    /// As they are, in this order.
    Phrase,
}

/// The slots of a text without any signs: words and citations.
pub(crate) fn slots(text: &str) -> Vec<Slot> {
    let mut slots = Vec::new();
    words::read(text, 0..text.len(), &mut slots);
    slots
}

impl Query {
    /// Takes a text apart; `facets` say what is a filter.
    pub fn parse(text: &str, facets: &[Facet]) -> Self {
        let mut query = Self::default();
        pieces::read(text, facets, &mut query);
        if let Some(last) = query.slots.last_mut().filter(|slot| slot.shape == Shape::Word) {
            // An apostrophe is the beginning of the rest of a word.
            if text[last.range.end..].chars().all(|letter| matches!(letter, '\'' | '’' | '‘')) {
                last.shape = Shape::HalfTyped;
            }
        }
        if query.slots.iter().all(|slot| slot.stop) {
            query.slots.iter_mut().for_each(|slot| slot.stop = false);
        }
        query
    }
}
