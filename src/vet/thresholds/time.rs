//! T4: a timescale has an amount, a unit that is sure and a starting event, and is the nation's own.

use super::subject::{Around, Subject, says_nothing};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::framework::response::{Duty, Response, Within};
use crate::document::timescale::{Limit, LimitKind};
use crate::placeholder::is_placeholder;
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::vet::phrase::Reading;

/// Events that say nothing of what happened.
const VAGUE: &[&str] = &[
    "",
    "it",
    "that",
    "this",
    "start",
    "the start",
    "then",
    "then on",
    "event",
    "now",
    "today",
    "date",
    "possible",
    "whenever possible",
    "when possible",
    "as soon as possible",
    "time to time",
    "whenever",
    "needed",
];

/// Whether a starting event says nothing of what happened.
fn is_vague(from: &str) -> bool {
    let event = crate::thresholds::limit::event(from);
    VAGUE.contains(&event.trim_end_matches('.')) || says_nothing(from)
}

/// Checks that the timescales of the site say what they are counted from. What still says TBC has been told already.
pub fn events(around: &Around, diagnostics: &mut Diagnostics) {
    for timescale in &around.parsed.timescales {
        if !is_vague(&timescale.limit.from) || is_placeholder(&timescale.limit.from) {
            continue;
        }
        let message = format!("`{}` does not say what it is counted from", timescale.id.value);
        let place = around.find_after(timescale.id.span, "from:");
        diagnostics
            .push(Diagnostic::at(Rule::Timescale, place, message).hint("name what happened: `from: the referral`"));
    }
}

/// An average is what happens, and nobody's duty: a must has a limit.
fn average(response: &Response, around: &Around, diagnostics: &mut Diagnostics) {
    let Some(within) = response.within.as_ref().filter(|_| response.duty.value == Duty::Must) else { return };
    let limit = crate::thresholds::limit::limit_of(&within.value, &around.parsed.timescales);
    if limit.is_some_and(|limit| limit.kind == LimitKind::Average) {
        let message = format!("the must `{}` has an average for its limit", response.id.value);
        let hint = "name the limit that the law sets, or leave Within empty";
        diagnostics.push(Diagnostic::at(Rule::Timescale, within.span, message).hint(hint));
    }
}

/// Limits as people write them in running text.
const IN_WORDS: &[&str] = &[
    "within|inside #|a|an|one hour*|day*|week*|month*",
    "within|inside #|a|an|one working|calendar|school|clear day*",
    "most|than|in # hour*|day*|week*|month*",
    "most|than|in # working|calendar|school|clear day*",
];

/// A limit in the words of an action is not compared, not worked out and not weighed against the national one.
fn in_words(response: &Response, around: &Around, diagnostics: &mut Diagnostics) {
    let reading = Reading::of(&response.action.value);
    let Some(found) = IN_WORDS.iter().find_map(|pattern| reading.found(pattern).into_iter().next()) else { return };
    let words = &response.action.value[found];
    let place = around.find(response.action.span, words).unwrap_or(response.action.span);
    let message = format!("“{words}” is a limit in the words of an action, where nothing can check it");
    let hint = "write it under Within, with what it is counted from, or the id of an entry of timescales.yaml";
    let mut finding = Diagnostic::at(Rule::Timescale, place, message).hint(hint);
    finding.severity = Severity::Warning;
    diagnostics.push(finding);
}

/// Checks the timescales of a framework.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    for response in &subject.framework.responses {
        average(response, around, diagnostics);
        in_words(response, around, diagnostics);
    }
    for within in subject.framework.responses.iter().flat_map(Response::limits) {
        match &within.value {
            Within::Immediately => {}
            Within::Own(limit) => own(limit, within.span, diagnostics),
            Within::Defined(id) => defined(subject, around, id, within.span, diagnostics),
        }
    }
    for within in subject.framework.rungs().filter_map(|rung| rung.within.as_ref()) {
        let Spanned { value, span } = within;
        defined(subject, around, value, *span, diagnostics);
    }
}

fn own(limit: &Limit, span: Span, diagnostics: &mut Diagnostics) {
    if limit.amount == 0 {
        let message = "a timescale of nothing is “immediately”";
        diagnostics.push(Diagnostic::at(Rule::Timescale, span, message).hint("write `immediately`"));
    }
    if is_vague(&limit.from) {
        let message = "this timescale does not say what it is counted from";
        diagnostics.push(
            Diagnostic::at(Rule::Timescale, span, message)
                .hint("name what happened: `1 working day from the referral`"),
        );
    }
}

/// A timescale of another nation, which may count other days and start from something else.
fn defined(subject: &Subject, around: &Around, id: &str, span: Span, diagnostics: &mut Diagnostics) {
    let known = around.parsed.timescales.iter().find(|known| known.id.value == id);
    let (Some(timescale), Some(nation)) = (known, subject.nation()) else { return };
    if timescale.nation != nation {
        let message = format!(
            "`{id}` is a timescale of {}, and this framework is for {}",
            timescale.nation.label(),
            nation.label()
        );
        diagnostics.push(
            Diagnostic::at(Rule::Timescale, span, message)
                .hint("use a timescale of the framework's own nation; law and bank holidays differ"),
        );
    }
}
