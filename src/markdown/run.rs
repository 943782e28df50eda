//! One text on its walk: its events, what has been written, and the way back to places in a source.

use super::padding::Padded;
use super::table::Table;
use crate::source::{Source, Span};
use pulldown_cmark::{BlockQuoteKind, CowStr, Event};
use std::ops::Range;

/// Where offsets of a text lie.
#[derive(Clone, Copy)]
pub(super) enum Origin<'a> {
    /// In a source, from an offset on.
    Offset(&'a Source, usize),
    /// All at one place.
    Fixed(Span),
}

/// One text being walked: its events, and what is open at the present one.
pub(super) struct Run<'t> {
    pub(super) padded: &'t Padded<'t>,
    pub(super) origin: Origin<'t>,
    pub(super) events: Vec<(Event<'t>, Range<usize>)>,
    pub(super) out: Vec<Event<'t>>,
    /// How many elements are open in which no words are marked: headings, links, code.
    pub(super) quiet: u32,
    pub(super) in_code: bool,
    /// For each open link, what closes it, and the words that follow it.
    pub(super) links: Vec<(String, String)>,
    /// For each open block quote, the tag that closes it.
    pub(super) quotes: Vec<&'static str>,
    /// The table that is open.
    pub(super) table: Table,
    /// What was written before each open footnote definition.
    pub(super) outer: Vec<(String, Vec<Event<'t>>)>,
}

impl<'t> Run<'t> {
    pub(super) fn html(&mut self, html: impl Into<CowStr<'t>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    /// The span of a range of the padded text.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        match self.origin {
            Origin::Fixed(span) => span,
            Origin::Offset(source, base) => {
                let trimmed = range.start + self.padded.text[range.clone()].trim_end().len();
                source.span(base + self.padded.original(range.start), base + self.padded.original(trimmed))
            }
        }
    }

    /// The span of a word within a range, or of the whole range if the word is not written there as it is.
    pub(super) fn narrow(&self, range: &Range<usize>, word: &str) -> Span {
        match self.padded.text[range.clone()].rfind(word) {
            Some(at) if !word.is_empty() => self.span(&(range.start + at..range.start + at + word.len())),
            _ => self.span(range),
        }
    }

    /// Whether a backslash keeps this mark from meaning anything.
    pub(super) fn is_escaped(&self, range: &Range<usize>, mark: char) -> bool {
        let written = &self.padded.text[range.clone()];
        written.match_indices('\\').any(|(at, _)| written[at + 1..].starts_with(mark))
    }

    /// The number of the event that closes the element opened at `at`.
    pub(super) fn end_of(&self, at: usize) -> usize {
        let mut depth = 0usize;
        for (number, (event, _)) in self.events.iter().enumerate().skip(at) {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return number;
            }
        }
        self.events.len().saturating_sub(1)
    }

    /// The text inside the element opened at `at`, without markup.
    pub(super) fn plain_text(&self, at: usize) -> String {
        let mut text = String::new();
        for (event, _) in &self.events[at..self.end_of(at)] {
            match event {
                Event::Text(words) | Event::Code(words) => text.push_str(words),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        text.trim().to_owned()
    }

    pub(super) fn open_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let Some(kind) = kind else {
            self.html("<blockquote>\n");
            self.quotes.push("</blockquote>\n");
            return;
        };
        let (class, title) = alert(kind);
        self.html(format!("<div class=\"alert alert-{class}\" role=\"note\">\n<p class=\"alert-title\">{title}</p>\n"));
        self.quotes.push("</div>\n");
    }
}

/// The class and the title of an alert.
pub(super) fn alert(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("note", "Note"),
        BlockQuoteKind::Tip => ("tip", "Tip"),
        BlockQuoteKind::Important => ("important", "Important"),
        BlockQuoteKind::Warning => ("warning", "Warning"),
        BlockQuoteKind::Caution => ("caution", "Caution"),
    }
}
