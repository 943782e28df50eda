//! T11: whom a framework tells readers to ring can still be relied on.

use super::subject::{Around, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::contact::Contact;
use crate::rule::Rule;
use crate::source::Spanned;

/// Checks what the contacts of the site say of themselves: when they were tried and until when they hold.
pub fn all(around: &Around, diagnostics: &mut Diagnostics) {
    for contact in &around.parsed.contacts {
        let mut report = |rule: Rule, words: &str, message: String| {
            let place = around.find_after(contact.id.span, words);
            diagnostics.push(Diagnostic::at(rule, place, message));
        };
        if let Some(verified) = contact.verified_on {
            if verified > around.at {
                let message = format!("“{}” was tried on {verified}, which has not come yet", contact.name);
                report(Rule::DateOrder, "verified_on:", message);
            } else if let Some(until) = contact.valid_until.filter(|until| *until < verified) {
                let message = format!("“{}” was to be relied on until {until}, before it was tried", contact.name);
                report(Rule::DateOrder, "valid_until:", message);
            }
        }
    }
}

/// Checks the contacts of a framework's routes.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    if subject.is_past() {
        return;
    }
    for route in &subject.framework.routes {
        for id in std::iter::once(&route.contact).chain(&route.out_of_hours) {
            let contact = around.parsed.contacts.iter().find(|contact| contact.id.value == id.value);
            let Some(contact) = contact else { continue };
            unreachable(contact, id, diagnostics);
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

/// A route ends with a number, an e-mail or a page.
fn unreachable(contact: &Contact, place: &Spanned<String>, diagnostics: &mut Diagnostics) {
    let numbers = [&contact.phone, &contact.text_phone, &contact.email, &contact.secure_email];
    if numbers.into_iter().all(Option::is_none) && contact.url.is_none() {
        let message = format!("“{}” has no number, no e-mail and no web address", contact.name);
        let mut finding = Diagnostic::at(Rule::StaleContact, place.span, message);
        finding.severity = Severity::Warning;
        diagnostics.push(finding.hint("add one of them to its entry in contacts.yaml"));
    }
}
