//! One nation has one limit for one thing: entries of `timescales.yaml`, and rows that set a limit of their own for
//! what an entry is about.

use super::actions::turn;
use super::both;
use crate::diagnostic::Diagnostics;
use crate::document::framework::response::{Duty, Within};
use crate::document::timescale::{Limit, Timescale};
use crate::thresholds::limit::{compare, same_event, same_limit};
use crate::thresholds::wording::main_words;
use crate::vet::thresholds::subject::{Around, Subject};
use std::cmp::Ordering;

const ONE_ENTRY: &str = "keep one entry, and use its id in both places";
const BY_ID: &str = "write the id of the entry under Within, or make plain in Action how the two differ";

/// Holds every entry against every other.
pub fn entries(around: &Around, diagnostics: &mut Diagnostics) {
    let all = &around.parsed.timescales;
    for (at, one) in all.iter().enumerate() {
        for two in all[at + 1..].iter().filter(|two| one.nation == two.nation) {
            if same_name(&one.name, &two.name) && meet(&one.limit, &two.limit) && !same_limit(&one.limit, &two.limit) {
                let how = "one nation has two limits for the same thing";
                both(around, (one.id.span, &one.id.value), (two.id.span, &two.id.value), (how, ONE_ENTRY), diagnostics);
            }
        }
    }
}

/// Holds the limits that a framework's rows set themselves against the entries of its nation. A local framework may
/// set a shorter one; a row of its that takes the place of a national one is held against that one elsewhere.
pub fn rows(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let all = &around.parsed.timescales;
    let replaces =
        |id: &str| subject.framework.overlay.iter().any(|entry| entry.by.as_ref().is_some_and(|by| by.value == id));
    let framework = subject.framework.responses.iter();
    for response in framework.filter(|row| row.duty.value != Duty::DoNot && !replaces(&row.id.value)) {
        let Some(Within::Own(limit)) = response.within.as_ref().map(|within| &within.value) else { continue };
        let action = response.action.value.as_str();
        for entry in all.iter().filter(|entry| Some(entry.nation) == subject.nation() && is_about(entry, action, limit))
        {
            let defined = Within::Defined(entry.id.value.clone());
            let order = compare(Some(&Within::Own(limit.clone())), Some(&defined), all);
            let is_tighter = subject.base.is_some() && order == Some(Ordering::Less);
            if !is_tighter && !same_limit(limit, &entry.limit) {
                let how = "the nation's timescale for this is another";
                let (row, other) = ((response.id.span, &*response.id.value), (entry.id.span, &*entry.id.value));
                both(around, row, other, (how, BY_ID), diagnostics);
            }
        }
    }
}

/// Whether an entry sets the limit for an action. What is named in the same words need not begin with the same event.
fn is_about(entry: &Timescale, action: &str, limit: &Limit) -> bool {
    let same_words = main_words(&entry.name) == main_words(action);
    turn(&entry.name) == turn(action) && same_name(&entry.name, action) && (same_words || meet(&entry.limit, limit))
}

/// Whether two limits may be counted from the same event.
fn meet(a: &Limit, b: &Limit) -> bool {
    same_event(&a.from, &b.from) || holds(&a.from, &b.from)
}

/// Whether two names are of one thing: their main words are the same, or those of one, two at least, stand in the other.
fn same_name(a: &str, b: &str) -> bool {
    let (one, two) = (main_words(a), main_words(b));
    one == two || (one.len().min(two.len()) > 1 && holds(a, b))
}

fn holds(a: &str, b: &str) -> bool {
    let (a, b) = (main_words(a), main_words(b));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && short.is_subset(&long)
}
