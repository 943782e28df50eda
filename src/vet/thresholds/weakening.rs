//! T6: a local framework may ask for more than its base. It may not ask for less of a national must,
//! unless it cites what allows that.

mod added;
mod ladder;
mod level;
mod route;
mod strength;
mod wording;

use super::overlay::allows;
use super::subject::{Around, Subject, listed};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::indicator::{Indicator, IndicatorKind};
use crate::document::framework::overlay::{Change, ChangeKind};
use crate::document::framework::response::{Duty, Override, Response, Trigger, Within};
use crate::document::timescale::Timescale;
use crate::rule::Rule;
use crate::source::Span;
use crate::thresholds::{Origin, apply, responses_for};
use strength::{Difference, of_indicator, of_override, of_response};

const CURE: &str = "keep what the national framework asks for, or name what allows this under `authority:`: law:ACT#PROVISION \
                    or an address";

/// Checks every local change.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let Some(base) = subject.base else { return };
    // What could not be read of a row has been reported, and is not held against the rest of it.
    let is_read = |id: &str| !subject.framework.unread.contains(id) && !base.unread.contains(id);
    let timescales = &around.parsed.timescales;
    for part in subject.applied.responses.iter().filter(|part| is_read(&part.part.id.value)) {
        match part.origin {
            Origin::Replaced { national, change } => {
                let difference = of_response(national, part.part, timescales);
                // What is done at once is there for children in danger, whatever it is called.
                let binds = binds(national.duty.value) || is_at_once(national);
                judge(subject, around, change, part.part.id.span, binds, &difference, diagnostics);
            }
            Origin::NotApplicable(change) if binds(part.part.duty.value) || is_at_once(part.part) => {
                let what = format!(
                    "the national {} `{}` does not apply here",
                    duty_name(part.part.duty.value),
                    part.part.id.value
                );
                taken_away(subject, around, change, &what, diagnostics);
            }
            _ => {}
        }
    }
    for part in subject.applied.overrides.iter().filter(|part| is_read(&part.part.id.value)) {
        match part.origin {
            Origin::Replaced { national, change } => {
                let leads_there = subject
                    .applied
                    .response(&national.then.value)
                    .is_some_and(|response| response.applies() && response.answers_to(&part.part.then.value));
                let difference = of_override(national, part.part, leads_there);
                let binds = binds(national.duty.value);
                judge(subject, around, change, part.part.id.span, binds, &difference, diagnostics);
            }
            // An override is there for children in danger: even one that makes a should of something protects.
            Origin::NotApplicable(change) if part.part.duty.value != Duty::May => {
                let what = format!("the national override `{}` does not apply here", part.part.id.value);
                taken_away(subject, around, change, &what, diagnostics);
            }
            _ => {}
        }
    }
    added::check(subject, base, around, diagnostics);
    added::overrides(subject, around, diagnostics);
    route::check(subject, base, around, diagnostics);
    level::check(subject, base, around, diagnostics);
    ladder::check(subject, base, diagnostics);
    for part in subject.applied.indicators.iter().filter(|part| is_read(&part.part.id.value)) {
        match part.origin {
            Origin::Replaced { national, change } => {
                let lost = lost_musts(subject, national, part.part);
                let difference = of_indicator(national, part.part, &lost);
                let binds = !musts(subject, national).is_empty();
                judge(subject, around, change, part.part.id.span, binds, &difference, diagnostics);
            }
            Origin::NotApplicable(change) if !musts(subject, part.part).is_empty() => {
                let what = format!("the sign `{}`, which leads to a must, does not apply here", part.part.id.value);
                taken_away(subject, around, change, &what, diagnostics);
            }
            _ => {}
        }
    }
}

/// What a local framework may not take back: what must be done, and what is not to be done.
fn binds(duty: Duty) -> bool {
    matches!(duty, Duty::Must | Duty::DoNot)
}

fn duty_name(duty: Duty) -> String {
    duty.label().to_lowercase()
}

/// The ids of what must be done in the base when a sign of harm is seen.
fn musts<'a>(subject: &Subject<'a>, indicator: &Indicator) -> Vec<&'a str> {
    let is_harm = indicator.kind.value == IndicatorKind::HarmIndicator;
    let Some(base) = subject.base else { return Vec::new() };
    // What is no sign of harm leads to a must where the must names it.
    let names = |when: &Trigger| is_harm || when.indicators.contains(&indicator.id.value);
    let by_override = |id: &str| base.overrides.iter().any(|rule| rule.then.value == id && names(&rule.when.value));
    let owed = responses_for(&apply(base, None), indicator);
    let musts = owed.iter().filter(|owed| owed.duty == Duty::Must).map(|owed| owed.response.part);
    let named = musts.filter(|part| names(&part.trigger.value) || by_override(&part.id.value));
    named.map(|part| part.id.value.as_str()).collect()
}

/// Which of those do not follow from the sign that stands in its place here.
fn lost_musts<'a>(subject: &Subject<'a>, national: &Indicator, own: &Indicator) -> Vec<&'a str> {
    let here = responses_for(&subject.applied, own);
    let follows = |id: &str| here.iter().any(|owed| owed.response.answers_to(id));
    musts(subject, national).into_iter().filter(|id| !follows(id)).collect()
}

fn judge(
    subject: &Subject,
    around: &Around,
    change: &Change,
    place: Span,
    national_must: bool,
    difference: &Difference,
    diagnostics: &mut Diagnostics,
) {
    let Difference { weaker, stronger } = difference;
    let allowed = allows(subject, around, change);
    let tightens = change.change.value == ChangeKind::Tighten;
    if !weaker.is_empty() && (national_must || tightens) && !allowed {
        let what = if national_must {
            "asks for less than the national text"
        } else {
            "says that it tightens, and asks for less than"
        };
        let message = format!("this {what} `{}`: {}", change.target.value, listed(weaker));
        diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, place, message).hint(CURE));
    } else if tightens && stronger.is_empty() && weaker.is_empty() {
        let message =
            format!("this says that it tightens `{}`, and asks for nothing more or sooner", change.target.value);
        let hint = "ask for a stronger duty, less time or more agencies, or call the change `replace`";
        diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, change.change.span, message).hint(hint));
    }
}

fn taken_away(subject: &Subject, around: &Around, change: &Change, what: &str, diagnostics: &mut Diagnostics) {
    let allowed = allows(subject, around, change);
    if !allowed {
        let message = format!("this says that {what}");
        diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, change.target.span, message).hint(CURE));
    }
}

/// Whether a response is made at once, as one to danger is: nobody may be told not to ring 999.
fn is_at_once(response: &Response) -> bool {
    response.within.as_ref().is_some_and(|within| within.value == Within::Immediately)
}
