//! What a hit shows of a page.

use serde::{Deserialize, Serialize};

use crate::record::Page;

/// The text of a page, for snippets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Shown {
    /// As in [`Page`].
    pub id: String,
    /// As in [`Page`].
    pub url: String,
    /// As in [`Page`].
    pub title: String,
    /// As in [`Page`].
    pub summary: String,
    /// As in [`Page`].
    pub lang: String,
    /// As in [`Page`].
    pub notes: Vec<(String, String)>,
    /// Heading, anchor and text of each section.
    pub sections: Vec<(String, String, String)>,
}

impl Shown {
    /// What hits show of `page`.
    pub fn of(page: &Page) -> Self {
        let section =
            |section: &crate::Section| (section.heading.clone(), section.anchor.clone(), section.text.clone());
        Self {
            id: page.id.clone(),
            url: page.url.clone(),
            title: page.title.clone(),
            summary: page.summary.clone(),
            lang: page.lang.clone(),
            notes: page.notes.clone(),
            sections: page.sections.iter().map(section).collect(),
        }
    }

    /// Roughly the bytes it takes.
    pub fn size(&self) -> usize {
        self.title.len()
            + self.summary.len()
            + self.sections.iter().map(|(heading, _, text)| heading.len() + text.len()).sum::<usize>()
    }

    /// The content of a piece.
    pub fn encode(pages: &[Self]) -> Vec<u8> {
        // Strings alone: JSON always can.
        serde_json::to_vec(pages).unwrap_or_default()
    }

    /// The pages of a piece.
    pub fn decode(content: &[u8]) -> Option<Vec<Self>> {
        serde_json::from_slice(content).ok()
    }
}
