//! Whom to ring stays reachable: a local framework may name its own numbers, and not fewer hours.

use super::taken_away;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::Framework;
use crate::document::framework::overlay::ChangeKind;
use crate::rule::Rule;
use crate::vet::thresholds::subject::{Around, Subject};

/// Holds every change of a route against the national one.
pub fn check(subject: &Subject, base: &Framework, around: &Around, diagnostics: &mut Diagnostics) {
    for change in &subject.framework.overlay {
        let Some(national) = base.routes.iter().find(|route| route.id.value == change.target.value) else { continue };
        if change.change.value == ChangeKind::NotApplicable {
            let what = format!("the national route `{}` does not apply here", national.id.value);
            taken_away(subject, around, change, &what, diagnostics);
            continue;
        }
        let by = change.by.as_ref().map(|by| by.value.as_str());
        let own = subject.framework.routes.iter().find(|route| Some(route.id.value.as_str()) == by);
        if let Some(own) = own.filter(|own| own.out_of_hours.is_none() && national.out_of_hours.is_some()) {
            let message = format!(
                "this route takes the place of `{}`, which can be reached out of hours, and cannot itself",
                national.id.value
            );
            let hint = "add `out_of_hours:` with the id of a contact";
            diagnostics.push(Diagnostic::at(Rule::WeakenedDuty, own.id.span, message).hint(hint));
        }
    }
}
