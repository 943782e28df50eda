//! What a local framework says of a level may not hold up what the national one says of it.

use super::strength::hurdle;
use super::{binds, is_at_once};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::response::Consent;
use crate::document::framework::{Framework, Level};
use crate::rule::Rule;
use crate::vet::phrase::Reading;
use crate::vet::thresholds::subject::{Around, Subject, listed};

const KEEP: &str =
    "leave this line of the level out, and the national one holds; what a local row changes is said under `overlay:`";

/// Holds every local level against the national one of its number.
pub fn check(subject: &Subject, base: &Framework, around: &Around, diagnostics: &mut Diagnostics) {
    scope(subject, base, diagnostics);
    for own in &subject.framework.levels {
        names(base, own, diagnostics);
        let national = base.levels.iter().find(|national| national.number.value == own.number.value);
        for message in national.map(|national| lost(subject, national, own)).unwrap_or_default() {
            let message = format!("level {} asks for less than the national one: {message}", own.number.value);
            let place = if message.contains("consent") {
                around.find_after(own.number.span, "consent")
            } else {
                own.number.span
            };
            diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, place, message).hint(KEEP));
        }
    }
}

/// Whether words shut children out: "only children who …", "no referral without …".
fn is_narrow(text: &str) -> bool {
    let reading = Reading::of(text);
    ["only children|those|where|when|if", "no|not ~ ~ ~ without ~ ~ ~ consent|agreement"]
        .iter()
        .any(|pattern| !reading.found(pattern).is_empty())
}

/// A harm that the base has in scope is in scope here: a list of one's own may add, and not leave out.
fn scope(subject: &Subject, base: &Framework, diagnostics: &mut Diagnostics) {
    let own = &subject.framework.harms;
    let is_named = |harm: &str| own.iter().any(|own| own.value == harm);
    let missing: Vec<&str> = base.harms.iter().map(|harm| harm.value.as_str()).filter(|harm| !is_named(harm)).collect();
    if let Some(first) = own.first().filter(|_| !missing.is_empty()) {
        let message = format!("`harms` leaves out what the national framework has in scope: {}", listed(&missing));
        let hint = "leave `harms` out, and the national ones hold; or name them all";
        diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, first.span, message).hint(hint));
    }
}

/// A level called as another national one is would send children to the wrong help.
fn names(base: &Framework, own: &Level, diagnostics: &mut Diagnostics) {
    let called = own.label.trim().to_lowercase();
    let same = |level: &&Level| {
        std::iter::once(&level.label).chain(&level.aliases).any(|name| name.trim().to_lowercase() == called)
    };
    // What the national level of this number is called itself is told there.
    if base.levels.iter().filter(|level| level.number.value == own.number.value).any(|level| same(&level)) {
        return;
    }
    let others = base.levels.iter().filter(|level| level.number.value != own.number.value);
    if let Some(other) = others.into_iter().find(same) {
        let message = format!(
            "level {} is called “{}” here, which is a name of the national level {}",
            own.number.value, own.label, other.number.value
        );
        diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, own.number.span, message).hint(KEEP));
    }
}

fn lost(subject: &Subject, national: &Level, own: &Level) -> Vec<String> {
    let mut lost = Vec::new();
    if let (Some(before), Some(now)) = (national.consent, own.consent)
        && hurdle(now) > hurdle(before)
    {
        lost.push("it waits for consent, and the national text does not".to_owned());
    }
    let asked = matches!(national.consent, Some(Consent::Required | Consent::SeekUnlessItRaisesRisk));
    if asked && own.consent == Some(Consent::NotApplicable) {
        lost.push("nobody is asked for consent, and the national text asks".to_owned());
    }
    let hurdles = |text: &Option<String>| text.as_deref().is_some_and(is_narrow);
    if hurdles(&own.descriptor) && !hurdles(&national.descriptor) {
        lost.push("its descriptor says who only is at it".to_owned());
    }
    if hurdles(&own.consent_note) && !hurdles(&national.consent_note) {
        lost.push("its note makes consent a condition".to_owned());
    }
    let Some(default) = &national.default_response else { return lost };
    let Some(response) = subject.applied.response(&default.value) else { return lost };
    let always = response.national().unwrap_or(response.part);
    let binding = binds(always.duty.value) || is_at_once(always);
    if let Some(now) = own.default_response.as_ref().filter(|now| binding && !response.answers_to(&now.value)) {
        lost.push(format!("`{}` takes the place of `{}` as its default response", now.value, default.value));
    }
    lost
}
