//! The due day.

use super::Calendar;
use super::clock::after_hours;
use crate::document::timescale::{Limit, Unit};
use jiff::Span;
use jiff::civil::{Date, DateTime};

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// By the end of this day.
    Day(Date),
    /// By this time of the clock.
    Time(DateTime),
}

/// Why nothing can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// Bank holidays are known between these days only.
    Holidays(Date, Date),
    /// The day lies beyond the calendar.
    TooFar,
}

/// When a limit that starts at a time ends.
///
/// # Errors
/// If the bank holidays on the way are not known, or no such day exists.
pub fn due(limit: &Limit, start: DateTime, calendar: &Calendar) -> Result<Due, Unknown> {
    let amount = i64::from(limit.amount);
    let after = |span: Result<Span, jiff::Error>| {
        span.and_then(|span| start.date().checked_add(span)).map(Due::Day).map_err(|_| Unknown::TooFar)
    };
    match limit.unit {
        Unit::Hours => {
            let span = Span::new().try_hours(amount);
            span.and_then(|span| after_hours(start, span)).map(Due::Time).map_err(|_| Unknown::TooFar)
        }
        Unit::CalendarDays => after(Span::new().try_days(amount)),
        Unit::Weeks => after(Span::new().try_weeks(amount)),
        Unit::Months => after(Span::new().try_months(amount)),
        Unit::WorkingDays => {
            let day = calendar.after(start.date(), limit.amount);
            let (from, until) = calendar.known();
            day.map(Due::Day).ok_or(Unknown::Holidays(from, until))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::timescale::LimitKind;
    use jiff::civil::date;

    fn limit(amount: u32, unit: Unit) -> Limit {
        Limit { amount, unit, from: "the referral".to_owned(), kind: LimitKind::Maximum }
    }

    fn calendar() -> Calendar {
        use crate::document::bank_holidays::{BankHoliday, BankHolidays};
        use crate::document::meta::Nation;
        use crate::source::{SourceId, Span, Spanned};
        let day = |date| BankHoliday { date, name: "A holiday".to_owned() };
        Calendar::of(&BankHolidays {
            nation: Nation::England,
            source: Spanned { value: String::new(), span: Span::new(SourceId(0), 0, 0) },
            as_at: None,
            from: date(2026, 1, 1),
            until: date(2026, 12, 31),
            days: [date(2026, 4, 3), date(2026, 4, 6), date(2026, 12, 25), date(2026, 12, 28)].map(day).to_vec(),
        })
    }

    #[test]
    fn working_days_leave_out_weekends_and_bank_holidays() {
        let thursday = date(2026, 4, 2).at(9, 0, 0, 0);
        assert_eq!(due(&limit(1, Unit::WorkingDays), thursday, &calendar()), Ok(Due::Day(date(2026, 4, 7))));
    }

    #[test]
    fn a_start_on_a_weekend_counts_from_the_next_working_day() {
        let saturday = date(2026, 5, 9).at(9, 0, 0, 0);
        assert_eq!(due(&limit(1, Unit::WorkingDays), saturday, &calendar()), Ok(Due::Day(date(2026, 5, 11))));
    }

    #[test]
    fn hours_run_through_nights_and_weekends() {
        let friday = date(2026, 5, 8).at(22, 30, 0, 0);
        assert_eq!(
            due(&limit(72, Unit::Hours), friday, &calendar()),
            Ok(Due::Time(date(2026, 5, 11).at(22, 30, 0, 0)))
        );
    }

    #[test]
    fn hours_are_real_hours_when_the_clocks_go_back() {
        let start = date(2026, 10, 24).at(20, 0, 0, 0);
        let end = date(2026, 10, 27).at(19, 0, 0, 0);
        assert_eq!(due(&limit(72, Unit::Hours), start, &calendar()), Ok(Due::Time(end)));
    }

    #[test]
    fn a_month_ends_on_the_last_day_of_a_shorter_month() {
        let start = date(2026, 1, 31).at(0, 0, 0, 0);
        assert_eq!(due(&limit(1, Unit::Months), start, &calendar()), Ok(Due::Day(date(2026, 2, 28))));
    }

    #[test]
    fn where_bank_holidays_are_not_known_nothing_is_said() {
        let unknown = Err(Unknown::Holidays(date(2026, 1, 1), date(2026, 12, 31)));
        for start in [date(2026, 12, 30), date(2025, 12, 24), date(2019, 12, 24)] {
            assert_eq!(due(&limit(2, Unit::WorkingDays), start.at(0, 0, 0, 0), &calendar()), unknown);
        }
        let eve = date(2025, 12, 31).at(0, 0, 0, 0);
        assert_eq!(due(&limit(1, Unit::WorkingDays), eve, &calendar()), Ok(Due::Day(date(2026, 1, 1))));
    }

    #[test]
    fn a_day_beyond_the_calendar_is_said_to_be_too_far() {
        let start = Date::MAX.at(0, 0, 0, 0);
        assert_eq!(due(&limit(u32::MAX, Unit::Months), start, &calendar()), Err(Unknown::TooFar));
        assert_eq!(due(&limit(u32::MAX, Unit::Hours), start, &calendar()), Err(Unknown::TooFar));
    }
}
