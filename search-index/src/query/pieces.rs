//! Finds what is more than words: phrases, filters, exclusions, operators.

use std::ops::Range;

use super::filters::Filters;
use super::{MOST, Query, Slot, words};
use crate::record::Facet;

const QUOTES: [char; 12] = ['"', '“', '”', '„', '‟', '«', '»', '‹', '›', '＂', '「', '」'];

/// Reads a text into a query.
pub fn read(text: &str, facets: &[Facet], query: &mut Query) {
    Pieces { text, query, plain: 0..0, not: false, operators: has_operators(text), filters: Filters::new(facets) }
        .read();
}

/// A long query that is all capitals was typed with the capitals locked.
fn has_operators(text: &str) -> bool {
    text.chars().any(char::is_lowercase) || text.split_whitespace().take(4).count() < 4
}

struct Pieces<'a> {
    text: &'a str,
    query: &'a mut Query,
    /// Ordinary text that waits to be read as a whole, since a citation may be several words.
    plain: Range<usize>,
    /// `NOT` stands before.
    not: bool,
    operators: bool,
    filters: Filters<'a>,
}

impl Pieces<'_> {
    fn read(mut self) {
        let mut at = 0;
        while let Some(letter) = self.text[at..].chars().next() {
            if letter.is_whitespace() {
                at += letter.len_utf8();
            } else if QUOTES.contains(&letter) {
                at = self.phrase(at, at, false);
            } else {
                let end = self.text[at..].find(|c: char| c.is_whitespace() || QUOTES.contains(&c));
                at = self.token(at..end.map_or(self.text.len(), |end| at + end));
            }
        }
        self.flush();
    }

    /// Reads what stands between spaces and quotation marks, and gives the place to go on.
    fn token(&mut self, token: Range<usize>) -> usize {
        let text = &self.text[token.clone()];
        if self.operators && matches!(text, "AND" | "OR") {
            self.flush();
            return token.end;
        }
        if self.operators && text == "NOT" && self.has_before() && !self.text[token.end..].trim().is_empty() {
            self.flush();
            self.not = true;
            return token.end;
        }
        let minus = minus(text, &self.text[token.end..]);
        let body = token.start + minus..token.end;
        let excluded = minus > 0 || self.not;
        if let Some(end) = self.filter(body.clone(), excluded) {
            return end;
        }
        if excluded {
            self.flush();
            self.not = false;
            if body.is_empty() {
                return self.phrase(token.end, token.start, true);
            }
            if self.query.excluded.len() < MOST {
                let slot = words::one(self.text, body);
                self.exclude(slot);
            }
        } else if self.plain.is_empty() {
            self.plain = token.clone();
        } else {
            self.plain.end = token.end;
        }
        token.end
    }

    /// Reads a filter, if it is one.
    fn filter(&mut self, body: Range<usize>, excluded: bool) -> Option<usize> {
        let (key, value) = self.text[body.clone()].split_once(':')?;
        let (value, end) = if value.is_empty() {
            let (inner, end) = quoted(self.text, body.end)?;
            (&self.text[inner], end)
        } else {
            (value, body.end)
        };
        let (key, value) = self.filters.find(key, value)?;
        self.flush();
        self.not = false;
        let filter = (key, value, excluded);
        if self.query.filters.len() < MOST && !self.query.filters.contains(&filter) {
            self.query.filters.push(filter);
        }
        Some(end)
    }

    /// Reads the phrase whose quotation mark is at `at`, and gives the place behind it.
    fn phrase(&mut self, at: usize, start: usize, excluded: bool) -> usize {
        self.flush();
        let Some((inner, end)) = quoted(self.text, at) else { return self.text.len() };
        let slot = words::phrase(self.text, inner, start..end);
        if excluded || std::mem::take(&mut self.not) {
            self.exclude(slot);
        } else if self.query.slots.len() < MOST {
            self.query.slots.extend(slot);
        }
        end
    }

    fn exclude(&mut self, slot: Option<Slot>) {
        if self.query.excluded.len() < MOST {
            self.query.excluded.extend(slot);
        }
    }

    fn flush(&mut self) {
        let plain = std::mem::take(&mut self.plain);
        if !plain.is_empty() && self.query.slots.len() < MOST {
            words::read(self.text, plain, &mut self.query.slots);
        }
    }

    fn has_before(&self) -> bool {
        !self.plain.is_empty() || !self.query.slots.is_empty()
    }
}

/// Bytes of the minus sign that excludes what follows it directly: a word or a quotation mark.
fn minus(token: &str, behind: &str) -> usize {
    let Some(sign) = token.chars().next().filter(|sign| matches!(sign, '-' | '−' | '–')) else { return 0 };
    let rest = &token[sign.len_utf8()..];
    let sound = if rest.is_empty() { behind.starts_with(QUOTES) } else { rest.starts_with(char::is_alphanumeric) };
    if sound { sign.len_utf8() } else { 0 }
}

/// What is inside the quotation marks that begin at `at`, and the place behind them.
fn quoted(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let opening = text[at..].chars().next().filter(|mark| QUOTES.contains(mark))?;
    let start = at + opening.len_utf8();
    match text[start..].char_indices().find(|(_, mark)| QUOTES.contains(mark)) {
        Some((end, closing)) => Some((start..start + end, start + end + closing.len_utf8())),
        None => Some((start..text.len(), text.len())),
    }
}
