//! Ladders for disagreements, as pages show them.

use super::book::Book;
use crate::document::framework::ladder::{Ladder, Rung};
use crate::document::framework::response::{Response, Within};
use crate::render::view::{LadderView, RungView};
use crate::render::words::address;
use crate::site::{PageId, Site};
use crate::thresholds::compare::said_of_ladder;

/// The framework's escalation, then its ladders for some responses.
pub fn ladders(site: &Site, own: PageId) -> Vec<LadderView> {
    Book::of(site, own).map(|book| of_book(&book)).unwrap_or_default()
}

fn of_book(book: &Book) -> Vec<LadderView> {
    let base = book.applied.local.map(|_| book.applied.base);
    let national = base.map_or(&[][..], |base| &base.escalation);
    let escalation = view(book, None, "Any disagreement", book.applied.escalation(), national);
    let own = book.applied.ladders().into_iter().map(|ladder| {
        let id = ladder.id.value.as_str();
        let national = base.and_then(|base| base.ladders.iter().find(|national| national.id.value == id));
        view(book, Some(id), &ladder.label, &ladder.steps, national.map_or(&[], |ladder| &ladder.steps))
    });
    std::iter::once(escalation).chain(own).filter(|ladder| !ladder.steps.is_empty()).collect()
}

fn view(book: &Book, id: Option<&str>, label: &str, steps: &[Rung], national: &[Rung]) -> LadderView {
    let timescales = &book.site.timescales;
    let differs = said_of_ladder(steps, timescales) != said_of_ladder(national, timescales);
    let rungs = |steps: &[Rung]| steps.iter().map(|rung| rung_view(book, rung)).collect::<Vec<_>>();
    LadderView {
        anchor: Ladder::anchor(id),
        label: label.to_owned(),
        steps: rungs(steps),
        national: if differs { rungs(national) } else { Vec::new() },
    }
}

fn rung_view(book: &Book, rung: &Rung) -> RungView {
    let within = rung.within.as_ref().map(|id| Within::Defined(id.value.clone()));
    RungView {
        step: rung.step.clone(),
        who: rung.who.clone(),
        within: within.map(|within| super::wording::within(book.site, &within)).unwrap_or_default(),
        within_url: rung.within.as_ref().map(|id| format!("timescales.html#{}", id.value)),
    }
}

/// The name and the place of the ladder of its own that a response has.
pub fn of_response(book: &Book, response: &Response) -> Option<(String, String)> {
    let ladder = book.applied.ladder_of(response)?;
    let place = format!("{}#{}", address(&book.page().url), Ladder::anchor(Some(&ladder.id.value)));
    Some((ladder.label.clone(), place))
}
