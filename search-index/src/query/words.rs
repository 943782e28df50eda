//! Slots of ordinary text.

use std::ops::Range;

use super::{MOST, Shape, Slot};
use crate::analysis::{Analyser, Kind, Token, is_stop_word};

/// Adds a slot for every word and citation of a part of a text, until there are [`MOST`].
pub fn read(text: &str, part: Range<usize>, slots: &mut Vec<Slot>) {
    let mut consumed = 0;
    Analyser::new(true).each(&text[part.clone()], &mut |token| {
        let range = part.start + token.start..part.start + token.end;
        match token.kind {
            Kind::Word if token.position < consumed => add_part(slots, token.term, range.start),
            Kind::Word if slots.len() < MOST => slots.push(word(text, token, range)),
            Kind::Word => consumed = u32::MAX,
            Kind::Citation => cite(text, token, range, &mut consumed, slots),
            Kind::Joined => {
                if let Some(slot) = slots.last_mut().filter(|_| token.position >= consumed) {
                    slot.joined = Some(token.term.to_owned());
                    slot.joined_slots = token.words as usize;
                }
            }
            Kind::Class => {}
        }
    });
}

fn word(text: &str, token: Token<'_>, range: Range<usize>) -> Slot {
    let typed = &text[range.clone()];
    let behind = &text[range.end..];
    let prefix = behind.starts_with('*') && !behind.trim_start_matches('*').starts_with(char::is_alphanumeric);
    Slot {
        typed: typed.to_owned(),
        terms: vec![(token.term.to_owned(), 0)],
        shape: if prefix { Shape::HalfTyped } else { Shape::Word },
        stop: is_stop_word(token.term) && !is_acronym(text, typed),
        range,
        joined: None,
        joined_slots: 0,
        parts: Vec::new(),
    }
}

/// Whether a word is all capitals in a text that is not: `IT policy` is not about *it*.
fn is_acronym(text: &str, typed: &str) -> bool {
    typed.len() > 1 && typed.bytes().all(|b| b.is_ascii_uppercase()) && text.bytes().any(|b| b.is_ascii_lowercase())
}

/// A citation takes the place of its words; a second number of a list has a slot of its own.
fn cite(text: &str, token: Token<'_>, range: Range<usize>, consumed: &mut u32, slots: &mut Vec<Slot>) {
    if token.position < *consumed {
        if slots.len() < MOST && *consumed < u32::MAX {
            slots.push(word(text, token, range));
        }
    } else if let Some(head) = slots.last_mut() {
        let parts = vec![std::mem::take(&mut head.terms).remove(0).0];
        *head = Slot { parts, ..word(text, token, range) };
    }
    *consumed = (*consumed).max(token.position.saturating_add(token.words));
}

fn add_part(slots: &mut [Slot], term: &str, start: usize) {
    let citation = slots.iter_mut().rev().take(16).find(|slot| slot.range.contains(&start));
    if let Some(slot) = citation {
        slot.parts.push(term.to_owned());
    }
}

/// A phrase of the words of a part of a text; `None` if there are none.
pub fn phrase(text: &str, part: Range<usize>, range: Range<usize>) -> Option<Slot> {
    let mut terms = Vec::new();
    Analyser::new(true).each(&text[part.clone()], &mut |token| {
        if token.kind == Kind::Word && terms.len() < MOST {
            terms.push((token.term.to_owned(), token.position));
        }
    });
    let typed = text[part].trim().to_owned();
    let slot = Slot {
        typed,
        terms,
        shape: Shape::Phrase,
        stop: false,
        range,
        joined: None,
        joined_slots: 0,
        parts: Vec::new(),
    };
    (!slot.terms.is_empty()).then_some(slot)
}

/// One slot for what is written without a space: a word, a citation, or a phrase of the parts.
pub fn one(text: &str, part: Range<usize>) -> Option<Slot> {
    let mut slots = Vec::new();
    read(text, part.clone(), &mut slots);
    match slots.len() {
        0 => None,
        1 => slots.pop().map(|slot| Slot { stop: false, ..slot }),
        _ => phrase(text, part.clone(), part),
    }
}
