//! Prose may talk of scores, to say why there are none. It may not add signs up, in a sentence or in a table.

use super::report;
use super::tallies::tallies;
use crate::diagnostic::Diagnostics;
use crate::vet::phrase::Reading;
use crate::vet::thresholds::subject::{Around, Subject};

/// Heads of columns that hold scores.
const HEADS: &[&str] = &["points", "score", "scores", "weight", "weighting", "rating", "ranking", "tally", "marks"];

/// Heads of columns that count signs.
const COUNTS: &[&str] =
    &["number|count|total|sum of signs|indicators|factors|ticks|boxes", "signs|indicators|ticks counted|present|seen"];

/// Checks the paragraphs and tables of a framework's page that are not rows of its own.
pub fn check(subject: &Subject, around: &Around, diagnostics: &mut Diagnostics) {
    let source = around.sources.get(subject.document.source);
    for (start, paragraph) in paragraphs(&source.text) {
        let reading = Reading::of(&paragraph);
        for place in tallies(&reading) {
            let message = format!("“{}” adds signs up; a child is never scored or ranked", &paragraph[place.clone()]);
            report(source.span(start + place.start, start + place.end), message, diagnostics);
        }
    }
    for (start, head, below) in heads(&source.text) {
        if let Some(place) = counting_head(head).or_else(|| counted_rows(head, below)) {
            let message =
                format!("a column “{}” scores or counts signs; a child is never scored", &head[place.clone()]);
            report(source.span(start + place.start, start + place.end), message, diagnostics);
        }
    }
}

/// The paragraphs below the front matter, each on one line, with their offsets. A line of a table and a heading are
/// paragraphs of their own; what stands in rows of blocks is checked there.
fn paragraphs(text: &str) -> Vec<(usize, String)> {
    let mut paragraphs: Vec<(usize, String)> = Vec::new();
    let mut is_open = false;
    for (start, line) in body(text) {
        let is_alone = line.starts_with(['|', '#', ':']) || line.trim().is_empty();
        let begins_item =
            line.trim_start().starts_with(['-', '*', '>', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        if is_open && !is_alone && !begins_item {
            if let Some((_, last)) = paragraphs.last_mut() {
                last.push_str(&line.replace('\n', " "));
            }
        } else if !line.starts_with(['|', ':']) {
            paragraphs.push((start, line.replace('\n', " ")));
        }
        is_open = !is_alone;
    }
    paragraphs
}

/// The lines below the front matter, with their offsets.
fn body(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let (mut start, mut fences) = (0, 0);
    text.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let is_below = fences > 1;
        fences += usize::from(line.trim_end() == "---");
        is_below.then_some((at, line))
    })
}

/// The heads of tables outside blocks of rows.
fn heads(text: &str) -> Vec<(usize, &str, &str)> {
    let mut heads = Vec::new();
    let (mut in_block, mut before): (bool, Option<(usize, &str)>) = (false, None);
    for (start, line) in body(text) {
        if let Some(name) = line.trim_end().strip_prefix(":::") {
            in_block =
                ["indicators", "responses", "overrides"].iter().any(|block| name.trim_start().starts_with(block));
        }
        let is_rule = line.starts_with('|') && line.trim_end().chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
        if let Some(head) = before.filter(|_| is_rule && !in_block) {
            heads.push((head.0, head.1, &text[start + line.len()..]));
        }
        before = line.starts_with('|').then_some((start, line));
    }
    heads
}

/// A head "Signs" over cells that hold nothing but numbers: `1 to 3`.
fn counted_rows(head: &str, below: &str) -> Option<std::ops::Range<usize>> {
    let cells = |line: &str| -> Vec<String> { line.trim().trim_matches('|').split('|').map(str::to_owned).collect() };
    let is_number = |cell: &str| {
        let parts = cell.split(['-', '–', '+', ' ']).filter(|part| !part.is_empty());
        let known = |part: &str| {
            matches!(part, "to" | "or" | "more" | "and" | "over") || part.bytes().all(|b| b.is_ascii_digit())
        };
        cell.contains(|c: char| c.is_ascii_digit()) && parts.into_iter().all(known)
    };
    let at = cells(head).iter().position(|name| {
        ["signs", "indicators", "factors", "ticks", "boxes"].contains(&name.trim().to_lowercase().as_str())
    })?;
    let rows: Vec<&str> = below.lines().take_while(|line| line.starts_with('|')).collect();
    let counts = |row: &&str| cells(row).get(at).is_some_and(|cell| is_number(cell.trim()));
    let name = cells(head).get(at)?.trim().to_owned();
    let place = head.find(&name)?;
    (!rows.is_empty() && rows.iter().all(counts)).then_some(place..place + name.len())
}

fn counting_head(head: &str) -> Option<std::ops::Range<usize>> {
    let mut start = 0;
    for cell in head.split_inclusive('|') {
        let name = cell.trim_end_matches(['|', '\n']).trim();
        let at = start + cell.find(name)?;
        start += cell.len();
        let counts = COUNTS.iter().any(|pattern| !Reading::of(name).found(pattern).is_empty());
        if counts || HEADS.contains(&name.to_lowercase().as_str()) {
            return Some(at..at + name.len());
        }
    }
    None
}
