//! Markdown to HTML, with links decided by a [`Host`].
//!
//! A body is converted twice from the same text by the same code: `parse` lets [`Collect`] note what
//! is there, and `render` places what those links have been resolved to. So no page's HTML is kept
//! in memory between the stages.

mod attributes;
mod block;
mod convert;
mod escape;
mod footnote;
pub mod heading;
mod image;
mod padding;
pub mod raw_html;
pub mod rows;
mod run;
mod section;
mod stray;
mod table;
mod timescale;
mod words;

pub use convert::{Converted, Inline, Input, convert, convert_inline, options};
pub use escape::{push_attribute, push_href, push_text};

use crate::source::Span;
use rows::{RowKind, RowTable};

/// What a body holds, in the order of its text.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Headings, with the ids that links can name.
    pub headings: Vec<Heading>,
    /// Links, images and contacts, as written.
    pub links: Vec<Written>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its id on the page.
    pub id: String,
    /// Its text without markup.
    pub text: String,
    /// Its place.
    pub span: Span,
}

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A link in running text.
    Link,
    /// An image.
    Image,
    /// The source of a duty.
    DutySource,
    /// A contact's card.
    Contact,
    /// From a row of a framework to the page about it.
    Row,
    /// A timescale, in words.
    Timescale,
}

/// A link as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What it is for.
    pub kind: LinkKind,
    /// Where it leads: a path to an `.md` file, an address, `term:…`, `law:…`, `sign:…`, `duty:…`
    /// or `#anchor`.
    pub destination: String,
    /// Its place; relative paths start from this place's file.
    pub span: Span,
}

/// What a link becomes on a page.
#[derive(Clone, Debug, Default)]
pub struct Placed {
    /// The address to write; empty means that the text is shown without a link.
    pub href: String,
    /// The text of a link that has none of its own; for a contact, the HTML of its card.
    pub text: String,
    /// Whether it leads away from the site.
    pub external: bool,
    /// What follows the link: the nation of a law that the page's own nations do not share.
    pub after: String,
    /// What it says when pointed at: the law or guidance that sets a timescale.
    pub title: String,
    /// For a contact, its card in plain text, where words are wanted.
    pub words: String,
}

/// What a cell shows that names something by its id.
#[derive(Clone, Debug)]
pub enum Shown {
    /// Words, in which terms may be marked.
    Words(String),
    /// A link to it.
    Link(Placed),
}

/// Decides what links become and which words of the text are marked.
pub trait Host {
    /// What a link becomes.
    fn link(&mut self, written: Written) -> Placed;

    /// What a cell of a framework's table shows instead of what is written. The column is in lower case.
    fn cell(&mut self, _kind: RowKind, _column: &str, _text: &str) -> Option<Shown> {
        None
    }

    /// How many links there have been, where they are counted.
    fn links_noted(&self) -> usize {
        0
    }

    /// A table whose rows mean something, at its end.
    fn rows(&mut self, _table: RowTable) {}

    /// A stretch of running text, outside headings, links and code: HTML if words in it are marked.
    fn text(&mut self, _text: &str) -> Option<String> {
        None
    }

    /// Whether HTML is wanted at all.
    fn wants_html(&self) -> bool {
        true
    }

    /// Whether the words are wanted in plain text as well.
    fn wants_words(&self) -> bool {
        false
    }
}

/// The host of the parse stage: notes every link and makes no HTML.
#[derive(Debug, Default)]
pub struct Collect {
    /// The links, in the order of the text.
    pub links: Vec<Written>,
    /// Tables whose rows mean something.
    pub tables: Vec<RowTable>,
}

impl Host for Collect {
    fn link(&mut self, written: Written) -> Placed {
        self.links.push(written);
        Placed::default()
    }

    fn links_noted(&self) -> usize {
        self.links.len()
    }

    fn rows(&mut self, table: RowTable) {
        self.tables.push(table);
    }

    fn wants_html(&self) -> bool {
        false
    }
}
