//! Which documents are published on a day.

use crate::document::Document;
use crate::document::meta::Status;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Paths of documents that exist and are not published, with the reason in words.
pub type Hidden = BTreeMap<String, String>;

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

fn reason_to_hide(document: &Document, at: Date) -> Option<String> {
    if document.meta.status == Some(Status::Draft) {
        return Some("it is a draft".to_owned());
    }
    let published = document.meta.published.filter(|published| *published > at)?;
    Some(format!("it is to be published on {published}"))
}
