//! What goes in: the pages of a site, as plain text, and what the site knows about its own words.

use serde::{Deserialize, Serialize};

/// One page, in reading order of its sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The name by which search tests and other programs know the page.
    pub id: String,
    /// Address relative to the root of the site, without `#`.
    pub url: String,
    /// The page's title, as readers see it.
    pub title: String,
    /// One or two sentences, may be empty.
    pub summary: String,
    /// Words that lead to the page though it does not show them: search terms, earlier titles.
    pub terms: Vec<String>,
    /// BCP 47 language of the page, `en` or `cy` for instance.
    pub lang: String,
    /// What the page is filed under: `(facet, value)`, both as keys of [`Facet`].
    pub facets: Vec<(String, String)>,
    /// How much the page counts, in per cent of an ordinary page: a superseded one counts less than 100.
    pub standing: u8,
    /// Passed through to the hits as it is: status, review date and the like.
    pub notes: Vec<(String, String)>,
    /// The sections; the first is what stands before the first heading and has none.
    pub sections: Vec<Section>,
}

/// A heading and the text under it, up to the next heading of any level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading's text; empty for the part before the first heading.
    pub heading: String,
    /// The `id` of the heading in the page; empty for the part before the first heading.
    pub anchor: String,
    /// Plain text. A line break separates blocks.
    pub text: String,
}

/// Something pages can be filtered by.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Facet {
    /// What is typed before the colon, `type` for instance.
    pub key: String,
    /// What readers see.
    pub label: String,
    /// Every value a page may have, in the order of display: key and label.
    pub values: Vec<(String, String)>,
}

/// Words that mean the same, or lead to one another.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Synonym {
    /// How the two sides are related.
    pub kind: SynonymKind,
    /// What is typed.
    pub from: Vec<String>,
    /// What is searched as well. For [`SynonymKind::TwoWay`] empty: every word of `from` leads to all others.
    pub to: Vec<String>,
    /// Key of the nation for [`SynonymKind::Nation`].
    pub nation: Option<String>,
    /// Words of `to` that are searched but never shown.
    pub hidden: bool,
}

/// The five kinds of synonym that practitioners' words need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub enum SynonymKind {
    /// `CSE = child sexual exploitation`.
    TwoWay,
    /// `front door > MASH`: the typed word leads to the preferred one, not back.
    OneWay,
    /// `cuckooing ~ county lines`: near, weighs less, both ways.
    Related,
    /// `DSL`, in Wales `DSP`: the same thing under another nation's name, both ways.
    Nation,
    /// `ICO`: an interim care order or the Information Commissioner. All meanings are searched, and said.
    Ambiguous,
}

/// What a site says about its search beside its pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Settings {
    /// In the order of display.
    pub facets: Vec<Facet>,
    /// In any order.
    pub synonyms: Vec<Synonym>,
    /// What a reader without a hit is told to do now, in one line of plain text.
    pub contact: Option<String>,
}

/// Whether a BCP 47 language is Welsh.
pub(crate) fn is_welsh(lang: &str) -> bool {
    lang == "cy" || lang.starts_with("cy-")
}
