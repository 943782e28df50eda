//! What templates are given of a case study.

use super::{DateView, LinkView};
use crate::document::case_study::ExerciseStep;
use serde::Serialize;

/// What only a case study has. Longer texts are lists of paragraphs.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CaseStudyView {
    /// "Fictional".
    pub provenance: String,
    /// "This case is made up. …": stands on every page that tells of it.
    pub provenance_note: String,
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
    /// What to know before it begins.
    pub background: Vec<String>,
    /// The people.
    pub cast: Vec<PersonView>,
    /// What happened.
    pub timeline: Vec<EventView>,
    /// Key practice episodes.
    pub episodes: Vec<EpisodeView>,
    /// What the child and the family said.
    pub voice: Vec<String>,
    /// What it teaches.
    pub learning: Vec<LearningView>,
    /// What the agencies were asked to change.
    pub recommendations: Vec<String>,
    /// Questions for practice.
    pub questions: Vec<String>,
    /// Every sign that its episodes show, once.
    pub signs: Vec<ShownSignView>,
    /// How to use it in training.
    pub training: TrainingView,
    /// The pages of its training pack.
    pub pack: Vec<LinkView>,
    /// Who made it anonymous.
    pub anonymisation: AnonymisationView,
}

/// A person in a case study.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    /// "Child A".
    pub label: String,
    /// Who that is, and how related to the others.
    pub role: String,
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

/// A key practice episode.
#[derive(Clone, Debug, Serialize)]
pub struct EpisodeView {
    /// Its anchor.
    pub id: String,
    /// Its number, from 1.
    pub number: usize,
    /// What to call it.
    pub title: String,
    /// What happened.
    pub happened: Vec<String>,
    /// What was known.
    pub known: Vec<String>,
    /// What was done.
    pub done: Vec<String>,
    /// Why that made sense at the time.
    pub rationale: Vec<String>,
    /// Signs that were missed.
    pub missed: Vec<MissedView>,
    /// What was done well.
    pub good_practice: Vec<String>,
    /// Guidance that says what to do.
    pub learning: Vec<LinkView>,
    /// What would you do?
    pub decision: Option<DecisionView>,
}

/// A sign that was there and was not seen.
#[derive(Clone, Debug, Serialize)]
pub struct MissedView {
    /// The sign, in the words of its framework.
    pub sign: SignView,
    /// How it showed.
    pub how: Option<String>,
}

/// A sign of a framework.
#[derive(Clone, Debug, Serialize)]
pub struct SignView {
    /// What somebody may see.
    pub statement: String,
    /// Its page.
    pub url: Option<String>,
}

/// A sign and the episodes that show it.
#[derive(Clone, Debug, Serialize)]
pub struct ShownSignView {
    /// The sign.
    pub sign: SignView,
    /// Anchors and titles of the episodes.
    pub episodes: Vec<(String, String)>,
}

/// A point at which readers are asked what they would do.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionView {
    /// The question.
    pub question: String,
    /// What could be done.
    pub options: Vec<String>,
    /// What to think about.
    pub discussion: Vec<String>,
}

/// A learning point.
#[derive(Clone, Debug, Serialize)]
pub struct LearningView {
    /// The point.
    pub point: String,
    /// The guidance that says what to do.
    pub guidance: Option<LinkView>,
}

/// How to use a case study in training.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TrainingView {
    /// Why it matters.
    pub matters: Vec<String>,
    /// What people can do afterwards.
    pub purpose: Option<String>,
    /// For the person who leads the session.
    pub notes: Vec<String>,
    /// Extra sheets, each as paragraphs.
    pub handouts: Vec<Vec<String>>,
    /// How long the exercise takes.
    pub minutes: u32,
    /// The plan of the exercise, if its author made one.
    #[serde(skip)]
    pub steps: Vec<ExerciseStep>,
}

/// The anonymisation record.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AnonymisationView {
    /// By which role.
    pub by: String,
    /// Checked by which role.
    pub checked_by: String,
    /// When.
    pub date: DateView,
    /// How.
    pub method: Option<String>,
    /// Somebody tried to identify the people.
    pub test: Option<IntruderTestView>,
    /// Details that were weighed and made more general.
    pub weighed: Vec<String>,
    /// Whether orders that restrict publication were looked for.
    pub court_orders_checked: bool,
    /// On what basis a survivor's account is published.
    pub consent_basis: Option<String>,
    /// When it is to be taken down.
    pub remove_after: DateView,
}

/// A test in which somebody tried to identify the people.
#[derive(Clone, Debug, Serialize)]
pub struct IntruderTestView {
    /// When.
    pub date: DateView,
    /// What was tried.
    pub method: String,
    /// What was found and changed.
    pub outcome: String,
}
