//! The people and the time of a case: labels that the cast declares, and time that runs from the case itself.

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::case_study::CaseStudy;
use crate::rule::Rule;
use crate::source::{Source, Spanned};
use crate::suggest::did_you_mean;
use crate::vet::phrase::words;
use std::collections::BTreeSet;

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
    "xmas",
    "jan",
    "feb",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];

/// Months that are words of other meaning as well; alone, or behind one of [`BEFORE`], they are months.
const AMBIGUOUS: &[&str] = &["march", "may", "mar"];
const BEFORE: &[&str] = &["in", "early", "mid", "late", "of", "by", "since", "until", "from", "before", "after"];
const SEASONS: &[&str] = &["spring", "summer", "autumn", "winter"];

/// What labels begin with where a case has no cast to say so.
const USUAL: &[&str] = &["Child", "Young Person", "Young person", "Sibling", "Adult", "Worker", "Officer", "Teacher"];

/// Holds the labels of a case and the times of its events against what they may be.
pub fn check(case: &CaseStudy, source: &Source, diagnostics: &mut Diagnostics) {
    times(case, diagnostics);
    labels(case, source, diagnostics);
}

fn times(case: &CaseStudy, diagnostics: &mut Diagnostics) {
    for at in case.timeline.iter().map(|event| &event.at) {
        if is_of_calendar(&at.value.to_lowercase()) {
            let message = format!("“{}” is a time of the calendar, and a case runs in its own", at.value);
            let hint = "write relative time, such as “Month 3” or “two days later”";
            diagnostics.push(Diagnostic::at(Rule::AnonymisationRecord, at.span, message).hint(hint));
        }
    }
    let months: Vec<(u32, &Spanned<String>)> =
        case.timeline.iter().filter_map(|event| Some((month(&event.at.value)?, &event.at))).collect();
    for pair in months.windows(2).filter(|pair| pair[1].0 < pair[0].0) {
        let message = format!("“{}” stands after “{}”", pair[1].1.value, pair[0].1.value);
        let mut finding = Diagnostic::at(Rule::DateOrder, pair[1].1.span, message);
        finding.severity = Severity::Warning;
        diagnostics.push(finding.hint("put the events in the order in which they happened"));
    }
}

/// The number of "Month 3"; not of "Month 3 of the plan", which may count anew.
fn month(at: &str) -> Option<u32> {
    at.strip_prefix("Month ")?.trim().parse().ok()
}

/// Whether a time names a day, month, season or year of the calendar.
fn is_of_calendar(lower: &str) -> bool {
    let words: Vec<&str> = words(lower).into_iter().map(|word| &lower[word]).collect();
    let is_figures = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_year = |word: &str| word.len() == 4 && word.starts_with(['1', '2']) && is_figures(word);
    let is_ordinal = |word: &str| {
        let stem = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
        stem.is_some_and(is_figures)
    };
    let is_month =
        |at: usize| AMBIGUOUS.contains(&words[at]) && (words.len() == 1 || at > 0 && BEFORE.contains(&words[at - 1]));
    let is_of_season =
        |at: usize| SEASONS.contains(&words[at]) && words.get(at + 1).is_some_and(|next| is_figures(next));
    let is_day = |at: usize| is_ordinal(words[at]) && at + 1 == words.len();
    let is_slashed = lower.split_whitespace().any(|part| {
        let figures = |side: &str| is_figures(side) && side.len() <= 4;
        part.split_once(['/', '.']).is_some_and(|(day, month)| figures(day) && month.split(['/', '.']).all(figures))
    });
    let is_there = |at: usize| CALENDAR.contains(&words[at]) || is_year(words[at]) || is_month(at);
    is_slashed || (0..words.len()).any(|at| is_there(at) || is_of_season(at) || is_day(at))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_the_calendar_is_told_from_one_of_the_case() {
        for at in
            ["11/04", "11.4.19", "11th", "The 11th", "Nov", "Spring 19", "March", "late May", "Xmas", "2021", "Easter"]
        {
            assert!(is_of_calendar(&at.to_lowercase()), "{at}");
        }
        for at in ["Month 3", "Week 11", "The 11th week", "Two days later", "In spring", "They may be late"] {
            assert!(!is_of_calendar(&at.to_lowercase()), "{at}");
        }
    }
}
