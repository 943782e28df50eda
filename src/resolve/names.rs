//! Ids: each given once.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::contact::Contact;
use crate::document::glossary::Term;
use crate::document::legislation::Act;
use crate::document::timescale::Timescale;
use crate::document::{Document, Kind};
use crate::markdown::heading::is_kept;
use crate::read::Sources;
use crate::rule::Rule;
use crate::settings::Settings;
use crate::source::Span;
use std::collections::BTreeMap;

/// Reports every id that is given twice.
pub fn check(
    settings: &Settings,
    documents: &[Document],
    glossary: &[Term],
    legislation: &[Act],
    contacts: &[Contact],
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    let mut once = Once { sources, diagnostics };
    once.each(
        "page",
        documents.iter().map(|document| {
            let place = document.meta.id.as_ref().map_or(document.meta.title.span, |id| id.span);
            (document.id(), place)
        }),
    );
    once.each("term", glossary.iter().map(|term| (term.id.value.as_str(), term.id.span)));
    once.each("Act", legislation.iter().map(|act| (act.id.value.as_str(), act.id.span)));
    for act in legislation {
        once.each("provision", act.provisions.iter().map(|provision| (provision.id.value.as_str(), provision.id.span)));
    }
    once.each("contact", contacts.iter().map(|contact| (contact.id.value.as_str(), contact.id.span)));
    once.each("topic", settings.topics.iter().map(|hub| (hub.id.value.as_str(), hub.id.span)));
    once.each("audience", settings.audiences.iter().map(|hub| (hub.id.value.as_str(), hub.id.span)));
    once.each(
        "collection",
        settings.collections.iter().map(|collection| (collection.id.value.as_str(), collection.id.span)),
    );
}

/// Reports every id of frameworks, case studies and timescales that is given twice.
pub fn check_rows(documents: &[Document], timescales: &[Timescale], sources: &Sources, diagnostics: &mut Diagnostics) {
    let mut once = Once { sources, diagnostics };
    once.each("timescale", timescales.iter().map(|one| (one.id.value.as_str(), one.id.span)));
    once.each("indicator, response or override", documents.iter().flat_map(row_ids));
    for document in documents {
        match &document.kind {
            Kind::Framework(framework) => {
                let anchors: Vec<(String, Span)> =
                    framework.levels.iter().map(|level| (level.anchor(), level.number.span)).collect();
                once.each("level", anchors.iter().map(|(anchor, span)| (anchor.as_str(), *span)));
                once.each("domain", framework.domains.iter().map(|one| (one.id.value.as_str(), one.id.span)));
                once.each("ladder", framework.ladders.iter().map(|one| (one.id.value.as_str(), one.id.span)));
                once.each("route", framework.routes.iter().map(|one| (one.id.value.as_str(), one.id.span)));
            }
            Kind::CaseStudy(case) => {
                once.each("episode", case.episodes.iter().map(|one| (one.id.value.as_str(), one.id.span)));
            }
            Kind::Guidance | Kind::Page => {}
        }
    }
}

/// Indicators, responses and overrides share one set of ids.
fn row_ids(document: &Document) -> Vec<(&str, Span)> {
    let Kind::Framework(framework) = &document.kind else { return Vec::new() };
    let mut ids: Vec<(&str, Span)> = Vec::new();
    ids.extend(framework.indicators.iter().map(|row| (row.id.value.as_str(), row.id.span)));
    ids.extend(framework.responses.iter().map(|row| (row.id.value.as_str(), row.id.span)));
    ids.extend(framework.overrides.iter().map(|row| (row.id.value.as_str(), row.id.span)));
    // In the order of the text, so that the second is the one that is reported.
    ids.sort_by_key(|(_, span)| *span);
    ids
}

struct Once<'a> {
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
}

impl Once<'_> {
    fn each<'i>(&mut self, what: &str, ids: impl Iterator<Item = (&'i str, Span)>) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for (id, span) in ids {
            if is_kept(id) && matches!(what, "term" | "Act" | "contact" | "episode" | "timescale") {
                let message = format!("the id `{id}` is kept for the frame of the page");
                self.diagnostics.push(Diagnostic::at(Rule::DuplicateId, span, message).hint("choose another"));
            }
            match seen.get(id) {
                Some(first) => {
                    let source = self.sources.get(first.source);
                    let line = source.position(first.start).line;
                    self.diagnostics.push(
                        Diagnostic::at(Rule::DuplicateId, span, format!("there is another {what} with the id `{id}`"))
                            .hint(format!("the first stands in {}:{line}", source.path)),
                    );
                }
                None => {
                    seen.insert(id, span);
                }
            }
        }
    }
}
