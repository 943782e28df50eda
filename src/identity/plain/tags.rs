//! Tags and comments inside a word.

use super::Unit;

const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "s", "small", "span",
    "strong", "sub", "sup", "u", "wbr",
];

/// The longest tag that counts as one.
const LONGEST: usize = 80;

/// Drops inline tags that touch a word, and short comments inside one; a line break becomes a space.
pub(super) fn drop_inline(units: &mut Vec<Unit>) {
    if !units.iter().any(|unit| unit.c == '<') {
        return;
    }
    let mut kept: Vec<Unit> = Vec::with_capacity(units.len());
    let mut at = 0;
    while at < units.len() {
        let Some((length, tag)) = (units[at].c == '<').then(|| tag(&units[at..])).flatten() else {
            kept.push(units[at]);
            at += 1;
            continue;
        };
        let before = kept.last().is_some_and(|unit| unit.c.is_alphanumeric());
        let after = units.get(at + length).is_some_and(|unit| unit.c.is_alphanumeric() || unit.c == '<');
        match tag {
            Tag::Break => kept.push(Unit { c: ' ', from: units[at].from, until: units[at + length - 1].until }),
            Tag::Inline if before || after => {}
            Tag::Comment if before && after => {}
            _ => kept.extend_from_slice(&units[at..at + length]),
        }
        at += length;
    }
    *units = kept;
}

enum Tag {
    Inline,
    Break,
    Comment,
    Other,
}

/// The tag at the head of some units and its length.
fn tag(units: &[Unit]) -> Option<(usize, Tag)> {
    let end = units.iter().take(LONGEST).position(|unit| unit.c == '>')?;
    let body: String = units[1..end].iter().map(|unit| unit.c).collect();
    let length = end + 1;
    if let Some(inner) = body.strip_prefix("!--") {
        let short = inner.ends_with("--") && inner.len() < 16;
        return short.then_some((length, Tag::Comment));
    }
    let (name, attributes) = body.trim_start_matches('/').split_once(' ').unwrap_or((body.trim_start_matches('/'), ""));
    let name = name.trim_end_matches('/').to_ascii_lowercase();
    // An attribute with a text of its own must not get lost.
    let bare = ["class=", "style=", "lang=", "dir=", "id=", "/"];
    let kind = match name.as_str() {
        "br" => Tag::Break,
        name if INLINE.contains(&name) && (attributes.is_empty() || bare.iter().any(|b| attributes.starts_with(b))) => {
            Tag::Inline
        }
        _ => Tag::Other,
    };
    Some((length, kind))
}
