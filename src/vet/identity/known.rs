//! What a site declares, and what therefore identifies nobody.
//!
//! A phrase stands for itself as a whole: that a publisher is called after a town makes the town no public word.

use crate::document::Kind;
use crate::identity::{self, Form, Kind as Detail, Known, Scope};
use crate::parse::Parsed;

/// The words that a site declares: its own name and publisher, areas of frameworks, terms, laws, services, sources.
pub fn of(parsed: &Parsed) -> Known {
    let mut public = own(parsed);
    public.extend(named(parsed).into_iter().filter(|phrase| names_nobody(phrase)));
    public.sort_unstable();
    public.dedup();
    Known::new(public)
}

/// The names of the site and of the areas that its frameworks are for. What is said to be made up identifies nobody
/// without those words, either.
fn own(parsed: &Parsed) -> Vec<String> {
    let settings = &parsed.settings;
    let mut own: Vec<&String> =
        std::iter::once(&settings.title).chain(&settings.publisher).chain(&settings.edition).collect();
    for document in &parsed.documents {
        if let Kind::Framework(framework) = &document.kind {
            own.extend(framework.area.iter().chain(&framework.approved_by));
        }
    }
    let made_up = own.iter().filter_map(|phrase| phrase.strip_suffix("(fictional)")).map(|name| name.trim().to_owned());
    made_up.chain(own.iter().map(|phrase| (*phrase).clone())).collect()
}

/// What the site's topics, terms, laws, services and sources are called.
fn named(parsed: &Parsed) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    let hubs = parsed.settings.topics.iter().chain(&parsed.settings.audiences);
    named.extend(hubs.map(|hub| hub.title.clone()));
    for term in &parsed.glossary {
        named.extend(term.forms().map(str::to_owned));
    }
    for act in &parsed.legislation {
        named.push(act.title.clone());
        named.extend(act.provisions.iter().map(|provision| provision.label.clone()));
    }
    named.extend(parsed.contacts.iter().map(|contact| contact.name.clone()));
    named.extend(parsed.timescales.iter().flat_map(|timescale| timescale.source_title.clone()));
    for source in parsed.documents.iter().flat_map(|document| &document.meta.sources) {
        named.push(source.title.clone());
        named.extend(source.publisher.clone());
    }
    named
}

/// A person, a school or another local body, and a town by itself are declared by no page.
fn names_nobody(phrase: &str) -> bool {
    let found = identity::find(phrase, Form::Plain, Scope::CaseStudy, &Known::default());
    let persons = [Detail::PersonName, Detail::FirstName, Detail::Nickname];
    !found.iter().any(|detail| {
        let whole = detail.range == (0..phrase.len());
        persons.contains(&detail.kind) || detail.kind == Detail::Organisation || detail.kind == Detail::Place && whole
    })
}
