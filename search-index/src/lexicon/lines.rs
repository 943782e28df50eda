//! The lines of a site's synonyms, and the words and phrases on them.

use std::collections::HashMap;

use super::phrases::Sieve;
use super::trie::Trie;
use crate::analysis::stem;
use crate::answer::AlsoKind;
use crate::query::{Slot, slots};
use crate::record::{Synonym, SynonymKind};

/// All synonyms of a site.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    lines: Vec<Line>,
    /// Each word and phrase once.
    pub sides: Vec<Side>,
    /// Stems to sides, as queries have them: a citation is one word.
    pub queries: Trie,
    /// Stems to phrases, as texts have them.
    pub texts: Trie,
    /// First words of the phrases in texts, and all their words.
    pub sieves: [Sieve; 2],
    /// Numbers of stems, from 1.
    stems: HashMap<String, u32>,
}

/// A word or phrase.
#[derive(Clone, Debug)]
pub struct Side {
    /// As it is looked for.
    pub term: String,
    /// As the first line that has it writes it.
    pub shown: String,
    /// Where it stands.
    pub lines: Vec<Place>,
}

/// A line, and whether it is the side that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    line: usize,
    from: bool,
}

#[derive(Clone, Debug)]
struct Line {
    kind: SynonymKind,
    /// Number of the side, and how this line writes it.
    from: Vec<(usize, String)>,
    to: Vec<(usize, String)>,
    nation: Option<String>,
    hidden: bool,
}

/// From one side to another.
pub struct Way<'a> {
    pub side: usize,
    pub shown: &'a str,
    pub kind: AlsoKind,
    pub nation: Option<&'a str>,
    pub hidden: bool,
}

impl Lines {
    pub fn new(synonyms: &[Synonym]) -> Self {
        let mut lines = Self::default();
        let mut known = HashMap::new();
        for (number, synonym) in synonyms.iter().enumerate() {
            let mut side = |texts: &[String], from: bool| -> Vec<(usize, String)> {
                let place = Place { line: number, from };
                texts.iter().filter_map(|text| Some((lines.side(text, place, &mut known)?, text.clone()))).collect()
            };
            let (from, to) = (side(&synonym.from, true), side(&synonym.to, false));
            let (kind, nation) = (synonym.kind, synonym.nation.clone());
            lines.lines.push(Line { kind, from, to, nation, hidden: synonym.hidden });
        }
        lines
    }

    /// The number of the side with these words, which is a new one if need be.
    fn side(&mut self, text: &str, place: Place, known: &mut HashMap<Vec<u32>, usize>) -> Option<usize> {
        let slots = slots(text);
        if slots.is_empty() {
            return None;
        }
        let words: Vec<Word> = slots.iter().flat_map(Word::parts).collect();
        let phrase = words.iter().map(|word| word.term.as_str()).collect::<Vec<_>>().join(" ");
        let slots: Vec<Word> = slots.iter().map(Word::whole).collect();
        let term = if let [only] = slots.as_slice() { only.term.clone() } else { phrase };
        // A phrase is known by its stems, a word by itself: `cut` and `cutting` are two sides.
        let mut key = self.numbers(&slots);
        if slots.len() == 1 {
            key = vec![0, self.number(&term)];
        }
        let number = *known.entry(key).or_insert(self.sides.len());
        if number == self.sides.len() {
            for variant in variants(&slots) {
                let numbers = self.numbers(&variant);
                self.queries.insert(&numbers, number);
                self.add_phrase(&variant, number);
            }
            if slots.len() > 1 {
                variants(&words).iter().for_each(|variant| self.add_phrase(variant, number));
            }
            self.sides.push(Side { term, shown: text.to_owned(), lines: Vec::new() });
        }
        let side = &mut self.sides[number];
        if !side.lines.contains(&place) {
            side.lines.push(place);
        }
        Some(number)
    }

    fn add_phrase(&mut self, words: &[Word], number: usize) {
        if words.len() > 1 {
            let numbers = self.numbers(words);
            self.texts.insert(&numbers, number);
            self.sieves[0].add(&stem(&words[0].term));
            words.iter().for_each(|word| self.sieves[1].add(&stem(&word.term)));
        }
    }

    fn numbers(&mut self, words: &[Word]) -> Vec<u32> {
        words.iter().map(|word| self.number(&stem(&word.term))).collect()
    }

    fn number(&mut self, stem: &str) -> u32 {
        let next = self.stems.len() as u32 + 1;
        *self.stems.entry(stem.to_owned()).or_insert(next)
    }

    /// The number of the stem of a folded word; 0 if no line has it.
    pub fn stem(&self, word: &str) -> u32 {
        self.stems.get(&stem(word)).copied().unwrap_or(0)
    }

    /// Where a place leads.
    pub fn ways(&self, place: Place) -> impl Iterator<Item = Way<'_>> {
        let line = &self.lines[place.line];
        let (kind, both) = match line.kind {
            SynonymKind::TwoWay => (AlsoKind::Synonym, true),
            SynonymKind::OneWay => (AlsoKind::Preferred, false),
            SynonymKind::Related => (AlsoKind::Related, true),
            SynonymKind::Nation => (AlsoKind::Nation, true),
            SynonymKind::Ambiguous => (AlsoKind::Meaning, false),
        };
        // Without a second side the words of the first lead to one another, as those of a two-way line always do.
        let among = line.kind == SynonymKind::TwoWay || (both && line.to.is_empty());
        let forth = place.from.then_some(&line.to);
        let back = (place.from && among || !place.from && both).then_some(&line.from);
        let forth = forth.into_iter().flatten().map(|target| (target, true));
        let back = back.into_iter().flatten().map(|target| (target, false));
        forth.chain(back).map(move |((side, shown), to)| Way {
            side: *side,
            shown,
            kind,
            nation: line.nation.as_deref().filter(|_| to || among),
            hidden: line.hidden && (to || among),
        })
    }
}

/// A word of a side.
#[derive(Clone)]
struct Word {
    term: String,
    stop: bool,
    joined: Option<(String, usize)>,
}

impl Word {
    fn whole(slot: &Slot) -> Self {
        let term = slot.terms.first().map_or_else(String::new, |(term, _)| term.clone());
        let joined = slot.joined.clone().filter(|_| slot.joined_slots > 1).map(|joined| (joined, slot.joined_slots));
        Self { term, stop: slot.stop, joined }
    }

    /// A citation as the words it is written with.
    fn parts(slot: &Slot) -> Vec<Self> {
        if slot.parts.is_empty() {
            return vec![Self::whole(slot)];
        }
        slot.parts.iter().map(|part| Self { term: part.clone(), stop: false, joined: None }).collect()
    }
}

/// A phrase as it is, without its stop words, and both with its hyphenated words written as one.
fn variants(words: &[Word]) -> Vec<Vec<Word>> {
    let mut variants = vec![words.to_vec()];
    if words.iter().any(|word| word.joined.is_some()) {
        variants.push(joined(words));
    }
    for number in 0..variants.len() {
        let telling: Vec<Word> = variants[number].iter().filter(|word| !word.stop).cloned().collect();
        if telling.len() > 1 && telling.len() < variants[number].len() {
            variants.push(telling);
        }
    }
    variants
}

fn joined(words: &[Word]) -> Vec<Word> {
    let mut joined = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        match &word.joined {
            Some((term, count)) => {
                joined.push(Word { term: term.clone(), stop: false, joined: None });
                at += count;
            }
            None => {
                joined.push(word.clone());
                at += 1;
            }
        }
    }
    joined
}
