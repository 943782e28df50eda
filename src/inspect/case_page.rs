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
            match part.sort {
                Sort::Address => self.address(file, whole, &part),
                Sort::Words if self.is_clean(&part.text) => {}
                Sort::Words if sentences(&part.text).all(|sentence| self.is_known(file, sentence)) => {}
                Sort::Words if self.is_nobodys(&part) => {}
                Sort::Words => open.push(part),
            }
        }
        if open.is_empty() {
            return;
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

    /// Whether a sentence stands in the source of a case study, or in what all pages share. Each is asked once.
    fn is_known(&self, file: &File, sentence: &str) -> bool {
        let Some((id, source)) = file.case else { return false };
        let words = finding::in_words(sentence);
        if words.trim().is_empty() || self.is_clean(&(&words, id)) || self.standing.shares(&words) {
            return true;
        }
        let is_own = self.standing.is_of_case(id, source, &words);
        if is_own {
            self.keep_clean(&(&words, id));
        }
        is_own
    }

    /// Whether a part is free of details whoever the people of the case are, so that other pages may have it too.
    fn is_nobodys(&self, part: &Part) -> bool {
        let is_clean = self.judged.find(&part.text, Form::Plain, Scope::CaseStudy, ("", &[])).is_empty();
        if is_clean {
            self.keep_clean(&part.text);
        }
        is_clean
    }

    /// Looks through an address on a page, which many pages may have.
    fn address(&self, file: &File, whole: &str, part: &Part) {
        let place = self.place(file);
        if self.is_clean(&(&part.text, place.1)) {
            return;
        }
        let mut is_clean = true;
        for detail in self.judged.find(&part.text, Form::Path, Scope::CaseStudy, place) {
            let quoted = part.text[detail.range.clone()].to_owned();
            is_clean &= !self.weigh(file, whole, &quoted, Some(part), detail, Scope::CaseStudy);
        }
        if is_clean {
            self.keep_clean(&(&part.text, place.1));
        }
    }

    fn is_clean(&self, value: &impl Hash) -> bool {
        self.clean().contains(&hash(value))
    }

    fn keep_clean(&self, value: &impl Hash) {
        self.clean().insert(hash(value));
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

/// The sentences of a text, and what stands before a colon.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '\n'])
        .scan(0, |end, word| {
            *end += word.len();
            Some((*end, word.trim_end().ends_with(['.', ':', '?', '!'])))
        })
        .filter(|(_, ends)| *ends)
        .map(|(end, _)| end)
        .chain([text.len()])
        .scan(0, |start, end| {
            let sentence = &text[*start..end];
            *start = end;
            Some(sentence)
        })
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_text_is_parted_after_its_sentences_and_nothing_is_lost() {
        let parted = |text| sentences(text).collect::<Vec<&str>>();
        assert_eq!(parted("Ask. What to do: County lines"), ["Ask. ", "What to do: ", "County lines"]);
        assert_eq!(parted("07700 900123"), ["07700 900123"]);
        assert_eq!(parted("Ends."), ["Ends.", ""]);
        assert_eq!(parted("1.5 m, 3:4"), ["1.5 m, 3:4"]);
    }
}
