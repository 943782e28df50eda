//! Settings are free words, so that a framework may use its own; a slip of the pen in one is told all the same.

use std::collections::BTreeMap;

use super::subject::Subject;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::Rule;
use crate::suggest::is_slip;

/// Shorter words are too near to each other.
const SHORTEST: usize = 5;

/// Tells of a setting that is nearly one that more signs have.
pub fn check(subjects: &[Subject], diagnostics: &mut Diagnostics) {
    let signs = || subjects.iter().flat_map(|subject| &subject.framework.indicators);
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for setting in signs().flat_map(|sign| &sign.settings) {
        *used.entry(setting).or_default() += 1;
    }
    let mut told: Vec<&str> = Vec::new();
    for sign in signs() {
        for written in sign.settings.iter().map(String::as_str) {
            let meant = used.iter().find(|(name, count)| **count > used[written] && is_slip(written, name, SHORTEST));
            let Some((meant, _)) = meant.filter(|_| !told.contains(&written)) else { continue };
            told.push(written);
            let message =
                format!("the sign `{}` has the setting `{written}`, and others have `{meant}`", sign.id.value);
            let finding = Diagnostic::at(Rule::UnknownValue, sign.id.span, message);
            diagnostics.push(finding.hint(format!("did you mean `{meant}`?")));
        }
    }
}
