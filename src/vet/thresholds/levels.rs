//! T1: every level says what it is, whether consent is needed, and who leads the response to it.

use super::subject::{Around, Subject, listed};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::framework::Level;
use crate::document::framework::indicator::{IndicatorKind, Levels};
use crate::document::framework::response::{Consent, Duty, Response};
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::thresholds::{Applied, apply};
use std::collections::BTreeMap;

/// Checks the levels of a framework, and that what names a level names one of them.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    names(subject, around, diagnostics);
    let base = subject.base.map_or(&[][..], |base| &base.levels);
    if !numbers(&subject.framework.levels, base, diagnostics) || !numbers(base, &[], &mut Diagnostics::new()) {
        return;
    }
    for level in subject.applied.levels() {
        whole(subject, level, diagnostics);
        without_default(subject, level, diagnostics);
        at_odds(subject, level, diagnostics);
    }
    led(subject, diagnostics);
    let highest = subject.highest_level();
    for indicator in &subject.framework.indicators {
        points_to(indicator.kind.value, indicator.points_to.as_ref(), highest, diagnostics);
    }
    let responses = subject.framework.responses.iter().map(|response| &response.trigger);
    for trigger in responses.chain(subject.framework.overrides.iter().map(|rule| &rule.when)) {
        exists(trigger.value.levels, trigger.span, highest, diagnostics);
    }
}

/// Whether levels are numbered from 1 without a gap, as those of the base are. Two of one number are reported
/// where ids are.
fn numbers(levels: &[Level], base: &[Level], diagnostics: &mut Diagnostics) -> bool {
    for (expected, level) in (1..).zip(levels) {
        let number = &level.number;
        if number.value < expected {
            return false;
        }
        if number.value > expected {
            let message = format!("there is a level {} and no level {expected}", number.value);
            diagnostics.push(finding(number.span, message).hint("number the levels 1, 2, 3 … without a gap"));
            return false;
        }
        if !base.is_empty() && base.len() < levels.len() && !base.iter().any(|base| base.number.value == expected) {
            let message = format!("the base has no level {expected}, and a local framework has the levels of its base");
            diagnostics.push(finding(number.span, message));
            return false;
        }
    }
    true
}

/// No two levels share a name, whatever other areas call them.
fn names(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    for level in &subject.framework.levels {
        for name in std::iter::once(&level.label).chain(&level.aliases) {
            let number = level.number.value;
            if let Some(other) = taken.insert(name.trim().to_lowercase(), number) {
                let message = if other == number {
                    format!("level {number} is called “{name}” twice")
                } else {
                    format!("level {number} and level {other} are both called “{name}”")
                };
                diagnostics.push(finding(around.find_after(level.number.span, name), message));
            }
        }
    }
}

fn whole(subject: &Subject, level: &Level, diagnostics: &mut Diagnostics) {
    let number = level.number.value;
    // What the base's own level lacks is told there.
    let inherits = subject.base.is_some();
    let mut report = |message: String, hint: &str| {
        diagnostics.push(finding(level.number.span, message).hint(hint));
    };
    if !inherits && level.descriptor.is_none() {
        report(format!("level {number} does not say what describes a child at it"), "add `descriptor:` to the level");
    }
    if !inherits && level.consent == Some(Consent::NotRequired) && level.consent_note.is_none() {
        report(
            format!("level {number} needs no consent, and does not say why"),
            "add `consent_note:` with what allows this and what families are told",
        );
    }
    let default = level.default_response.as_ref().and_then(|id| subject.applied.response(&id.value));
    if let Some(default) = default.filter(|default| default.part.duty.value == Duty::DoNot) {
        report(
            format!("level {number} always has `{}`, which is not to be done", default.part.id.value),
            "name what is to be done under `default_response:`",
        );
    }
    if !inherits && level.consent.is_none() {
        report(
            format!("level {number} does not say whether consent is needed"),
            "add `consent:` with required, seek-unless-it-raises-risk, not-required or not-applicable",
        );
    }
    let (named, led) = responses_at(&subject.applied, level);
    if !led.is_empty() || !subject.is_whole() || lacks_in_base(subject, number) {
        return;
    }
    if named.is_empty() {
        report(
            format!("no response fits level {number}"),
            &format!("add a row to `::: responses` with `level {number}` under When, or name a default_response"),
        );
    } else {
        let message = format!("no response to level {number} says who leads: {}", listed(&named));
        report(message, "fill in the Lead of one of them");
    }
}

/// What must be done is done by somebody: without a lead everybody waits for the others.
fn led(subject: &Subject, diagnostics: &mut Diagnostics) {
    let musts = subject.framework.responses.iter().filter(|response| response.duty.value == Duty::Must);
    // A lead that cannot be read has been told.
    let musts = musts.filter(|response| !subject.framework.unread.contains(&response.id.value));
    for response in musts.filter(|response| response.lead.is_none()) {
        let message = format!("the must `{}` has nobody who leads it", response.id.value);
        let hint = "name an agency under Lead, and a role if it matters: `social-care (team manager)`";
        diagnostics.push(finding(response.duty.span, message).hint(hint));
    }
}

/// What a level always has is there: a change may not take it away and leave the level pointing at it.
fn without_default(subject: &Subject, level: &Level, diagnostics: &mut Diagnostics) {
    let Some(default) = &level.default_response else { return };
    let Some(part) = subject.applied.response(&default.value) else { return };
    // Where nothing else fits the level, that is told already.
    let others = !responses_at(&subject.applied, level).0.is_empty();
    if let Some(change) = part.change().filter(|_| others && !part.applies()) {
        let number = level.number.value;
        let message = format!("`{}` does not apply here, and level {number} always has it", default.value);
        let hint = format!("name another `default_response:` for level {number}, or replace the response instead");
        diagnostics.push(finding(change.target.span, message).hint(hint));
    }
}

/// What a level says of itself agrees with the rows that apply at it.
fn at_odds(subject: &Subject, level: &Level, diagnostics: &mut Diagnostics) {
    let number = level.number.value;
    let of_level = |id: &str| subject.framework.responses.iter().find(|response| response.id.value == id);
    if let Some(default) = &level.default_response
        && let Some(levels) = of_level(&default.value).and_then(|response| response.trigger.value.levels)
        && !levels.holds(number)
    {
        let message = format!("`{}` is not for level {number}: its When says another", default.value);
        diagnostics.push(finding(default.span, message).hint("name a response of this level, or widen its When"));
    }
    let begins = |response: &&Response| response.trigger.value.levels.is_some_and(|levels| levels.lowest == number);
    let mut musts = subject.framework.responses.iter().filter(|response| response.duty.value == Duty::Must);
    let without = musts.find(|must| begins(must) && must.consent == Some(Consent::NotRequired));
    if let Some(must) = without.filter(|_| level.consent == Some(Consent::Required)) {
        let message = format!("level {number} needs consent, and its must `{}` does not", must.id.value);
        let hint = "call it seek-unless-it-raises-risk, and say in `consent_note:` when nobody waits for it";
        let mut finding = finding(level.number.span, message);
        finding.severity = Severity::Warning;
        diagnostics.push(finding.hint(hint));
    }
}

/// Whether nobody leads a response to a level in the base either, which is told there.
fn lacks_in_base(subject: &Subject, number: u32) -> bool {
    let Some(base) = subject.base else { return false };
    let level = base.levels.iter().find(|level| level.number.value == number);
    level.is_some_and(|level| responses_at(&apply(base, None), level).1.is_empty())
}

/// The ids of the responses to a level, and of those that have a lead.
fn responses_at<'a>(applied: &Applied<'a>, level: &Level) -> (Vec<&'a str>, Vec<&'a str>) {
    let number = level.number.value;
    let same = applied.base.levels.iter().find(|base| base.number.value == number);
    let default = level.default_response.as_ref().or_else(|| same?.default_response.as_ref());
    let responses = applied.responses.iter().filter(|part| {
        let names_it = part.part.trigger.value.levels.is_some_and(|levels| levels.holds(number));
        let is_default = default.is_some_and(|id| part.answers_to(&id.value));
        part.applies() && part.part.duty.value != Duty::DoNot && (names_it || is_default)
    });
    let (mut named, mut led) = (Vec::new(), Vec::new());
    for part in responses {
        named.push(part.part.id.value.as_str());
        if part.part.lead.is_some() {
            led.push(part.part.id.value.as_str());
        }
    }
    (named, led)
}

fn points_to(kind: IndicatorKind, levels: Option<&Spanned<Levels>>, highest: u32, diagnostics: &mut Diagnostics) {
    let Some(levels) = levels else { return };
    if kind == IndicatorKind::ProtectiveFactor {
        let message = "a strength points to no level: it makes a child safer and never outweighs a sign";
        diagnostics.push(finding(levels.span, message).hint("leave its Levels empty or write –"));
        return;
    }
    exists(Some(levels.value), levels.span, highest, diagnostics);
    if kind == IndicatorKind::HarmIndicator && levels.value.highest * 2 <= highest {
        let message = "a sign of harm points to lower levels only, where nobody acts on harm";
        let hint = "widen the range, or call it a sign of risk";
        let mut finding = finding(levels.span, message);
        finding.severity = Severity::Warning;
        diagnostics.push(finding.hint(hint));
    }
}

fn exists(levels: Option<Levels>, span: Span, highest: u32, diagnostics: &mut Diagnostics) {
    if let Some(levels) = levels.filter(|levels| levels.highest > highest) {
        let message = format!("there is no level {}: the highest of this framework is {highest}", levels.highest);
        diagnostics.push(finding(span, message).hint(format!("write a level from 1 to {highest}")));
    }
}

fn finding(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::at(Rule::ThresholdLevel, span, message)
}
