//! Which documents are published on a day.

use crate::document::Document;
use crate::document::meta::Status;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Paths of documents that exist and are not published, with the reason.
pub type Hidden = BTreeMap<String, Reason>;

/// Why a document is not published.
#[derive(Clone, Copy, Debug)]
pub enum Reason {
    /// It is a draft.
    Draft,
    /// It is to be published on a later day.
    Scheduled(Date),
}

/// Tells documents that are published from those that are not: drafts, and those to be published later.
pub fn choose(documents: Vec<Document>, at: Date, drafts: bool) -> (Vec<Document>, Hidden) {
    let mut hidden = Hidden::new();
    let published = documents
        .into_iter()
        .filter(|document| match reason_to_hide(document, at) {
            Some(reason) if !drafts => {
                hidden.insert(document.path.clone(), reason);
                false
            }
            _ => true,
        })
        .collect();
    (published, hidden)
}

fn reason_to_hide(document: &Document, at: Date) -> Option<Reason> {
    if document.meta.status == Some(Status::Draft) {
        return Some(Reason::Draft);
    }
    document.meta.published.filter(|published| *published > at).map(Reason::Scheduled)
}
