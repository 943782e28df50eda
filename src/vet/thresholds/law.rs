//! T10: the law that a framework names is law in its nation, on the day from which it is followed.

use super::subject::{Around, Subject, listed};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::response::Response;
use crate::document::legislation::LawStatus;
use crate::document::meta::{Nation, Status};
use crate::rule::Rule;
use crate::source::Span;

/// Checks the legislation of levels, responses and overrides.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    own_nation(subject, around, diagnostics);
    ended(subject, around, diagnostics);
    for id in subject.framework.levels.iter().flat_map(|level| &level.law) {
        one(subject, around, &id.value, id.span, diagnostics);
    }
    let responses = subject.framework.responses.iter().map(Response::basis_links);
    for links in responses.chain(subject.framework.overrides.iter().map(|rule| rule.links.clone())) {
        for link in subject.links(&links) {
            if let Some(id) = link.destination.strip_prefix("law:") {
                one(subject, around, id, link.span, diagnostics);
            }
        }
    }
    for authority in subject.framework.overlay.iter().filter_map(|change| change.authority.as_ref()) {
        if let Some(id) = authority.value.strip_prefix("law:") {
            one(subject, around, id, authority.span, diagnostics);
        }
    }
}

/// What has ended is followed by nobody: in force and ended is one too many, and two editions would be in force at once.
fn ended(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let meta = &subject.document.meta;
    let Some(last) = meta.in_force_to.filter(|last| meta.status == Some(Status::InForce) && *last < around.at) else {
        return;
    };
    let message = format!("this framework is said to be in force, and ended on {last}");
    let hint = "write `status: superseded` or `withdrawn`, or a later in_force_to";
    let place = around.find_after(meta.span, "in_force_to:");
    diagnostics.push(Diagnostic::at(Rule::DateOrder, place, message).hint(hint));
}

/// The page is of the nation whose law the framework follows.
fn own_nation(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let nations = &subject.document.meta.nations;
    let Some(nation) = subject.framework.nation.filter(|nation| !nations.is_empty() && !nations.contains(nation))
    else {
        return;
    };
    let place = around.find_after(subject.document.meta.span, "nations:");
    let message = format!("the framework is for {}, and its page is not", nation.label());
    let hint = "name the same nation under `nations:` and in `jurisdiction:`";
    diagnostics.push(Diagnostic::at(Rule::LawNotInForce, place, message).hint(hint));
}

/// The law that sets a timescale is law in the nation of the timescale.
pub fn of_timescales(around: &Around, diagnostics: &mut Diagnostics) {
    for timescale in &around.parsed.timescales {
        let named = timescale.source.value.strip_prefix("law:").and_then(|id| around.law(id));
        let Some((act, provision)) = named else { continue };
        let own = provision.map(|provision| &provision.nations).filter(|nations| !nations.is_empty());
        if !own.unwrap_or(&act.nations).contains(&timescale.nation) {
            let message = format!("{} is no law in {}", act.title, timescale.nation.label());
            let hint = "name the law of the timescale's own nation; if the entry is wrong, put `nations` right in \
                        legislation.yaml";
            diagnostics.push(Diagnostic::at(Rule::LawNotInForce, timescale.source.span, message).hint(hint));
        }
    }
}

/// The year of an Act is the one in its title; a day on which somebody checked it has come.
pub fn entries(around: &Around, diagnostics: &mut Diagnostics) {
    for act in &around.parsed.legislation {
        if let Some(year) = act.year.as_ref().filter(|year| !act.title.contains(&year.value.to_string())) {
            let message = format!("“{}” is not of the year {}", act.title, year.value);
            let hint = "put the year or the title right";
            diagnostics.push(Diagnostic::at(Rule::DateOrder, year.span, message).hint(hint));
        }
        let checks = act.provisions.iter().map(|provision| (provision.as_at, provision.id.span));
        for (day, span) in checks.chain([(act.as_at, act.id.span)]) {
            if let Some(day) = day.filter(|day| *day > around.at) {
                let message = format!("this was checked on {day}, which has not come yet");
                let place = around.find_after(span, &day.to_string());
                let hint = "write the day on which somebody checked it";
                diagnostics.push(Diagnostic::at(Rule::DateOrder, place, message).hint(hint));
            }
        }
    }
}

fn one(subject: &Subject, around: &Around, id: &str, span: Span, diagnostics: &mut Diagnostics) {
    let Some((act, provision)) = around.law(id) else { return };
    let own = provision.map(|provision| &provision.nations).filter(|nations| !nations.is_empty());
    let nations = own.unwrap_or(&act.nations);
    let name = provision.map_or_else(|| act.title.clone(), |provision| format!("{}, {}", act.title, provision.label));
    if let Some(nation) = subject.nation().filter(|nation| !nations.contains(nation)) {
        let places: Vec<&str> = nations.iter().map(|nation| Nation::label(*nation)).collect();
        let message = format!("{name} is law in {}, and this framework is for {}", listed(&places), nation.label());
        let hint = "name the law of the framework's own nation; if the entry is wrong, put `nations` right in \
                    legislation.yaml";
        diagnostics.push(Diagnostic::at(Rule::LawNotInForce, span, message).hint(hint));
    }
    let state = match act.status_of(provision) {
        Some(LawStatus::Prospective) => "is not yet in force",
        Some(LawStatus::Repealed) => "has been repealed",
        Some(LawStatus::InForce) | None => return,
    };
    // What was repealed later was law for a framework that has been replaced.
    if subject.is_past() {
        return;
    }
    let from = subject.document.meta.in_force_from.map(|day| format!(", which is followed from {day}"));
    let message = format!("{name} {state} and can be no basis in this framework{}", from.unwrap_or_default());
    let hint =
        format!("its entry stands at {}", around.place(provision.map_or(act.id.span, |provision| provision.id.span)));
    diagnostics.push(Diagnostic::at(Rule::LawNotInForce, span, message).hint(hint));
}
