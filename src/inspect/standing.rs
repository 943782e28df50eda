//! What stands in a source in the same words has been judged there.

use super::case_page::sentences;
use crate::document::{DocumentType, Kind};
use crate::read::Sources;
use crate::render::theme;
use crate::site::{PageId, Site};
use crate::source::Source;
use crate::vet::{Judged, finding::in_words};
use jiff::civil::Date;
use memchr::memmem;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Mutex, OnceLock, PoisonError};

/// What stands around words in tables and templates.
const BORDERS: [char; 6] = ['|', '<', '>', '{', '}', '"'];

/// The words of all sources.
pub struct Standing<'a> {
    sources: &'a Sources,
    /// Words that a page may take from elsewhere: data files, thresholds, titles, the theme, days as they are shown.
    shared: OnceLock<String>,
    /// The sentences and lines of the same, each on its own.
    sentences: OnceLock<HashSet<String>>,
    cases: BTreeMap<PageId, OnceLock<String>>,
    answers: Mutex<HashMap<String, bool>>,
    site: &'a Site,
    judged: &'a Judged,
}

impl<'a> Standing<'a> {
    /// The words of a site's sources; read when they are first asked for.
    pub fn new(judged: &'a Judged, sources: &'a Sources, site: &'a Site) -> Self {
        let is_case = |number: &usize| judged.is_case(sources.get(site.pages[*number].document.source));
        let cases = (0..site.pages.len()).filter(is_case).map(|number| (PageId::of(number), OnceLock::new())).collect();
        Standing {
            sources,
            shared: OnceLock::new(),
            sentences: OnceLock::new(),
            cases,
            answers: Mutex::default(),
            site,
            judged,
        }
    }

    /// Whether words stand in the source of a case study.
    pub fn is_of_case(&self, id: PageId, source: &Source, words: &str) -> bool {
        let own = self.cases.get(&id).map(|own| own.get_or_init(|| own_words(source)));
        own.is_some_and(|own| contains(own, words))
    }

    /// Whether a sentence is one of those that any page may take from elsewhere.
    pub fn shares(&self, words: &str) -> bool {
        self.sentences.get_or_init(|| self.shared_sentences()).contains(words)
    }

    /// Whether words stand in what any page may take from elsewhere.
    fn is_shared(&self, words: &str) -> bool {
        contains(self.shared.get_or_init(|| self.shared()), words)
    }

    /// Whether a text stands in any source.
    pub fn stands(&self, words: &str, text: &str) -> bool {
        let known = self.answers.lock().unwrap_or_else(PoisonError::into_inner).get(text).copied();
        known.unwrap_or_else(|| {
            let finder = memmem::Finder::new(text.trim());
            let answer = self.is_shared(words) || self.sources.iter().any(|source| stands_whole(&finder, &source.text));
            self.answers.lock().unwrap_or_else(PoisonError::into_inner).insert(text.to_owned(), answer);
            answer
        })
    }

    fn shared(&self) -> String {
        let mut texts = String::new();
        self.each_shared(|text| add(&mut texts, text));
        texts
    }

    fn shared_sentences(&self) -> HashSet<String> {
        let mut all = HashSet::new();
        self.each_shared(|text| {
            all.extend(text.lines().flat_map(sentences).map(in_words));
            let pieces = text.lines().flat_map(|line| line.split(BORDERS)).filter(|piece| piece.len() < text.len());
            all.extend(pieces.flat_map(sentences).map(in_words));
        });
        all
    }

    /// Every text that pages may take from elsewhere.
    fn each_shared(&self, mut each: impl FnMut(&str)) {
        let mut days = BTreeSet::from([self.site.at]);
        for source in self.sources.iter() {
            let is_shared = ["content/thresholds/", "content/fragments/"].iter().any(|at| source.path.starts_with(at));
            if source.path.ends_with(".yaml") || is_shared {
                each(&source.text);
            }
            if source.path.ends_with(".yaml") || self.judged.is_case(source) {
                days.extend(days_in(&source.text));
            }
            each(&source.path);
        }
        for page in &self.site.pages {
            let meta = &page.document.meta;
            each(page.title());
            meta.summary.iter().for_each(|summary| each(summary));
            if let Kind::Framework(_) = page.document.kind {
                days.extend([meta.published, meta.in_force_from, meta.review_by].into_iter().flatten());
            }
        }
        // A site's own theme was judged as no case study, so what it puts on a case's page is judged there.
        theme::own_texts().for_each(&mut each);
        DocumentType::NAMES.iter().filter_map(|name| DocumentType::named(name)).for_each(|kind| each(kind.label()));
        for day in days {
            each(&day.strftime("%-d %B %Y").to_string());
            each(&format!("{day} {day}T00:00:00Z"));
        }
    }
}

/// The words of a case study as they are written, and as they are read: without the addresses of links.
fn own_words(source: &Source) -> String {
    let mut texts = String::new();
    add(&mut texts, &source.path);
    add(&mut texts, &source.text);
    let mut pieces = source.text.split("](");
    let mut read = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let line = piece.find('\n').unwrap_or(piece.len());
        read.push_str(piece[..line].find(')').map_or(piece, |end| &piece[end + 1..]));
    }
    add(&mut texts, &read);
    texts
}

fn add(texts: &mut String, text: &str) {
    // Between two texts stands what no words hold, so that none come together here.
    texts.push('|');
    texts.push_str(&in_words(text));
}

/// Whether words that were reduced stand in others.
fn contains(texts: &str, words: &str) -> bool {
    words.trim().is_empty() || memmem::find(texts.as_bytes(), words.as_bytes()).is_some()
}

/// Whether a text stands somewhere as whole words.
fn stands_whole(finder: &memmem::Finder, text: &str) -> bool {
    let length = finder.needle().len();
    finder.find_iter(text.as_bytes()).any(|at| {
        let before = text[..at].chars().next_back();
        let after = text[at + length..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Days as front matter writes them.
fn days_in(text: &str) -> impl Iterator<Item = Date> {
    let hyphens = memmem::find_iter(text.as_bytes(), "-").filter(|at| *at >= 4);
    hyphens.filter_map(|at| text.get(at - 4..at + 6)?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_whole_or_not_at_all() {
        let stands = |needle: &str, text: &str| stands_whole(&memmem::Finder::new(needle), text);
        assert!(stands("Li", "to Li, and") && stands("Li", "Li") && stands("é", "(é)"));
        assert!(!stands("Li", "Light") && !stands("li", "beli") && !stands("x", "éxé"));
    }

    #[test]
    fn days_are_read_wherever_they_stand() {
        let days: Vec<String> =
            days_in("é-2026-05-18, 2026-13-01 x-1-2 2026-11-2").map(|day| day.to_string()).collect();
        assert_eq!(days, ["2026-05-18"]);
    }
}
