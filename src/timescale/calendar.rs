//! Which days count: the working days of a nation.

use crate::document::bank_holidays::BankHolidays;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;

/// The working days of a nation.
#[derive(Clone, Debug)]
pub struct Calendar {
    holidays: BTreeSet<Date>,
    from: Date,
    until: Date,
}

impl Calendar {
    /// The calendar of a nation's bank holidays.
    pub fn of(holidays: &BankHolidays) -> Calendar {
        let days = holidays.days.iter().map(|day| day.date).collect();
        Calendar { holidays: days, from: holidays.from, until: holidays.until }
    }

    /// The first and the last day between which bank holidays are known.
    pub fn known(&self) -> (Date, Date) {
        (self.from, self.until)
    }

    /// Whether a day is no Saturday, Sunday or bank holiday.
    pub fn is_working_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.holidays.contains(&day)
    }

    /// The working day that comes `amount` working days after a day, which does not count itself. `None`
    /// where the bank holidays on the way are not known.
    pub fn after(&self, day: Date, amount: u32) -> Option<Date> {
        let (mut day, mut left) = (day, amount);
        while left > 0 {
            day = day.tomorrow().ok().filter(|day| (self.from..=self.until).contains(day))?;
            left -= u32::from(self.is_working_day(day));
        }
        Some(day)
    }

    /// How many working days lie after a day, up to and with another.
    pub fn between(&self, after: Date, to: Date) -> u32 {
        let days = after.series(jiff::Span::new().days(1)).skip(1).take_while(|day| *day <= to);
        u32::try_from(days.filter(|day| self.is_working_day(*day)).count()).unwrap_or(u32::MAX)
    }
}
