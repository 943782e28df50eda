//! NHS numbers.

use std::sync::LazyLock;

use regex::bytes::Regex;

use super::chain::{Chain, Number};
use super::check;
use super::pattern::{before, cued, pattern};
use super::phone;
use super::stretches::Stretches;
use crate::identity::{Candidate, Kind, Scope};

static CUE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(nhs|chi|h&c|hcn|health and care)( (number|num|no|id))?\b|\bn\.h\.s\b"));
/// Its last figures: `her NHS number ended 0018`.
static ENDING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\bnhs (?:number|num|no)\b\.?,? (?:that )?(?:ending|ends|ended)(?: (?:in|with))? [0-9]{3,4}\b")
});
static TELEPHONE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(tel|telephone|phone|call|ring|fax|text|helpline)\b[^.;]{0,20}$"));

/// Finds the NHS numbers of a chain of digits: ten digits whose check digit agrees, or that are said to be one.
pub(super) fn find(chain: &Chain<'_>, scope: Scope, found: &mut Vec<Candidate>) {
    for first in 0..chain.len() {
        for number in chain.numbers(first, 10, 10) {
            if let Some(weight) = weigh(chain, first, &number, scope) {
                found.push(Candidate::new(Kind::NhsNumber, number.range(), weight));
            }
        }
    }
}

/// Finds the last figures of a number, in a case study.
pub(super) fn find_endings(near: &Stretches<'_>, found: &mut Vec<Candidate>) {
    found.extend(near.places(&ENDING).map(|range| Candidate::new(Kind::NhsNumber, range, Candidate::CLEAR)));
}

fn weigh(chain: &Chain<'_>, first: usize, number: &Number<'_>, scope: Scope) -> Option<u8> {
    let range = number.range();
    let text = chain.text();
    if cued(&CUE, text, &range, 40, 24) && !TELEPHONE.is_match(before(text, range.start, 24)) {
        return Some(Candidate::CERTAIN + 1);
    }
    if phone::is_public(&number.digits) {
        return None;
    }
    let lengths = number.lengths();
    let is_bracketed = number.gaps.first().is_some_and(|gap| *gap == ") ") && text[..range.start].ends_with('(');
    let usual = lengths == [3, 3, 4] && (number.is_even() || is_bracketed && check::nhs(&number.digits));
    let grouped = lengths.len() == 1 || (number.is_even() && lengths.iter().all(|length| *length > 1));
    let whole = lengths.len() == chain.len() && !chain.letter_before(first);
    match (check::nhs(&number.digits), usual) {
        (true, true) => Some(Candidate::CERTAIN),
        // A telephone number may agree by chance.
        (true, false) if grouped && whole => {
            let weight = if number.digits.starts_with('0') { Candidate::LIKELY } else { Candidate::CLEAR };
            (scope == Scope::CaseStudy || weight == Candidate::CLEAR).then_some(weight)
        }
        (false, true) if whole && scope == Scope::CaseStudy => Some(Candidate::LIKELY),
        _ => None,
    }
}
