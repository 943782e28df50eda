//! Bank holidays: `content/bank-holidays.yaml`, one entry a nation.

use super::meta::Nation;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::rule::Rule;
use crate::source::{Source, Spanned};
use jiff::civil::Date;

/// The fields of a nation's entry.
pub const FIELDS: &[Field] = &[
    required("nation", Kind::Choice(Nation::NAMES), "the nation"),
    required("source", Kind::Text, "the address where the days are published"),
    optional("as_at", Kind::Date, "the day on which somebody checked them"),
    optional(
        "from",
        Kind::Date,
        "the first day from which every bank holiday is listed; left out, the first of the days",
    ),
    required("until", Kind::Date, "the last day up to which every bank holiday is listed"),
    required("days", Kind::Records(DAY), "the days, in order"),
];

const DAY: &[Field] =
    &[required("date", Kind::Date, "the day"), required("name", Kind::Text, "what the day is called")];

/// The bank holidays of a nation.
#[derive(Clone, Debug)]
pub struct BankHolidays {
    /// The nation.
    pub nation: Nation,
    /// Where they are published.
    pub source: Spanned<String>,
    /// When somebody checked them.
    pub as_at: Option<Date>,
    /// Every bank holiday from this day on is listed; earlier ones are not known.
    pub from: Date,
    /// Every bank holiday up to this day is listed; later ones are not known.
    pub until: Date,
    /// The days, in order.
    pub days: Vec<BankHoliday>,
}

/// A bank holiday.
#[derive(Clone, Debug)]
pub struct BankHoliday {
    /// The day.
    pub date: Date,
    /// Its name.
    pub name: String,
}

/// Reads the file. Nations that appear twice, and days out of order, are reported.
pub fn read(_: &Source, records: &[Record], diagnostics: &mut Diagnostics) -> Vec<BankHolidays> {
    let mut all: Vec<BankHolidays> = Vec::new();
    for record in records {
        let Some(holidays) = one(record, diagnostics) else { continue };
        if all.iter().any(|other| other.nation == holidays.nation) {
            let message = format!("the bank holidays of {} stand here a second time", holidays.nation.label());
            diagnostics.push(Diagnostic::at(Rule::DuplicateId, record.span, message));
        } else {
            all.push(holidays);
        }
    }
    all
}

fn one(record: &Record, diagnostics: &mut Diagnostics) -> Option<BankHolidays> {
    let until = record.date("until")?.value;
    let mut days: Vec<BankHoliday> = Vec::new();
    for day in record.records("days") {
        let (Some(date), Some(name)) = (day.date("date"), day.words("name")) else { continue };
        if let Some(last) = days.last().filter(|last| last.date >= date.value) {
            let message = format!("{} does not come after {}, which stands before it", date.value, last.date);
            diagnostics.push(Diagnostic::at(Rule::DateOrder, date.span, message).hint("list each day once, in order"));
            continue;
        }
        if date.value > until {
            let message = format!("{} lies after `until`, {until}", date.value);
            diagnostics.push(
                Diagnostic::at(Rule::DateOrder, date.span, message)
                    .hint("move `until` to the last day up to which every bank holiday is listed"),
            );
        }
        days.push(BankHoliday { date: date.value, name });
    }
    Some(BankHolidays {
        nation: Nation::named(&record.words("nation")?)?,
        source: record.text("source")?,
        as_at: record.date("as_at").map(|date| date.value),
        from: record.date("from").map(|date| date.value).or(days.first().map(|day| day.date)).unwrap_or(until),
        until,
        days,
    })
}
