//! Triggers that nothing can meet: what nobody ever sees leads to nothing.

use super::subject::{Around, Subject, listed};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::indicator::Indicator;
use crate::document::framework::response::Trigger;
use crate::rule::Rule;
use crate::source::Spanned;
use crate::thresholds::fits::fits;

const CURE: &str = "widen its When, or the levels, harms and ages of a sign; every part of When has to fit one sign";

/// Checks that some sign can meet each trigger, and each sign that a trigger names.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    if subject.is_past() || !subject.is_whole() {
        return;
    }
    let framework = subject.framework;
    for response in &framework.responses {
        let id = &response.id.value;
        let is_led_to = subject.applied.overrides.iter().any(|rule| rule.applies() && rule.part.then.value == *id);
        let is_default = subject
            .applied
            .levels()
            .iter()
            .any(|level| level.default_response.as_ref().is_some_and(|default| default.value == *id));
        trigger(subject, around, id, &response.trigger, is_led_to || is_default, diagnostics);
    }
    for rule in &framework.overrides {
        trigger(subject, around, &rule.id.value, &rule.when, false, diagnostics);
    }
}

/// `has_another_way` is whether something else leads to the response.
fn trigger(
    subject: &Subject,
    around: &Around,
    id: &str,
    when: &Spanned<Trigger>,
    has_another_way: bool,
    diagnostics: &mut Diagnostics,
) {
    let signs = || subject.applied.indicators.iter().filter(|part| part.applies());
    let meets = |sign: &Indicator| fits(&subject.applied, &when.value, sign);
    let idle = when
        .value
        .indicators
        .iter()
        .filter(|named| signs().find(|part| part.answers_to(named)).is_some_and(|part| !meets(part.part)));
    let idle: Vec<String> = idle.map(|named| format!("`{named}`")).collect();
    if !idle.is_empty() {
        let place = around.find(when.span, idle[0].trim_matches('`')).unwrap_or(when.span);
        let message = format!("`{id}` never follows from {}: the other parts of its When do not fit", listed(&idle));
        diagnostics.push(Diagnostic::at(Rule::ThresholdGap, place, message).hint(CURE));
        return;
    }
    let Trigger { harms, indicators, kinds, ages, .. } = &when.value;
    let is_about_signs = !(harms.is_empty() && kinds.is_empty() && ages.is_empty()) && indicators.is_empty();
    if is_about_signs && !has_another_way && !signs().any(|part| meets(part.part)) {
        let message = format!("no sign leads to `{id}`");
        diagnostics.push(Diagnostic::at(Rule::ThresholdGap, when.span, message).hint(CURE));
    }
}
