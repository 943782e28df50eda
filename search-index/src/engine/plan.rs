//! From the words of a query to the terms of the index.

use super::Engine;
use super::dictionary::{self, Entry};
use super::spelling;
use super::weights::{FORM, HALF, JOINED, LONGER, MEANING, NATION, PREFERRED, RELATED, SAME};
use crate::analysis::{is_stop_word, welsh_class};
use crate::answer::{Also, AlsoKind};
use crate::error::Error;
use crate::lexicon::Expansion;
use crate::query::{MOST, Query, Shape, Slot};
use crate::zone::WELSH;

/// What is to be searched.
#[derive(Debug, Default)]
pub struct Plan {
    /// The words and phrases that count.
    pub wants: Vec<Want>,
    /// Words and phrases that no hit may have.
    pub excluded: Vec<Want>,
    /// Facet, value, and whether it is excluded.
    pub filters: Vec<(String, String, bool)>,
    /// What is searched beside what was typed.
    pub also: Vec<Also>,
    /// The query with its unknown words replaced.
    pub did_you_mean: Option<String>,
    /// Whether this is the last resort.
    pub nearest: bool,
}

/// A word or phrase of the query.
#[derive(Debug, Default)]
pub struct Want {
    /// Terms that stand for it.
    pub variants: Vec<Variant>,
    /// For a phrase: its words with their places. Every hit must have it.
    pub phrase: Vec<(Entry, u32)>,
    /// Whether every hit must have it.
    pub required: bool,
}

impl Want {
    /// Adds a term; one that is there already keeps the greater weight.
    fn add(&mut self, variant: Variant) {
        match self.variants.iter_mut().find(|known| known.entry.word == variant.entry.word) {
            Some(known) if known.weight < variant.weight => *known = variant,
            Some(_) => {}
            None => self.variants.push(variant),
        }
    }
}

/// A term that stands for a word of the query.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The term and its zones.
    pub entry: Entry,
    /// How much it counts beside the typed word.
    pub weight: f32,
    /// Whether it is the typed word, or a form of it.
    pub typed: bool,
    /// Words of a title that it takes up, shared out among the words of the query that it stands for.
    pub words: f32,
}

impl Variant {
    /// A term that stands for `slots` words of the query.
    fn new(entry: Entry, weight: f32, typed: bool, slots: usize) -> Self {
        let meant = entry.word.split(' ').filter(|word| !is_stop_word(word)).count().max(1);
        Self { entry, weight, typed, words: meant as f32 / slots.max(1) as f32 }
    }
}

/// Completions of a half-typed word.
const COMPLETIONS: usize = 12;

/// Records from which on a half-typed word is taken for a whole one.
const COMMON: u32 = 20;

/// Plans a query.
///
/// # Errors
/// Damage.
pub fn plan(engine: &Engine, text: &str, filters: &[(String, String)]) -> Result<Plan, Error> {
    let query = Query::parse(text, &engine.start.settings.facets);
    let mut plan = Planner::new(engine, false).plan(text, query)?;
    plan.filters.extend(filters.iter().map(|(facet, value)| (facet.clone(), value.clone(), false)));
    Ok(plan)
}

/// Plans a query that nothing matched: no filter, nothing excluded, phrases taken apart, spelling reaching further.
///
/// # Errors
/// Damage.
pub fn relaxed(engine: &Engine, text: &str) -> Result<Plan, Error> {
    let mut query = Query::parse(text, &engine.start.settings.facets);
    query.excluded.clear();
    query.filters.clear();
    let words = query.slots.into_iter().flat_map(|slot| match slot.shape {
        Shape::Phrase => slot.terms.iter().map(|(term, _)| word_slot(&slot, term)).collect(),
        _ => vec![slot],
    });
    query.slots = words.take(MOST).collect();
    Planner::new(engine, true).plan(text, query)
}

fn word_slot(phrase: &Slot, term: &str) -> Slot {
    Slot { typed: term.to_owned(), terms: vec![(term.to_owned(), 0)], shape: Shape::Word, ..phrase.clone() }
}

struct Planner<'e> {
    engine: &'e Engine,
    nearest: bool,
    plan: Plan,
}

impl<'e> Planner<'e> {
    fn new(engine: &'e Engine, nearest: bool) -> Self {
        Self { engine, nearest, plan: Plan { nearest, ..Plan::default() } }
    }

    fn plan(mut self, text: &str, mut query: Query) -> Result<Plan, Error> {
        for slot in &query.slots {
            let want = self.want(slot)?;
            self.plan.wants.push(want);
        }
        for slot in &query.excluded {
            let want = self.want(slot)?;
            self.plan.excluded.push(want);
        }
        self.compounds(&query)?;
        let expansions = self.engine.lexicon.expand(&query);
        self.expand(&query, expansions, &|_| true)?;
        self.join(&query)?;
        // What is not there yet cannot be called unknown.
        if !self.engine.shelf.waits() {
            self.repair(text, &mut query)?;
        }
        // Stop words have kept their places until here, for known phrases with stop words in them.
        let mut stops = query.slots.iter().map(|slot| slot.stop);
        self.plan.wants.retain(|_| !stops.next().unwrap_or(false));
        self.plan.filters = query.filters;
        Ok(self.plan)
    }

    fn want(&mut self, slot: &Slot) -> Result<Want, Error> {
        if slot.shape == Shape::Phrase {
            return self.phrase(slot);
        }
        let mut want = Want::default();
        let Some((word, _)) = slot.terms.first().filter(|_| !slot.stop) else {
            return Ok(want);
        };
        for entry in dictionary::family(self.engine, word)? {
            let weight = if entry.word == *word { 1.0 } else { FORM };
            want.add(Variant::new(entry, weight, true, 1));
        }
        if self.engine.start.welsh
            && let Some(class) = welsh_class(word)
        {
            let entry = dictionary::exact(self.engine, &format!("{WELSH}{class}"))?;
            entry.into_iter().for_each(|entry| want.add(Variant::new(entry, FORM, true, 1)));
        }
        // A common word is probably whole: its completions would cost a browser more than they find.
        let whole = want.variants.iter().map(|known| known.entry.count()).sum::<u32>() > COMMON;
        if slot.shape == Shape::HalfTyped && word.chars().count() > 1 && !whole {
            let weight = if want.variants.is_empty() { HALF } else { LONGER };
            let longer = dictionary::longer(self.engine, word, COMPLETIONS)?;
            longer.into_iter().for_each(|entry| want.add(Variant::new(entry, weight, false, 1)));
        }
        Ok(want)
    }

    fn phrase(&self, slot: &Slot) -> Result<Want, Error> {
        let mut want = Want { required: true, ..Want::default() };
        let mut unknown = false;
        for (term, offset) in &slot.terms {
            match dictionary::exact(self.engine, term)? {
                Some(entry) => want.phrase.push((entry, *offset)),
                None => unknown = true,
            }
        }
        // One word that nobody wrote, and nobody wrote the phrase.
        if unknown {
            want.phrase.clear();
        }
        Ok(want)
    }

    /// Adds what the synonyms lead to, for slots that are `wanted`.
    fn expand(
        &mut self,
        query: &Query,
        expansions: Vec<Expansion>,
        wanted: &dyn Fn(usize) -> bool,
    ) -> Result<(), Error> {
        for expansion in expansions.into_iter().filter(|expansion| expansion.slots.clone().any(wanted)) {
            let entries = if expansion.term.contains(' ') {
                dictionary::exact(self.engine, &expansion.term)?.into_iter().collect()
            } else {
                dictionary::family(self.engine, &expansion.term)?
            };
            if entries.is_empty() {
                continue;
            }
            for slot in expansion.slots.clone().filter(|slot| *slot < query.slots.len()) {
                let weight = if expansion.typed { 1.0 } else { weight(expansion.kind) };
                for entry in &entries {
                    let variant = Variant::new(entry.clone(), weight, expansion.typed, expansion.slots.len());
                    self.plan.wants[slot].add(variant);
                }
            }
            if !expansion.typed && !expansion.hidden {
                let typed: Vec<&str> = query.slots[expansion.slots].iter().map(|slot| slot.typed.as_str()).collect();
                self.note(&typed.join(" "), expansion.shown, expansion.kind, expansion.nation);
            }
        }
        Ok(())
    }

    fn note(&mut self, typed: &str, searched: String, kind: AlsoKind, nation: Option<String>) {
        let known =
            self.plan.also.iter_mut().find(|also| also.typed == typed && also.kind == kind && also.nation == nation);
        match known {
            Some(also) if also.searched.contains(&searched) => {}
            Some(also) => also.searched.push(searched),
            None => self.plan.also.push(Also { typed: typed.to_owned(), searched: vec![searched], kind, nation }),
        }
    }

    /// Words that were typed with a hyphen and are one word in the site: `run-away`, runaway.
    fn compounds(&mut self, query: &Query) -> Result<(), Error> {
        for (first, slot) in query.slots.iter().enumerate() {
            if let Some(entry) =
                slot.joined.as_ref().map(|word| dictionary::exact(self.engine, word)).transpose()?.flatten()
            {
                for want in self.plan.wants.iter_mut().skip(first).take(slot.joined_slots) {
                    want.add(Variant::new(entry.clone(), 1.0, true, slot.joined_slots));
                }
            }
        }
        Ok(())
    }

    /// Words that were written apart and stand together in the site: `run away`, runaway.
    fn join(&mut self, query: &Query) -> Result<(), Error> {
        for first in 0..query.slots.len().saturating_sub(1).min(8) {
            let [a, b] = [&query.slots[first], &query.slots[first + 1]];
            if a.shape == Shape::Phrase || b.shape == Shape::Phrase || a.stop || b.stop {
                continue;
            }
            let joined: String =
                [a, b].iter().flat_map(|slot| slot.terms.iter().map(|(term, _)| term.as_str())).collect();
            if let Some(entry) = dictionary::exact(self.engine, &joined)? {
                for slot in [first, first + 1] {
                    let variant = Variant::new(entry.clone(), JOINED, true, 2);
                    self.plan.wants[slot].add(variant);
                }
            }
        }
        Ok(())
    }

    /// Replaces unknown words by their neighbours, and lets the synonyms see what was meant.
    fn repair(&mut self, text: &str, query: &mut Query) -> Result<(), Error> {
        let unknown = |slot: &Slot, want: &Want| slot.shape != Shape::Phrase && !slot.stop && want.variants.is_empty();
        let slots: Vec<usize> =
            (0..query.slots.len()).filter(|slot| unknown(&query.slots[*slot], &self.plan.wants[*slot])).collect();
        let mut repaired = Vec::new();
        for number in slots {
            let slot = &query.slots[number];
            let Some((word, _)) = slot.terms.first().cloned() else {
                continue;
            };
            let half_typed = slot.shape == Shape::HalfTyped;
            let near = spelling::near(self.engine, &word, half_typed, if self.nearest { 2 } else { 0 })?;
            for (place, guess) in near.iter().enumerate() {
                for meant in &guess.words {
                    for entry in dictionary::family(self.engine, meant)? {
                        let variant = Variant::new(entry, guess.weight, false, 1);
                        self.plan.wants[number].add(variant);
                    }
                }
                if place == 0 {
                    let kind = if guess.words.len() > 1 { AlsoKind::Joined } else { AlsoKind::Spelling };
                    self.note(&slot.typed.clone(), guess.words.join(" "), kind, None);
                    repaired.push((number, guess.words.clone()));
                }
            }
        }
        if !repaired.is_empty() {
            self.mean(text, query, &repaired)?;
        }
        Ok(())
    }

    fn mean(&mut self, text: &str, query: &mut Query, repaired: &[(usize, Vec<String>)]) -> Result<(), Error> {
        let meant = if self.nearest { in_words(query, repaired) } else { in_place(text, query, repaired) };
        // The synonyms see the repaired query as if it had been typed, with its slots where they were.
        let mut shifted = Vec::new();
        let mut slots = Vec::new();
        for (number, slot) in query.slots.iter().enumerate() {
            let words = repaired.iter().find(|(repaired, _)| *repaired == number).map(|(_, words)| words);
            let terms: Vec<Slot> = words
                .map_or_else(|| vec![slot.clone()], |words| words.iter().map(|word| word_slot(slot, word)).collect());
            shifted.extend(terms.iter().map(|_| number));
            slots.extend(terms);
        }
        let seen = Query { slots, ..Query::default() };
        let back = |expansion: Expansion| {
            let first = shifted.get(expansion.slots.start).copied().unwrap_or(0);
            let last = shifted.get(expansion.slots.end - 1).copied().unwrap_or(first);
            Expansion { slots: first..last + 1, ..expansion }
        };
        let expansions =
            self.engine.lexicon.expand(&seen).into_iter().filter(|expansion| !expansion.slots.is_empty()).map(back);
        let touched = |slot: usize| repaired.iter().any(|(number, _)| *number == slot);
        self.expand(query, expansions.collect(), &touched)?;
        self.plan.did_you_mean = Some(meant);
        Ok(())
    }
}

/// The query with its repaired words, as it was typed otherwise.
fn in_place(text: &str, query: &Query, repaired: &[(usize, Vec<String>)]) -> String {
    let mut meant = text.to_owned();
    for (number, words) in repaired.iter().rev() {
        let range = query.slots[*number].range.clone();
        if meant.is_char_boundary(range.start) && meant.is_char_boundary(range.end) && range.end <= meant.len() {
            meant.replace_range(range, &words.join(" "));
        }
    }
    meant
}

/// The words of the query, repaired: what is left where phrases have been taken apart and filters dropped.
fn in_words(query: &Query, repaired: &[(usize, Vec<String>)]) -> String {
    let words = query.slots.iter().enumerate().map(|(number, slot)| {
        let repaired = repaired.iter().find(|(repaired, _)| *repaired == number);
        repaired.map_or_else(|| slot.typed.clone(), |(_, words)| words.join(" "))
    });
    words.collect::<Vec<_>>().join(" ")
}

fn weight(kind: AlsoKind) -> f32 {
    match kind {
        AlsoKind::Synonym => SAME,
        AlsoKind::Preferred => PREFERRED,
        AlsoKind::Related => RELATED,
        AlsoKind::Nation => NATION,
        AlsoKind::Meaning => MEANING,
        AlsoKind::Spelling | AlsoKind::Joined => JOINED,
    }
}
