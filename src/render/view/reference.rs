//! What templates are given of the glossary, contacts and legislation.

use super::{DateView, LinkView};
use serde::Serialize;

/// A glossary term.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// Its id; on `glossary.html` it is the anchor, on a page the popover is `term-ID`.
    pub id: String,
    /// The term.
    pub term: String,
    /// Its short form.
    pub abbreviation: Option<String>,
    /// Its definition as HTML, with links relative to the page at hand.
    pub definition: String,
    /// Its definition in plain text, if somebody reads along.
    #[serde(skip)]
    pub words: String,
    /// "Wales", if only some nations use it so.
    pub nations: String,
    /// Other written forms.
    pub also: Vec<String>,
    /// Terms to read as well.
    pub see: Vec<LinkView>,
}

/// A contact.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// Its id, which is the anchor on `contacts.html`.
    pub id: String,
    /// The service.
    pub name: String,
    /// When to use it.
    pub purpose: String,
    /// When it answers.
    pub hours: String,
    /// At other times.
    pub out_of_hours: Option<String>,
    /// Telephone, for readers.
    pub phone: Option<String>,
    /// Telephone, as a `tel:` address.
    pub phone_url: Option<String>,
    /// Number for text.
    pub text_phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// E-mail between agencies, for what is confidential.
    pub secure_email: Option<String>,
    /// Web address.
    pub url: Option<String>,
    /// "England and Wales".
    pub nations: String,
    /// When somebody tried it.
    pub verified_on: Option<DateView>,
    /// Until when it may be relied on.
    pub valid_until: Option<DateView>,
    /// Whether that day has passed.
    pub expired: bool,
}

impl ContactView {
    /// What its card says below the name, in plain text: one line a fact.
    pub fn words(&self) -> String {
        let named = |name: &str, value: &Option<String>| value.as_ref().map(|value| format!("{name}: {value}"));
        let lines = [
            self.phone.clone(),
            Some(self.purpose.clone()),
            Some(format!("Hours: {}", self.hours)),
            named("At other times", &self.out_of_hours),
            named("Text phone", &self.text_phone),
            named("E-mail", &self.email),
            named("Web", &self.url),
            Some(self.nations.clone()).filter(|nations| !nations.is_empty()),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

/// An Act on `legislation.html`.
#[derive(Clone, Debug, Serialize)]
pub struct ActView {
    /// Its id, which is the anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// "England and Wales".
    pub nations: String,
    /// Its address elsewhere.
    pub url: String,
    /// "In force", if known.
    pub status_label: String,
    /// When the entry was checked.
    pub as_at: Option<DateView>,
    /// What it is about.
    pub summary: Option<String>,
    /// Its provisions; the anchor of each is `ACT-PROVISION`.
    pub provisions: Vec<ProvisionView>,
    /// Pages that refer to it.
    pub cited_by: Vec<LinkView>,
}

/// A provision of an Act.
#[derive(Clone, Debug, Serialize)]
pub struct ProvisionView {
    /// Its anchor.
    pub anchor: String,
    /// "section 47".
    pub label: String,
    /// Where it applies.
    pub nations: String,
    /// What it says.
    pub summary: Option<String>,
    /// Its address elsewhere.
    pub url: String,
    /// "Not yet in force", if it has a status of its own; or else empty.
    pub status_label: String,
    /// When it was checked, if not with the Act.
    pub as_at: Option<DateView>,
}
