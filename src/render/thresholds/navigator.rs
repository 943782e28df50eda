//! The navigator: everything that its script needs stands on the page, as a reader without script sees it.

use super::book::Book;
use super::duties::{Seen, by_level, by_strength};
use super::matrix::matrix;
use super::view::{DutyView, FilterView, MatrixView, NamedView, NavigatorView, SignView};
use super::wording::ages;
use crate::document::framework::indicator::AgeBand;
use crate::thresholds::fits::{Owed, Reason, responses_for};
use std::collections::BTreeMap;

/// The navigator of a framework.
pub fn page(book: &Book, path: &str) -> NavigatorView {
    let seen = Seen { book, path };
    let matrix = matrix(book);
    let owed = book.applied.indicators.iter().filter(|part| part.applies()).map(|part| {
        let tokens: Vec<String> = responses_for(&book.applied, part.part).iter().flat_map(tokens).collect();
        (part.part.id.value.clone(), tokens.join(" "))
    });
    NavigatorView {
        owed: owed.collect::<BTreeMap<_, _>>(),
        groups: groups(seen.all()),
        agencies: seen.register().parts,
        duties: by_strength(seen.all()),
        overrides: seen.overrides(),
        routes: seen.routes(std::iter::empty()),
        filters: filters(&matrix),
        matrix,
    }
}

/// The headings under which the levels stand.
fn groups(duties: Vec<DutyView>) -> Vec<NamedView> {
    by_level(duties).into_iter().map(|group| NamedView { id: group.id, label: group.title }).collect()
}

/// `response`, and `response!override` for each override that leads to it.
fn tokens(owed: &Owed) -> Vec<String> {
    let id = &owed.response.part.id.value;
    let by_itself = owed.reasons.iter().any(|reason| !matches!(reason, Reason::Override(_)));
    let overriding = owed.reasons.iter().filter_map(|reason| match reason {
        Reason::Override(rule) => Some(format!("{id}!{}", rule.id.value)),
        _ => None,
    });
    by_itself.then(|| id.clone()).into_iter().chain(overriding).collect()
}

/// What the signs of a matrix can be narrowed by. What all of them share narrows nothing.
fn filters(matrix: &MatrixView) -> Vec<FilterView> {
    let cells = matrix.domains.iter().flat_map(|domain| domain.rows.iter().flatten().flat_map(|cell| &cell.signs));
    let signs: Vec<&SignView> = cells.chain(matrix.domains.iter().flat_map(|domain| &domain.strengths)).collect();
    let domains: Vec<NamedView> =
        matrix.domains.iter().map(|domain| NamedView { id: domain.id.clone(), label: domain.label.clone() }).collect();
    let bands: Vec<AgeBand> = AgeBand::NAMES.iter().filter_map(|name| AgeBand::named(name)).collect();
    let mut used_ages = ages(&bands);
    used_ages.retain(|band| signs.iter().any(|sign| sign.ages.contains(band)));
    let filter = |id: &str, title: &str, choices| FilterView { id: id.to_owned(), title: title.to_owned(), choices };
    let filters = [
        filter("domain", "Part of life", domains),
        filter("harms", "Harm", used(&signs, |sign| &sign.harms)),
        filter("ages", "Age", used_ages),
        filter("settings", "Where it is seen", used(&signs, |sign| &sign.settings)),
    ];
    filters.into_iter().filter(|filter| filter.choices.len() > 1).collect()
}

fn used(signs: &[&SignView], of: fn(&SignView) -> &Vec<NamedView>) -> Vec<NamedView> {
    let mut found: Vec<NamedView> = Vec::new();
    for named in signs.iter().flat_map(|sign| of(sign)) {
        if !found.contains(named) {
            found.push(named.clone());
        }
    }
    found.sort_by_key(|one| one.label.to_lowercase());
    found
}
