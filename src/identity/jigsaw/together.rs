//! What details weigh beyond themselves when they stand side by side.

use super::trait_words::LANDS;
use super::{Hit, Trait};
use crate::identity::names::token::Token;
use crate::identity::names::words::{is_in, words};

words! {
    /// What leaves one person of a place: `the tallest schoolgirl in Scotland`.
    SUPERLATIVES = "only youngest eldest oldest sole tallest fastest smallest largest first";
}

words! {
    /// Whom a superlative leaves one of, or who is known by what happened to them.
    PERSONS = "child boy girl pupil family student man woman teenager person baby lad schoolboy schoolgirl couple brother sister";
    /// What is told of one person for years.
    FATES = "drowned jumped climbed vanished fell";
    /// How far a title reaches.
    REACHES = "national british european english welsh scottish olympic commonwealth international";
}

/// `the youngest person ever to be jailed`.
pub(super) fn is_ever(words: &[Token<'_>], at: usize) -> bool {
    is_in(&SUPERLATIVES, &words[at].word) && words[at + 1..].iter().take(3).any(|word| word.word == "ever")
}

/// `the girl who drowned at the gala`.
pub(super) fn is_known_by_fate(words: &[Token<'_>], hits: &[Hit]) -> bool {
    let known = |at: usize| {
        let word = |n: usize| words.get(at + n).map_or("", |token| token.word.as_str());
        word(0) == "the"
            && is_in(&PERSONS, word(1))
            && word(2) == "who"
            && is_in(&FATES, word(3))
            && is_in(&["at", "in", "from", "on", "off", "a", "the"], word(4))
    };
    !hits.is_empty() && (0..words.len()).any(known)
}

/// `the only Sikh family in Wem`: one of a place that is named.
fn is_one_of_place(words: &[Token<'_>], only: usize, hits: &[Hit]) -> bool {
    let person = words[only..].iter().take(4).position(|word| is_in(&PERSONS, &word.word));
    person.is_some_and(|person| {
        let place = only + person + 1..only + person + 5;
        let is_inside = |at: usize| at > 0 && is_in(&["in", "on", "near"], &words[at - 1].word);
        hits.iter().any(|(sort, range)| *sort == Trait::Place && place.contains(&range.start) && is_inside(range.start))
    })
}

/// What the company of the details adds to their sum.
pub(super) fn bonus(words: &[Token<'_>], hits: &[Hit]) -> u32 {
    let seen = |sorts: &[Trait]| hits.iter().any(|(sort, _)| sorts.contains(sort));
    let told = seen(&[Trait::News]) && seen(&[Trait::Event, Trait::Only, Trait::Champion, Trait::Thing]);
    let only = hits.iter().filter(|(sort, _)| *sort == Trait::Only).map(|(_, range)| range.clone());
    let mut sum = if told { 4 } else { 0 };
    let of_land = |(sort, range): &Hit| {
        let after = words[range.end..].iter().take(3);
        *sort == Trait::Champion && after.clone().any(|word| is_in(&LANDS, &word.word) && !is_shared(&word.word))
    };
    sum += if hits.iter().any(of_land) { 4 } else { 0 };
    sum += if is_known_by_fate(words, hits) { 8 } else { 0 };
    let of_nation = |(sort, range): &Hit| {
        let before = &words[range.start.saturating_sub(3)..range.start];
        *sort == Trait::Champion && before.iter().any(|word| is_in(&REACHES, &word.word))
    };
    sum += if hits.iter().any(of_nation) { 4 } else { 0 };
    for only in only {
        let kinds = [Trait::Nation, Trait::Belief, Trait::Occupation];
        let of_kind = hits.iter().any(|(sort, range)| kinds.contains(sort) && range.start == only.end);
        let here = words[only.end..].iter().take(8).any(|word| is_in(&LANDS, &word.word) || is_shared(&word.word));
        let owned = only.start > 0 && words[only.start - 1].possessive;
        if owned {
            sum += 4;
        } else if is_ever(words, only.start) {
            sum += 6;
        } else if is_one_of_place(words, only.start, hits) {
            sum += 4;
        } else if of_kind && here {
            sum += 2;
        } else if is_in(&SUPERLATIVES, &words[only.start].word) && is_best_of_land(words, only.end) {
            sum += 6;
        }
    }
    sum
}

/// `schoolgirl in Scotland`: one thing of a whole land follows.
fn is_best_of_land(words: &[Token<'_>], at: usize) -> bool {
    let inside = (at + 1..words.len().min(at + 4)).find(|&n| words[n].word == "in");
    inside
        .is_some_and(|n| words[n + 1..].iter().take(2).any(|word| is_in(&LANDS, &word.word) && !is_shared(&word.word)))
}

/// Places that a study may name without saying which, in the same breath as what happens there.
fn is_shared(word: &str) -> bool {
    ["school", "class", "year", "parish", "district", "region", "estate", "street", "home", "unit"].contains(&word)
}

/// Leaves out nations and faiths that are listed one beside the other, which describe many people.
pub(super) fn without_lists(words: &[Token<'_>], hits: &mut Vec<Hit>) {
    let listed = |sort: Trait| matches!(sort, Trait::Nation | Trait::Belief);
    let mut run: Vec<usize> = Vec::new();
    let mut drop: Vec<usize> = Vec::new();
    for n in 0..hits.len() {
        if !listed(hits[n].0) {
            continue;
        }
        let beside = run.last().is_some_and(|&last| is_listed_beside(words, hits[last].1.end, hits[n].1.start));
        if !beside {
            run.clear();
        }
        let unlisted = beside && hits[n].1.start - hits[run[run.len() - 1]].1.end > 1;
        run.push(n);
        if run.len() > 2 || unlisted {
            drop.extend(run.iter().copied());
        }
    }
    let mut n = 0;
    hits.retain(|_| {
        n += 1;
        !drop.contains(&(n - 1))
    });
}

/// Whether nothing but commas, `and` and other words of the kind stands between two words.
fn is_listed_beside(words: &[Token<'_>], end: usize, start: usize) -> bool {
    let between = &words[end..start];
    match between {
        [] => words[start].gap.contains([',', '/']),
        [one] => ["and", "or"].contains(&one.word.as_str()),
        [.., last] => {
            let others = &between[..between.len() - 1];
            ["and", "or"].contains(&last.word.as_str()) && others.len() < 3 && others.iter().all(Token::is_capital)
        }
    }
}
