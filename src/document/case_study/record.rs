//! The anonymisation record: who made a case study anonymous, who checked it, how, and when it goes.

use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::{Span, Spanned};
use jiff::civil::Date;

/// The fields of the record.
pub const ANONYMISATION: &[Field] = &[
    required("by", Kind::Text, "the role that made it anonymous"),
    required("checked_by", Kind::Text, "another role that checked it"),
    required("date", Kind::Date, "the day of the check"),
    optional("method", Kind::Text, "how it was made anonymous"),
    optional("motivated_intruder", Kind::Record(INTRUDER), "the test that somebody tried to identify the people"),
    optional("quasi_identifiers", Kind::Texts, "details that were weighed and made more general"),
    optional("court_orders_checked", Kind::Flag, "whether orders that restrict publication were looked for"),
    optional("consent_basis", Kind::Text, "on what basis a survivor's account is published"),
    required("remove_after", Kind::Date, "the day after which it is taken down"),
];

const INTRUDER: &[Field] = &[
    required("date", Kind::Date, "the day of the test"),
    required("method", Kind::Text, "what was tried"),
    required("outcome", Kind::Text, "what was found and changed"),
];

/// The anonymisation record.
#[derive(Clone, Debug)]
pub struct Anonymisation {
    /// Its place.
    pub span: Span,
    /// The role that made it anonymous.
    pub by: Spanned<String>,
    /// The role that checked it.
    pub checked_by: Spanned<String>,
    /// When.
    pub date: Spanned<Date>,
    /// How.
    pub method: Option<String>,
    /// The motivated intruder test (Information Commissioner's Office, guidance on anonymisation).
    pub motivated_intruder: Option<IntruderTest>,
    /// Details that were weighed.
    pub quasi_identifiers: Vec<String>,
    /// Whether court orders were looked for.
    pub court_orders_checked: bool,
    /// The basis for publishing a survivor's account.
    pub consent_basis: Option<String>,
    /// When it is to be taken down.
    pub remove_after: Spanned<Date>,
}

/// A test in which somebody without special knowledge tried to identify the people.
#[derive(Clone, Debug)]
pub struct IntruderTest {
    /// When.
    pub date: Spanned<Date>,
    /// What was tried.
    pub method: String,
    /// What was found and changed.
    pub outcome: String,
}

impl Anonymisation {
    /// Reads the record. `None` if a required field is absent, which has been reported.
    pub fn read(record: &Record) -> Option<Anonymisation> {
        Some(Anonymisation {
            span: record.span,
            by: record.text("by")?,
            checked_by: record.text("checked_by")?,
            date: record.date("date")?,
            method: record.words("method"),
            motivated_intruder: record.record("motivated_intruder").and_then(IntruderTest::read),
            quasi_identifiers: record.plain_texts("quasi_identifiers"),
            court_orders_checked: record.flag("court_orders_checked"),
            consent_basis: record.words("consent_basis"),
            remove_after: record.date("remove_after")?,
        })
    }
}

impl IntruderTest {
    fn read(record: &Record) -> Option<IntruderTest> {
        Some(IntruderTest {
            date: record.date("date")?,
            method: record.words("method")?,
            outcome: record.words("outcome")?,
        })
    }
}
