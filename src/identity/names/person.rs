//! Names of people: after a form of address, as initials, or by what the lists say of a run of words.

use std::ops::Range;

use super::lists::Flags;
use super::organisation::is_title;
use super::token::{Shape, Token, is_shortened};
use super::words::{HONORIFICS, LOOSE_HONORIFICS, PARTICLES, SPEECH, is_in};
use crate::identity::{Candidate, Kind};

mod family;
mod named;
mod script;

use named::Named;

/// Finds names of people and marks their words.
pub(crate) fn find(tokens: &mut [Token<'_>]) -> Vec<Candidate> {
    let mut found = script::find(tokens);
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].taken || tokens[at].machine {
            at += 1;
            continue;
        }
        let addressed = after_honorific(tokens, at).map(|range| (range, Kind::PersonName, Candidate::LIKELY + 8));
        let hit = addressed
            .or_else(|| turned(tokens, at).map(|range| (range, Kind::PersonName, Candidate::LIKELY + 7)))
            .or_else(|| initials(tokens, at).map(|range| (range, Kind::PersonName, Candidate::LIKELY + 4)))
            .or_else(|| in_other_case(tokens, at).map(|range| (range, Kind::PersonName, Candidate::LIKELY + 5)))
            .or_else(|| family::at(tokens, at).map(|range| (range, Kind::PersonName, Candidate::LIKELY + 4)))
            .or_else(|| run(tokens, at));
        let Some((range, kind, weight)) = hit else {
            at += 1;
            continue;
        };
        let whole = tokens[range.start].range.start..tokens[range.end - 1].end();
        at = range.end;
        for token in &mut tokens[range] {
            token.taken = true;
        }
        found.push(Candidate::new(kind, whole, weight));
    }
    found.extend(beside(tokens));
    found
}

/// `Jade and Amber met`: a given name that is a word, beside a name that was found.
fn beside(tokens: &mut [Token<'_>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 1..tokens.len().saturating_sub(1) {
        let joined = tokens[at].word == "and" && tokens[at].gap == " " && tokens[at + 1].gap == " ";
        let given = |token: &Token<'_>| token.is_capital() && token.is(Flags::GIVEN);
        if !joined || !given(&tokens[at - 1]) || !given(&tokens[at + 1]) {
            continue;
        }
        for (one, other) in [(at - 1, at + 1), (at + 1, at - 1)] {
            if !tokens[one].taken && tokens[other].taken && !tokens[one].is(Flags::PUBLIC) {
                tokens[one].taken = true;
                found.push(Candidate::new(
                    Kind::FirstName,
                    tokens[one].range.start..tokens[one].end(),
                    Candidate::LIKELY,
                ));
            }
        }
    }
    found
}

fn is_big(token: &Token<'_>) -> bool {
    matches!(token.shape, Shape::Capital | Shape::Initial) || (token.shape == Shape::Upper && token.word.len() > 1)
}

/// The end of a run of written names from here: `van der Linden`, `J. Smith`, `Al-Amin Khan`.
fn names_from(tokens: &[Token<'_>], at: usize) -> usize {
    let mut end = at;
    let mut n = at;
    while let Some(token) = tokens.get(n).filter(|_| n < at + 6) {
        if token.taken || (n > at && !token.is_joined()) || (n > at && tokens[n - 1].possessive) {
            break;
        }
        if is_big(token) {
            end = n + 1;
        } else if !is_in(&PARTICLES, &token.word) || tokens.get(n + 1).is_none_or(|next| next.gap != " ") {
            break;
        }
        n += 1;
    }
    end
}

/// `Mr Fonseca`, `Detective Sergeant Kazlauskiene`, `PC 2217 Hwang`, `Auntie Tendai`.
fn after_honorific(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let first = &tokens[at];
    if !is_in(&HONORIFICS, &first.word)
        || !(is_big(first) || first.shape == Shape::Mixed || is_title_word(&first.word))
        || first.possessive
    {
        return None;
    }
    let mut next = at + 1;
    let small = first.shape == Shape::Lower;
    let near = |n: usize| {
        tokens.get(n).is_some_and(|token| {
            (token.gap == " " || (!small && matches!(token.gap, ". " | "." | "-"))) && !token.taken
        })
    };
    while near(next) && is_in(&HONORIFICS, &tokens[next].word) && next < at + 3 && near(next + 1) {
        next += 1;
    }
    let mut numbered = false;
    if near(next) && tokens[next].shape == Shape::Number && tokens[next].text.len() > 1 {
        next += 1;
        numbered = true;
    }
    if !near(next) {
        return None;
    }
    let end = names_from(tokens, next);
    if end == next {
        // `mrs okonkwo`: nothing has a capital.
        let last = &tokens[next];
        let sure = small && ["mr", "mrs", "ms", "dr", "mx"].contains(&first.word.as_str());
        return (sure && last.shape == Shape::Lower && !last.is_ordinary() && last.word.len() > 2)
            .then_some(at..next + 1);
    }
    let named = &tokens[next..end];
    let loose = is_in(&LOOSE_HONORIFICS, &first.word) && next == at + 1;
    let role = |token: &Token<'_>| {
        token.is_ordinary() && !token.is(Flags::GIVEN.and(Flags::SURNAME)) && !is_in(&PARTICLES, &token.word)
    };
    let keep = if loose || is_title(named, tokens) || numbered {
        named
            .iter()
            .take_while(|token| !token.is_ordinary() || (token.is(Flags::GIVEN.and(Flags::SURNAME)) && !loose))
            .count()
    } else {
        named.iter().take_while(|token| !role(token) || token.word == named[0].word).count()
    };
    // `Ms M. Tan`: behind initials any word is a surname.
    let initials = named.iter().take_while(|token| token.shape == Shape::Initial).count();
    let keep = if initials > 0 && initials < named.len() && !loose { keep.max(initials + 1) } else { keep };
    // `Dr Sandhu and Partners`.
    let and = tokens.get(next + keep..next + keep + 2).unwrap_or_default();
    if keep > 0 && and.len() == 2 && and[0].word == "and" && and[1].word == "partners" && and[1].is_capital() {
        return Some(at..next + keep + 2);
    }
    // `Mrs B rang`: who knows the family knows the letter.
    let of_parent = is_in(&["mr", "mrs", "ms", "miss", "mx"], &first.word) && first.is_capital() && named.len() == 1;
    let is_anybody = named[0].text == "X" || named[0].text == "Y" || named[0].text == "Z";
    if of_parent && named[0].shape == Shape::Initial && !is_anybody {
        return Some(at..next + 1);
    }
    let only_initial = named[..keep].iter().all(|token| token.shape == Shape::Initial);
    let acronym = loose && named[0].shape == Shape::Upper;
    (keep > 0 && !only_initial && !acronym).then_some(at..next + keep)
}

/// Forms of address that are often written small: `auntie Tendai`, `mr fonseca`.
fn is_title_word(word: &str) -> bool {
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "pc",
        "dc",
        "ds",
        "auntie",
        "aunty",
        "aunt",
        "uncle",
        "nana",
        "nurse",
        "cllr",
        "imam",
        "rabbi",
        "pastor",
        "sister",
        "constable",
        "councillor",
    ]
    .contains(&word)
}

/// `Ortega, Inmaculada`, `DUNNETT, Tracey`: the surname first.
fn turned(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let (first, second) = (&tokens[at], tokens.get(at + 1)?);
    let is_as_in_files = first.shape == Shape::Upper
        && first.word.len() > 2
        && second.is_capital()
        && second.gap == ", "
        && second.is(Flags::GIVEN)
        && !second.is_ordinary()
        && !first.is_ordinary()
        && !first.is(Flags::PUBLIC.and(Flags::PLACE));
    if is_as_in_files {
        return Some(at..at + 2);
    }
    let fits = first.is(Flags::SURNAME)
        && !first.is_ordinary()
        && !first.is(Flags::PLACE)
        && is_big(first)
        && is_big(second)
        && second.gap == ", "
        && second.is(Flags::GIVEN)
        && !second.is(Flags::ORDINARY.and(Flags::SURNAME).and(Flags::PLACE))
        && (at == 0 || !tokens[at].is_joined() || !is_big(&tokens[at - 1]))
        && (!first.is(Flags::GIVEN) || first.shape == Shape::Upper && second.is_capital())
        && tokens.get(at + 2).is_none_or(|third| !third.gap.starts_with(", ") && third.word != "and");
    fits.then_some(at..at + 2)
}

/// `K.B.`, `T.R.M.`, `J. Smith`.
fn initials(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let first = &tokens[at];
    if first.shape == Shape::Upper && first.word.len() < 4 && is_told_as_initials(tokens, at) {
        return Some(at..at + 1);
    }
    if first.shape == Shape::Upper && first.word.len() == 2 && at > 0 {
        // `Child AB`.
        let role = ["child", "baby"].contains(&tokens[at - 1].word.as_str())
            && tokens[at - 1].is_capital()
            && first.gap == " ";
        // `Child AA` comes after `Child Z`.
        let is_doubled = first.word.as_bytes()[0] == first.word.as_bytes()[first.word.len() - 1];
        return (role && !is_doubled && !first.is(Flags::PUBLIC)).then_some(at - 1..at + 1);
    }
    if first.shape != Shape::Initial || first.possessive {
        return None;
    }
    // `K. O'R.`
    let other = tokens.get(at + 1).filter(|other| other.gap == ". " && other.shape == Shape::Upper);
    if other.is_some_and(|other| other.word.len() < 5 && other.word.contains('\'')) {
        return Some(at..at + 2);
    }
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|token| token.shape == Shape::Initial && matches!(token.gap, "." | ". ")) {
        end += 1;
    }
    let dotted = tokens.get(end).map_or("", |token| token.gap);
    if end - at > 1 {
        let letters: String = tokens[at..end].iter().map(|token| token.word.as_str()).collect();
        let public = [
            "si", "ssi", "wsi", "uk", "us", "usa", "eu", "un", "am", "pm", "ie", "eg", "bc", "ad", "dob", "aka", "nb",
            "ps", "qc", "kc",
        ];
        if !is_in(&public, &letters) && tokens[at + 1].gap == "." {
            let surname = tokens
                .get(end)
                .filter(|token| matches!(token.gap, ". " | " ") && is_surname(token) && token.is_capital());
            return Some(at..end + usize::from(surname.is_some()));
        }
    }
    let surname = tokens.get(end).filter(|token| token.is_capital() && !token.taken && is_surname(token))?;
    let stands_alone = at == 0 || !is_big(&tokens[at - 1]) || !tokens[at].is_joined();
    (dotted == ". " && stands_alone && !surname.possessive | surname.is(Flags::SURNAME)).then_some(at..end + 1)
}

/// `His initials were KL`.
fn is_told_as_initials(tokens: &[Token<'_>], at: usize) -> bool {
    let before = &tokens[at.saturating_sub(3)..at];
    let kin = [
        "ex-partner",
        "partner",
        "boyfriend",
        "girlfriend",
        "brother",
        "sister",
        "son",
        "daughter",
        "uncle",
        "aunt",
        "cousin",
        "stepfather",
        "neighbour",
        "mum",
        "dad",
        "friend",
        "husband",
        "wife",
    ];
    let is_kin = before.last().is_some_and(|token| is_in(&kin, &token.word)) && tokens[at].gap == " ";
    let is_public = tokens[at].is(Flags::PUBLIC.and(Flags::BEGINS)) || tokens[at].taken;
    before.iter().any(|token| token.word == "initials" && token.sentence == tokens[at].sentence)
        || is_kin && !is_public && tokens[at].word.len() > 1
}

fn is_surname(token: &Token<'_>) -> bool {
    token.is(Flags::SURNAME) || !token.is_ordinary()
}

/// `JADE PRESCOTT`: the second word is a surname and nothing else, so the first is no jewel.
fn is_shouted_before_surname(tokens: &[Token<'_>], at: usize) -> bool {
    let last = tokens.get(at + 1).filter(|last| last.gap == " " && !last.taken);
    last.is_some_and(|last| {
        tokens[at].shape == Shape::Upper
            && last.shape == Shape::Upper
            && last.is(Flags::SURNAME)
            && !last.is(Flags::ORDINARY.and(Flags::PUBLIC).and(Flags::PLACE))
            && last.word.len() > 3
    })
}

/// `pieter van der linden`, `PARISA RAHMANI`: a given name and a surname in the wrong case.
fn in_other_case(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let first = &tokens[at];
    if !matches!(first.shape, Shape::Lower | Shape::Upper)
        || first.word.len() < 3
        || first.text.bytes().any(|byte| byte.is_ascii_digit())
        || !first.is(Flags::GIVEN)
        || (first.is_ordinary() && !is_shouted_before_surname(tokens, at))
        || first.possessive
    {
        return None;
    }
    let mut next = at + 1;
    while tokens
        .get(next)
        .is_some_and(|token| token.gap == " " && is_in(&PARTICLES, &token.word) && token.word.len() > 1)
        && next < at + 4
    {
        next += 1;
    }
    let last = tokens.get(next).filter(|last| last.gap == " " && last.shape == first.shape && !last.taken);
    let Some(last) = last else { return shouted(tokens, at) };
    let particles = next > at + 1;
    let long = first.word.len() > 3 && last.word.len() > 3;
    let surname = last.is(Flags::SURNAME) && last.word.len() > 2 && (long || !last.is_ordinary());
    let fits = surname || (particles && !last.is_ordinary()) || (last.is_unknown() && last.word.len() > 4);
    let place = first.is(Flags::PLACE) || last.is(Flags::PUBLIC);
    (fits && !place && !first.is(Flags::PUBLIC)).then_some(at..next + 1)
}

/// `They asked ZARA about it`: one given name in capitals, done by or to.
fn shouted(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let first = &tokens[at];
    let (before, after) = (at.checked_sub(1).map(|n| &tokens[n]), tokens.get(at + 1));
    let near = |token: &Token<'_>| token.shape == Shape::Lower || token.starts;
    let asked = ["asked", "told", "met", "saw", "with", "and", "from", "rang", "then", "but", "that", "when"];
    let is_role = before.is_some_and(|before| ["the", "an", "a", "our", "their"].contains(&before.word.as_str()));
    let done_to = before.is_some_and(|before| near(before) && is_in(&asked, &before.word)) && !first.starts;
    let does = after.is_some_and(|after| after.gap == " " && near(after) && is_in(&SPEECH, &after.word));
    (first.shape == Shape::Upper && first.word.len() > 3 && !is_role && (done_to || does)).then_some(at..at + 1)
}

/// A run of words with capitals that the lists or their strangeness tell to be a name.
fn run(tokens: &[Token<'_>], at: usize) -> Option<(Range<usize>, Kind, u8)> {
    let first = &tokens[at];
    let shortened = is_shortened(&first.word) && tokens.get(at + 1).is_some_and(|next| next.gap.starts_with('.'));
    if !matches!(first.shape, Shape::Capital) || !is_nameable(first) || shortened {
        return None;
    }
    let mut end = names_from(tokens, at).max(at + 1);
    // Words that are names in no way end the name.
    let inner = tokens[at..end]
        .iter()
        .take_while(|token| is_nameable(token) || is_in(&PARTICLES, &token.word) || token.shape == Shape::Initial);
    end = at + inner.count().max(1);
    while end > at + 1 && !is_nameable(&tokens[end - 1]) && tokens[end - 1].shape != Shape::Initial {
        end -= 1;
    }
    let words = &tokens[at..end];
    let named = Named::of(tokens, words, at);
    if !named.is_meant() {
        return None;
    }
    let kind = named.kind();
    let weight = if words.len() > 1 { Candidate::LIKELY + 5 } else { Candidate::LIKELY + 2 };
    Some((at..end, kind, weight))
}

/// Whether a word can be part of a name: on a list of names, or on none.
fn is_nameable(token: &Token<'_>) -> bool {
    let names = Flags::GIVEN.and(Flags::SURNAME);
    is_big(token)
        && !token.taken
        && (token.shape == Shape::Capital || !token.text.bytes().any(|byte| byte.is_ascii_digit()))
        && !token.machine
        && (token.is(names) || (token.is_unknown() && token.shape == Shape::Capital && token.word.len() > 1))
        && !(token.shape == Shape::Upper && token.word.len() < 4)
}
