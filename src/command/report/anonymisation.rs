//! `waymark report anonymisation`: who checked which case study, when and how, and what was allowed.

use super::entry::Entry;
use crate::document::Kind;
use crate::document::allowed_detail::AllowedDetail;
use crate::document::case_study::CaseStudy;
use crate::site::{Page, Site};
use serde_json::json;

/// Every case study with its record, then every detail that is allowed.
pub fn entries(site: &Site) -> Vec<Entry> {
    let cases = site.pages.iter().filter_map(|page| match &page.document.kind {
        Kind::CaseStudy(case) => Some(of_case(page, case)),
        _ => None,
    });
    cases.chain(site.allowed_details.iter().map(|allowed| of_allowed(site, allowed))).collect()
}

fn of_case(page: &Page, case: &CaseStudy) -> Entry {
    let record = &case.anonymisation;
    let test = record.motivated_intruder.as_ref();
    let mut lines = vec![
        case.provenance.label().to_owned(),
        format!("made anonymous by: {}", record.by.value),
        format!("checked by: {}, {}", record.checked_by.value, record.date.value),
    ];
    lines.extend(record.method.as_ref().map(|method| format!("how: {method}")));
    lines.push(test.map_or_else(
        || "no motivated intruder test is recorded".to_owned(),
        |test| format!("motivated intruder test, {}: {} {}", test.date.value, test.method, test.outcome),
    ));
    if !record.quasi_identifiers.is_empty() {
        let weighed: Vec<&str> = record.quasi_identifiers.iter().map(|said| said.trim_end_matches('.')).collect();
        lines.push(format!("weighed: {}", weighed.join("; ")));
    }
    lines
        .push(format!("court orders looked for: {}", if record.court_orders_checked { "yes" } else { "not recorded" }));
    lines.extend(record.consent_basis.as_ref().map(|basis| format!("consent: {basis}")));
    lines.push(format!("to be taken down after {}", record.remove_after.value));
    Entry {
        title: format!("{} ({})", page.title(), page.document.id()),
        lines,
        json: json!({
            "id": page.document.id(),
            "title": page.title(),
            "provenance": case.provenance.name(),
            "by": record.by.value,
            "checked_by": record.checked_by.value,
            "date": record.date.value.to_string(),
            "method": record.method,
            "motivated_intruder": test.map(|test| json!({ "date": test.date.value.to_string(), "method": test.method, "outcome": test.outcome })),
            "quasi_identifiers": record.quasi_identifiers,
            "court_orders_checked": record.court_orders_checked,
            "consent_basis": record.consent_basis,
            "remove_after": record.remove_after.value.to_string(),
        }),
    }
}

fn of_allowed(site: &Site, allowed: &AllowedDetail) -> Entry {
    let places: Vec<&str> = allowed.places.iter().map(|place| place.value.as_str()).collect();
    let until = allowed.until.value;
    let end = if until < site.at { format!("expired on {until}") } else { format!("until {until}") };
    Entry {
        title: format!("allowed: {} ({})", allowed.text.value, allowed.kind),
        lines: vec![
            format!("in {}", places.join(", ")),
            format!("why: {}", allowed.why.value),
            format!("decided by {} on {}, {end}", allowed.who.value, allowed.decided.value),
        ],
        json: json!({
            "allowed": allowed.text.value,
            "kind": allowed.kind,
            "where": places,
            "why": allowed.why.value,
            "who": allowed.who.value,
            "decided": allowed.decided.value.to_string(),
            "until": until.to_string(),
            "expired": until < site.at,
        }),
    }
}
