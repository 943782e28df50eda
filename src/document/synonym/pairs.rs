//! Pairs of words that entries join: each is stated once.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::Rule;
use crate::source::{Source, Span, Spanned};
use search_index::SynonymKind;
use std::collections::BTreeMap;

/// The pairs of the entries so far, with the place of each.
pub struct Pairs<'s> {
    source: &'s Source,
    known: BTreeMap<(SynonymKind, String, String), Span>,
}

/// A word as it is compared: without case, its spaces single.
pub fn key(word: &str) -> String {
    word.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Pairs<'_> {
    /// No pairs yet.
    pub fn new(source: &Source) -> Pairs<'_> {
        Pairs { source, known: BTreeMap::new() }
    }

    /// Takes the pairs of an entry. Gives `false`, and reports the first, if one is known already.
    pub fn are_new(
        &mut self,
        kind: SynonymKind,
        from: &[Spanned<String>],
        to: &[Spanned<String>],
        diagnostics: &mut Diagnostics,
    ) -> bool {
        let among =
            || from.iter().enumerate().flat_map(|(at, one)| from[at + 1..].iter().map(move |other| (one, other)));
        let across = from.iter().flat_map(|one| to.iter().map(move |other| (one, other)));
        let pairs: Vec<_> = if to.is_empty() { among().collect() } else { across.collect() };
        let mut is_new = true;
        for (one, other) in pairs {
            let (mut first, mut second) = (key(&one.value), key(&other.value));
            let both_ways = matches!(kind, SynonymKind::TwoWay | SynonymKind::Related | SynonymKind::Nation);
            if both_ways && second < first {
                std::mem::swap(&mut first, &mut second);
            }
            match self.known.get(&(kind, first.clone(), second.clone())) {
                Some(known) if is_new => {
                    let message = format!("`{}` and `{}` are joined already", one.value, other.value);
                    let line = self.source.position(known.start).line;
                    let hint = format!("an entry at line {line} says so; take one of them out");
                    diagnostics.push(Diagnostic::at(Rule::Synonym, other.span, message).hint(hint));
                    is_new = false;
                }
                Some(_) => {}
                None => {
                    self.known.insert((kind, first, second), other.span);
                }
            }
        }
        is_new
    }
}
