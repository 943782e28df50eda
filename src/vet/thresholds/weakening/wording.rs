//! In what the words of a local text ask for less than those of the national one: it softens, waits, forbids or
//! speaks of something else.

use super::Response;
use crate::document::framework::party::Agency;
use crate::thresholds::wording::{contained, main_words};
use crate::vet::phrase::Reading;

/// Words that leave it open whether something is done, as a [`Reading`] reads them.
const SOFTENERS: &[&str] = &[
    "consider|considers|considering",
    "may|might|can|could",
    "try|aim|endeavour to",
    "where|if|when|as resources|capacity|time|staffing|staff",
    "where|if|when possible|practicable|appropriate|convenient|feasible|needed",
    "if|once|when|unless ~ ~ ~ agree|agrees|agreed|consent|consents|approve|approves|wishes|wants|object|objects",
    "unless",
    "only",
    "subject to",
    "at the discretion",
    "optional|voluntary|voluntarily|normally|usually|ideally",
    "not|after ~ ~ before|until",
    "until ~ ~ panel|manager|meeting|parents|family",
    "wait|waits|delay|delays|postpone|defer",
];

/// Words that turn an action round.
const NEGATIONS: &[&str] = &["no", "not", "never", "without", "avoid", "stop", "refuse"];

/// So much of a national must stands in a text that takes its place.
const SAME: f64 = 0.5;

/// In what an action asks for less than the national one.
pub fn softer(national: &str, own: &str) -> Vec<String> {
    let (before, now) = (Reading::of(national), Reading::of(own));
    let mut weaker = Vec::new();
    let added = SOFTENERS.iter().filter(|pattern| before.found(pattern).is_empty());
    if let Some(place) = added.flat_map(|pattern| now.found(pattern)).min_by_key(|place| place.start) {
        weaker.push(format!("it says “{}”", &own[place]));
    }
    let has = |reading: &Reading, word: &str| !reading.anywhere(word).is_empty();
    if let Some(word) = NEGATIONS.iter().find(|word| has(&now, word) && !has(&before, word)) {
        weaker.push(format!("it says “{word}”, and the national text does not"));
    }
    let clock = "within|in|after # ~ hour|hours|day|days|week|weeks|month|months";
    if let Some(place) = now.found(clock).into_iter().next().filter(|_| before.found(clock).is_empty()) {
        weaker.push(format!("its action gives time: “{}”", &own[place]));
    }
    if contained(&main_words(national), &main_words(own)) < SAME {
        weaker.push("its action is not the national one".to_owned());
    }
    weaker
}

/// A sign that is worded so that fewer children show it.
pub fn narrower_sign(national: &str, own: &str) -> Option<String> {
    (contained(&main_words(national), &main_words(own)) < SAME).then(|| "it says something else".to_owned())
}

/// Whether a body that leads is not the one that leads in the national text.
pub fn other_lead(national: &Response, own: &Response) -> Option<String> {
    let (before, now) = (national.lead.as_ref()?.value.agency, own.lead.as_ref()?.value.agency);
    let is_nobody_in_particular = matches!(before, Agency::Anyone | Agency::AllAgencies);
    (!is_nobody_in_particular && body(before) != body(now))
        .then(|| format!("{} leads no more, but {}", before.label(), now.label()))
}

/// An agency, or the body that it is a part of: children's social care is a service of the local authority.
pub fn body(agency: Agency) -> Agency {
    if agency == Agency::SocialCare { Agency::LocalAuthority } else { agency }
}
