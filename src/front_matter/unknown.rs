//! Fields that a mapping does not have, and the hint to what was meant.

use crate::diagnostic::Diagnostic;
use crate::rule::Rule;
use crate::source::Spanned;
use crate::suggest::did_you_mean;

/// What people call fields that have another name here.
const MEANT: &[(&str, &str)] = &[
    ("content_warning", "warnings"),
    ("content_warnings", "warnings"),
    ("age", "age_band"),
    ("description", "summary"),
    ("author", "owner"),
    ("contact", "phone"),
    ("telephone", "phone"),
];

/// What no page says of a person.
const OF_A_PERSON: &[&str] = &["age", "dob", "date_of_birth", "name", "names", "address", "postcode", "school"];
/// More fields than a hint names.
const MANY: usize = 16;

/// Reports a field that is none of those that there are.
pub(super) fn unknown(key: &Spanned<String>, known: &[&'static str]) -> Diagnostic {
    let meant = MEANT.iter().find(|(written, meant)| key.value == *written && known.contains(meant));
    let hint = meant.map(|(_, meant)| format!("the field is called `{meant}`"));
    let of_a_person = || "leave it out: it could tell who somebody is".to_owned();
    let hint = hint.or_else(|| OF_A_PERSON.contains(&key.value.as_str()).then(of_a_person));
    let hint = hint.or_else(|| did_you_mean(&key.value, known.iter().copied())).unwrap_or_else(|| {
        if known.contains(&"extra") { "put fields of your own under `extra:`".to_owned() } else { named(known) }
    });
    Diagnostic::at(Rule::UnknownField, key.span, format!("there is no field `{}` here", shorten(&key.value))).hint(hint)
}

/// Which fields there are, if they are few enough to be read.
pub(super) fn named(fields: &[&str]) -> String {
    if fields.len() > MANY {
        "`waymark schema` lists the fields".to_owned()
    } else {
        format!("the fields are {}", fields.join(", "))
    }
}

/// The beginning of a long text.
pub(super) fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
