//! Rare details over a whole study.

use super::super::names::token::Token;
use super::super::{Candidate, Kind};
use super::trait_words::MANY;
use super::{Hit, Trait, is_kin};
use crate::identity::names::words::is_in;

/// How many kinds of detail that few people share one study may hold.
const FEW_SHARE: usize = 2;
/// How many kinds of rare detail in all.
const IN_ALL: usize = 3;

/// `nine children`: in one sentence it says little, beside other details of a family it does.
fn is_large_family(words: &[Token<'_>], at: usize) -> bool {
    is_in(&MANY, &words[at].word) && words.get(at + 1).is_some_and(|next| is_kin(&next.word))
}

/// One finding if a study holds too many kinds of rare detail; it stands at the first and lists them all.
pub(super) fn over_limit(sentences: &[(&[Token<'_>], Vec<Hit>)]) -> Option<Candidate> {
    let mut kinds: Vec<(Trait, &Token<'_>)> = Vec::new();
    for (words, hits) in sentences {
        let many = (0..words.len()).filter(|at| is_large_family(words, *at)).map(|at| (Trait::Family, at));
        let told = hits.iter().filter(|(sort, _)| sort.is_rare()).map(|(sort, range)| (*sort, range.start));
        for (sort, at) in told.chain(many) {
            if !kinds.iter().any(|(seen, _)| *seen == sort) {
                kinds.push((sort, &words[at]));
            }
        }
    }
    let shared_by_few = kinds.iter().filter(|(sort, _)| sort.is_shared_by_few()).count();
    if shared_by_few <= FEW_SHARE && kinds.len() <= IN_ALL {
        return None;
    }
    let first = kinds.first()?.1;
    let list: Vec<String> =
        kinds.iter().map(|(sort, token)| format!("{} (\"{}\")", sort.label(), token.text)).collect();
    let message = format!(
        "This study holds {} kinds of rare detail, which together could identify someone: {}.",
        list.len(),
        list.join(", ")
    );
    Some(Candidate::new(Kind::Jigsaw, first.range.clone(), Candidate::LIKELY).saying(message))
}
