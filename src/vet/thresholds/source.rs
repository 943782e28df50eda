//! T3: every must has a legal basis, or names the statutory guidance that asks for it.

use super::subject::{Around, Subject, is_source};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::response::Duty;
use crate::rule::Rule;

const HINT: &str = "write a link under Basis: [section 47](law:children-act-1989#s47), a page of this site, an address \
                    of a public body or one named under `sources`; what no law or statutory guidance asks for is a \
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
pub fn check(subject: &Subject, _: &Around, diagnostics: &mut Diagnostics) {
    let is_sourced = |links: &std::ops::Range<usize>| {
        subject.links(links).iter().any(|link| is_source(link) && is_answered_for(subject, &link.destination))
    };
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
        let then = subject.applied.response(&rule.then.value);
        let by_itself = is_sourced(&rule.links);
        // A must by override needs a basis of its own where the response has none.
        if let Some(then) = then.filter(|then| !by_itself && then.part.basis.is_none()) {
            let message = format!(
                "`{}` makes a must of `{}`, and neither names a law or guidance",
                rule.id.value, then.part.id.value
            );
            diagnostics.push(Diagnostic::at(Rule::MissingSource, rule.duty.span, message).hint(HINT));
        }
    }
}

/// Whether an address, without its scheme, leads to a home page alone, where nothing can be looked up.
fn is_home(rest: &str) -> bool {
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    path.split(['?', '#']).next().unwrap_or_default().trim_matches('/').is_empty()
}

/// Whether an address is that of a public body or of a source that the framework names: a blog makes no must.
pub fn is_answered_for(subject: &Subject, address: &str) -> bool {
    let Some((_, rest)) = address.split_once("://") else { return true };
    if is_home(rest) {
        return false;
    }
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let is_public = |body: &str| host.strip_suffix(body).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let named = subject.document.meta.sources.iter().filter_map(|source| source.url.as_ref());
    PUBLIC_BODIES.iter().any(|body| is_public(body))
        || named.into_iter().any(|url| address.starts_with(url.value.as_str()))
}
