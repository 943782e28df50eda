//! The identity gate on outputs: nothing that is published may identify a child.
//!
//! The sources have been looked through before. What is looked for here is what only came to be on the way: words
//! that stand apart in every source and together on a page, the words of a theme, a number that the index joined.
//! Files are looked through as they are put, in the threads that make them; nothing is kept of what is clean.

mod case_page;
mod html;
mod places;
mod standing;

use crate::diagnostic::Diagnostics;
use crate::identity::{Detail, Form, Kind, Scope};
use crate::read::Sources;
use crate::render::{Readable, Reader, Sink};
use crate::site::{PageId, Site};
use crate::source::Source;
use crate::vet::{Judged, finding};
use html::{Part, Sort};
use places::Places;
use rayon::prelude::*;
use search_index::{Engine, Error, Files, Page as Record};
use standing::Standing;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// Where one text is found in more outputs, they are counted and not listed.
const MOST_PLACES: usize = 3;

/// Looks through everything that is published.
pub struct Inspector<'a> {
    judged: &'a Judged,
    site: &'a Site,
    places: Places<'a>,
    standing: Standing<'a>,
    /// Stretches of text that need not be looked at again: what all pages share is looked at once.
    clean: Mutex<HashSet<u64>>,
    found: Mutex<BTreeMap<(Kind, String), BTreeMap<String, Found>>>,
}

/// The first place of a detail in an output.
struct Found {
    text: Arc<str>,
    range: (usize, usize),
    detail: Detail,
    scope: Scope,
}

/// What is known of the file that is looked through.
struct File<'a> {
    /// Its address.
    path: &'a str,
    /// The case study that it belongs to.
    case: Option<(PageId, &'a Source)>,
}

impl<'a> Inspector<'a> {
    /// An inspector of what a site becomes.
    pub fn new(judged: &'a Judged, sources: &'a Sources, site: &'a Site) -> Self {
        Inspector {
            judged,
            site,
            places: Places::of(site, sources, judged),
            standing: Standing::new(judged, sources, site),
            clean: Mutex::default(),
            found: Mutex::default(),
        }
    }

    /// A sink that looks through what it passes on.
    pub fn sink<'s, S: Sink>(&'s self, inner: &'s S) -> Inspecting<'s, 'a, S> {
        Inspecting { inspector: self, inner }
    }

    /// A reader that looks through what is read for search.
    pub fn reader<'s>(&'s self, inner: &'s dyn Reader) -> Reading<'s, 'a> {
        Reading { inspector: self, inner }
    }

    /// Looks through the terms of an index: numbers and addresses that it joined or took apart.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn terms(&self, files: &Arc<Files>) -> Result<(), Error> {
        let terms: Vec<String> = Engine::open(Arc::<Files>::clone(files))?.terms()?.into_iter().collect();
        let file = File { path: "search-index", case: None };
        terms.par_iter().for_each(|term| {
            for detail in self.judged.find(term, Form::Plain, Scope::Elsewhere, ("", &[])) {
                self.weigh(&file, term, term, None, detail, Scope::Elsewhere);
            }
        });
        Ok(())
    }

    /// Reports everything that was found.
    pub fn finish(self, diagnostics: &mut Diagnostics) {
        let found = self.found.into_inner().unwrap_or_else(PoisonError::into_inner);
        for ((kind, _), places) in found {
            let beyond = places.len().saturating_sub(MOST_PLACES);
            for (number, (path, found)) in places.iter().take(MOST_PLACES).enumerate() {
                let mut message =
                    format!("{}, on a published page and in no source", finding::sentence(&found.detail.message));
                if number + 1 == MOST_PLACES && beyond > 0 {
                    message.push_str(&format!("; {beyond} more files have it"));
                }
                let hint = format!("{}; it comes together from several sources, or from the theme", found.detail.hint);
                let finding = finding::output(path, &found.text, (kind, &message), found.range, found.scope);
                diagnostics.push(finding.hint(hint));
            }
        }
    }

    fn file<'p>(&'p self, path: &'p str) -> File<'p> {
        File { path, case: self.places.case(path) }
    }

    /// Looks through a file that was made.
    pub fn look(&self, path: &str, bytes: &[u8]) {
        let file = self.file(path);
        self.name(&file);
        let Some(form) = form(path) else { return };
        let Ok(text) = std::str::from_utf8(bytes) else { return };
        for detail in self.judged.find(text, form, Scope::Elsewhere, (self.judged_path(&file), &[])) {
            let words = html::words(&text[detail.range.clone()]);
            self.weigh(&file, text, &words, None, detail, scope(&file));
        }
        if file.case.is_some() {
            match form {
                Form::Html => self.parts(&file, text, html::parts(text)),
                _ => self.parts(&file, text, vec![Part { at: vec![(0, 0)], sort: Sort::Words, text: text.into() }]),
            }
        }
    }

    /// Looks through a file's address.
    fn name(&self, file: &File) {
        for detail in self.judged.find(file.path, Form::Path, scope(file), self.place(file)) {
            self.weigh(file, file.path, &file.path[detail.range.clone()], None, detail, scope(file));
        }
    }

    /// Keeps a detail, unless its words stand in a source, where they have been judged. Whether it was kept.
    fn weigh(&self, file: &File, whole: &str, quoted: &str, part: Option<&Part>, detail: Detail, scope: Scope) -> bool {
        let words = finding::in_words(quoted);
        let case = file.case.is_some_and(|(id, source)| self.standing.is_of_case(id, source, &words));
        if case || self.judged.has_reported(quoted) || self.standing.stands(&words, quoted) {
            return false;
        }
        let range = part.map_or((detail.range.start, detail.range.end), |part| part.place(&detail.range));
        let key = (detail.kind, finding::squeezed(quoted));
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let first = Found { text: whole.into(), range, detail, scope };
        found.entry(key).or_default().entry(file.path.to_owned()).or_insert(first);
        true
    }

    /// The source that a file comes from, and the labels of its people.
    fn place<'f>(&'f self, file: &File<'f>) -> (&'f str, &'f [String]) {
        let labels = file.case.map_or(&[][..], |(_, source)| self.judged.labels(source));
        (self.judged_path(file), labels)
    }

    fn judged_path<'f>(&'f self, file: &File<'f>) -> &'f str {
        file.case.map_or(file.path, |(id, _)| self.site.page(id).document.path.as_str())
    }
}

fn scope(file: &File) -> Scope {
    if file.case.is_some() { Scope::CaseStudy } else { Scope::Elsewhere }
}

/// How a file is read; not at all if its words stand in the theme or in the index.
fn form(path: &str) -> Option<Form> {
    if path.starts_with("assets/") {
        return None;
    }
    match path.rsplit_once('.')?.1 {
        "html" | "xml" => Some(Form::Html),
        "csv" | "json" | "txt" | "webmanifest" => Some(Form::Plain),
        _ => None,
    }
}

/// A sink that looks through what it passes on.
pub struct Inspecting<'s, 'a, S> {
    inspector: &'s Inspector<'a>,
    inner: &'s S,
}

impl<S: Sink> Sink for Inspecting<'_, '_, S> {
    type Error = S::Error;

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), S::Error> {
        self.inspector.look(path, bytes);
        self.inner.put(path, bytes)
    }

    fn put_file(&self, path: &str, from: &Path) -> Result<(), S::Error> {
        // What is published as it is was looked through with the sources.
        self.inner.put_file(path, from)
    }
}

/// A reader that looks through what is read for search.
pub struct Reading<'s, 'a> {
    inspector: &'s Inspector<'a>,
    inner: &'s dyn Reader,
}

impl Reader for Reading<'_, '_> {
    fn wants_words(&self) -> bool {
        self.inner.wants_words()
    }

    fn read(&self, readable: &Readable) -> Option<Record> {
        let record = self.inner.read(readable);
        record.iter().for_each(|record| self.inspector.record(record));
        record
    }

    fn take(&self, page: Record) {
        self.inner.take(page);
    }
}
