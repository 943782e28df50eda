//! Those who do not agree still reach who decides: a local ladder ends no lower than the national one.

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::framework::Framework;
use crate::document::framework::ladder::Rung;
use crate::rule::Rule;
use crate::source::Span;
use crate::thresholds::wording::main_words;
use crate::vet::thresholds::subject::Subject;

/// Holds the local escalation, and every local ladder with the id of a national one, against the national one.
pub fn check(subject: &Subject, base: &Framework, diagnostics: &mut Diagnostics) {
    let own = subject.framework;
    top(&base.escalation, &own.escalation, subject.span(), "escalation", diagnostics);
    for ladder in &own.ladders {
        let national = base.ladders.iter().find(|national| national.id.value == ladder.id.value);
        if let Some(national) = national {
            top(&national.steps, &ladder.steps, ladder.id.span, &ladder.id.value, diagnostics);
        }
    }
}

/// The top of a local ladder names somebody whom the top of the national one names, or the ladder is as long.
fn top(national: &[Rung], own: &[Rung], place: Span, name: &str, diagnostics: &mut Diagnostics) {
    let (Some(above), Some(top)) = (national.last(), own.last()) else { return };
    let reaches = main_words(&above.who).intersection(&main_words(&top.who)).next().is_some();
    if reaches || own.len() >= national.len() {
        return;
    }
    let message = format!("the local ladder `{name}` ends with “{}”, the national one with “{}”", top.who, above.who);
    let mut finding = Diagnostic::at(Rule::WeakenedDuty, place, message);
    finding.severity = Severity::Warning;
    diagnostics.push(finding.hint("add the steps up to those who decide nationally"));
}
