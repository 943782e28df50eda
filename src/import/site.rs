//! The whole site: from a folder of Jekyll pages to the files of a site folder.

use super::address::Addresses;
use super::alias::aliases;
use super::config::Config;
use super::folder::Folder;
use super::heading::Headings;
use super::hub::{Hubs, id_of, ids};
use super::link::{self, Links, Map};
use super::matter::Matter;
use super::page::{Body, Page, title_of_name};
use super::place::{LANGUAGES, places, relative};
use super::settings::Settings;
use super::summary::first_sentence;
use super::yaml::{Yaml, push_field};
use super::{Unmapped, home};
use crate::markdown::raw_html::is_never_allowed;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The fields that keep their name, in the order in which they are written.
const FIELDS: &[&str] = &[
    "status",
    "published",
    "in_force_from",
    "in_force_to",
    "review_by",
    "owner",
    "nations",
    "search_terms",
    "licence",
    "attribution",
];

/// A site folder that is not written yet.
#[derive(Debug, Default)]
pub(super) struct Site {
    /// Texts, by path in the site folder.
    pub files: BTreeMap<String, String>,
    /// Files to be copied, by path in the site folder: path in the original, and where it is.
    pub assets: BTreeMap<String, (String, PathBuf)>,
    /// Its settings.
    pub settings: Settings,
    /// How many pages of the original there are.
    pub page_count: usize,
    /// What could not be mapped.
    pub unmapped: Vec<Unmapped>,
}

/// The pages with what the whole site knows of them.
struct Pages<'p> {
    pages: &'p [Page<'p>],
    titles: Vec<String>,
    aliases: Vec<Vec<String>>,
    language: &'static str,
    /// Paths of pages in the site's language, by their key.
    originals: BTreeMap<&'p str, &'p str>,
}

impl Site {
    /// Converts a folder.
    pub fn convert(folder: &Folder) -> Site {
        let mut site = Site { page_count: folder.pages.len(), unmapped: folder.unmapped.clone(), ..Site::default() };
        let pages = read_pages(folder, &mut site.unmapped);
        let addresses = Addresses::of(folder, &pages);
        let mut bodies: Vec<Body> = pages.par_iter().map(|page| page.body(&folder.config)).collect();
        let headings: Vec<Headings> = bodies.iter_mut().map(|body| std::mem::take(&mut body.headings)).collect();
        let headings: Vec<&Headings> = headings.iter().collect();
        let map = Map { addresses: &addresses, pages: &pages, headings: &headings };
        let links: Vec<Links> = bodies
            .par_iter_mut()
            .enumerate()
            .map(|(number, body)| link::convert(&mut body.draft, map, number))
            .collect();
        let language = language(&folder.config, &pages);
        let in_language = pages.iter().filter(|page| page.lang.unwrap_or(language) == language);
        let known = Pages {
            titles: pages.iter().zip(&headings).map(|(page, headings)| page.title(headings)).collect(),
            aliases: aliases(&pages),
            originals: in_language.map(|page| (page.place.key.as_str(), page.place.path.as_str())).collect(),
            language,
            pages: &pages,
        };
        for (number, body) in bodies.iter().enumerate() {
            site.files.insert(format!("content/{}", pages[number].place.path), known.text(number, body));
            site.unmapped.extend(body.unmapped.iter().chain(&links[number].unmapped).cloned());
        }
        for file in links.iter().flat_map(|links| &links.files) {
            let original = folder.files.get(file).cloned();
            site.assets.extend(
                original
                    .map(|original| (format!("content/{}", addresses.place_of_file(file)), (file.clone(), original))),
            );
        }
        site.unmapped.sort();
        site.unmapped.dedup();
        site.settle(folder, &known, &links);
        site
    }

    /// Makes the home page, if there is none, and the settings.
    fn settle(&mut self, folder: &Folder, known: &Pages, links: &[Links]) {
        let config = &folder.config;
        let title = config.value("title").map_or_else(|| title_of_name(&folder.name), str::to_owned);
        let sections = home::sections(known.pages, &known.titles, known.language);
        self.files.entry("content/index.md".to_owned()).or_insert_with(|| home::home(&title, &sections));
        let words = |of: fn(&Matter) -> &Vec<String>| known.pages.iter().flat_map(move |page| of(&page.matter));
        let topics = Hubs::of(words(|matter| &matter.topics), &known.section_titles());
        let elements: BTreeSet<String> = links.iter().flat_map(|links| &links.elements).cloned().collect();
        self.settings = Settings {
            title,
            description: config.value("description").map(str::to_owned),
            language: known.language,
            url: config.value("url").filter(|url| url.starts_with("http")).map(str::to_owned),
            navigation: home::navigation(&sections, !topics.titles.is_empty()),
            topics,
            audiences: Hubs::of(words(|matter| &matter.audience), &BTreeMap::new()),
            elements: elements.into_iter().filter(|name| !is_never_allowed(name)).collect(),
            faults: BTreeMap::new(),
        };
    }
}

fn read_pages<'s>(folder: &'s Folder, unmapped: &mut Vec<Unmapped>) -> Vec<Page<'s>> {
    let places = places(&folder.pages);
    let pages = folder.pages.iter().zip(places).map(|(source, place)| {
        let matter = Matter::read(source, unmapped);
        Page { source, lang: matter.lang.or(place.lang), matter, place }
    });
    pages.collect()
}

/// A text without empty lines at its ends.
fn without_empty_ends(text: &str) -> &str {
    let text = text.trim_end();
    let first = text.len() - text.trim_start().len();
    text[..first].rfind('\n').map_or(text, |at| &text[at + 1..])
}

/// The language of the site: the one that its settings name, or else English, unless no page has it.
fn language(config: &Config, pages: &[Page]) -> &'static str {
    let written = config.value("lang").or_else(|| config.value("language")).or_else(|| config.value("locale"));
    let named = LANGUAGES.iter().copied().find(|lang| written.is_some_and(|written| written.starts_with(lang)));
    let all_welsh = pages.iter().all(|page| page.lang == Some("cy"));
    named.unwrap_or(if all_welsh { "cy" } else { "en" })
}

impl Pages<'_> {
    /// The whole text of a page, front matter first.
    fn text(&self, number: usize, body: &Body) -> String {
        let page = &self.pages[number];
        let markdown = without_empty_ends(&body.draft.text);
        let summary = page
            .matter
            .summary
            .clone()
            .or_else(|| first_sentence(markdown))
            .unwrap_or_else(|| self.titles[number].clone());
        let mut out = String::from("---\n");
        push_field(&mut out, "title", &Yaml::Text(self.titles[number].clone()));
        push_field(&mut out, "summary", &Yaml::Text(summary));
        for field in FIELDS {
            page.matter.fields.get(field).into_iter().for_each(|value| push_field(&mut out, field, value));
        }
        if let Some(lang) = page.lang.filter(|lang| *lang != self.language) {
            push_field(&mut out, "lang", &Yaml::Text(lang.to_owned()));
            if let Some(original) = self.originals.get(page.place.key.as_str()) {
                push_field(&mut out, "translation_of", &Yaml::Text(relative(&page.place.path, original)));
            }
        }
        let lists = [
            ("audience", ids(&page.matter.audience)),
            ("topics", ids(&page.matter.topics)),
            ("aliases", self.aliases[number].clone()),
        ];
        for (name, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
            push_field(&mut out, name, &Yaml::texts(list));
        }
        self.push_extra(&mut out, page, body);
        out.push_str("---\n");
        if !markdown.is_empty() {
            out.push('\n');
            out.push_str(markdown);
            out.push('\n');
        }
        out
    }

    fn push_extra(&self, out: &mut String, page: &Page, body: &Body) {
        let mut extra = page.matter.extra.clone();
        let abbreviations = &body.found.abbreviations;
        if !abbreviations.is_empty() {
            let unique: BTreeMap<&String, &String> =
                abbreviations.iter().map(|(name, meaning)| (name, meaning)).collect();
            let entries =
                unique.into_iter().map(|(name, meaning)| (name.clone(), Yaml::Text(meaning.clone()))).collect();
            extra.push(("abbreviations".to_owned(), Yaml::Map(entries)));
        }
        let mut seen = BTreeSet::new();
        extra.retain(|(key, _)| seen.insert(key.clone()));
        if !extra.is_empty() {
            push_field(out, "extra", &Yaml::Map(extra));
        }
    }

    /// Titles of the folders at the top, by the id that the folder's name would make.
    fn section_titles(&self) -> BTreeMap<String, String> {
        let titles = self.pages.iter().zip(&self.titles).filter_map(|(page, title)| {
            let folder = page.place.path.strip_prefix("guidance/")?.strip_suffix("/index.md")?;
            let id = id_of(folder).filter(|_| !folder.contains('/'))?;
            Some((id, title.clone()))
        });
        titles.collect()
    }
}
