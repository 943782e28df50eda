//! A source line made safe and short enough for a terminal, with the place of its carets.

use std::ops::Range;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The most columns that a source line takes up, marks of omission included.
const WIDEST: usize = 160;
/// How many of them may lie to the right of a span's start while there is text to its left.
const WIDEST_RIGHT: usize = 120;
/// What a tab is shown as.
const TAB: &str = "    ";

/// A source line as it is shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The line, cropped around the span if it is long.
    pub text: String,
    /// Columns before the carets.
    pub indent: usize,
    /// Columns under carets, at least one.
    pub carets: usize,
}

impl Snippet {
    /// Shows a line in which some bytes are marked. However long the line, only the characters near
    /// the marked ones are looked at.
    pub fn new(line: &str, span: Range<usize>) -> Self {
        let mut shown = window(line, span.start, WIDEST);
        if shown != (0..line.len()) {
            shown = window(line, span.start, WIDEST - 2);
        }
        let end = span.end.clamp(span.start.min(shown.end), shown.end);
        let part = |from: usize, to: usize| visible(line.get(from..to).unwrap_or(""));
        let lead = if shown.start > 0 { "…" } else { "" };
        let trail = if shown.end < line.len() { "…" } else { "" };
        let before = format!("{lead}{}", part(shown.start, span.start));
        let marked = format!("{before}{}", part(span.start, end));
        let indent = before.width();
        let carets = marked.width().saturating_sub(indent).max(1);
        Snippet { text: format!("{marked}{}{trail}", part(end, shown.end)), indent, carets }
    }
}

/// A text with tabs as spaces, and with all that could play tricks on a terminal escaped: control
/// characters, line separators, characters that change the direction of writing or cannot be seen.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => shown.push_str(TAB),
            _ if is_deceptive(character) => shown.extend(character.escape_default()),
            _ => shown.push(character),
        }
    }
    shown
}

fn is_deceptive(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

/// The bytes around an offset that fit into a number of columns, as they are shown.
fn window(line: &str, at: usize, columns: usize) -> Range<usize> {
    let Some((before, after)) = line.split_at_checked(at) else {
        return 0..0;
    };
    let right = fitting(after.chars(), columns).1;
    let left = columns - right.min(WIDEST_RIGHT);
    let (left_bytes, left) = fitting(before.chars().rev(), left);
    let (right_bytes, _) = fitting(after.chars(), columns - left);
    at - left_bytes..at + right_bytes
}

/// Bytes and columns of as many characters as fit. Characters without a width are limited too.
fn fitting(characters: impl Iterator<Item = char>, most: usize) -> (usize, usize) {
    let (mut bytes, mut columns) = (0, 0);
    for character in characters.take(4 * most) {
        let width = shown_width(character);
        if columns + width > most {
            break;
        }
        bytes += character.len_utf8();
        columns += width;
    }
    (bytes, columns)
}

fn shown_width(character: char) -> usize {
    match character {
        '\t' => TAB.len(),
        _ if is_deceptive(character) => character.escape_default().len(),
        _ => character.width().unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(line: &str, span: Range<usize>) -> String {
        let Snippet { text, indent, carets } = Snippet::new(line, span);
        format!("{text}\n{}{}", " ".repeat(indent), "^".repeat(carets))
    }

    #[test]
    fn carets_stand_under_wide_characters_as_a_terminal_draws_them() {
        assert_eq!(drawn("安全 first", 3..6), "安全 first\n  ^^");
        assert_eq!(drawn("cafe\u{301} dŵr", 7..11), "cafe\u{301} dŵr\n     ^^^");
    }

    #[test]
    fn a_tab_is_four_spaces_wherever_it_stands() {
        assert_eq!(drawn("\tx\ty", 3..4), "    x    y\n         ^");
        assert_eq!(drawn("\tx", 0..1), "    x\n^^^^");
    }

    #[test]
    fn an_empty_span_has_one_caret_even_at_the_end_of_the_line() {
        assert_eq!(drawn("title:", 6..6), "title:\n      ^");
        assert_eq!(drawn("", 0..0), "\n^");
    }

    #[test]
    fn a_line_of_160_columns_is_whole_and_one_of_161_is_cropped_to_160() {
        let line = "x".repeat(160);
        assert_eq!(Snippet::new(&line, 80..81).text, line);
        let cropped = Snippet::new(&"x".repeat(161), 0..1);
        assert_eq!(cropped.text, format!("{}…", "x".repeat(158)));
        let both = Snippet::new(&"x".repeat(999), 500..501);
        assert_eq!(both.text, format!("…{}…", "x".repeat(158)));
        assert_eq!((both.indent, both.carets), (39, 1));
    }

    #[test]
    fn carets_end_where_a_cropped_line_does() {
        let cropped = Snippet::new(&"x".repeat(400), 0..400);
        assert_eq!((cropped.indent, cropped.carets), (0, 158));
        let last = Snippet::new(&"x".repeat(400), 399..400);
        assert_eq!(last.text, format!("…{}", "x".repeat(158)));
        assert_eq!((last.indent, last.carets), (158, 1));
    }

    #[test]
    fn what_could_deceive_is_escaped_and_marked_at_its_full_width() {
        assert_eq!(drawn("a\u{202e}b\u{1b}[2J", 1..4), "a\\u{202e}b\\u{1b}[2J\n ^^^^^^^^");
        assert_eq!(visible("one\r\ntwo\u{7}\u{feff}"), "one\\r\\ntwo\\u{7}\\u{feff}");
    }

    #[test]
    fn a_line_of_characters_without_width_is_cropped_as_well() {
        let line = "\u{301}".repeat(25 << 20);
        let cropped = Snippet::new(&line, 1 << 20..2 << 20);
        assert!(cropped.text.len() < 4_000, "{}", cropped.text.len());
    }
}
