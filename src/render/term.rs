//! A glossary term's view.

use super::Shared;
use super::place::Placing;
use super::view::TermView;
use super::words::made;
use crate::diagnostic::Diagnostics;
use crate::markdown::{Inline, convert_inline};
use crate::site::nations_in_words;
use std::collections::BTreeSet;

/// A term's view, its definition's links as seen from a page.
pub fn term_view(shared: &Shared, from: &str, number: usize) -> TermView {
    let site = shared.site;
    let term = &site.glossary[number];
    let links = &site.glossary_links[number];
    let mut placing = Placing {
        site,
        from,
        targets: links.definition.iter(),
        nations: &[],
        citations: &[],
        cards: &shared.cards,
        law_in_full: false,
        words: shared.reader.wants_words(),
        terms: None,
        used: Vec::new(),
        seen: BTreeSet::new(),
    };
    let definition = &term.definition;
    let see = links.see.iter().map(|other| {
        let other = &site.glossary[*other];
        made(&other.term, &format!("glossary.html#{}", other.id.value), None)
    });
    let Inline { html, words } =
        convert_inline(&definition.value, definition.span, shared.sources, &mut placing, &mut Diagnostics::new());
    TermView {
        id: term.id.value.clone(),
        term: term.term.clone(),
        abbreviation: term.abbreviation.clone(),
        definition: html,
        words,
        nations: nations_in_words(&term.nations),
        also: term.also.clone(),
        see: see.collect(),
    }
}
