//! Where front matter begins and ends.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::Rule;
use crate::source::Source;
use std::ops::Range;

/// The two parts of a document, as byte ranges of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The YAML between the fences; `None` where a document has none.
    pub yaml: Option<Range<usize>>,
    /// The Markdown after it.
    pub body: Range<usize>,
}

/// Splits a document. A block begins with `---` on the very first line (a byte order mark may stand
/// before it) and ends with the next line that is `---` alone. A block that is never closed is
/// reported, and then there is no body.
pub fn split(source: &Source, diagnostics: &mut Diagnostics) -> Split {
    let text = source.text.as_str();
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = lines_from(text, start);
    if lines.next().is_none_or(|line| !is_fence(&text[line])) {
        return Split { yaml: None, body: start..text.len() };
    }
    let mut yaml_start = None;
    for line in lines {
        let from = *yaml_start.get_or_insert(line.start);
        if is_fence(&text[line.clone()]) {
            return Split { yaml: Some(from..line.start), body: line.end..text.len() };
        }
    }
    diagnostics.push(
        Diagnostic::at(Rule::YamlSyntax, source.span(start, start + 3), "front matter is opened here and never closed")
            .hint("end it with a line of three hyphens: ---"),
    );
    Split { yaml: None, body: text.len()..text.len() }
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

fn lines_from(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    let mut at = start;
    text[start..].split_inclusive('\n').map(move |line| {
        let range = at..at + line.len();
        at = range.end;
        range
    })
}
