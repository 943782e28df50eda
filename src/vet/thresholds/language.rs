//! T9 and T14: no row blames a child, none takes for a sign who a child is, and none says that a child's circumstances cause the harm.

mod origins;
mod phrases;

use super::subject::{Around, Stands, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::framework::indicator::{Indicator, IndicatorKind};
use crate::rule::Rule;
use crate::vet::phrase::found;
use origins::ORIGINS;
use phrases::{BLAMING, CAUSES, Of};
use std::ops::Range;

/// Checks the statements, actions and explanations of a framework. Prose is not checked: it may be about words.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let framework = subject.framework;
    for indicator in &framework.indicators {
        let of = whose(indicator);
        origin(&indicator.statement.value, Stands::at(indicator.statement.span), around, diagnostics);
        let mut blame = |text: &str, place: Stands| blaming(text, place, of, around, diagnostics);
        blame(&indicator.statement.value, Stands::at(indicator.statement.span));
        for text in [&indicator.everyday, &indicator.combine, &indicator.recency].into_iter().flatten() {
            blame(text, Stands::at(indicator.span));
        }
        if indicator.kind.value == IndicatorKind::Vulnerability {
            causing(&indicator.statement.value, Stands::at(indicator.statement.span), around, diagnostics);
            if let Some(text) = &indicator.combine {
                causing(text, Stands::at(indicator.span), around, diagnostics);
            }
        }
    }
    for response in &framework.responses {
        blaming(&response.action.value, Stands::at(response.action.span), Of::Anyone, around, diagnostics);
        if let Some(text) = &response.record {
            blaming(text, Stands::at(response.span), Of::Anyone, around, diagnostics);
        }
    }
    for rule in &framework.overrides {
        if let Some(text) = &rule.why {
            blaming(text, Stands::at(rule.span), Of::Anyone, around, diagnostics);
        }
    }
    for level in &framework.levels {
        for text in [&level.descriptor, &level.step_up, &level.step_down].into_iter().flatten() {
            blaming(
                text,
                Stands { within: around.after(level.number.span), or: level.number.span },
                Of::Anyone,
                around,
                diagnostics,
            );
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

fn blaming(text: &str, place: Stands, of: Of, around: &Around, diagnostics: &mut Diagnostics) {
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
                Diagnostic::at(Rule::BlamingLanguage, place.words(around, written), message).hint(phrase.instead),
            );
            seen.push(words);
        }
    }
}

fn origin(text: &str, place: Stands, around: &Around, diagnostics: &mut Diagnostics) {
    let places = ORIGINS.iter().flat_map(|pattern| found(pattern, text)).min_by_key(|place| place.start);
    let Some(words) = places else { return };
    let written = &text[words];
    let message = format!("“{written}” says who somebody is: ethnicity, nationality and religion are no signs of harm");
    let hint = "say what somebody does or what is done to the child, whoever they are";
    diagnostics.push(Diagnostic::at(Rule::BlamingLanguage, place.words(around, written), message).hint(hint));
}

fn causing(text: &str, place: Stands, around: &Around, diagnostics: &mut Diagnostics) {
    for pattern in CAUSES {
        for words in found(pattern, text) {
            let written = &text[words];
            let message =
                format!("“{written}” says that a child's circumstances cause the harm; people who exploit cause it");
            let mut finding = Diagnostic::at(Rule::BlamingLanguage, place.words(around, written), message)
                .hint("name the circumstance alone, or what exploiters look for: “Adults may look for children who …”");
            finding.severity = Severity::Warning;
            diagnostics.push(finding);
        }
    }
}
