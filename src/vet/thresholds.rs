//! The compiler of thresholds: what a framework must say, and must not contradict.
//!
//! Each check has a file of its own and sees a [`Subject`]: a framework as it applies, with its base where it
//! is a local one. A framework of prose alone, without rows, scope or base, is left in peace.

mod completeness;
mod contacts;
mod contradiction;
mod cut_off;
mod days;
mod gap;
mod idle;
mod language;
mod law;
mod levels;
mod overlay;
mod reach;
mod score;
mod settings;
mod source;
mod subject;
mod texts;
mod time;
mod unwritten;
mod weakening;

use crate::diagnostic::Diagnostics;
use crate::parse::Parsed;
use crate::read::Sources;
use jiff::civil::Date;
use subject::{Around, Subject};

/// A check of one framework.
type Check = fn(&Subject, &Around, &mut Diagnostics);

const CHECKS: &[Check] = &[
    levels::check,
    reach::check,
    source::check,
    time::check,
    overlay::check,
    weakening::check,
    days::check,
    gap::check,
    idle::check,
    completeness::check,
    language::check,
    law::check,
    contacts::check,
    score::check,
    unwritten::check,
];

/// Checks every framework of a site.
pub fn check(parsed: &Parsed, sources: &Sources, at: Date, diagnostics: &mut Diagnostics) {
    let around = Around { parsed, sources, at };
    parsed.documents.iter().for_each(|document| cut_off::check(document, &around, diagnostics));
    let subjects = subject::of_site(parsed);
    for subject in &subjects {
        for check in CHECKS {
            check(subject, &around, diagnostics);
        }
    }
    time::events(&around, diagnostics);
    law::of_timescales(&around, diagnostics);
    law::entries(&around, diagnostics);
    settings::check(&subjects, diagnostics);
    contacts::all(&around, diagnostics);
    contradiction::check(&subjects, &around, diagnostics);
}
