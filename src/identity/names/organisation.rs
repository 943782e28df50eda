//! Named schools, surgeries, clubs, councils, companies and other local bodies.

use std::ops::Range;

mod heads;
mod inn;

use super::lists::Flags;
use super::token::{Shape, Token};
use super::words::{is_in, words};
use crate::identity::{Candidate, Kind};

use heads::{FRONTS, GENERIC, HEADS, LOOSE, SHORT_FOR_SCHOOL, TAILS};

/// Finds bodies and marks their words.
pub(crate) fn find(tokens: &mut [Token<'_>], assume_capitals: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let Some(range) = inn::at(tokens, at)
            .or_else(|| ending_at(tokens, at, assume_capitals).or_else(|| beginning_at(tokens, at, assume_capitals)))
        else {
            continue;
        };
        if is_of_law(tokens, range.end) || tokens[range.clone()].iter().all(|token| token.taken) {
            continue;
        }
        let whole = tokens[range.start].range.start..tokens[range.end - 1].range.end;
        for token in &mut tokens[range] {
            token.taken = true;
        }
        found.push(Candidate::new(Kind::Organisation, whole, Candidate::CLEAR));
    }
    found
}

/// `the Marriage and Civil Partnership (Minimum Age) Act 2022`: the title of a law goes on to its kind and its year.
fn is_of_law(tokens: &[Token<'_>], end: usize) -> bool {
    let rest = tokens[end..].iter().take(7).take_while(|token| !token.gap.contains(['.', '\n', ';']));
    let rest: Vec<&Token<'_>> = rest.collect();
    rest.windows(2).any(|pair| {
        pair[0].is_capital()
            && is_in(&["act", "regulations", "order", "rules", "measure"], &pair[0].word)
            && pair[1].shape == Shape::Number
            && pair[1].text.len() == 4
    })
}

fn is_written_big(token: &Token<'_>, assume: bool) -> bool {
    (assume && !token.text.contains(|c: char| c.is_ascii_digit())) || !matches!(token.shape, Shape::Lower)
}

/// A name whose head stands at the given word.
fn ending_at(tokens: &[Token<'_>], at: usize, assume: bool) -> Option<Range<usize>> {
    let big = is_written_big(&tokens[at], assume);
    let heads = if big { &HEADS } else { &TAILS };
    let fits = |head: &&Vec<&str>| {
        head.len() <= at + 1
            && head.iter().rev().enumerate().all(|(n, word)| {
                tokens[at - n].word == *word
                    && (n + 1 == head.len() || matches!(tokens[at - n].gap.trim(), "" | "'" | "&") || assume)
            })
    };
    let head = heads.get(tokens[at].word.as_str())?.iter().filter(fits).max_by_key(|head| head.len())?;
    let goes_on = tokens.get(at + 1).is_some_and(|next| next.is_joined() && next.shape != Shape::Lower);
    if is_in(&SHORT_FOR_SCHOOL, head[0]) && goes_on {
        return None;
    }
    let first = at + 1 - head.len();
    let start = first_word(tokens, first, assume);
    let named = &tokens[start..first];
    if named.is_empty() || !is_named(named, tokens, head, big, assume) {
        return None;
    }
    let mut end = at + 1;
    while end < tokens.len()
        && end < at + 3
        && is_written_big(&tokens[end], false)
        && tokens[end].is_joined()
        && is_age_group(&tokens[end].word)
    {
        end += 1;
    }
    // A head may be followed by a longer one: `St Oswin's Church Hall School`.
    let longer = (end..tokens.len().min(end + 3))
        .take_while(|&n| (tokens[n].is_joined() || tokens[n].gap == " & ") && (assume || tokens[n].is_capital()));
    let longer = longer.filter(|&n| HEADS.contains_key(tokens[n].word.as_str())).last();
    Some(start..longer.map_or(end, |n| n + 1))
}

fn is_age_group(word: &str) -> bool {
    word.starts_with("under") || word.starts_with('u') && word[1..].parse::<u8>().is_ok()
}

/// Goes back over the words of the name.
fn first_word(tokens: &[Token<'_>], first: usize, assume: bool) -> usize {
    let mut start = first;
    let mut at = first;
    while at > 0 {
        let next = &tokens[at];
        let gap = next.gap;
        let near = !next.starts
            && (gap == " "
                || gap == " & "
                || gap == "-"
                || gap == ". "
                || gap == "'"
                || (assume && gap.len() <= 2)
                || gap == "' ");
        if !near || first - at > 8 {
            break;
        }
        let before = &tokens[at - 1];
        let big = is_written_big(before, assume) && before.shape != Shape::Number;
        if big && !(assume && before.machine) {
            start = at - 1;
        } else {
            // `The Senior Practitioner and the Virtual School` are two.
            let two = before.word == "the" && at > 1 && tokens[at - 2].word == "and";
            let inner = ["of", "the", "and", "on", "upon", "le", "for", "in", "de", "al", "y", "yr"];
            if two || !is_in(&inner, &before.word) {
                break;
            }
        }
        at -= 1;
    }
    // A sentence often begins with a word that belongs to no name.
    while start < first && is_lead(&tokens[start], tokens, start, first) {
        start += 1;
    }
    while start < first && matches!(tokens[start].shape, Shape::Lower) && !assume {
        start += 1;
    }
    start
}

fn is_lead(token: &Token<'_>, tokens: &[Token<'_>], at: usize, first: usize) -> bool {
    words! {
        LEADS = "the a an at in on to from by for with when after before while she he they it we i his her their our this \
         that these both staff near and or but if as of what which who where how why is are was were all every each \
         no not then later once since until although because contact see form";
    }
    let leading =
        is_in(&LEADS, &token.word) && !(token.word == "all" && tokens.get(at + 1).is_some_and(|n| n.word == "saints"));
    leading
        || (token.starts
            && token.is_ordinary()
            && !token.is(Flags::GIVEN.and(Flags::SURNAME).and(Flags::PLACE))
            && at + 1 < first)
}

/// Whether the words before the head say which body it is.
fn is_named(named: &[Token<'_>], tokens: &[Token<'_>], head: &[&str], big: bool, assume: bool) -> bool {
    let last = head.last().copied().unwrap_or_default();
    let strong = |token: &Token<'_>| {
        !token.taken
            && !is_in(&GENERIC, &token.word)
            && (token.is_unknown()
                || token.is(Flags::PLACE)
                || (token.is(Flags::GIVEN.and(Flags::SURNAME)) && !token.is_ordinary()))
            && !is_role(&token.word)
    };
    let some = |token: &Token<'_>| {
        !token.taken
            && !is_in(&GENERIC, &token.word)
            && token.shape != Shape::Number
            && token.text.len() > 1
            && !is_role(&token.word)
    };
    if is_force(named, last) {
        return true;
    }
    if named.iter().all(|token| token.taken) {
        return false;
    }
    let saint =
        named.iter().any(|token| token.word == "st" || token.word == "saint" || token.word == "our") && named.len() > 1;
    let title = is_title(named, tokens);
    // `Marsh Lane Boxing Club` may begin a sentence: a road of ordinary words is in its name.
    let road = named.len() > 1 && is_in(&ROADS, &named[named.len() - 1].word) && head.len() > 1;
    let usable =
        |token: &Token<'_>| some(token) && (road || !(token.starts && token.is_ordinary() && !token.is(Flags::PLACE)));
    // Few headings say `… Medical Centre` of no centre in particular.
    if big && ["medical", "health", "leisure", "sports"].contains(&head[0]) && last == "centre" {
        return named.iter().any(some);
    }
    let strict = is_in(&LOOSE, last) || title || assume || !big;
    if strict {
        let ordinary_pair = !title
            && !assume
            && big
            && last != "trust"
            && last != "board"
            && (last != "practice" || head.len() > 1)
            && last != "court"
            && named.iter().filter(|token| usable(token) && token.is_capital()).count() >= 2
            && !named.iter().any(|token| token.taken);
        let lower_tail = !big
            && !assume
            && named.iter().any(|token| usable(token) && token.is_capital() && !token.taken)
            && named.iter().filter(|token| token.is_capital()).count() >= 2;
        return named.iter().any(strong) || (saint && !title) || ordinary_pair && last != "council" || lower_tail;
    }
    named.iter().any(|token| strong(token) || usable(token)) || saint
}

words! {
    /// What bodies are often called after.
    ROADS = "road street lane avenue drive way hill park green bridge gate";
}

/// `West Midlands Police`: a part of the country is public, the force that answers for it is a place.
fn is_force(named: &[Token<'_>], last: &str) -> bool {
    let sides = ["north", "south", "east", "west", "mid", "midlands"];
    let sided = named.iter().any(|token| is_in(&sides, &token.word) && token.shape != Shape::Lower);
    sided && ["police", "constabulary", "service", "council", "board"].contains(&last)
}

fn is_role(word: &str) -> bool {
    [
        "designated",
        "safeguarding",
        "lead",
        "senior",
        "officer",
        "manager",
        "director",
        "head",
        "social",
        "worker",
        "independent",
        "reviewing",
        "early",
        "help",
        "team",
        "core",
        "group",
        "practice",
        "review",
        "learning",
        "case",
        "adviser",
        "chair",
        "member",
        "cabinet",
        "chief",
        "executive",
        "constable",
        "detective",
        "school",
        "nurse",
    ]
    .contains(&word)
}

/// So many words of a sentence tell whether it is a heading.
const LONGEST_HEADING: usize = 80;

/// Whether the words around are written with capitals throughout, as in some headings.
pub(crate) fn is_title(words: &[Token<'_>], tokens: &[Token<'_>]) -> bool {
    let Some(sentence) = words.first().map(|token| token.sentence) else { return false };
    let own = words[0].range.start..words[words.len() - 1].range.end;
    let other = |token: &&Token<'_>| token.word.len() > 3 && !token.starts && !own.contains(&token.range.start);
    let first = tokens.partition_point(|token| token.sentence < sentence);
    // A heading is short; a line without an end is no heading.
    let here =
        || tokens[first..].iter().take(LONGEST_HEADING).take_while(|token| token.sentence == sentence).filter(other);
    let capitals = here().filter(|token| token.shape != Shape::Lower).count();
    let all = here().count();
    all > 1 && capitals * 10 >= all * 7
}

/// A name whose first word tells what it is: `Masjid al-Noor`, `University of Brockley`.
fn beginning_at(tokens: &[Token<'_>], at: usize, assume: bool) -> Option<Range<usize>> {
    let first = &tokens[at];
    let front = is_in(&FRONTS, &first.word) && first.word != "operation";
    let of = ["university", "church", "school", "college", "hospital", "borough", "bishop", "diocese", "town", "city"];
    let of = is_in(&of, &first.word) && tokens.get(at + 1).is_some_and(|next| next.word == "of");
    if (!front && !of) || !is_written_big(first, assume) {
        return None;
    }
    let mut end = at + 1;
    let mut last = None;
    while let Some(token) = tokens.get(end).filter(|token| token.is_joined() && end < at + 6) {
        if is_written_big(token, assume) && token.shape != Shape::Number {
            last = Some(end);
        } else if !is_in(&["of", "the", "al", "el", "e", "y", "yr", "and", "ul"], &token.word) {
            break;
        }
        end += 1;
    }
    let last = last?;
    let named =
        tokens[at + 1..=last].iter().any(|token| !token.taken && token.word.len() > 2 && !is_in(&GENERIC, &token.word));
    let mut start = at;
    while start > 0
        && tokens[start].is_joined()
        && tokens[start - 1].is_capital()
        && !tokens[start - 1].is_ordinary()
        && front
    {
        start -= 1;
    }
    named.then_some(start..last + 1)
}
