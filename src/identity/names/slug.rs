//! Names in file names, slugs, tags and the targets of links: `oksana-shevchuk`, `mrs-sandhu`, `#OksanaShevchuk`.

use std::borrow::Cow;

use super::lists::{Flags, LISTS, folded};
use super::words::{HONORIFICS, PARTICLES, is_in};
use crate::identity::{Candidate, Kind};

/// Finds names in a chain of words, joined by hyphens or underscores or run together, that begins at a place of the text.
pub(crate) fn find(chain: &str, at: usize, is_path: bool) -> Vec<Candidate> {
    let parts = parts(chain);
    let mut found = Vec::new();
    let mut n = 0;
    while n < parts.len() {
        let Some((end, kind)) = name_at(&parts, n, is_path) else {
            n += 1;
            continue;
        };
        let range = at + parts[n].start..at + parts[end - 1].start + parts[end - 1].len;
        found.push(Candidate::new(kind, range, Candidate::LIKELY + 3));
        n = end;
    }
    found
}

struct Part<'t> {
    word: Cow<'t, str>,
    start: usize,
    len: usize,
    flags: Flags,
}

impl Part<'_> {
    fn is_name(&self, flag: Flags) -> bool {
        self.flags.has(flag) && !self.flags.has(Flags::ORDINARY) && !self.flags.has(Flags::PUBLIC) && self.len > 2
    }
}

fn parts(chain: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut small = false;
    let is_end = |c: char| !c.is_alphanumeric();
    let humps = chain.match_indices(|c: char| {
        let begins = small && c.is_uppercase();
        small = c.is_lowercase();
        begins
    });
    let mut cuts: Vec<usize> = humps.map(|(at, _)| at).collect();
    cuts.push(chain.len());
    let runs = cuts.iter().scan(0, |from, &to| Some(&chain[std::mem::replace(from, to)..to]));
    for piece in runs.flat_map(|run| run.split_inclusive(is_end)) {
        let text = piece.trim_end_matches(is_end);
        if !text.is_empty() {
            let word = folded(text);
            let flags = LISTS.flags(&word);
            parts.push(Part { word, start, len: text.len(), flags });
        }
        start += piece.len();
    }
    parts
}

/// The end and kind of a name that begins at the part.
fn name_at(parts: &[Part<'_>], n: usize, is_path: bool) -> Option<(usize, Kind)> {
    let first = &parts[n];
    let next = parts.get(n + 1);
    if is_in(&HONORIFICS, &first.word) && first.word.len() > 1 {
        let surname =
            next.filter(|next| (next.is_name(Flags::SURNAME) || next.is_name(Flags::GIVEN)) && next.len > 2)?;
        let more = parts.get(n + 2).filter(|more| more.is_name(Flags::SURNAME) && surname.flags.has(Flags::GIVEN));
        return Some((n + 2 + usize::from(more.is_some()), Kind::PersonName));
    }
    if !first.is_name(Flags::GIVEN) && !first.is_name(Flags::SURNAME) {
        return None;
    }
    let mut last = n + 1;
    while parts.get(last).is_some_and(|part| is_in(&PARTICLES, &part.word)) && last < n + 4 {
        last += 1;
    }
    let surname = parts.get(last).filter(|part| {
        part.is_name(Flags::SURNAME)
            || part.is_name(Flags::GIVEN)
            || (part.flags.is_none() && part.len > 3 && part.word.bytes().all(|b| b.is_ascii_lowercase()))
    });
    if surname.is_some() && first.is_name(Flags::GIVEN) {
        let third = parts.get(last + 1).filter(|part| part.is_name(Flags::SURNAME));
        return Some((last + 1 + usize::from(third.is_some()), Kind::PersonName));
    }
    let kind = if first.is_name(Flags::GIVEN) { Kind::FirstName } else { Kind::PersonName };
    (is_path && first.len > 2).then_some((n + 1, kind))
}
