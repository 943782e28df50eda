//! The zones of a record, and how terms tell them apart.

/// The one field of the tantivy index.
pub const FIELD: &str = "text";

/// Where in a page a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Under a heading.
    Body,
    /// In the title of the page, in its first record; in the heading, in any other.
    Name,
    /// In the summary or the search terms of the page; in its first record.
    Lead,
}

/// Begins a term that stands for all mutations of a Welsh word.
pub const WELSH: &str = "\u{4}";

impl Zone {
    /// Ends a term of this zone. The suffixes sort directly after the word itself, so that all zones of a word are
    /// neighbours in the dictionary.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Body => "",
            Self::Name => "\u{1}",
            Self::Lead => "\u{2}",
        }
    }

    /// Begins a text of this zone in a record.
    pub fn mark(self) -> char {
        match self {
            Self::Body => '\u{3}',
            Self::Name => '\u{1}',
            Self::Lead => '\u{2}',
        }
    }

    /// The zone that a byte marks.
    pub fn of_mark(byte: u8) -> Option<Self> {
        [Self::Body, Self::Name, Self::Lead].into_iter().find(|zone| zone.mark() as u32 == u32::from(byte))
    }

    /// Takes a term of the dictionary apart.
    pub fn split(term: &[u8]) -> (&[u8], Self) {
        match term {
            [word @ .., 1] => (word, Self::Name),
            [word @ .., 2] => (word, Self::Lead),
            word => (word, Self::Body),
        }
    }
}
