//! T8 and document control: a framework holds what statutory guidance asks a threshold document to hold, and
//! says who answers for it.

use super::subject::{Around, Subject, listed, says_nothing};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::framework::ladder::Rung;
use crate::document::framework::response::Response;
use crate::document::framework::{Criterion, UnitOfAssessment};
use crate::document::meta::Nation;
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::suggest::did_you_mean;
use crate::thresholds::applied::Part;
use crate::vet::phrase::{Reading, number as number_of};
use std::collections::BTreeSet;
use std::ops::Range;

/// Checks that a framework is whole.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    criteria(subject, around, diagnostics);
    if subject.is_past() {
        return;
    }
    control(subject, diagnostics);
    ladders(subject, around, diagnostics);
    judgement(subject, around, diagnostics);
}

/// What Working Together asks the safeguarding partners of England to publish.
fn criteria(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let covers = &subject.framework.covers;
    for (criterion, anchor) in covers {
        if Criterion::named(&criterion.value).is_none() {
            let message = format!("`{}` is no criterion of Working Together", criterion.value);
            let hint = did_you_mean(&criterion.value, Criterion::NAMES.iter().copied())
                .unwrap_or_else(|| format!("the criteria are {}", listed(Criterion::NAMES)));
            diagnostics.push(Diagnostic::at(Rule::UnknownValue, criterion.span, message).hint(hint));
        }
        self::anchor(subject, anchor, around, diagnostics);
        section(subject, criterion, anchor, around, diagnostics);
    }
    let asked = subject.nation() == Some(Nation::England)
        && subject.unit() == UnitOfAssessment::ChildAndFamily
        && subject.framework.base.is_none()
        && !subject.is_past();
    let missing: Vec<&str> = Criterion::NAMES
        .iter()
        .filter(|name| !covers.iter().any(|(criterion, _)| criterion.value == **name))
        .filter_map(|name| Criterion::named(name).map(Criterion::label))
        .collect();
    if asked && !missing.is_empty() {
        let place = covers.first().map_or(subject.span(), |(criterion, _)| criterion.span);
        let message = format!("`covers` does not say where this threshold document has {}", listed(&missing));
        diagnostics.push(
            finding(place, message, Severity::Error).hint(
                "Working Together asks every threshold document of England for these; add `criterion: \"#anchor\"`",
            ),
        );
    }
}

fn anchor(subject: &Subject, anchor: &Spanned<String>, around: &Around, diagnostics: &mut Diagnostics) {
    let Some(name) = anchor.value.strip_prefix('#') else {
        let message = format!("`{}` is no anchor of this page", anchor.value);
        let hint = "write #, then the id of a heading of this page";
        diagnostics.push(Diagnostic::at(Rule::BrokenAnchor, anchor.span, message).hint(hint));
        return;
    };
    let framework = subject.framework;
    let rows = framework.indicators.iter().map(|part| format!("sign-{}", part.id.value));
    let rows = rows.chain(framework.responses.iter().map(|part| format!("duty-{}", part.id.value)));
    let headings = subject.document.outline.headings.iter().map(|heading| heading.id.clone());
    let known: BTreeSet<String> = headings.chain(subject.document.kind.anchors()).chain(rows).collect();
    if !known.contains(name) {
        let message = format!("this page has no heading with the id `{name}`");
        let hint = did_you_mean(name, known.iter().map(String::as_str));
        diagnostics.push(Diagnostic::at(Rule::BrokenAnchor, anchor.span, message).maybe_hint(hint));
    } else if is_bare(subject, name, around) {
        let message = format!("nothing stands under the heading `{name}`");
        let hint = "write there what statutory guidance asks for, or lead to where it stands";
        diagnostics.push(finding(anchor.span, message, Severity::Error).hint(hint));
    }
}

/// Criteria for a section of the Children Act 1989 stand where that section is named.
fn section(
    subject: &Subject,
    criterion: &Spanned<String>,
    anchor: &Spanned<String>,
    around: &Around,
    diagnostics: &mut Diagnostics,
) {
    let is_known = Criterion::named(&criterion.value).is_some();
    let Some(number) = criterion.value.strip_prefix("section-").filter(|_| is_known) else { return };
    let id = anchor.value.strip_prefix('#').filter(|id| !is_bare(subject, id, around));
    let Some((id, text)) = id.and_then(|id| Some((id, under(subject, id, around)?))) else { return };
    let reading = Reading::of(text);
    // "Sections 17, 20 and 31", "s 47", `law:children-act-1989#s47`.
    let is_listed = |place: Range<usize>| {
        let mut list = reading.words_in(place.end..text.len());
        list.by_ref()
            .take_while(|word| matches!(*word, "and" | "or" | "to") || number_of(word).is_some())
            .any(|word| word == number)
    };
    let is_named = !reading.anywhere(&format!("s{number}")).is_empty()
        || reading.anywhere("section|sections|s").into_iter().any(is_listed);
    if !is_named {
        let message = format!("nothing under the heading `{id}` names section {number}");
        let hint = format!("lead to where the criteria for section {number} stand, or write them there");
        diagnostics.push(finding(anchor.span, message, Severity::Error).hint(hint));
    }
}

/// Whether a heading of the page is followed by nothing but headings, up to the next one of its level.
fn is_bare(subject: &Subject, id: &str, around: &Around) -> bool {
    under(subject, id, around)
        .is_some_and(|section| section.lines().skip(1).all(|line| line.starts_with([':', '#']) || says_nothing(line)))
}

/// The text from a heading of the page to the next one of its level, if it stands in the page's own file.
fn under<'a>(subject: &Subject, id: &str, around: &'a Around) -> Option<&'a str> {
    let headings = &subject.document.outline.headings;
    let at = headings.iter().position(|heading| heading.id == id)?;
    let source = subject.document.source;
    let (heading, below) = (&headings[at], &headings[at + 1..]);
    let end = below.iter().find(|next| next.level <= heading.level);
    let text = &around.sources.get(source).text;
    let until = end.map_or(text.len(), |next| next.span.start as usize);
    // What an include brings along has its places in another file.
    if heading.span.source != source || end.is_some_and(|next| next.span.source != source) {
        return None;
    }
    text.get(heading.span.start as usize..until)
}

/// Document control: who answers for it, who approved it, when somebody looks again.
fn control(subject: &Subject, diagnostics: &mut Diagnostics) {
    let (meta, framework) = (&subject.document.meta, subject.framework);
    let fields = [
        ("owner", meta.owner.as_ref().is_some_and(|owner| !says_nothing(owner))),
        ("approved_by", framework.approved_by.as_ref().is_some_and(|by| !says_nothing(by))),
        ("review_by", meta.review_by.is_some()),
        ("jurisdiction", subject.nation().is_some()),
    ];
    let missing: Vec<String> = fields.iter().filter(|(_, there)| !there).map(|(name, _)| format!("`{name}`")).collect();
    if !missing.is_empty() {
        let message = format!("this framework does not name its {}", listed(&missing));
        diagnostics.push(finding(subject.span(), message, Severity::Warning).hint("add the field to its front matter"));
    }
}

/// What to do when agencies disagree, in general and about some responses.
fn ladders(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    if subject.applied.escalation().is_empty() {
        let message = "this framework does not say what to do when agencies disagree";
        let hint = "add `escalation:` with the steps, from the people who disagree to those who decide";
        diagnostics.push(finding(subject.span(), message, Severity::Warning).hint(hint));
    }
    let framework = subject.framework;
    ladder(&framework.escalation, around.find_after(subject.span(), "escalation:"), around, diagnostics);
    for own in &framework.ladders {
        ladder(&own.steps, own.id.span, around, diagnostics);
        // A misspelt id, which is told there, may be meant for it.
        let named = || subject.applied.responses.iter().filter(|part| part.part.if_not_agreed.is_some());
        let is_meant = |part: &Part<Response>| {
            subject.applied.ladder_of(part.part).is_none_or(|ladder| ladder.id.value == own.id.value)
        };
        if subject.is_whole() && !named().any(is_meant) {
            let message = format!("no response has the ladder `{}`", own.id.value);
            let hint = "name it in the column If not agreed of `::: responses`, or take it out";
            diagnostics.push(finding(own.id.span, message, Severity::Warning).hint(hint));
        }
    }
}

/// A ladder has somebody above. It stands behind a place.
fn ladder(rungs: &[Rung], matter: Span, around: &Around, diagnostics: &mut Diagnostics) {
    let (Some(first), Some(top)) = (rungs.first(), rungs.last()) else { return };
    if rungs.len() < 2 {
        let place = around.find_after(matter, &first.step);
        let message = "one step is no ladder: nobody decides if it fails";
        diagnostics.push(finding(place, message, Severity::Warning).hint("add the step above, and who takes it"));
    } else if let Some(below) = rungs.iter().rev().nth(1).filter(|below| below.who.trim() == top.who.trim()) {
        let place = around.find_after(matter, &top.step);
        let message = format!("the top of the ladder is “{}” once more, so nobody decides", below.who);
        diagnostics.push(finding(place, message, Severity::Warning).hint("name who decides in the end"));
    }
}

/// A framework says that it supports judgement and does not replace it.
fn judgement(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let reading = Reading::of(&subject.framework.judgement_statement);
    let says = |pattern: &str| !reading.anywhere(pattern).is_empty();
    let supports = says("support*|help*|inform*|aid*") && says("judg*|professional*|decision*|think*");
    let denies = says("not|no|never|nor ~ ~ replace*|substitute|instead");
    let replaces = says("replace|replaces|replacing|overrules|overrides|overrule") && !denies;
    if replaces || !(supports || denies) {
        let place = around.find_after(subject.span(), "judgement_statement");
        let message = "this does not say that the framework supports professional judgement and does not replace it";
        diagnostics.push(finding(place, message, Severity::Warning).hint("say both in a sentence"));
    }
}

fn finding(span: Span, message: impl Into<String>, severity: Severity) -> Diagnostic {
    let mut finding = Diagnostic::at(Rule::ThresholdCompleteness, span, message);
    finding.severity = severity;
    finding
}
