//! Everything that an index holds in words, for who has to prove what it does not hold.

use std::collections::BTreeSet;

use crate::engine::Engine;
use crate::error::Error;
use crate::shown::Shown;
use crate::zone::{WELSH, Zone};

/// Everything that an index holds in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// What hits show of each page, in the order of the index.
    pub pages: Vec<Shown>,
    /// The terms of its dictionary and the words that misspelt ones are put right with, each once.
    pub terms: BTreeSet<String>,
    /// What its settings say: synonyms, names of facets and their values, the contact.
    pub settings: Vec<String>,
}

impl Engine {
    /// Reads the whole index.
    ///
    /// # Errors
    /// Damage, or what reading says.
    pub fn contents(&self) -> Result<Contents, Error> {
        let mut contents = Contents { settings: self.settings_in_words(), ..Contents::default() };
        for number in 0..self.start.cuts.texts.len().saturating_sub(1) {
            let name = format!("x/{number}");
            let piece = self.shelf.piece(&name)?;
            contents.pages.extend(Shown::decode(&piece).ok_or_else(|| Error::damaged(&name))?);
        }
        contents.terms = self.terms()?;
        Ok(contents)
    }

    /// Reads the terms of the dictionary and the words that misspelt ones are put right with, each once.
    ///
    /// # Errors
    /// Damage, or what reading says.
    pub fn terms(&self) -> Result<BTreeSet<String>, Error> {
        let mut terms = BTreeSet::new();
        for number in 0..self.start.cuts.words.len() {
            let name = format!("w/{number}");
            let piece = self.shelf.piece(&name)?;
            let mut each = |word: &str, _| {
                terms.insert(word.to_owned());
            };
            crate::words::read(&piece, &mut each).ok_or_else(|| Error::damaged(&name))?;
        }
        if let Some(field) = &self.field {
            let damaged = |error| Error::reading("the dictionary", error);
            let mut stream = field.terms().stream().map_err(damaged)?;
            while stream.advance() {
                let (word, _) = Zone::split(stream.key());
                let word = String::from_utf8_lossy(word);
                terms.insert(word.trim_start_matches(WELSH).to_owned());
            }
        }
        Ok(terms)
    }

    fn settings_in_words(&self) -> Vec<String> {
        let settings = &self.start.settings;
        let synonyms = settings.synonyms.iter().filter_map(|synonym| serde_json::to_string(synonym).ok());
        let facets = settings.facets.iter().filter_map(|facet| serde_json::to_string(facet).ok());
        synonyms.chain(facets).chain(settings.contact.clone()).collect()
    }
}
