//! T13: nothing in a row weighs, adds up or ranks. What research says of the tools that did stands in
//! [`IndicatorKind`](crate::document::framework::indicator::IndicatorKind).

mod marks;
mod prose;
mod tallies;

use super::subject::{Around, Subject};
use super::texts::{self, Part};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::Rule;
use crate::source::Span;
use crate::vet::phrase::Reading;
use marks::marks;
use std::ops::Range;
use tallies::tallies;

const HINT: &str = "say in words what somebody sees and what follows; give a range of levels under Levels";

/// Checks the words of rows, the names and descriptions of levels, and the prose around them.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    // A bare number in a cell is told where the row is read.
    let is_bare = |words: &str| words.trim().bytes().all(|byte| byte.is_ascii_digit());
    for text in texts::of(subject, around).iter().filter(|text| !is_bare(text.words)) {
        if let Some(place) = counted(text.words, text.part) {
            let written = &text.words[place];
            let message = format!("“{written}” turns signs into a score; a child is never scored or ranked");
            report(text.place(around, written), message, diagnostics);
        }
    }
    prose::check(subject, around, diagnostics);
}

/// The first words of a text that count or weigh. A statement may talk of scores, to say why there are none.
fn counted(text: &str, part: Part) -> Option<Range<usize>> {
    let reading = Reading::of(text);
    let mut places = tallies(&reading);
    if part != Part::Statement {
        // Areas that number their levels call one of them "Tier 1".
        let is_name =
            |place: &Range<usize>| part == Part::Name && text[place.clone()].to_lowercase().starts_with("tier");
        places.extend(marks(&reading).into_iter().filter(|place| !is_name(place)));
    }
    places.into_iter().min_by_key(|place| place.start)
}

fn report(span: Span, message: String, diagnostics: &mut Diagnostics) {
    diagnostics.push(Diagnostic::at(Rule::Score, span, message).hint(HINT));
}

#[cfg(test)]
mod tests;
