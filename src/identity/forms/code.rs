//! Codes: in a case study a word of letters and figures that is in no public use could lead back to a file. This is the
//! rule of closed vocabulary for whatever has no shape that is known: [`super::reference`] knows those that have one.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::pattern::exact;
use super::stretches::Stretches;
use crate::identity::{Candidate, Kind};

/// So many figures, years aside, make a code of a word with letters.
const FEWEST_FIGURES: usize = 4;
/// With so many capitals before them one fewer will do: `TED-407`.
const CAPITALS: std::ops::RangeInclusive<usize> = 3..=6;
/// A word of small letters before the figures is no longer than this in a code.
const LONGEST_SMALL: usize = 4;

/// A word that holds figures and letters, and perhaps strokes between them.
static WORD: LazyLock<Regex> =
    LazyLock::new(|| exact(r"\b[0-9]*[A-Za-z]+[-/_.:]?[0-9][0-9A-Za-z]*(?:[-/_.:][0-9A-Za-z]+)*\b"));
/// A word that begins with its figures.
static FIGURES_FIRST: LazyLock<Regex> =
    LazyLock::new(|| exact(r"\b[0-9]{2,}[-/_.:]?[A-Za-z]+[0-9A-Za-z]*(?:[-/_.:][0-9A-Za-z]+)*\b"));
/// Years, which say nothing of a person: `KCSIE2024`, `FY2019/20`.
static YEAR: LazyLock<Regex> = LazyLock::new(|| exact(r"(?:19|20)[0-9]{2}(?:[-/][0-9]{2})?"));
/// What is in public use: sections and paragraphs of laws, forms of courts, papers of governments and standards.
static PUBLIC: LazyLock<Regex> = LazyLock::new(|| {
    exact(
        r"^(?:[Ss]{1,2}|[Ss]ec|[Ss]ch|[Pp]ara|[Pp]aras|[Aa]rt|[Rr]eg|[Rr]egs|[Pp]|[Pp]p|[Cc]h|[Vv]ol|[Nn]o|[Ff]ig|[Tt]able|[Rr]|[Cc]|[Vv])[.:]?[0-9]{1,3}(?:\.[0-9]{1,3})*[A-Za-z]{0,2}$|^(?:COVID|DFE|DfE|ISO|BS|EN|SI|WSI|SSI|NG|CG|QS|PH|CP|HC|HL|CM|CD|UKSI|UKPGA|PMID|NCT|CRD|ISBN|ISSN|RFC|UTF|SHA|ICD|DSM|KCSIE|WT|CSAP|NICE|PACE|HTML|MP|ISRCTN|SNOMED|WIN|Windows|Office|iOS)[-:. ]?[0-9]|^(?:DS1500|ESA[0-9]+|UC[0-9]+|PIP[0-9]+|SR1|MAT[ -]?B1|SSP1|DLA[0-9]+)$|^[A-Z]{1,2}[0-9]{2}\.[0-9]{1,2}$|^[0-9][A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,2})?$|^0x",
    )
});
/// Amounts with their unit, and times of the day.
static AMOUNT: LazyLock<Regex> = LazyLock::new(|| {
    exact(
        r"(?i)^[0-9][0-9.]*-?(?:st|nd|rd|th|s|k|m|bn|mg|ml|mcg|g|kg|kb|mb|gb|km|cm|mm|mph|hrs?|hours?|mins?|am|pm|px|w|kw|words?|days?|years?|months?|weeks?|page|place|bed|strong|pound|metre|mile|minute)(?:-[a-z-]+)?$",
    )
});

/// Finds codes.
pub(super) fn find(near: &Stretches<'_>, found: &mut Vec<Candidate>) {
    for pattern in [&*WORD, &*FIGURES_FIRST] {
        let codes = near.places(pattern).filter(|place| is_code(near.text(), place));
        found.extend(codes.map(|place| {
            Candidate::new(Kind::CaseReference, place, Candidate::LIKELY - 1)
                .saying("This code could lead back to a case or a person.")
        }));
    }
}

fn is_code(text: &str, place: &Range<usize>) -> bool {
    let word = &text[place.clone()];
    if is_public(word) || AMOUNT.is_match(word.as_bytes()) || is_of_address(text, place) {
        return false;
    }
    let timeless = YEAR.replace_all(word.as_bytes(), &b""[..]);
    let figures = timeless.iter().filter(|byte| byte.is_ascii_digit()).count();
    let capitals = timeless.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    let longest_small = longest_small(&timeless);
    let few = figures + 1 == FEWEST_FIGURES && CAPITALS.contains(&capitals) && longest_small == 0;
    few || (figures >= FEWEST_FIGURES && longest_small <= LONGEST_SMALL)
}

/// Whether a code is in public use.
pub(super) fn is_public(word: &str) -> bool {
    PUBLIC.is_match(word.as_bytes())
}

/// How many small letters stand together at most.
fn longest_small(word: &[u8]) -> usize {
    word.split(|byte| !byte.is_ascii_lowercase()).map(<[u8]>::len).max().unwrap_or(0)
}

/// Whether it is a piece of a link, a file name or an amount of money, which are looked at by others.
fn is_of_address(text: &str, place: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let joined = |byte: Option<&u8>| byte.is_some_and(|byte| b"-/_.:=?&%@#".contains(byte));
    let before = place.start.checked_sub(1).and_then(|at| bytes.get(at));
    let beyond = bytes.get(place.end + 1).is_some_and(u8::is_ascii_alphanumeric);
    joined(before)
        || before == Some(&b'$')
        || before.is_some_and(|byte| *byte >= 0x80)
        || (joined(bytes.get(place.end)) && beyond)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        find(&Stretches::figures(text), &mut found);
        found.into_iter().map(|candidate| &text[candidate.range]).collect()
    }

    #[test]
    fn letters_with_figures_that_no_public_list_knows_are_a_code() {
        for code in ["SAR4069", "TED-407", "lcs-30291", "K9-4471-B", "4471KX", "p40412", "QX/7714/b"] {
            assert_eq!(codes(&format!("It was filed as {code} by the duty team.")), [code]);
        }
    }

    #[test]
    fn laws_forms_years_amounts_and_papers_are_none() {
        for word in [
            "S117",
            "s.47",
            "C110A",
            "N244",
            "KCSIE2024",
            "FY2019/20",
            "mid-2019",
            "2,000m",
            "1500mg",
            "1000-page",
            "COVID-19",
            "ISO27001",
            "MG11",
            "Key-stage-4",
            "the 1990s",
            "16-year-old",
            "MP3",
            "A4",
            "24hrs",
            "HOPELINE247",
        ] {
            assert!(codes(&format!("The team read {word} again.")).is_empty(), "{word}");
        }
    }
}
