//! Pages of case studies, and what search shows of them, part by part.

use super::html::{Part, Sort};
use super::{File, Inspector};
use crate::identity::{Form, Kind, Scope};
use crate::vet::finding;
use search_index::Page as Record;
use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{MutexGuard, PoisonError};

impl Inspector<'_> {
    /// Looks through parts of a file that belongs to a case study, those that stand in no source all at once.
    pub(super) fn parts(&self, file: &File, whole: &str, parts: Vec<Part>) {
        let mut open = Vec::new();
        for part in parts {
            let words = finding::in_words(&part.text);
            if self.is_known(file, &words) {
                continue;
            }
            match part.sort {
                Sort::Words => open.push(part),
                Sort::Address => self.address(file, whole, &part, &words),
            }
        }
        let (mut text, mut starts) = (String::new(), Vec::new());
        for part in &open {
            starts.push(text.len());
            text.push_str(&part.text);
            text.push_str("\n\n");
        }
        for mut detail in self.judged.find(&text, Form::Plain, Scope::CaseStudy, self.place(file)) {
            let number = starts.partition_point(|start| *start <= detail.range.start).saturating_sub(1);
            let (start, part) = (starts[number], &open[number]);
            detail.range = detail.range.start - start..detail.range.end - start;
            // What is rare is weighed in a whole study, so with its source; what runs on into another part is no detail.
            if let Some(quoted) = part.text.get(detail.range.clone()).filter(|_| detail.kind != Kind::Jigsaw) {
                self.weigh(file, whole, quoted, Some(part), detail.clone(), Scope::CaseStudy);
            }
        }
    }

    /// Whether words stand in the source of a case study, or in what all pages share, which is asked once.
    fn is_known(&self, file: &File, words: &str) -> bool {
        let key = hash(words, &[]);
        if words.trim().is_empty() || self.clean().contains(&key) {
            return true;
        }
        if file.case.is_some_and(|(id, source)| self.standing.is_of_case(id, source, words)) {
            return true;
        }
        let is_shared = self.standing.is_shared(words);
        if is_shared {
            self.clean().insert(key);
        }
        is_shared
    }

    /// Looks through an address on a page, which many pages may have.
    fn address(&self, file: &File, whole: &str, part: &Part, words: &str) {
        let key = hash(words, self.place(file).1);
        if self.clean().contains(&key) {
            return;
        }
        let mut is_clean = true;
        for detail in self.judged.find(&part.text, Form::Path, Scope::CaseStudy, self.place(file)) {
            let quoted = part.text[detail.range.clone()].to_owned();
            is_clean &= !self.weigh(file, whole, &quoted, Some(part), detail, Scope::CaseStudy);
        }
        if is_clean {
            self.clean().insert(key);
        }
    }

    fn clean(&self) -> MutexGuard<'_, HashSet<u64>> {
        self.clean.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks through what search shows of a page of a case study.
    pub(super) fn record(&self, record: &Record) {
        let file = self.file(&record.url);
        if file.case.is_none() {
            return;
        }
        let notes = record.notes.iter().map(|(_, note)| note);
        let sections = record.sections.iter().flat_map(|section| [&section.heading, &section.text]);
        let texts = [&record.title, &record.summary].into_iter().chain(&record.terms).chain(notes).chain(sections);
        let lines: Vec<&str> = texts.flat_map(|text| text.lines()).collect();
        let whole = lines.join("\n");
        let mut at = 0;
        let part = |line: &&str| {
            let part = Part { at: vec![(0, at)], sort: Sort::Words, text: Cow::Owned((*line).to_owned()) };
            at += line.len() + 1;
            part
        };
        self.parts(&file, &whole, lines.iter().map(part).collect());
    }
}

fn hash(words: &str, labels: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    (words, labels).hash(&mut hasher);
    hasher.finish()
}
