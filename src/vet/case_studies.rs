//! What a case study must say about how it was made anonymous, and when it must be gone.

mod agencies;
mod cast;
mod plan;
pub mod telling;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::Kind;
use crate::document::case_study::record::Anonymisation;
use crate::document::case_study::{CaseStudy, Provenance};
use crate::document::meta::Meta;
use crate::parse::Parsed;
use crate::read::Sources;
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::suggest::did_you_mean;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Checks every case study of a site.
pub fn check(parsed: &Parsed, sources: &Sources, at: Date, diagnostics: &mut Diagnostics) {
    let known = harms(parsed);
    agencies::check(parsed, diagnostics);
    for document in &parsed.documents {
        if let Kind::CaseStudy(case) = &document.kind {
            known_harms(case, &known, diagnostics);
            two_roles(&case.anonymisation, diagnostics);
            asked_for(case, &document.meta, diagnostics);
            cast::check(case, sources.get(document.source), diagnostics);
            plan::check(case, diagnostics);
            days(&case.anonymisation, at, diagnostics);
            too_long(&case.anonymisation, diagnostics);
            removal(&case.anonymisation, document.id(), at, diagnostics);
        }
    }
}

/// The names of harms that a site with frameworks has: those of the frameworks, of the glossary and of topics.
/// Nothing, where no framework names any.
fn harms(parsed: &Parsed) -> BTreeSet<&str> {
    let frameworks = parsed.documents.iter().filter_map(|document| match &document.kind {
        Kind::Framework(framework) => Some(framework.harms.iter().map(|harm| harm.value.as_str())),
        _ => None,
    });
    let mut known: BTreeSet<&str> = frameworks.flatten().collect();
    if !known.is_empty() {
        known.extend(parsed.glossary.iter().map(|term| term.id.value.as_str()));
        known.extend(parsed.settings.topics.iter().map(|topic| topic.id.value.as_str()));
    }
    known
}

/// A misspelt harm would be found by nobody who looks for cases of it.
fn known_harms(case: &CaseStudy, known: &BTreeSet<&str>, diagnostics: &mut Diagnostics) {
    for harm in case.harms.iter().filter(|harm| !known.is_empty() && !known.contains(harm.value.as_str())) {
        let message = format!("no framework, glossary term or topic has the harm `{}`", harm.value);
        let hint = did_you_mean(&harm.value, known.iter().copied());
        diagnostics.push(Diagnostic::at(Rule::UnknownReference, harm.span, message).maybe_hint(hint));
    }
}

/// Nobody checks their own work.
fn two_roles(record: &Anonymisation, diagnostics: &mut Diagnostics) {
    if bare(&record.by.value) == bare(&record.checked_by.value) {
        let message = "the role that made it anonymous may not be the one that checks it";
        let hint = "let somebody in another role look for what could identify the people, and name that role";
        diagnostics.push(Diagnostic::at(Rule::AnonymisationRecord, record.checked_by.span, message).hint(hint));
    }
    for role in [&record.by, &record.checked_by].into_iter().filter(|role| bare(&role.value).len() < SHORTEST_ROLE) {
        let message = format!("“{}” is no role that somebody could be asked for", role.value);
        let hint = "write the role in words, such as learning and development lead";
        diagnostics.push(Diagnostic::at(Rule::AnonymisationRecord, role.span, message).hint(hint));
    }
}

/// "DSL" and "LADO" are roles; fewer letters tell nobody whom to ask.
const SHORTEST_ROLE: usize = 3;

/// A role without what only looks like a difference: case, order, spaces, punctuation, "and", "of", "the" and "our".
fn bare(role: &str) -> String {
    let words = role.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let mut words: Vec<String> =
        words.filter(|word| !matches!(word.as_str(), "" | "a" | "an" | "and" | "of" | "the" | "our")).collect();
    words.sort_unstable();
    words.join(" ")
}

/// What a record must hold because the case comes from people's lives.
fn asked_for(case: &CaseStudy, meta: &Meta, diagnostics: &mut Diagnostics) {
    let record = &case.anonymisation;
    let lacks = |what: &str, hint: &str| {
        let message = format!("a case that is {} needs {what}", in_a_sentence(case.provenance));
        Diagnostic::at(Rule::AnonymisationRecord, record.span, message).hint(hint)
    };
    if case.provenance != Provenance::Fictional && record.motivated_intruder.is_none() {
        let hint = "let somebody who does not know the case try to find the people, with what anybody can look up, and \
                    write `motivated_intruder:` with date, method and outcome";
        diagnostics.push(lacks("a test that nobody can be found", hint));
    }
    if case.provenance != Provenance::Fictional && !record.court_orders_checked {
        let hint = "find out whether a court has restricted what may be published about the family, and write \
                    `court_orders_checked: true` when that is settled";
        diagnostics.push(lacks("a look for court orders", hint));
    }
    if case.provenance == Provenance::DrawnFromReview && meta.sources.is_empty() {
        let hint = "name the published review under `sources:`, so that readers can see what was changed";
        diagnostics.push(lacks("the review that it is drawn from", hint));
    }
    if case.provenance == Provenance::SurvivorAccount && record.consent_basis.is_none() {
        let hint = "write `consent_basis:`: who agreed to what, and how they can take it back; no names";
        diagnostics.push(lacks("the basis on which it is published", hint));
    }
}

fn in_a_sentence(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Fictional => "fictional",
        Provenance::Composite => "put together from several",
        Provenance::DrawnFromReview => "drawn from a review",
        Provenance::SurvivorAccount => "a survivor's account",
    }
}

/// A check that lies ahead has not been made, and a case goes after its check and not before.
fn days(record: &Anonymisation, at: Date, diagnostics: &mut Diagnostics) {
    let test = record.motivated_intruder.as_ref().map(|test| (&test.date, "test"));
    for (day, what) in [Some((&record.date, "check")), test].into_iter().flatten() {
        if day.value > at {
            let message = format!("this {what} lies ahead of {at}, the day of the build");
            diagnostics.push(ahead(day.span, message));
        }
    }
    if record.remove_after.value < record.date.value {
        let message = format!("it would be taken down before it was checked on {}", record.date.value);
        let hint = "write the last day on which it may stand, a day after its check";
        diagnostics.push(Diagnostic::at(Rule::DateOrder, record.remove_after.span, message).hint(hint));
    }
}

/// Nobody looks after so many years at whether a family can still be recognised.
const LONGEST: i16 = 10;

fn too_long(record: &Anonymisation, diagnostics: &mut Diagnostics) {
    if record.remove_after.value.year() > record.date.value.year() + LONGEST {
        let message = format!("it would stand for more than {LONGEST} years after its check");
        let hint = "write a day in the next few years, and review the case before it: what can be looked up changes";
        let mut finding = Diagnostic::at(Rule::AnonymisationRecord, record.remove_after.span, message).hint(hint);
        finding.severity = Severity::Warning;
        diagnostics.push(finding);
    }
}

fn ahead(span: Span, message: String) -> Diagnostic {
    let hint = "write the day on which it was done, and publish the case after that day";
    Diagnostic::at(Rule::AnonymisationRecord, span, message).hint(hint)
}

/// The last day has passed on which the case may stand.
fn removal(record: &Anonymisation, id: &str, at: Date, diagnostics: &mut Diagnostics) {
    let Spanned { value: last, span } = record.remove_after;
    // What would go before its check has been told already.
    if last < at && last >= record.date.value {
        let message = format!("this case was to be taken down after {last}");
        let hint = format!(
            "delete the file and see with `waymark takedown {id}` which editions still hold it; or review it anew, and \
             write who checked it, when, and until when it may stand"
        );
        diagnostics.push(Diagnostic::at(Rule::PastRemoval, span, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn a_role_is_the_same_however_it_is_written() {
        assert_eq!(bare("The learning-and-development  lead"), bare("Learning & Development lead."));
        assert_ne!(bare("Learning lead"), bare("Information governance officer"));
    }
}
