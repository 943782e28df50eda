//! Ladders for disagreements: who talks to whom, step by step, from the people who disagree to those who decide.

use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::Spanned;

/// The fields of a step.
pub const RUNG: &[Field] = &[
    required("step", Kind::Text, "what is done"),
    required("who", Kind::Text, "the roles that talk to each other"),
    optional("within", Kind::Slug, "the id of a timescale"),
];

/// The fields of a ladder of its own.
pub const LADDER: &[Field] = &[
    required("id", Kind::Slug, "the id that the column If not agreed uses"),
    required("label", Kind::Text, "what is not agreed, for readers"),
    required("steps", Kind::Records(RUNG), "what to do, step by step"),
];

/// The ladder for one kind of disagreement. Responses name it under If not agreed.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// Unique in the framework.
    pub id: Spanned<String>,
    /// What is not agreed.
    pub label: String,
    /// Its steps, the first one first.
    pub steps: Vec<Rung>,
}

/// A step of a ladder.
#[derive(Clone, Debug)]
pub struct Rung {
    /// What is done.
    pub step: String,
    /// Who talks to whom.
    pub who: String,
    /// The id of a timescale.
    pub within: Option<Spanned<String>>,
}

impl Ladder {
    /// The anchor of a ladder on the framework's page; without an id, that of the one for all other disagreements.
    pub fn anchor(id: Option<&str>) -> String {
        id.map_or_else(|| "framework-escalation".to_owned(), |id| format!("ladder-{id}"))
    }

    /// Reads a ladder. `None` if a required field is absent, which has been reported.
    pub fn read(record: &Record) -> Option<Ladder> {
        Some(Ladder {
            id: record.text("id")?,
            label: record.words("label")?,
            steps: record.records("steps").iter().filter_map(Rung::read).collect(),
        })
    }
}

impl Rung {
    /// Reads a step. `None` if a required field is absent, which has been reported.
    pub fn read(record: &Record) -> Option<Rung> {
        Some(Rung { step: record.words("step")?, who: record.words("who")?, within: record.text("within") })
    }
}
