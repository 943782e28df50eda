//! T10: the law that a framework names is law in its nation, on the day from which it is followed.

use super::subject::{Around, Subject, listed};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::legislation::LawStatus;
use crate::document::meta::Nation;
use crate::rule::Rule;
use crate::source::Span;

/// Checks the legislation of levels, responses and overrides.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    for id in subject.framework.levels.iter().flat_map(|level| &level.law) {
        one(subject, around, &id.value, id.span, diagnostics);
    }
    let responses = subject.framework.responses.iter().map(|response| &response.basis_links);
    for links in responses.chain(subject.framework.overrides.iter().map(|rule| &rule.links)) {
        for link in subject.links(links) {
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
    let state = match act.status {
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
    let hint = format!("its entry stands at {}", around.place(act.id.span));
    diagnostics.push(Diagnostic::at(Rule::LawNotInForce, span, message).hint(hint));
}
