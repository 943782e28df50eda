//! What a site declares, and what therefore identifies nobody.

use crate::document::Kind;
use crate::identity::Known;
use crate::parse::Parsed;

/// The words that a site declares: its own name and publisher, areas of frameworks, terms, laws, services, sources.
pub fn of(parsed: &Parsed) -> Known {
    let mut public = Vec::new();
    let settings = &parsed.settings;
    let own = std::iter::once(&settings.title).chain(&settings.publisher).chain(&settings.edition);
    own.for_each(|phrase| declare(phrase, &mut public));
    for hub in settings.topics.iter().chain(&settings.audiences) {
        declare(&hub.title, &mut public);
    }
    for term in &parsed.glossary {
        term.forms().for_each(|form| declare(form, &mut public));
    }
    for act in &parsed.legislation {
        declare(&act.title, &mut public);
        act.provisions.iter().for_each(|provision| declare(&provision.label, &mut public));
    }
    parsed.contacts.iter().for_each(|contact| declare(&contact.name, &mut public));
    for timescale in &parsed.timescales {
        timescale.source_title.iter().for_each(|title| declare(title, &mut public));
    }
    for document in &parsed.documents {
        if let Kind::Framework(framework) = &document.kind {
            framework.area.iter().chain(&framework.approved_by).for_each(|words| declare(words, &mut public));
        }
        for source in &document.meta.sources {
            // The title of a review may hold the name that a child is known by: it stands for itself as a whole only.
            public.push(source.title.clone());
            source.publisher.iter().for_each(|publisher| declare(publisher, &mut public));
        }
    }
    public.sort_unstable();
    public.dedup();
    Known::new(public)
}

/// A phrase as a whole, and the names in it.
fn declare(phrase: &str, public: &mut Vec<String>) {
    public.push(phrase.to_owned());
    let words = phrase.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-'));
    let names = words.filter(|word| word.starts_with(char::is_uppercase) && word.len() > 1);
    public.extend(names.map(str::to_owned));
}
