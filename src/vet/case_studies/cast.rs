//! The people and the time of a case: labels that the cast declares, and time that runs from the case itself.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::case_study::CaseStudy;
use crate::rule::Rule;
use crate::source::Source;
use crate::suggest::did_you_mean;
use crate::vet::phrase::words;
use std::collections::BTreeSet;
use std::ops::Range;

/// Days and months of the calendar, which place an event in a real year.
const CALENDAR: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "christmas",
    "easter",
    "halloween",
    "ramadan",
    "eid",
    "diwali",
];

/// What labels begin with where a case has no cast to say so.
const USUAL: &[&str] = &["Child", "Young Person", "Young person", "Sibling", "Adult", "Worker", "Officer", "Teacher"];

/// Holds the labels of a case and the times of its events against what they may be.
pub fn check(case: &CaseStudy, source: &Source, diagnostics: &mut Diagnostics) {
    times(case, diagnostics);
    labels(case, source, diagnostics);
}

fn times(case: &CaseStudy, diagnostics: &mut Diagnostics) {
    for at in case.timeline.iter().map(|event| &event.at) {
        let lower = at.value.to_lowercase();
        let is_year = |word: &str| {
            word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_day = |word: &Range<usize>| CALENDAR.contains(&&lower[word.clone()]) || is_year(&lower[word.clone()]);
        let day = words(&lower).into_iter().find(is_day);
        if day.is_some() {
            let message = format!("“{}” is a time of the calendar, and a case runs in its own", at.value);
            let hint = "write relative time, such as “Month 3” or “two days later”";
            diagnostics.push(Diagnostic::at(Rule::AnonymisationRecord, at.span, message).hint(hint));
        }
    }
}

/// `Adult 9`, where the cast knows an `Adult 1` and no other: a reader could not tell who that is.
fn labels(case: &CaseStudy, source: &Source, diagnostics: &mut Diagnostics) {
    let known: BTreeSet<&str> = case.cast.iter().map(|person| person.label.as_str()).collect();
    let mut heads: BTreeSet<&str> = known.iter().filter_map(|label| head(label)).collect();
    if known.is_empty() {
        heads.extend(USUAL);
    }
    let text = &source.text;
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for head in heads {
        for (start, _) in text.match_indices(head) {
            let starts = !text[..start].ends_with(char::is_alphanumeric);
            let Some(label) = mark(&text[start + head.len()..]).map(|mark| &text[start..start + head.len() + mark])
            else {
                continue;
            };
            if starts && !known.contains(label) && told.insert(label) {
                let message = format!("the cast has no `{label}`");
                let declare = || "declare who that is under `cast:`, with label and role".to_owned();
                let hint = did_you_mean(label, known.iter().copied()).or_else(|| known.is_empty().then(declare));
                let span = source.span(start, start + label.len());
                diagnostics.push(Diagnostic::at(Rule::UnknownReference, span, message).maybe_hint(hint));
            }
        }
    }
}

/// What a label begins with: `Social Worker` of `Social Worker 2`.
fn head(label: &str) -> Option<&str> {
    let (head, _) = label.rsplit_once(' ')?;
    mark(&label[head.len()..]).filter(|length| head.len() + length == label.len()).map(|_| head)
}

/// The length of a space with a letter or a number of one or two figures behind it, where a word ends.
fn mark(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix(' ')?;
    let length = inner.find(|c: char| !c.is_alphanumeric()).unwrap_or(inner.len());
    let written = &inner[..length];
    let number = length < 3 && written.bytes().all(|byte| byte.is_ascii_digit());
    let letter = length == 1 && written.bytes().all(|byte| byte.is_ascii_uppercase());
    (length > 0 && (number || letter)).then_some(length + 1)
}
