//! Images and figures.

use super::convert::Walk;
use super::escape::{push_attribute, push_href, push_text};
use super::run::Run;
use super::{LinkKind, Placed, Written};
use crate::diagnostic::Diagnostic;
use crate::rule::Rule;
use crate::source::Span;
use pulldown_cmark::{Event, Tag, TagEnd};

/// The alternative text by which an author says that an image only decorates.
const DECORATIVE: &str = "decorative";

impl Walk<'_> {
    /// Handles an image and gives the number of the event after it.
    pub(super) fn image(&mut self, run: &mut Run, at: usize) -> usize {
        let (placed, alt, title) = self.place_image(run, at);
        let mut html = tag(&placed, &alt);
        if let Some(close) = html.rfind(" />").filter(|_| !title.is_empty()) {
            html.truncate(close);
            html.push_str(" title=\"");
            push_attribute(&mut html, &title);
            html.push_str("\" />");
        }
        run.html(html);
        run.end_of(at) + 1
    }

    /// Handles a paragraph that is one image with a caption, and gives the number of the event after it.
    pub(super) fn figure(&mut self, run: &mut Run, at: usize) -> Option<usize> {
        let Some((Event::Start(Tag::Image { title, .. }), _)) = run.events.get(at + 1) else { return None };
        let end = run.end_of(at + 1);
        if title.is_empty() || !matches!(run.events.get(end + 1), Some((Event::End(TagEnd::Paragraph), _))) {
            return None;
        }
        let (placed, alt, title) = self.place_image(run, at + 1);
        self.words.line(&title);
        let mut html = format!("<figure>\n{}\n<figcaption>", tag(&placed, &alt));
        push_text(&mut html, &title);
        html.push_str("</figcaption>\n</figure>\n");
        run.html(html);
        Some(end + 2)
    }

    fn place_image(&mut self, run: &Run, at: usize) -> (Placed, String, String) {
        let (Event::Start(Tag::Image { dest_url, title, .. }), range) = &run.events[at] else {
            return (Placed::default(), String::new(), String::new());
        };
        self.has_text = true;
        let alt = run.plain_text(at);
        if alt.is_empty() {
            self.diagnostics.push(without_alt(run.span(range)));
        }
        let written =
            Written { kind: LinkKind::Image, destination: dest_url.to_string(), span: run.narrow(range, dest_url) };
        let placed = self.host.link(written);
        let alt = if alt == DECORATIVE { String::new() } else { alt };
        self.words.push(&alt);
        (placed, alt, title.to_string())
    }
}

/// The finding about an image without alternative text.
pub(super) fn without_alt(span: Span) -> Diagnostic {
    Diagnostic::at(Rule::MissingAlt, span, "this image does not say what it shows")
        .hint("write ![what it shows](…), or ![decorative](…) if it only decorates")
}

/// The tag of an image; of one that leads nowhere, only its words.
fn tag(placed: &Placed, alt: &str) -> String {
    if placed.href.is_empty() {
        let mut words = String::new();
        push_text(&mut words, alt);
        return words;
    }
    let mut tag = String::from("<img src=\"");
    push_href(&mut tag, &placed.href);
    tag.push_str("\" alt=\"");
    push_attribute(&mut tag, alt);
    tag.push('"');
    tag.push_str(" />");
    tag
}
