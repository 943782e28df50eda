//! Names of people, places and organisations.

use super::{Candidate, Form, Known, Plain};

/// Finds names in a case study.
pub(crate) fn find(plain: &Plain<'_>, form: Form, known: &Known) -> Vec<Candidate> {
    let _ = (plain, form, known);
    Vec::new()
}

/// Finds full addresses (house number, street and postcode) in a passage of any other text that holds a postcode.
pub(crate) fn addresses(plain: &Plain<'_>) -> Vec<Candidate> {
    let _ = plain;
    Vec::new()
}
