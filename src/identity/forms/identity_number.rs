//! National Insurance, pupil, passport and driving licence numbers.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::check;
use super::pattern::{before, cued, exact, letters, pattern};
use super::stretches::Stretches;
use crate::identity::{Candidate, Kind, Scope};

static INSURANCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b[a-z][ .-]?[a-z][ ./-]{0,2}[0-9]{2}[ ./-]{0,2}[0-9]{2}[ ./-]{0,2}[0-9]{2}(?:[ ./-]{0,2}[a-d]\b)?")
});
static INSURANCE_CUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\bnational insurance|\bnino\b|\bn\.?i\.? ?(no|num|number)?\b|\bhmrc\b|\bbenefits? (no|number)|\bclaim")
});
static PUPIL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b[a-z][ -]?[0-9]{3}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9a-z]\b|\b[a-z][ -]?(?:[0-9][ -]?){11}[0-9a-z]\b")
});
static PUPIL_CUE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(upn|uln|unique (pupil|learner)|pupil (number|no|id)|learner (number|no))\b"));
static PUPIL_SAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:upn|uln|unique (?:pupil|learner) (?:number|no)|pupil (?:number|no|id))\b[^0-9a-z]{0,3}(?:(?:is|was|no|number)\b[^0-9a-z]{0,3}){0,2}(?P<at>[a-z]?[0-9](?:[ -]?[0-9]){6,12}[a-z]?)\b",
    )
});
static PASSPORT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bpassports?\b(?:[, (:]{0,2}(?:no|num|nr)\.)?[^.;\n]{0,40}?\b(?P<at>(?:[a-z]{1,3}[ -]?)?[0-9]{2,9}(?:[ -]?[0-9]{2,6}){0,3}[a-z]?)\b",
    )
});
static PASSPORT_BEFORE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<at>[a-z]{0,2}[0-9]{7,9})\b[^.;\n]{0,24}\bpassport"));
static PASSPORT_FORM: LazyLock<Regex> = LazyLock::new(|| exact(r"\b(?:[A-Z][0-9]{8}|[A-Z]{2}[0-9]{7})\b"));
static LICENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b[a-z][a-z9]{4}[ -]?(?:[0-9][ -]?){6}[a-z9]{2}[ -]?[0-9a-z][ -]?[a-z]{2}(?:[ -]?[0-9]{2})?\b")
});
static LICENCE_SAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:driv(?:ing|er'?s?) licen[cs]e|dvla|dva|licen[cs]e (?:no|number))\b[^.;\n]{0,40}?\b(?P<at>[a-z9]{0,5}[ -]?[0-9]{4,8}[ -]?[0-9a-z]{0,5})\b",
    )
});

/// Finds numbers that a state, a school or an agency gives to one person.
pub(super) fn find(near: &Stretches<'_>, scope: Scope, found: &mut Vec<Candidate>) {
    let text = near.text();
    found.extend(near.places(&INSURANCE).filter_map(|range| insurance(text, range, scope)));
    for range in near.places(&PUPIL) {
        let sure = check::upn(&letters(text, &range));
        let cue = cued(&PUPIL_CUE, text, &range, 40, 20);
        if sure || cue {
            found.push(Candidate::new(Kind::Upn, range, Candidate::CERTAIN + 3));
        } else if scope == Scope::CaseStudy {
            found.push(Candidate::new(Kind::Upn, range, Candidate::CLEAR));
        }
    }
    for range in near.places(&PUPIL_SAID) {
        found.push(Candidate::new(Kind::Upn, range, Candidate::CERTAIN + 2));
    }
    for pattern in [&*PASSPORT, &*PASSPORT_BEFORE] {
        let numbers = near.places(pattern).filter(|range| (6..=10).contains(&count_digits(text, range)));
        found.extend(numbers.map(|range| Candidate::new(Kind::Passport, range, Candidate::CERTAIN + 1)));
    }
    if scope == Scope::CaseStudy {
        found.extend(near.places(&PASSPORT_FORM).map(|range| Candidate::new(Kind::Passport, range, Candidate::LIKELY)));
    }
    // "Pages 112-118 of the" has its form, too: what has gaps is written in capitals.
    let is_number = |range: &Range<usize>| {
        let written = &text[range.clone()];
        !written.contains(' ')
            || !written.bytes().any(|byte| byte.is_ascii_lowercase())
            || !written.contains(|c: char| c.is_ascii_uppercase())
    };
    let licences = near.places(&LICENCE).filter(is_number);
    found.extend(licences.map(|range| Candidate::new(Kind::DrivingLicence, range, Candidate::CERTAIN + 3)));
    let said = near.places(&LICENCE_SAID).filter(|range| count_digits(text, range) >= 5);
    found.extend(said.map(|range| Candidate::new(Kind::DrivingLicence, range, Candidate::CERTAIN)));
}

fn count_digits(text: &str, range: &Range<usize>) -> usize {
    text.as_bytes()[range.clone()].iter().filter(|byte| byte.is_ascii_digit()).count()
}

/// Prefixes that are never given are no number, unless it is said to be one; so is a number without its last letter.
fn insurance(text: &str, range: Range<usize>, scope: Scope) -> Option<Candidate> {
    let number = letters(text, &range);
    let bytes = number.as_bytes();
    let suffixed = bytes.len() == 9;
    let cue = INSURANCE_CUE.is_match(before(text, range.start, 48)) || cued(&INSURANCE_CUE, text, &range, 0, 24);
    let refused = b"DFIQUV".contains(&bytes[0]) || b"DFIOQUV".contains(&bytes[1]);
    let unused = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&&number[..2]);
    let written = &text[range.clone()];
    let capital = written.starts_with(|c: char| c.is_ascii_uppercase());
    let compact = written.len() == bytes.len();
    // "he is 12 34 56 a": small letters with gaps are words more often.
    let plausible = suffixed && !refused && !unused && (capital || compact);
    match (cue, plausible) {
        (true, _) if suffixed || scope == Scope::CaseStudy || compact => {
            Some(Candidate::new(Kind::NiNumber, range, Candidate::CERTAIN))
        }
        (false, true) => Some(Candidate::new(Kind::NiNumber, range, Candidate::CLEAR + 5)),
        // Numbers for the time being, which agencies make up, begin so.
        (false, false) if suffixed && number.starts_with("TN") && capital && scope == Scope::CaseStudy => {
            Some(Candidate::new(Kind::NiNumber, range, Candidate::CLEAR))
        }
        (false, false) if suffixed && !refused && !unused && scope == Scope::CaseStudy => {
            Some(Candidate::new(Kind::NiNumber, range, Candidate::LIKELY))
        }
        _ => None,
    }
}
