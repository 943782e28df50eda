//! Case studies: the fields of front matter that only they have.

use crate::front_matter::choice::choice;
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::Spanned;
use jiff::civil::Date;

choice! {
    /// Where a case study comes from.
    Provenance {
        /// Made up.
        Fictional "fictional" "Fictional"
        /// Put together from several cases, none of which can be recognised.
        Composite "composite" "Composite of several cases"
        /// Drawn from a published review.
        DrawnFromReview "drawn-from-review" "Drawn from a published review"
        /// Told by a survivor who agreed to it.
        SurvivorAccount "survivor-account" "Survivor's account, with consent"
    }
}

const AGE_BANDS: &[&str] = &["unborn", "under-1", "1-4", "5-9", "10-12", "13-15", "16-17", "18-25"];

/// The fields that only case studies have.
pub const FIELDS: &[Field] = &[
    required("provenance", Kind::Choice(Provenance::NAMES), "where the case comes from"),
    required("warnings", Kind::Texts, "what in it may distress a reader"),
    optional("harms", Kind::Slugs, "the harms that it shows"),
    optional("age_band", Kind::Choice(AGE_BANDS), "the child's age band; never an exact age"),
    optional("settings", Kind::Slugs, "where it happened, as kinds of place"),
    optional("agencies", Kind::Slugs, "the agencies that took part"),
    optional("cast", Kind::Records(CAST), "the people, by label and role"),
    optional("timeline", Kind::Records(EVENT), "what happened, in relative time"),
    optional("learning", Kind::Records(LEARNING), "what the case teaches, and the guidance that says so"),
    optional("questions", Kind::Texts, "questions for practice"),
    optional("anonymisation", Kind::Record(ANONYMISATION), "who made and who checked it anonymous"),
];

const CAST: &[Field] = &[
    required("label", Kind::Text, "a label such as Child A; never a name"),
    required("role", Kind::Text, "who that is in the case"),
];

const EVENT: &[Field] = &[
    required("at", Kind::Text, "relative time such as Month 3; never a date"),
    required("event", Kind::Text, "what happened"),
    optional("known_to", Kind::Texts, "the agencies that knew then"),
    optional("seen_as", Kind::Text, "how it was understood then"),
];

const LEARNING: &[Field] = &[
    required("point", Kind::Text, "the learning point"),
    optional("guidance", Kind::Text, "path of the .md file, with #anchor, that says what to do"),
];

const ANONYMISATION: &[Field] = &[
    required("by", Kind::Text, "the role that made it anonymous"),
    required("checked_by", Kind::Text, "another role that checked it"),
    required("date", Kind::Date, "the day of the check"),
    optional("method", Kind::Text, "how it was made anonymous"),
    optional("outcome", Kind::Text, "what the motivated-intruder test found"),
    optional("remove_after", Kind::Date, "the day after which it is taken down"),
];

/// What only a case study has.
#[derive(Clone, Debug)]
pub struct CaseStudy {
    /// Where it comes from.
    pub provenance: Provenance,
    /// What in it may distress a reader.
    pub warnings: Vec<String>,
    /// Harms, as slugs.
    pub harms: Vec<String>,
    /// The child's age band.
    pub age_band: Option<String>,
    /// Kinds of place.
    pub settings: Vec<String>,
    /// Agencies that took part.
    pub agencies: Vec<String>,
    /// The people.
    pub cast: Vec<CastMember>,
    /// What happened.
    pub timeline: Vec<Event>,
    /// What it teaches.
    pub learning: Vec<LearningPoint>,
    /// Questions for practice.
    pub questions: Vec<String>,
    /// Who made it anonymous.
    pub anonymisation: Option<Anonymisation>,
}

/// A person in a case study, by label.
#[derive(Clone, Debug)]
pub struct CastMember {
    /// "Child A".
    pub label: String,
    /// Who that is.
    pub role: String,
}

/// An event, in relative time.
#[derive(Clone, Debug)]
pub struct Event {
    /// "Month 3".
    pub at: String,
    /// What happened.
    pub event: String,
    /// Who knew.
    pub known_to: Vec<String>,
    /// How it was understood.
    pub seen_as: Option<String>,
}

/// A learning point.
#[derive(Clone, Debug)]
pub struct LearningPoint {
    /// What is to be learnt.
    pub point: String,
    /// The guidance, as written.
    pub guidance: Option<Spanned<String>>,
}

/// The anonymisation record.
#[derive(Clone, Debug)]
pub struct Anonymisation {
    /// The role that made it anonymous.
    pub by: String,
    /// The role that checked it.
    pub checked_by: String,
    /// When.
    pub date: Date,
    /// How.
    pub method: Option<String>,
    /// What the test found.
    pub outcome: Option<String>,
    /// When it is to be taken down.
    pub remove_after: Option<Date>,
}

impl CaseStudy {
    /// Reads the fields. `None` if a required one is absent, which has been reported.
    pub fn read(record: &Record) -> Option<CaseStudy> {
        Some(CaseStudy {
            provenance: Provenance::named(&record.words("provenance")?)?,
            warnings: record.plain_texts("warnings"),
            harms: record.plain_texts("harms"),
            age_band: record.words("age_band"),
            settings: record.plain_texts("settings"),
            agencies: record.plain_texts("agencies"),
            cast: record.records("cast").iter().filter_map(CastMember::read).collect(),
            timeline: record.records("timeline").iter().filter_map(Event::read).collect(),
            learning: record.records("learning").iter().filter_map(LearningPoint::read).collect(),
            questions: record.plain_texts("questions"),
            anonymisation: record.record("anonymisation").and_then(Anonymisation::read),
        })
    }
}

impl CastMember {
    fn read(record: &Record) -> Option<CastMember> {
        Some(CastMember { label: record.words("label")?, role: record.words("role")? })
    }
}

impl Event {
    fn read(record: &Record) -> Option<Event> {
        Some(Event {
            at: record.words("at")?,
            event: record.words("event")?,
            known_to: record.plain_texts("known_to"),
            seen_as: record.words("seen_as"),
        })
    }
}

impl LearningPoint {
    fn read(record: &Record) -> Option<LearningPoint> {
        Some(LearningPoint { point: record.words("point")?, guidance: record.text("guidance") })
    }
}

impl Anonymisation {
    fn read(record: &Record) -> Option<Anonymisation> {
        Some(Anonymisation {
            by: record.words("by")?,
            checked_by: record.words("checked_by")?,
            date: record.date("date")?.value,
            method: record.words("method"),
            outcome: record.words("outcome"),
            remove_after: record.date("remove_after").map(|date| date.value),
        })
    }
}
