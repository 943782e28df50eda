//! Details that look as if they identified a person and do not: `content/allowed-details.yaml`.

use crate::front_matter::field::{Field, Kind, required};
use crate::front_matter::record::Record;
use crate::source::Spanned;
use jiff::civil::Date;

/// The kinds of details: those that a text may hold, and what a picture or document says of itself.
const KINDS: &[&str] = &[
    "address",
    "bank-account",
    "case-reference",
    "coordinates",
    "date-of-birth",
    "driving-licence",
    "email",
    "exact-date",
    "first-name",
    "ip-address",
    "jigsaw",
    "metadata",
    "nhs-number",
    "ni-number",
    "nickname",
    "organisation",
    "passport",
    "person-name",
    "phone",
    "place",
    "postcode",
    "social-handle",
    "upn",
    "url",
    "vehicle-registration",
    "what3words",
];

/// What stands for every file of the site.
pub const EVERYWHERE: &str = "*";

/// The fields of an entry. A permission without its reason, its owner and its end is none.
pub const FIELDS: &[Field] = &[
    required("text", Kind::Text, "the text, as the finding quotes it"),
    required("kind", Kind::Choice(KINDS), "the kind that the finding names"),
    required("where", Kind::Texts, "paths relative to content/ of the files that may hold it, or \"*\" for all"),
    required("why", Kind::Text, "why nobody can be identified by it, in a sentence"),
    required("who", Kind::Text, "the role that decided; never a person's name"),
    required("decided", Kind::Date, "the day of the decision"),
    required("until", Kind::Date, "the last day on which it holds"),
];

/// A decision that a text may stand.
#[derive(Clone, Debug)]
pub struct AllowedDetail {
    /// The text.
    pub text: Spanned<String>,
    /// The kind of detail that it looks like.
    pub kind: String,
    /// Files that may hold it.
    pub places: Vec<Spanned<String>>,
    /// Why.
    pub why: Spanned<String>,
    /// Who decided.
    pub who: Spanned<String>,
    /// When.
    pub decided: Spanned<Date>,
    /// The last day on which it holds.
    pub until: Spanned<Date>,
}

impl AllowedDetail {
    /// Reads an entry. `None` if a required field is absent, which has been reported.
    pub fn read(record: &Record) -> Option<AllowedDetail> {
        Some(AllowedDetail {
            text: record.text("text")?,
            kind: record.words("kind")?,
            places: record.texts("where"),
            why: record.text("why")?,
            who: record.text("who")?,
            decided: record.date("decided")?,
            until: record.date("until")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Kind as Detail;

    #[test]
    fn every_kind_of_detail_can_be_allowed() {
        let mut kinds: Vec<&str> = Detail::ALL.iter().map(|kind| kind.name()).chain(["metadata"]).collect();
        kinds.sort_unstable();
        assert_eq!(kinds, KINDS);
    }
}
