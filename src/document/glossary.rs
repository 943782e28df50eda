//! The glossary: `content/glossary.yaml`.

use super::meta::Nation;
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::Spanned;

/// The fields of a term.
pub const FIELDS: &[Field] = &[
    required("id", Kind::Slug, "the id that term: links use"),
    required("term", Kind::Text, "the term, written as in running text"),
    optional("abbreviation", Kind::Text, "its short form"),
    required("definition", Kind::Text, "one paragraph of plain words; inline Markdown"),
    optional("also", Kind::Texts, "other written forms to recognise"),
    optional("see", Kind::Slugs, "ids of terms to read as well"),
    optional("nations", Kind::Choices(Nation::NAMES), "the nations that use the term so"),
];

/// A term of the glossary.
#[derive(Clone, Debug)]
pub struct Term {
    /// The id that `term:` links use.
    pub id: Spanned<String>,
    /// The term.
    pub term: String,
    /// Its short form.
    pub abbreviation: Option<String>,
    /// One paragraph of inline Markdown.
    pub definition: Spanned<String>,
    /// Other written forms.
    pub also: Vec<String>,
    /// Ids of terms to read as well.
    pub see: Vec<Spanned<String>>,
    /// The nations that use the term so; none named means all.
    pub nations: Vec<Nation>,
}

impl Term {
    /// Reads a term. `None` if a required field is absent, which has been reported.
    pub fn read(record: &Record) -> Option<Term> {
        Some(Term {
            id: record.text("id")?,
            term: record.words("term")?,
            abbreviation: record.words("abbreviation"),
            definition: record.text("definition")?,
            also: record.plain_texts("also"),
            see: record.texts("see"),
            nations: record.texts("nations").iter().filter_map(|name| Nation::named(&name.value)).collect(),
        })
    }

    /// Every written form: the term, its short form and the others.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.term).chain(&self.abbreviation).chain(&self.also).map(String::as_str)
    }
}
