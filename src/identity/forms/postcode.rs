//! Postcodes.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::pattern::{exact, pattern};
use super::stretches::Stretches;
use crate::identity::{Candidate, Kind};

static POSTCODE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:gir[ -]?0aa|bfpo ?[0-9]{1,4}|(?:(?:0[xl][0-9]{1,2}|[a-z][0-9]{1,2}|[a-z]{2}[0-9]{1,2}|[a-z][0-9][a-hjkps-uw]|[a-z]{2}[0-9][abehmnprvwxy])(?: ?[-._/] ?| {0,3})[0-9]-?(?:[abd-hjlnp-uw-z]{2}|[abd-hjlnp-uw-z]0|0[abd-hjlnp-uw-z])))\b",
    )
});

/// Postcodes of Ireland, which have figures in their second half: `T12 V62D`.
static EIRCODE: LazyLock<Regex> =
    LazyLock::new(|| exact(r"\b(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W)[ -]?[0-9AC-FHKNPRTV-Y]{4}\b"));

/// The areas that postcodes begin with.
const AREAS: &[&str] = &[
    "AB", "AL", "B", "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "BX", "CA", "CB", "CF", "CH", "CM", "CO",
    "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E", "EC", "EH", "EN", "EX", "FK",
    "FY", "G", "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA",
    "KT", "KW", "KY", "L", "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN",
    "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK",
    "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW", "UB",
    "W", "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
];

/// The first half of one, which is told to be one: "the LS6 postcode area", "postcode sector LS6 3".
static HALF: LazyLock<Regex> = LazyLock::new(|| {
    exact(
        r"\b[Pp]ost(?:al )?code(?: (?:area|district|sector|of|is|was|beginning|starting|begins|starts|with|in))* ?:? ?(?P<at>[A-Z]{1,2}[0-9][0-9A-Z]?(?: [0-9])?)\b|\b(?P<first>[A-Z]{1,2}[0-9][0-9A-Z]?(?: [0-9])?) post(?:al )?code",
    )
});

/// Finds postcodes, in whatever case and with or without the gap.
pub(super) fn find(near: &Stretches<'_>, found: &mut Vec<Candidate>) {
    find_halves(near, found);
    let text = near.text();
    let is_irish = |place: &Range<usize>| {
        let half = &text.as_bytes()[place.end - 4..place.end];
        half.iter().any(u8::is_ascii_digit) && half.iter().any(u8::is_ascii_uppercase)
    };
    let irish = near.places(&EIRCODE).filter(is_irish);
    found.extend(irish.map(|place| Candidate::new(Kind::Postcode, place, Candidate::LIKELY + 2)));
    for range in near.places(&POSTCODE) {
        let written = &text[range.clone()];
        let letters = written.bytes().take_while(u8::is_ascii_alphabetic).count();
        // A nought may be written for the first letter.
        let area = written[..letters.max(2)].replace('0', "O").to_ascii_uppercase();
        let area = if letters == 0 { area } else { written[..letters].to_ascii_uppercase() };
        let known = AREAS.binary_search(&area.as_str()).is_ok() || matches!(area.as_str(), "GIR" | "BFPO");
        if known && !is_words(written) {
            found.push(Candidate::new(Kind::Postcode, range, Candidate::CLEAR));
        }
    }
}

/// Finds halves of postcodes.
fn find_halves(near: &Stretches<'_>, found: &mut Vec<Candidate>) {
    for half in near.captures(&HALF) {
        let Some(place) = half.name("at").or_else(|| half.name("first")) else { continue };
        found.push(Candidate::new(Kind::Postcode, place.range(), Candidate::LIKELY));
    }
}

/// "S47 1st", "E3 4hr": an ordinal or a unit behind a reference.
fn is_words(written: &str) -> bool {
    let tail = &written[written.len() - 3..];
    let unit = ["st", "nd", "rd", "th", "hr", "pt", "pp", "ft", "yr", "gb"].contains(&&tail[1..]);
    let gap = written.len() - tail.len() > written.trim_end_matches(tail).trim_end().len();
    unit && gap && written.starts_with(|c: char| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_sorted_for_the_search() {
        assert!(AREAS.is_sorted());
    }
}
