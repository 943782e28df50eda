//! T7: every harm in scope has indicators, at every level where somebody would act.

use super::subject::{Around, Subject, listed};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::indicator::{Indicator, IndicatorKind};
use crate::rule::Rule;
use crate::source::Spanned;

/// Checks the harms that a framework names as its scope.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    if subject.is_past() || !subject.is_whole() {
        return;
    }
    for domain in &subject.framework.domains {
        let holds = |indicator: &Indicator| indicator.domain.as_ref().is_some_and(|own| own.value == domain.id.value);
        // A row whose domain is misspelt, which is told there, may be the one.
        let is_known = |id: &str| subject.applied.domains().iter().any(|known| known.id.value == id);
        let strays = |row: &Indicator| row.domain.as_ref().is_some_and(|own| !is_known(&own.value));
        if !subject.applied.indicators.iter().any(|part| holds(part.part) || strays(part.part)) {
            let message = format!("the domain `{}` has no indicator", domain.id.value);
            let hint = "add rows to `::: indicators` that name it, or take it out of `domains`";
            diagnostics.push(Diagnostic::at(Rule::ThresholdGap, domain.id.span, message).hint(hint));
        }
    }
    for harm in &subject.framework.harms {
        gaps(subject, harm, around, diagnostics);
    }
}

fn gaps(subject: &Subject, harm: &Spanned<String>, around: &Around, diagnostics: &mut Diagnostics) {
    let day = subject.document.meta.in_force_from.map_or(around.at, |from| from.max(around.at));
    let about = |indicator: &Indicator| indicator.harms.iter().any(|own| own.value == harm.value);
    let indicators = || {
        let parts = subject.applied.indicators.iter().filter(|part| part.applies()).map(|part| part.part);
        let signs = parts.filter(|indicator| indicator.kind.value != IndicatorKind::ProtectiveFactor);
        signs.filter(|indicator| indicator.counts_on(day))
    };
    if !indicators().any(about) {
        let message = format!("the harm `{}` is in scope, and no indicator is about it", harm.value);
        diagnostics.push(
            Diagnostic::at(Rule::ThresholdGap, harm.span, message)
                .hint("add rows to `::: indicators` that name it under Harms, or take it out of `harms`"),
        );
        return;
    }
    // An indicator that names no harm is about every harm.
    let at = |number: u32| {
        let points = |indicator: &Indicator| {
            (indicator.harms.is_empty() || about(indicator))
                && indicator.points_to.as_ref().is_some_and(|levels| levels.value.holds(number))
        };
        indicators().any(points)
    };
    let missing: Vec<String> =
        (2..=subject.highest_level()).filter(|number| !at(*number)).map(|number| number.to_string()).collect();
    if !missing.is_empty() {
        let levels = if missing.len() == 1 { "level" } else { "levels" };
        let message = format!("no indicator of `{}` points to {levels} {}", harm.value, listed(&missing));
        diagnostics.push(
            Diagnostic::at(Rule::ThresholdGap, harm.span, message)
                .hint("add what somebody would see there, or widen the range of an indicator"),
        );
    }
}
