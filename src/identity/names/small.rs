//! Given names and places in small letters, as a child or a hurried worker writes them: `jayden said`, `to luton`.

use std::ops::Range;

use super::lists::{Flags, LISTS};
use super::public::longest;
use super::token::{Shape, Token};
use super::words::{is_in, words};
use crate::identity::{Candidate, Kind};

words! {
    /// Words of English and Welsh that are written as a given name or a place is.
    WORDS = "akin ameer amir ants archer aria ascension aspen azalea bile bode bony bran bras chastity clover coral derrick \
     destiny divine dolly dung ebony eddy emerald emir fang garret gill gruff hale hamlet hares harry hyacinth indigo jawed \
     jazz juniper kitty lade laurel lavender lilac lore mare marigold marina mart mats matt maxim mete mini muse naval nova \
     octave opal paddy pansy patty peaches peep peony petunia phoenix piers piper ploy posy primrose providence rares raven \
     rein rejoice roman rosy ruddy rune saffron saki sapphire sari scarlet shady shams sherry shire sierra sissy spas \
     sterling sultan tabu tamer tawny tiff ting tome twinkle valentine veer viola wellington wills winsome woody \
     amble archway barking bray cults docking felling freshwater goring harrow hart hove hull jersey lancing leek mull \
     mumbles poplar reading stoke stow tarring tees tooting welling wick bara coll \
     allan alaw arian arno awen bach beth briallu bryn cadi carys dewi eira enfys gael gwen gwyn glyn haf hafan hedd \
     heulwen lili mair mari medi nest rhain seren tegan wael wyn ynys";
}

/// Finds them, and marks their words.
pub(crate) fn find(tokens: &mut [Token<'_>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if let Some(name) = owner(tokens, at) {
            found.push(Candidate::new(Kind::FirstName, name, Candidate::LIKELY + 1));
            tokens[at].taken = true;
        }
        if !stands_free(tokens, at) {
            continue;
        }
        let place = place(tokens, at).map(|range| (range, Kind::Place));
        let Some((range, kind)) = place.or_else(|| is_given(&tokens[at]).then_some((at..at + 1, Kind::FirstName)))
        else {
            continue;
        };
        let whole = tokens[at].range.start..tokens[range.end - 1].end();
        found.push(Candidate::new(kind, whole, Candidate::LIKELY + 1));
        for token in &mut tokens[range] {
            token.taken = true;
        }
    }
    found
}

/// Towns in a compound of small letters: `a-case-in-todmorden`.
pub(crate) fn places_in(token: &Token<'_>) -> Vec<Candidate> {
    let mut start = token.range.start;
    let mut found = Vec::new();
    for part in token.text.split('-') {
        let flags = LISTS.flags(part);
        let others = Flags::ORDINARY.and(Flags::GIVEN).and(Flags::SURNAME).and(Flags::PUBLIC);
        if part.len() > 4 && flags.has(Flags::PLACE) && !flags.has(others) && !is_in(&WORDS, part) {
            found.push(Candidate::new(Kind::Place, start..start + part.len(), Candidate::LIKELY));
        }
        start += part.len() + 1;
    }
    found
}

words! {
    /// What a child has, and a word with a plural in `s` before it has not.
    OWNED = "mum mam mother dad father brother sister nan gran grandad aunt auntie uncle cousin friend friends mate mates \
     boyfriend girlfriend phone house flat room story school teacher";
}

/// The name in `kierans mum`, which is written without its apostrophe.
fn owner(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let (token, next) = (&tokens[at], tokens.get(at + 1)?);
    let stem = token.word.strip_suffix('s').filter(|stem| stem.len() > 3 && token.text.starts_with(stem))?;
    let is_free = token.shape == Shape::Lower && !token.taken && !token.machine && token.flags.is_none();
    let flags = LISTS.flags(stem);
    let others = Flags::ORDINARY.and(Flags::PLACE).and(Flags::PUBLIC);
    let is_name = flags.has(Flags::GIVEN) && !flags.has(others) && !is_in(&WORDS, stem);
    let owns = next.gap == " " && is_in(&OWNED, &next.word);
    (is_free && is_name && owns).then(|| token.range.start..token.range.start + stem.len())
}

fn is_given(token: &Token<'_>) -> bool {
    let others = Flags::ORDINARY.and(Flags::PLACE).and(Flags::PUBLIC);
    token.is(Flags::GIVEN) && !token.is(others)
}

/// A place of the gazetteer; of several words one must be of no other use.
fn place(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let are_small =
        |tokens: &[Token<'_>], length| tokens[at..at + length].iter().all(|token| token.shape == Shape::Lower);
    let words = &tokens[at..at + longest(tokens, at, &LISTS.places, are_small)];
    let others = Flags::ORDINARY.and(Flags::GIVEN).and(Flags::PUBLIC);
    let is_rare = words.iter().any(|token| token.word.len() > 3 && !token.is(others) && !is_in(&WORDS, &token.word));
    is_rare.then_some(at..at + words.len())
}

/// Whether a word in small letters is a whole word, and no piece of an address, a file name or a compound.
fn stands_free(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    if token.shape != Shape::Lower || token.word.len() < 4 || token.taken || token.machine || token.flags.is_none() {
        return false;
    }
    let is_joint = |sign: char| "-_/.@:#=&+'".contains(sign);
    let next = tokens.get(at + 1).map_or("", |next| next.gap);
    let is_joined = token.gap.ends_with(is_joint) || next.len() == 1 && next.starts_with(is_joint);
    !is_joined && !is_in(&WORDS, &token.word)
}
