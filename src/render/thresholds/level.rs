//! The page of a level.

use super::book::Book;
use super::changes;
use super::duties::{Seen, by_strength};
use super::matrix::matrix;
use super::view::{LevelPageView, SignsView, StepView};
use crate::document::framework::Level;
use crate::document::framework::response::Response;
use crate::thresholds::applied::Part;

/// The page of the level at a place.
pub fn page(book: &Book, at: usize, path: &str) -> Option<LevelPageView> {
    let levels = book.applied.levels();
    let level = levels.get(at)?;
    let seen = Seen { book, path };
    let here = |part: &&Part<Response>| fits(level, part) && part.applies();
    let parts = book.applied.responses.iter().filter(here);
    let (always, duties) = parts.map(|part| seen.duty(part)).partition(|duty| duty.always);
    let neighbour = |at: Option<usize>| -> Option<StepView> { levels.get(at?).map(|level| book.step(level)) };
    Some(LevelPageView {
        step: book.step(level),
        aliases: level.aliases.clone(),
        consent: level.consent.map(|consent| consent.label().to_owned()),
        consent_note: level.consent_note.clone(),
        step_up: level.step_up.clone(),
        step_down: level.step_down.clone(),
        domains: signs(book, level.number.value),
        duties: by_strength(duties),
        always,
        changes: changes::of_level(book, level),
        below: neighbour(at.checked_sub(1)),
        above: neighbour(Some(at + 1)),
    })
}

/// Whether a response is named for a level: by its trigger, or as what the level always has.
fn fits(level: &Level, part: &Part<Response>) -> bool {
    let trigger = &part.part.trigger.value;
    let is_default = level.default_response.as_ref().is_some_and(|id| part.answers_to(&id.value));
    is_default
        || *trigger == Default::default()
        || trigger.levels.is_some_and(|levels| levels.holds(level.number.value))
}

/// The signs that can point to a level, by domain.
fn signs(book: &Book, level: u32) -> Vec<SignsView> {
    let domains = matrix(book).domains.into_iter().map(|domain| {
        let cells = domain.rows.into_iter().flatten().flat_map(|cell| cell.signs);
        SignsView {
            id: format!("domain-{}", domain.id),
            title: domain.label,
            signs: cells.filter(|sign| (sign.lowest..=sign.highest).contains(&level)).collect(),
        }
    });
    domains.filter(|domain| !domain.signs.is_empty()).collect()
}
