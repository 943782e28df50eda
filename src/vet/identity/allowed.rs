//! Details that may stand: those of `allowed-details.yaml`, and the numbers and addresses of services.

use super::Judged;
use super::plain_words::squeezed;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::allowed_detail::{AllowedDetail, EVERYWHERE};
use crate::document::contact::Contact;
use crate::identity::{self, Detail, Form, Kind, Known, Scope};
use crate::parse::Parsed;
use crate::read::Sources;
use crate::rule::Rule;
use crate::suggest::did_you_mean;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

/// The file of decisions, by its path relative to `content/`.
pub const FILE: &str = "allowed-details.yaml";
/// A reason in fewer words is none.
const FEWEST_WORDS: usize = 3;
/// A decision is looked at again after so many years at the latest.
const LONGEST: i16 = 5;
/// What is one person's own: where it may stand is decided file by file.
const PERSONAL: &[Kind] = &[
    Kind::PersonName,
    Kind::DateOfBirth,
    Kind::Address,
    Kind::NhsNumber,
    Kind::NiNumber,
    Kind::Upn,
    Kind::Passport,
    Kind::DrivingLicence,
    Kind::BankAccount,
];

/// What may stand.
#[derive(Debug, Default)]
pub struct Allowed {
    entries: Vec<Entry>,
    /// Where the decisions quote what they are about.
    quoted: Vec<Range<usize>>,
    /// Numbers and e-mail addresses of services, squeezed.
    services: BTreeSet<String>,
    /// Web addresses of services and of the site itself, without scheme.
    addresses: Vec<String>,
}

#[derive(Debug)]
struct Entry {
    text: String,
    squeezed: String,
    kind: String,
    places: Vec<String>,
    holds: bool,
    used: AtomicBool,
}

impl Allowed {
    /// What a site allows on a day.
    pub fn new(parsed: &Parsed, at: Date) -> Allowed {
        let mut allowed = Allowed::default();
        for detail in &parsed.allowed_details {
            allowed.quoted.push(detail.text.span.start as usize..detail.text.span.end as usize);
            allowed.entries.push(Entry::new(detail, at));
        }
        // The site's own address.
        allowed.addresses.extend(parsed.settings.url.as_ref().map(|url| bare(url).to_owned()));
        parsed.contacts.iter().for_each(|contact| allowed.add_service(contact));
        allowed
    }

    fn add_service(&mut self, contact: &Contact) {
        // Services are called after what they do. Somebody's own number is no helpline because a contact has it.
        let name = identity::find(&contact.name, Form::Plain, Scope::CaseStudy, &Known::default());
        if name.iter().any(|detail| detail.kind == Kind::PersonName && detail.range == (0..contact.name.len())) {
            return;
        }
        let numbers = [&contact.phone, &contact.text_phone, &contact.email, &contact.secure_email];
        self.services.extend(numbers.into_iter().flatten().map(|number| number_squeezed(number)));
        self.addresses.extend(contact.url.as_ref().map(|url| bare(&url.value).to_owned()));
        let told = [Some(&contact.purpose), Some(&contact.hours), contact.out_of_hours.as_ref()];
        for text in told.into_iter().flatten() {
            for detail in identity::find(text, Form::Plain, Scope::CaseStudy, &Known::default()) {
                match detail.kind {
                    Kind::Phone | Kind::Email => _ = self.services.insert(number_squeezed(&text[detail.range])),
                    Kind::Url => self.addresses.push(bare(&text[detail.range]).to_owned()),
                    _ => {}
                }
            }
        }
    }

    /// Whether a detail may stand in a file, by its path relative to `content/`.
    pub fn allows(&self, path: &str, text: &str, detail: &Detail) -> bool {
        let Some(quoted) = text.get(detail.range.clone()) else { return false };
        let entry = self.entries.iter().find(|entry| entry.allows(path, text, quoted, detail));
        if let Some(entry) = entry {
            entry.used.store(true, Ordering::Relaxed);
            return true;
        }
        match detail.kind {
            Kind::Url => self.addresses.iter().any(|address| is_within(quoted, address)),
            _ => !self.services.is_empty() && self.services.contains(&number_squeezed(quoted)),
        }
    }

    /// Whether something is allowed in some files only.
    pub fn tells_files_apart(&self) -> bool {
        self.entries.iter().any(|entry| !entry.places.iter().any(|place| place == EVERYWHERE))
    }

    /// Whether what a file says of itself may stand.
    pub fn allows_metadata(&self, path: &str, words: &str) -> bool {
        let squeezed = number_squeezed(words);
        let entry = self
            .entries
            .iter()
            .find(|entry| entry.holds && entry.is_for(path) && entry.kind == "metadata" && entry.squeezed == squeezed);
        entry.inspect(|entry| entry.used.store(true, Ordering::Relaxed)).is_some()
    }

    /// Whether a decision quotes what stands in this stretch of the file of decisions.
    pub fn is_quoted_at(&self, range: &Range<usize>) -> bool {
        self.quoted.iter().any(|quoted| quoted.start < range.end && range.start < quoted.end)
    }

    /// Reports decisions that are not made properly, have ended, or are not needed.
    pub fn check(&self, parsed: &Parsed, sources: &Sources, judged: &Judged, diagnostics: &mut Diagnostics) {
        for (detail, entry) in parsed.allowed_details.iter().zip(&self.entries) {
            check_decision(detail, judged, diagnostics);
            check_places(detail, sources, diagnostics);
            let at = |message: String| Diagnostic::at(Rule::AllowedDetail, detail.text.span, message);
            if !entry.holds {
                let message = format!("“{}” was allowed until {}", detail.text.value, detail.until.value);
                diagnostics.push(at(message).hint("decide again, with a new date, or take the entry out"));
            } else if !entry.used.load(Ordering::Relaxed) {
                let message =
                    format!("nothing of the kind {} needs “{}” to be allowed", detail.kind, detail.text.value);
                let hint = "quote the text and the kind as the finding does, or take the entry out";
                diagnostics.push(at(message).hint(hint));
            }
        }
    }
}

impl Entry {
    fn new(detail: &AllowedDetail, at: Date) -> Entry {
        Entry {
            text: detail.text.value.clone(),
            squeezed: number_squeezed(&detail.text.value),
            kind: detail.kind.clone(),
            places: detail.places.iter().map(|place| place.value.clone()).collect(),
            holds: detail.until.value >= at && detail.decided.value <= at,
            used: AtomicBool::new(false),
        }
    }

    fn allows(&self, path: &str, text: &str, quoted: &str, detail: &Detail) -> bool {
        if !self.holds || !self.is_for(path) || self.kind != detail.kind.name() {
            return false;
        }
        self.squeezed == number_squeezed(quoted)
            || detail.kind == Kind::Url && is_within(quoted, bare(&self.text))
            || self.surrounds(text, &detail.range)
    }

    fn is_for(&self, path: &str) -> bool {
        self.places.iter().any(|place| place == EVERYWHERE || place == path)
    }

    /// Whether the detail is a part of the allowed text, which stands there as a whole.
    fn surrounds(&self, text: &str, range: &Range<usize>) -> bool {
        let first = range.end.saturating_sub(self.text.len());
        let last = range.start.min(text.len().saturating_sub(self.text.len()));
        (first..=last).any(|at| text.get(at..at + self.text.len()) == Some(self.text.as_str()))
    }
}

fn check_decision(detail: &AllowedDetail, judged: &Judged, diagnostics: &mut Diagnostics) {
    let mut fault = |rule, span, message: String, hint: &str| {
        diagnostics.push(Diagnostic::at(rule, span, message).severity(Severity::Error).hint(hint));
    };
    if detail.why.value.split_whitespace().count() < FEWEST_WORDS {
        let message = "this is no reason that somebody could check".to_owned();
        fault(Rule::AllowedDetail, detail.why.span, message, "say in a sentence why nobody can be identified by it");
    }
    if detail.until.value.year() > detail.decided.value.year() + LONGEST {
        let message = format!("it would be allowed for more than {LONGEST} years after the decision");
        let hint = "write a day in the next few years: what can be looked up about a family changes";
        fault(Rule::AllowedDetail, detail.until.span, message, hint);
    }
    if let Some(place) = detail.places.iter().find(|place| place.value == EVERYWHERE)
        && PERSONAL.iter().any(|kind| kind.name() == detail.kind)
    {
        let message =
            format!("a detail of the kind {} is one person's own, and would be allowed everywhere", detail.kind);
        fault(Rule::AllowedDetail, place.span, message, "name the files in which it may stand");
    }
    if detail.until.value < detail.decided.value {
        let (until, decided) = (detail.until.value, detail.decided.value);
        let message = format!("until ({until}) lies before decided ({decided})");
        fault(Rule::DateOrder, detail.until.span, message, "a decision holds from its day to a later one");
    }
    let names = judged.find(&detail.who.value, Form::Plain, Scope::CaseStudy, (FILE, &[]));
    if let Some(name) = names.iter().find(|found| matches!(found.kind, Kind::PersonName | Kind::FirstName)) {
        let finding = Diagnostic::at(Rule::IdentifyingDetail, detail.who.span, super::finding::sentence(&name.message));
        diagnostics.push(finding.kind(name.kind.name()).hint("write the role that decided, such as head of service"));
    }
}

fn check_places(detail: &AllowedDetail, sources: &Sources, diagnostics: &mut Diagnostics) {
    for place in detail.places.iter().filter(|place| place.value != EVERYWHERE) {
        let is_there =
            sources.assets.contains_key(&place.value) || sources.at_path(&format!("content/{}", place.value)).is_some();
        if !is_there {
            let paths = sources.iter().filter_map(|source| source.path.strip_prefix("content/"));
            let hint = did_you_mean(&place.value, paths.chain(sources.assets.keys().map(String::as_str)));
            let message = format!("there is no file `{}` in content/", place.value);
            diagnostics.push(Diagnostic::at(Rule::AllowedDetail, place.span, message).maybe_hint(hint));
        }
    }
}

/// Letters and digits; a British number without its country code.
fn number_squeezed(text: &str) -> String {
    let text = text.trim();
    let national = text.strip_prefix("+44").or_else(|| text.strip_prefix("0044"));
    let national = national.map(|rest| rest.trim_start().trim_start_matches("(0)"));
    national.map_or_else(|| squeezed(text), |rest| format!("0{}", squeezed(rest).trim_start_matches('0')))
}

/// An address without what browsers add.
fn bare(url: &str) -> &str {
    let url = url.trim().trim_end_matches('/');
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.strip_prefix("www.").unwrap_or(url)
}

/// Whether an address is that of a site, of a part of it or of a page on it.
fn is_within(url: &str, site: &str) -> bool {
    let url = bare(url);
    let starts = |url: &str| {
        url.get(..site.len()).is_some_and(|start| start.eq_ignore_ascii_case(site))
            && !url[site.len()..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '@'))
    };
    let host = url.split(['/', '?', '#']).next().unwrap_or(url);
    let parts = host.match_indices('.').map(|(at, _)| &url[at + 1..]);
    !site.is_empty() && !host.contains('@') && std::iter::once(url).chain(parts).any(starts)
}

#[cfg(test)]
mod tests;
