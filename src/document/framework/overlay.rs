//! Overlays: what a local partnership changes in a national framework.

use crate::front_matter::choice::choice;
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::{Span, Spanned};
use jiff::civil::Date;

choice! {
    /// What a local framework does to a part of its base.
    ChangeKind {
        /// Adds something that the base does not have.
        Add "add" "Added locally"
        /// Puts its own text in the place of the base's.
        Replace "replace" "Worded locally"
        /// Asks for more, or sooner.
        Tighten "tighten" "Stricter locally"
        /// Names local contacts.
        LocalContact "local-contact" "Local contact"
        /// Says that a part does not apply here.
        NotApplicable "not-applicable" "Does not apply here"
    }
}

/// The fields of an entry of `overlay:`.
pub const CHANGE: &[Field] = &[
    required(
        "target",
        Kind::Slug,
        "the id of the indicator, response, override or route of the base, or of the added one",
    ),
    required("change", Kind::Choice(ChangeKind::NAMES), "what is done to it"),
    required("reason", Kind::Text, "why, for readers"),
    required("approved_by", Kind::Text, "the body that decided"),
    required("date", Kind::Date, "the day of the decision"),
    optional("by", Kind::Slug, "the id of this framework's own indicator, response or route that takes its place"),
    optional("authority", Kind::Text, "what allows a national must to be weakened: law:ACT#PROVISION or an address"),
];

/// An entry of `overlay:` in a local framework.
#[derive(Clone, Debug)]
pub struct Change {
    /// What is changed, by id; for [`ChangeKind::Add`], the id of what is added.
    pub target: Spanned<String>,
    /// What is done to it.
    pub change: Spanned<ChangeKind>,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub approved_by: String,
    /// When.
    pub date: Date,
    /// What takes its place here, by id.
    pub by: Option<Spanned<String>>,
    /// What allows it, as written.
    pub authority: Option<Spanned<String>>,
    /// The entry.
    pub span: Span,
}

impl Change {
    /// Reads an entry. `None` if a required field is absent, which has been reported.
    pub fn read(record: &Record) -> Option<Change> {
        let change = record.text("change")?;
        Some(Change {
            target: record.text("target")?,
            change: Spanned { value: ChangeKind::named(&change.value)?, span: change.span },
            reason: record.words("reason")?,
            approved_by: record.words("approved_by")?,
            date: record.date("date")?.value,
            by: record.text("by"),
            authority: record.text("authority"),
            span: record.span,
        })
    }
}
