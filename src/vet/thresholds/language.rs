//! T9 and T14: no row blames a child, and none says that a child's circumstances cause the harm.

mod phrases;
mod read;

use super::subject::{Around, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::framework::indicator::{Indicator, IndicatorKind};
use crate::rule::Rule;
use crate::source::Span;
use phrases::{BLAMING, CAUSES, Of};
use read::found;
use std::ops::Range;

/// Checks the statements, actions and explanations of a framework. Prose is not checked: it may be about words.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let framework = subject.framework;
    for indicator in &framework.indicators {
        let of = whose(indicator);
        let mut blame = |text: &str, place: Span| blaming(text, place, of, around, diagnostics);
        blame(&indicator.statement.value, indicator.statement.span);
        for text in [&indicator.everyday, &indicator.combine, &indicator.recency].into_iter().flatten() {
            blame(text, indicator.span);
        }
        if indicator.kind.value == IndicatorKind::Vulnerability {
            causing(&indicator.statement.value, indicator.statement.span, around, diagnostics);
            if let Some(text) = &indicator.combine {
                causing(text, indicator.span, around, diagnostics);
            }
        }
    }
    for response in &framework.responses {
        blaming(&response.action.value, response.action.span, Of::Anyone, around, diagnostics);
        if let Some(text) = &response.record {
            blaming(text, response.span, Of::Anyone, around, diagnostics);
        }
    }
    for rule in &framework.overrides {
        if let Some(text) = &rule.why {
            blaming(text, rule.span, Of::Anyone, around, diagnostics);
        }
    }
    for level in &framework.levels {
        for text in [&level.descriptor, &level.step_up, &level.step_down].into_iter().flatten() {
            blaming(text, after(level.number.span, around), Of::Anyone, around, diagnostics);
        }
    }
}

/// Whose conduct an indicator describes.
fn whose(indicator: &Indicator) -> Of {
    match indicator.kind.value {
        IndicatorKind::Vulnerability
        | IndicatorKind::RiskIndicator
        | IndicatorKind::HarmIndicator
        | IndicatorKind::ProtectiveFactor => Of::Child,
        IndicatorKind::PerpetratorBehaviour | IndicatorKind::ContextFactor => Of::Anyone,
    }
}

/// What follows a place in its file.
fn after(place: Span, around: &Around) -> Span {
    let end = u32::try_from(around.sources.get(place.source).text.len()).unwrap_or(u32::MAX);
    Span { end, ..place }
}

fn blaming(text: &str, place: Span, of: Of, around: &Around, diagnostics: &mut Diagnostics) {
    let mut seen: Vec<Range<usize>> = Vec::new();
    for phrase in BLAMING.iter().filter(|phrase| phrase.of == Of::Anyone || of == Of::Child) {
        for words in found(phrase.pattern, text) {
            let is_part = seen.iter().any(|other| other.start < words.end && words.start < other.end);
            if is_part || phrase.excuses(text, &words) {
                continue;
            }
            let written = &text[words.clone()];
            let message = format!("“{written}” can sound as if the child were to blame");
            diagnostics.push(
                Diagnostic::at(Rule::BlamingLanguage, spot(around, place, written), message).hint(phrase.instead),
            );
            seen.push(words);
        }
    }
}

fn causing(text: &str, place: Span, around: &Around, diagnostics: &mut Diagnostics) {
    for pattern in CAUSES {
        for words in found(pattern, text) {
            let written = &text[words];
            let message =
                format!("“{written}” says that a child's circumstances cause the harm; people who exploit cause it");
            let mut finding = Diagnostic::at(Rule::BlamingLanguage, spot(around, place, written), message)
                .hint("name the circumstance alone, or what exploiters look for: “Adults may look for children who …”");
            finding.severity = Severity::Warning;
            diagnostics.push(finding);
        }
    }
}

/// Where words of a row stand; the row itself if markup stands between them.
fn spot(around: &Around, place: Span, written: &str) -> Span {
    around.find(place, written).unwrap_or(place)
}
