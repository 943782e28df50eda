//! T11: whom a framework tells readers to ring can still be relied on.

use super::subject::{Around, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::rule::Rule;

/// Checks the contacts of a framework's routes.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    if subject.is_past() {
        return;
    }
    for route in &subject.framework.routes {
        for id in std::iter::once(&route.contact).chain(&route.out_of_hours) {
            let contact = around.parsed.contacts.iter().find(|contact| contact.id.value == id.value);
            let Some(contact) = contact else { continue };
            if let Some(until) = contact.valid_until.filter(|until| *until < around.at) {
                let message = format!(
                    "the route “{}” leads to “{}”, which was to be relied on until {until}",
                    route.name, contact.name
                );
                let hint =
                    format!("try it, then set verified_on and valid_until anew at {}", around.place(contact.id.span));
                let mut finding = Diagnostic::at(Rule::StaleContact, id.span, message).hint(hint);
                // Whoever follows a threshold to a number that nobody answers loses time that a child does not have.
                finding.severity = Severity::Error;
                diagnostics.push(finding);
            }
        }
    }
}
