//! T4: a timescale has an amount, a unit that is sure and a starting event, and is the nation's own.

use super::subject::{Around, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::response::Within;
use crate::document::timescale::Limit;
use crate::rule::Rule;
use crate::source::{Span, Spanned};

/// Events that say nothing of what happened.
const VAGUE: &[&str] = &["", "it", "that", "this", "start", "then", "event", "now", "today", "date"];

/// Checks the timescales of a framework.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let of_responses = subject.framework.responses.iter().filter_map(|response| response.within.as_ref());
    for within in of_responses {
        match &within.value {
            Within::Immediately => {}
            Within::Own(limit) => own(limit, within.span, diagnostics),
            Within::Defined(id) => defined(subject, around, id, within.span, diagnostics),
        }
    }
    for within in subject.framework.escalation.iter().filter_map(|rung| rung.within.as_ref()) {
        let Spanned { value, span } = within;
        defined(subject, around, value, *span, diagnostics);
    }
}

fn own(limit: &Limit, span: Span, diagnostics: &mut Diagnostics) {
    if limit.amount == 0 {
        let message = "a timescale of nothing is “immediately”";
        diagnostics.push(Diagnostic::at(Rule::Timescale, span, message).hint("write `immediately`"));
    }
    let event = crate::thresholds::limit::event(&limit.from);
    if VAGUE.contains(&event.trim_end_matches('.')) {
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
