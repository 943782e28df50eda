//! What a local framework says of a level may not hold up what the national one says of it.

use super::binds;
use super::strength::hurdle;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::{Framework, Level};
use crate::rule::Rule;
use crate::vet::thresholds::subject::Subject;

const KEEP: &str =
    "leave this line of the level out, and the national one holds; what a local row changes is said under `overlay:`";

/// Holds every local level against the national one of its number.
pub fn check(subject: &Subject, base: &Framework, diagnostics: &mut Diagnostics) {
    for own in &subject.framework.levels {
        let national = base.levels.iter().find(|national| national.number.value == own.number.value);
        for message in national.map(|national| lost(subject, national, own)).unwrap_or_default() {
            let message = format!("level {} asks for less than the national one: {message}", own.number.value);
            diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, own.number.span, message).hint(KEEP));
        }
    }
}

fn lost(subject: &Subject, national: &Level, own: &Level) -> Vec<String> {
    let mut lost = Vec::new();
    if let (Some(before), Some(now)) = (national.consent, own.consent)
        && hurdle(now) > hurdle(before)
    {
        lost.push("it waits for consent, and the national text does not".to_owned());
    }
    let Some(default) = &national.default_response else { return lost };
    let Some(response) = subject.applied.response(&default.value) else { return lost };
    let binding = binds(response.national().unwrap_or(response.part).duty.value);
    if let Some(now) = own.default_response.as_ref().filter(|now| binding && !response.answers_to(&now.value)) {
        lost.push(format!("`{}` takes the place of `{}` as its default response", now.value, default.value));
    }
    lost
}
