//! Where a query has words and phrases of the synonyms.

use std::ops::Range;

use super::lines::Lines;
use crate::analysis::is_stop_word;
use crate::query::{Query, Shape, Slot};

/// Slots of a query that are a side of a synonym.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub slots: Range<usize>,
    pub side: usize,
}

/// So many stop words of a query may stand between two words of a phrase.
const MOST_SKIPPED: usize = 2;

/// All that count, in order; longer ones before those that begin with them.
pub fn find(lines: &Lines, query: &Query) -> Vec<Match> {
    let numbers: Vec<u32> = query.slots.iter().map(|slot| number(lines, slot)).collect();
    let mut walk = Walk { lines, slots: &query.slots, numbers: &numbers, first: 0, found: Vec::new() };
    for first in 0..numbers.len() {
        walk.first = first;
        walk.step(0, first, 0);
        walk.joined();
    }
    let mut found = walk.found;
    let leads = |found: &Match| lines.sides[found.side].lines.iter().any(|place| lines.ways(*place).next().is_some());
    let longer: Vec<Range<usize>> =
        found.iter().filter(|found| leads(found)).map(|found| found.slots.clone()).collect();
    found.retain(|found| {
        let slots = &found.slots;
        !longer.iter().any(|other| other.len() > slots.len() && other.start <= slots.start && slots.end <= other.end)
    });
    found.sort_by_key(|found| (found.slots.start, usize::MAX - found.slots.end, found.side));
    found.dedup();
    found
}

/// The number of a slot's stem; 0 if no synonym has it or it must not be looked at.
fn number(lines: &Lines, slot: &Slot) -> u32 {
    match slot.terms.first() {
        Some((term, _)) if slot.shape != Shape::Phrase => lines.stem(term),
        _ => 0,
    }
}

struct Walk<'a> {
    lines: &'a Lines,
    slots: &'a [Slot],
    numbers: &'a [u32],
    first: usize,
    found: Vec<Match>,
}

impl Walk<'_> {
    fn step(&mut self, node: u32, at: usize, skipped: usize) {
        let Some(&number) = self.numbers.get(at) else { return };
        if let Some(child) = self.lines.queries.child(node, number) {
            for &side in self.lines.queries.ends(child) {
                if at > self.first || self.fits(side, at) {
                    self.found.push(Match { slots: self.first..at + 1, side });
                }
            }
            self.step(child, at + 1, 0);
        }
        if at > self.first && self.slots[at].stop && skipped < MOST_SKIPPED {
            self.step(node, at + 1, skipped + 1);
        }
    }

    /// A hyphenated word may be one word in the synonyms.
    fn joined(&mut self) {
        let slot = &self.slots[self.first];
        let Some(joined) = &slot.joined else { return };
        let Some(child) = self.lines.queries.child(0, self.lines.stem(joined)) else { return };
        let end = (self.first + slot.joined_slots).min(self.slots.len());
        for &side in self.lines.queries.ends(child) {
            if is_form(&self.lines.sides[side].term, joined) {
                self.found.push(Match { slots: self.first..end, side });
            }
        }
    }

    /// Whether a slot that has the stem of a single word of the synonyms may count as it.
    fn fits(&self, side: usize, at: usize) -> bool {
        let (word, slot) = (&self.lines.sides[side].term, &self.slots[at]);
        let Some((typed, _)) = slot.terms.first() else { return false };
        if is_stop_word(typed) {
            // `DO` is a designated officer, `do` is not.
            return word == typed && !slot.stop && slot.typed.bytes().any(|byte| byte.is_ascii_uppercase());
        }
        // A hyphenated word that is typed as one is a phrase here.
        word.contains(' ') || is_form(word, typed)
    }
}

/// Whether two words with one stem are the same in another form: a plural or, in longer words, a form of one verb.
fn is_form(word: &str, typed: &str) -> bool {
    word == typed || is_plural(word, typed) || is_plural(typed, word) || is_verb(word, typed)
}

fn is_plural(many: &str, one: &str) -> bool {
    matches!(many.strip_prefix(one), Some("s" | "es"))
        || one.strip_suffix('y').is_some_and(|before| many.strip_prefix(before) == Some("ies"))
}

/// `grooming` and `groomed`, `radicalization` and `radicalised`, but not `exploiter` and `exploited`.
fn is_verb(word: &str, typed: &str) -> bool {
    const ENDINGS: [&str; 11] = ["", "s", "e", "es", "ed", "d", "ing", "ings", "ation", "ations", "ion"];
    let [word, typed] = [word, typed].map(|word| word.replace('z', "s"));
    let same = word.char_indices().zip(typed.chars()).find(|((_, a), b)| a != b);
    let common = same.map_or(word.len().min(typed.len()), |((at, _), _)| at);
    common >= 5 && [&word, &typed].iter().all(|word| word.len() >= 6 && ENDINGS.contains(&&word[common..]))
}
