//! T6: a local framework may ask for more than its base. It may not ask for less of a national must,
//! unless it cites what allows that.

mod strength;

use super::overlay::resolves;
use super::subject::{Around, Subject, listed};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::indicator::{Indicator, IndicatorKind};
use crate::document::framework::overlay::{Change, ChangeKind};
use crate::document::framework::response::{Duty, Override, Response};
use crate::document::timescale::Timescale;
use crate::rule::Rule;
use crate::source::Span;
use crate::thresholds::{Origin, apply, responses_for};
use strength::{Difference, of_indicator, of_override, of_response};

const CURE: &str = "keep what the national framework asks for, or name what allows this under `authority:`: law:ACT#PROVISION \
                    or an address";

/// Checks every local change.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    if subject.base.is_none() {
        return;
    }
    let timescales = &around.parsed.timescales;
    for part in &subject.applied.responses {
        match part.origin {
            Origin::Replaced { national, change } => {
                let difference = of_response(national, part.part, timescales);
                let binds = national.duty.value == Duty::Must;
                judge(around, change, part.part.id.span, binds, &difference, diagnostics);
            }
            Origin::NotApplicable(change) if part.part.duty.value == Duty::Must => {
                let what = format!("the national must `{}` does not apply here", part.part.id.value);
                taken_away(around, change, &what, diagnostics);
            }
            _ => {}
        }
    }
    for part in &subject.applied.overrides {
        match part.origin {
            Origin::Replaced { national, change } => {
                let difference = of_override(national, part.part);
                let binds = national.duty.value == Duty::Must;
                judge(around, change, part.part.id.span, binds, &difference, diagnostics);
            }
            Origin::NotApplicable(change) if part.part.duty.value == Duty::Must => {
                let what = format!("the national override `{}` does not apply here", part.part.id.value);
                taken_away(around, change, &what, diagnostics);
            }
            _ => {}
        }
    }
    for part in &subject.applied.indicators {
        match part.origin {
            Origin::Replaced { national, change } => {
                let difference = of_indicator(national, part.part);
                let binds = leads_to_must(subject, national);
                judge(around, change, part.part.id.span, binds, &difference, diagnostics);
            }
            Origin::NotApplicable(change) if leads_to_must(subject, part.part) => {
                let what =
                    format!("the sign of harm `{}`, which leads to a must, does not apply here", part.part.id.value);
                taken_away(around, change, &what, diagnostics);
            }
            _ => {}
        }
    }
}

fn judge(
    around: &Around,
    change: &Change,
    place: Span,
    national_must: bool,
    difference: &Difference,
    diagnostics: &mut Diagnostics,
) {
    let Difference { weaker, stronger } = difference;
    let allowed = change.authority.as_ref().is_some_and(|authority| resolves(around, &authority.value));
    let tightens = change.change.value == ChangeKind::Tighten;
    if !weaker.is_empty() && (national_must || tightens) && !allowed {
        let what = if national_must { "weakens the national must" } else { "says that it tightens" };
        let message = format!("this {what} `{}`: {}", change.target.value, listed(weaker));
        diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, place, message).hint(CURE));
    } else if tightens && stronger.is_empty() && weaker.is_empty() {
        let message =
            format!("this says that it tightens `{}`, and asks for nothing more or sooner", change.target.value);
        let hint = "ask for a stronger duty, less time or more agencies, or call the change `replace`";
        diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, change.change.span, message).hint(hint));
    }
}

fn taken_away(around: &Around, change: &Change, what: &str, diagnostics: &mut Diagnostics) {
    let allowed = change.authority.as_ref().is_some_and(|authority| resolves(around, &authority.value));
    if !allowed {
        let message = format!("this says that {what}");
        diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, change.target.span, message).hint(CURE));
    }
}

/// Whether a sign of harm of the base leads to something that must be done.
fn leads_to_must(subject: &Subject, indicator: &Indicator) -> bool {
    let Some(base) = subject.base.filter(|_| indicator.kind.value == IndicatorKind::HarmIndicator) else {
        return false;
    };
    responses_for(&apply(base, None), indicator).iter().any(|owed| owed.duty == Duty::Must)
}
