//! Counting days: what always holds, and that the page counts as the program does.

use jiff::civil::{Date, DateTime, date};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use waymark::document::bank_holidays::{BankHoliday, BankHolidays};
use waymark::document::meta::Nation;
use waymark::document::timescale::{Limit, LimitKind, Unit};
use waymark::source::{SourceId, Spanned};
use waymark::timescale::{Calendar, Due, Unknown, due};

const UNITS: [Unit; 5] = [Unit::Hours, Unit::WorkingDays, Unit::CalendarDays, Unit::Weeks, Unit::Months];
const FROM: Date = date(2026, 1, 1);
const UNTIL: Date = date(2032, 12, 31);

fn holidays(days: &[u16]) -> BankHolidays {
    let mut days: Vec<Date> = days.iter().map(|day| day_number(*day)).collect();
    days.sort_unstable();
    days.dedup();
    BankHolidays {
        nation: Nation::England,
        source: Spanned { value: String::new(), span: waymark::source::Span::new(SourceId(0), 0, 0) },
        as_at: None,
        from: FROM,
        until: UNTIL,
        days: days.into_iter().map(|date| BankHoliday { date, name: "A holiday".to_owned() }).collect(),
    }
}

/// A day of 2026 to 2031.
fn day_number(number: u16) -> Date {
    date(2026, 1, 1).checked_add(Span::new().days(i64::from(number % 2190))).unwrap()
}

fn limit(amount: u32, unit: Unit) -> Limit {
    Limit { amount, unit, from: "the referral".to_owned(), kind: LimitKind::Maximum }
}

proptest! {
    #[test]
    fn so_many_working_days_later_so_many_working_days_have_passed(
        start in 0_u16..2190, amount in 0_u32..200, days in prop::collection::vec(0_u16..2190, 0..60)
    ) {
        let (calendar, start) = (Calendar::of(&holidays(&days)), day_number(start));
        if let Some(end) = calendar.after(start, amount) {
            prop_assert_eq!(calendar.between(start, end), amount);
            prop_assert!(amount == 0 || calendar.is_working_day(end), "{} is no working day", end);
        } else {
            prop_assert!(calendar.between(start, UNTIL) < amount);
        }
    }

    #[test]
    fn a_later_start_or_a_longer_limit_never_ends_earlier(
        start in 0_u16..1800, later in 0_u16..40, amount in 1_u32..120, more in 0_u32..40,
        unit in prop::sample::select(&UNITS), days in prop::collection::vec(0_u16..2190, 0..60)
    ) {
        let calendar = Calendar::of(&holidays(&days));
        let end = |start: u16, amount: u32| match due(&limit(amount, unit), day_number(start).at(9, 0, 0, 0), &calendar) {
            Ok(Due::Day(day)) => day.at(23, 59, 0, 0),
            Ok(Due::Time(time)) => time,
            Err(_) => DateTime::MAX,
        };
        prop_assert!(end(start, amount) <= end(start + later, amount));
        prop_assert!(end(start, amount) <= end(start, amount + more));
    }

    #[test]
    fn more_bank_holidays_never_make_a_limit_end_earlier(
        start in 0_u16..1800, amount in 1_u32..120, days in prop::collection::vec(0_u16..2190, 1..60)
    ) {
        let start = day_number(start);
        let with = Calendar::of(&holidays(&days)).after(start, amount).unwrap_or(Date::MAX);
        let without = Calendar::of(&holidays(&days[1..])).after(start, amount).unwrap_or(Date::MAX);
        prop_assert!(without <= with);
    }
}

#[test]
fn the_page_counts_as_the_program_does() {
    if Command::new("node").arg("--version").output().is_err() {
        writeln!(std::io::stderr(), "there is no Node.js here: the page's arithmetic was not asked").unwrap();
        return;
    }
    let mut runner = TestRunner::deterministic();
    let case = (
        0_u16..2190,
        0_i64..1440,
        1_u32..400,
        prop::sample::select(&UNITS[..]),
        prop::collection::vec(0_u16..2190, 0..60),
    );
    let (mut asked, mut expected) = (String::new(), Vec::new());
    for _ in 0..2000 {
        let (start, minutes, amount, unit, days) = case.new_tree(&mut runner).unwrap().current();
        // Some starts lie before the first day that is known.
        let holidays = BankHolidays { from: day_number(300), ..holidays(&days) };
        let start = day_number(start);
        let listed: Vec<String> = holidays.days.iter().map(|day| day.date.to_string()).collect();
        let line = serde_json::json!({
            "amount": amount, "unit": unit.name(), "start": start.to_string(), "minutes": minutes, "holidays": listed,
            "from": holidays.from.to_string(), "until": UNTIL.to_string(),
        });
        asked += &format!("{line}\n");
        let time = start.at(0, 0, 0, 0).checked_add(minutes.minutes()).unwrap();
        expected.push((line, in_words(due(&limit(amount, unit), time, &Calendar::of(&holidays)))));
    }
    let answers = node(&asked);
    assert_eq!(answers.lines().count(), expected.len());
    for (answer, (case, expected)) in answers.lines().zip(expected) {
        assert_eq!(answer, expected, "{case}");
    }
}

fn in_words(due: Result<Due, Unknown>) -> String {
    match due {
        Ok(Due::Day(day)) => day.to_string(),
        Ok(Due::Time(time)) => format!("{} {}", time.date(), i32::from(time.hour()) * 60 + i32::from(time.minute())),
        Err(Unknown::Holidays(..)) => "holidays".to_owned(),
        Err(Unknown::TooFar) => "far".to_owned(),
    }
}

fn node(cases: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut node = Command::new("node");
    node.arg(root.join("tests/suite/deadline/ask.mjs")).arg(root.join("themes/default/assets/deadline-days.js"));
    let mut child = node.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let cases = cases.to_owned();
    // Answers are read while cases are still written, or both would wait for each other.
    let writing = std::thread::spawn(move || stdin.write_all(cases.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
