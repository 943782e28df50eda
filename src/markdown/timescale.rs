//! `{{timescale ID}}` in running text: a limit in words, from the one place that defines it.

use super::convert::Walk;
use super::escape::{open_link, push_text};
use super::run::Run;
use super::{LinkKind, Placed, Written};
use crate::diagnostic::Diagnostic;
use crate::rule::Rule;
use pulldown_cmark::CowStr;
use std::ops::Range;

const OPEN: &str = "{{";
const CLOSE: &str = "}}";
const NAME: &str = "timescale";

/// Whether the words between braces are those of this directive.
pub(super) fn is_timescale(words: &str) -> bool {
    argument(words).is_some()
}

/// The id that the words between braces name.
fn argument(words: &str) -> Option<&str> {
    let (name, rest) = words.trim().split_at_checked(NAME.len())?;
    (name.eq_ignore_ascii_case(NAME) && (rest.is_empty() || rest.starts_with(char::is_whitespace))).then(|| rest.trim())
}

/// The first directive of a text: the range of all of it, and the id that it names.
fn first(text: &str) -> Option<(Range<usize>, &str)> {
    text.match_indices(OPEN).find_map(|(start, _)| {
        let inner = start + OPEN.len();
        let length = text[inner..].find(CLOSE)?;
        let id = argument(&text[inner..inner + length])?;
        Some((start..inner + length + CLOSE.len(), id))
    })
}

/// Where a directive begins and does not end: `by {{timescale a`.
fn unclosed(text: &str) -> Option<Range<usize>> {
    let start = text.rfind(OPEN).filter(|&start| !text[start..].contains(CLOSE))?;
    let end = start + OPEN.len();
    let inner = text[end..].trim_start();
    let word = inner.split(|c: char| !c.is_ascii_alphabetic()).next()?;
    let from = text.len() - inner.len();
    word.eq_ignore_ascii_case(NAME).then_some(start..from + word.len())
}

impl Walk<'_> {
    /// Writes a text that holds directives. Gives `false`, and writes nothing, if it holds none.
    pub(super) fn timescales(&mut self, run: &mut Run, text: &CowStr, range: &Range<usize>) -> bool {
        if !text.contains('{') {
            return false;
        }
        if let Some(open) = unclosed(text) {
            self.unclosed(run, &text[open], range);
        }
        if first(text).is_none() {
            return false;
        }
        let mut rest: &str = text;
        let mut plain = String::new();
        // Where the source has been read up to; what is escaped there is no directive here.
        let mut read = range.start;
        while let Some((place, id)) = first(rest) {
            let written = &rest[place.clone()];
            plain.push_str(&rest[..place.start]);
            match find_unescaped(run, read, range.end, written) {
                Some(at) => {
                    read = at + written.len();
                    self.plain(run, std::mem::take(&mut plain), range);
                    self.timescale(run, id, &(at..read));
                }
                None => plain.push_str(written),
            }
            rest = &rest[place.end..];
        }
        plain.push_str(rest);
        self.plain(run, plain, range);
        true
    }

    /// Writes running text that is not written so in the source.
    pub(super) fn plain(&mut self, run: &mut Run, text: String, range: &Range<usize>) {
        if !text.is_empty() {
            self.words.push(&text);
            self.text(run, text.into(), range);
        }
    }

    /// A directive without its end would stand on the page as it is written.
    fn unclosed(&mut self, run: &Run, written: &str, range: &Range<usize>) {
        // What is not closed is the last of its line.
        let source = &run.padded.text[range.clone()];
        let last = source.rfind(written).map_or(range.start, |at| range.start + at);
        if let Some(at) = find_unescaped(run, last, range.end, written) {
            let message = "this {{timescale …}} is not closed on its line";
            let finding = Diagnostic::at(Rule::DirectiveSyntax, run.span(&(at..at + written.len())), message);
            self.diagnostics.push(finding.hint("end it with }}; to show it as it is, write it as `code` or \\{{"));
        }
    }

    fn timescale(&mut self, run: &mut Run, id: &str, range: &Range<usize>) {
        self.has_text = true;
        if id.is_empty() {
            let finding = Diagnostic::at(Rule::DirectiveSyntax, run.span(range), "this names no timescale");
            self.diagnostics.push(finding.hint("add the id of an entry of timescales.yaml: {{timescale assessment}}"));
            return;
        }
        let span = run.narrow(range, id);
        if run.quiet > 0 {
            self.diagnostics.push(
                Diagnostic::at(
                    Rule::DirectiveSyntax,
                    span,
                    "a timescale is a link, and stands here within another link or a heading",
                )
                .hint("put it into the text beside it"),
            );
            return;
        }
        let destination = format!("{NAME}:{id}");
        let placed = self.host.link(Written { kind: LinkKind::Timescale, destination, span });
        self.place(run, &placed, "timescale");
    }

    /// Writes a link that has its text from what it leads to.
    pub(super) fn place(&mut self, run: &mut Run, placed: &Placed, class: &str) {
        self.words.push(&placed.text);
        self.words.push(&placed.after);
        let mut html = String::new();
        let is_link = !placed.href.is_empty();
        if is_link {
            html.push_str(&open_link(placed, &placed.title, class));
        }
        push_text(&mut html, &placed.text);
        html.push_str(if is_link { "</a>" } else { "" });
        push_text(&mut html, &placed.after);
        run.html(html);
    }
}

/// Where a directive stands in the source, unless a backslash keeps it from meaning anything.
fn find_unescaped(run: &Run, from: usize, to: usize, written: &str) -> Option<usize> {
    let source = &run.padded.text;
    let at = from + source.get(from..to)?.find(written)?;
    let slashes = source[..at].bytes().rev().take_while(|byte| *byte == b'\\').count();
    (slashes % 2 == 0).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_directive_of_a_text_is_found() {
        assert_eq!(first("by {{timescale a-b}}, or"), Some((3..20, "a-b")));
        assert_eq!(first("{{ contact x }} {{ timescale  a }}"), Some((16..34, "a")));
        assert_eq!(first("{{timescales a}}"), None);
        assert_eq!(first("{{timescale}}"), Some((0..13, "")));
        assert_eq!(first("{{timescale a"), None);
        assert_eq!(first("{{Timescale a}}"), Some((0..15, "a")));
        assert_eq!(unclosed("by {{ timescale a"), Some(3..15));
        assert_eq!(unclosed("by {{timescale a}} and {{ other"), None);
    }
}
