//! Emphasis and code marks of Markdown, and the underscores of file names.

use super::Unit;

/// Drops marks that touch a word.
pub(super) fn drop_emphasis(units: &mut Vec<Unit>) {
    let mut kept = Vec::with_capacity(units.len());
    let mut at = 0;
    while at < units.len() {
        let c = units[at].c;
        let is_mark = matches!(c, '*' | '`' | '~' | '_');
        let length = if is_mark { units[at..].iter().take_while(|unit| unit.c == c).count() } else { 1 };
        let before = at.checked_sub(1).map(|n| units[n].c);
        let after = units.get(at + length).map(|unit| unit.c);
        let dropped = match c {
            '*' | '`' => touches(before) || touches(after),
            '~' => length == 2 && (touches(before) || touches(after)),
            '_' => word(before) != word(after),
            _ => {
                kept.push(units[at]);
                at += 1;
                continue;
            }
        };
        if !dropped {
            kept.extend_from_slice(&units[at..at + length]);
        }
        at += length;
    }
    *units = kept;
}

/// Underscores part the words of file names.
pub(super) fn open_underscores(units: &mut [Unit]) {
    for unit in units.iter_mut().filter(|unit| unit.c == '_') {
        unit.c = ' ';
    }
}

fn touches(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_whitespace())
}

fn word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}
