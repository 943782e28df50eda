//! Headings on the walk: their level among the others, and their id.

use super::Heading;
use super::convert::Walk;
use super::run::Run;
use crate::diagnostic::Diagnostic;
use crate::rule::Rule;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag};
use std::ops::Range;

impl Walk<'_> {
    pub(super) fn heading<'t>(
        &mut self,
        run: &mut Run<'t>,
        at: usize,
        level: HeadingLevel,
        id: Option<CowStr<'t>>,
        range: &Range<usize>,
    ) {
        run.quiet += 1;
        let span = run.span(range);
        let shown = below_title(level);
        let number = shown as u8;
        if level == HeadingLevel::H1 {
            self.diagnostics.push(
                Diagnostic::at(
                    Rule::HeadingLevel,
                    span,
                    "a first-level heading stands in the text; the page's title is the only one",
                )
                .hint("begin with ## and keep the title in the front matter"),
            );
        } else if number > self.last_level + 1 {
            self.diagnostics.push(
                Diagnostic::at(
                    Rule::HeadingLevel,
                    span,
                    format!("this heading skips from level {} to level {number}", self.last_level),
                )
                .hint(format!("write {} instead", "#".repeat(usize::from(self.last_level) + 1))),
            );
        }
        self.last_level = number;
        let text = run.plain_text(at);
        let id = match id {
            Some(id) => {
                if !self.ids.claim(number, &id) {
                    let message =
                        format!("the id `{id}` stands twice on this page, or is kept for its frame and notes");
                    self.diagnostics.push(Diagnostic::at(Rule::DuplicateAnchor, span, message));
                }
                id.into_string()
            }
            None => self.ids.assign(number, &text),
        };
        self.headings.push(Heading { level: number, id: id.clone(), text, span });
        run.out.push(Event::Start(Tag::Heading {
            level: shown,
            id: Some(id.into()),
            classes: Vec::new(),
            attrs: Vec::new(),
        }));
    }
}

/// The level at which a heading is shown: the page's title is the only one of the first.
pub(super) fn below_title(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level }
}
