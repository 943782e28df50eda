//! A local framework is of the nation and about the unit of its base, holds while that holds, and its base is national.

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::framework::Framework;
use crate::document::meta::Status;
use crate::rule::Rule;
use crate::vet::thresholds::subject::{Around, Subject};

/// Holds a local framework against its base as a whole.
pub fn check(subject: &Subject, base: &Framework, around: &Around, diagnostics: &mut Diagnostics) {
    let own = subject.framework;
    if let (Some(here), Some(there)) = (own.nation, base.nation)
        && here != there
    {
        let message = format!("this is for {}, and its base for {}", here.label(), there.label());
        error(subject, around, "jurisdiction:", &message, diagnostics);
    }
    if let (Some(here), Some(there)) = (own.unit_of_assessment, base.unit_of_assessment)
        && here != there
    {
        let message = format!("this assesses “{}”, and its base “{}”", here.label(), there.label());
        error(subject, around, "unit_of_assessment:", &message, diagnostics);
    }
    if base.base.is_some() {
        error(subject, around, "base:", "the base is itself a local framework", diagnostics);
    }
    time(subject, around, diagnostics);
}

fn time(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let (Some(base), false) = (subject.base_document, subject.is_past()) else { return };
    let (here, there) = (&subject.document.meta, &base.meta);
    if let (Some(from), Some(base_from)) = (here.in_force_from, there.in_force_from)
        && from < base_from
    {
        let message = format!("this is in force from {from}, before its base, which is from {base_from}");
        let place = around.find_after(subject.span(), &format!("in_force_from: {from}"));
        diagnostics.push(Diagnostic::at(Rule::DateOrder, place, message));
    }
    if matches!(there.status, Some(Status::Superseded | Status::Withdrawn)) {
        error(subject, around, "base:", "the base does not hold any more", diagnostics);
    }
}

fn error(subject: &Subject, around: &Around, at: &str, message: &str, diagnostics: &mut Diagnostics) {
    let place = around.find_after(subject.span(), at);
    let mut finding = Diagnostic::at(Rule::ThresholdCompleteness, place, message.to_owned());
    finding.severity = Severity::Error;
    diagnostics
        .push(finding.hint("a local framework changes a national one of its own nation and unit that is in force"));
}
