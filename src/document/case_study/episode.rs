//! Key practice episodes: the moments of a case from which most can be learnt.

use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::Spanned;

/// The fields of an episode.
pub const EPISODE: &[Field] = &[
    required("id", Kind::Slug, "its anchor on the page"),
    required("title", Kind::Text, "what to call it"),
    required("happened", Kind::Text, "what happened"),
    optional("known", Kind::Text, "what was known, and by whom"),
    optional("done", Kind::Text, "what was done"),
    optional("rationale", Kind::Text, "why that made sense at the time"),
    optional("missed", Kind::Records(MISSED), "the signs that were there and were not seen"),
    optional("good_practice", Kind::Texts, "what somebody did well"),
    optional("learning", Kind::Texts, "paths of .md files, with #anchor, that say what to do"),
    optional("decision", Kind::Record(DECISION), "a point at which readers are asked what they would do"),
];

const MISSED: &[Field] = &[
    required("sign", Kind::Slug, "the id of the indicator, in any framework of the site"),
    optional("how", Kind::Text, "how it showed in this case"),
];

const DECISION: &[Field] = &[
    required("question", Kind::Text, "what would you do?"),
    optional("options", Kind::Texts, "what you could do"),
    required("discussion", Kind::Text, "what to think about, and what good practice would be"),
];

/// A key practice episode.
#[derive(Clone, Debug)]
pub struct Episode {
    /// Its anchor.
    pub id: Spanned<String>,
    /// What to call it.
    pub title: String,
    /// What happened.
    pub happened: String,
    /// What was known.
    pub known: Option<String>,
    /// What was done.
    pub done: Option<String>,
    /// Why that made sense at the time.
    pub rationale: Option<String>,
    /// Signs that were missed.
    pub missed: Vec<MissedSign>,
    /// What was done well.
    pub good_practice: Vec<String>,
    /// Guidance, as written.
    pub learning: Vec<Spanned<String>>,
    /// What would you do?
    pub decision: Option<Decision>,
}

/// A sign that was there and was not seen.
#[derive(Clone, Debug)]
pub struct MissedSign {
    /// The indicator, by id.
    pub sign: Spanned<String>,
    /// How it showed.
    pub how: Option<String>,
}

/// A point at which readers are asked what they would do.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The question.
    pub question: String,
    /// What could be done.
    pub options: Vec<String>,
    /// What to think about.
    pub discussion: String,
}

impl Episode {
    /// Reads an episode. `None` if a required field is absent, which has been reported.
    pub fn read(record: &Record) -> Option<Episode> {
        Some(Episode {
            id: record.text("id")?,
            title: record.words("title")?,
            happened: record.words("happened")?,
            known: record.words("known"),
            done: record.words("done"),
            rationale: record.words("rationale"),
            missed: record.records("missed").iter().filter_map(MissedSign::read).collect(),
            good_practice: record.plain_texts("good_practice"),
            learning: record.texts("learning"),
            decision: record.record("decision").and_then(Decision::read),
        })
    }
}

impl MissedSign {
    fn read(record: &Record) -> Option<MissedSign> {
        Some(MissedSign { sign: record.text("sign")?, how: record.words("how") })
    }
}

impl Decision {
    fn read(record: &Record) -> Option<Decision> {
        Some(Decision {
            question: record.words("question")?,
            options: record.plain_texts("options"),
            discussion: record.words("discussion")?,
        })
    }
}
