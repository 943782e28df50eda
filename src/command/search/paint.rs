//! Styles of answers on a terminal, and lines that fit into it.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

/// One style for each part of an answer. Without colour, every style writes nothing.
pub struct Paint {
    /// Titles.
    pub title: Style,
    /// Words that matched.
    pub mark: Style,
    /// Addresses.
    pub address: Style,
    /// What is said beside the hits.
    pub note: Style,
}

impl Paint {
    /// The styles.
    pub fn new(coloured: bool) -> Paint {
        if !coloured {
            let plain = Style::new();
            return Paint { title: plain, mark: plain, address: plain, note: plain };
        }
        let plain = Style::new();
        Paint {
            title: plain.bold(),
            mark: plain.bold().fg_color(Some(AnsiColor::Yellow.into())),
            address: plain.fg_color(Some(AnsiColor::Cyan.into())),
            note: plain.dimmed(),
        }
    }
}

/// A text in lines of at most `width` columns, with some stretches of characters marked. A word that is wider has a
/// line of its own.
pub fn wrap(text: &str, marks: &[(u32, u32)], mark: Style, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    let mut at = 0;
    for word in text.split(|c: char| c.is_whitespace()) {
        let start = at;
        at += u32::try_from(word.chars().count()).unwrap_or(u32::MAX - at) + 1;
        if word.is_empty() {
            continue;
        }
        let columns = word.width();
        if used > 0 && used + 1 + columns > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        push_marked(&mut line, word, start, marks, mark);
        used += columns;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Appends a word whose first character stands at `start`, in the style of a mark where it is marked. Control
/// characters, which could steer a terminal, are left out.
fn push_marked(line: &mut String, word: &str, start: u32, marks: &[(u32, u32)], mark: Style) {
    let mut open = false;
    for (at, c) in (start..).zip(word.chars()) {
        let is_marked = marks.iter().any(|(from, to)| (*from..*to).contains(&at));
        if is_marked != open {
            line.push_str(&if is_marked { format!("{mark}") } else { format!("{mark:#}") });
            open = is_marked;
        }
        if !c.is_control() {
            line.push(c);
        }
    }
    if open {
        line.push_str(&format!("{mark:#}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_marks_are_where_they_belong() {
        let plain = wrap("one two  three four", &[], Style::new(), 9);
        assert_eq!(plain, ["one two", "three", "four"]);
        assert_eq!(wrap("안전 안전", &[], Style::new(), 6), ["안전", "안전"]);
        let bold = Style::new().bold();
        let marked = wrap("a tŷ\u{1b}[2J, bach", &[(2, 4), (10, 14)], bold, 80);
        assert_eq!(marked, [format!("a {bold}tŷ{bold:#}[2J, {bold}bach{bold:#}")]);
    }
}
