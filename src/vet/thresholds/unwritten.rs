//! Rows and levels of a framework say something: no sign, action or explanation is a placeholder.

use super::subject::{Around, Subject, says_nothing};
use super::texts::{Part, of};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::Rule;

/// Reports every text that only stands where one has to stand. Names and steps are fields that have to be there, which
/// are looked at when they are read.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    if subject.is_past() {
        return;
    }
    let texts = of(subject, around);
    for text in texts.iter().filter(|text| says_nothing(text.words)) {
        let cure = match text.part {
            Part::Name | Part::Statement => continue,
            Part::Sign(_) => "say what somebody may see or hear, or take the row out",
            Part::Action => "say what is to be done, or leave the cell empty where it may be",
            Part::Beside(_) | Part::Explanation => "write it, or leave the cell empty",
            Part::Level => "say what describes a child at this level, or leave the field out where it may be",
        };
        let message = format!("“{}” says nothing yet", text.words.trim());
        diagnostics.push(Diagnostic::at(Rule::MissingField, text.place(around, text.words), message).hint(cure));
    }
}
