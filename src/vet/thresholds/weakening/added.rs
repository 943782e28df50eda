//! What a local framework adds stands beside the national text, which still applies: it may not say less of the
//! same action.

use super::strength::of_response;
use super::{CURE, binds, duty_name};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::Framework;
use crate::document::framework::overlay::Change;
use crate::document::framework::response::{Duty, Response};
use crate::rule::Rule;
use crate::thresholds::Origin;
use crate::thresholds::wording::{contained, main_words};
use crate::vet::thresholds::contradiction::meet;
use crate::vet::thresholds::overlay::resolves;
use crate::vet::thresholds::subject::{Around, Subject, listed};

/// So much of the national action must stand in the local one.
const SAME_ACTION: f64 = 0.8;

/// Holds every added response against the national ones that bind and still apply.
pub fn check(subject: &Subject, base: &Framework, around: &Around, diagnostics: &mut Diagnostics) {
    let added = subject.applied.responses.iter().filter(|part| matches!(part.origin, Origin::Local(_)));
    // What cites an authority that can be looked up may differ.
    let allowed = |change: &Change| change.authority.as_ref().is_some_and(|by| resolves(around, &by.value));
    for own in added.filter(|part| !part.change().is_some_and(allowed)).map(|part| part.part) {
        for national in base.responses.iter().filter(|national| binds(national.duty.value)) {
            let part = subject.applied.response(&national.id.value);
            let applies = part.is_some_and(|part| part.applies() && part.national().is_none());
            if !applies || !meet(&national.trigger.value, &own.trigger.value) || !is_same_action(national, own) {
                continue;
            }
            let weaker = weaker(national, own, around);
            if !weaker.is_empty() {
                let message = format!(
                    "this is added beside the national {} `{}`, which still applies, and asks for less: {}",
                    duty_name(national.duty.value),
                    national.id.value,
                    listed(&weaker)
                );
                diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, own.id.span, message).hint(CURE));
            }
        }
    }
}

fn is_same_action(national: &Response, own: &Response) -> bool {
    contained(&main_words(&national.action.value), &main_words(&own.action.value)) >= SAME_ACTION
}

/// In what it asks for less. Fewer cases or agencies are no loss here: the national text stands for the others.
fn weaker(national: &Response, own: &Response, around: &Around) -> Vec<String> {
    let mut own = own.clone();
    own.trigger = national.trigger.clone();
    own.with.extend(national.lead.iter().map(|lead| lead.value.clone()));
    own.with.extend(national.with.iter().chain(&national.inform).cloned());
    own.lead = own.lead.or_else(|| national.lead.clone());
    if own.duty.value != Duty::DoNot && own.within.is_none() {
        own.within = national.within.clone();
    }
    of_response(national, &own, &around.parsed.timescales).weaker
}
