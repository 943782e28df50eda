//! Details as findings.

pub use super::plain_words::{in_words, squeezed};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::identity::{Detail, Kind, Scope};
use crate::rule::Rule;
use crate::source::Source;
use std::sync::Arc;

/// A detail in a source.
pub fn in_text(source: &Source, detail: &Detail, scope: Scope) -> Diagnostic {
    finding(Place::Text(source.span(detail.range.start, detail.range.end)), detail, scope)
}

/// A detail in a file's path, `before` bytes of which were not looked at.
pub fn in_name(file: &str, before: usize, detail: &Detail, scope: Scope) -> Diagnostic {
    let range = (detail.range.start + before, detail.range.end + before);
    let place = Place::Name { file: file.to_owned(), range };
    let message = format!("{}, in the file's name", sentence(&detail.message));
    with_scope(Diagnostic::new(Rule::IdentifyingDetail, place, message), detail.kind, scope)
        .hint(format!("rename the file: {}", detail.kind.hint()))
}

/// A detail in a text that is no source.
pub fn in_other(file: &str, text: &Arc<str>, detail: &Detail, scope: Scope) -> Diagnostic {
    let range = (detail.range.start, detail.range.end);
    finding(Place::Other { file: file.to_owned(), text: Arc::clone(text), range }, detail, scope)
}

/// A detail inside a file that has no lines: a picture, a document.
pub fn in_file(file: &str, words: &str, detail: &Detail, scope: Scope) -> Diagnostic {
    let message = format!("“{words}” inside this file: {}", sentence(&detail.message));
    with_scope(Diagnostic::file(Rule::IdentifyingDetail, file, message), detail.kind, scope).hint(&*detail.hint)
}

/// A detail in a file that was made, first met at a place in it.
pub fn output(
    file: &str,
    text: &Arc<str>,
    (kind, message): (Kind, &str),
    range: (usize, usize),
    scope: Scope,
) -> Diagnostic {
    let place = Place::Other { file: file.to_owned(), text: Arc::clone(text), range };
    with_scope(Diagnostic::new(Rule::IdentifyingDetail, place, message), kind, scope)
}

fn finding(place: Place, detail: &Detail, scope: Scope) -> Diagnostic {
    let diagnostic = Diagnostic::new(Rule::IdentifyingDetail, place, sentence(&detail.message));
    with_scope(diagnostic, detail.kind, scope).hint(&*detail.hint)
}

fn with_scope(diagnostic: Diagnostic, kind: Kind, scope: Scope) -> Diagnostic {
    diagnostic.kind(kind.name()).severity(severity(scope))
}

/// An error in a case study, a warning elsewhere.
pub fn severity(scope: Scope) -> Severity {
    match scope {
        Scope::CaseStudy => Severity::Error,
        Scope::Elsewhere => Severity::Warning,
    }
}

/// A message as findings have it: without a capital and a full stop.
pub fn sentence(message: &str) -> String {
    let message = message.trim_end_matches('.');
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
