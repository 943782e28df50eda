//! Registration marks of vehicles.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::pattern::{before, cued, exact, pattern};
use super::stretches::Stretches;
use crate::identity::names::lists::LISTS;
use crate::identity::{Candidate, Kind, Scope};

/// Since 2001: `AB12 CDE`.
static CURRENT: LazyLock<Regex> = LazyLock::new(|| {
    exact(r"\b[A-HJ-PR-Y][A-HJ-PR-Y] ?[0-9]{2}[ .-]?(?:[A-HJ-PR-Z]{3}|0[A-HJ-PR-Z]{2}|[A-HJ-PR-Z]0[A-HJ-PR-Z])\b")
});
static CURRENT_SMALL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b[a-hj-pr-y][a-hj-pr-y][0-9]{2}[ -]{0,2}[a-hj-pr-z]{3}\b"));
/// From 1983: `A123 BCD`, and `Q313 FFG` of unknown age; from 1963: `ABC 123D`.
static LETTER_FIRST: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b[a-hj-np-y][0-9]{1,3}[ -]{0,2}[a-hj-pr-z]{3}\b"));
/// The same with a gap behind its letter: `N 884 FLR`.
static LETTER_APART: LazyLock<Regex> = LazyLock::new(|| exact(r"\b[A-HJ-NP-Y] [0-9]{1,3} [A-HJ-PR-Z]{3}\b"));
static LETTER_LAST: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b[a-hj-pr-z]{3}[ -]{0,2}[0-9]{1,3}[ -]?[a-hj-npr-y]\b"));
/// Northern Ireland, and Ireland before 1987: `AXI 1234`, `EIZ 2234`.
static NORTHERN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b[a-z]?(?:[a-y]z|i[abjlw]|oi|ui|xi|ji|di|ni|ei|bi|hi|si|ki|mi|ti)[ -]{0,2}[0-9]{1,4}\b")
});
/// Older and private ones.
static DATELESS: LazyLock<Regex> =
    LazyLock::new(|| exact(r"\b(?:[A-Z]{1,3}[ -]?[0-9]{1,4}|[0-9]{1,4}[ -]?[A-Z]{1,3})\b"));
static CUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(registration|registered|reg|regs|number ?plates?|plates?|vrm|vrn|index|vehicles?|cars?|van|vans|pick-?ups?|trucks?|motorhome|campervan|taxi|minicab|motor(bike|cycle)|moped|scooter|lorry|hatchback|saloon|estate car|minibus|people carrier|4x4|suv|coupe|anpr|driv(er|ing|en)|drove|parked|audi|bmw|ford|vauxhall|volkswagen|vw|toyota|nissan|mercedes|honda|peugeot|renault|citroen|kia|hyundai|mazda|skoda|seat leon|fiat|mini cooper|land rover|range rover|jaguar|volvo|lexus|tesla|corsa|astra|focus|fiesta|golf|polo|clio|transit)\b",
    )
});
static PLATE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(registration|registered|reg|number ?plate|plate|vrm|vrn|index)\b"));

/// `Form FL401 and Form N208`.
static FORM: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bforms? (?:[a-z]{1,2}[0-9]{1,3}[a-z]? (?:and|or) )?$"));

/// Finds registration marks: the usual forms alone, rarer ones near a word of traffic.
pub(super) fn find(near: &Stretches<'_>, scope: Scope, found: &mut Vec<Candidate>) {
    let text = near.text();
    let beside = |range: &Range<usize>, cue: &Regex| cued(cue, text, range, 56, 28);
    let mut push = |range: Range<usize>, weight: u8| {
        found.push(Candidate::new(Kind::VehicleRegistration, range, weight));
    };
    for range in near.places(&CURRENT) {
        match (beside(&range, &CUE), scope) {
            (true, _) => push(range, Candidate::CERTAIN),
            (false, Scope::CaseStudy) => push(range, Candidate::CLEAR + 2),
            _ => {}
        }
    }
    let small = near.places(&CURRENT_SMALL).chain(near.places(&LETTER_FIRST)).chain(near.places(&LETTER_LAST));
    for range in small.chain(near.places(&NORTHERN)).chain(near.places(&LETTER_APART)) {
        let written = &text[range.clone()];
        let digits = written.bytes().filter(u8::is_ascii_digit).count();
        let capital = !written.bytes().any(|byte| byte.is_ascii_lowercase());
        let compact = written.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let strong = beside(&range, &PLATE);
        // "the 4x4 was on a 125 cc": small letters with a gap are words, unless a plate is spoken of.
        if (strong || beside(&range, &CUE))
            && (capital || compact && digits > 1 || (strong || digits == 3) && !is_words(written))
        {
            push(range, Candidate::CERTAIN - 1);
        } else if scope == Scope::CaseStudy
            && capital
            && (digits >= 3 || digits == 2 && (is_current(written) || compact || is_suffixed(written)))
            && !is_reference(written)
            && !FORM.is_match(before(text, range.start, 24))
        {
            push(range, Candidate::LIKELY + 5);
        } else if scope == Scope::CaseStudy
            && (is_file_name(written, digits)
                || is_current(written) && (compact || !is_words(written) && is_issued(written)))
        {
            push(range, Candidate::LIKELY);
        }
    }
    for range in near.places(&DATELESS) {
        let written = &text[range.clone()];
        let letters = written.bytes().filter(u8::is_ascii_alphabetic).count();
        let digits = written.bytes().filter(u8::is_ascii_digit).count();
        // "30 MPH" in a car is its speed.
        let unit = ["MPH", "KPH", "KMH", "MPG", "BHP", "GMT", "BST"].iter().any(|unit| written.ends_with(unit));
        let long = letters > 1 && digits > 1 && letters + digits > 4 && !unit && !is_title(written);
        if digits <= 4
            && (scope == Scope::CaseStudy && is_unknown(written)
                || cued(&PLATE, text, &range, 28, 20)
                || (long && cued(&CUE, text, &range, 20, 20)))
            && !is_reference(written)
            && !is_road(written)
            && !FORM.is_match(before(text, range.start, 24))
        {
            push(range, Candidate::LIKELY);
        }
    }
}

/// `j597-nvp`, as a file is called.
fn is_file_name(written: &str, digits: usize) -> bool {
    digits == 3 && written.len() == 8 && written.contains('-')
}

/// `EWV 78H`.
fn is_suffixed(written: &str) -> bool {
    written.bytes().take_while(u8::is_ascii_alphabetic).count() == 3
        && written.ends_with(|c: char| c.is_ascii_alphabetic())
}

/// `HCX 543`, where no list knows the letters as those of anything.
fn is_unknown(written: &str) -> bool {
    let letters = written.bytes().take_while(u8::is_ascii_uppercase).count();
    let figures = written.bytes().rev().take_while(u8::is_ascii_digit).count();
    letters == 3 && figures == 3 && written.len() == 7 && LISTS.flags(&written[..3].to_ascii_lowercase()).is_none()
}

/// Two letters, two digits, three letters.
fn is_current(written: &str) -> bool {
    let bytes = written.as_bytes();
    bytes.len() >= 7 && bytes[..2].iter().all(u8::is_ascii_alphabetic) && bytes[2..4].iter().all(u8::is_ascii_digit)
}

/// Whether the figures are those of a half-year since 2001.
fn is_issued(written: &str) -> bool {
    written[2..4].parse::<u32>().is_ok_and(|figures| (2..=30).contains(&figures) || (51..=80).contains(&figures))
}

/// Whether letters behind a gap are an ordinary word: "m25 and", "for 12 a".
fn is_words(written: &str) -> bool {
    const WORDS: &[&str] = &[
        "and", "for", "the", "was", "are", "but", "had", "has", "her", "his", "not", "she", "who", "all", "any", "by",
        "as",
    ];
    let gap = written.contains(' ');
    gap && written.split(' ').any(|part| WORDS.contains(&part.to_ascii_lowercase().as_str()))
}

/// Whether it begins like a title or guideline: "NG76", "HIV", "ISO 9001".
fn is_reference(written: &str) -> bool {
    let letters: String = written.chars().take_while(char::is_ascii_alphabetic).collect();
    [
        "NG", "CG", "QS", "PH", "ISO", "BS", "SI", "HC", "CM", "ACT", "KS", "EU", "UN", "COVID", "ICD", "DSM", "PDF",
        "FAQ",
    ]
    .contains(&letters.as_str())
        || ["AND", "THE", "FOR", "AM", "PM", "MPH", "KG", "ML", "CC", "ST", "ND", "RD", "TH"]
            .iter()
            .any(|unit| written.ends_with(unit))
}

/// Whether the letters are a rank or the name of a log: "PC 4412".
fn is_title(written: &str) -> bool {
    ["PC", "DC", "DS", "PS", "DI", "SO", "CAD", "LOG", "URN", "PCSO", "ID", "NO", "CC", "ACT"].iter().any(|title| {
        written.strip_prefix(title).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
    })
}

/// Whether it is a road, such as the M25.
fn is_road(written: &str) -> bool {
    written.len() <= 5 && written.starts_with(['A', 'B', 'M']) && written[1..].bytes().all(|byte| byte.is_ascii_digit())
}
