//! Two frameworks side by side.

mod fields;
mod pairs;
mod words;

pub use fields::{said_of_ladder, trigger_in_words};
pub use words::{Piece, words};

use super::applied::Applied;
use crate::document::timescale::Timescale;

/// A line of a comparison: the same thing in two frameworks, or what only one of them has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is compared.
    pub subject: Subject,
    /// Its name on the left: a level's number and label, a statement, an action, a timescale's name. For
    /// what is only on the right, its name there.
    pub title: String,
    /// Its id on the left: of an indicator, response or timescale; the anchor of a level or ladder.
    pub left: Option<String>,
    /// Its id on the right.
    pub right: Option<String>,
    /// What became of it.
    pub verdict: Verdict,
    /// What both say, field by field. On a side that does not have it, all are empty.
    pub fields: Vec<Field>,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A level of need.
    Level,
    /// An indicator.
    Indicator,
    /// A response.
    Response,
    /// A timescale that responses use.
    Timescale,
    /// A ladder for disagreements.
    Ladder,
}

/// How two frameworks stand to each other in one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Both say the same.
    Same,
    /// They differ in some fields.
    Changed,
    /// Only the left one has it.
    OnlyLeft,
    /// Only the right one has it.
    OnlyRight,
}

/// What two frameworks say in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The field's name for readers.
    pub name: &'static str,
    /// On the left; empty if it says nothing.
    pub left: String,
    /// On the right.
    pub right: String,
}

impl Field {
    /// Whether the two differ.
    pub fn differs(&self) -> bool {
        self.left != self.right
    }
}

/// Levels, indicators, responses, timescales and ladders of two frameworks side by side, in the order of the left
/// one, each kind's parts that only the right one has at its end.
pub fn rows(left: &Applied, right: &Applied, timescales: &[Timescale]) -> Vec<Row> {
    let mut rows = pairs::levels(left, right);
    rows.extend(pairs::indicators(left, right));
    rows.extend(pairs::responses(left, right, timescales));
    rows.extend(pairs::timescales(left, right, timescales));
    rows.extend(pairs::ladders(left, right, timescales));
    rows
}
