//! Agencies of case studies are free words, so that a site may use its own; a slip of the pen in one is told all the same.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::Kind;
use crate::document::case_study::CaseStudy;
use crate::document::framework::party::Agency;
use crate::parse::Parsed;
use crate::rule::Rule;
use crate::source::Spanned;
use crate::suggest::is_slip;

/// What frameworks have counts as standing more often than once.
const COMMON: usize = 2;
/// Shorter words are too near to each other.
const SHORTEST: usize = 6;

/// Tells of an agency that stands once and is nearly one that stands more often, or that frameworks have.
pub(super) fn check(parsed: &Parsed, diagnostics: &mut Diagnostics) {
    let cases = || {
        parsed.documents.iter().filter_map(|document| match &document.kind {
            Kind::CaseStudy(case) => Some(case),
            _ => None,
        })
    };
    let mut used: BTreeMap<&str, usize> = Agency::NAMES.iter().map(|name| (*name, COMMON)).collect();
    for agency in cases().flat_map(|case| agencies(case)) {
        *used.entry(agency.value.as_str()).or_default() += 1;
    }
    for agency in cases().flat_map(|case| agencies(case)).filter(|agency| used[agency.value.as_str()] == 1) {
        let written = agency.value.as_str();
        let meant = used.iter().find(|(name, count)| **count > 1 && is_slip(written, name, SHORTEST));
        if let Some((meant, _)) = meant {
            let message = format!("only this place names the agency `{written}`");
            let mut finding =
                Diagnostic::at(Rule::UnknownReference, agency.span, message).hint(format!("did you mean `{meant}`?"));
            finding.severity = Severity::Warning;
            diagnostics.push(finding);
        }
    }
}

fn agencies(case: &CaseStudy) -> impl Iterator<Item = &Spanned<String>> {
    case.agencies.iter().chain(case.timeline.iter().flat_map(|event| &event.known_to))
}
