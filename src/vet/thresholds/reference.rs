//! Harms and signs that rows name are those of the framework.

use super::subject::{Around, Subject, unknown};
use crate::diagnostic::Diagnostics;
use crate::document::framework::response::Trigger;
use crate::source::Spanned;

/// Checks the harms of indicators, and the harms and signs of triggers.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let framework = subject.framework;
    for harm in framework.indicators.iter().flat_map(|indicator| &indicator.harms) {
        harm_exists(subject, harm, diagnostics);
    }
    let responses = framework.responses.iter().map(|response| &response.trigger);
    for when in responses.chain(framework.overrides.iter().map(|rule| &rule.when)) {
        trigger(subject, around, when, diagnostics);
    }
}

fn trigger(subject: &Subject, around: &Around, when: &Spanned<Trigger>, diagnostics: &mut Diagnostics) {
    let place = |id: &String| Spanned { value: id.clone(), span: around.find(when.span, id).unwrap_or(when.span) };
    for harm in &when.value.harms {
        harm_exists(subject, &place(harm), diagnostics);
    }
    for sign in &when.value.indicators {
        if subject.applied.indicator(sign).is_none() {
            let known = subject.applied.indicators.iter().map(|part| part.part.id.value.as_str());
            unknown("sign", &place(sign), known, diagnostics);
        }
    }
}

/// A framework that names no harms leaves them open.
fn harm_exists(subject: &Subject, harm: &Spanned<String>, diagnostics: &mut Diagnostics) {
    let known = subject.applied.harms();
    if !known.is_empty() && !known.iter().any(|known| known.value == harm.value) {
        unknown("harm in scope", harm, known.iter().map(|known| known.value.as_str()), diagnostics);
    }
}
