//! Timescales: `content/timescales.yaml`. Each is written once and used everywhere.

use super::meta::Nation;
use crate::front_matter::choice::choice;
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::Spanned;
use jiff::civil::Date;

choice! {
    /// What a timescale counts.
    Unit {
        /// Hours of the clock.
        Hours "hours" "hours"
        /// Days on which offices work: not Saturdays, Sundays or bank holidays of the nation.
        WorkingDays "working-days" "working days"
        /// Days of the calendar.
        CalendarDays "calendar-days" "calendar days"
        /// Weeks.
        Weeks "weeks" "weeks"
        /// Months of the calendar.
        Months "months" "months"
    }
}

choice! {
    /// What a timescale is.
    LimitKind {
        /// Not to be passed.
        Maximum "maximum" "at most"
        /// To be aimed at.
        Target "target" "aim for"
        /// What happens on average; nobody's duty.
        Average "average" "on average"
    }
}

/// An amount of time after something happened. None of its parts can be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// How many; at least 1.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
    /// What the count starts from, for readers: "the referral".
    pub from: String,
    /// What it is.
    pub kind: LimitKind,
}

/// An entry of `timescales.yaml`.
#[derive(Clone, Debug)]
pub struct Timescale {
    /// The id that `{{timescale …}}` and tables use.
    pub id: Spanned<String>,
    /// What has to be done: "Complete the assessment".
    pub name: String,
    /// Amount, unit, starting event and kind.
    pub limit: Limit,
    /// Where it applies; bank holidays are those of this nation.
    pub nation: Nation,
    /// Its legal basis or the guidance that sets it: `law:ACT#PROVISION`, a path of an .md file or an address.
    pub source: Spanned<String>,
    /// The source's name for readers, where the link has none of its own.
    pub source_title: Option<String>,
    /// What to know when using it.
    pub note: Option<String>,
    /// The day on which somebody last checked it against its source.
    pub as_at: Option<Date>,
}

/// The fields of a timescale.
pub const FIELDS: &[Field] = &[
    required("id", Kind::Slug, "the id that {{timescale …}} and response tables use"),
    required("name", Kind::Text, "what has to be done"),
    required("amount", Kind::Number, "how many"),
    required("unit", Kind::Choice(Unit::NAMES), "of what"),
    required("from", Kind::Text, "what the count starts from, such as the referral"),
    required("kind", Kind::Choice(LimitKind::NAMES), "whether it is a limit, an aim or an average"),
    required("nation", Kind::Choice(Nation::NAMES), "where it applies"),
    required("source", Kind::Text, "law:ACT#PROVISION, a path of an .md file or an address that sets it"),
    optional("source_title", Kind::Text, "the source's name for readers"),
    optional("note", Kind::Text, "what to know when using it"),
    optional("as_at", Kind::Date, "the day on which somebody checked it against its source"),
];

impl Timescale {
    /// Reads an entry. `None` if a required field is absent, which has been reported.
    pub fn read(record: &Record) -> Option<Timescale> {
        Some(Timescale {
            id: record.text("id")?,
            name: record.words("name")?,
            limit: Limit {
                amount: record.number("amount")?.value,
                unit: Unit::named(&record.words("unit")?)?,
                from: record.words("from")?,
                kind: LimitKind::named(&record.words("kind")?)?,
            },
            nation: Nation::named(&record.words("nation")?)?,
            source: record.text("source")?,
            source_title: record.words("source_title"),
            note: record.words("note"),
            as_at: record.date("as_at").map(|date| date.value),
        })
    }
}
