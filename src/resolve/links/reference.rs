//! References by id: terms, legislation, contacts, timescales, rows of frameworks and pages.

use super::Places;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::Rule;
use crate::site::{PageId, Target};
use crate::source::{Span, Spanned};
use crate::suggest::did_you_mean;

impl Places<'_> {
    /// A glossary term.
    pub fn term(&self, id: &str, span: Span, diagnostics: &mut Diagnostics) -> Target {
        match self.terms.get(id) {
            Some(term) => Target::Term(*term),
            None if self.is_faulty("glossary.yaml", id) => Target::Nowhere,
            None => unknown("glossary term", id, span, self.terms.keys().copied(), "glossary.yaml", diagnostics),
        }
    }

    /// An Act, or `ACT#PROVISION`.
    pub fn law(&self, id: &str, span: Span, diagnostics: &mut Diagnostics) -> Target {
        let (act, provision) = id.split_once('#').map_or((id, None), |(act, provision)| (act, Some(provision)));
        let Some(number) = self.acts.get(act).copied() else {
            if self.is_faulty("legislation.yaml", act) {
                return Target::Nowhere;
            }
            return unknown("Act", act, span, self.acts.keys().copied(), "legislation.yaml", diagnostics);
        };
        let Some(provision) = provision else { return Target::Law(number, None) };
        let provisions = &self.legislation[number].provisions;
        match provisions.iter().position(|known| known.id.value == provision) {
            Some(at) => Target::Law(number, Some(at)),
            None => {
                let known = provisions.iter().map(|known| known.id.value.as_str());
                unknown("provision", provision, span, known, "the Act's entry in legislation.yaml", diagnostics)
            }
        }
    }

    /// A contact.
    pub fn contact(&self, id: &str, span: Span, diagnostics: &mut Diagnostics) -> Target {
        match self.contacts.get(id) {
            Some(contact) => Target::Contact(*contact),
            None if self.is_faulty("contacts.yaml", id) => Target::Nowhere,
            None => unknown("contact", id, span, self.contacts.keys().copied(), "contacts.yaml", diagnostics),
        }
    }

    /// Whether an entry of a data file, or the whole of it, could not be read, which has been reported.
    fn is_faulty(&self, file: &str, id: &str) -> bool {
        self.faulty.contains(&format!("{file}#")) || self.faulty.contains(&format!("{file}#{id}"))
    }

    /// A timescale.
    pub fn timescale(&self, id: &str, span: Span, diagnostics: &mut Diagnostics) -> Target {
        match self.timescales.get(id) {
            Some(timescale) => Target::Timescale(*timescale),
            None if self.is_faulty("timescales.yaml", id) => Target::Nowhere,
            None => unknown("timescale", id, span, self.timescales.keys().copied(), "timescales.yaml", diagnostics),
        }
    }

    /// An indicator of any framework.
    pub fn sign(&self, id: &str, span: Span, diagnostics: &mut Diagnostics) -> Target {
        let signs = &self.registers.signs;
        match signs.get(id) {
            Some((page, number)) => Target::Sign(*page, *number),
            None if self.may_be_unread(id) => Target::Nowhere,
            None if self.registers.duties.contains_key(id) => other_row(id, span, "a response", "duty", diagnostics),
            None => unknown("indicator", id, span, signs.keys().copied(), "an ::: indicators block", diagnostics),
        }
    }

    /// A response of any framework.
    pub fn duty(&self, id: &str, span: Span, diagnostics: &mut Diagnostics) -> Target {
        let duties = &self.registers.duties;
        match duties.get(id) {
            Some((page, number)) => Target::Duty(*page, *number),
            None if self.may_be_unread(id) => Target::Nowhere,
            None if self.registers.signs.contains_key(id) => other_row(id, span, "an indicator", "sign", diagnostics),
            None => unknown("response", id, span, duties.keys().copied(), "a ::: responses block", diagnostics),
        }
    }

    /// A page by its id, which may be its path without extension.
    pub fn page_with_id(&self, id: &Spanned<String>, diagnostics: &mut Diagnostics) -> Option<PageId> {
        let found = self.documents.iter().position(|document| document.id() == id.value);
        if found.is_none() && !self.faulty.contains(&format!("{}.md", id.value)) {
            let ids = self.documents.iter().map(|document| document.id());
            unknown("page with the id", &id.value, id.span, ids, "content/", diagnostics);
        }
        found.map(PageId::of)
    }
}

/// Reports a row that is there, but of another kind.
fn other_row(id: &str, span: Span, what: &str, scheme: &str, diagnostics: &mut Diagnostics) -> Target {
    diagnostics.push(
        Diagnostic::at(Rule::UnknownReference, span, format!("`{id}` is {what}"))
            .hint(format!("name it as `{scheme}:{id}`")),
    );
    Target::Nowhere
}

fn unknown<'a>(
    what: &str,
    id: &str,
    span: Span,
    known: impl Iterator<Item = &'a str>,
    home: &str,
    diagnostics: &mut Diagnostics,
) -> Target {
    let hint = did_you_mean(id, known).unwrap_or_else(|| format!("it would stand in {home}"));
    diagnostics.push(Diagnostic::at(Rule::UnknownReference, span, format!("there is no {what} `{id}`")).hint(hint));
    Target::Nowhere
}
