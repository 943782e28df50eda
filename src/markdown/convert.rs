//! The walk over Markdown events: what is ours is replaced, everything else goes through as it is.

use super::block::Blocks;
use super::escape::{open_link, push_text};
use super::footnote::Notes;
use super::heading::Ids;
use super::padding::pad;
use super::raw_html::Cleaner;
use super::run::{Origin, Run};
use super::section::below_title;
use super::table::Table;
use super::words::Words;
use super::{Heading, Host, LinkKind, Written};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::Sources;
use crate::rule::Rule;
use crate::source::{Source, Span};
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset, html};
use std::ops::Range;

/// What is to be converted.
pub struct Input<'a> {
    /// Where included fragments are found.
    pub sources: &'a Sources,
    /// The source of the text.
    pub source: &'a Source,
    /// The part of it that is Markdown.
    pub range: Range<usize>,
    /// HTML elements that may pass, in lower case.
    pub allowed_html: &'a [String],
    /// Anchors that the page has before this text, such as the levels of a framework.
    pub reserved: &'a [String],
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Converted {
    /// The HTML; empty if the host wants none.
    pub html: String,
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Whether there was any text or image.
    pub has_text: bool,
    /// The words as a reader sees them, if the host wants them: what stands before the first heading,
    /// then one passage for each of `headings`. Line breaks separate blocks.
    pub passages: Vec<String>,
    /// Fragments that were included, as paths relative to `content/`.
    pub included: Vec<String>,
}

/// Converts a document's body.
pub fn convert(input: &Input, host: &mut dyn Host, diagnostics: &mut Diagnostics) -> Converted {
    let mut walk = Walk::new(input.sources, input.allowed_html, input.reserved, host, diagnostics);
    walk.run(&input.source.text[input.range.clone()], Origin::Offset(input.source, input.range.start));
    walk.finish()
}

/// What came of a text of front matter or a data file.
#[derive(Debug, Default)]
pub struct Inline {
    /// The HTML. A single paragraph comes without its `<p>`.
    pub html: String,
    /// The words as a reader sees them, if the host wants them.
    pub words: String,
}

/// Converts a text of front matter or a data file, whose links all point at `span`.
pub fn convert_inline(
    text: &str,
    span: Span,
    sources: &Sources,
    host: &mut dyn Host,
    diagnostics: &mut Diagnostics,
) -> Inline {
    let mut walk = Walk::new(sources, &[], &[], host, diagnostics);
    walk.run(text, Origin::Fixed(span));
    let Converted { html, passages, .. } = walk.finish();
    let inner = html.trim_end().strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
    let html = match inner {
        Some(inner) if !inner.contains("<p>") => inner.to_owned(),
        _ => html,
    };
    Inline { html, words: passages.join("\n") }
}

/// The extensions of Markdown that authors may use. Explicit, so that a new option of the parser never
/// changes what their text means.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

pub(super) struct Walk<'w> {
    pub(super) sources: &'w Sources,
    pub(super) host: &'w mut dyn Host,
    pub(super) diagnostics: &'w mut Diagnostics,
    pub(super) html: String,
    pub(super) blocks: Blocks,
    /// The fragments that are being included, the outermost first.
    pub(super) including: Vec<String>,
    /// All fragments that were included, once for each time.
    pub(super) included: Vec<String>,
    pub(super) has_text: bool,
    pub(super) words: Words,
    pub(super) headings: Vec<Heading>,
    pub(super) ids: Ids,
    pub(super) last_level: u8,
    allowed_html: &'w [String],
    notes: Notes,
    cleaner: Cleaner,
}

impl<'w> Walk<'w> {
    fn new(
        sources: &'w Sources,
        allowed_html: &'w [String],
        reserved: &[String],
        host: &'w mut dyn Host,
        diagnostics: &'w mut Diagnostics,
    ) -> Self {
        Walk {
            words: Words::new(host.wants_words()),
            sources,
            host,
            diagnostics,
            html: String::new(),
            blocks: Blocks::default(),
            including: Vec::new(),
            included: Vec::new(),
            has_text: false,
            allowed_html,
            headings: Vec::new(),
            ids: Ids::reserving(reserved),
            notes: Notes::default(),
            cleaner: Cleaner::default(),
            last_level: 1,
        }
    }

    fn finish(mut self) -> Converted {
        self.close_blocks();
        self.html.push_str(&self.cleaner.close_all());
        self.notes.write(&mut self.html);
        Converted {
            html: self.html,
            headings: self.headings,
            has_text: self.has_text,
            passages: self.words.finish(),
            included: self.included,
        }
    }

    pub(super) fn run(&mut self, text: &str, origin: Origin) {
        let padded = pad(text);
        let parser = Parser::new_ext(&padded.text, options()).into_offset_iter();
        let events: Vec<_> = TextMergeWithOffset::new(parser).collect();
        let mut run = Run {
            padded: &padded,
            origin,
            out: Vec::with_capacity(events.len()),
            events,
            quiet: 0,
            in_code: false,
            links: Vec::new(),
            quotes: Vec::new(),
            table: Table::default(),
            outer: Vec::new(),
        };
        let mut at = 0;
        while at < run.events.len() {
            at = self.step(&mut run, at);
        }
        self.flush(&mut run);
    }

    pub(super) fn flush(&mut self, run: &mut Run) {
        if self.host.wants_html() {
            html::push_html(&mut self.html, run.out.drain(..));
        } else {
            run.out.clear();
        }
    }

    /// Handles the event at `at` and gives the number of the next one.
    fn step<'t>(&mut self, run: &mut Run<'t>, at: usize) -> usize {
        let (event, range) = run.events[at].clone();
        if let Event::Text(text) = &event
            && !run.in_code
            && self.timescales(run, text, &range)
        {
            return at + 1;
        }
        self.words.see(&event);
        match event {
            Event::Start(Tag::Paragraph) => {
                if let Some(next) = self.directive(run, at, &range).or_else(|| self.figure(run, at)) {
                    return next;
                }
                run.out.push(Event::Start(Tag::Paragraph));
            }
            Event::Start(Tag::Heading { level, id, .. }) => self.heading(run, at, level, id, &range),
            Event::End(TagEnd::Heading(level)) => {
                run.quiet -= 1;
                run.out.push(Event::End(TagEnd::Heading(below_title(level))));
            }
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                self.link(run, at, link_type, &dest_url, &title, &range);
            }
            Event::End(TagEnd::Link) => {
                run.quiet -= 1;
                let (close, after) = run.links.pop().unwrap_or_default();
                self.words.push(&after);
                run.html(close);
            }
            Event::Start(Tag::Image { .. }) => return self.image(run, at),
            Event::Start(Tag::CodeBlock(kind)) => {
                run.quiet += 1;
                run.in_code = true;
                run.out.push(Event::Start(Tag::CodeBlock(kind)));
            }
            Event::End(TagEnd::CodeBlock) => {
                run.quiet -= 1;
                run.in_code = false;
                run.out.push(Event::End(TagEnd::CodeBlock));
            }
            Event::Start(Tag::BlockQuote(kind)) => run.open_quote(kind),
            Event::End(TagEnd::BlockQuote(_)) => {
                let close = run.quotes.pop().unwrap_or("</blockquote>\n");
                run.html(close);
            }
            Event::Start(Tag::Table(alignments)) => {
                run.open_table(alignments);
                self.open_rows(run, at);
            }
            Event::Start(Tag::TableRow) => {
                let tag = self.open_row(run, at);
                run.open_row(tag);
            }
            Event::Start(tag @ (Tag::TableHead | Tag::TableCell)) => match self.open_cell(run, at, &tag) {
                Some(next) => return next,
                None => run.open_in_table(&tag),
            },
            Event::End(tag @ (TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell)) => {
                self.close_in_rows(run, &tag);
                run.close_in_table(tag);
            }
            Event::Start(Tag::DefinitionListDefinition) => {
                if run.padded.text[range.clone()].starts_with(":::") {
                    self.stray_colons(run, &range);
                }
                run.out.push(Event::Start(Tag::DefinitionListDefinition));
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let before = std::mem::take(&mut run.out);
                run.outer.push((name.into_string(), before));
            }
            Event::End(TagEnd::FootnoteDefinition) => self.close_note(run),
            Event::FootnoteReference(name) => {
                let reference = self.notes.reference(&name);
                run.html(reference);
            }
            Event::Start(Tag::HtmlBlock) => {
                // The parser gives a block line by line, but a tag may stand on several lines.
                let end = run.end_of(at);
                let html: String = run.events[at + 1..end].iter().map(|(event, _)| event_text(event)).collect();
                self.raw_html(run, &html, &range);
                return end + 1;
            }
            Event::InlineHtml(html) => self.raw_html(run, &html, &range),
            Event::Text(text) => self.text(run, text, &range),
            Event::Code(code) => {
                self.has_text = true;
                run.out.push(Event::Code(code));
            }
            other => run.out.push(other),
        }
        at + 1
    }

    pub(super) fn text<'t>(&mut self, run: &mut Run<'t>, text: CowStr<'t>, range: &Range<usize>) {
        self.has_text |= !text.trim().is_empty();
        if !run.in_code {
            self.check_text(run, &text, range);
        }
        let marked = if run.quiet == 0 { self.host.text(&text) } else { None };
        run.out.push(marked.map_or(Event::Text(text), |html| Event::InlineHtml(html.into())));
    }

    fn link(
        &mut self,
        run: &mut Run,
        at: usize,
        link_type: LinkType,
        destination: &str,
        title: &str,
        range: &Range<usize>,
    ) {
        run.quiet += 1;
        let destination =
            if link_type == LinkType::Email { format!("mailto:{destination}") } else { destination.to_owned() };
        // Findings were made when the links were noted; a page that is being made needs no exact places.
        let span = if self.host.wants_html() { run.span(range) } else { run.narrow(range, &destination) };
        let placed = self.host.link(Written { kind: LinkKind::Link, destination, span });
        let is_link = !placed.href.is_empty();
        if is_link && self.host.wants_html() {
            run.html(open_link(&placed, title, ""));
        }
        let mut close = if is_link { "</a>".to_owned() } else { String::new() };
        push_text(&mut close, &placed.after);
        run.links.push((close, placed.after));
        if matches!(run.events.get(at + 1), Some((Event::End(TagEnd::Link), _))) {
            self.words.push(&placed.text);
            run.out.push(Event::Text(placed.text.into()));
        }
    }

    fn raw_html(&mut self, run: &mut Run, html: &str, range: &Range<usize>) {
        let span = run.narrow(range, html.trim());
        let host = &mut *self.host;
        let mut place = |kind, destination| {
            let placed = host.link(Written { kind, destination, span });
            if placed.href.is_empty() { "#".to_owned() } else { placed.href }
        };
        let cleaned = self.cleaner.clean(html, self.allowed_html, &mut place);
        if let Some(name) = cleaned.refused {
            let (message, hint) = if super::raw_html::is_never_allowed(&name) {
                (format!("the HTML element `{name}` never passes"), "take it out")
            } else {
                (
                    format!("the HTML element `{name}` is not allowed here"),
                    "write it in Markdown, or allow the element under `raw_html:` in site.yaml",
                )
            };
            self.diagnostics.push(Diagnostic::at(Rule::RawHtml, span, message).hint(hint));
        }
        if cleaned.without_alt {
            self.diagnostics.push(super::image::without_alt(span));
        }
        self.words.raw(&cleaned.words);
        if !cleaned.html.is_empty() {
            run.html(cleaned.html);
        }
    }

    fn close_note(&mut self, run: &mut Run) {
        let Some((name, before)) = run.outer.pop() else { return };
        let mut html = String::new();
        let events = std::mem::replace(&mut run.out, before);
        if self.host.wants_html() {
            html::push_html(&mut html, events.into_iter());
        }
        self.notes.define(name, html);
    }
}

fn event_text<'e>(event: &'e Event) -> &'e str {
    match event {
        Event::Html(text) | Event::Text(text) => text,
        _ => "",
    }
}
