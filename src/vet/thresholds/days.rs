//! The days on which a sign counts lie in those of its framework, and have not all passed.

use super::subject::{Around, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::framework::indicator::Indicator;
use crate::rule::Rule;
use crate::source::Span;

/// Checks since when and until when each sign counts.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    for sign in &subject.framework.indicators {
        if let Some((place, message, hint)) = order(subject, sign) {
            diagnostics.push(Diagnostic::at(Rule::DateOrder, place, message).hint(hint));
        } else if !subject.is_past() {
            passed(sign, around, diagnostics);
        }
    }
}

/// Why there is no day on which a sign counts.
fn order(subject: &Subject, sign: &Indicator) -> Option<(Span, String, &'static str)> {
    let meta = &subject.document.meta;
    let (id, since, until) = (&sign.id.value, sign.since.as_ref(), sign.until.as_ref());
    if let Some((since, until)) = since.zip(until).filter(|(since, until)| since.value > until.value) {
        let message = format!("the sign `{id}` counts until {}, before it begins on {}", until.value, since.value);
        return Some((until.span, message, "put the two dates in order"));
    }
    if let Some((until, from)) = until.zip(meta.in_force_from).filter(|(until, from)| until.value < *from) {
        let message =
            format!("the sign `{id}` counts until {}, and its framework is in force from {from}", until.value);
        return Some((until.span, message, "take the row out, or write a later day"));
    }
    let (since, to) = since.zip(meta.in_force_to).filter(|(since, to)| since.value > *to)?;
    let message = format!("the sign `{id}` counts from {}, and its framework ends on {to}", since.value);
    Some((since.span, message, "take the row out, or write an earlier day"))
}

/// A sign that counts no longer stays for a while, so that an old decision can be read; then it goes.
fn passed(sign: &Indicator, around: &Around, diagnostics: &mut Diagnostics) {
    let Some(until) = sign.until.as_ref().filter(|_| sign.has_ended(around.at)) else { return };
    let message = format!("the sign `{}` counted until {} and counts no longer", sign.id.value, until.value);
    let mut finding = Diagnostic::at(Rule::DateOrder, until.span, message);
    finding.severity = Severity::Warning;
    diagnostics.push(finding.hint("take it out with the next edition, or write a later day"));
}
