//! T2: every sign of harm reaches something that must or should be done, for every harm and age that it is about.

use super::subject::{Around, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::indicator::{AgeBand, Indicator, IndicatorKind};
use crate::document::framework::overlay::{Change, ChangeKind};
use crate::document::framework::response::{Duty, Trigger};
use crate::rule::Rule;
use crate::thresholds::{Applied, Owed, Reason, apply, responses_for};

/// Checks that no sign of harm is left without a response.
pub fn check(subject: &Subject, _: &Around, diagnostics: &mut Diagnostics) {
    if !subject.is_whole() {
        return;
    }
    for part in subject.applied.indicators.iter().filter(|part| part.applies()) {
        let indicator = part.part;
        let is_harm = indicator.kind.value == IndicatorKind::HarmIndicator;
        let Some(left_out) = left_out(&subject.applied, indicator).filter(|_| is_harm) else { continue };
        if subject.base.is_none() || part.is_local() {
            diagnostics.push(unanswered(indicator, &left_out));
        } else if let Some(change) = undoing(subject, indicator) {
            let message = format!(
                "without `{}`, nobody must or should respond to the sign of harm `{}`{left_out}",
                change.target.value, indicator.id.value
            );
            diagnostics.push(Diagnostic::at(Rule::HarmWithoutResponse, change.target.span, message));
        }
    }
}

fn unanswered(indicator: &Indicator, left_out: &str) -> Diagnostic {
    let message = format!("nobody must or should respond to this sign of harm, `{}`{left_out}", indicator.id.value);
    Diagnostic::at(Rule::HarmWithoutResponse, indicator.statement.span, message)
        .hint("add a must or should to `::: responses` whose When fits it, by level, harm, kind or sign")
}

/// For which harm or age nobody must or should respond to a sign; `None` if somebody does for every one. What is
/// always to be done, such as recording, is no response to a sign of harm.
fn left_out(applied: &Applied, indicator: &Indicator) -> Option<String> {
    let owed = responses_for(applied, indicator);
    let binding = owed.iter().filter(|owed| matches!(owed.duty, Duty::Must | Duty::Should));
    let ways: Vec<Option<&Trigger>> = binding.flat_map(ways).collect();
    let of_scope: Vec<&str> = applied.harms().iter().map(|harm| harm.value.as_str()).collect();
    let own: Vec<&str> = indicator.harms.iter().map(|harm| harm.value.as_str()).collect();
    let harms = if own.is_empty() { of_scope } else { own };
    let answers = |harm: Option<&str>, age: Option<AgeBand>| {
        ways.iter().any(|way| {
            way.is_none_or(|when| {
                let fits_harm = when.harms.is_empty() || harm.is_some_and(|harm| when.harms.iter().any(|h| h == harm));
                fits_harm && (when.ages.is_empty() || age.is_some_and(|age| when.ages.contains(&age)))
            })
        })
    };
    if ways.is_empty() {
        return Some(String::new());
    }
    let every = |harm: Option<&str>| match indicator.ages.iter().find(|age| !answers(harm, Some(**age))) {
        Some(age) => Some(format!(", when the child is {}", age.label())),
        None => (indicator.ages.is_empty() && !answers(harm, None)).then(|| ", at every age".to_owned()),
    };
    if harms.is_empty() {
        return every(None);
    }
    harms.into_iter().find_map(|harm| every(Some(harm)).map(|age| format!(", for the harm `{harm}`{age}")))
}

/// The conditions under which a response is owed; `None` for no condition.
fn ways<'a>(owed: &Owed<'a>) -> Vec<Option<&'a Trigger>> {
    let mut ways = Vec::new();
    for reason in &owed.reasons {
        match reason {
            Reason::Always => {}
            Reason::DefaultOf(_) => ways.push(None),
            Reason::Override(rule) => ways.push(Some(&rule.when.value)),
            Reason::Level(_) | Reason::Harm(_) | Reason::Sign | Reason::Kind(_) | Reason::Age(_) => {
                ways.push(Some(&owed.response.part.trigger.value));
            }
        }
    }
    ways
}

/// The local change that takes the response away from a sign of the base.
fn undoing<'a>(subject: &Subject<'a>, indicator: &Indicator) -> Option<&'a Change> {
    let base = apply(subject.base?, None);
    let national = responses_for(&base, indicator);
    let binding = national.iter().filter(|owed| owed.duty <= Duty::Should).map(|owed| &owed.response.part.id.value);
    let ids: Vec<&String> = binding.collect();
    let changes = subject.framework.overlay.iter().filter(|change| change.change.value != ChangeKind::Add);
    changes.into_iter().find(|change| ids.contains(&&change.target.value))
}
