//! Threshold frameworks: the fields of front matter that only they have.

use super::meta::Nation;
use crate::front_matter::choice::choice;
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::Spanned;
use jiff::civil::Date;

choice! {
    /// Who or what is assessed: a child in a family, or a context.
    UnitOfAssessment {
        /// A child and the family.
        ChildAndFamily "child-and-family" "Child and family"
        /// A group of peers.
        PeerGroup "peer-group" "Peer group"
        /// A school.
        School "school" "School"
        /// A street, estate or other place.
        Neighbourhood "neighbourhood" "Neighbourhood or place"
        /// A place online.
        OnlineSpace "online-space" "Online space"
    }
}

/// The fields that only frameworks have.
pub const FIELDS: &[Field] = &[
    required("levels", Kind::Records(LEVEL), "the levels of need, lowest first"),
    required(
        "judgement_statement",
        Kind::Text,
        "says that the framework supports professional judgement and does not replace it",
    ),
    optional("version", Kind::Text, "the version, as the owner counts"),
    optional("approved_by", Kind::Text, "the body that approved it"),
    optional("approved_on", Kind::Date, "the day of approval"),
    optional("unit_of_assessment", Kind::Choice(UnitOfAssessment::NAMES), "who or what is assessed"),
    optional("jurisdiction", Kind::Record(JURISDICTION), "where it applies"),
];

const LEVEL: &[Field] = &[
    required("number", Kind::Number, "1 for the lowest level"),
    required("label", Kind::Text, "the level's name"),
    optional("aliases", Kind::Texts, "names that other areas use"),
    optional("descriptor", Kind::Text, "what describes a child at this level"),
    optional("consent", Kind::Text, "whether consent is needed"),
    optional("law", Kind::Texts, "ids of legislation, such as children-act-1989#s47"),
];

const JURISDICTION: &[Field] = &[
    required("nation", Kind::Choice(Nation::NAMES), "the nation"),
    optional("area", Kind::Text, "the local area, if it is not the whole nation"),
];

/// What only a framework has.
#[derive(Clone, Debug)]
pub struct Framework {
    /// Levels, lowest first. At least one.
    pub levels: Vec<Level>,
    /// Says that it supports professional judgement.
    pub judgement_statement: String,
    /// The version.
    pub version: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When.
    pub approved_on: Option<Date>,
    /// Who or what is assessed.
    pub unit_of_assessment: Option<UnitOfAssessment>,
    /// The nation where it applies.
    pub nation: Option<Nation>,
    /// The local area, if it is not the whole nation.
    pub area: Option<String>,
}

/// A level of need.
#[derive(Clone, Debug)]
pub struct Level {
    /// From 1.
    pub number: Spanned<u32>,
    /// Its name.
    pub label: String,
    /// Names that other areas use.
    pub aliases: Vec<String>,
    /// What describes a child at this level.
    pub descriptor: Option<String>,
    /// Whether consent is needed.
    pub consent: Option<String>,
    /// Legislation, as written.
    pub law: Vec<Spanned<String>>,
}

impl Level {
    /// The anchor of the level on the framework's page.
    pub fn anchor(&self) -> String {
        format!("level-{}", self.number.value)
    }

    fn read(record: &Record) -> Option<Level> {
        Some(Level {
            number: record.number("number")?,
            label: record.words("label")?,
            aliases: record.plain_texts("aliases"),
            descriptor: record.words("descriptor"),
            consent: record.words("consent"),
            law: record.texts("law"),
        })
    }
}

impl Framework {
    /// Reads the fields. `None` if a required one is absent, which has been reported.
    pub fn read(record: &Record) -> Option<Framework> {
        let jurisdiction = record.record("jurisdiction");
        let mut levels: Vec<Level> = record.records("levels").iter().filter_map(Level::read).collect();
        levels.sort_by_key(|level| level.number.value);
        Some(Framework {
            levels,
            judgement_statement: record.words("judgement_statement")?,
            version: record.words("version"),
            approved_by: record.words("approved_by"),
            approved_on: record.date("approved_on").map(|date| date.value),
            unit_of_assessment: record.words("unit_of_assessment").and_then(|name| UnitOfAssessment::named(&name)),
            nation: jurisdiction.and_then(|j| Nation::named(&j.words("nation")?)),
            area: jurisdiction.and_then(|j| j.words("area")),
        })
    }
}
