//! The parts of a framework as fields of plain words.

use crate::document::framework::indicator::{Indicator, Levels};
use crate::document::framework::ladder::Rung;
use crate::document::framework::party::Party;
use crate::document::framework::response::{Response, Trigger, Within};
use crate::document::framework::{Domain, Level};
use crate::document::timescale::{Limit, Timescale};
use crate::source::Spanned;
use crate::thresholds::applied::Applied;
use crate::thresholds::limit::limit_of;
use crate::timescale::in_words;
use jiff::civil::Date;

/// A field's name and what it says.
pub type Said = Vec<(&'static str, String)>;

/// What a level says.
pub fn level(level: &Level) -> Said {
    vec![
        ("Name", level.label.clone()),
        ("Also called", level.aliases.join(", ")),
        ("Description", words(level.descriptor.as_ref())),
        ("Consent", level.consent.map_or_else(String::new, |consent| consent.label().to_owned())),
        ("About consent", words(level.consent_note.as_ref())),
        ("Step up", words(level.step_up.as_ref())),
        ("Step down", words(level.step_down.as_ref())),
    ]
}

/// What an indicator says.
pub fn indicator(indicator: &Indicator, domain: Option<&Domain>) -> Said {
    let harms: Vec<&str> = indicator.harms.iter().map(|harm| harm.value.as_str()).collect();
    let ages: Vec<&str> = indicator.ages.iter().map(|age| age.label()).collect();
    let seen_by: Vec<&str> = indicator.seen_by.iter().map(|agency| agency.label()).collect();
    vec![
        ("Sign", indicator.statement.value.clone()),
        ("Kind", indicator.kind.value.label().to_owned()),
        ("Levels", indicator.points_to.as_ref().map_or_else(String::new, |levels| levels_in_words(levels.value))),
        ("Domain", domain.map_or_else(String::new, |domain| domain.label.clone())),
        ("Harms", harms.join(", ")),
        ("Ages", ages.join(", ")),
        ("Settings", indicator.settings.join(", ")),
        ("Seen by", seen_by.join(", ")),
        ("Recency", words(indicator.recency.as_ref())),
        ("Ordinary explanation", words(indicator.everyday.as_ref())),
        ("Together with", words(indicator.combine.as_ref())),
        ("Since", day(indicator.since.as_ref())),
        ("Until", day(indicator.until.as_ref())),
    ]
}

/// What a response says.
pub fn response(applied: &Applied, response: &Response, timescales: &[Timescale]) -> Said {
    let limit =
        |within: &Option<Spanned<Within>>| within.as_ref().map(|within| within_in_words(&within.value, timescales));
    let (within, feedback) = (limit(&response.within), limit(&response.feedback_due));
    vec![
        ("Action", response.action.value.clone()),
        ("Duty", response.duty.value.label().to_owned()),
        ("When", trigger_in_words(&response.trigger.value)),
        ("Lead", response.lead.as_ref().map_or_else(String::new, |lead| party(&lead.value))),
        ("With", parties(&response.with)),
        ("Inform", parties(&response.inform)),
        ("By when", within.unwrap_or_default()),
        ("Consent", response.consent.map_or_else(String::new, |consent| consent.label().to_owned())),
        ("Basis", words(response.basis.as_ref().map(|basis| &basis.text.value))),
        ("Ring", words(applied_route(applied, response).as_ref())),
        ("Form", words(response.form.as_ref().map(|form| &form.words))),
        ("Record", words(response.record.as_ref())),
        ("Feedback due", feedback.unwrap_or_default()),
        ("If not agreed", words(applied.ladder_of(response).map(|ladder| &ladder.label))),
    ]
}

fn applied_route(applied: &Applied, response: &Response) -> Option<String> {
    Some(applied.route(&response.route.as_ref()?.value)?.part.name.clone())
}

/// What a ladder says. Its steps have no numbers here, so that one more before them changes none of the others.
pub fn ladder(steps: &[Rung], timescales: &[Timescale]) -> Said {
    let said: Vec<String> = steps.iter().map(|rung| said_of_rung(rung, timescales)).collect();
    vec![("Steps", said.join("; "))]
}

/// "1. Talk to the person who decided (practitioner to practitioner); 2. …".
pub fn said_of_ladder(steps: &[Rung], timescales: &[Timescale]) -> String {
    let said = steps.iter().enumerate().map(|(at, rung)| format!("{}. {}", at + 1, said_of_rung(rung, timescales)));
    said.collect::<Vec<_>>().join("; ")
}

fn said_of_rung(rung: &Rung, timescales: &[Timescale]) -> String {
    let limit = rung.within.as_ref().map(|id| within_in_words(&Within::Defined(id.value.clone()), timescales));
    let limit = limit.filter(|limit| !limit.is_empty()).map(|limit| format!("; {limit}")).unwrap_or_default();
    format!("{} ({}{limit})", rung.step.trim_end_matches('.'), rung.who)
}

/// What a timescale says.
pub fn timescale(limit: &Limit) -> Said {
    vec![("Limit", in_words(limit))]
}

fn day(day: Option<&Spanned<Date>>) -> String {
    day.map_or_else(String::new, |day| day.value.to_string())
}

fn words(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

/// "2 to 4".
pub fn levels_in_words(levels: Levels) -> String {
    let Levels { lowest, highest } = levels;
    if lowest == highest { lowest.to_string() } else { format!("{lowest} to {highest}") }
}

fn party(party: &Party) -> String {
    let agency = party.agency.label();
    party.role.as_ref().map_or_else(|| agency.to_owned(), |role| format!("{agency} ({role})"))
}

fn parties(list: &[Party]) -> String {
    let names: Vec<String> = list.iter().map(party).collect();
    names.join(", ")
}

fn within_in_words(within: &Within, timescales: &[Timescale]) -> String {
    match within {
        Within::Immediately => "at once".to_owned(),
        within => limit_of(within, timescales).map(in_words).unwrap_or_default(),
    }
}

/// "level 3 to 4; harm cse, csa", as authors write it.
pub fn trigger_in_words(trigger: &Trigger) -> String {
    let kinds: Vec<&str> = trigger.kinds.iter().map(|kind| kind.label()).collect();
    let ages: Vec<&str> = trigger.ages.iter().map(|age| age.label()).collect();
    let parts = [
        ("level", trigger.levels.map(levels_in_words).unwrap_or_default()),
        ("harm", trigger.harms.join(", ")),
        ("sign", trigger.indicators.join(", ")),
        ("kind", kinds.join(", ")),
        ("ages", ages.join(", ")),
    ];
    let named: Vec<String> =
        parts.iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| format!("{name} {said}")).collect();
    if named.is_empty() { "always".to_owned() } else { named.join("; ") }
}
