//! Pages of case studies, and what search shows of them, part by part.

use super::html::{Part, Sort};
use super::{File, Inspector};
use crate::identity::{Detail, Form, Kind, Scope};
use crate::vet::finding;
use search_index::Page as Record;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{MutexGuard, PoisonError};

impl Inspector<'_> {
    /// Looks through parts of a file that belongs to a case study: once those that stand in no source, all together,
    /// as one look at many words costs far less than many looks.
    pub(super) fn parts(&self, file: &File, whole: &str, parts: Vec<Part>) {
        if file.case.is_none() {
            return;
        }
        let (mut open, mut seen) = (Vec::new(), HashSet::new());
        for part in parts {
            match part.sort {
                Sort::Address => self.address(file, whole, &part),
                Sort::Words if self.is_clean_in(file, &part) => {}
                Sort::Words if sentences(&part.text).all(|sentence| self.is_known(file, sentence)) => {
                    self.clean().insert(keys(file, &part).1);
                }
                // What a page repeats, such as the running line of its slides, is looked at once.
                Sort::Words if !seen.insert(part.text.clone()) => {}
                Sort::Words => open.push(part),
            }
        }
        let details = self.together(file, &open);
        for (part, details) in open.iter().zip(details) {
            let (mut is_clean, is_empty) = (true, details.is_empty());
            for detail in details {
                let quoted = &part.text[detail.range.clone()];
                is_clean &= !self.weigh(file, whole, quoted, Some(part), detail.clone(), Scope::CaseStudy);
            }
            if is_clean {
                self.keep_clean_in(file, part, is_empty);
            }
        }
    }

    /// The details of each of some parts, save what is rare: that is weighed in a whole study, so with its source.
    fn together(&self, file: &File, parts: &[Part]) -> Vec<Vec<Detail>> {
        let mut found = vec![Vec::new(); parts.len()];
        if parts.is_empty() {
            return found;
        }
        let (mut text, mut starts) = (String::new(), Vec::new());
        for part in parts {
            starts.push(text.len());
            text.push_str(&part.text);
            text.push_str("\n\n");
        }
        let mut joined = BTreeSet::new();
        for mut detail in self.judged.find(&text, Form::Plain, Scope::CaseStudy, self.place(file)) {
            let number = starts.partition_point(|start| *start <= detail.range.start).saturating_sub(1);
            detail.range = detail.range.start - starts[number]..detail.range.end - starts[number];
            if detail.range.end > parts[number].text.len() {
                joined.extend([number, number + 1]);
            } else if detail.kind != Kind::Jigsaw {
                found[number].push(detail);
            }
        }
        // What runs on from one part into the next may hide what each of them holds.
        for number in joined.into_iter().filter(|number| *number < parts.len()) {
            let text = &parts[number].text;
            found[number] = self.judged.find(text, Form::Plain, Scope::CaseStudy, self.place(file));
            found[number].retain(|detail| detail.kind != Kind::Jigsaw);
        }
        found
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

    /// Looks through an address on a page, which many pages may have.
    fn address(&self, file: &File, whole: &str, part: &Part) {
        let place = self.place(file);
        if self.is_clean_in(file, part) {
            return;
        }
        let details = self.judged.find(&part.text, Form::Path, Scope::CaseStudy, place);
        let (mut is_clean, is_empty) = (true, details.is_empty());
        for detail in details {
            let quoted = part.text[detail.range.clone()].to_owned();
            is_clean &= !self.weigh(file, whole, &quoted, Some(part), detail, Scope::CaseStudy);
        }
        if is_clean {
            self.keep_clean_in(file, part, is_empty);
        }
    }

    /// Whether a part was looked at already, and is clean in a case study. Addresses are read otherwise than words.
    fn is_clean_in(&self, file: &File, part: &Part) -> bool {
        let (anywhere, here) = keys(file, part);
        let clean = self.clean();
        clean.contains(&anywhere) || clean.contains(&here)
    }

    /// Keeps that a part is clean: in all case studies if it holds nothing, whatever this one declares.
    fn keep_clean_in(&self, file: &File, part: &Part, is_empty: bool) {
        let (anywhere, here) = keys(file, part);
        let is_clean_anywhere = is_empty && !self.judged.depends_on_case(&part.text, self.place(file).1);
        self.clean().insert(if is_clean_anywhere { anywhere } else { here });
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

/// What stands for a part that is clean in all case studies, and for one that is clean in this one.
fn keys(file: &File, part: &Part) -> (u64, u64) {
    let mut hasher = DefaultHasher::new();
    (part.sort, &*part.text).hash(&mut hasher);
    let anywhere = hasher.finish();
    file.case.map(|(id, _)| id).hash(&mut hasher);
    (anywhere, hasher.finish())
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
