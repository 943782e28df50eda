//! Marks that were meant to do something and would only be shown.

use super::convert::Walk;
use super::run::Run;
use crate::diagnostic::Diagnostic;
use crate::rule::Rule;
use std::ops::Range;

impl Walk<'_> {
    /// Reports what was meant to be a directive, a block or a note and is only text.
    pub(super) fn check_text(&mut self, run: &Run, text: &str, range: &Range<usize>) {
        // Nearly no text has these marks, and one byte is found faster than two.
        if text.contains('{')
            && let Some(at) = text.find("{{")
            && text[at..].contains("}}")
            && !run.is_escaped(range, '{')
        {
            self.diagnostics.push(
                Diagnostic::at(Rule::DirectiveSyntax, run.span(range), "a {{…}} directive stands within other text")
                    .hint("put it on a line of its own, with an empty line before and after; to show it, write it as `code` or \\{{"),
            );
        }
        if text.starts_with(":::") {
            self.stray_colons(run, range);
        }
        if text.contains('[')
            && let Some(at) = text.find("[^")
            && let Some(length) = text[at..].find(']')
            && length > 2
            && !run.is_escaped(range, '[')
        {
            let note = &text[at..=at + length];
            self.diagnostics.push(
                Diagnostic::at(Rule::BrokenAnchor, run.narrow(range, note), format!("there is no note for {note}"))
                    .hint(format!("write it on a line of its own: {note}: …")),
            );
        }
    }

    pub(super) fn stray_colons(&mut self, run: &Run, range: &Range<usize>) {
        self.diagnostics.push(
            Diagnostic::at(Rule::DirectiveSyntax, run.narrow(range, ":::"), "a ::: line stands within other text")
                .hint("begin it at the left margin, outside lists and quotations"),
        );
    }
}
