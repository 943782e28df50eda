//! Texts that are no case study: a quick look for the places worth a closer one.
//!
//! Almost all of a text holds nothing. Two passes over its bytes note anchors: figures that are long enough, signs
//! such as `@`, characters that only tricks need, and cue words. The passages around them are made plain and looked
//! at like a case study, by the rules for other texts.

use super::forms::Families;
use super::{Detail, Form, Plain, Scope, details, forms, names, settle};

mod cues;
mod figures;
pub(super) mod people;
mod signs;

/// How much of the text around an anchor is looked at.
const AROUND: usize = 96;

/// A place worth a closer look, and which kinds may be there.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    start: usize,
    end: usize,
    families: Families,
}

/// Finds what is a person's own even in guidance.
pub(super) fn find(text: &str, form: Form) -> Vec<Detail> {
    let mut anchors = signs::anchors(text, form);
    cues::anchors(text, &mut anchors);
    if anchors.is_empty() {
        return Vec::new();
    }
    anchors.sort_by_key(|anchor| anchor.start);
    let mut found: Vec<Detail> = Vec::new();
    for passage in passages(text, &anchors) {
        look(text, form, passage, &mut found);
    }
    found
}

/// Whole words around the anchors; passages that touch are one.
fn passages(text: &str, anchors: &[Anchor]) -> Vec<Anchor> {
    let mut passages: Vec<Anchor> = Vec::new();
    for anchor in anchors {
        let passage = Anchor { start: before(text, anchor.start), end: after(text, anchor.end), ..*anchor };
        match passages.last_mut() {
            Some(last) if passage.start <= last.end => {
                last.end = last.end.max(passage.end);
                last.families = last.families | passage.families;
            }
            _ => passages.push(passage),
        }
    }
    passages
}

fn before(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let floor = at.saturating_sub(2 * AROUND);
    let mut start = at.saturating_sub(AROUND);
    while start > floor && !bytes[start - 1].is_ascii_whitespace() {
        start -= 1;
    }
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    start
}

fn after(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let ceiling = text.len().min(at + 2 * AROUND);
    let mut end = text.len().min(at + AROUND);
    while end < ceiling && !bytes[end].is_ascii_whitespace() {
        end += 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    end
}

fn look(text: &str, form: Form, passage: Anchor, found: &mut Vec<Detail>) {
    let given = &text[passage.start..passage.end];
    let plain = Plain::new(given, form);
    let mut candidates = forms::find(&plain, form, Scope::Elsewhere, passage.families);
    if passage.families.has(Families::ADDRESS) {
        candidates.extend(names::addresses(&plain));
    }
    for mut detail in details(&plain, settle(candidates)) {
        detail.range.start += passage.start;
        detail.range.end += passage.start;
        found.push(detail);
    }
}

#[cfg(test)]
mod tests;
