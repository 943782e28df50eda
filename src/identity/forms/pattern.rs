//! Patterns over plain texts, and what stands near a place.

use std::ops::Range;

use regex::bytes::{Regex, RegexBuilder};

/// A pattern without regard to case.
pub(super) fn pattern(source: &str) -> Regex {
    build(source, true)
}

/// A pattern in just this case.
pub(super) fn exact(source: &str) -> Regex {
    build(source, false)
}

#[expect(clippy::expect_used, reason = "the patterns are constants, and a test builds them all")]
fn build(source: &str, ignore_case: bool) -> Regex {
    RegexBuilder::new(source)
        .unicode(false)
        .case_insensitive(ignore_case)
        .ignore_whitespace(false)
        .size_limit(1 << 24)
        .build()
        .expect("a constant pattern is well formed")
}

/// Up to `length` bytes before a place, of the same paragraph.
pub(super) fn before(text: &str, at: usize, length: usize) -> &[u8] {
    let slice = &text.as_bytes()[at.saturating_sub(length)..at];
    memchr::memmem::rfind(slice, b"\n\n").map_or(slice, |end| &slice[end + 2..])
}

/// Up to `length` bytes after a place, of the same paragraph.
pub(super) fn after(text: &str, at: usize, length: usize) -> &[u8] {
    let slice = &text.as_bytes()[at..text.len().min(at + length)];
    memchr::memmem::find(slice, b"\n\n").map_or(slice, |end| &slice[..end])
}

/// Whether a cue stands near a place: within `back` bytes before it or `ahead` bytes after it.
pub(super) fn cued(cue: &Regex, text: &str, place: &Range<usize>, back: usize, ahead: usize) -> bool {
    cue.is_match(before(text, place.start, back)) || cue.is_match(after(text, place.end, ahead))
}

/// The letters and digits of a place, in capitals.
pub(super) fn letters(text: &str, place: &Range<usize>) -> String {
    let bytes = &text.as_bytes()[place.clone()];
    bytes.iter().filter(|byte| byte.is_ascii_alphanumeric()).map(|byte| char::from(byte.to_ascii_uppercase())).collect()
}
