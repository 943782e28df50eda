//! Which parts of a body are code or blocks of HTML, by Jekyll's rules.

use super::html_tag::{Tag, Token, tokens};
use crate::markdown::options;
use pulldown_cmark::{Event, Parser, Tag as Element};
use std::ops::Range;

/// Elements that begin a block of HTML at the left margin.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "audio",
    "blockquote",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "iframe",
    "li",
    "main",
    "nav",
    "object",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "style",
    "svg",
    "table",
    "ul",
    "video",
];

/// The stretches of a text that are not plain Markdown.
#[derive(Debug, Default)]
pub(super) struct Regions {
    /// Code spans and code blocks, fences included.
    pub code: Vec<Range<usize>>,
    /// Blocks of HTML, each from its first tag to the tag that closes it.
    pub html: Vec<Range<usize>>,
}

impl Regions {
    /// Finds them.
    pub fn of(text: &str) -> Regions {
        let html = html_blocks(text);
        let masked = masked(text, &html);
        let mut code: Vec<Range<usize>> = Parser::new_ext(&masked, options())
            .into_offset_iter()
            .filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Element::CodeBlock(_))))
            .map(|(_, range)| range)
            .collect();
        code.extend(html.iter().flat_map(|block| preformatted(text, block.clone())));
        code.sort_by_key(|range| range.start);
        Regions { code, html }
    }

    /// Whether a place is in code.
    pub fn is_code(&self, offset: usize) -> bool {
        holds(&self.code, offset)
    }

    /// Whether a place is in a block of HTML.
    pub fn is_html(&self, offset: usize) -> bool {
        holds(&self.html, offset)
    }
}

/// The text with spaces in place of HTML. Where a line goes on after it, letters stand for it, for a
/// line that begins with many spaces would be code.
fn masked(text: &str, html: &[Range<usize>]) -> String {
    let mut masked = text.as_bytes().to_vec();
    for range in html {
        let goes_on = text[range.end..].lines().next().is_some_and(|rest| !rest.trim().is_empty());
        let last = text[range.clone()].rfind('\n').map_or(range.start, |at| range.start + at);
        for at in range.clone().filter(|at| text.as_bytes()[*at] != b'\n') {
            masked[at] = if goes_on && at >= last { b'x' } else { b' ' };
        }
    }
    String::from_utf8(masked).unwrap_or_default()
}

fn holds(ranges: &[Range<usize>], offset: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= offset);
    ranges[..after].iter().rev().take(4).any(|range| range.contains(&offset))
}

/// The lines of a text, without line endings, by their places.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end_matches('\n').len()
    })
}

fn html_blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut fence: Option<&str> = None;
    for line in lines(text) {
        if blocks.last().is_some_and(|block| line.start < block.end) {
            continue;
        }
        let content = text[line.clone()].trim_start_matches(' ');
        let indent = line.len() - content.len();
        let mark = ["```", "~~~"].into_iter().find(|mark| content.starts_with(mark) && indent < 4);
        match (fence, mark) {
            (None, Some(_)) => fence = mark,
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, None) if indent < 4 && content.starts_with('<') => {
                blocks.extend(html_block(text, line.start + indent));
            }
            _ => {}
        }
    }
    blocks
}

/// The block of HTML that begins at an offset, if one does.
fn html_block(text: &str, start: usize) -> Option<Range<usize>> {
    let tag = Tag::at(text, start).filter(|tag| !tag.closing && BLOCKS.contains(&tag.name.as_str()))?;
    if tag.empty {
        return Some(tag.range);
    }
    let mut depth = 0usize;
    for token in tokens(text, start..text.len()) {
        let Token::Tag(other) = token else { continue };
        if other.name != tag.name || other.empty {
            continue;
        }
        depth = if other.closing { depth - 1 } else { depth + 1 };
        if depth == 0 {
            return Some(start..other.range.end);
        }
    }
    let end = text[start..].find("\n\n").map_or(text.len(), |length| start + length);
    Some(start..end)
}

fn preformatted(text: &str, block: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    for token in tokens(text, block) {
        match token {
            Token::Tag(tag) if tag.name == "pre" && !tag.closing => open = Some(tag.range.end),
            Token::Tag(tag) if tag.name == "pre" => found.extend(open.take().map(|start| start..tag.range.start)),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_reaches_over_empty_lines_and_is_not_mistaken_for_code() {
        let text = "a\n\n<div>\n\n      <p>{{ x }}</p>\n\n</div>\n\n    code\n\n`span` <b>x</b>\n";
        let regions = Regions::of(text);
        assert_eq!(
            regions.html.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(),
            ["<div>\n\n      <p>{{ x }}</p>\n\n</div>"]
        );
        let code: Vec<&str> = regions.code.iter().map(|range| text[range.clone()].trim()).collect();
        assert_eq!(code, ["code", "`span`"]);
        assert!(!regions.is_code(text.find("{{").unwrap_or_default()));
    }

    #[test]
    fn html_in_fenced_code_is_code() {
        let text = "```\n<div>\n```\n\n<hr>\n";
        let regions = Regions::of(text);
        assert_eq!(regions.html.len(), 1);
        assert!(regions.is_code(5));
    }
}
