//! References in settings and data files.

use super::links::{Places, elsewhere};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::contact::Contact;
use crate::document::glossary::Term;
use crate::document::legislation::Act;
use crate::document::timescale::Timescale;
use crate::markdown::{Collect, LinkKind, convert_inline};
use crate::read::Sources;
use crate::rule::Rule;
use crate::settings::Settings;
use crate::site::{Target, TermLinks};
use crate::suggest::did_you_mean;
use jiff::civil::Date;

/// Links in the header.
pub fn navigation(settings: &Settings, places: &Places, diagnostics: &mut Diagnostics) -> Vec<(String, Target)> {
    let entries = settings.navigation.iter();
    let links = entries.map(|(title, page)| {
        let target = places.destination("", &page.value, LinkKind::Link, page.span, diagnostics);
        (title.clone(), target)
    });
    links.filter(|(_, target)| *target != Target::Nowhere).collect()
}

/// The number of the contact shown on every page.
pub fn emergency(settings: &Settings, contacts: &[Contact], diagnostics: &mut Diagnostics) -> Option<usize> {
    let id = settings.emergency.as_ref()?;
    let found = contacts.iter().position(|contact| contact.id.value == id.value);
    if found.is_none() {
        let hint = did_you_mean(&id.value, contacts.iter().map(|contact| contact.id.value.as_str()));
        let message = format!("there is no contact `{}`", id.value);
        diagnostics.push(Diagnostic::at(Rule::UnknownReference, id.span, message).maybe_hint(hint));
    }
    found
}

/// Reports contacts that somebody should have checked by now.
pub fn check_contacts(contacts: &[Contact], at: Date, diagnostics: &mut Diagnostics) {
    for contact in contacts {
        if let Some(until) = contact.valid_until.filter(|until| *until < at) {
            let message = format!("“{}” was to be relied on until {until}", contact.name);
            diagnostics.push(
                Diagnostic::at(Rule::StaleContact, contact.id.span, message)
                    .hint("try it, then set verified_on and valid_until anew"),
            );
        }
    }
}

/// Reports addresses of settings and data files that may not be followed.
pub fn check_addresses(settings: &Settings, legislation: &[Act], contacts: &[Contact], diagnostics: &mut Diagnostics) {
    let exit = settings.exit_page.iter().map(|(_, url)| url);
    let licence = settings.licence.iter().filter_map(|licence| licence.url.as_ref());
    let acts = legislation
        .iter()
        .flat_map(|act| std::iter::once(&act.url).chain(act.provisions.iter().filter_map(|p| p.url.as_ref())));
    let contacts = contacts.iter().filter_map(|contact| contact.url.as_ref());
    for url in exit.chain(licence).chain(acts).chain(contacts) {
        elsewhere(url, diagnostics);
    }
}

/// What `see` and the links of every definition lead to.
pub fn glossary_links(
    glossary: &[Term],
    places: &Places,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<TermLinks> {
    let links_of = |term: &Term| {
        let mut links = TermLinks::default();
        for id in &term.see {
            if let Target::Term(number) = places.term(&id.value, id.span, diagnostics) {
                links.see.push(number);
            }
        }
        let definition = &term.definition;
        let mut collect = Collect::default();
        convert_inline(&definition.value, definition.span, sources, &mut collect, diagnostics);
        for link in &collect.links {
            let target = places.destination("", link.destination.trim(), link.kind, link.span, diagnostics);
            links.definition.push(target);
        }
        links
    };
    glossary.iter().map(links_of).collect()
}

/// What the source of every timescale leads to. A place in the law is named as in links: `law:ACT#PROVISION`.
pub fn timescale_sources(timescales: &[Timescale], places: &Places, diagnostics: &mut Diagnostics) -> Vec<Target> {
    let sources = timescales.iter().map(|timescale| &timescale.source);
    sources
        .map(|source| places.destination("", source.value.trim(), LinkKind::Link, source.span, diagnostics))
        .collect()
}
