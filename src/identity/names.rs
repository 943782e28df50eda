//! Names of people, places and organisations.
//!
//! In a case study a word with a capital that begins no sentence must be a label of the cast, public or an ordinary
//! word of a title; anything else is taken for a name. Where every word has a capital, lists of names and the words
//! around decide.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::forms::finder;
use super::{Candidate, Known, Plain};

mod address;
pub(crate) mod lists;
mod nickname;
mod organisation;
mod person;
mod place;
mod public;
mod slug;
mod small;
mod street;
mod styled;
#[cfg(test)]
mod tests;
pub(crate) mod token;
pub(crate) mod words;

use token::{Shape, Token};

/// Finds names in a path of a case study.
pub(crate) fn find_in_path(plain: &Plain<'_>, known: &Known) -> Vec<Candidate> {
    in_path(plain.text(), true, known)
}

/// Finds names in a text of a case study, by its words; those that are public or were found are marked as taken.
pub(crate) fn find(text: &str, tokens: &mut [Token<'_>], known: &Known) -> Vec<Candidate> {
    public::take(tokens, known);
    let mut found = nickname::find(tokens);
    found.extend(styled::find(tokens));
    found.extend(address::find(tokens));
    found.extend(organisation::find(tokens, false));
    found.extend(place::find(tokens));
    found.extend(person::find(tokens));
    found.extend(street::find(tokens));
    found.extend(small::find(tokens));
    for token in &*tokens {
        if token.taken || token.machine {
            continue;
        }
        if token.shape == Shape::Mixed {
            found.extend(slug::find(token.text, token.range.start, false));
        } else if token.shape == Shape::Lower && token.text.contains('-') {
            found.extend(slug::find(token.text, token.range.start, false));
            found.extend(small::places_in(token));
        }
    }
    found.extend(in_file_names(text, known));
    found.extend(in_targets(text, known));
    found
}

/// Finds full addresses (house number, street and postcode) in a passage of any other text that holds a postcode.
pub(crate) fn addresses(plain: &Plain<'_>) -> Vec<Candidate> {
    let mut tokens = token::tokens(plain.text());
    address::find(&mut tokens)
        .into_iter()
        .filter(|found| plain.text()[found.range.clone()].starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase()))
        .collect()
}

/// Names in a file name or slug, where no capital tells.
fn in_path(text: &str, alone: bool, known: &Known) -> Vec<Candidate> {
    let text_with_possessives = text.replace("-s-", "'s-").replace("_s_", "'s_");
    let opened: String =
        text_with_possessives.chars().map(|c| if matches!(c, '-' | '_' | '.' | '+') { ' ' } else { c }).collect();
    let mut tokens = token::tokens(&opened);
    for token in &mut tokens {
        token.starts = false;
    }
    public::take(&mut tokens, known);
    for token in &mut tokens {
        token.taken = token.taken && known.is_public(&token.word);
    }
    let mut found = address::find_in_path(&tokens);
    found.extend(organisation::find(&mut tokens, true));
    found.extend(in_path_places(&mut tokens));
    let taken: Vec<_> = tokens.iter().filter(|token| token.taken).map(|token| token.range.clone()).collect();
    let people = slug::find(text, 0, alone);
    found.extend(
        people.into_iter().filter(|person| {
            !taken.iter().any(|range| range.start < person.range.end && person.range.start < range.end)
        }),
    );
    found
}

fn in_path_places(tokens: &mut [Token<'_>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let length = public::longest(tokens, at, &lists::LISTS.places, |_, _| true);
        let words = &tokens[at..at + length];
        let rare =
            words.iter().any(|token| !token.is_ordinary() && !token.is(lists::Flags::GIVEN) && token.word.len() > 3);
        if length == 0 || !rare || words.iter().any(|token| token.taken) {
            continue;
        }
        let before = at.checked_sub(1).is_some_and(|n| tokens[n].is(lists::Flags::GIVEN) && !tokens[n].is_ordinary());
        if before && length == 1 {
            continue;
        }
        found.push(Candidate::new(
            super::Kind::Place,
            words[0].range.start..words[length - 1].range.end,
            Candidate::LIKELY + 4,
        ));
        for token in &mut tokens[at..at + length] {
            token.taken = true;
        }
    }
    found
}

/// Names in the names of files that a text tells: `al_sayegh_rawan_chronology_v3.docx`.
fn in_file_names(text: &str, known: &Known) -> Vec<Candidate> {
    static ENDS: LazyLock<AhoCorasick> = LazyLock::new(|| {
        finder(".doc, .pdf, .xls, .ppt, .odt, .rtf, .msg, .eml, .jpg, .jpeg, .png, .heic, .mp4, .mov, .wav, .csv, .zip")
    });
    let mut found = Vec::new();
    for end in ENDS.find_iter(text) {
        let name = &text[..end.start()];
        let start = name
            .rfind(|c: char| !c.is_alphanumeric() && !"-_.".contains(c))
            .map_or(0, |at| at + name[at..].chars().next().map_or(1, char::len_utf8));
        let candidates = in_path(&text[start..end.start()], true, known);
        found.extend(candidates.into_iter().map(|candidate| Candidate {
            range: candidate.range.start + start..candidate.range.end + start,
            ..candidate
        }));
    }
    found
}

/// Names in the targets of links and pictures, and in addresses wherever they stand.
fn in_targets(text: &str, known: &Known) -> Vec<Candidate> {
    let mut found = Vec::new();
    for opening in ["](", "src=\"", "href=\"", "://"] {
        let is_address = opening == "://";
        for (at, _) in text.match_indices(opening) {
            let start = at + opening.len();
            let end = text[start..].find([')', '"', '\n', '|', '>', ' ']).map_or(text.len(), |length| start + length);
            let target = &text[start..end];
            // The name of a host is judged with the addresses.
            let inside = match is_address {
                true => target.split_once('/').map(|(_, path)| path),
                false => Some(target).filter(|target| !target.contains(':')),
            };
            let Some(inside) = inside.filter(|inside| !inside.contains('@')) else { continue };
            let offset = end - inside.len();
            for piece in inside.split(['/', '#', '?']).filter(|piece| piece.len() > 3) {
                let from = offset + (piece.as_ptr() as usize - inside.as_ptr() as usize);
                let candidates = in_path(piece, !is_address, known);
                found.extend(candidates.into_iter().map(|mut candidate| {
                    candidate.range = candidate.range.start + from..candidate.range.end + from;
                    candidate
                }));
            }
        }
    }
    found
}
