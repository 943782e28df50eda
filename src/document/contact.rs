//! Contacts: `content/contacts.yaml`.

use super::meta::Nation;
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::source::Spanned;
use jiff::civil::Date;

/// The fields of a contact.
pub const FIELDS: &[Field] = &[
    required("id", Kind::Slug, "the id that {{contact …}} uses"),
    required("name", Kind::Text, "the service; never a person"),
    required("for", Kind::Text, "when to use it"),
    required("hours", Kind::Text, "when it answers"),
    optional("out_of_hours", Kind::Text, "what to do at other times"),
    optional("phone", Kind::Phone, "its telephone number"),
    optional("text_phone", Kind::Phone, "its number for text"),
    optional("email", Kind::Email, "its e-mail address"),
    optional("secure_email", Kind::Email, "its address for secure e-mail between agencies"),
    optional("url", Kind::Text, "its web address"),
    optional("nations", Kind::Choices(Nation::NAMES), "the nations that it serves"),
    optional("verified_on", Kind::Date, "the day on which somebody tried it"),
    optional("valid_until", Kind::Date, "the day until which it may be relied on"),
];

/// A service that can be rung, written to or visited.
#[derive(Clone, Debug)]
pub struct Contact {
    /// The id that `{{contact …}}` uses.
    pub id: Spanned<String>,
    /// The service.
    pub name: String,
    /// When to use it.
    pub purpose: String,
    /// When it answers.
    pub hours: String,
    /// What to do at other times.
    pub out_of_hours: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Text.
    pub text_phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// E-mail between agencies, for what is confidential.
    pub secure_email: Option<String>,
    /// Web address, as written.
    pub url: Option<Spanned<String>>,
    /// Nations served.
    pub nations: Vec<Nation>,
    /// When somebody tried it.
    pub verified_on: Option<Date>,
    /// Until when it may be relied on.
    pub valid_until: Option<Date>,
}

impl Contact {
    /// Reads a contact. `None` if a required field is absent, which has been reported.
    pub fn read(record: &Record) -> Option<Contact> {
        Some(Contact {
            id: record.text("id")?,
            name: record.words("name")?,
            purpose: record.words("for")?,
            hours: record.words("hours")?,
            out_of_hours: record.words("out_of_hours"),
            phone: record.words("phone"),
            text_phone: record.words("text_phone"),
            email: record.words("email"),
            secure_email: record.words("secure_email"),
            url: record.text("url"),
            nations: record.texts("nations").iter().filter_map(|name| Nation::named(&name.value)).collect(),
            verified_on: record.date("verified_on").map(|date| date.value),
            valid_until: record.date("valid_until").map(|date| date.value),
        })
    }
}
