//! Everything that a link can lead to.

use super::worth_a_hint;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Document;
use crate::document::contact::Contact;
use crate::document::glossary::Term;
use crate::document::legislation::Act;
use crate::document::timescale::Timescale;
use crate::read::Sources;
use crate::resolve::made_pages;
use crate::resolve::path::{folder_of, relative};
use crate::resolve::published::{Hidden, Reason};
use crate::resolve::registers::Registers;
use crate::rule::Rule;
use crate::settings::Settings;
use crate::site::{HubPages, Page, PageId, Section, Target, kind_anchor, letter_anchor, letters};
use crate::source::{Span, Spanned};
use crate::suggest::{did_you_mean, nearest};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

/// Everything that a link can lead to, by the name that authors use.
pub struct Places<'a> {
    pub(super) pages: HashMap<&'a str, PageId>,
    pub(super) documents: Vec<&'a Document>,
    pub(super) hidden: &'a Hidden,
    pub(super) faulty: &'a BTreeSet<String>,
    pub(super) terms: BTreeMap<&'a str, usize>,
    pub(super) acts: BTreeMap<&'a str, usize>,
    pub(super) legislation: &'a [Act],
    pub(super) contacts: BTreeMap<&'a str, usize>,
    pub(super) timescales: BTreeMap<&'a str, usize>,
    pub(super) registers: Registers<'a>,
    sources: &'a Sources,
    /// The anchors of every page, found when the first link names one.
    anchors: Vec<OnceLock<BTreeSet<String>>>,
    /// Pages that the build makes, with the anchors that links may name.
    made: BTreeMap<String, BTreeSet<String>>,
}

/// What [`Places`] is made from.
pub struct Contents<'a> {
    /// Published pages.
    pub pages: &'a [Page],
    /// Documents that are not published.
    pub hidden: &'a Hidden,
    /// Documents whose own faults have been reported.
    pub faulty: &'a BTreeSet<String>,
    /// The glossary.
    pub glossary: &'a [Term],
    /// Legislation.
    pub legislation: &'a [Act],
    /// Contacts.
    pub contacts: &'a [Contact],
    /// Timescales.
    pub timescales: &'a [Timescale],
    /// All sources, for assets and for the files that links stand in.
    pub sources: &'a Sources,
    /// Settings, for collections.
    pub settings: &'a Settings,
    /// Folders.
    pub sections: &'a [Section],
    /// Topics and audiences.
    pub hubs: [&'a [HubPages]; 2],
}

impl<'a> Places<'a> {
    /// Makes the tables.
    pub fn new(contents: &Contents<'a>) -> Places<'a> {
        let numbered = |(at, page): (usize, &'a Page)| (page.document.path.as_str(), PageId::of(at));
        let documents: Vec<&'a Document> = contents.pages.iter().map(|page| &page.document).collect();
        let timescales = contents.timescales.iter().enumerate().map(|(at, one)| (one.id.value.as_str(), at));
        Places {
            pages: contents.pages.iter().enumerate().map(numbered).collect(),
            registers: Registers::new(&documents, contents.faulty),
            timescales: timescales.collect(),
            documents,
            hidden: contents.hidden,
            faulty: contents.faulty,
            terms: contents.glossary.iter().enumerate().map(|(at, term)| (term.id.value.as_str(), at)).collect(),
            acts: contents.legislation.iter().enumerate().map(|(at, act)| (act.id.value.as_str(), at)).collect(),
            legislation: contents.legislation,
            contacts: contents
                .contacts
                .iter()
                .enumerate()
                .map(|(at, contact)| (contact.id.value.as_str(), at))
                .collect(),
            sources: contents.sources,
            anchors: contents.pages.iter().map(|_| OnceLock::new()).collect(),
            made: made(contents),
        }
    }

    /// The documents that are published, by page number.
    pub fn documents(&self) -> &[&'a Document] {
        &self.documents
    }

    /// The page of an `.md` file, by its path relative to `content/`.
    pub fn page(&self, path: &str) -> Option<PageId> {
        self.pages.get(path).copied()
    }

    /// The folder, relative to `content/`, of the file that a span lies in.
    pub fn folder_of(&self, span: Span) -> &'a str {
        let path = self.sources.get(span.source).path.as_str();
        folder_of(path.strip_prefix("content/").unwrap_or(path))
    }

    /// The place of a word within a stretch of text, or all of that stretch.
    pub fn narrow(&self, span: Span, word: &str) -> Span {
        let source = self.sources.get(span.source);
        let is_apart = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '-');
        let text = source.slice(span);
        let mut found = text.match_indices(word);
        let at = found.find(|(at, _)| {
            is_apart(text[..*at].chars().next_back()) && is_apart(text[at + word.len()..].chars().next())
        });
        let start = usize::try_from(span.start).unwrap_or(0);
        at.map_or(span, |(at, _)| source.span(start + at, start + at + word.len()))
    }

    /// Whether a row of a framework with an id may be there and could not be read.
    pub fn may_be_unread(&self, id: &str) -> bool {
        self.registers.may_be_unread(id)
    }

    /// The page, made page or asset at a path relative to `content/`.
    pub fn at_path(&self, path: &str, is_folder: bool) -> Option<Target> {
        if let Some(page) = self.page(path) {
            return Some(Target::Page(page, None));
        }
        if self.sources.assets.contains_key(path) {
            return Some(Target::Asset(path.to_owned()));
        }
        let index = |file: &str| if path.is_empty() { file.to_owned() } else { format!("{path}/{file}") };
        if is_folder && let Some(page) = self.page(&index("index.md")) {
            return Some(Target::Page(page, None));
        }
        let made = if is_folder { index("index.html") } else { path.to_owned() };
        if let Some(page) = made.strip_suffix("index.html").and_then(|folder| self.page(&format!("{folder}index.md"))) {
            return Some(Target::Page(page, None));
        }
        self.made.contains_key(&made).then_some(Target::Made(made, None))
    }

    /// The target with its anchor, if that exists.
    pub fn with_anchor(
        &self,
        target: Target,
        anchor: Option<String>,
        span: Span,
        diagnostics: &mut Diagnostics,
    ) -> Target {
        let Some(anchor) = anchor else { return target };
        let anchors = match &target {
            Target::Page(page, _) => {
                let at = page.0 as usize;
                Some(self.anchors[at].get_or_init(|| anchors_of(self.documents[at]).collect()))
            }
            Target::Made(url, _) => self.made.get(url),
            _ => return target,
        };
        if !anchors.is_some_and(|anchors| anchors.contains(&anchor)) {
            let known = || anchors.into_iter().flatten().map(String::as_str);
            let hint = if worth_a_hint(diagnostics) { did_you_mean(&anchor, known()) } else { None }
                .map(|hint| hint.replacen('`', "`#", 1));
            let all = format!("the page has: {}", shown(known()));
            diagnostics.push(
                Diagnostic::at(Rule::BrokenAnchor, span, format!("the page that this leads to has no `#{anchor}`"))
                    .hint(hint.unwrap_or(all)),
            );
            return target;
        }
        match target {
            Target::Page(page, _) => Target::Page(page, Some(anchor)),
            Target::Made(url, _) => Target::Made(url, Some(anchor)),
            other => other,
        }
    }

    /// The finding about a path that leads nowhere; none if it leads to a document that has been
    /// reported itself, or to what is made from one.
    pub fn broken(&self, folder: &str, full: &str, written: &str, span: Span, hints: bool) -> Option<Diagnostic> {
        // The pages that are made from a framework or a case study stand in a folder of its name.
        let mut made_from = full.match_indices('/').map(|(at, _)| format!("{}.md", &full[..at]));
        if self.faulty.contains(full) || made_from.any(|path| self.faulty.contains(&path)) {
            return None;
        }
        let path = written.split(['#', '?']).next().unwrap_or(written);
        match self.hidden.get(full) {
            Some(Reason::Draft) => {
                let finding =
                    Diagnostic::at(Rule::BrokenLink, span, format!("`{path}` is not published: it is a draft"));
                return Some(finding.hint("publish it, take the link out, or preview with --drafts"));
            }
            Some(Reason::Scheduled(day)) => {
                let message = format!("`{path}` is published on {day}; until then this is text without a link");
                return Some(Diagnostic::at(Rule::ScheduledLink, span, message));
            }
            None => {}
        }
        let from = if folder.is_empty() { "x".to_owned() } else { format!("{folder}/x") };
        let hint = if hints { self.alike(full) } else { None };
        let hint = hint.map(|found| format!("did you mean `{}`?", relative(&from, &found)));
        Some(Diagnostic::at(Rule::BrokenLink, span, format!("no page or file named `{path}`")).maybe_hint(hint))
    }

    /// The same for a path of site.yaml, which starts from `content/`.
    pub fn no_page(&self, path: &Spanned<String>) -> Option<Diagnostic> {
        self.broken("", &path.value, &path.value, path.span, true)
    }

    /// What a mistyped path most likely meant: the `.md` of an `.html`, the same name in another folder
    /// or in other case, or the nearest path.
    fn alike(&self, path: &str) -> Option<String> {
        let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
        let stem = name.trim_end_matches(".html").trim_end_matches(".md");
        let file_name = |known: &str| known.rsplit('/').next().unwrap_or(known).to_lowercase();
        let with_md = path.strip_suffix(".html").map_or_else(|| format!("{path}.md"), |stem| format!("{stem}.md"));
        if self.pages.contains_key(with_md.as_str()) {
            return Some(with_md);
        }
        let assets = self.sources.assets.keys().map(String::as_str);
        let known = || self.documents.iter().map(|document| document.path.as_str());
        let same_name = known()
            .chain(assets.clone())
            .filter(|known| file_name(known) == name || file_name(known).trim_end_matches(".md") == stem);
        same_name.min().or_else(|| nearest(path, known().chain(assets))).map(str::to_owned)
    }
}

/// The anchors of a document's page.
pub fn anchors_of(document: &Document) -> impl Iterator<Item = String> {
    let headings = document.outline.headings.iter().map(|heading| heading.id.clone());
    headings.chain(document.kind.anchors())
}

fn made(contents: &Contents) -> BTreeMap<String, BTreeSet<String>> {
    let Contents { settings, glossary, legislation, contacts, timescales, hubs, .. } = *contents;
    let pages = made_pages(settings, glossary, legislation, contacts, timescales, hubs);
    let mut made: BTreeMap<String, BTreeSet<String>> =
        pages.map(|(url, _)| (url.to_owned(), BTreeSet::new())).collect();
    let sections = contents.sections.iter().map(|section| section.url.clone());
    let collections =
        contents.settings.collections.iter().map(|collection| format!("collections/{}.html", collection.id.value));
    made.extend(sections.chain(collections).map(|url| (url, BTreeSet::new())));
    made.extend(contents.pages.iter().filter(|page| page.has_register()).flat_map(Page::register));
    made.extend(contents.pages.iter().flat_map(Page::training).map(|(_, url)| (url, BTreeSet::new())));
    for hub in contents.hubs.iter().copied().flatten() {
        let kinds = hub.pages.iter().map(|id| kind_anchor(contents.pages[id.0 as usize].document_type()));
        made.insert(hub.url.clone(), kinds.collect());
    }
    let laws = contents.legislation.iter().flat_map(|act| {
        let provisions = act.provisions.iter().map(move |provision| format!("{}-{}", act.id.value, provision.id.value));
        std::iter::once(act.id.value.clone()).chain(provisions)
    });
    let terms = contents.glossary.iter().map(|term| term.id.value.clone());
    let contacts = contents.contacts.iter().map(|contact| contact.id.value.clone());
    let letters = letters(contents.pages);
    let anchors: [(&str, BTreeSet<String>); 5] = [
        ("legislation.html", laws.collect()),
        ("glossary.html", terms.collect()),
        ("contacts.html", contacts.collect()),
        ("timescales.html", timescales.iter().map(|one| one.id.value.clone()).collect()),
        ("a-z.html", letters.into_keys().map(|letter| letter_anchor(&letter)).collect()),
    ];
    for (url, anchors) in anchors {
        made.entry(url.to_owned()).and_modify(|known| *known = anchors);
    }
    made
}

/// The first of them, and whether there are more.
fn shown<'a>(anchors: impl Iterator<Item = &'a str>) -> String {
    let mut first: Vec<&str> = anchors.take(13).collect();
    match first.len() {
        0 => return "no anchors".to_owned(),
        13 => first[12] = "…",
        _ => {}
    }
    first.join(", ")
}
