//! The clocks of the United Kingdom. Hours run by the sun, clocks jump twice a year: summer time begins on the last
//! Sunday of March and ends on the last Sunday of October, both at 01:00 Universal Time (Summer Time Act 1972 as
//! amended; the same in all four nations).

use jiff::civil::{Date, DateTime, Weekday, date};
use jiff::{Error, Span, ToSpan};

/// The clock's time so many hours later. Of a time that the clock shows twice the first one counts, as the earlier end.
///
/// # Errors
/// If no such time exists.
pub fn after_hours(start: DateTime, hours: Span) -> Result<DateTime, Error> {
    by_the_clock(universal(start)?.checked_add(hours)?)
}

/// Universal Time of a time of the clock.
fn universal(clock: DateTime) -> Result<DateTime, Error> {
    let summer = clock.checked_sub(1.hour())?;
    // The hour that clocks leave out in March is no summer time yet.
    Ok(if is_summer(summer) { summer } else { clock })
}

fn by_the_clock(universal: DateTime) -> Result<DateTime, Error> {
    if is_summer(universal) { universal.checked_add(1.hour()) } else { Ok(universal) }
}

/// Whether it is summer time at a Universal Time.
fn is_summer(universal: DateTime) -> bool {
    let change = |month| last_sunday(universal.year(), month).at(1, 0, 0, 0);
    (change(3)..change(10)).contains(&universal)
}

/// The last Sunday of a month of 31 days.
fn last_sunday(year: i16, month: i8) -> Date {
    let end = date(year, month, 31);
    let back = end.weekday().since(Weekday::Sunday);
    date(year, month, 31 - back)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_time_ends_on_the_last_sunday_of_october_and_begins_on_that_of_march() {
        assert_eq!(last_sunday(2026, 10), date(2026, 10, 25));
        assert_eq!(last_sunday(2026, 3), date(2026, 3, 29));
        assert_eq!(last_sunday(2024, 3), date(2024, 3, 31));
        assert_eq!(last_sunday(2027, 10), date(2027, 10, 31));
    }

    #[test]
    fn hours_over_a_change_of_the_clocks_are_real_hours() {
        let later = |start: DateTime, hours: i64| after_hours(start, hours.hours()).unwrap();
        assert_eq!(later(date(2026, 10, 24).at(20, 0, 0, 0), 72), date(2026, 10, 27).at(19, 0, 0, 0));
        assert_eq!(later(date(2026, 3, 28).at(20, 0, 0, 0), 72), date(2026, 3, 31).at(21, 0, 0, 0));
        assert_eq!(later(date(2026, 10, 25).at(2, 0, 0, 0), 72), date(2026, 10, 28).at(2, 0, 0, 0), "after the change");
        assert_eq!(later(date(2026, 10, 25).at(0, 59, 0, 0), 1), date(2026, 10, 25).at(1, 59, 0, 0));
        assert_eq!(later(date(2026, 10, 25).at(0, 59, 0, 0), 2), date(2026, 10, 25).at(1, 59, 0, 0), "the second time");
        assert_eq!(
            later(date(2026, 10, 25).at(1, 30, 0, 0), 2),
            date(2026, 10, 25).at(2, 30, 0, 0),
            "the first of two"
        );
        assert_eq!(later(date(2026, 3, 29).at(0, 30, 0, 0), 1), date(2026, 3, 29).at(2, 30, 0, 0), "an hour left out");
    }
}
