//! Cuts a snippet out of a text.

use super::passage::Passage;
use crate::answer::Snippet;

/// Length of a snippet in bytes, about.
const LONG: usize = 230;

/// Bytes before the densest stretch, at most.
const BEFORE: usize = 60;

/// Cuts the densest stretch of a passage with some words around it.
pub fn snippet(text: &str, passage: &Passage) -> Snippet {
    let first = passage.found.get(passage.densest.0).map_or(0, |found| found.range.start);
    let start = beginning(text, first);
    let end = ending(text, start, passage.found.get(passage.densest.1).map_or(0, |found| found.range.end));
    let mut snippet = Snippet::default();
    let mut written = 0;
    if start > 0 {
        snippet.text.push_str("… ");
        written = 2;
    }
    let mut found =
        passage.found.iter().filter(|found| found.range.start >= start && found.range.end <= end).peekable();
    let mut open: Option<(u32, usize)> = None;
    let mut space = true;
    for (at, c) in text[start..end].char_indices().map(|(at, c)| (at + start, c)) {
        if let Some((from, _)) = open.take_if(|(_, until)| *until <= at) {
            snippet.marks.push((from, written));
        }
        while let Some(next) = found.next_if(|next| next.range.start <= at) {
            let (from, until) = open.unwrap_or((written, 0));
            open = Some((from, until.max(next.range.end)));
        }
        if c.is_whitespace() {
            if !space {
                snippet.text.push(' ');
                written += 1;
            }
            space = true;
        } else {
            snippet.text.push(c);
            written += 1;
            space = false;
        }
    }
    if let Some((from, _)) = open {
        snippet.marks.push((from, written));
    }
    if end < text.trim_end().len() {
        snippet.text.push_str(if space { "…" } else { " …" });
    }
    snippet
}

/// Where to begin: at the line or sentence that leads to `first` if that is near, else at a word.
fn beginning(text: &str, first: usize) -> usize {
    let earliest = boundary(text, first.saturating_sub(BEFORE));
    let before = &text[earliest..first];
    let sentence = before.rfind(['\n', '.', '?', '!']).map(|at| earliest + at + 1);
    let word = || before.find(char::is_whitespace).map(|at| earliest + at);
    let start =
        if earliest == 0 { Some(sentence.filter(|_| first > BEFORE / 2).unwrap_or(0)) } else { sentence.or_else(word) };
    let start = start.unwrap_or(first);
    start + text[start..].len() - text[start..].trim_start().len()
}

/// Where to end: after the densest stretch, and after a word.
fn ending(text: &str, start: usize, last: usize) -> usize {
    let wanted = boundary(text, (start + LONG).max(last).min(text.len()));
    if wanted >= text.len() {
        return text.len();
    }
    let cut = text[start..wanted].rfind(char::is_whitespace).map_or(wanted, |at| start + at);
    cut.max(last)
}

/// The nearest boundary of characters at or before `at`.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
