//! T3: every must has a legal basis, or names the statutory guidance that asks for it.

use super::subject::{Around, Subject, is_source};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::response::Duty;
use crate::rule::Rule;

const HINT: &str = "write a link under Basis: [section 47](law:children-act-1989#s47), a page of this site or an \
                    address; what no law or statutory guidance asks for is a should or a may";

/// Checks that every must names where it comes from.
pub fn check(subject: &Subject, _: &Around, diagnostics: &mut Diagnostics) {
    let is_sourced = |links: &std::ops::Range<usize>| subject.links(links).iter().any(is_source);
    for response in &subject.framework.responses {
        if response.duty.value == Duty::Must && !is_sourced(&response.basis_links) {
            let place = response.basis.as_ref().map_or(response.duty.span, |basis| basis.span);
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
