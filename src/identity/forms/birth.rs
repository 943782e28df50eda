//! Dates of birth: the cues that make a date one, and what tells a birth without telling a day.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::date::MONTH;
use super::pattern::{after, before, pattern};
use super::stretches::Stretches;
use crate::identity::{Candidate, Kind};

/// Six or eight figures after a cue of birth.
static BIRTH_FIGURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:born(?: on)?|d\.? ?o\.? ?b\.?|date of birth|birth ?date)\b[^0-9a-z]{0,4}(?:(?:is|was)[^0-9a-z]{1,3})?(?P<at>[0-3]?[0-9][ ./,-]{0,3}[01]?[0-9][ ./,-]{0,3}(?:(?:19|20)[0-9]{2}|[0-9]{2}))\b",
    )
});
static BIRTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\b(?:born|birth ?date|date of (?:his |her |their |the )?birth|birth ?days?|birthdate|b\.)|\bd[ ./]?o[ ./]?b\b|\bdob)[^!?]{0,44}$",
    )
});
static BIRTH_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[^.!?;0-9]{0,24}?\b(?:birth ?day|birth ?date|date of birth|dob\b|d\.o\.b|(?:was|is|were) (?:born|his|her|the day (?:he|she) was born))",
    )
});
/// A month and a year after a cue of birth. A year's children who go to school or come under a law are nobody.
static MONTH_OF_BIRTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?P<all>(?:children|babies|people|those|anyone|anybody|everyone|pupils|boys|girls|all)(?: who (?:are|were))? )?(?:born|d\.? ?o\.? ?b\.?|(?:date|month) of (?:his |her |their |the )?birth|birth ?date|birth ?day|baby (?:is |was )?due|due date)\b[:,.|]{{0,2}}(?: (?:is|was|as|in|since|early|late|mid|around|about|sometime|the|of|at|end|beginning|start|back)\b){{0,5}}[ -]{{0,3}}(?P<at>(?:{MONTH}\.?,?(?: of)?[ /-]|(?:0?[1-9]|1[0-2])[/.-])(?:19|20)[0-9]{{2}})\b"
    ))
});

/// Finds dates of birth that have no day, and figures that only their cue makes a date.
pub(super) fn without_day(near: &Stretches<'_>, found: &mut Vec<Candidate>) {
    for range in near.places(&BIRTH_FIGURES) {
        found.push(Candidate::new(Kind::DateOfBirth, range, Candidate::CLEAR + 4));
    }
    for told in near.captures(&MONTH_OF_BIRTH) {
        if let (None, Some(at)) = (told.name("all"), told.name("at")) {
            found.push(Candidate::new(Kind::DateOfBirth, at.range(), Candidate::CLEAR));
        }
    }
}

/// Whether a date stands behind or before a cue of birth.
pub(super) fn is_birth(text: &str, range: &Range<usize>) -> bool {
    let back = before(text, range.start, 56);
    // A sentence that ended before the date has nothing to do with it, but "d.o.b." is no end of a sentence.
    let start =
        back.windows(3).rposition(|w| w[0] == b'.' && w[1] == b' ' && w[2].is_ascii_uppercase()).map_or(0, |at| {
            let dotted = at >= 2 && back[at - 2] == b'.' || at >= 1 && back[at - 1].eq_ignore_ascii_case(&b'b');
            if dotted { 0 } else { at + 2 }
        });
    // Another date between the cue and this one took the cue.
    let between = &back[start..];
    let taken = between.iter().rposition(u8::is_ascii_digit).map_or(between, |at| &between[at + 1..]);
    let cue = if taken.len() < between.len() { taken } else { between };
    BIRTH.is_match(cue) || BIRTH_AFTER.is_match(after(text, range.end, 48))
}
