//! What templates are given of a case study.

use super::{DateView, LinkView};
use serde::Serialize;

/// What only a case study has.
#[derive(Clone, Debug, Serialize)]
pub struct CaseStudyView {
    /// "Fictional".
    pub provenance: String,
    /// Content warnings.
    pub warnings: Vec<String>,
    /// Harms, in words.
    pub harms: Vec<String>,
    /// "13 to 15".
    pub age_band: Option<String>,
    /// Kinds of place, in words.
    pub settings: Vec<String>,
    /// Agencies, in words.
    pub agencies: Vec<String>,
    /// The people: label and role.
    pub cast: Vec<(String, String)>,
    /// What happened.
    pub timeline: Vec<EventView>,
    /// What it teaches.
    pub learning: Vec<LearningView>,
    /// Questions for practice.
    pub questions: Vec<String>,
    /// Who made it anonymous.
    pub anonymisation: AnonymisationView,
}

/// An event in relative time.
#[derive(Clone, Debug, Serialize)]
pub struct EventView {
    /// "Month 3".
    pub at: String,
    /// What happened.
    pub event: String,
    /// Who knew, in words: "school, police".
    pub known_to: String,
    /// How it was understood.
    pub seen_as: Option<String>,
}

/// A learning point.
#[derive(Clone, Debug, Serialize)]
pub struct LearningView {
    /// The point.
    pub point: String,
    /// The guidance that says what to do.
    pub guidance: Option<LinkView>,
}

/// The anonymisation record.
#[derive(Clone, Debug, Serialize)]
pub struct AnonymisationView {
    /// By which role.
    pub by: String,
    /// Checked by which role.
    pub checked_by: String,
    /// When.
    pub date: DateView,
    /// How.
    pub method: Option<String>,
    /// What the test found.
    pub outcome: Option<String>,
    /// When it is to be taken down.
    pub remove_after: DateView,
}
