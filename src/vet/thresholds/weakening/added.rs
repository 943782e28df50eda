//! What a local framework adds stands beside the national text, which still applies: it may not say less of the
//! same action.

use super::strength::of_response;
use super::{CURE, binds, duty_name};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::Framework;
use crate::document::framework::response::{Duty, Response};
use crate::rule::Rule;
use crate::source::Span;
use crate::thresholds::Origin;
use crate::thresholds::wording::{contained, main_words};
use crate::vet::thresholds::contradiction::meet;
use crate::vet::thresholds::overlay::allows;
use crate::vet::thresholds::subject::{Around, Subject, listed};

/// So much of the national action must stand in the local one.
const SAME_ACTION: f64 = 0.8;

/// Or so much of the local action in the national one, if both begin with the same deed.
const SHORTER: f64 = 0.5;

/// Holds every added response against the national ones that bind and still apply.
pub fn check(subject: &Subject, base: &Framework, around: &Around, diagnostics: &mut Diagnostics) {
    let added = subject.applied.responses.iter().filter(|part| matches!(part.origin, Origin::Local(_)));
    // What cites an authority that can be looked up may differ.
    let allowed = |change| allows(subject, around, change);
    for own in added.filter(|part| !part.change().is_some_and(allowed)).map(|part| part.part) {
        for national in &base.responses {
            let part = subject.applied.response(&national.id.value);
            let applies = part.is_some_and(|part| part.applies() && part.national().is_none());
            if !applies || !meet(&national.trigger.value, &own.trigger.value) {
                continue;
            }
            let weaker = weaker(national, own, around);
            if !weaker.is_empty() {
                report(own.id.span, national, &weaker, diagnostics);
            }
        }
    }
}

fn report(place: Span, national: &Response, weaker: &[String], diagnostics: &mut Diagnostics) {
    let message = format!(
        "this is added beside the national {} `{}`, which still applies, and asks for less: {}",
        duty_name(national.duty.value),
        national.id.value,
        listed(weaker)
    );
    diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, place, message).hint(CURE));
}

/// Holds every added override against the national must that it leads to.
pub fn overrides(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let added = subject.applied.overrides.iter().filter(|part| matches!(part.origin, Origin::Local(_)));
    for part in added.filter(|part| !part.change().is_some_and(|change| allows(subject, around, change))) {
        let own = part.part;
        let Some(base) = subject.base else { continue };
        let national = base.responses.iter().find(|response| response.id.value == own.then.value);
        let Some(national) = national.filter(|national| national.duty.value == Duty::Must) else { continue };
        if matches!(own.duty.value, Duty::May | Duty::DoNot) {
            let weaker = [format!("it makes a “{}” of it", duty_name(own.duty.value))];
            report(own.id.span, national, &weaker, diagnostics);
        }
    }
}

/// In what an added response asks for less than a national one of the same action.
fn weaker(national: &Response, own: &Response, around: &Around) -> Vec<String> {
    let (theirs, ours) = (&national.action.value, &own.action.value);
    let same = contained(&main_words(theirs), &main_words(ours)) >= SAME_ACTION;
    if binds(national.duty.value) && same {
        return less(national, own, around);
    }
    if !names_deed(theirs, ours) || national.duty.value == Duty::DoNot {
        return Vec::new();
    }
    if own.duty.value == Duty::DoNot && national.duty.value <= Duty::Should {
        return vec!["it forbids what the national text asks for".to_owned()];
    }
    let is_part = contained(&main_words(ours), &main_words(theirs)) >= SHORTER;
    let waits = first_word(ours).is_some_and(|first| ["wait", "delay", "postpon", "defer"].contains(&first.as_str()));
    if national.duty.value == Duty::Must && (waits || (is_part && own.duty.value > Duty::Must)) {
        return vec![format!("it makes a “{}” of a part of it, or waits", duty_name(own.duty.value))];
    }
    Vec::new()
}

/// Whether the first deed of an action stands in another one.
fn names_deed(national: &str, own: &str) -> bool {
    first_word(national).is_some_and(|deed| main_words(own).contains(&deed))
}

/// The first word of an action that means something.
fn first_word(action: &str) -> Option<String> {
    action.split_whitespace().find_map(|word| main_words(word).into_iter().next())
}

/// In what it asks for less. Fewer cases or agencies are no loss here: the national text stands for the others.
fn less(national: &Response, own: &Response, around: &Around) -> Vec<String> {
    let mut own = own.clone();
    own.trigger = national.trigger.clone();
    own.with.extend(national.lead.iter().map(|lead| lead.value.clone()));
    own.with.extend(national.with.iter().chain(&national.inform).cloned());
    own.lead = own.lead.or_else(|| national.lead.clone());
    if own.duty.value != Duty::DoNot && own.within.is_none() {
        own.within = national.within.clone();
    }
    own.feedback_due = own.feedback_due.or_else(|| national.feedback_due.clone());
    own.record = own.record.or_else(|| national.record.clone());
    own.form = own.form.or_else(|| national.form.clone());
    own.if_not_agreed = own.if_not_agreed.or_else(|| national.if_not_agreed.clone());
    of_response(national, &own, &around.parsed.timescales).weaker
}
