//! T13: nothing in a row weighs, adds up or ranks. What research says of the tools that did stands in
//! [`IndicatorKind`](crate::document::framework::indicator::IndicatorKind).

use super::subject::{Around, Stands, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::Rule;
use crate::vet::phrase::{found, words};
use std::ops::Range;

/// What begins so, counts.
const COUNTING: &[&str] = &["score", "scoring", "scored", "weighting", "weighted"];

/// What makes a number in front of it a score.
const UNITS: &[&str] = &["point", "points", "marks"];

/// Bands and colours rank a child as numbers do; so do signs that count more than others.
const BANDS: &[&[&str]] = &[
    &["high", "risk"],
    &["medium", "risk"],
    &["low", "risk"],
    &["risk", "level"],
    &["red", "flag"],
    &["red", "rated"],
    &["amber", "rated"],
    &["green", "rated"],
    &["rag", "rating"],
    &["counts", "double"],
    &["counts", "twice"],
    &["count", "double"],
    &["count", "twice"],
    &["double", "weight"],
];
/// Colours that stand before a colon rank what follows.
const COLOURS: &[&str] = &["red:", "amber:", "green:"];

/// Sums of signs, as [`found`] reads them.
const SUMS: &[&str] = &[
    "red|amber|green|yellow 1|2|3|4|5|6|7|8|9|10",
    "total|sum of 1|2|3|4|5|6|7|8|9|10",
    "one|two|three|four|five|six|1|2|3|4|5|6|7|8|9|10 or more of these",
    "two|three|four|five|six|seven|eight|2|3|4|5|6|7|8|9|10 or more signs|indicators|factors|boxes|ticks",
    "at least two|three|four|five|six|2|3|4|5|6|7|8|9|10 signs|indicators|factors|boxes|ticks",
    "add one|two|three|1|2|3|4|5 for each|every|any",
    "each|every sign|indicator|factor|box|tick counts|scores|adds",
];

/// Words that forbid a sum and don't make one.
const DENIED: &[&str] = &["not", "never", "no", "nobody", "don't", "don’t", "cannot"];

const HINT: &str = "say in words what somebody sees and what follows; give a range of levels under Levels";

/// Checks the words of rows, the names and descriptions of levels, and the prose around them.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    prose(subject, around, diagnostics);
    let framework = subject.framework;
    for indicator in &framework.indicators {
        one(&indicator.statement.value, Stands::at(indicator.statement.span), around, diagnostics);
        for text in [&indicator.recency, &indicator.everyday, &indicator.combine].into_iter().flatten() {
            one(text, Stands::at(indicator.span), around, diagnostics);
        }
    }
    for response in &framework.responses {
        one(&response.action.value, Stands::at(response.action.span), around, diagnostics);
        if let Some(record) = &response.record {
            one(record, Stands::at(response.span), around, diagnostics);
        }
    }
    for rule in &framework.overrides {
        if let Some(why) = &rule.why {
            one(why, Stands::at(rule.span), around, diagnostics);
        }
    }
    for level in &framework.levels {
        let texts = [Some(&level.label), level.descriptor.as_ref(), level.step_up.as_ref(), level.step_down.as_ref()];
        for text in texts.into_iter().flatten() {
            one(text, Stands { within: around.after(level.number.span), or: level.number.span }, around, diagnostics);
        }
    }
}

/// Prose may talk of scores, to say why there are none. It may not add signs up.
fn prose(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let source = around.sources.get(subject.document.source);
    let mut start = 0;
    let mut front_matter = 0;
    for line in source.text.split_inclusive('\n') {
        front_matter += usize::from(line.trim_end() == "---");
        if front_matter > 1 && !line.trim_start().starts_with('|') {
            for place in sums(line) {
                let message = format!("“{}” adds signs up; a child is never scored or ranked", &line[place.clone()]);
                let span = source.span(start + place.start, start + place.end);
                diagnostics.push(Diagnostic::at(Rule::Score, span, message).hint(HINT));
            }
        }
        start += line.len();
    }
}

/// Where a text adds signs up, and does not forbid it.
fn sums(text: &str) -> Vec<Range<usize>> {
    let mut places: Vec<_> = SUMS.iter().flat_map(|pattern| found(pattern, text)).collect();
    places.sort_by_key(|place| place.start);
    places.dedup_by(|next, kept| next.start < kept.end);
    places.retain(|place| {
        let sentence = text[..place.start].rsplit(['.', ';', ':']).next().unwrap_or_default();
        !words(sentence).into_iter().any(|word| DENIED.contains(&sentence[word].to_lowercase().as_str()))
    });
    places
}

/// `Goes missing (4)`: a number in brackets at the end.
fn bracketed(text: &str) -> Option<&str> {
    let start = text.rfind('(').filter(|_| text.trim_end().ends_with(')'))?;
    let number = text[start..].trim_end();
    let is_number = number[1..number.len() - 1].bytes().all(|byte| byte.is_ascii_digit() || byte == b'+');
    (number.len() > 2 && is_number).then_some(number)
}

fn one(text: &str, place: Stands, around: &Around, diagnostics: &mut Diagnostics) {
    let Some(written) = counts(text) else { return };
    let span = place.words(around, written);
    let message = format!("“{written}” turns signs into a score; a child is never scored or ranked");
    diagnostics.push(Diagnostic::at(Rule::Score, span, message).hint(HINT));
}

/// The first words of a text that count or weigh: "score", "3 points", "4/10", "70%", "(4)".
fn counts(text: &str) -> Option<&str> {
    if let Some(summed) = sums(text).first().map(|place| &text[place.clone()]).or_else(|| bracketed(text)) {
        return Some(summed);
    }
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    for (at, word) in words.iter().enumerate() {
        let lower = word.to_lowercase();
        let fraction = lower.split_once('/').is_some_and(|(a, b)| is_number(a) && is_number(b));
        let round_the_clock = lower == "24/7";
        let percentage = lower.strip_suffix('%').is_some_and(is_number);
        if (fraction && !round_the_clock) || percentage || COUNTING.iter().any(|begin| lower.starts_with(begin)) {
            return Some(word);
        }
        let band = BANDS.iter().find(|band| begins(&words[at..], band));
        if let Some(band) = band {
            let end = words[at + band.len() - 1];
            return between(text, word, end).or(Some(word));
        }
        if COLOURS.iter().any(|colour| text.to_lowercase().starts_with(colour)) {
            return Some(word);
        }
        let unit = words.get(at + 1).filter(|next| is_number(word) && UNITS.contains(&next.to_lowercase().as_str()));
        if let Some(unit) = unit {
            return text
                .find(&format!("{word} {unit}"))
                .map_or(Some(word), |start| text.get(start..start + word.len() + 1 + unit.len()));
        }
    }
    None
}

/// Whether words begin with others, in whatever case.
fn begins(words: &[&str], band: &[&str]) -> bool {
    words.len() >= band.len() && words.iter().zip(band).all(|(word, wanted)| word.eq_ignore_ascii_case(wanted))
}

/// A text from one of its words to another.
fn between<'t>(text: &'t str, first: &str, last: &str) -> Option<&'t str> {
    let start = text.find(first)?;
    let end = start + text.get(start..)?.find(last)? + last.len();
    text.get(start..end)
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%')
}
