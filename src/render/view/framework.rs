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
    /// "Child and family".
    pub unit_of_assessment: String,
    /// "England", or "Exampleshire, England".
    pub jurisdiction: String,
    /// Says that it supports professional judgement.
    pub judgement_statement: String,
    /// Levels, lowest first.
    pub levels: Vec<LevelView>,
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
