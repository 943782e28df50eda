//! Rare details over a whole study.

use super::super::names::token::{Shape, Token};
use super::super::{Candidate, Kind};
use super::trait_words::{MANY, RELATIVES, is_nationality};
use super::{OCCUPATIONS, age, is_kin, phrase};
use crate::identity::names::words::is_in;

/// How many kinds of rare detail one study may hold.
const LIMIT: usize = 5;

/// One finding if a study holds too many kinds of rare detail; it stands at the first and lists them all.
pub(super) fn over_limit(tokens: &[Token<'_>], found: &[Candidate]) -> Option<Candidate> {
    let mut kinds: Vec<(&'static str, usize)> = Vec::new();
    for at in 0..tokens.len() {
        let Some(kind) = kind(tokens, at) else { continue };
        if !kinds.iter().any(|(seen, _)| *seen == kind) {
            kinds.push((kind, at));
        }
    }
    let place = found.iter().any(|candidate| matches!(candidate.kind, Kind::Place | Kind::Address | Kind::Postcode));
    if kinds.len() + usize::from(place) <= LIMIT {
        return None;
    }
    let at = kinds.first()?.1;
    let mut list: Vec<String> = kinds.iter().map(|(kind, at)| format!("{kind} (\"{}\")", tokens[*at].text)).collect();
    if place {
        list.push("a place".to_owned());
    }
    let message = format!(
        "This study holds {} kinds of rare detail, which together could identify someone: {}.",
        list.len(),
        list.join(", ")
    );
    Some(Candidate::new(Kind::Jigsaw, tokens[at].range.clone(), Candidate::LIKELY).saying(message))
}

fn kind(tokens: &[Token<'_>], at: usize) -> Option<&'static str> {
    let token = &tokens[at];
    let word = token.word.as_str();
    let before = at.checked_sub(1).map_or("", |n| tokens[n].word.as_str());
    let next = tokens.get(at + 1).map_or("", |next| next.word.as_str());
    if age(tokens, at).is_some() {
        return Some("an exact age");
    }
    if token.shape == Shape::Capital && is_nationality(token) {
        return Some(if ["spoke", "speaks", "speak", "speaking", "in"].contains(&before) {
            "a language"
        } else {
            "a nationality"
        });
    }
    if ["twin", "twins", "triplet", "triplets"].contains(&word) {
        return Some("twins or triplets");
    }
    if is_in(&MANY, word) && is_kin(next) {
        return Some("the size of a family");
    }
    if super::may_begin(token) {
        if phrase(tokens, at, &super::ILLNESSES) > 0 {
            return Some("an unusual illness");
        }
        if phrase(tokens, at, &super::BELIEFS) > 0 {
            return Some("a small faith");
        }
    }
    let worked = is_in(&RELATIVES, word)
        && tokens[at..].iter().skip(1).take(5).enumerate().any(|(n, _)| phrase(tokens, at + 1 + n, &OCCUPATIONS) > 0);
    if worked {
        return Some("a relative's occupation");
    }
    let dated = [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if dated.contains(&word)
        && next.len() == 4
        && next.bytes().all(|byte| byte.is_ascii_digit())
        && next.starts_with(['1', '2'])
    {
        return Some("a month and year");
    }
    if ["newspapers", "headlines", "documentary"].contains(&word) {
        return Some("something that the news told");
    }
    None
}
