//! What an indicator asks for: the responses whose triggers fit it, and why. Nothing is added up: each
//! response stands or falls by itself.

use super::applied::{Applied, Part};
use crate::document::framework::indicator::{AgeBand, Indicator, IndicatorKind, Levels};
use crate::document::framework::response::{Duty, Override, Response, Trigger};

/// A response that an indicator asks for.
#[derive(Clone, Debug)]
pub struct Owed<'a> {
    /// The response.
    pub response: Part<'a, Response>,
    /// How strongly it binds here: as it says itself, or as an override says where that is stricter.
    pub duty: Duty,
    /// Why it applies.
    pub reasons: Vec<Reason<'a>>,
}

/// Why a response applies to an indicator.
#[derive(Clone, Copy, Debug)]
pub enum Reason<'a> {
    /// It applies always.
    Always,
    /// The indicator points to these of its levels.
    Level(Levels),
    /// Both are about this harm.
    Harm(&'a str),
    /// It names the indicator.
    Sign,
    /// It names the kind of indicator.
    Kind(IndicatorKind),
    /// Both are about these ages.
    Age(AgeBand),
    /// It is what this level always has.
    DefaultOf(u32),
    /// An override leads to it, whatever the level.
    Override(&'a Override),
}

/// The responses that an indicator asks for: what must be done first, then what should, may and is not to be.
pub fn responses_for<'a>(applied: &Applied<'a>, indicator: &Indicator) -> Vec<Owed<'a>> {
    let ids = ids_of(applied, indicator);
    let mut owed: Vec<Owed<'a>> = Vec::new();
    for part in applied.responses.iter().filter(|part| part.applies()) {
        let mut reasons = reasons(&part.part.trigger.value, indicator, &ids).unwrap_or_default();
        reasons.extend(defaults(applied, part, indicator));
        let overriding = overriding(applied, part, indicator, &ids);
        let duty = overriding.iter().map(|rule| rule.duty.value).fold(part.part.duty.value, stricter);
        reasons.extend(overriding.into_iter().map(Reason::Override));
        if !reasons.is_empty() {
            owed.push(Owed { response: *part, duty, reasons });
        }
    }
    owed.sort_by_key(|owed| owed.duty);
    owed
}

/// Whether every part of a trigger fits an indicator.
pub fn fits(applied: &Applied, trigger: &Trigger, indicator: &Indicator) -> bool {
    reasons(trigger, indicator, &ids_of(applied, indicator)).is_some()
}

/// The ids that a trigger may name an indicator by: its own, and that of the national one in whose place it stands.
fn ids_of<'a>(applied: &Applied<'a>, indicator: &'a Indicator) -> Vec<&'a str> {
    let own = indicator.id.value.as_str();
    let national = applied.indicators.iter().find(|part| part.part.id.value == own).and_then(Part::national);
    std::iter::once(own).chain(national.map(|national| national.id.value.as_str())).collect()
}

/// Why a trigger fits an indicator; `None` if a part of it does not.
fn reasons<'t>(trigger: &'t Trigger, indicator: &Indicator, ids: &[&str]) -> Option<Vec<Reason<'t>>> {
    let names_it = trigger.indicators.iter().any(|id| ids.contains(&id.as_str()));
    let kind = indicator.kind.value;
    // What makes a child safer calls for nothing by itself, unless it is named.
    if kind == IndicatorKind::ProtectiveFactor && !names_it && !trigger.kinds.contains(&kind) {
        return None;
    }
    let mut reasons = Vec::new();
    if let Some(levels) = trigger.levels {
        reasons.push(Reason::Level(shared(levels, indicator.points_to.as_ref()?.value)?));
    }
    if !trigger.harms.is_empty() {
        let about =
            |harm: &&'t String| indicator.harms.is_empty() || indicator.harms.iter().any(|own| own.value == **harm);
        let found: Vec<Reason> = trigger.harms.iter().filter(about).map(|harm| Reason::Harm(harm)).collect();
        reasons.extend(some(found)?);
    }
    if !trigger.indicators.is_empty() {
        reasons.extend(names_it.then_some([Reason::Sign])?);
    }
    if !trigger.kinds.is_empty() {
        reasons.extend(trigger.kinds.contains(&kind).then_some([Reason::Kind(kind)])?);
    }
    if !trigger.ages.is_empty() {
        let about = |age: &&AgeBand| indicator.ages.is_empty() || indicator.ages.contains(age);
        reasons.extend(some(trigger.ages.iter().filter(about).map(|age| Reason::Age(*age)).collect())?);
    }
    Some(if reasons.is_empty() { vec![Reason::Always] } else { reasons })
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    Some(list).filter(|list| !list.is_empty())
}

fn shared(a: Levels, b: Levels) -> Option<Levels> {
    let shared = Levels { lowest: a.lowest.max(b.lowest), highest: a.highest.min(b.highest) };
    Some(shared).filter(|_| a.meets(b))
}

/// The levels of an indicator that always have a response.
fn defaults<'a>(applied: &Applied<'a>, part: &Part<'a, Response>, indicator: &Indicator) -> Vec<Reason<'a>> {
    let Some(levels) = &indicator.points_to else { return Vec::new() };
    let has = |id: &str| part.answers_to(id);
    let level = applied.levels().iter().filter(|level| {
        levels.value.holds(level.number.value) && level.default_response.as_ref().is_some_and(|id| has(&id.value))
    });
    level.map(|level| Reason::DefaultOf(level.number.value)).collect()
}

/// The overrides that lead from an indicator to a response.
fn overriding<'a>(
    applied: &Applied<'a>,
    part: &Part<'a, Response>,
    indicator: &Indicator,
    ids: &[&str],
) -> Vec<&'a Override> {
    let rules = applied.overrides.iter().filter(|rule| rule.applies()).map(|rule| rule.part);
    rules
        .filter(|rule| part.answers_to(&rule.then.value) && reasons(&rule.when.value, indicator, ids).is_some())
        .collect()
}

/// The stricter of two duties. What is not to be done stays so.
fn stricter(a: Duty, b: Duty) -> Duty {
    if a == Duty::DoNot { a } else { a.min(b) }
}
