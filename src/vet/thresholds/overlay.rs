//! What a local framework says that it changes is there, and all that it changes is said.

mod agreement;

use super::source::is_answered_for;
use super::subject::{Around, Subject, says_nothing, unknown};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::framework::Framework;
use crate::document::framework::overlay::{Change, ChangeKind};
use crate::placeholder::is_placeholder;
use crate::rule::Rule;
use crate::source::Spanned;
use std::collections::BTreeMap;

/// Checks the entries of `overlay:` against the base and the framework's own rows.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let Some(base) = subject.base else {
        if let Some(change) = subject.framework.overlay.first() {
            let message = "`overlay` changes a base, and this framework names none";
            let finding = Diagnostic::at(Rule::ThresholdCompleteness, change.target.span, message);
            diagnostics.push(finding.hint("add `base:` with the path of the national framework's .md file"));
        }
        return;
    };
    twice(subject.framework, diagnostics);
    agreement::check(subject, base, around, diagnostics);
    for change in &subject.framework.overlay {
        target(subject.framework, base, change, diagnostics);
        by(change, diagnostics);
        reason(change, around, diagnostics);
        authority(subject, around, change, diagnostics);
    }
    undeclared(subject.framework, diagnostics);
}

/// What overlays can name: a kind of part and its id.
fn parts(framework: &Framework) -> impl Iterator<Item = (Kind, &Spanned<String>)> {
    let indicators = framework.indicators.iter().map(|part| (Kind::Indicator, &part.id));
    let responses = framework.responses.iter().map(|part| (Kind::Response, &part.id));
    let overrides = framework.overrides.iter().map(|part| (Kind::Override, &part.id));
    let routes = framework.routes.iter().map(|part| (Kind::Route, &part.id));
    indicators.chain(responses).chain(overrides).chain(routes)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Indicator,
    Response,
    Override,
    Route,
}

impl Kind {
    fn label(self) -> &'static str {
        match self {
            Kind::Indicator => "an indicator",
            Kind::Response => "a response",
            Kind::Override => "an override",
            Kind::Route => "a route",
        }
    }
}

fn kind_of(framework: &Framework, id: &str) -> Option<Kind> {
    parts(framework).find(|(_, known)| known.value == id).map(|(kind, _)| kind)
}

fn twice(framework: &Framework, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeMap::new();
    for change in &framework.overlay {
        if let Some(first) = seen.insert(&change.target.value, change.change.value) {
            let message = format!("`{}` is changed twice: an entry above has `{}`", change.target.value, first.name());
            diagnostics.push(incomplete(&change.target, message));
        }
    }
}

/// That the parts exist is for the `resolve` stage to see.
fn target(framework: &Framework, base: &Framework, change: &Change, diagnostics: &mut Diagnostics) {
    let Some(wanted) = kind_of(base, &change.target.value) else { return };
    if change.change.value == ChangeKind::LocalContact && wanted != Kind::Route {
        let message = format!("`{}` is no route of the base, so it has no contact", change.target.value);
        diagnostics.push(incomplete(&change.target, message).hint("name a route of the base, or use `replace`"));
        return;
    }
    if let Some(by) = &change.by
        && let Some(given) = kind_of(framework, &by.value).filter(|given| *given != wanted)
    {
        let message = format!("`{}` is {} and cannot take the place of {}", by.value, given.label(), wanted.label());
        diagnostics.push(incomplete(by, message));
    }
}

fn by(change: &Change, diagnostics: &mut Diagnostics) {
    let kind = change.change.value;
    let needed = matches!(kind, ChangeKind::Replace | ChangeKind::Tighten | ChangeKind::LocalContact);
    match &change.by {
        Some(by) if !needed => {
            let message = format!("nothing takes the place of what a change `{}` names", kind.name());
            diagnostics.push(incomplete(by, message).hint("leave `by` out"));
        }
        None if needed => {
            let message = format!("this does not say what takes the place of `{}`", change.target.value);
            let hint = "add `by:` with the id of this framework's own row or route";
            diagnostics.push(incomplete(&change.target, message).hint(hint));
        }
        Some(_) | None => {}
    }
}

/// A reason is a sentence, and a decision has been made.
fn reason(change: &Change, around: &Around, diagnostics: &mut Diagnostics) {
    // What still says TBC has been told when it was read.
    if says_nothing(&change.reason) && !is_placeholder(&change.reason) {
        let message = format!("“{}” is no reason", change.reason);
        let place = around.find_after(change.target.span, &change.reason);
        let mut finding = Diagnostic::at(Rule::ThresholdCompleteness, place, message);
        finding.severity = Severity::Error;
        diagnostics.push(finding.hint("say in a sentence why this is different here"));
    }
    if change.date > around.at {
        let message = format!("this was decided on {}, which has not come yet", change.date);
        let place = around.find_after(change.target.span, &change.date.to_string());
        diagnostics.push(Diagnostic::at(Rule::DateOrder, place, message));
    }
}

/// What allows a weakening can be looked up, and readers find what it is.
fn authority(subject: &Subject, around: &Around, change: &Change, diagnostics: &mut Diagnostics) {
    let Some(authority) = &change.authority else { return };
    let written = authority.value.as_str();
    let is_known = resolves(around, written);
    if let Some(id) = written.strip_prefix("law:") {
        if !is_known {
            let known = around.parsed.legislation.iter().map(|act| act.id.value.as_str());
            unknown("law", &Spanned { value: id.to_owned(), span: authority.span }, known, diagnostics);
        } else if !id.contains('#') {
            let hint = format!("name the provision: `{written}#s1`");
            vague(authority, "a whole Act does not say what it allows", hint, diagnostics);
        }
    } else if !is_known || !is_answered_for(subject, written) {
        let message = "an authority is something that can be looked up";
        let hint =
            "write law:ACT#PROVISION, or the https:// address of a page of a public body or of one of the `sources`";
        diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, authority.span, message).hint(hint));
    } else if !is_named(subject, written) {
        let hint = "name it under `sources`, with its title, so that readers find what allows this".to_owned();
        vague(authority, "this address stands under no title", hint, diagnostics);
    }
}

fn vague(authority: &Spanned<String>, message: &str, hint: String, diagnostics: &mut Diagnostics) {
    let mut finding = Diagnostic::at(Rule::WeakenedDuty, authority.span, message);
    finding.severity = Severity::Warning;
    diagnostics.push(finding.hint(hint));
}

/// Whether a change cites something that allows it to ask for less: law other than the very provision that it weakens,
/// or an address of a public body or of a source that the framework names.
pub fn allows(subject: &Subject, around: &Around, change: &Change) -> bool {
    let Some(authority) = &change.authority else { return false };
    let is_its_own_basis = || subject.base_basis(&change.target.value).any(|link| link == authority.value);
    let answered = authority.value.starts_with("law:") || is_answered_for(subject, &authority.value);
    resolves(around, &authority.value) && answered && !is_its_own_basis()
}

/// Whether an address is one of the framework's own sources.
fn is_named(subject: &Subject, address: &str) -> bool {
    let mut named = subject.document.meta.sources.iter().filter_map(|source| source.url.as_ref());
    named.any(|url| address.starts_with(url.value.as_str()))
}

/// Whether an authority is law of this site or an address.
fn resolves(around: &Around, authority: &str) -> bool {
    match authority.strip_prefix("law:") {
        Some(id) => around.law(id).is_some(),
        None => authority.strip_prefix("https://").is_some_and(|rest| rest.contains('.')),
    }
}

/// A local row that no entry explains would change the national text without a reason and without a decision.
fn undeclared(framework: &Framework, diagnostics: &mut Diagnostics) {
    let declared = |id: &str| {
        framework.overlay.iter().any(|change| {
            let adds = change.change.value == ChangeKind::Add && change.target.value == id;
            adds || change.by.as_ref().is_some_and(|by| by.value == id)
        })
    };
    for (_, id) in parts(framework).filter(|(_, id)| !declared(&id.value)) {
        let message = format!("`overlay` does not say that `{}` is added or what it replaces", id.value);
        let hint = "add an entry to `overlay:` with target, change, reason, approved_by and date";
        diagnostics.push(incomplete(id, message).hint(hint));
    }
}

fn incomplete(id: &Spanned<String>, message: impl Into<String>) -> Diagnostic {
    let mut finding = Diagnostic::at(Rule::ThresholdCompleteness, id.span, message);
    finding.severity = Severity::Error;
    finding
}
