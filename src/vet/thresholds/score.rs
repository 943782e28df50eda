//! T13: nothing in a row weighs, adds up or ranks. What research says of the tools that did stands in
//! [`IndicatorKind`](crate::document::framework::indicator::IndicatorKind).

use super::subject::{Around, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::Rule;
use crate::source::Span;

/// What begins so, counts.
const COUNTING: &[&str] = &["score", "scoring", "scored", "weighting", "weighted"];

/// What makes a number in front of it a score.
const UNITS: &[&str] = &["point", "points", "marks"];

const HINT: &str = "say in words what somebody sees and what follows; give a range of levels under Levels";

/// Checks the words of rows, and the names and descriptions of levels.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let framework = subject.framework;
    for indicator in &framework.indicators {
        one(&indicator.statement.value, indicator.statement.span, around, diagnostics);
        for text in [&indicator.recency, &indicator.everyday, &indicator.combine].into_iter().flatten() {
            one(text, indicator.span, around, diagnostics);
        }
    }
    for response in &framework.responses {
        one(&response.action.value, response.action.span, around, diagnostics);
        if let Some(record) = &response.record {
            one(record, response.span, around, diagnostics);
        }
    }
    for rule in &framework.overrides {
        if let Some(why) = &rule.why {
            one(why, rule.span, around, diagnostics);
        }
    }
    for level in &framework.levels {
        let texts = [Some(&level.label), level.descriptor.as_ref(), level.step_up.as_ref(), level.step_down.as_ref()];
        let end = u32::try_from(around.sources.get(level.number.span.source).text.len()).unwrap_or(u32::MAX);
        for text in texts.into_iter().flatten() {
            one(text, Span { end, ..level.number.span }, around, diagnostics);
        }
    }
}

fn one(text: &str, place: Span, around: &Around, diagnostics: &mut Diagnostics) {
    let Some(written) = counts(text) else { return };
    let span = around.find(place, written).unwrap_or(place);
    let message = format!("“{written}” turns signs into a score; a child is never scored or ranked");
    diagnostics.push(Diagnostic::at(Rule::Score, span, message).hint(HINT));
}

/// The first words of a text that count or weigh: "score", "3 points", "4/10", "70%".
fn counts(text: &str) -> Option<&str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &'_ str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%').to_lowercase();
    for (at, word) in words.iter().enumerate() {
        let plain = bare(word);
        let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        let fraction = plain.split_once('/').is_some_and(|(a, b)| is_number(a) && is_number(b));
        let percentage = plain.strip_suffix('%').is_some_and(is_number);
        let points = is_number(&plain) && words.get(at + 1).is_some_and(|next| UNITS.contains(&bare(next).as_str()));
        if fraction || percentage || COUNTING.iter().any(|begin| plain.starts_with(begin)) {
            return Some(word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%'));
        }
        if points {
            return Some(word.trim_matches(|c: char| !c.is_ascii_digit()));
        }
    }
    None
}
