//! Findings with their lines and columns, in the order in which people read them.

use super::{Diagnostic, Diagnostics, Place, Severity};
use crate::read::Sources;
use crate::source::{Position, Source, SourceId, Span};
use std::cmp::Ordering;
use std::ops::Range;

/// How many characters of a spanned text are kept.
const LONGEST_TEXT: usize = 200;

/// A finding and all that a reader needs to see it in its place.
#[derive(Clone, Debug)]
pub struct Located<'a> {
    /// The finding.
    pub diagnostic: &'a Diagnostic,
    /// Path relative to the site folder.
    pub file: &'a str,
    /// Where the spanned text begins.
    pub start: Position,
    /// One column past its end.
    pub end: Position,
    /// The source line of `start`, without line ending or byte order mark.
    pub line: Option<&'a str>,
    /// The bytes of `line` that the span covers; it ends with the line at the latest.
    pub within: Range<usize>,
    /// The spanned text, at most 200 characters of it.
    pub text: String,
}

/// The place that the search for the next one goes on from.
type Known = (SourceId, u32, Position);

/// Finds the place of every finding; sorts by file, start, rule and message; leaves out repetitions.
pub fn locate<'a>(diagnostics: &'a Diagnostics, sources: &'a Sources) -> Vec<Located<'a>> {
    let mut list: Vec<&Diagnostic> = diagnostics.list().iter().collect();
    list.sort_by_key(|diagnostic| match diagnostic.place {
        Place::Text(span) => Some(span),
        _ => None,
    });
    let mut known = None;
    let mut located: Vec<Located> = list
        .into_iter()
        .map(|diagnostic| match &diagnostic.place {
            Place::Text(span) => in_source(diagnostic, *span, sources, &mut known),
            Place::Other { file, text, range } => in_text(diagnostic, file, text, *range),
            Place::File(path) => whole_file(diagnostic, path, 0..0),
            Place::Name { file, range } => whole_file(diagnostic, file, range.0..range.1),
        })
        .collect();
    located.sort_by(order);
    located.dedup_by(|a, b| order(a, b) == Ordering::Equal);
    located
}

impl Located<'_> {
    /// The severity as it is written in every form of output.
    pub fn severity(&self) -> &'static str {
        match self.diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

fn in_source<'a>(
    diagnostic: &'a Diagnostic,
    span: Span,
    sources: &'a Sources,
    known: &mut Option<Known>,
) -> Located<'a> {
    let source = sources.get(span.source);
    let start = match *known {
        Some((id, offset, at)) if id == span.source => source.position_from((offset, at), span.start),
        _ => source.position(span.start),
    };
    *known = Some((span.source, span.start, start));
    let (line, line_start) = source.line_at(span.start);
    let (line, within) = on_line(line, line_start, span);
    Located {
        diagnostic,
        file: &source.path,
        start,
        end: source.position_from((span.start, start), span.end),
        line: Some(line),
        within,
        text: shortened(source.slice(span)),
    }
}

fn in_text<'a>(diagnostic: &'a Diagnostic, file: &'a str, text: &'a str, range: (usize, usize)) -> Located<'a> {
    let source = Source::new(SourceId(0), file.to_owned(), text.to_owned());
    let span = source.span(range.0, range.1);
    let (line, line_start) = source.line_at(span.start);
    let from = line_start as usize;
    let line = text.get(from..from + line.len()).unwrap_or("");
    let (line, within) = on_line(line, line_start, span);
    Located {
        diagnostic,
        file,
        start: source.position(span.start),
        end: source.position(span.end),
        line: Some(line),
        within,
        text: shortened(source.slice(span)),
    }
}

/// A file as a whole, or a part of its path, which then is the text.
fn whole_file<'a>(diagnostic: &'a Diagnostic, file: &'a str, named: Range<usize>) -> Located<'a> {
    let start = Position { line: 1, column: 1 };
    let (line, within, text) = (None, 0..0, shortened(file.get(named).unwrap_or("")));
    Located { diagnostic, file, start, end: start, line, within, text }
}

/// A line without its byte order mark, and which of its bytes a span covers.
fn on_line(line: &str, line_start: u32, span: Span) -> (&str, Range<usize>) {
    let shown = line.trim_start_matches('\u{feff}');
    let first = line_start as usize + line.len() - shown.len();
    let offset = |at: u32| floor(shown, (at as usize).saturating_sub(first));
    (shown, offset(span.start)..offset(span.end))
}

/// The last character border of a text at or before an offset.
fn floor(text: &str, offset: usize) -> usize {
    let end = offset.min(text.len());
    (0..=end).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

fn order(a: &Located, b: &Located) -> Ordering {
    let place = |x: &Located| (x.start, x.diagnostic.rule.name());
    let rest = |x: &Located| (x.end, x.diagnostic.severity, x.diagnostic.kind, x.line.is_some());
    a.file
        .cmp(b.file)
        .then_with(|| place(a).cmp(&place(b)))
        .then_with(|| a.diagnostic.message.cmp(&b.diagnostic.message))
        .then_with(|| rest(a).cmp(&rest(b)))
        .then_with(|| a.diagnostic.hint.cmp(&b.diagnostic.hint))
        .then_with(|| a.text.cmp(&b.text))
}

#[cfg(test)]
mod tests;
