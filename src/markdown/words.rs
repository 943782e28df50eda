//! The words of a text as a reader sees them, heading by heading: what search finds. They are noted on
//! the walk that makes the HTML, so that both say the same.

use super::padding::MARK;
use super::run::alert;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::BTreeMap;

/// What stands between two stretches of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    /// Two cells of a table.
    Cell,
    /// Two blocks.
    Block,
}

/// The words of a text, growing.
#[derive(Debug)]
pub(super) struct Words {
    wanted: bool,
    /// What stands before the first heading, then one passage a heading.
    passages: Vec<String>,
    gap: Gap,
    in_heading: bool,
    /// Footnotes being written: name and text.
    open_notes: Vec<(String, String)>,
    notes: BTreeMap<String, String>,
    /// Names of footnotes where each is first mentioned, with the number of the passage.
    mentions: Vec<(String, usize)>,
}

impl Words {
    pub(super) fn new(wanted: bool) -> Words {
        Words {
            wanted,
            passages: vec![String::new()],
            gap: Gap::None,
            in_heading: false,
            open_notes: Vec::new(),
            notes: BTreeMap::new(),
            mentions: Vec::new(),
        }
    }

    /// Notes what an event shows. What directives, images and raw HTML show is noted where they are written.
    pub(super) fn see(&mut self, event: &Event) {
        if !self.wanted {
            return;
        }
        match event {
            Event::Text(text) | Event::Code(text) => self.push(text),
            Event::SoftBreak | Event::HardBreak => self.push(" "),
            Event::Start(Tag::Heading { .. }) => {
                self.passages.push(String::new());
                self.gap = Gap::None;
                self.in_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => self.in_heading = false,
            Event::Start(Tag::TableCell) => self.gap = self.gap.max_of(Gap::Cell),
            Event::Start(Tag::BlockQuote(Some(kind))) => self.line(alert(*kind).1),
            Event::Start(Tag::FootnoteDefinition(name)) => {
                self.open_notes.push((name.to_string(), String::new()));
                self.gap = Gap::None;
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((name, text)) = self.open_notes.pop() {
                    self.notes.entry(name).or_insert(text);
                }
                self.gap = Gap::Block;
            }
            Event::FootnoteReference(name) if !self.mentions.iter().any(|(known, _)| **known == **name) => {
                self.mentions.push((name.to_string(), self.passages.len() - 1));
            }
            Event::Start(tag) if is_block(&tag.to_end()) => self.block(),
            Event::End(tag) if is_block(tag) => self.block(),
            _ => {}
        }
    }

    /// Running text.
    pub(super) fn push(&mut self, text: &str) {
        if !self.wanted || self.in_heading {
            return;
        }
        let Some(into) = self.open_notes.last_mut().map(|(_, text)| text).or(self.passages.last_mut()) else { return };
        let between = self.gap != Gap::None || into.is_empty();
        let text = if between { text.trim_start() } else { text };
        if text.is_empty() {
            return;
        }
        if !into.is_empty() && self.gap != Gap::None {
            into.truncate(into.trim_end().len());
            into.push_str(match self.gap {
                Gap::Block => "\n",
                _ if into.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '”' | '’')) => "; ",
                _ => " ",
            });
        }
        self.gap = Gap::None;
        // Most texts are plain, and looking at bytes is much quicker than looking at characters.
        let plain = text.bytes().all(|byte| (b' '..0x7f).contains(&byte));
        if !plain && text.contains(is_unseen) {
            into.extend(text.chars().filter(|c| !is_unseen(*c)));
        } else {
            into.push_str(text);
        }
    }

    /// The end of a block or the beginning of one.
    pub(super) fn block(&mut self) {
        self.gap = Gap::Block;
    }

    /// A block of its own. A line break in the text separates blocks too.
    pub(super) fn line(&mut self, text: &str) {
        for line in text.split('\n') {
            self.block();
            self.push(line);
        }
        self.block();
    }

    /// What a stretch of raw HTML shows: line breaks separate blocks.
    pub(super) fn raw(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.block();
            }
            self.push(line);
        }
    }

    /// The passages; a footnote stands at the end of the one that mentions it first.
    pub(super) fn finish(mut self) -> Vec<String> {
        if !self.wanted {
            return Vec::new();
        }
        for (name, at) in std::mem::take(&mut self.mentions) {
            let note = self.notes.remove(&name).unwrap_or_default();
            let passage = &mut self.passages[at];
            if !passage.is_empty() && !note.is_empty() {
                passage.push('\n');
            }
            passage.push_str(&note);
        }
        for passage in &mut self.passages {
            passage.truncate(passage.trim_end().len());
        }
        self.passages
    }
}

impl Gap {
    /// The wider of two gaps.
    fn max_of(self, other: Gap) -> Gap {
        if self == Gap::Block { self } else { other }
    }
}

/// Control characters, and our own mark for `:::` where it did not become a block.
fn is_unseen(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || MARK.starts_with(c)
}

fn is_block(tag: &TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::TableCell
    )
}
