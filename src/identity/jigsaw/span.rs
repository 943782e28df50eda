//! Where the phrase begins and ends that holds the details.

use crate::identity::names::token::{Shape, Token};
use crate::identity::names::words::is_in;

/// The article that begins the phrase, a few words before.
pub(super) fn article_before(words: &[Token<'_>], first: usize) -> usize {
    let first = first.saturating_sub(usize::from(words[first].word == "of"));
    if words[first].word == "one" {
        return first;
    }
    let near = (first.saturating_sub(5)..=first).rev();
    for n in near {
        if ["a", "an", "the", "his", "her", "their"].contains(&words[n].word.as_str()) {
            return n;
        }
        if n < first && (words[n].shape != Shape::Lower || words[n + 1].gap != " " || words[n].word.len() < 4) {
            break;
        }
    }
    first
}

/// The end of the phrase: the next mark, if it is near, else what still belongs to the last detail: `child in the school`.
pub(super) fn end(words: &[Token<'_>], last: usize) -> usize {
    let until = (last..words.len()).find(|&n| words[n].gap != " " || n >= last + 5).unwrap_or(words.len());
    let is_mark = until == words.len() || words[until].gap != " ";
    let goes_on = |n: &usize| {
        let ends =
            ["is", "was", "are", "were", "had", "has", "who", "and", "but", "so", "that", "when", "which", "where"];
        !is_in(&ends, &words[*n].word)
    };
    let mut end = if is_mark { until } else { last + (last..until).take_while(goes_on).count() };
    while end > last && is_in(&["in", "at", "of", "on", "the", "a", "to", "for", "with"], &words[end - 1].word) {
        end -= 1;
    }
    end
}
