//! What comes out: a request and its answer, the same in Rust and as JSON for the browser.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A question to the index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// As typed. Any text is a query.
    pub query: String,
    /// Facets that were chosen, as `(facet, value)`: values of one facet are alternatives, facets add up.
    pub filters: Vec<(String, String)>,
    /// Hits to pass over.
    pub offset: u32,
    /// Hits to give at most; 0 means 10.
    pub limit: u32,
}

/// What the index says to a request.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Answer {
    /// Pages that match.
    pub total: u32,
    /// Best first.
    pub hits: Vec<Hit>,
    /// Nothing matched as typed: the hits are the nearest there is, without filters and exclusions.
    pub nearest: bool,
    /// Words searched beside those that were typed.
    pub also: Vec<Also>,
    /// The query as it was probably meant, if a word of it is unknown or next to unknown.
    pub did_you_mean: Option<String>,
    /// The facets, with the number of matching pages for each value.
    pub facets: Vec<FacetCount>,
    /// What to do now if nothing helps: [`crate::Settings::contact`], given when nothing matched.
    pub contact: Option<String>,
}

/// A page that matches.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Hit {
    /// From 1, counted over all pages of results.
    pub rank: u32,
    /// The page's name.
    pub id: String,
    /// Address relative to the root of the site, with `#section` where the best section has a heading.
    pub url: String,
    /// The page's title.
    pub title: String,
    /// The best section's heading.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub heading: Option<String>,
    /// Higher is better; comparable within one answer only.
    pub score: f32,
    /// Where the words stand closest together in the best section.
    pub snippet: Snippet,
    /// The words of the page that matched, as they stand there in lower case, each once, in alphabetical order.
    pub matched: Vec<String>,
    /// BCP 47 language of the page.
    pub lang: String,
    /// What the page is filed under: facet → values.
    pub facets: BTreeMap<String, Vec<String>>,
    /// [`crate::Page::notes`] as they were given.
    pub notes: BTreeMap<String, String>,
    /// Up to three more sections that match, best first.
    pub sections: Vec<SectionHit>,
}

/// A further section of a page that matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct SectionHit {
    /// Address relative to the root of the site, with `#section` where there is a heading.
    pub url: String,
    /// Empty for the part before the first heading.
    pub heading: String,
    /// Where the words stand closest together.
    pub snippet: Snippet,
}

/// A piece of a section's text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Snippet {
    /// Plain text, with an ellipsis where the section's text goes on.
    pub text: String,
    /// What matched: start and end in characters (Unicode scalar values) of `text`, in order, apart from each other.
    pub marks: Vec<(u32, u32)>,
}

/// Words searched beside a typed one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Also {
    /// What was typed.
    pub typed: String,
    /// What was searched as well, in the words of the site.
    pub searched: Vec<String>,
    /// Why.
    pub kind: AlsoKind,
    /// Key of the nation whose word it is, for [`AlsoKind::Nation`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub nation: Option<String>,
}

/// Why a word was searched that nobody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlsoKind {
    /// It means the same.
    Synonym,
    /// It is the preferred word.
    Preferred,
    /// It is near.
    Related,
    /// It is another nation's word.
    Nation,
    /// It is one of several meanings.
    Meaning,
    /// The typed word is unknown; this is its nearest spelling.
    Spelling,
    /// The typed words stand apart or together in the site.
    Joined,
}

/// A facet of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct FacetCount {
    /// What is typed before the colon.
    pub key: String,
    /// What readers see.
    pub label: String,
    /// Values that at least one matching page has, or that are chosen, in the site's order.
    pub values: Vec<ValueCount>,
}

/// A value of a facet of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct ValueCount {
    /// What is typed after the colon.
    pub key: String,
    /// What readers see.
    pub label: String,
    /// Pages that would be left if this value were chosen.
    pub count: u32,
    /// Whether it is chosen.
    pub chosen: bool,
}
