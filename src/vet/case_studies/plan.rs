//! The plan of an exercise: its steps fill its time, and lead to episodes of the case.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::case_study::CaseStudy;
use crate::rule::Rule;
use crate::suggest::did_you_mean;

/// The usual plan needs so many minutes; a plan of the author's own may be shorter.
const SHORTEST: u32 = 30;

/// Checks the plan of a case study.
pub(super) fn check(case: &CaseStudy, diagnostics: &mut Diagnostics) {
    let training = &case.training;
    let ids = || case.episodes.iter().map(|episode| episode.id.value.as_str());
    for named in training.steps.iter().filter_map(|step| step.episode.as_ref()) {
        if !ids().any(|id| id == named.value) {
            let message = format!("this case has no episode `{}`", named.value);
            let hint = did_you_mean(&named.value, ids());
            diagnostics.push(Diagnostic::at(Rule::UnknownReference, named.span, message).maybe_hint(hint));
        }
    }
    let whole: u64 = training.steps.iter().map(|step| u64::from(step.minutes.value)).sum();
    if let Some(last) = training.steps.last().filter(|_| whole != u64::from(training.length())) {
        let message = format!("the steps take {whole} minutes, and the exercise {}", training.length());
        let hint = "give the steps other times, or write under `minutes:` how long the exercise takes";
        diagnostics.push(Diagnostic::at(Rule::UnknownValue, last.minutes.span, message).hint(hint));
    }
    if let Some(short) = training.minutes.as_ref().filter(|own| own.value < SHORTEST && training.steps.is_empty()) {
        let message = format!("{} minutes are too few for the usual plan", short.value);
        let hint = format!("write {SHORTEST} or more, or plan the exercise under `steps:`");
        diagnostics.push(Diagnostic::at(Rule::UnknownValue, short.span, message).hint(hint));
    }
}
