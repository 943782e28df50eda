//! Who reads along while pages are made, such as search.

use super::thresholds::view::{LevelPageView, SignPageView};
use super::view::{ActView, ChangeView, ContactView, PageView, TermView, TimescaleView};
use crate::site::Page;

/// A page with text, in the words that its template is given.
pub enum Readable<'a> {
    /// A document.
    Document(&'a Page, &'a PageView),
    /// A sign, with the framework that says it.
    Sign(&'a Page, &'a PageView, &'a SignPageView),
    /// Another page of a framework: its navigator, signs by level, register or a level.
    Part(&'a Page, &'a PageView, FrameworkPart<'a>),
    /// The glossary.
    Glossary(&'a PageView, &'a [TermView]),
    /// Legislation.
    Legislation(&'a PageView, &'a [ActView]),
    /// Contacts.
    Contacts(&'a PageView, &'a [ContactView]),
    /// Timescales.
    Timescales(&'a PageView, &'a [TimescaleView]),
    /// What changed.
    Changes(&'a PageView, &'a [ChangeView]),
}

/// A page of a framework besides its document and its signs.
#[derive(Clone, Copy, Debug)]
pub enum FrameworkPart<'a> {
    /// From what one sees to what is to be done.
    Navigator,
    /// Domains and levels.
    Matrix,
    /// Who does what.
    Register,
    /// A level.
    Level(&'a LevelPageView),
}

/// Reads pages as they are made.
pub trait Reader: Sync {
    /// Whether it reads at all: plain text is made only for who does.
    fn wants_words(&self) -> bool {
        true
    }

    /// Reads a page, from many threads at once and in any order.
    fn read(&self, readable: &Readable) -> Option<search_index::Page>;

    /// Takes what was read, from one thread, in the order of the pages.
    fn take(&self, page: search_index::Page);
}

/// Nobody reads along.
pub struct Nobody;

impl Reader for Nobody {
    fn wants_words(&self) -> bool {
        false
    }

    fn read(&self, _: &Readable) -> Option<search_index::Page> {
        None
    }

    fn take(&self, _: search_index::Page) {}
}
