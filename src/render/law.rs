//! Law with what every statement about it carries: the Act, the nations where it applies, and the day on which
//! somebody last checked it.

use super::words::date;
use crate::document::legislation::{Act, Provision};
use crate::site::{law_nations, nations_in_words};

/// "Children Act 1989, section 47 (England and Wales; as at 1 November 2026)".
pub fn in_full(act: &Act, provision: Option<&Provision>) -> String {
    let label = provision.map(|provision| format!(", {}", provision.label)).unwrap_or_default();
    format!("{}{label}{}", act.title, standing(act, provision))
}

/// What is said after a reference: of "section 47", which Act that is, and of every one where and as at what day.
pub fn after(act: &Act, provision: Option<&Provision>) -> String {
    let title = provision.map(|_| format!(", {}", act.title)).unwrap_or_default();
    title + &standing(act, provision)
}

/// " (England and Wales; as at 1 November 2026)".
fn standing(act: &Act, provision: Option<&Provision>) -> String {
    let nations = law_nations(act, provision);
    let nations = Some(nations_in_words(nations)).filter(|_| !nations.is_empty());
    let checked = provision.and_then(|provision| provision.as_at).or(act.as_at);
    let day = checked.map(|day| format!("as at {}", date(day).text));
    let said: Vec<String> = nations.into_iter().chain(day).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join("; ")) }
}
