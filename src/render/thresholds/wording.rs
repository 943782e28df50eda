//! Triggers, ranges, parties and kinds in the words that readers see.

use super::book::Book;
use super::view::NamedView;
use crate::document::framework::indicator::{AgeBand, IndicatorKind, Levels};
use crate::document::framework::party::Party;
use crate::document::framework::response::{Trigger, Within};
use crate::render::words::unslug;
use crate::site::Site;
use crate::thresholds::fits::Reason;
use crate::thresholds::limit::limit_of;
use crate::timescale::in_words;

/// "Level 4" or "Levels 2 to 4".
pub fn range(levels: Levels) -> String {
    let Levels { lowest, highest } = levels;
    if lowest == highest { format!("Level {lowest}") } else { format!("Levels {lowest} to {highest}") }
}

/// A slug as the glossary has it, or else in plain words.
pub fn named(site: &Site, slug: &str) -> String {
    let term = site.glossary.iter().find(|term| term.id.value == slug);
    term.map_or_else(|| unslug(slug), |term| term.term.clone())
}

/// Slugs with their names.
pub fn names<'s>(site: &Site, slugs: impl Iterator<Item = &'s str>) -> Vec<NamedView> {
    slugs.map(|slug| NamedView { id: slug.to_owned(), label: capital(&named(site, slug)) }).collect()
}

/// Ages with their names.
pub fn ages(bands: &[AgeBand]) -> Vec<NamedView> {
    bands.iter().map(|band| NamedView { id: band.name().to_owned(), label: band.label().to_owned() }).collect()
}

/// The ids of ages, divided by spaces.
pub fn age_ids(bands: &[AgeBand]) -> String {
    bands.iter().map(|band| band.name()).collect::<Vec<_>>().join(" ")
}

/// "Children's social care (social worker)".
pub fn party(party: &Party) -> String {
    let agency = party.agency.label();
    party.role.as_ref().map_or_else(|| agency.to_owned(), |role| format!("{agency} ({role})"))
}

/// Parties in a row.
pub fn parties(parties: &[Party]) -> String {
    parties.iter().map(party).collect::<Vec<_>>().join(", ")
}

/// "within 45 working days of the referral".
pub fn within(site: &Site, within: &Within) -> String {
    match within {
        Within::Immediately => "at once".to_owned(),
        within => limit_of(within, &site.timescales).map(in_words).unwrap_or_default(),
    }
}

/// "At levels 3 to 4; for county lines or cuckooing".
pub fn when(book: &Book, trigger: &Trigger) -> String {
    let harms: Vec<String> = trigger.harms.iter().map(|harm| named(book.site, harm)).collect();
    let signs: Vec<String> = trigger.indicators.iter().map(|id| quoted(book, id)).collect();
    let kinds: Vec<String> = trigger.kinds.iter().map(|kind| of_kind(*kind).to_owned()).collect();
    let ages: Vec<String> = trigger.ages.iter().map(|age| age.label().to_owned()).collect();
    let parts = [
        trigger.levels.map(|levels| format!("at {}", range(levels).to_lowercase())),
        Some(&harms).filter(|list| !list.is_empty()).map(|list| format!("for {}", or(list))),
        Some(&kinds).filter(|list| !list.is_empty()).map(|list| format!("for {}", or(list))),
        Some(&ages).filter(|list| !list.is_empty()).map(|list| format!("for ages {}", or(list))),
        Some(&signs).filter(|list| !list.is_empty()).map(|list| format!("for the sign {}", or(list))),
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    if said.is_empty() { "Always".to_owned() } else { capital(&said.join("; ")) }
}

fn quoted(book: &Book, id: &str) -> String {
    let sign = book.applied.indicator(id).map(|part| part.part.statement.value.clone());
    format!("“{}”", sign.unwrap_or_else(|| id.to_owned()))
}

/// Why a response applies to a sign.
pub fn why(site: &Site, reasons: &[Reason]) -> Vec<String> {
    let mut harms = Vec::new();
    let mut ages = Vec::new();
    let mut said = Vec::new();
    for reason in reasons {
        match reason {
            Reason::Always => {}
            Reason::Level(levels) => said.push(format!("if you decide on {}", range(*levels).to_lowercase())),
            Reason::DefaultOf(level) => said.push(format!("it is what level {level} always has")),
            Reason::Harm(harm) => harms.push(named(site, harm)),
            Reason::Age(age) => ages.push(age.label().to_owned()),
            Reason::Sign => said.push("it is for this sign".to_owned()),
            Reason::Kind(kind) => said.push(format!("it is for {}", of_kind(*kind))),
            Reason::Override(rule) => {
                let ages: Vec<String> = rule.when.value.ages.iter().map(|age| age.label().to_owned()).collect();
                let ages = if ages.is_empty() { String::new() } else { format!(", for ages {}", or(&ages)) };
                let why = rule.why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
                said.push(format!("whatever the level{ages}{why}"));
            }
        }
    }
    if !harms.is_empty() {
        said.push(format!("the harm may be {}", or(&harms)));
    }
    if !ages.is_empty() {
        said.push(format!("for ages {}", or(&ages)));
    }
    said.iter().map(|text| capital(text)).collect()
}

/// What a kind of sign means.
pub fn kind_note(kind: IndicatorKind) -> &'static str {
    match kind {
        IndicatorKind::Vulnerability => {
            "Something that people who exploit look for. It does not cause exploitation, and most people who share it are never exploited."
        }
        IndicatorKind::RiskIndicator => "Harm may come, or somebody may be preparing it.",
        IndicatorKind::HarmIndicator => "Harm may already be happening. Do not wait for proof.",
        IndicatorKind::ProtectiveFactor => {
            "What makes a child safer. Build on it; it does not cancel out a sign of harm."
        }
        IndicatorKind::PerpetratorBehaviour => "What somebody does who causes or prepares harm.",
        IndicatorKind::ContextFactor => "What a place, a group or an online space is like.",
    }
}

fn of_kind(kind: IndicatorKind) -> &'static str {
    match kind {
        IndicatorKind::Vulnerability => "every sign of background",
        IndicatorKind::RiskIndicator => "every sign of risk",
        IndicatorKind::HarmIndicator => "every sign of harm",
        IndicatorKind::ProtectiveFactor => "every strength",
        IndicatorKind::PerpetratorBehaviour => "everything that an exploiter does",
        IndicatorKind::ContextFactor => "every sign about a place or group",
    }
}

/// "a, b or c".
fn or(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} or {last}", before.join(", ")),
    }
}

/// With a capital letter at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_told_as_a_range() {
        assert_eq!(range(Levels { lowest: 2, highest: 4 }), "Levels 2 to 4");
        assert_eq!(range(Levels { lowest: 4, highest: 4 }), "Level 4");
    }

    #[test]
    fn alternatives_are_joined_by_or() {
        let words = |items: &[&str]| or(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
        assert_eq!(words(&["a"]), "a");
        assert_eq!(words(&["a", "b", "c"]), "a, b or c");
    }
}
