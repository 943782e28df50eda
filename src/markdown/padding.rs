//! Empty lines around `:::` lines, so that Markdown reads each as a paragraph of its own.

use std::borrow::Cow;

/// What stands for `:::` in the padded text. It has as many bytes, and unlike a colon it never makes
/// the paragraph before it the term of a definition list. It is a private-use character.
pub const MARK: &str = "\u{e000}";
const COLONS: &str = ":::";

/// A text with empty lines put in, and the way back to offsets of the original.
pub struct Padded<'a> {
    /// The text to parse.
    pub text: Cow<'a, str>,
    /// Offsets of the new text before which a line break was put in, rising.
    inserted: Vec<usize>,
}

/// Puts an empty line before and after every line that begins with `:::`, save in fenced code.
pub fn pad(text: &str) -> Padded<'_> {
    if !(text.starts_with(COLONS) || text.contains("\n:::")) {
        return Padded { text: Cow::Borrowed(text), inserted: Vec::new() };
    }
    let mut out = String::with_capacity(text.len() + 64);
    let mut inserted = Vec::new();
    let mut fence: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        fence = after_line(fence, line);
        let is_block = fence.is_none() && line.starts_with(COLONS);
        if is_block {
            inserted.push(out.len());
            out.push('\n');
        }
        match line.strip_prefix(COLONS).filter(|_| is_block) {
            Some(rest) => out.extend([MARK, rest]),
            None => out.push_str(line),
        }
        if is_block && line.ends_with('\n') {
            inserted.push(out.len());
            out.push('\n');
        }
    }
    Padded { text: Cow::Owned(out), inserted }
}

impl Padded<'_> {
    /// The offset in the original of an offset in the padded text.
    pub fn original(&self, offset: usize) -> usize {
        offset - self.inserted.partition_point(|at| *at < offset)
    }
}

/// The fence that is open after a line, given the one open before it.
fn after_line<'a>(open: Option<&'a str>, line: &'a str) -> Option<&'a str> {
    let trimmed = line.trim_start_matches(' ');
    if line.len() - trimmed.len() > 3 {
        return open;
    }
    let mark = trimmed.as_bytes().first().copied().filter(|mark| matches!(mark, b'`' | b'~'));
    let Some(mark) = mark else { return open };
    let length = trimmed.bytes().take_while(|byte| *byte == mark).count();
    let run = &trimmed[..length];
    let rest = trimmed[length..].trim();
    match open {
        Some(opened)
            if opened.starts_with(run.chars().next().unwrap_or('`')) && length >= opened.len() && rest.is_empty() =>
        {
            None
        }
        Some(opened) => Some(opened),
        None if length >= 3 && !(mark == b'`' && rest.contains('`')) => Some(run),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back_to_the_original() {
        let text = "a\n::: steps\n1. b\n:::\nc\n";
        let padded = pad(text);
        assert_eq!(padded.text, "a\n\n\u{e000} steps\n\n1. b\n\n\u{e000}\n\nc\n");
        for needle in [" steps", "1. b", "c"] {
            let at = padded.text.find(needle).map(|at| padded.original(at));
            assert_eq!(at, text.find(needle));
        }
    }

    #[test]
    fn fenced_code_is_left_alone() {
        let text = "```\n:::\n```\n";
        assert_eq!(pad(text).text, text);
    }
}
