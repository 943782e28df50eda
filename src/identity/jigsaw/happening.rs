//! What happened to somebody or was done by them, that others heard of.

use super::super::names::token::{Shape, Token};
use super::super::names::words::{is_in, words};
use super::trait_words::MANY;
use super::{OCCUPATIONS, Trait, is_kin, phrase};

words! {
    /// What makes a day of somebody's life one that a town speaks of.
    EVENTS = "stolen driven crashed escaped collapsed exploded sank derailed stormed crushed flood floods fire filmed rescue rescued saving \
     saved rescuing";
    /// Deaths and wounds that are told of for years.
    FATES = "drowned electrocuted murdered beheaded poisoned shot hanged strangled";
    /// What is done over the Atlantic, up a mountain or with a torch.
    DEEDS = "rowed swam climbed sailed cycled flew skied rode ran crossed carried captained conquered conducted played \
     danced sang";
    /// Things that are carried, won or played once.
    TOKENS = "torch baton flag cup trophy crown wedding coronation final anthem";
    /// Of which most people have two.
    LIMBS = "arm leg hand eye foot ear kidney lung finger thumb";
}

/// What one or more words from here tell, and how many they are.
pub(super) fn at(words: &[Token<'_>], at: usize) -> Option<(Trait, usize)> {
    let word = |n: usize| words.get(at + n).map_or("", |token| token.word.as_str());
    let before = |n: usize| at.checked_sub(n).map_or("", |n| words[n].word.as_str());
    match word(0) {
        "newspapers" | "headlines" | "documentary" | "tabloid" | "tabloids" | "televised" => Some((Trait::News, 1)),
        "front" if word(1) == "page" => Some((Trait::News, 2)),
        "national" | "evening" | "local" | "regional" | "sunday" | "daily"
            if is_in(&["news", "papers", "paper"], word(1)) =>
        {
            Some((Trait::News, 2))
        }
        "papers" if is_in(&["the", "all"], before(1)) && is_in(&["made", "in", "all"], before(2)) => {
            Some((Trait::News, 1))
        }
        "premier" if word(1) == "league" => Some((Trait::Champion, 2)),
        "fewer" if word(1) == "than" && is_in(&["people", "families", "children", "cases"], word(3)) => {
            Some((Trait::Champion, 4))
        }
        "head" if is_in(&["boy", "girl"], word(1)) => Some((Trait::Role, 2)),
        "deputy" if word(1) == "head" => Some((Trait::Role, 2)),
        "lost" if is_in(&["an", "a", "one", "his", "her"], word(1)) && is_in(&LIMBS, word(2)) => {
            Some((Trait::Illness, 3))
        }
        "one" if before(1) == "with" && is_in(&LIMBS, word(1)) => Some((Trait::Illness, 2)),
        "turned" if phrase(words, at + 1, &OCCUPATIONS) > 0 => Some((Trait::Champion, 1)),
        "all" if is_in(&["boys", "girls"], word(1)) && !words[at].starts => Some((Trait::Order, 2)),
        "county-level" | "world-ranked" | "national-level" => Some((Trait::Champion, 1)),
        _ if is_later_child(word(0), word(1)) && is_in(&["his", "her", "their"], before(1)) => Some((Trait::Family, 2)),
        _ if is_in(&MANY, word(0)) && is_kin(word(1)) => Some((Trait::Family, 2)),
        _ if is_in(&DEEDS, word(0)) => is_deed(words, at).then_some((Trait::Champion, 1)),
        _ if is_in(&FATES, word(0)) => Some((Trait::Fate, 1)),
        _ if is_in(&EVENTS, word(0)) => Some((Trait::Event, 1)),
        _ => None,
    }
}

/// `her fifth girl`.
fn is_later_child(word: &str, next: &str) -> bool {
    is_in(&["fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], word)
        && is_in(&["girl", "boy", "son", "daughter", "child", "baby", "husband", "wife"], next)
}

/// `rowed the Atlantic`, `carried the torch`, `played the harp at the Royal Wedding`.
fn is_deed(words: &[Token<'_>], at: usize) -> bool {
    let next = words.get(at + 1).filter(|next| next.word == "the").and_then(|_| words.get(at + 2));
    next.is_some_and(|next| next.shape == Shape::Capital || is_in(&TOKENS, &next.word))
}
