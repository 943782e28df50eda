//! The list of legislation: `content/legislation.yaml`.

use super::meta::Nation;
use crate::front_matter::choice::choice;
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::Spanned;
use jiff::civil::Date;

choice! {
    /// Whether an Act or provision applies.
    LawStatus {
        /// It applies.
        InForce "in-force" "In force"
        /// It has been made and does not apply yet.
        Prospective "prospective" "Not yet in force"
        /// It applies no longer.
        Repealed "repealed" "Repealed"
    }
}

/// The fields of an Act.
pub const FIELDS: &[Field] = &[
    required("id", Kind::Slug, "the id that law: links use, such as children-act-1989"),
    required("title", Kind::Text, "the short title, with its year"),
    optional("year", Kind::Number, "the year"),
    required("nations", Kind::Choices(Nation::NAMES), "the nations where it applies"),
    required("url", Kind::Text, "its address on legislation.gov.uk"),
    optional("status", Kind::Choice(LawStatus::NAMES), "whether it applies"),
    optional("as_at", Kind::Date, "the day on which this entry was checked"),
    optional("summary", Kind::Text, "what it is about, in outline"),
    optional("provisions", Kind::Records(PROVISION), "sections that guidance refers to"),
];

const PROVISION: &[Field] = &[
    required("id", Kind::Slug, "the id after #, such as s47"),
    required("label", Kind::Text, "how it is called in text, such as section 47"),
    optional("summary", Kind::Text, "what it says, in outline"),
    optional("url", Kind::Text, "its address, if it has one of its own"),
    optional("nations", Kind::Choices(Nation::NAMES), "the nations where it applies, if not all of the Act's"),
    optional("status", Kind::Choice(LawStatus::NAMES), "whether it applies, if not as the Act does"),
    optional("as_at", Kind::Date, "the day on which it was checked, if not with the Act"),
];

/// An Act or other instrument.
#[derive(Clone, Debug)]
pub struct Act {
    /// The id that `law:` links use.
    pub id: Spanned<String>,
    /// Its short title.
    pub title: String,
    /// Its year, which its title has as well.
    pub year: Option<Spanned<u32>>,
    /// Where it applies.
    pub nations: Vec<Nation>,
    /// Its address.
    pub url: Spanned<String>,
    /// Whether it applies.
    pub status: Option<LawStatus>,
    /// When this entry was checked.
    pub as_at: Option<Date>,
    /// What it is about.
    pub summary: Option<String>,
    /// Sections that guidance refers to.
    pub provisions: Vec<Provision>,
}

/// A section or other part of an Act.
#[derive(Clone, Debug)]
pub struct Provision {
    /// The id after `#`.
    pub id: Spanned<String>,
    /// "section 47".
    pub label: String,
    /// What it says.
    pub summary: Option<String>,
    /// Its own address.
    pub url: Option<Spanned<String>>,
    /// Where it applies, if not everywhere that the Act does.
    pub nations: Vec<Nation>,
    /// Whether it applies, if not as the Act does.
    pub status: Option<LawStatus>,
    /// When it was checked, if not with the Act.
    pub as_at: Option<Date>,
}

impl Act {
    /// Whether it applies, or a provision of it where that has a status of its own.
    pub fn status_of(&self, provision: Option<&Provision>) -> Option<LawStatus> {
        // What stands in a repealed Act applies no longer, whatever is said of it.
        let own = provision.and_then(|provision| provision.status);
        if self.status == Some(LawStatus::Repealed) { self.status } else { own.or(self.status) }
    }

    /// Reads an Act. `None` if a required field is absent, which has been reported.
    pub fn read(record: &Record) -> Option<Act> {
        Some(Act {
            id: record.text("id")?,
            title: record.words("title")?,
            year: record.number("year"),
            nations: nations(record),
            url: record.text("url")?,
            status: status(record),
            as_at: record.date("as_at").map(|date| date.value),
            summary: record.words("summary"),
            provisions: record.records("provisions").iter().filter_map(Provision::read).collect(),
        })
    }
}

impl Provision {
    fn read(record: &Record) -> Option<Provision> {
        Some(Provision {
            id: record.text("id")?,
            label: record.words("label")?,
            summary: record.words("summary"),
            url: record.text("url"),
            nations: nations(record),
            status: status(record),
            as_at: record.date("as_at").map(|date| date.value),
        })
    }
}

fn status(record: &Record) -> Option<LawStatus> {
    LawStatus::named(&record.words("status")?)
}

fn nations(record: &Record) -> Vec<Nation> {
    record.texts("nations").iter().filter_map(|name| Nation::named(&name.value)).collect()
}
