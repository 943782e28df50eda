//! Words that announce a person's own details.

use std::sync::LazyLock;

use aho_corasick::packed::{MatchKind, Searcher};

use super::{Anchor, Families};

/// Words and what they announce. The first three letters should be rare together: the search looks for those.
const CUES: &[(&str, Families)] = &[
    ("born", Families::BIRTH),
    ("Born", Families::BIRTH),
    ("BORN", Families::BIRTH),
    ("birth", Families::BIRTH),
    ("Birth", Families::BIRTH),
    ("BIRTH", Families::BIRTH),
    ("D.O.B", Families::BIRTH),
    ("d.o.b", Families::BIRTH),
    ("DOB", Families::BIRTH),
    ("DoB", Families::BIRTH),
    ("dob", Families::BIRTH),
    ("///", Families::PLACE),
    ("at3w", Families::PLACE),
    ("w3w", Families::PLACE),
    ("hat3W", Families::PLACE),
    ("dot co", Families::MAIL),
    ("[dot]", Families::MAIL),
    ("(dot)", Families::MAIL),
    ("[at]", Families::MAIL),
    ("(at)", Families::MAIL),
    ("gmail.", Families::MAIL),
    ("hotmail.", Families::MAIL),
    ("tlook.", Families::MAIL),
    ("yahoo.", Families::MAIL),
    ("icloud.", Families::MAIL),
    ("seven", Families::SPOKEN),
    ("napchat", Families::ACCOUNT),
    ("Insta", Families::ACCOUNT),
    ("Discord", Families::ACCOUNT),
    ("Roblox", Families::ACCOUNT),
    ("ikTok", Families::ACCOUNT),
    ("Telegram", Families::ACCOUNT),
    ("rname", Families::ACCOUNT),
    ("gamer", Families::ACCOUNT),
    ("Gamer", Families::ACCOUNT),
    ("creen name", Families::ACCOUNT),
    ("Xbox", Families::ACCOUNT),
    ("PSN", Families::ACCOUNT),
    ("yStation", Families::ACCOUNT),
    (" Kik", Families::ACCOUNT),
];

/// Finds all words in one pass; absent where the machine has no wide registers.
static SEARCHER: LazyLock<Option<Searcher>> = LazyLock::new(|| {
    aho_corasick::packed::Config::new()
        .match_kind(MatchKind::LeftmostFirst)
        .builder()
        .extend(CUES.iter().map(|(word, _)| word))
        .build()
});
/// Finds them where the other cannot.
static AUTOMATON: LazyLock<Option<aho_corasick::AhoCorasick>> =
    LazyLock::new(|| aho_corasick::AhoCorasick::new(CUES.iter().map(|(word, _)| word)).ok());

/// Notes the cue words of a text that have something beside them.
pub(super) fn anchors(text: &str, anchors: &mut Vec<Anchor>) {
    let mut note = |pattern: usize, start: usize, end: usize| {
        let families = CUES[pattern].1;
        if has_something(text.as_bytes(), start, end, families) {
            anchors.push(Anchor { start, end, families });
        }
    };
    if let Some(searcher) = SEARCHER.as_ref() {
        searcher.find_iter(text).for_each(|found| note(found.pattern().as_usize(), found.start(), found.end()));
    } else if let Some(automaton) = AUTOMATON.as_ref() {
        automaton.find_iter(text).for_each(|found| note(found.pattern().as_usize(), found.start(), found.end()));
    }
}

/// Whether what a cue announces may stand near it.
fn has_something(text: &[u8], start: usize, end: usize, families: Families) -> bool {
    let near = &text[start.saturating_sub(64)..text.len().min(end + 64)];
    if families == Families::BIRTH {
        let digit = |byte: &u8| byte.is_ascii_digit() || !byte.is_ascii();
        return near.iter().any(digit);
    }
    if families == Families::ACCOUNT {
        let made_up = |pair: &[u8]| match (pair[0], pair[1]) {
            (b'_' | b'@' | b'#' | b'\'' | b'"' | b':', b'a'..=b'z' | b'A'..=b'Z') => true,
            (a, b) => {
                a.is_ascii_lowercase() && (b.is_ascii_digit() || b.is_ascii_uppercase() || b == b'_')
                    || (a == b':' && b == b' ')
            }
        };
        return near.windows(2).any(made_up);
    }
    if families == Families::SPOKEN {
        let head = &text[start.saturating_sub(7)..start];
        return [&b"oh "[..], b"Oh ", b"ero ", b"ght ", b" o ", b" O ", b"our ", b"oh, ", b"ero, ", b"oh-"]
            .iter()
            .any(|word| head.ends_with(word));
    }
    if families == Families::MAIL {
        return near
            .windows(4)
            .any(|four| matches!(four, b" at " | b"(at)" | b"[at]") || four[0] == b'@' || &four[..3] == b"dot");
    }
    // A scheme, a comment or a path has slashes, too.
    if text[start] == b'/' {
        return text.get(end).is_some_and(|byte| byte.is_ascii_lowercase() || *byte == b' ')
            && (start == 0 || text[start - 1] != b':');
    }
    true
}
