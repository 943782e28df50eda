//! In what a local text asks for less than the national one, and in what for more.

use super::wording;
use super::{Duty, Indicator, IndicatorKind, Override, Response, Timescale};
use crate::document::framework::indicator::Levels;
use crate::document::framework::party::{Agency, Party};
use crate::document::framework::response::{Consent, Trigger, Within};
use crate::source::Spanned;
use crate::thresholds::limit::{self, limit_of, same_event};
use crate::vet::thresholds::subject::says_nothing;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// In what a local text asks for less than the national one, and in what for more, in words.
#[derive(Default)]
pub struct Difference {
    /// Less.
    pub weaker: Vec<String>,
    /// More.
    pub stronger: Vec<String>,
}

impl Difference {
    fn weigh(&mut self, order: Option<Ordering>, weaker: impl FnOnce() -> String) {
        match order {
            Some(Ordering::Greater) => self.weaker.push(weaker()),
            Some(Ordering::Less) => self.stronger.push(String::new()),
            Some(Ordering::Equal) | None => {}
        }
    }
}

/// Weighs a local response against the national one in whose place it stands.
pub fn of_response(national: &Response, own: &Response, timescales: &[Timescale]) -> Difference {
    let mut difference = Difference::default();
    duty(&mut difference, national.duty.value, own.duty.value);
    trigger(&mut difference, &national.trigger.value, &own.trigger.value);
    let (within, feedback) = (&national.within, &national.feedback_due);
    time(&mut difference, within, &own.within, ["it has no timescale any more", "it gives more time"], timescales);
    let later = ["nobody has to hear what came of it any more", "it gives more time for feedback"];
    time(&mut difference, feedback, &own.feedback_due, later, timescales);
    agencies(&mut difference, national, own);
    consent(&mut difference, national.consent, own.consent);
    if super::binds(national.duty.value) {
        difference.weaker.extend(wording::softer(&national.action.value, &own.action.value));
        difference.weaker.extend(wording::other_lead(national, own));
        if national.route.is_some() && own.route.is_none() {
            difference.weaker.push("it does not say whom to ring any more".to_owned());
        }
    }
    if national.if_not_agreed.is_some() && own.if_not_agreed.is_none() {
        difference.weaker.push("it has no ladder of its own any more for those who do not agree".to_owned());
    }
    if national.record.is_some() && own.record.as_deref().is_none_or(says_nothing) {
        difference.weaker.push("it does not say what to write down any more".to_owned());
    }
    if national.form.is_some() && own.form.as_ref().is_none_or(|form| says_nothing(&form.words)) {
        difference.weaker.push("it has no form any more".to_owned());
    }
    difference
}

/// Weighs two limits; `less` says in words that there is none any more, or that it is a longer one.
fn time(
    difference: &mut Difference,
    before: &Option<Spanned<Within>>,
    now: &Option<Spanned<Within>>,
    less: [&str; 2],
    timescales: &[Timescale],
) {
    let (before, now) = (before.as_ref().map(|within| &within.value), now.as_ref().map(|within| &within.value));
    difference.weaker.extend(later_start(before, now, timescales));
    let order = limit::compare(now, before, timescales);
    difference.weigh(order, || less[usize::from(now.is_some())].to_owned());
}

/// Weighs a local override; `leads_there` is whether it still leads to the national response.
pub fn of_override(national: &Override, own: &Override, leads_there: bool) -> Difference {
    let mut difference = Difference::default();
    if !leads_there {
        difference.weaker.push(format!("it does not lead to `{}`", national.then.value));
    }
    duty(&mut difference, national.duty.value, own.duty.value);
    trigger(&mut difference, &national.when.value, &own.when.value);
    difference
}

/// Weighs a local indicator, given the national musts that no longer follow from it.
pub fn of_indicator(national: &Indicator, own: &Indicator, lost: &[&str]) -> Difference {
    let mut difference = Difference::default();
    difference.weaker.extend(lost.iter().map(|id| format!("`{id}` does not follow from it any more")));
    if national.kind.value == IndicatorKind::HarmIndicator && own.kind.value != IndicatorKind::HarmIndicator {
        difference.weaker.push("it is no sign of harm any more".to_owned());
    }
    let harms = |indicator: &Indicator| indicator.harms.iter().map(|harm| harm.value.clone()).collect::<Vec<_>>();
    fewer(&mut difference, narrowed(&harms(national), &harms(own)), "harms");
    fewer(&mut difference, narrowed(&national.ages, &own.ages), "ages");
    if narrowed(&national.settings, &own.settings) == Some(true) {
        difference.weaker.push("it is seen in fewer settings".to_owned());
    }
    if narrowed(&national.seen_by, &own.seen_by) == Some(true) {
        difference.weaker.push("fewer agencies are said to see it".to_owned());
    }
    if starts_later(national, own) || ends_sooner(national, own) {
        difference.weaker.push("it counts on fewer days".to_owned());
    }
    difference.weaker.extend(wording::narrower_sign(&national.statement.value, &own.statement.value));
    let (before, now) = (&national.points_to, &own.points_to);
    if let (Some(before), Some(now)) = (before, now) {
        let (before, now) = (before.value, now.value);
        difference
            .weigh(Some(before.highest.cmp(&now.highest)), || format!("it points to level {} at most", now.highest));
        difference.weigh(Some(before.lowest.cmp(&now.lowest)), || format!("it points to level {} already", now.lowest));
    }
    difference
}

fn starts_later(national: &Indicator, own: &Indicator) -> bool {
    let since = |sign: &Indicator| sign.since.as_ref().map(|day| day.value);
    since(own).is_some_and(|own| since(national).is_none_or(|national| own > national))
}

fn ends_sooner(national: &Indicator, own: &Indicator) -> bool {
    let until = |sign: &Indicator| sign.until.as_ref().map(|day| day.value);
    until(own).is_some_and(|own| until(national).is_none_or(|national| own < national))
}

/// What is a must, a should or a may; what is not to be done cannot be weighed against those.
fn duty(difference: &mut Difference, national: Duty, own: Duty) {
    match (national == Duty::DoNot, own == Duty::DoNot) {
        (false, false) => difference.weigh(Some(own.cmp(&national)), || {
            format!("it is a {}, not a {}", own.label().to_lowercase(), national.label().to_lowercase())
        }),
        (false, true) => difference.weaker.push("it forbids what the national text asks for".to_owned()),
        (true, false) => difference.weaker.push("it allows what the national text forbids".to_owned()),
        (true, true) => {}
    }
}

fn agencies(difference: &mut Difference, national: &Response, own: &Response) {
    let before = national.lead.iter().map(|lead| &lead.value);
    let now = own.lead.iter().map(|lead| &lead.value);
    if national.lead.is_some() && own.lead.is_none() {
        difference.weaker.push("nobody leads any more".to_owned());
    }
    let before: BTreeSet<Agency> = all(before, national);
    let now: BTreeSet<Agency> = all(now, own);
    // Whoever names all agencies leaves none out.
    let everyone = now.contains(&Agency::AllAgencies);
    let dropped: Vec<&str> = before.difference(&now).filter(|_| !everyone).map(|agency| agency.label()).collect();
    if !dropped.is_empty() {
        difference.weaker.push(format!("it leaves out {}", super::listed(&dropped)));
    }
    if now.difference(&before).next().is_some() {
        difference.stronger.push(String::new());
    }
}

fn all<'a>(lead: impl Iterator<Item = &'a Party>, response: &'a Response) -> BTreeSet<Agency> {
    lead.chain(&response.with).chain(&response.inform).map(|party| wording::body(party.agency)).collect()
}

/// Consent that is needed here and not in the national text stops what should happen.
fn consent(difference: &mut Difference, national: Option<Consent>, own: Option<Consent>) {
    let order = national.zip(own).map(|(national, own)| hurdle(own).cmp(&hurdle(national)));
    let added = || matches!((national, own), (None, Some(Consent::Required))).then_some(Ordering::Greater);
    difference.weigh(order.or_else(added), || "it waits for consent, and the national text does not".to_owned());
}

/// How far consent can hold up what should happen.
pub fn hurdle(consent: Consent) -> u8 {
    match consent {
        Consent::NotApplicable | Consent::NotRequired => 0,
        Consent::SeekUnlessItRaisesRisk => 1,
        Consent::Required => 2,
    }
}

/// What applies to less than before, by any of its parts.
fn trigger(difference: &mut Difference, national: &Trigger, own: &Trigger) {
    let levels = (own.levels != national.levels).then(|| within(national.levels, own.levels));
    let parts = [
        levels.map(|narrower| (narrower, "levels")),
        narrowed(&national.harms, &own.harms).map(|narrower| (narrower, "harms")),
        narrowed(&national.indicators, &own.indicators).map(|narrower| (narrower, "signs")),
        narrowed(&national.kinds, &own.kinds).map(|narrower| (narrower, "kinds of sign")),
        narrowed(&national.ages, &own.ages).map(|narrower| (narrower, "ages")),
    ];
    for (narrower, what) in parts.into_iter().flatten() {
        fewer(difference, Some(narrower), what);
    }
}

fn fewer(difference: &mut Difference, narrower: Option<bool>, what: &str) {
    let order = narrower.map(|narrower| if narrower { Ordering::Greater } else { Ordering::Less });
    difference.weigh(order, || format!("it applies to fewer {what}"));
}

/// The clock of a limit may start later than that of the national one, which the amounts don't tell.
fn later_start(before: Option<&Within>, now: Option<&Within>, timescales: &[Timescale]) -> Option<String> {
    let limit = |within: Option<&'_ Within>| within.and_then(|within| limit_of(within, timescales)).cloned();
    let (before, now) = (limit(before)?, limit(now)?);
    (!same_event(&before.from, &now.from))
        .then(|| format!("its time runs from “{}” and not from “{}”", now.from, before.from))
}

/// Whether the local levels leave out some of the national ones. No levels means all of them.
fn within(national: Option<Levels>, own: Option<Levels>) -> bool {
    match (national, own) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(national), Some(own)) => own.lowest > national.lowest || own.highest < national.highest,
    }
}

/// Whether a list leaves something out that was there, or only adds; `None` if it is the same. An empty
/// list means all.
fn narrowed<T: PartialEq>(national: &[T], own: &[T]) -> Option<bool> {
    let left_out = || national.iter().any(|part| !own.contains(part));
    let added = || own.iter().any(|part| !national.contains(part));
    match (national.is_empty(), own.is_empty()) {
        (true, true) => None,
        (true, false) => Some(true),
        (false, true) => Some(false),
        (false, false) if left_out() => Some(true),
        (false, false) => added().then_some(false),
    }
}
