//! Where in a text a form may stand at all: around its figures, its dots, its signs. A [`Stretches`] is looked at with a
//! pattern as a whole text would be, and what holds no anchor is passed over, which is most of any text.

use std::ops::Range;

use super::figures;
use aho_corasick::AhoCorasick;
use regex::bytes::{Captures, Regex};

/// How much before and behind an anchor is looked at. The words that tell what a number is stand this near.
const AROUND: usize = 160;
/// No word is longer than this; what is longer is cut.
const LONGEST_WORD: usize = 64;

/// A text and the stretches of it that are looked at.
pub(super) struct Stretches<'t> {
    text: &'t str,
    ranges: Vec<Range<usize>>,
}

impl<'t> Stretches<'t> {
    /// What stands around figures that may belong to a form.
    pub(super) fn figures(text: &'t str) -> Self {
        Self::anchored(text, figures::telling(text))
    }

    /// What stands around some words.
    pub(super) fn words(text: &'t str, words: &AhoCorasick) -> Self {
        Self::anchored(text, words.find_iter(text).map(|found| found.start()))
    }

    /// What stands around some bytes. `is_anchor` is asked of each byte of the text.
    pub(super) fn around(text: &'t str, is_anchor: impl Fn(&[u8], usize) -> bool) -> Self {
        let bytes = text.as_bytes();
        Self::anchored(text, (0..bytes.len()).filter(|at| is_anchor(bytes, *at)))
    }

    /// What stands around anchors, in whole words; those that touch are one.
    fn anchored(text: &'t str, anchors: impl Iterator<Item = usize>) -> Self {
        let bytes = text.as_bytes();
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for at in anchors {
            let end = paragraph_end(bytes, at);
            match ranges.last_mut() {
                Some(last) if at < last.end => last.end = last.end.max(end),
                _ => {
                    let start = paragraph_start(bytes, at);
                    match ranges.last_mut() {
                        Some(last) if start <= last.end => last.end = end,
                        _ => ranges.push(start..end),
                    }
                }
            }
        }
        Self { text, ranges }
    }

    /// The text as a whole.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// Where a pattern fits.
    pub(super) fn captures<'s>(&'s self, pattern: &'s Regex) -> impl Iterator<Item = Captures<'t>> + 's {
        self.ranges.iter().flat_map(move |range| {
            // What stands before the stretch is seen, so that a word's beginning is known.
            let head = &self.text.as_bytes()[..range.end];
            let mut at = range.start;
            std::iter::from_fn(move || {
                let found = pattern.captures_at(head, at)?;
                let place = found.get(0)?.range();
                at = place.end.max(place.start + 1);
                Some(found)
            })
        })
    }

    /// The places where a pattern fits: its group `at` if the pattern names one, else the whole of it.
    pub(super) fn places<'s>(&'s self, pattern: &'s Regex) -> impl Iterator<Item = Range<usize>> + 's {
        self.captures(pattern).filter_map(|found| found.name("at").or_else(|| found.get(0)).map(|part| part.range()))
    }
}

/// Whether a byte is this sign with a letter or figure on both sides of it.
pub(super) fn is_within(bytes: &[u8], at: usize, sign: u8) -> bool {
    let is_part = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    bytes[at] == sign && is_part(at.checked_sub(1)) && is_part(at.checked_add(1))
}

/// An automaton that finds words in whatever case.
#[expect(clippy::expect_used, reason = "the words are constants, and a test builds every automaton")]
pub(crate) fn finder(words: &str) -> AhoCorasick {
    let words = words.split(',').map(str::trim);
    AhoCorasick::builder().ascii_case_insensitive(true).build(words).expect("a few constant words")
}

/// So far before an anchor, in whole words, and not beyond its paragraph. The line's end before the paragraph is of the
/// stretch, since a pattern may want to see that no word stands before it.
fn paragraph_start(bytes: &[u8], at: usize) -> usize {
    let start = word_start(bytes, at.saturating_sub(AROUND));
    memchr::memmem::rfind(&bytes[start..at], b"\n\n").map_or(start, |end| start + end + 1)
}

fn paragraph_end(bytes: &[u8], at: usize) -> usize {
    let end = word_end(bytes, (at + AROUND).min(bytes.len()));
    memchr::memmem::find(&bytes[at..end], b"\n\n").map_or(end, |start| at + start)
}

fn word_start(bytes: &[u8], mut at: usize) -> usize {
    let floor = at.saturating_sub(LONGEST_WORD);
    while at > floor && !bytes[at - 1].is_ascii_whitespace() {
        at -= 1;
    }
    at
}

fn word_end(bytes: &[u8], mut at: usize) -> usize {
    let ceiling = bytes.len().min(at + LONGEST_WORD);
    while at < ceiling && !bytes[at].is_ascii_whitespace() {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::pattern::pattern;
    use super::*;

    #[test]
    fn only_what_stands_around_an_anchor_is_looked_at() {
        let far = "word ".repeat(100);
        let text = format!("word {far} number 712 word {far} word");
        let stretches = Stretches::figures(&text);
        assert_eq!(stretches.ranges.len(), 1);
        let looked = &text[stretches.ranges[0].clone()];
        assert!(looked.starts_with("word") && looked.ends_with("word") && looked.len() < 3 * AROUND, "{looked}");
        assert!(Stretches::figures(&far).ranges.is_empty());
    }

    #[test]
    fn places_are_those_of_the_whole_text_and_words_before_a_stretch_are_seen() {
        let text = format!("ab7 {} x7 y7", "word ".repeat(100));
        let found: Vec<_> =
            Stretches::figures(&text).places(&pattern(r"\b[a-z]7")).map(|at| text[at].to_owned()).collect();
        assert_eq!(found, ["x7", "y7"]);
    }

    #[test]
    fn a_stretch_ends_with_its_paragraph() {
        let text = "one\n\ntwo 712 three\n\nfour 713\n\nfive";
        let looked: Vec<_> = Stretches::figures(text).ranges.into_iter().map(|range| &text[range]).collect();
        assert_eq!(looked, ["\ntwo 712 three", "\nfour 713"]);
    }

    #[test]
    fn a_text_without_spaces_is_cut_and_never_lost() {
        let text = format!("{}7{}", "é".repeat(900), "é".repeat(900));
        assert_eq!(
            Stretches::figures(&text).places(&pattern("7")).count(),
            1,
            "a letter beyond ASCII stands beside it"
        );
    }
}
