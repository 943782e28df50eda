//! Details that have a fixed form: one file a kind or family.

use std::sync::LazyLock;

use regex::bytes::Regex;

use super::{Candidate, Form, Plain, Scope};
use stretches::Stretches;
pub(crate) use stretches::finder;

mod bank;
mod birth;
mod chain;
mod check;
mod code;
mod date;
mod device;
mod email;
mod figures;
mod handle;
mod identity_number;
mod location;
mod nhs;
mod pattern;
mod phone;
mod postcode;
mod public_day;
mod reference;
mod spoken;
mod stretches;
mod url;
mod vehicle;

/// Some kinds that are looked for together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Families(u16);

impl Families {
    /// Nothing.
    pub(crate) const NONE: Self = Self(0);
    /// Numbers of many digits.
    pub(crate) const NUMBER: Self = Self(1 | Self::REFERENCE.0 | Self::PLACE.0);
    /// Dates of birth.
    pub(crate) const BIRTH: Self = Self(2);
    /// E-mail addresses.
    pub(crate) const MAIL: Self = Self(4);
    /// Names of accounts.
    pub(crate) const ACCOUNT: Self = Self(8);
    /// Coordinates and three-word addresses.
    pub(crate) const PLACE: Self = Self(16);
    /// Registration marks.
    pub(crate) const PLATE: Self = Self(32);
    /// References of cases.
    pub(crate) const REFERENCE: Self = Self(64);
    /// Numbers in words.
    pub(crate) const SPOKEN: Self = Self(128);
    /// Postcodes, and the addresses that end in them.
    pub(crate) const ADDRESS: Self = Self(256);
    /// Everything.
    pub(crate) const ALL: Self = Self(u16::MAX);

    /// Whether it holds all of `other`.
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl std::ops::BitOr for Families {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The names of published papers: `10.1136/archdischild-2018-315412`.
static PAPER: LazyLock<Regex> = LazyLock::new(|| pattern::pattern(r"\b10\.[0-9]{4,9}/[^\s<>\x22)]+"));

/// Finds everything of some families that has a fixed form.
pub(crate) fn find(plain: &Plain<'_>, form: Form, scope: Scope, families: Families) -> Vec<Candidate> {
    let text = plain.text();
    let figures = Stretches::figures(text);
    let mut found = Vec::new();
    if families.has(Families::NUMBER) {
        numbers(&figures, scope, &mut found);
    }
    if families.has(Families::BIRTH) {
        date::find(&figures, form, scope, &mut found);
    }
    if families.has(Families::MAIL) {
        email::find(text, scope, &mut found);
    }
    if families.has(Families::ACCOUNT) {
        handle::find(&figures, form, scope, &mut found);
    }
    if families.has(Families::PLACE) {
        location::find(&figures, scope, &mut found);
    }
    if families.has(Families::REFERENCE) {
        reference::find(&figures, scope, &mut found);
    }
    if families.has(Families::SPOKEN) {
        spoken::find(text, scope, &mut found);
    }
    if families.has(Families::PLATE) {
        vehicle::find(&figures, scope, &mut found);
    }
    if scope == Scope::CaseStudy {
        code::find(&figures, &mut found);
        phone::find_extensions(&figures, &mut found);
        nhs::find_endings(&figures, &mut found);
        device::find(text, &mut found);
        postcode::find(&figures, &mut found);
        url::find(text, &mut found);
    }
    // Part of the name of a paper that is published.
    let papers: Vec<_> = figures.places(&PAPER).collect();
    found.retain(|candidate| {
        !papers.iter().any(|paper| paper.start <= candidate.range.start && candidate.range.end <= paper.end)
    });
    for candidate in &mut found {
        widen(text, &mut candidate.range);
    }
    found
}

fn numbers(near: &Stretches<'_>, scope: Scope, found: &mut Vec<Candidate>) {
    for chain in chain::chains(near.text()) {
        if chain.digits() >= 6 {
            phone::find(&chain, scope, found);
            nhs::find(&chain, scope, found);
            bank::find_in_chain(&chain, scope, found);
            if scope == Scope::CaseStudy {
                reference::find_in_chain(&chain, found);
            }
        }
    }
    bank::find(near, scope, found);
    identity_number::find(near, scope, found);
}

/// Patterns count bytes: a range must not end inside a character.
fn widen(text: &str, range: &mut std::ops::Range<usize>) {
    while !text.is_char_boundary(range.start) {
        range.start -= 1;
    }
    while !text.is_char_boundary(range.end) {
        range.end += 1;
    }
}

#[cfg(test)]
mod tests;
