//! Case studies: the fields of front matter that only they have.

pub mod episode;
pub mod record;

use crate::front_matter::choice::choice;
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::Spanned;
use episode::Episode;
use record::Anonymisation;

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
    optional("background", Kind::Text, "what to know of the child's life before it begins"),
    optional("cast", Kind::Records(CAST), "the people, by label and role"),
    optional("timeline", Kind::Records(EVENT), "what happened, in relative time"),
    optional("episodes", Kind::Records(episode::EPISODE), "the moments from which most can be learnt"),
    optional("voice", Kind::Text, "what the child and the family said, in our words"),
    optional("learning", Kind::Records(LEARNING), "what the case teaches, and the guidance that says so"),
    optional("recommendations", Kind::Texts, "what the agencies were asked to change, by role"),
    optional("questions", Kind::Texts, "questions for practice"),
    optional("training", Kind::Record(TRAINING), "how to use the case in training"),
    required("anonymisation", Kind::Record(record::ANONYMISATION), "who made and who checked it anonymous"),
];

const CAST: &[Field] = &[
    required("label", Kind::Text, "a label such as Child A; never a name"),
    required("role", Kind::Text, "who that is in the case"),
    optional("relation", Kind::Text, "how that person is related to the others, by label"),
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

const TRAINING: &[Field] = &[
    optional("matters", Kind::Text, "why the case matters, in one or two sentences"),
    optional("purpose", Kind::Text, "what people can do afterwards"),
    optional("notes", Kind::Texts, "what the person who leads the session should know"),
    optional("handouts", Kind::Texts, "extra sheets, each as one text"),
    optional("minutes", Kind::Number, "how long the exercise takes, if not 45"),
    optional("steps", Kind::Records(STEP), "the plan of the exercise, in place of the usual one"),
];

const STEP: &[Field] = &[
    required("title", Kind::Text, "what it is called"),
    required("minutes", Kind::Number, "how long it takes"),
    required("task", Kind::Text, "what people do"),
    optional("episode", Kind::Slug, "the id of the episode at which they decide"),
    optional("note", Kind::Text, "what the person who leads should know about it"),
];

/// How long an exercise takes if nothing else is said, in minutes.
pub const EXERCISE: u32 = 45;

/// What only a case study has.
#[derive(Clone, Debug)]
pub struct CaseStudy {
    /// Where it comes from.
    pub provenance: Provenance,
    /// What in it may distress a reader.
    pub warnings: Vec<String>,
    /// Harms, as slugs.
    pub harms: Vec<Spanned<String>>,
    /// The child's age band.
    pub age_band: Option<String>,
    /// Kinds of place.
    pub settings: Vec<Spanned<String>>,
    /// Agencies that took part.
    pub agencies: Vec<Spanned<String>>,
    /// What to know before it begins.
    pub background: Option<String>,
    /// The people.
    pub cast: Vec<CastMember>,
    /// What happened.
    pub timeline: Vec<Event>,
    /// Key practice episodes, in order.
    pub episodes: Vec<Episode>,
    /// What the child and the family said, in our words.
    pub voice: Option<String>,
    /// What it teaches.
    pub learning: Vec<LearningPoint>,
    /// What the agencies were asked to change.
    pub recommendations: Vec<String>,
    /// Questions for practice.
    pub questions: Vec<String>,
    /// How to use it in training.
    pub training: Training,
    /// Who made it anonymous, and who checked that.
    pub anonymisation: Anonymisation,
}

/// What a training pack needs besides the case itself.
#[derive(Clone, Debug, Default)]
pub struct Training {
    /// Why it matters.
    pub matters: Option<String>,
    /// What people can do afterwards.
    pub purpose: Option<String>,
    /// For the person who leads the session.
    pub notes: Vec<String>,
    /// Extra sheets.
    pub handouts: Vec<String>,
    /// How long the exercise takes, if not [`EXERCISE`].
    pub minutes: Option<Spanned<u32>>,
    /// The plan of the exercise; empty for the usual one.
    pub steps: Vec<ExerciseStep>,
}

/// A step of an exercise that its author planned.
#[derive(Clone, Debug)]
pub struct ExerciseStep {
    /// What it is called.
    pub title: String,
    /// How long it takes.
    pub minutes: Spanned<u32>,
    /// What people do.
    pub task: String,
    /// The episode at which they decide, by id.
    pub episode: Option<Spanned<String>>,
    /// For the person who leads.
    pub note: Option<String>,
}

/// A person in a case study, by label.
#[derive(Clone, Debug)]
pub struct CastMember {
    /// "Child A".
    pub label: String,
    /// Who that is.
    pub role: String,
    /// How that person is related to the others.
    pub relation: Option<String>,
}

/// An event, in relative time.
#[derive(Clone, Debug)]
pub struct Event {
    /// "Month 3".
    pub at: Spanned<String>,
    /// What happened.
    pub event: String,
    /// Who knew.
    pub known_to: Vec<Spanned<String>>,
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

impl CaseStudy {
    /// Reads the fields. `None` if a required one is absent, which has been reported.
    pub fn read(record: &Record) -> Option<CaseStudy> {
        Some(CaseStudy {
            provenance: Provenance::named(&record.words("provenance")?)?,
            warnings: record.plain_texts("warnings"),
            harms: record.texts("harms"),
            age_band: record.words("age_band"),
            settings: record.texts("settings"),
            agencies: record.texts("agencies"),
            background: record.words("background"),
            cast: record.records("cast").iter().filter_map(CastMember::read).collect(),
            timeline: record.records("timeline").iter().filter_map(Event::read).collect(),
            episodes: record.records("episodes").iter().filter_map(Episode::read).collect(),
            voice: record.words("voice"),
            learning: record.records("learning").iter().filter_map(LearningPoint::read).collect(),
            recommendations: record.plain_texts("recommendations"),
            questions: record.plain_texts("questions"),
            training: record.record("training").map(Training::read).unwrap_or_default(),
            anonymisation: record.record("anonymisation").and_then(Anonymisation::read)?,
        })
    }

    /// The anchors of those sections of its page that are made of its fields.
    pub fn sections(&self) -> impl Iterator<Item = &'static str> {
        let has_signs = self.episodes.iter().any(|episode| !episode.missed.is_empty());
        let sections = [
            ("case-background", self.background.is_some()),
            ("case-people", !self.cast.is_empty()),
            ("case-timeline", !self.timeline.is_empty()),
            ("case-episodes", !self.episodes.is_empty()),
            ("case-voice", self.voice.is_some()),
            ("case-learning", !self.learning.is_empty()),
            ("case-recommendations", !self.recommendations.is_empty()),
            ("case-signs", has_signs),
            ("case-questions", !self.questions.is_empty()),
            ("case-training", true),
            ("case-anonymisation", true),
        ];
        sections.into_iter().filter(|(_, is_there)| *is_there).map(|(anchor, _)| anchor)
    }
}

impl CastMember {
    fn read(record: &Record) -> Option<CastMember> {
        Some(CastMember {
            label: record.words("label")?,
            role: record.words("role")?,
            relation: record.words("relation"),
        })
    }
}

impl Event {
    fn read(record: &Record) -> Option<Event> {
        Some(Event {
            at: record.text("at")?,
            event: record.words("event")?,
            known_to: record.texts("known_to"),
            seen_as: record.words("seen_as"),
        })
    }
}

impl LearningPoint {
    fn read(record: &Record) -> Option<LearningPoint> {
        Some(LearningPoint { point: record.words("point")?, guidance: record.text("guidance") })
    }
}

impl Training {
    fn read(record: &Record) -> Training {
        Training {
            matters: record.words("matters"),
            purpose: record.words("purpose"),
            notes: record.plain_texts("notes"),
            handouts: record.plain_texts("handouts"),
            minutes: record.number("minutes"),
            steps: record.records("steps").iter().filter_map(ExerciseStep::read).collect(),
        }
    }

    /// How long the exercise takes, in minutes.
    pub fn length(&self) -> u32 {
        self.minutes.as_ref().map_or(EXERCISE, |minutes| minutes.value)
    }
}

impl ExerciseStep {
    fn read(record: &Record) -> Option<ExerciseStep> {
        Some(ExerciseStep {
            title: record.words("title")?,
            minutes: record.number("minutes")?,
            task: record.words("task")?,
            episode: record.text("episode"),
            note: record.words("note"),
        })
    }
}
