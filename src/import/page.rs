//! One page: its text, what its front matter says, and where it goes.

use super::config::Config;
use super::draft::Draft;
use super::heading::Headings;
use super::kramdown::Found;
use super::matter::Matter;
use super::place::Place;
use super::{Unmapped, govspeak, heading, html, inline_html, kramdown, liquid, table, typography};
use crate::source::Source;

/// A page of the original.
#[derive(Debug)]
pub(super) struct Page<'s> {
    /// Its file.
    pub source: &'s Source,
    /// What its front matter says.
    pub matter: Matter,
    /// Where it goes.
    pub place: Place,
    /// Its language, if it says so.
    pub lang: Option<&'static str>,
}

/// A page in Waymark's Markdown, save for its links.
#[derive(Debug)]
pub(super) struct Body<'s> {
    /// Its text.
    pub draft: Draft<'s>,
    /// Its headings.
    pub headings: Headings,
    /// What it says that is kept elsewhere.
    pub found: Found,
    /// What could not be mapped.
    pub unmapped: Vec<Unmapped>,
}

impl<'s> Page<'s> {
    /// Converts the body, save for its links.
    pub fn body(&self, config: &Config) -> Body<'s> {
        let mut draft = Draft::new(self.source, self.matter.body.clone());
        let mut unmapped = Vec::new();
        liquid::convert(&mut draft, &|name| self.variable(name, config), &mut unmapped);
        let found = kramdown::convert(&mut draft, &mut unmapped);
        table::convert(&mut draft);
        govspeak::convert(&mut draft, self.lang == Some("cy"));
        html::convert(&mut draft, found.markdown_in_html, &mut unmapped);
        inline_html::convert(&mut draft);
        let headings = heading::convert(&mut draft, self.matter.title.as_deref());
        typography::convert(&mut draft);
        typography::tidy(&mut draft);
        Body { draft, headings, found, unmapped }
    }

    /// The title, or what comes nearest to one.
    pub fn title(&self, headings: &Headings) -> String {
        let name = || {
            let key = self.place.key.trim_end_matches("index").trim_end_matches('/');
            title_of_name(key.rsplit('/').next().unwrap_or(key))
        };
        self.matter.title.clone().or_else(|| headings.title.clone()).unwrap_or_else(name)
    }

    fn variable(&self, name: &str, config: &Config) -> Option<String> {
        match name.split_once('.')? {
            ("page", key) => self.matter.variables.get(key).cloned(),
            ("site", key) => config.values.get(key).cloned(),
            _ => None,
        }
    }
}

/// A file or folder name as a title: `user-centred_design` is `User centred design`.
pub(super) fn title_of_name(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    let mut letters = spaced.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Untitled".to_owned(),
    }
}
