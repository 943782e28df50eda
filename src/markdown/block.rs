//! `:::` blocks and `{{…}}` directives.

use super::attributes::{Words, read};
use super::convert::Walk;
use super::escape::{open_link, push_text};
use super::padding::MARK;
use super::rows::{RowBlock, RowKind};
use super::run::{Origin, Run};
use super::timescale::is_timescale;
use super::{LinkKind, Written};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::front_matter::fence::split;
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::suggest::did_you_mean;
use std::ops::Range;

const BLOCKS: &[&str] =
    &["must", "should", "may", "steps", "details", "card", "danger", "indicators", "responses", "overrides"];
const DIRECTIVES: &[&str] = &["include", "contact", "timescale"];
/// More would be a mistake: fragments that include each other many times over.
const DEEPEST_INCLUDE: usize = 8;
const MOST_INCLUDES: usize = 500;

/// The `:::` blocks that are open.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    open: Vec<Open>,
}

/// An open block: its place, the HTML that closes it, and whether the rows of its tables mean something.
#[derive(Debug)]
struct Open {
    span: Span,
    close: &'static str,
    rows: Option<RowBlock>,
}

impl Blocks {
    /// The innermost open block whose rows mean something.
    pub(super) fn of_rows(&mut self) -> Option<&mut RowBlock> {
        self.open.iter_mut().rev().find_map(|open| open.rows.as_mut())
    }
}

impl Walk<'_> {
    /// Handles the paragraph at `at` if it is a `:::` line or a `{{…}}` directive, and gives the
    /// number of the event after it.
    pub(super) fn directive(&mut self, run: &mut Run, at: usize, range: &Range<usize>) -> Option<usize> {
        let text = run.padded.text[range.clone()].trim_end();
        let range = range.start..range.start + text.len();
        if let Some(words) = text.strip_prefix(MARK) {
            let words = words.to_owned();
            self.block(run, &words, &(range.start + MARK.len()..range.end));
        } else if let Some(words) = text.strip_prefix("{{").and_then(|text| text.strip_suffix("}}"))
            && !words.contains("{{")
            && !is_timescale(words)
            && run.outer.is_empty()
        {
            let words = words.trim().to_owned();
            self.flush(run);
            self.braces(run, &words, &range);
        } else {
            return None;
        }
        Some(run.end_of(at) + 1)
    }

    fn block(&mut self, run: &mut Run, text: &str, range: &Range<usize>) {
        let words = read(text);
        let span = run.narrow(range, words.name);
        if let Some(unread) = &words.unread {
            let place = run.span(&(range.start + unread.start..range.start + unread.end));
            self.fault(
                place,
                "this is neither a quoted text nor key=\"value\"",
                Some("such as agency=\"Police\"".to_owned()),
            );
        }
        self.check_keys(run, &words, range);
        match words.name {
            "" => match self.blocks.open.pop() {
                Some(open) => {
                    self.without_table(&open);
                    run.html(open.close);
                }
                None => self.fault(
                    run.span(&(range.start - MARK.len()..range.end)),
                    "this closes a block, and none is open",
                    None,
                ),
            },
            "must" | "should" | "may" => self.duty(run, &words, range, span),
            "steps" => self.open(run, span, "<div class=\"steps\">\n".to_owned(), "</div>\n"),
            "details" => {
                let title = self.title(&words, span);
                self.open(
                    run,
                    span,
                    format!("<details>\n<summary>{title}</summary>\n<div class=\"details-body\">\n"),
                    "</div>\n</details>\n",
                );
            }
            "card" => {
                let title = self.title(&words, span);
                self.open(
                    run,
                    span,
                    format!("<div class=\"card\">\n<p class=\"card-title\">{title}</p>\n"),
                    "</div>\n",
                );
            }
            "danger" => {
                let title = self.title(&words, span);
                let html =
                    format!("<div class=\"alert alert-danger\" role=\"note\">\n<p class=\"alert-title\">{title}</p>\n");
                self.open(run, span, html, "</div>\n");
            }
            "indicators" | "responses" | "overrides" => self.rows(run, &words, range, span),
            unknown => {
                let hint = did_you_mean(unknown, BLOCKS.iter().copied());
                self.fault(
                    span,
                    &format!("there is no block `{unknown}`"),
                    hint.or_else(|| Some(format!("one of: {}", BLOCKS.join(", ")))),
                );
                self.blocks.open.push(Open { span, close: "", rows: None });
            }
        }
    }

    /// Reports attributes that a block does not have.
    fn check_keys(&mut self, run: &Run, words: &Words, range: &Range<usize>) {
        let known: &[&str] = match words.name {
            "must" | "should" | "may" => &["agency", "source"],
            "details" | "card" | "danger" => &["title"],
            name if name == "steps" || name.is_empty() => &[],
            _ => return,
        };
        for pair in words.pairs.iter().filter(|pair| !known.contains(&pair.key)) {
            let place = run.span(&(range.start + pair.range.start..range.start + pair.range.end));
            let hint = did_you_mean(pair.key, known.iter().copied());
            self.fault(place, &format!("`{}` has no `{}`", words.name, pair.key), hint);
        }
    }

    fn open(&mut self, run: &mut Run, span: Span, html: String, close: &'static str) {
        run.html(html);
        self.blocks.open.push(Open { span, close, rows: None });
    }

    /// Opens a block whose rows mean something. Its attributes are read where the rows are.
    fn rows(&mut self, run: &mut Run, words: &Words, range: &Range<usize>, span: Span) {
        let Some(kind) = RowKind::of_block(words.name) else { return };
        let place = |range: &Range<usize>, from: usize| run.span(&(from + range.start..from + range.end));
        let defaults = words.pairs.iter().map(|pair| {
            let key = Spanned { value: pair.key.to_owned(), span: place(&pair.key_range(), range.start) };
            (key, Spanned { value: pair.value.to_owned(), span: place(&pair.range, range.start) })
        });
        let rows = Some(RowBlock { kind, defaults: defaults.collect(), tables: 0 });
        run.html(format!("<div class=\"rows rows-{}\">\n", kind.block()));
        self.blocks.open.push(Open { span, close: "</div>\n", rows });
    }

    /// Reports a block whose rows mean something and that has none.
    fn without_table(&mut self, open: &Open) {
        if let Some(RowBlock { kind, tables: 0, .. }) = &open.rows {
            let message = format!("this block of {} has no table", kind.block());
            self.diagnostics.push(
                Diagnostic::at(Rule::ThresholdTable, open.span, message)
                    .hint("write a table with a header inside it, with an empty line before"),
            );
        }
    }

    fn title(&mut self, words: &Words, span: Span) -> String {
        let mut title = String::new();
        match words.get("title") {
            Some(pair) if !pair.value.trim().is_empty() => {
                self.words.line(pair.value);
                push_text(&mut title, pair.value);
            }
            _ => self.fault(
                span,
                &format!("`{}` needs a title", words.name),
                Some(format!("::: {} \"Its title\"", words.name)),
            ),
        }
        title
    }

    fn duty(&mut self, run: &mut Run, words: &Words, range: &Range<usize>, span: Span) {
        let (class, verb) = match words.name {
            "must" => ("must", "Must"),
            "should" => ("should", "Should"),
            _ => ("may", "May"),
        };
        let mut html = format!(
            "<div class=\"duty duty-{class}\">\n<p class=\"duty-who\"><strong class=\"duty-verb\">{verb}</strong> "
        );
        self.words.block();
        self.words.push(verb);
        match words.get("agency") {
            Some(pair) if !pair.value.trim().is_empty() => {
                self.words.push(&format!(" {}", pair.value));
                html.push_str("<span class=\"duty-agency\">");
                push_text(&mut html, pair.value);
                html.push_str("</span>");
            }
            _ => {
                self.fault(span, "a duty names the agency that has it", Some(format!("::: {class} agency=\"Police\"")));
            }
        }
        match words.get("source") {
            Some(pair) if !pair.value.trim().is_empty() => {
                let place = run.span(&(range.start + pair.range.start..range.start + pair.range.end));
                let destination = pair.value.to_owned();
                let placed = self.host.link(Written { kind: LinkKind::DutySource, destination, span: place });
                if !placed.href.is_empty() {
                    html.push(' ');
                    html.push_str(&open_link(&placed, "", "duty-source"));
                    push_text(&mut html, &placed.text);
                    html.push_str("</a>");
                    self.words.push(&format!(", {}", placed.text));
                }
            }
            _ if class == "must" => self.diagnostics.push(
                Diagnostic::at(Rule::MissingSource, span, "a must names the law or guidance that it comes from")
                    .hint("add source=\"law:children-act-1989#s47\", or write should"),
            ),
            Some(_) => self.fault(span, "the source is empty", Some("name it, or leave source out".to_owned())),
            None => {}
        }
        html.push_str("</p>\n");
        self.open(run, span, html, "</div>\n");
    }

    /// Closes what the author left open, and says so.
    pub(super) fn close_blocks(&mut self) {
        while let Some(Open { span, close, .. }) = self.blocks.open.pop() {
            self.fault(span, "this block is never closed", Some("end it with a line of three colons: :::".to_owned()));
            self.html.push_str(close);
        }
    }

    fn braces(&mut self, run: &mut Run, text: &str, range: &Range<usize>) {
        let (name, argument) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let argument = argument.trim();
        let known = DIRECTIVES.contains(&name);
        let span = run.narrow(range, if known && !argument.is_empty() { argument } else { name });
        match name {
            "include" => self.include(argument, span),
            "contact" => {
                let destination = format!("contact:{argument}");
                let placed = self.host.link(Written { kind: LinkKind::Contact, destination, span });
                self.has_text = true;
                self.html.push_str(&placed.text);
                self.words.line(&placed.words);
            }
            _ => {
                let hint = did_you_mean(name, DIRECTIVES.iter().copied());
                self.fault(
                    span,
                    &format!("there is no directive `{name}`"),
                    hint.or_else(|| Some(format!("one of: {}", DIRECTIVES.join(", ")))),
                );
            }
        }
    }

    fn include(&mut self, path: &str, span: Span) {
        let sources = self.sources;
        let Some(fragment) = sources.at_path(&format!("content/{path}")).filter(|_| path.starts_with("fragments/"))
        else {
            let fragments = sources
                .iter()
                .filter_map(|source| source.path.strip_prefix("content/"))
                .filter(|path| path.starts_with("fragments/"));
            let hint = did_you_mean(path, fragments);
            self.diagnostics.push(
                Diagnostic::at(Rule::BrokenLink, span, format!("there is no fragment `{path}`"))
                    .hint(hint.unwrap_or_else(|| "fragments stand in content/fragments/".to_owned())),
            );
            return;
        };
        if self.including.iter().any(|above| above == path) {
            self.fault(span, "this fragment includes itself", None);
            return;
        }
        if self.including.len() >= DEEPEST_INCLUDE || self.included.len() >= MOST_INCLUDES {
            self.fault(span, "this page includes too many fragments, or fragments within fragments too deep", None);
            return;
        }
        self.including.push(path.to_owned());
        self.included.push(path.to_owned());
        // A fragment needs no front matter; what some editors put there is no part of the text.
        let body = split(fragment, &mut Diagnostics::new()).body;
        self.run(&fragment.text[body.clone()], Origin::Offset(fragment, body.start));
        self.including.pop();
    }

    fn fault(&mut self, span: Span, message: &str, hint: Option<String>) {
        self.diagnostics.push(Diagnostic::at(Rule::DirectiveSyntax, span, message).maybe_hint(hint));
    }
}
