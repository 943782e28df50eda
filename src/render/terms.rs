//! Glossary terms in running text: found once for the whole site, marked once a page.

use crate::document::glossary::Term;
use crate::markdown::{push_attribute, push_text};
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeSet;

/// Finds the written forms of all terms.
pub struct TermFinder {
    automaton: Option<AhoCorasick>,
    /// For each pattern: the number of its term, and the form if its case matters.
    forms: Vec<(usize, Option<String>)>,
    ids: Vec<String>,
}

impl TermFinder {
    /// Makes the finder. A form with a capital, such as CSE or Channel, is recognised only as it is
    /// written; any other also at the start of a sentence.
    pub fn new(glossary: &[Term]) -> TermFinder {
        let mut forms = Vec::new();
        let mut patterns = Vec::new();
        for (number, term) in glossary.iter().enumerate() {
            for form in term.forms().filter(|form| !form.trim().is_empty()) {
                let exact = form.chars().any(char::is_uppercase).then(|| form.to_owned());
                forms.push((number, exact));
                patterns.push(form);
            }
        }
        let automaton =
            AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(&patterns);
        let automaton = automaton.ok().filter(|_| !patterns.is_empty());
        TermFinder { automaton, forms, ids: glossary.iter().map(|term| term.id.value.clone()).collect() }
    }

    /// The text as HTML with the first use of every term marked, or `None` if it has none that is
    /// new. Terms that are marked are added to `used`, in order.
    pub fn mark(&self, text: &str, used: &mut Vec<usize>, seen: &mut BTreeSet<usize>) -> Option<String> {
        let automaton = self.automaton.as_ref()?;
        let mut html = String::new();
        let mut done = 0;
        for found in automaton.find_iter(text) {
            let (number, exact) = &self.forms[found.pattern().as_usize()];
            let words = &text[found.range()];
            let fits =
                exact.as_ref().is_none_or(|form| form == words) && stands_alone(text, found.start(), found.end());
            if !fits || !seen.insert(*number) {
                continue;
            }
            used.push(*number);
            push_text(&mut html, &text[done..found.start()]);
            html.push_str("<button type=\"button\" class=\"term\" popovertarget=\"term-");
            push_attribute(&mut html, &self.ids[*number]);
            html.push_str("\">");
            push_text(&mut html, words);
            html.push_str("</button>");
            done = found.end();
        }
        if html.is_empty() {
            return None;
        }
        push_text(&mut html, &text[done..]);
        Some(html)
    }
}

fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '-';
    !text[..start].ends_with(part_of_word) && !text[end..].starts_with(part_of_word)
}
