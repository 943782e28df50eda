//! T5: nobody is told two things for the same case.
//!
//! Two responses contradict each other if they apply in the same place (nation, area, unit of assessment;
//! both in force) to the same case (equal triggers), are the same action (their main words are), and name
//! different timescales, different leads, or forbid and ask for it. Two entries of `timescales.yaml`
//! contradict each other if one nation has two limits for the same thing from the same event.

use super::subject::{Around, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::response::{Duty, Override, Response, Trigger};
use crate::document::timescale::Timescale;
use crate::rule::Rule;
use crate::source::Span;
use crate::thresholds::limit::{event, same, same_limit};
use crate::thresholds::wording::{main_words, overlap};
use std::collections::BTreeSet;

/// Actions that share this much are the same action.
const SAME_ACTION: f64 = 0.6;

/// Where two agencies each have a row of their own for nearly the same thing, more must be shared before
/// their leads count as a contradiction.
const SAME_WORDS: f64 = 0.75;

/// Where levels only meet, the words must be the same.
const EQUAL_WORDS: f64 = 0.99;

/// What to do about two entries.
const ONE_ENTRY: &str = "keep one entry, and use its id in both places";

const CURE: &str =
    "say it in one of the two places and leave the other out, or make plain in When or Action how the two cases differ";

/// Holds every response of a site against every other that applies to the same children.
pub fn check(subjects: &[Subject], around: &Around, diagnostics: &mut Diagnostics) {
    timescales(around, diagnostics);
    let in_force: Vec<&Subject> = subjects.iter().filter(|subject| subject.in_force_on(around.at)).collect();
    for (at, a) in in_force.iter().enumerate() {
        for (number, b) in in_force.iter().enumerate().skip(at).filter(|(_, b)| same_place(a, b)) {
            let is_same = number == at;
            responses(a, b, is_same, around, diagnostics);
            overrides(a, b, is_same, around, diagnostics);
        }
    }
}

fn same_place(a: &Subject, b: &Subject) -> bool {
    let area = |subject: &Subject| subject.framework.area.as_ref().map(|area| area.trim().to_lowercase());
    a.nation().is_some() && a.nation() == b.nation() && area(a) == area(b) && a.unit() == b.unit()
}

fn responses(a: &Subject, b: &Subject, is_same: bool, around: &Around, diagnostics: &mut Diagnostics) {
    let words: Vec<BTreeSet<String>> =
        b.framework.responses.iter().map(|response| main_words(&response.action.value)).collect();
    for (at, one) in a.framework.responses.iter().enumerate() {
        let own = main_words(&one.action.value);
        let others = b.framework.responses.iter().zip(&words).skip(if is_same { at + 1 } else { 0 });
        for (two, words) in others {
            if let Some(how) = contradict(one, two, overlap(&own, words), &around.parsed.timescales) {
                both(around, (one.id.span, &one.id.value), (two.id.span, &two.id.value), (how, CURE), diagnostics);
            }
        }
    }
}

/// How two responses contradict each other.
fn contradict(one: &Response, two: &Response, alike: f64, timescales: &[Timescale]) -> Option<&'static str> {
    let (one_case, two_case) = (&one.trigger.value, &two.trigger.value);
    let both = same_case(one_case, two_case) || (alike >= EQUAL_WORDS && same_but_for_levels(one_case, two_case));
    if alike < SAME_ACTION || !both {
        return None;
    }
    let (a, b) = (one.duty.value, two.duty.value);
    if (a == Duty::DoNot) != (b == Duty::DoNot) {
        let asks = a.min(b) < Duty::May;
        return (asks && alike >= SAME_WORDS).then_some("one asks for it and the other forbids it");
    }
    if a == Duty::DoNot {
        return None;
    }
    let within = |response: &Response| response.within.as_ref().map(|within| within.value.clone());
    if let (Some(a), Some(b)) = (within(one), within(two))
        && !same(Some(&a), Some(&b), timescales)
    {
        return Some("their timescales differ");
    }
    let lead = |response: &Response| response.lead.as_ref().map(|lead| lead.value.agency);
    let (a, b) = (lead(one)?, lead(two)?);
    (a != b && alike >= SAME_WORDS).then_some("their leads differ")
}

/// Whether some case fits both triggers.
pub fn meet(a: &Trigger, b: &Trigger) -> bool {
    fn share<T: PartialEq>(a: &[T], b: &[T]) -> bool {
        a.is_empty() || b.is_empty() || a.iter().any(|part| b.contains(part))
    }
    a.levels.is_none_or(|a| b.levels.is_none_or(|b| a.meets(b)))
        && share(&a.harms, &b.harms)
        && share(&a.indicators, &b.indicators)
        && share(&a.kinds, &b.kinds)
        && share(&a.ages, &b.ages)
}

/// Whether two triggers fit the same cases save that their levels only meet.
fn same_but_for_levels(a: &Trigger, b: &Trigger) -> bool {
    let a_at_b = Trigger { levels: b.levels, ..a.clone() };
    meet(a, b) && a.levels.is_some() && b.levels.is_some() && same_case(&a_at_b, b)
}

/// Whether two triggers fit the same cases, in whatever order their parts are named.
fn same_case(a: &Trigger, b: &Trigger) -> bool {
    fn sorted<T: Ord + Clone>(list: &[T]) -> BTreeSet<T> {
        list.iter().cloned().collect()
    }
    a.levels == b.levels
        && sorted(&a.harms) == sorted(&b.harms)
        && sorted(&a.indicators) == sorted(&b.indicators)
        && sorted(&a.kinds) == sorted(&b.kinds)
        && sorted(&a.ages) == sorted(&b.ages)
}

fn overrides(a: &Subject, b: &Subject, is_same: bool, around: &Around, diagnostics: &mut Diagnostics) {
    for (at, one) in a.framework.overrides.iter().enumerate() {
        for two in b.framework.overrides.iter().skip(if is_same { at + 1 } else { 0 }) {
            if same_rule(one, two) && one.duty.value != two.duty.value {
                let how = "they lead to the same response with different duties";
                both(around, (one.id.span, &one.id.value), (two.id.span, &two.id.value), (how, CURE), diagnostics);
            }
        }
    }
}

fn same_rule(a: &Override, b: &Override) -> bool {
    same_case(&a.when.value, &b.when.value) && a.then.value == b.then.value
}

fn timescales(around: &Around, diagnostics: &mut Diagnostics) {
    let all = &around.parsed.timescales;
    for (at, one) in all.iter().enumerate() {
        for two in &all[at + 1..] {
            let same_thing = main_words(&one.name) == main_words(&two.name)
                && event(&one.limit.from) == event(&two.limit.from)
                && one.nation == two.nation;
            if same_thing && !same_limit(&one.limit, &two.limit) {
                let how = "one nation has two limits for the same thing";
                both(around, (one.id.span, &one.id.value), (two.id.span, &two.id.value), (how, ONE_ENTRY), diagnostics);
            }
        }
    }
}

/// Names each place at the other.
fn both(
    around: &Around,
    one: (Span, &str),
    two: (Span, &str),
    (how, cure): (&str, &str),
    diagnostics: &mut Diagnostics,
) {
    for ((span, id), (other_span, other)) in [(one, two), (two, one)] {
        let message = format!("`{id}` contradicts `{other}` at {}: {how}", around.place(other_span));
        diagnostics.push(Diagnostic::at(Rule::Contradiction, span, message).hint(cure));
    }
}
