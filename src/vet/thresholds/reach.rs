//! T2: every sign of harm reaches something that must or should be done.

use super::subject::{Around, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::indicator::{Indicator, IndicatorKind};
use crate::document::framework::overlay::{Change, ChangeKind};
use crate::document::framework::response::Duty;
use crate::rule::Rule;
use crate::thresholds::{Applied, Reason, apply, responses_for};

/// Checks that no sign of harm is left without a response.
pub fn check(subject: &Subject, _: &Around, diagnostics: &mut Diagnostics) {
    for part in subject.applied.indicators.iter().filter(|part| part.applies()) {
        let indicator = part.part;
        if indicator.kind.value != IndicatorKind::HarmIndicator || reaches(&subject.applied, indicator) {
            continue;
        }
        if subject.base.is_none() || part.is_local() {
            diagnostics.push(unanswered(indicator));
        } else if let Some(change) = undoing(subject, indicator) {
            let message = format!(
                "without `{}`, nobody must or should respond to the sign of harm `{}`",
                change.target.value, indicator.id.value
            );
            diagnostics.push(Diagnostic::at(Rule::HarmWithoutResponse, change.target.span, message));
        }
    }
}

/// What is always to be done, such as recording, is no response to a sign of harm.
fn reaches(applied: &Applied, indicator: &Indicator) -> bool {
    responses_for(applied, indicator).iter().any(|owed| {
        let answers = owed.reasons.iter().any(|reason| !matches!(reason, Reason::Always));
        answers && matches!(owed.duty, Duty::Must | Duty::Should)
    })
}

fn unanswered(indicator: &Indicator) -> Diagnostic {
    let message = format!("nobody must or should respond to this sign of harm, `{}`", indicator.id.value);
    Diagnostic::at(Rule::HarmWithoutResponse, indicator.statement.span, message)
        .hint("add a must or should to `::: responses` whose When fits it, by level, harm, kind or sign")
}

/// The local change that takes the response away from a sign of the base.
fn undoing<'a>(subject: &Subject<'a>, indicator: &Indicator) -> Option<&'a Change> {
    let base = apply(subject.base?, None);
    let national = responses_for(&base, indicator);
    let binding = national.iter().filter(|owed| owed.duty <= Duty::Should).map(|owed| &owed.response.part.id.value);
    let ids: Vec<&String> = binding.collect();
    let changes = subject.framework.overlay.iter().filter(|change| change.change.value != ChangeKind::Add);
    changes.into_iter().find(|change| ids.contains(&&change.target.value))
}
