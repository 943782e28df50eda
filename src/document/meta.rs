//! The fields that every document has.

use crate::front_matter::choice::choice;
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::{Span, Spanned};
use jiff::civil::Date;

choice! {
    /// Where a document stands in its life.
    Status {
        /// Not for publication.
        Draft "draft" "Draft"
        /// Open for comment; not yet guidance.
        Consultation "consultation" "For consultation"
        /// Decided, not yet in force.
        Approved "approved" "Approved"
        /// To be followed now.
        InForce "in-force" "In force"
        /// Replaced by something newer.
        Superseded "superseded" "Superseded"
        /// No longer to be followed, and not replaced.
        Withdrawn "withdrawn" "Withdrawn"
    }
}

choice! {
    /// A nation of the United Kingdom, whose law a statement is about.
    Nation {
        /// England.
        England "england" "England"
        /// Wales.
        Wales "wales" "Wales"
        /// Scotland.
        Scotland "scotland" "Scotland"
        /// Northern Ireland.
        NorthernIreland "northern-ireland" "Northern Ireland"
    }
}

/// The fields shared by every document type, save the summary.
pub const FIELDS: &[Field] = &[
    required("title", Kind::Text, "the page's title, in sentence case"),
    optional("id", Kind::Text, "an id of its own; left out, it is the path without extension"),
    optional(
        "type",
        Kind::Choice(super::DocumentType::NAMES),
        "the document type, where the folder does not choose it",
    ),
    optional("status", Kind::Choice(Status::NAMES), "where the document stands in its life"),
    optional("published", Kind::Date, "the day it was first published"),
    optional("in_force_from", Kind::Date, "the day from which it is to be followed"),
    optional("in_force_to", Kind::Date, "the last day on which it is to be followed"),
    optional("review_by", Kind::Date, "the day by which somebody must have checked it again"),
    optional("reviewed", Kind::Records(REVIEW), "who checked it, when, and against what"),
    optional("owner", Kind::Text, "the role or team that answers for it"),
    optional("nations", Kind::Choices(Nation::NAMES), "the nations whose law and practice it describes"),
    optional("audience", Kind::Slugs, "ids of audiences from site.yaml"),
    optional("topics", Kind::Slugs, "ids of topics from site.yaml"),
    optional("aliases", Kind::Texts, "old addresses that lead here, such as guidance/old-name.html"),
    optional("supersedes", Kind::Texts, "ids of pages that it replaces"),
    optional("changes", Kind::Records(CHANGE), "what changed, newest first"),
    optional("related", Kind::Texts, "paths of related .md files"),
    optional("sources", Kind::Records(CITATION), "named public sources that it re-words"),
    optional("search_terms", Kind::Texts, "words that readers may type for it"),
    optional("search", Kind::Flag, "false keeps the page out of the site's search"),
    optional("lang", Kind::Choice(&["en", "cy"]), "its language, if not the site's"),
    optional("translation_of", Kind::Text, "path of the .md file that it translates"),
    optional("licence", Kind::Text, "the licence of its text, if not the site's"),
    optional("attribution", Kind::Text, "the acknowledgement that the licence asks for"),
    optional("extra", Kind::Free, "anything else; themes can use it"),
];

/// The summary of a type that must have one.
pub const SUMMARY_REQUIRED: &[Field] = &[required("summary", Kind::Text, SUMMARY)];

/// The summary of a type that may have one.
pub const SUMMARY_OPTIONAL: &[Field] = &[optional("summary", Kind::Text, SUMMARY)];

const SUMMARY: &str = "what the page tells, in one or two sentences";

const REVIEW: &[Field] = &[
    required("on", Kind::Date, "the day of the review"),
    required("by", Kind::Text, "the role that reviewed it; never a person's name"),
    optional("evidence", Kind::Text, "what was checked and found"),
];

const CHANGE: &[Field] = &[
    required("date", Kind::Date, "the day of the change"),
    required("note", Kind::Text, "what changed, for readers"),
    optional("reason", Kind::Text, "why"),
];

const CITATION: &[Field] = &[
    required("title", Kind::Text, "the source's title"),
    optional("url", Kind::Text, "its address"),
    optional("publisher", Kind::Text, "who published it"),
    optional("date", Kind::Date, "the day of the version used"),
];

/// The fields that every document has.
#[derive(Clone, Debug)]
pub struct Meta {
    /// Where the front matter begins; findings about the page as a whole point here.
    pub span: Span,
    /// The page's title.
    pub title: Spanned<String>,
    /// What the page tells, in one or two sentences.
    pub summary: Option<String>,
    /// An id of its own.
    pub id: Option<Spanned<String>>,
    /// Where it stands in its life, if it says so.
    pub status: Option<Status>,
    /// First published.
    pub published: Option<Date>,
    /// To be followed from this day.
    pub in_force_from: Option<Date>,
    /// To be followed up to this day.
    pub in_force_to: Option<Date>,
    /// To be checked again by this day.
    pub review_by: Option<Date>,
    /// Past reviews.
    pub reviewed: Vec<Review>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Nations whose law and practice it describes.
    pub nations: Vec<Nation>,
    /// Ids of audiences.
    pub audience: Vec<Spanned<String>>,
    /// Ids of topics.
    pub topics: Vec<Spanned<String>>,
    /// Old addresses.
    pub aliases: Vec<Spanned<String>>,
    /// Ids of pages that it replaces.
    pub supersedes: Vec<Spanned<String>>,
    /// What changed.
    pub changes: Vec<Change>,
    /// Paths of related pages, as written.
    pub related: Vec<Spanned<String>>,
    /// Named sources.
    pub sources: Vec<Citation>,
    /// Words that readers may type for it.
    pub search_terms: Vec<Spanned<String>>,
    /// Whether the site's search finds it.
    pub search: bool,
    /// Its language, if not the site's.
    pub lang: Option<String>,
    /// The page that it translates, as written.
    pub translation_of: Option<Spanned<String>>,
    /// Its licence, if not the site's.
    pub licence: Option<String>,
    /// The acknowledgement that the licence asks for.
    pub attribution: Option<String>,
    /// Anything else.
    pub extra: Option<crate::front_matter::node::Node>,
}

/// An act of review.
#[derive(Clone, Debug)]
pub struct Review {
    /// When.
    pub on: Date,
    /// By which role.
    pub by: String,
    /// What was checked.
    pub evidence: Option<String>,
}

/// A change to a page.
#[derive(Clone, Debug)]
pub struct Change {
    /// When.
    pub date: Date,
    /// What changed.
    pub note: String,
    /// Why.
    pub reason: Option<String>,
}

/// A named source.
#[derive(Clone, Debug)]
pub struct Citation {
    /// Its title.
    pub title: String,
    /// Its address, as written.
    pub url: Option<Spanned<String>>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The day of the version used.
    pub date: Option<Date>,
}

impl Meta {
    /// Reads the shared fields. `None` if there is no title, which has been reported.
    pub fn read(record: &Record) -> Option<Meta> {
        let day = |name| record.date(name).map(|date| date.value);
        Some(Meta {
            span: record.span,
            title: record.text("title")?,
            summary: record.words("summary"),
            id: record.text("id"),
            status: record.words("status").and_then(|name| Status::named(&name)),
            published: day("published"),
            in_force_from: day("in_force_from"),
            in_force_to: day("in_force_to"),
            review_by: day("review_by"),
            reviewed: record.records("reviewed").iter().filter_map(Review::read).collect(),
            owner: record.words("owner"),
            nations: record.texts("nations").iter().filter_map(|name| Nation::named(&name.value)).collect(),
            audience: record.texts("audience"),
            topics: record.texts("topics"),
            aliases: record.texts("aliases"),
            supersedes: record.texts("supersedes"),
            changes: record.records("changes").iter().filter_map(Change::read).collect(),
            related: record.texts("related"),
            sources: record.records("sources").iter().filter_map(Citation::read).collect(),
            search_terms: record.texts("search_terms"),
            search: record.flag_unless_off("search"),
            lang: record.words("lang"),
            translation_of: record.text("translation_of"),
            licence: record.words("licence"),
            attribution: record.words("attribution"),
            extra: record.free("extra").map(|value| value.value.clone()),
        })
    }
}

impl Review {
    fn read(record: &Record) -> Option<Review> {
        Some(Review { on: record.date("on")?.value, by: record.words("by")?, evidence: record.words("evidence") })
    }
}

impl Change {
    fn read(record: &Record) -> Option<Change> {
        Some(Change { date: record.date("date")?.value, note: record.words("note")?, reason: record.words("reason") })
    }
}

impl Citation {
    fn read(record: &Record) -> Option<Citation> {
        Some(Citation {
            title: record.words("title")?,
            url: record.text("url"),
            publisher: record.words("publisher"),
            date: record.date("date").map(|date| date.value),
        })
    }
}
