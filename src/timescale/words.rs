//! A limit in words.

use crate::document::timescale::{Limit, LimitKind, Unit};

/// "within 45 working days of the referral".
pub fn in_words(limit: &Limit) -> String {
    let amount = amount(limit);
    let from = &limit.from;
    match limit.kind {
        LimitKind::Maximum => format!("within {amount} of {from}"),
        LimitKind::Target => format!("within {amount} of {from} (a target)"),
        LimitKind::Average => format!("{amount} after {from} on average"),
    }
}

/// "1 working day".
fn amount(limit: &Limit) -> String {
    let unit = limit.unit.label();
    match (limit.amount, limit.unit) {
        (1, Unit::CalendarDays) => "1 day".to_owned(),
        (1, _) => format!("1 {}", unit.trim_end_matches('s')),
        (amount, _) => format!("{amount} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(amount: u32, unit: Unit, kind: LimitKind) -> String {
        in_words(&Limit { amount, unit, from: "the referral".to_owned(), kind })
    }

    #[test]
    fn a_limit_is_told_with_its_start_and_what_it_is() {
        assert_eq!(words(45, Unit::WorkingDays, LimitKind::Maximum), "within 45 working days of the referral");
        assert_eq!(words(1, Unit::WorkingDays, LimitKind::Maximum), "within 1 working day of the referral");
        assert_eq!(words(72, Unit::Hours, LimitKind::Target), "within 72 hours of the referral (a target)");
        assert_eq!(words(5, Unit::CalendarDays, LimitKind::Average), "5 calendar days after the referral on average");
    }
}
