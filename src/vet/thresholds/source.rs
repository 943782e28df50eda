//! T3: every must has a legal basis, or names the statutory guidance that asks for it.

use super::subject::{Around, Subject, beside};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Document;
use crate::document::framework::response::Duty;
use crate::document::meta::Citation;
use crate::rule::Rule;
use std::ops::Range;

const HINT: &str = "write a link under Basis: [section 47](law:children-act-1989#s47), an address of a public body, one named \
                    under `sources`, or a page of this site that rests on either; what no law or statutory guidance asks for is a \
                    should or a may";
/// Where public bodies of the United Kingdom publish law and guidance; the last has the procedures of Wales.
const PUBLIC_BODIES: &[&str] = &[
    "gov.uk",
    "gov.wales",
    "llyw.cymru",
    "gov.scot",
    "nhs.uk",
    "nhs.scot",
    "nhs.wales",
    "police.uk",
    "parliament.uk",
    "judiciary.uk",
    "safeguarding.wales",
];

/// Checks that every must names where it comes from.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let names_law = |destination: &str| is_law(subject, around, destination);
    let is_sourced = |links: &Range<usize>| subject.links(links).iter().any(|link| names_law(&link.destination));
    for response in &subject.framework.responses {
        if response.duty.value == Duty::Must && !is_sourced(&response.basis_links()) {
            let place = response.basis.as_ref().map_or(response.duty.span, |basis| basis.text.span);
            let message = if response.basis.is_some() {
                format!("the basis of the must `{}` links to no law or guidance", response.id.value)
            } else {
                format!("the must `{}` names no law or guidance that it comes from", response.id.value)
            };
            diagnostics.push(Diagnostic::at(Rule::MissingSource, place, message).hint(HINT));
        }
    }
    for rule in subject.framework.overrides.iter().filter(|rule| rule.duty.value == Duty::Must) {
        let own = subject.framework.responses.iter().find(|own| own.id.value == rule.then.value);
        let then = match own {
            Some(own) => is_sourced(&own.basis_links()),
            None => subject.base_basis(&rule.then.value).any(names_law),
        };
        // A must by override needs a basis of its own where that of the response makes no must; of what is a must
        // anyway it is told there.
        let becomes_must = subject.applied.response(&rule.then.value).filter(|then| then.part.duty.value != Duty::Must);
        if becomes_must.is_some() && !then && !is_sourced(&rule.links) {
            let message = format!(
                "`{}` makes a must of `{}`, and neither names a law or guidance",
                rule.id.value, rule.then.value
            );
            diagnostics.push(Diagnostic::at(Rule::MissingSource, rule.duty.span, message).hint(HINT));
        }
    }
}

/// Whether a link leads to law, to statutory guidance, or to a page of this site that rests on either.
fn is_law(subject: &Subject, around: &Around, destination: &str) -> bool {
    if destination.starts_with("law:") {
        return true;
    }
    if destination.contains("://") {
        return is_answered_for(subject, destination);
    }
    let own = &subject.document.path;
    let page = beside(own, destination).filter(|path| path.ends_with(".md") && path != own);
    page.is_some_and(|path| {
        let document = around.parsed.documents.iter().find(|document| document.path == path);
        // A page that is not there is told where links are.
        document.is_none_or(rests_on_law)
    })
}

/// Whether a page names law, or a public body among its sources.
fn rests_on_law(document: &Document) -> bool {
    let of_public_body = |source: &Citation| source.url.as_ref().is_some_and(|url| is_public(&url.value));
    document.outline.links.iter().any(|link| link.destination.starts_with("law:"))
        || document.meta.sources.iter().any(of_public_body)
}

/// Whether an address, without its scheme, leads to a home page alone, where nothing can be looked up.
fn is_home(rest: &str) -> bool {
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    path.split(['?', '#']).next().unwrap_or_default().trim_matches('/').is_empty()
}

/// Whether an address is that of a public body or of a source that the framework names: a blog makes no must.
pub fn is_answered_for(subject: &Subject, address: &str) -> bool {
    let Some((_, rest)) = address.split_once("://") else { return true };
    let named = subject.document.meta.sources.iter().filter_map(|source| source.url.as_ref());
    !is_home(rest) && (is_public(address) || named.into_iter().any(|url| address.starts_with(url.value.as_str())))
}

/// Whether an address is that of a public body.
fn is_public(address: &str) -> bool {
    let Some((_, rest)) = address.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let ends = |body: &&str| host.strip_suffix(*body).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    PUBLIC_BODIES.iter().any(ends)
}
