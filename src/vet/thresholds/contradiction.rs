//! T5: nobody is told two things for the same case.
//!
//! Two responses contradict each other if they apply in the same place (nation, area, unit of assessment;
//! both in force) to the same case (triggers that are equal, or that meet where the words are the same), are the
//! same action (their main words are), and name different timescales, leads, duties or consent, or forbid and ask
//! for it. A limit contradicts an entry of `timescales.yaml` if one nation then has two for the same thing.

mod actions;
mod limits;

use super::subject::{Around, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::framework::indicator::Indicator;
use crate::document::framework::response::{Duty, Override, Response, Trigger};
use crate::rule::Rule;
use crate::source::Span;
use crate::thresholds::Origin;
use crate::thresholds::wording::main_words;
use crate::vet::phrase::Reading;
use std::collections::BTreeSet;

const CURE: &str =
    "say it in one of the two places and leave the other out, or make plain in When or Action how the two cases differ";

/// Holds every response of a site against every other that applies to the same children.
pub fn check(subjects: &[Subject], around: &Around, diagnostics: &mut Diagnostics) {
    limits::entries(around, diagnostics);
    let in_force: Vec<&Subject> = subjects.iter().filter(|subject| subject.in_force_on(around.at)).collect();
    for (at, a) in in_force.iter().enumerate() {
        for (number, b) in in_force.iter().enumerate().skip(at).filter(|(_, b)| same_place(a, b)) {
            let is_same = number == at;
            responses(a, b, is_same, around, diagnostics);
            overrides(a, b, is_same, around, diagnostics);
            signs(a, b, is_same, around, diagnostics);
        }
        added(a, around, diagnostics);
        undone(a, around, diagnostics);
        limits::rows(a, around, diagnostics);
        verbs(a, around, diagnostics);
    }
}

fn same_place(a: &Subject, b: &Subject) -> bool {
    let area = |subject: &Subject| subject.framework.area.as_ref().map(|area| area.trim().to_lowercase());
    a.nation().is_some() && a.nation() == b.nation() && area(a) == area(b) && a.unit() == b.unit()
}

fn responses(a: &Subject, b: &Subject, is_same: bool, around: &Around, diagnostics: &mut Diagnostics) {
    for (at, one) in a.framework.responses.iter().enumerate() {
        for two in b.framework.responses.iter().skip(if is_same { at + 1 } else { 0 }) {
            pair(one, two, around, diagnostics);
        }
    }
}

/// What a local framework adds, beside the national responses that still apply.
fn added(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    if subject.base.is_none() {
        return;
    }
    let own = subject.applied.responses.iter().filter(|part| matches!(part.origin, Origin::Local(_)));
    for one in own {
        let national = subject.applied.responses.iter().filter(|part| matches!(part.origin, Origin::Base));
        for two in national.filter(|two| two.part.duty.value != Duty::Must) {
            pair(one.part, two.part, around, diagnostics);
        }
    }
}

fn pair(one: &Response, two: &Response, around: &Around, diagnostics: &mut Diagnostics) {
    if let Some(how) = actions::contradict(one, two, &around.parsed.timescales) {
        both(around, (one.id.span, &one.id.value), (two.id.span, &two.id.value), (how, CURE), diagnostics);
    }
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

/// Whether two triggers fit the same cases, in whatever order their parts are named.
pub(super) fn same_case(a: &Trigger, b: &Trigger) -> bool {
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

/// An override that forbids what its response asks for, or asks for what it forbids.
fn undone(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    for rule in &subject.framework.overrides {
        let then = subject.framework.responses.iter().find(|response| response.id.value == rule.then.value);
        let forbids = |duty: Duty| duty == Duty::DoNot;
        if let Some(then) = then.filter(|then| forbids(then.duty.value) != forbids(rule.duty.value)) {
            let how = "one asks for it and the other forbids it";
            both(around, (rule.id.span, &rule.id.value), (then.id.span, &then.id.value), (how, CURE), diagnostics);
        }
    }
}

/// An action that says must in a row that says may.
fn verbs(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    for response in subject.framework.responses.iter().filter(|row| matches!(row.duty.value, Duty::Should | Duty::May))
    {
        let action = &response.action;
        for place in Reading::of(&action.value).found("must") {
            let message = format!(
                "`{}` is a {}, and its action says must",
                response.id.value,
                response.duty.value.label().to_lowercase()
            );
            let place = around.find(action.span, &action.value[place]).unwrap_or(action.span);
            let hint =
                "write the action without a verb of duty, such as “Offer a return interview”, and the duty under Duty";
            let mut finding = Diagnostic::at(Rule::Contradiction, place, message);
            finding.severity = Severity::Warning;
            diagnostics.push(finding.hint(hint));
        }
    }
}

/// One sign that stands twice and says two things.
fn signs(a: &Subject, b: &Subject, is_same: bool, around: &Around, diagnostics: &mut Diagnostics) {
    let words = |sign: &Indicator| main_words(&sign.statement.value);
    let others: Vec<(&Indicator, BTreeSet<String>)> =
        b.framework.indicators.iter().map(|sign| (sign, words(sign))).collect();
    for (at, one) in a.framework.indicators.iter().enumerate() {
        let own = words(one);
        for (two, _) in others.iter().skip(if is_same { at + 1 } else { 0 }).filter(|(_, words)| *words == own) {
            let ages = one.ages.is_empty() || two.ages.is_empty() || one.ages.iter().any(|age| two.ages.contains(age));
            let levels = |sign: &Indicator| sign.points_to.as_ref().map(|levels| levels.value);
            let meet = ages && share_a_day(one, two);
            if meet && (levels(one) != levels(two) || one.kind.value != two.kind.value) {
                let how = "the same sign has other levels or another kind";
                both(around, (one.id.span, &one.id.value), (two.id.span, &two.id.value), (how, CURE), diagnostics);
            }
        }
    }
}

/// Whether there is a day on which both count: one may take the place of the other from a day on.
fn share_a_day(one: &Indicator, two: &Indicator) -> bool {
    let ends_before = |a: &Indicator, b: &Indicator| {
        a.until.as_ref().zip(b.since.as_ref()).is_some_and(|(until, since)| until.value < since.value)
    };
    !ends_before(one, two) && !ends_before(two, one)
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
