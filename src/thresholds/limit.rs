//! Which of two timescales is the longer one.

use super::wording::main_words;
use crate::document::framework::response::Within;
use crate::document::timescale::{Limit, LimitKind, Timescale, Unit};
use std::cmp::Ordering;

/// The limit that a response's timescale stands for; `None` for "immediately" and for what is not defined.
pub fn limit_of<'a>(within: &'a Within, timescales: &'a [Timescale]) -> Option<&'a Limit> {
    match within {
        Within::Immediately => None,
        Within::Own(limit) => Some(limit),
        Within::Defined(id) => timescales.iter().find(|known| known.id.value == *id).map(|known| &known.limit),
    }
}

/// The place on the page of timescales of a limit that a response sets itself.
pub fn limit_anchor(response: &str) -> String {
    format!("limit-{response}")
}

/// The same of the limit by which somebody hears what came of the response.
pub fn feedback_anchor(response: &str) -> String {
    format!("feedback-{response}")
}

/// How long a limit is at the usual length of its unit, in tenths of an hour. Five working days are a week.
pub fn usual_length(limit: &Limit) -> u64 {
    let unit = match limit.unit {
        Unit::Hours => 10,
        Unit::CalendarDays => 240,
        Unit::WorkingDays => 336,
        Unit::Weeks => 1_680,
        Unit::Months => 7_300,
    };
    u64::from(limit.amount) * unit
}

/// Whether a response's timescale leaves more time than another, or binds less. An absent one leaves the most time.
pub fn compare(a: Option<&Within>, b: Option<&Within>, timescales: &[Timescale]) -> Option<Ordering> {
    let known = |within: Option<&Within>| match within {
        None => Some((2_u8, 0, 0)),
        Some(Within::Immediately) => Some((0, 0, 0)),
        Some(within) => limit_of(within, timescales).map(|limit| (1, binding(limit.kind), usual_length(limit))),
    };
    let (longest, other) = (a.and_then(|a| limit_of(a, timescales)), b.and_then(|b| limit_of(b, timescales)));
    let (mut a, b) = (known(a)?, known(b)?);
    if let (Some(limit), Some(other)) = (longest, other)
        && limit.unit == Unit::WorkingDays
        && matches!(other.unit, Unit::Hours | Unit::CalendarDays)
    {
        // A limit that runs by the clock is kept in every week only if the weekends are counted, too.
        a.2 = u64::from(limit.amount + 2 * limit.amount.div_ceil(5)) * 240;
    }
    let order = a.0.cmp(&b.0);
    if order.is_ne() || a.0 != 1 {
        return Some(order);
    }
    // Less time and less binding at once cannot be weighed against each other: less binding counts.
    Some(a.1.cmp(&b.1).then(a.2.cmp(&b.2)))
}

fn binding(kind: LimitKind) -> u8 {
    match kind {
        LimitKind::Maximum => 0,
        LimitKind::Target => 1,
        LimitKind::Average => 2,
    }
}

/// Whether two timescales say the same, whatever they are called.
pub fn same(a: Option<&Within>, b: Option<&Within>, timescales: &[Timescale]) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            a == b || {
                let (a, b) = (limit_of(a, timescales), limit_of(b, timescales));
                a.is_some_and(|a| b.is_some_and(|b| same_limit(a, b)))
            }
        }
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// Whether two limits say the same.
pub fn same_limit(a: &Limit, b: &Limit) -> bool {
    a.amount == b.amount && a.unit == b.unit && a.kind == b.kind && same_event(&a.from, &b.from)
}

/// Whether two starting events are the same, however they are put: "the child being found" and "when the child is found".
pub fn same_event(a: &str, b: &str) -> bool {
    let (one, two) = (main_words(a), main_words(b));
    event(a) == event(b) || (one.len() > 1 && one == two)
}

/// A starting event without case and article, so that "the referral" is "Referral".
pub fn event(from: &str) -> String {
    let from = from.trim().to_lowercase();
    let bare = ["the ", "a ", "an "].iter().find_map(|article| from.strip_prefix(article));
    bare.unwrap_or(&from).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(amount: u32, unit: Unit, kind: LimitKind) -> Option<Within> {
        Some(Within::Own(Limit { amount, unit, from: "the referral".to_owned(), kind }))
    }

    #[test]
    fn the_one_that_leaves_more_time_or_binds_less_is_the_greater() {
        let day = own(1, Unit::WorkingDays, LimitKind::Maximum);
        let week = own(1, Unit::Weeks, LimitKind::Maximum);
        let five = own(5, Unit::WorkingDays, LimitKind::Maximum);
        let aim = own(1, Unit::WorkingDays, LimitKind::Target);
        let order = |a: &Option<Within>, b: &Option<Within>| compare(a.as_ref(), b.as_ref(), &[]);
        assert_eq!(order(&week, &day), Some(Ordering::Greater));
        assert_eq!(order(&week, &five), Some(Ordering::Equal));
        assert_eq!(order(&aim, &week), Some(Ordering::Greater));
        let clock = own(72, Unit::Hours, LimitKind::Maximum);
        let two = own(2, Unit::WorkingDays, LimitKind::Maximum);
        assert_eq!(order(&two, &clock), Some(Ordering::Greater), "a weekend lies between");
        assert_eq!(order(&day, &clock), Some(Ordering::Equal));
        assert_eq!(order(&None, &week), Some(Ordering::Greater));
        assert_eq!(order(&Some(Within::Immediately), &day), Some(Ordering::Less));
        assert_eq!(order(&Some(Within::Defined("unknown".to_owned())), &day), None);
    }

    #[test]
    fn an_event_is_the_same_with_and_without_its_article() {
        assert_eq!(event("The referral "), event("referral"));
        assert_ne!(event("the return"), event("the referral"));
    }
}
