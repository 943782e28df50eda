//! Rare details that together point to one person.
//!
//! One sentence may do it ("a 15-year-old lifeboat volunteer in a fishing village"), or details spread over a whole
//! study: each is harmless, and the sum is one family.

use super::names::words::{is_in, words};
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::names::lists::Phrases;
use super::names::token::{Shape, Token};
use super::{Candidate, Kind};
pub(super) use age::ages;

mod age;
mod count;
mod happening;
mod span;
#[cfg(test)]
mod tests;
mod together;
mod trait_words;

use trait_words::{AWARDS, CHAMPIONS, FEATS, MANY, RELATIVES, SETTINGS, is_common_after_only, is_nationality};

/// How much must come together in one sentence.
const ENOUGH: u32 = 10;

static OCCUPATIONS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(include_str!("lists/occupations.txt").lines()));
static ILLNESSES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(include_str!("lists/illnesses.txt").lines()));
static UNCOMMON: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(include_str!("lists/uncommon.txt").lines()));
static BELIEFS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(include_str!("lists/beliefs.txt").lines()));

/// What phrases of these lists begin with: most words begin none of them.
static FIRSTS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    [&OCCUPATIONS, &ILLNESSES, &UNCOMMON, &BELIEFS].into_iter().flat_map(|phrases| phrases.firsts()).collect()
});

/// What sort of detail a word tells. Each sort counts once in a sentence, save the uncommon things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trait {
    Age,
    Twins,
    Only,
    Occupation,
    Illness,
    Nation,
    Belief,
    Family,
    Relative,
    Setting,
    Thing,
    Champion,
    Place,
    Strange,
    News,
    Event,
    Fate,
    Role,
    Order,
}

impl Trait {
    /// What it is, for authors.
    fn label(self) -> &'static str {
        match self {
            Self::Age => "an exact age",
            Self::Twins => "twins or triplets",
            Self::Only => "the only one, or a first or last",
            Self::Occupation => "an unusual occupation",
            Self::Illness => "an unusual illness",
            Self::Nation => "a nationality or language",
            Self::Belief => "a small faith",
            Self::Family => "the size of a family",
            Self::Relative => "a relative",
            Self::Setting => "a small place",
            Self::Thing => "something uncommon",
            Self::Champion => "a title or record",
            Self::Place => "a place",
            Self::Strange => "an uncommon word",
            Self::News => "something that the news told",
            Self::Event => "an unusual event",
            Self::Fate => "a death or wound that is told of",
            Self::Role => "a role that one person has",
            Self::Order => "brothers or sisters only",
        }
    }

    /// Whether it is true of few people.
    fn is_shared_by_few(self) -> bool {
        matches!(
            self,
            Self::Twins | Self::Occupation | Self::Illness | Self::Nation | Self::Belief | Self::Family | Self::News
        )
    }

    /// Whether it counts among the rare details of a whole study.
    fn is_rare(self) -> bool {
        self.is_shared_by_few() || matches!(self, Self::Champion | Self::Only | Self::Order | Self::Thing)
    }

    /// How rare it makes a person, in quarters.
    fn weight(self) -> u32 {
        match self {
            Self::Occupation | Self::Illness | Self::Belief | Self::Champion => 6,
            Self::Relative | Self::Strange | Self::Event | Self::Order => 2,
            _ => 4,
        }
    }
}

/// Finds phrases and documents with too many rare details; `found` is what all other kinds found, sorted.
pub(crate) fn find(tokens: &[Token<'_>], found: &[Candidate]) -> Vec<Candidate> {
    let sentences = tokens.chunk_by(|a, b| a.sentence == b.sentence);
    let sentences: Vec<(&[Token<'_>], Vec<Hit>)> = sentences.map(|words| (words, hits(words, found))).collect();
    let mut rare: Vec<Candidate> = sentences.iter().filter_map(|(words, hits)| in_sentence(words, hits)).collect();
    if rare.is_empty() {
        rare.extend(count::over_limit(&sentences));
    }
    rare
}

/// A detail and the words that tell it.
type Hit = (Trait, Range<usize>);

fn in_sentence(words: &[Token<'_>], hits: &[Hit]) -> Option<Candidate> {
    let mut sum = together::bonus(words, hits);
    let mut seen: Vec<Trait> = Vec::new();
    for (sort, _) in hits {
        if *sort == Trait::Thing || !seen.contains(sort) {
            sum += sort.weight();
            seen.push(*sort);
        }
    }
    // Without something that is rare in itself an age and a place are everybody's.
    let rare = |sort: &Trait| {
        !matches!(
            sort,
            Trait::Age
                | Trait::Setting
                | Trait::Place
                | Trait::Relative
                | Trait::Strange
                | Trait::Event
                | Trait::Fate
                | Trait::Role
        )
    };
    let is_rare = seen.iter().any(rare) || together::is_known_by_fate(words, hits);
    if sum < ENOUGH || !is_rare || (seen.iter().all(|sort| *sort == Trait::Thing) && seen.len() < 3) {
        return None;
    }
    let first = hits.iter().map(|(_, range)| range.start).min()?;
    let last = hits.iter().map(|(_, range)| range.end).max()?;
    let range = words[span::article_before(words, first)].range.start..words[span::end(words, last) - 1].range.end;
    let mut told: Vec<String> = Vec::new();
    for (sort, range) in hits {
        let first = words[range.start].text;
        let text = words[range.end - 1].text;
        let quoted = if range.len() > 1 { format!("{first} … {text}") } else { first.to_owned() };
        told.push(format!("{} (\"{quoted}\")", sort.label()));
    }
    let message = format!("These details together could identify someone: {}.", told.join(", "));
    Some(Candidate::new(Kind::Jigsaw, range, Candidate::CLEAR + 2).saying(message))
}

/// The first part of a word, and the same of one thing.
fn first<'t>(word: &'t Token<'_>) -> (&'t str, &'t str) {
    let first = word.word.split('-').next().unwrap_or_default();
    (first, first.strip_suffix('s').unwrap_or(first))
}

/// Whether a phrase of any list may begin with a word.
fn may_begin(word: &Token<'_>) -> bool {
    let (first, singular) = first(word);
    FIRSTS.contains(first) || FIRSTS.contains(singular)
}

fn phrase(words: &[Token<'_>], at: usize, phrases: &Phrases) -> usize {
    let Some((first, singular)) = words.get(at).map(first) else { return 0 };
    if phrases.longest(first).max(phrases.longest(singular)) == 0 {
        return 0;
    }
    let mut text = String::new();
    let mut length = 0;
    for (n, word) in words[at..].iter().take(4).enumerate() {
        if n > 0 && word.gap != " " {
            break;
        }
        text.push_str(if n > 0 { " " } else { "" });
        text.push_str(&word.word.replace('-', " "));
        if phrases.holds(&text) || text.strip_suffix('s').is_some_and(|one| phrases.holds(one)) {
            length = n + 1;
        }
    }
    length
}

fn hits(words: &[Token<'_>], found: &[Candidate]) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let mut covered = 0;
    for at in 0..words.len() {
        if at < covered || words[at].machine {
            continue;
        }
        for (phrases, sort) in [
            (&OCCUPATIONS, Trait::Occupation),
            (&ILLNESSES, Trait::Illness),
            (&BELIEFS, Trait::Belief),
            (&UNCOMMON, Trait::Thing),
        ] {
            if !may_begin(&words[at]) {
                break;
            }
            let length = phrase(words, at, phrases);
            if length > 0 {
                hits.push((sort, at..at + length));
                covered = at + length;
                break;
            }
        }
        if at >= covered
            && let Some((sort, length)) = other(words, at)
        {
            hits.push((sort, at..at + length));
        }
    }
    places(words, found, &mut hits);
    together::without_lists(words, &mut hits);
    hits
}

/// Places and bodies that others found.
fn places(words: &[Token<'_>], found: &[Candidate], hits: &mut Vec<Hit>) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    let inside = found
        .iter()
        .filter(|candidate| candidate.range.start >= first.range.start && candidate.range.end <= last.range.end);
    for candidate in inside.filter(|candidate| matches!(candidate.kind, Kind::Place | Kind::Organisation)) {
        let start = words.partition_point(|word| word.range.end <= candidate.range.start);
        let end = words.partition_point(|word| word.range.start < candidate.range.end);
        if start < end {
            // The ploughman of the Ploughman Arms is nobody's trade.
            hits.retain(|(_, range)| range.end <= start || end <= range.start);
            hits.push((Trait::Place, start..end));
        }
    }
}

fn other(words: &[Token<'_>], at: usize) -> Option<(Trait, usize)> {
    let word = words[at].word.as_str();
    let next = words.get(at + 1).map_or("", |next| next.word.as_str());
    let after = words.get(at + 2).map_or("", |next| next.word.as_str());
    if let Some(length) = age::age(words, at) {
        return Some((Trait::Age, length));
    }
    if ["twin", "twins", "triplet", "triplets", "quadruplet", "quadruplets", "quintuplets"].contains(&word) {
        return Some((Trait::Twins, 1));
    }
    let of_many = next == "of" && is_in(&["eldest", "youngest", "oldest"], word);
    if is_only(words, at) && (of_many || !is_common_after_only(next) || together::is_ever(words, at)) {
        return Some((Trait::Only, 1));
    }
    if is_in(&FEATS, word)
        && at > 0
        && words[at - 1].word == "to"
        && (at.saturating_sub(8)..at).any(|before| is_only(words, before))
    {
        return Some((Trait::Champion, 1));
    }
    if word == "of" && is_in(&MANY, next) && is_kin(after) {
        return Some((Trait::Family, 3));
    }
    if ["school", "class", "village", "island", "town", "hamlet"].contains(&word)
        && next == "of"
        && is_count(words.get(at + 2))
    {
        return Some((Trait::Setting, 3 + usize::from(words.len() > at + 3)));
    }
    // A parish has a priest and a council wherever it is.
    let of_parish = word == "parish" && is_in(&["priest", "council", "church", "hall", "nurse"], next);
    if is_in(&SETTINGS, word) && !of_parish {
        return Some((Trait::Setting, 1));
    }
    // What others follow is a model too.
    let is_pattern = word == "model" && is_in(&["for", "of", "that", "in"], next);
    if is_in(&CHAMPIONS, word) && !is_pattern
        || (word == "record" && ["holder", "breaker"].contains(&next))
        || (word == "world" && next == "record")
    {
        return Some((Trait::Champion, 1));
    }
    if is_in(&AWARDS, word) && words[at.saturating_sub(5)..at].iter().any(|before| before.word == "won") {
        return Some((Trait::Champion, 1));
    }
    // The Swiss cheese model is of no nation.
    let is_of_nation = words[at].shape == Shape::Capital && next != "cheese" && is_nationality(&words[at]);
    if is_of_nation || trait_words::is_language(&words[at]) {
        return Some((Trait::Nation, 1));
    }
    if is_in(&RELATIVES, word)
        && at > 0
        && ["whose", "her", "his", "their", "deaf", "blind", "the"].contains(&words[at - 1].word.as_str())
    {
        return Some((Trait::Relative, 1));
    }
    if let Some(happening) = happening::at(words, at) {
        return Some(happening);
    }
    let strange = words[at].shape == Shape::Lower && words[at].flags.is_none() && word.len() > 5;
    strange.then_some((Trait::Strange, 1))
}

/// `the only`, `her youngest`.
fn is_only(words: &[Token<'_>], at: usize) -> bool {
    words! {
        ONLY = "only last first youngest eldest oldest sole tallest fastest smallest largest";
    }
    let before = at.checked_sub(1).map(|n| &words[n]);
    let definite = before
        .is_some_and(|before| ["the", "his", "her", "their"].contains(&before.word.as_str()) || before.possessive);
    let few = at > 1
        && ["two", "three"].contains(&words[at].word.as_str())
        && words[at - 1].word == "of"
        && words[at - 2].word == "one";
    few || definite && is_in(&ONLY, &words[at].word) || together::is_ever(words, at)
}

pub(super) fn is_number(word: &str) -> bool {
    words! {
        NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
         eighteen nineteen";
    }
    is_in(&NUMBERS, word) || (word.len() < 3 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_count(word: Option<&Token<'_>>) -> bool {
    word.is_some_and(|word| {
        word.shape == Shape::Number
            || is_number(&word.word)
            || ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"]
                .iter()
                .any(|tens| word.word.starts_with(tens))
    })
}

pub(super) fn is_kin(word: &str) -> bool {
    ["sisters", "brothers", "children", "siblings", "sons", "daughters", "boys", "girls", "kids"].contains(&word)
}
