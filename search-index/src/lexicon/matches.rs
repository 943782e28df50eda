//! Where a query has words and phrases of the synonyms.

use std::ops::Range;

use super::lines::Lines;
use crate::analysis::{is_stop_word, stem};
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
                if at > self.first || fits(&self.lines.sides[side].term, &self.slots[at]) {
                    self.found.push(Match { slots: self.first..at + 1, side });
                }
            }
            self.step(child, at + 1, 0);
        }
        if at > self.first && self.slots[at].stop && skipped < MOST_SKIPPED {
            self.step(node, at + 1, skipped + 1);
        }
    }
}

/// Whether a typed word that has the stem of a single word of the synonyms may count as it.
fn fits(word: &str, slot: &Slot) -> bool {
    let Some((typed, _)) = slot.terms.first() else { return false };
    if is_stop_word(typed) {
        // `DO` is a designated officer, `do` is not.
        return word == typed && slot.typed.bytes().any(|b| b.is_ascii_uppercase()) && !slot.stop;
    }
    word == typed
        || word.contains(' ')
        || is_plural(word, typed)
        || is_plural(typed, word)
        || (word.chars().count() >= 6 && typed.chars().count() >= 6 && stem(word) == stem(typed))
}

fn is_plural(many: &str, one: &str) -> bool {
    let ending = many.strip_prefix(one);
    matches!(ending, Some("s" | "es"))
        || one.strip_suffix('y').is_some_and(|before| many.strip_prefix(before) == Some("ies"))
}
