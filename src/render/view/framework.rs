//! What templates are given of a threshold framework.

use super::{DateView, LinkView};
use serde::Serialize;

/// What only a framework has.
#[derive(Clone, Debug, Serialize)]
pub struct FrameworkView {
    /// The version.
    pub version: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When.
    pub approved_on: Option<DateView>,
    /// Why this version was made.
    pub reason_for_amendment: Option<String>,
    /// The harms in scope, in words; empty if none is named.
    pub harms: Vec<String>,
    /// Where the page has what statutory guidance asks a threshold document to have.
    pub covers: Vec<LinkView>,
    /// "Child and family".
    pub unit_of_assessment: String,
    /// "England", or "Exampleshire, England".
    pub jurisdiction: String,
    /// Says that it supports professional judgement.
    pub judgement_statement: String,
    /// Levels, lowest first.
    pub levels: Vec<LevelView>,
    /// What those do who do not agree: about anything, then about some responses. Empty if nothing is said.
    pub ladders: Vec<LadderView>,
}

/// A level of need.
#[derive(Clone, Debug, Serialize)]
pub struct LevelView {
    /// From 1.
    pub number: u32,
    /// Its anchor.
    pub anchor: String,
    /// Its name.
    pub label: String,
    /// Names that other areas use.
    pub aliases: Vec<String>,
    /// What describes a child at this level.
    pub descriptor: Option<String>,
    /// Whether consent is needed.
    pub consent: Option<String>,
    /// Legislation.
    pub law: Vec<LinkView>,
}

/// A ladder for disagreements.
#[derive(Clone, Debug, Serialize)]
pub struct LadderView {
    /// Its place on the framework's page.
    pub anchor: String,
    /// What is not agreed.
    pub label: String,
    /// Its steps.
    pub steps: Vec<RungView>,
    /// The national steps, where a local ladder has taken their place.
    pub national: Vec<RungView>,
}

/// A step of a ladder.
#[derive(Clone, Debug, Serialize)]
pub struct RungView {
    /// What is done.
    pub step: String,
    /// Who talks to whom.
    pub who: String,
    /// By when; empty if it is left open.
    pub within: String,
    /// Where that timescale is explained.
    pub within_url: Option<String>,
}
