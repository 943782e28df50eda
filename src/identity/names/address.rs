//! Addresses: a number or the name of a house, and a street.

use std::ops::Range;

use super::public::is_numbered;
use super::token::{Shape, Token};
use super::words::{is_in, words};
use crate::identity::{Candidate, Kind};

words! {
    /// Words that end the name of a street.
    STREETS = "street road lane close way ways avenue drive crescent terrace gardens garden grove place square mews walk row \
     rise hill view wynd wharf court park parade green gate croft vale path alley yard quay mount brow bank passage \
     circus villas cottages buildings broadway approach loan brae crest drove end field fields fold garth ginnel \
     heights meadow meadows mead orchard oval ridge spinney link links avenue cres ave st rd ln dr cl gdns tce \
     mansions common side estate site copse dale vennel pend gait chase covert dene holt nook reach riverside lea leas leys \
     strand glebe moorings";
}

words! {
    /// Words that end the name of a house or a block.
    HOUSES = "cottage house farm lodge villa hall court tower towers mansions barn mill forge rectory vicarage manse \
     bungalow grange manor farmhouse cottages point heights apartments wharf building buildings works stables \
     schoolhouse gatehouse croft chapel granary school byre smithy bakery maltings oast steading nook dene view";
}

words! {
    /// Words that begin the name of a street in Welsh, Irish, Gaelic or French.
    FRONTS = "maes heol ffordd stryd lon clos cwrt bryn pen llys rhodfa parc cae cefn tan gerddi trem rue allt bro dol erw y \
     sraid bothar rathad ger";
}

/// Finds addresses and marks their words.
pub(crate) fn find(tokens: &mut [Token<'_>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let small = || at_small_number(tokens, at);
        let Some(range) = at_number(tokens, at).or_else(|| at_house_name(tokens, at)).or_else(small) else {
            at += 1;
            continue;
        };
        let start = tokens[range.start].range.start;
        let whole = start..tokens[range.end - 1].end();
        at = range.end;
        for token in &mut tokens[range] {
            token.taken = true;
        }
        found.push(Candidate::new(Kind::Address, whole, Candidate::CERTAIN - 1));
    }
    found
}

/// Finds a number and a street in a path, where no word has a capital: `33-copperas-hill`, `12-high-street`.
pub(crate) fn find_in_path(tokens: &[Token<'_>]) -> Vec<Candidate> {
    const HEADS: [&str; 10] =
        ["street", "road", "lane", "avenue", "hill", "crescent", "terrace", "drive", "gardens", "grove"];
    let ends = |at: usize| {
        let end = (at + 2..tokens.len().min(at + 5)).find(|&n| is_in(&HEADS, &tokens[n].word))?;
        let named = &tokens[at + 1..end];
        let sure = is_in(&HEADS[..4], &tokens[end].word) || named.iter().any(|token| !token.is_ordinary());
        (sure && named.iter().all(|token| token.shape != Shape::Number)).then_some(end)
    };
    let numbers = (0..tokens.len()).filter(|&at| tokens[at].shape == Shape::Number && is_house_number(tokens[at].text));
    let ranges = numbers.filter_map(|at| Some(tokens[at].range.start..tokens[ends(at)?].range.end));
    ranges.map(|range| Candidate::new(Kind::Address, range, Candidate::CERTAIN - 1)).collect()
}

/// The end of the name of a street that begins at the word.
fn street(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let first = tokens.get(at)?;
    let front = is_in(&FRONTS, &first.word) && first.shape != Shape::Lower;
    let mut end = None;
    for (n, token) in tokens.iter().enumerate().take(at + 6).skip(at) {
        if n > at && !(token.is_joined() || token.gap == "'" || token.gap == "' ") {
            break;
        }
        let small = is_in(&["of", "the", "and", "y", "yr", "on", "le", "in", "upon"], &token.word);
        if !(is_big(token) || small || (front && n > at)) {
            break;
        }
        if !is_big(token) && front && n > at + 2 {
            break;
        }
        if n > at && is_in(&STREETS, &token.word) && is_big(token) || (front && n > at && is_big(token)) {
            end = Some(n + 1);
        }
        if n == at && small && !is_big(token) {
            break;
        }
    }
    // `The Green`, `The Crescent`.
    end.filter(|&end| end > at + 1)
}

fn is_big(token: &Token<'_>) -> bool {
    matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Mixed | Shape::Initial)
}

/// The end of the name of a house that begins at the word: `Hawthorn Farm`.
fn house(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut end = None;
    for (n, token) in tokens.iter().enumerate().take(at + 5).skip(at) {
        if (n > at && !(token.is_joined() || token.gap == "'" || token.gap == "' "))
            || !(is_big(token) || (n > at && token.word == "of"))
        {
            break;
        }
        if n > at && is_in(&HOUSES, &token.word) {
            end = Some(n + 1);
        }
    }
    end
}

fn follows_comma(tokens: &[Token<'_>], at: usize) -> bool {
    tokens
        .get(at)
        .is_some_and(|token| matches!(token.gap, ", " | "," | " ," | " , " | " - ") && token.shape != Shape::Lower)
}

/// `14 Thistlewood Crescent`, `Flat 3, 112 Calder Rise`, `Room 8, Tanyard House`, `PO Box 4417`.
fn at_number(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let first = &tokens[at];
    if first.word == "po" && tokens.get(at + 1).is_some_and(|next| next.word == "box") {
        let number = tokens.get(at + 2).filter(|number| number.shape == Shape::Number)?;
        return (number.gap == " ").then_some(at..at + 3);
    }
    if is_numbered(&first.word) && is_big(first) {
        return at_unit(tokens, at);
    }
    if first.shape != Shape::Number
        || !is_house_number(first.text)
        || !first.text.starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let next = tokens.get(at + 1).filter(|next| matches!(next.gap, " " | ", "))?;
    // `6 May 2020, Rose Cottage`: a year before a comma is no number of a house.
    if next.gap == ", " && first.text.len() == 4 && (first.text.starts_with("19") || first.text.starts_with("20")) {
        return None;
    }
    let mut start_of_street = at + 1;
    // `27 b Mill Dam Terrace`, `12-14 High Street`.
    if next.shape == Shape::Initial {
        start_of_street += 1;
    }
    let end = street(tokens, start_of_street).or_else(|| {
        let house = house(tokens, start_of_street)?;
        follows_comma(tokens, house).then_some(house)
    })?;
    // A number makes an address of what is public without one: `Coronation Street`.
    let is_known_house = is_in(&["downing", "any"], &tokens[start_of_street].word);
    if is_known_house && tokens[start_of_street..end].len() == 2 {
        return None;
    }
    Some(at..rest(tokens, end))
}

/// `visit to 186 corporation mews`: a street in a hurried worker's small letters, after a word of place.
fn at_small_number(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    const HEADS: [&str; 10] =
        ["mews", "avenue", "crescent", "terrace", "road", "street", "lane", "close", "drive", "gardens"];
    let is_small = |token: &Token<'_>| token.shape == Shape::Lower && token.gap == " " && !token.word.ends_with("'s");
    let placed =
        at > 0 && is_in(&["at", "to", "of", "from", "outside", "near", "lives", "address"], &tokens[at - 1].word);
    if tokens[at].shape != Shape::Number || !is_house_number(tokens[at].text) || !placed {
        return None;
    }
    let end = (at + 2..tokens.len().min(at + 4)).find(|&n| is_in(&HEADS, &tokens[n].word))?;
    let goes_on = tokens.get(end + 1).is_some_and(|next| is_small(next) && next.word.len() > 4);
    let counts = tokens[at + 1].word.ends_with('s');
    (tokens[at + 1..=end].iter().all(is_small) && !goes_on && !counts).then_some(at..end + 1)
}

fn is_house_number(text: &str) -> bool {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let tail = &text[digits..];
    (1..=4).contains(&digits)
        && (tail.is_empty()
            || (tail.len() == 1 && tail.chars().all(|c| c.is_ascii_alphabetic()))
            || (tail.starts_with(['/', '-'])
                && tail.len() <= 5
                && tail[1..].chars().all(|c| c.is_ascii_alphanumeric())))
}

/// `Flat 3, 112 Calder Rise`: the unit, then a street with or without a number, or a house.
fn at_unit(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let number = tokens.get(at + 1).filter(|number| number.gap == " ")?;
    let short = number.text.len() < 6
        && (number.shape == Shape::Number || matches!(number.shape, Shape::Initial | Shape::Upper));
    if !short {
        return None;
    }
    let mut next = at + 2;
    if !tokens.get(next).is_some_and(|token| matches!(token.gap, ", " | " " | ",")) {
        return None;
    }
    if tokens[next].shape == Shape::Number && is_house_number(tokens[next].text) {
        next += 1;
    }
    let comma = tokens[at + 2].gap.contains(',');
    let end = street(tokens, next).or_else(|| house(tokens, next)).or_else(|| {
        let big = tokens[next..]
            .iter()
            .take(4)
            .enumerate()
            .take_while(|(n, token)| is_big(token) && (*n == 0 || token.is_joined()));
        let count = big.count();
        (comma && count > 1).then_some(next + count)
    })?;
    Some(at..rest(tokens, end))
}

/// What else of the address follows after commas: the street after the house.
fn rest(tokens: &[Token<'_>], mut end: usize) -> usize {
    while follows_comma(tokens, end) {
        let at = end + usize::from(tokens[end].shape == Shape::Number && is_house_number(tokens[end].text));
        match street(tokens, at) {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

/// `Rose Cottage, Cooper Ways`, `The Old Forge, Pound Lane`.
fn at_house_name(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let first = &tokens[at];
    if !first.is_capital()
        || first.taken
        || (at > 0 && first.is_joined() && is_big(&tokens[at - 1]) && !tokens[at - 1].starts)
    {
        return None;
    }
    let end = house(tokens, at).or_else(|| {
        // `Tŷ Gwyn, Heol Fawr`: two or three words that are no house by their name.
        let big = tokens[at..]
            .iter()
            .take(3)
            .enumerate()
            .take_while(|(n, token)| token.is_capital() && (*n == 0 || token.is_joined()));
        let count = big.count();
        let known = tokens[at..at + count]
            .iter()
            .any(|token| is_in(&["ty", "tyddyn", "plas", "the", "number", "bryn", "pen"], &token.word));
        (count > 1 && known && !first.starts).then_some(at + count)
    })?;
    if !follows_comma(tokens, end) {
        return None;
    }
    let number = usize::from(tokens[end].shape == Shape::Number && is_house_number(tokens[end].text));
    let last = street(tokens, end + number)?;
    Some(at..last)
}
