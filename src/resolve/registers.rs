//! The rows of frameworks by id, for links and references from everywhere.

use crate::document::{Document, DocumentType, Kind};
use crate::site::PageId;
use std::collections::{BTreeMap, BTreeSet};

/// The rows of all published frameworks.
#[derive(Debug, Default)]
pub struct Registers<'a> {
    /// Indicators by id: the framework and the number in it.
    pub signs: BTreeMap<&'a str, (PageId, usize)>,
    /// Responses by id.
    pub duties: BTreeMap<&'a str, (PageId, usize)>,
    /// Ids of rows that have findings of their own; links to them are not at fault.
    unread: BTreeSet<&'a str>,
    /// Whether there may be rows of which not even the id is known.
    has_gaps: bool,
}

impl<'a> Registers<'a> {
    /// Makes the tables. Where an id is given twice, which is reported elsewhere, the first counts.
    pub fn new(documents: &[&'a Document], faulty: &BTreeSet<String>) -> Registers<'a> {
        let mut registers = Registers {
            has_gaps: faulty.iter().any(|path| DocumentType::of_path(path) == DocumentType::Framework),
            ..Registers::default()
        };
        for (at, document) in documents.iter().enumerate() {
            let Kind::Framework(framework) = &document.kind else { continue };
            let page = PageId::of(at);
            for (number, row) in framework.indicators.iter().enumerate() {
                registers.signs.entry(&row.id.value).or_insert((page, number));
            }
            for (number, row) in framework.responses.iter().enumerate() {
                registers.duties.entry(&row.id.value).or_insert((page, number));
            }
            registers.unread.extend(framework.unread.iter().map(String::as_str));
        }
        registers.has_gaps |= registers.unread.contains("");
        registers
    }

    /// Whether a row with an id may be there and could not be read.
    pub fn may_be_unread(&self, id: &str) -> bool {
        self.has_gaps || self.unread.contains(id)
    }
}
