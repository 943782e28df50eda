//! Finds the words of a query in a text.

use std::collections::HashMap;
use std::ops::Range;

use crate::analysis::Analyser;
use crate::engine::Engine;
use crate::engine::plan::Plan;
use crate::lexicon::PhraseFinder;

/// A word of the query in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which words of the query, as bits.
    pub wants: u32,
    /// Place in the text, in words.
    pub position: u32,
    /// Place in the text, in bytes.
    pub range: Range<usize>,
}

/// Knows the terms of a plan.
pub struct Matcher<'e> {
    engine: &'e Engine,
    terms: HashMap<String, u32>,
    /// Whether any term is a known phrase.
    phrases: bool,
    english: Analyser,
    welsh: Analyser,
    finder: PhraseFinder,
    /// How rare each word of the query is.
    pub rarity: Vec<f32>,
}

impl<'e> Matcher<'e> {
    pub fn new(engine: &'e Engine, plan: &Plan, rarity: &[f32]) -> Self {
        let mut terms: HashMap<String, u32> = HashMap::new();
        for (number, want) in plan.wants.iter().enumerate().take(32) {
            let words =
                want.variants.iter().map(|variant| &variant.entry).chain(want.phrase.iter().map(|(entry, _)| entry));
            words.for_each(|entry| *terms.entry(entry.word.clone()).or_default() |= 1 << number);
        }
        let phrases = terms.keys().any(|term| term.contains(' '));
        let (english, welsh) = (Analyser::new(false), Analyser::new(true));
        let finder = PhraseFinder::default();
        Self { engine, terms, phrases, english, welsh, finder, rarity: rarity.to_vec() }
    }

    /// The words of the query in `text`, in order; by mutation class too, if the page is `welsh`.
    pub fn find(&mut self, text: &str, welsh: bool) -> Vec<Found> {
        let Self { engine, terms, phrases, finder, .. } = self;
        let analyser = if welsh { &mut self.welsh } else { &mut self.english };
        let mut found: Vec<Found> = Vec::new();
        let mut ranges: Vec<Range<usize>> = Vec::new();
        finder.clear();
        analyser.each(text, &mut |token| {
            if ranges.len() <= token.position as usize {
                ranges.resize(token.position as usize + 1, token.start..token.end);
            }
            let wants = terms.get(token.term).copied().unwrap_or(0);
            if wants > 0 {
                found.push(Found { wants, position: token.position, range: token.start..token.end });
            }
            if *phrases {
                finder.feed(&engine.lexicon, token.term, token.position, &mut |phrase, first| {
                    if let (Some(wants), Some(range)) = (terms.get(phrase), ranges.get(first as usize)) {
                        found.push(Found { wants: *wants, position: first, range: range.start..token.end });
                    }
                });
            }
        });
        found.sort_by_key(|found| (found.position, found.range.start, found.range.end));
        found
    }
}
