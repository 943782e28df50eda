//! T9 and T14: no row blames a child, none takes for a sign who a child is, and none says that a child's circumstances cause the harm.

mod causes;
mod origins;
mod phrases;

use super::subject::{Around, Subject};
use super::texts::{self, Part, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::framework::indicator::IndicatorKind;
use crate::rule::Rule;
use crate::vet::phrase::Reading;
use phrases::{BLAMING, Of};
use std::ops::Range;

/// Checks every text of a framework. Prose is not checked: it may be about words.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    for text in texts::of(subject, around) {
        let reading = Reading::of(text.words);
        blaming(&text, &reading, around, diagnostics);
        origin(&text, &reading, around, diagnostics);
        if let Part::Sign(IndicatorKind::Vulnerability) | Part::Beside(IndicatorKind::Vulnerability) = text.part {
            causing(&text, &reading, around, diagnostics);
        }
    }
}

/// Whose conduct a text describes. What explains a sign without harm is no accusation: it may name what somebody does.
fn whose(part: Part) -> Of {
    match part {
        Part::Sign(kind) | Part::Beside(kind) => match kind {
            IndicatorKind::Vulnerability
            | IndicatorKind::RiskIndicator
            | IndicatorKind::HarmIndicator
            | IndicatorKind::ProtectiveFactor => Of::Child,
            IndicatorKind::PerpetratorBehaviour | IndicatorKind::ContextFactor => Of::Anyone,
        },
        Part::Explanation | Part::Action | Part::Name | Part::Level | Part::Statement => Of::Anyone,
    }
}

fn blaming(text: &Text, reading: &Reading, around: &Around, diagnostics: &mut Diagnostics) {
    let of = whose(text.part);
    let mut seen: Vec<Range<usize>> = Vec::new();
    for phrase in BLAMING.iter().filter(|phrase| phrase.of == Of::Anyone || of == Of::Child) {
        for words in reading.found(phrase.pattern) {
            let is_part = seen.iter().any(|other| other.start < words.end && words.start < other.end);
            if is_part || phrase.excuses(reading, &words) {
                continue;
            }
            let written = &text.words[words.clone()];
            let message = format!("“{written}” can sound as if the child were to blame");
            let span = text.place(around, written);
            diagnostics.push(Diagnostic::at(Rule::BlamingLanguage, span, message).hint(phrase.instead));
            seen.push(words);
        }
    }
}

fn origin(text: &Text, reading: &Reading, around: &Around, diagnostics: &mut Diagnostics) {
    // What is said about the framework may say that origin is no sign, and what protects may be a faith.
    if let Part::Statement | Part::Sign(IndicatorKind::ProtectiveFactor) = text.part {
        return;
    }
    let Some(words) = origins::named(reading, text.part) else { return };
    let written = &text.words[words];
    let message = format!("“{written}” says who somebody is: ethnicity, nationality and religion are no signs of harm");
    let hint = "say what somebody does or what is done to the child, whoever they are";
    diagnostics.push(Diagnostic::at(Rule::BlamingLanguage, text.place(around, written), message).hint(hint));
}

fn causing(text: &Text, reading: &Reading, around: &Around, diagnostics: &mut Diagnostics) {
    for words in causes::named(reading) {
        let written = &text.words[words];
        let message =
            format!("“{written}” says that a child's circumstances cause the harm; people who exploit cause it");
        let mut finding = Diagnostic::at(Rule::BlamingLanguage, text.place(around, written), message)
            .hint("name the circumstance alone, or what exploiters look for: “Adults may look for children who …”");
        finding.severity = Severity::Warning;
        diagnostics.push(finding);
    }
}
