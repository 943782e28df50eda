//! The resolved site: unique ids and addresses, and every link a [`Target`].

pub mod thresholds;
pub mod training;

use crate::document::allowed_detail::AllowedDetail;
use crate::document::bank_holidays::BankHolidays;
use crate::document::contact::Contact;
use crate::document::glossary::Term;
use crate::document::legislation::{Act, Provision};
use crate::document::meta::Nation;
use crate::document::timescale::Timescale;
use crate::document::{Document, DocumentType};
use crate::settings::{Hub, Settings};
use crate::source::Spanned;
use jiff::civil::Date;
use search_index::Synonym;
use std::collections::BTreeMap;
use std::path::PathBuf;
use thresholds::{EpisodeLinks, Thresholds};

/// Number of a page in [`Site::pages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

/// Where a link leads. There is no value for an address that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page, and a heading of it.
    Page(PageId, Option<String>),
    /// A page that the build makes, by its address, and an anchor on it.
    Made(String, Option<String>),
    /// A heading of the same page.
    Here(String),
    /// An image or download, by its address.
    Asset(String),
    /// A safe address elsewhere.
    External(String),
    /// A glossary term, by its number.
    Term(usize),
    /// An Act by its number, and a provision of it.
    Law(usize, Option<usize>),
    /// A contact, by its number.
    Contact(usize),
    /// An indicator, by its framework and its number in it.
    Sign(PageId, usize),
    /// A response, by its framework and its number in it.
    Duty(PageId, usize),
    /// A timescale, by its number.
    Timescale(usize),
    /// A link that was reported, where the site makes such findings warnings: its text is shown without a link.
    Nowhere,
}

/// A document that is published, with everything around it.
#[derive(Debug)]
pub struct Page {
    /// What its file says.
    pub document: Document,
    /// Its address, relative to the site's root.
    pub url: String,
    /// What each link of its outline leads to, in the same order.
    pub targets: Vec<Target>,
    /// What each of its `related` leads to.
    pub related: Vec<PageId>,
    /// What each source with an address leads to, in the order of `sources`.
    pub sources: Vec<Option<String>>,
    /// For case studies, what each learning point leads to, in order.
    pub learning: Vec<Option<Target>>,
    /// For frameworks, the legislation of each level, in order.
    pub level_law: Vec<Vec<Target>>,
    /// For case studies, what each episode leads to, in order.
    pub episodes: Vec<EpisodeLinks>,
    /// Pages that link here, in title order, case studies included.
    pub linked_from: Vec<PageId>,
    /// The same page in other languages.
    pub translations: Vec<PageId>,
    /// Pages that replace this one.
    pub superseded_by: Vec<PageId>,
    /// Places in collections: the collection's number and the place in it.
    pub collections: Vec<(usize, usize)>,
}

/// A topic or audience and its pages.
#[derive(Debug)]
pub struct HubPages {
    /// As declared, or made from what documents say.
    pub hub: Hub,
    /// Its address.
    pub url: String,
    /// Its pages, in title order.
    pub pages: Vec<PageId>,
}

/// A folder of `content/`.
#[derive(Debug)]
pub struct Section {
    /// Its path, without slashes at its ends; empty for `content/` itself.
    pub folder: String,
    /// Its name for readers.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Its `index.md`, if there is one.
    pub index: Option<PageId>,
    /// Its pages, in title order, its `index.md` left out.
    pub pages: Vec<PageId>,
    /// The numbers of the folders in it, in title order.
    pub folders: Vec<usize>,
}

/// A collection and its pages, in reading order.
#[derive(Debug)]
pub struct CollectionPages {
    /// Its name.
    pub title: String,
    /// What it is for.
    pub summary: Option<String>,
    /// Its address.
    pub url: String,
    /// Its pages.
    pub pages: Vec<PageId>,
}

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its address, which is its path relative to `content/`.
    pub url: String,
    /// Where it is read from.
    pub file: PathBuf,
}

/// The whole site, resolved.
#[derive(Debug)]
pub struct Site {
    /// Its settings.
    pub settings: Settings,
    /// The day that it is built for.
    pub at: Date,
    /// Addresses and titles of the lists that the build makes for this site.
    pub made: Vec<(&'static str, &'static str)>,
    /// Pages, in path order.
    pub pages: Vec<Page>,
    /// The glossary, in alphabetical order.
    pub glossary: Vec<Term>,
    /// For each term, what its `see` leads to, and the links of its definition.
    pub glossary_links: Vec<TermLinks>,
    /// Legislation, in title order.
    pub legislation: Vec<Act>,
    /// Contacts, in their own order.
    pub contacts: Vec<Contact>,
    /// Timescales, in their own order.
    pub timescales: Vec<Timescale>,
    /// What the source of each timescale leads to, in the same order.
    pub timescale_sources: Vec<Target>,
    /// Bank holidays, one entry a nation.
    pub bank_holidays: Vec<BankHolidays>,
    /// Threshold frameworks, by their rows and with each other.
    pub thresholds: Thresholds,
    /// Details that may stand, as somebody decided.
    pub allowed_details: Vec<AllowedDetail>,
    /// The contact shown on every page.
    pub emergency: Option<usize>,
    /// Links in the header.
    pub navigation: Vec<(String, Target)>,
    /// Topics with their pages.
    pub topics: Vec<HubPages>,
    /// Audiences with their pages.
    pub audiences: Vec<HubPages>,
    /// Folders; the first is `content/` itself.
    pub sections: Vec<Section>,
    /// Collections.
    pub collections: Vec<CollectionPages>,
    /// Images and downloads that pages link to.
    pub assets: Vec<Asset>,
    /// Old addresses and the pages that they lead to.
    pub redirects: Vec<(String, PageId)>,
    /// Words that mean the same, as the site says.
    pub synonyms: Vec<Synonym>,
    /// Queries and what they must find.
    pub search_tests: Vec<SearchTest>,
}

/// A query and the page that it must find.
#[derive(Clone, Debug)]
pub struct SearchTest {
    /// As a reader types it.
    pub query: Spanned<String>,
    /// The page's address.
    pub url: String,
    /// The heading that the hit must show, if one is named.
    pub anchor: Option<String>,
    /// The last place at which the page may stand.
    pub within: u32,
    /// Why the query is tested.
    pub note: Option<String>,
}

/// The links of a glossary term.
#[derive(Clone, Debug, Default)]
pub struct TermLinks {
    /// Terms to read as well.
    pub see: Vec<usize>,
    /// Links in the definition, in order.
    pub definition: Vec<Target>,
}

impl PageId {
    /// The id of the page with a number.
    pub fn of(at: usize) -> PageId {
        PageId(u32::try_from(at).unwrap_or(u32::MAX))
    }
}

impl Site {
    /// The page with a number.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// The sections from the root down to the one that holds a path, the root first.
    pub fn sections_above<'s>(&'s self, path: &'s str) -> impl Iterator<Item = &'s Section> {
        self.sections.iter().filter(move |section| {
            section.folder.is_empty()
                || path.strip_prefix(section.folder.as_str()).is_some_and(|rest| rest.starts_with('/'))
        })
    }
}

impl Page {
    /// A page whose links have not been resolved yet.
    pub fn unlinked(document: Document) -> Page {
        let url = format!("{}.html", document.path.trim_end_matches(".md"));
        Page {
            document,
            url,
            targets: Vec::new(),
            related: Vec::new(),
            sources: Vec::new(),
            learning: Vec::new(),
            level_law: Vec::new(),
            episodes: Vec::new(),
            linked_from: Vec::new(),
            translations: Vec::new(),
            superseded_by: Vec::new(),
            collections: Vec::new(),
        }
    }

    /// Its title.
    pub fn title(&self) -> &str {
        &self.document.meta.title.value
    }

    /// Whether it introduces a folder.
    pub fn is_index(&self) -> bool {
        self.document.path == "index.md" || self.document.path.ends_with("/index.md")
    }

    /// Its type.
    pub fn document_type(&self) -> DocumentType {
        self.document.document_type()
    }
}

/// An Act or provision in words, with its nations: "Children Act 1989, section 47 (England and Wales)".
pub fn law_in_words(act: &Act, provision: Option<&Provision>) -> String {
    let nations = law_nations(act, provision);
    let nations = if nations.is_empty() { String::new() } else { format!(" ({})", nations_in_words(nations)) };
    match provision {
        Some(provision) => format!("{}, {}{nations}", act.title, provision.label),
        None => format!("{}{nations}", act.title),
    }
}

/// The nations where an Act or provision applies.
pub fn law_nations<'a>(act: &'a Act, provision: Option<&'a Provision>) -> &'a [Nation] {
    match provision {
        Some(provision) if !provision.nations.is_empty() => &provision.nations,
        _ => &act.nations,
    }
}

/// "England", "England and Wales", "England, Wales and Scotland"; all four are the United Kingdom.
pub fn nations_in_words(nations: &[Nation]) -> String {
    let mut nations = nations.to_vec();
    nations.sort();
    nations.dedup();
    if nations.len() == Nation::NAMES.len() {
        return "United Kingdom".to_owned();
    }
    in_words(&nations.iter().map(|nation| nation.label().to_owned()).collect::<Vec<_>>())
}

/// The name of a language in that language.
pub fn language_in_words(code: &str) -> &'static str {
    if code == "cy" { "Cymraeg" } else { "English" }
}

/// "a, b and c".
pub fn in_words(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// The pages of A to Z by first letter, in title order. What begins with no letter stands under `#`.
/// Pages that introduce a folder are left out.
pub fn letters(pages: &[Page]) -> BTreeMap<String, Vec<&Page>> {
    let mut letters: BTreeMap<String, Vec<&Page>> = BTreeMap::new();
    for page in pages.iter().filter(|page| !page.is_index()) {
        let first = page.title().chars().find(|c| c.is_alphanumeric()).unwrap_or('#');
        let letter = if first.is_alphabetic() { first.to_uppercase().to_string() } else { "#".to_owned() };
        letters.entry(letter).or_default().push(page);
    }
    for pages in letters.values_mut() {
        pages.sort_by_cached_key(|page| (page.title().to_lowercase(), page.url.clone()));
    }
    letters
}

/// The anchor of a letter of A to Z.
pub fn letter_anchor(letter: &str) -> String {
    if letter == "#" { "letter-other".to_owned() } else { format!("letter-{}", letter.to_lowercase()) }
}

/// The anchor of a kind of page on the page of a topic or audience.
pub fn kind_anchor(kind: DocumentType) -> String {
    format!("kind-{}", kind.name())
}
