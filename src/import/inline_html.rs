//! HTML within Markdown: links, emphasis, images and line breaks.

use super::draft::{Draft, Edits};
use super::html_inline::{destination, image};
use super::html_tag::{Tag, Token, tokens};
use super::region::Regions;
use std::ops::Range;

/// Converts what Markdown can write. What else there is stays.
pub(super) fn convert(draft: &mut Draft) {
    let regions = Regions::of(&draft.text);
    let text = draft.text.as_str();
    let mut edits = Edits::default();
    let mut open: Vec<Tag> = Vec::new();
    for token in tokens(text, 0..text.len()) {
        let start = token.range().start;
        if regions.is_code(start) || regions.is_html(start) {
            continue;
        }
        match token {
            Token::Text(_) => {}
            Token::Comment(range) => edits.delete(range),
            Token::Tag(tag) if tag.closing => {
                if let Some(at) = open.iter().rposition(|opened| opened.name == tag.name) {
                    let opened = open.swap_remove(at);
                    open.truncate(at);
                    pair(text, &opened, &tag, &mut edits);
                }
            }
            Token::Tag(tag) if tag.name == "br" => line_break(text, tag.range, &mut edits),
            Token::Tag(tag) if tag.name == "img" => {
                if let Some(src) = tag.value("src", text) {
                    edits.replace(tag.range.clone(), image(tag.value("alt", text), src));
                }
            }
            Token::Tag(tag) if !tag.empty => open.push(tag),
            Token::Tag(_) => {}
        }
    }
    draft.apply(edits);
}

/// An element within one paragraph.
fn pair(text: &str, open: &Tag, close: &Tag, edits: &mut Edits) {
    let inner = &text[open.range.end..close.range.start];
    if inner.contains("\n\n") {
        return;
    }
    let mut write = |before: &str, after: &str| {
        edits.replace(open.range.clone(), before);
        edits.replace(close.range.clone(), after);
    };
    match open.name.as_str() {
        "a" => match open.value("href", text) {
            Some(href) => write("[", &format!("]({})", destination(href))),
            None => write("", ""),
        },
        "b" | "strong" if stands_free(text, open, close) => write("**", "**"),
        "i" | "em" if stands_free(text, open, close) => write("*", "*"),
        "span" | "font" | "small" | "u" | "center" => write("", ""),
        _ => {}
    }
}

/// Whether Markdown would read marks in place of these tags as emphasis.
fn stands_free(text: &str, open: &Tag, close: &Tag) -> bool {
    let inner = &text[open.range.end..close.range.start];
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '*');
    let clean = !inner.is_empty() && inner.trim() == inner && !inner.starts_with('*') && !inner.ends_with('*');
    clean && !joins(text[..open.range.start].chars().next_back()) && !joins(text[close.range.end..].chars().next())
}

fn line_break(text: &str, tag: Range<usize>, edits: &mut Edits) {
    let line_start = text[..tag.start].rfind('\n').map_or(0, |at| at + 1);
    let line = &text[line_start..];
    let line = &line[..line.find('\n').unwrap_or(line.len())];
    let prefix = &line[..line.len() - line.trim_start_matches(['>', ' ']).len()];
    let end = tag.end + (text[tag.end..].len() - text[tag.end..].trim_start_matches(' ').len());
    let after = text[end..].strip_prefix('\n');
    let next = after.map(|rest| rest.trim_start_matches(['>', ' ']));
    let is_last = text[end..].trim().is_empty() || next.is_some_and(|next| next.starts_with('\n'));
    let before = text[..tag.start].trim_end();
    let doubled = ["<br>", "<br/>", "<br />"].iter().any(|tag| before.ends_with(tag));
    if line.starts_with('#') || line.trim_start().starts_with('|') {
        return;
    }
    let start = text[..tag.start].trim_end_matches(' ').len();
    match after {
        _ if is_last => edits.delete(start..end),
        _ if doubled && prefix.trim() == ">" => edits.replace(start..end, format!("{}\n{prefix}", prefix.trim_end())),
        Some(_) => edits.replace(start..end, "\\"),
        None => edits.replace(
            start..end,
            if text[end..].starts_with("<br") && prefix.trim() == ">" {
                "\n".to_owned()
            } else {
                format!("\\\n{prefix}")
            },
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, SourceId};

    fn convert_text(text: &str) -> String {
        let source = Source::new(SourceId(0), "a.md".into(), text.into());
        let mut draft = Draft::new(&source, 0..text.len());
        convert(&mut draft);
        draft.text
    }

    #[test]
    fn links_emphasis_and_images_become_markdown() {
        assert_eq!(
            convert_text("a <a class=\"x\" href=\"/b?c&amp;d\">e</a> <b>f</b>, <i>g</i>."),
            "a [e](/b?c&d) **f**, *g*."
        );
        assert_eq!(convert_text("a<b>b</b>c <em> d </em> <a name=\"x\"></a>`<b>`"), "a<b>b</b>c <em> d </em> `<b>`");
        assert_eq!(convert_text("<img src=\"a b.png\" alt=\"\"> <!-- c\n\nd -->"), "![decorative](<a b.png>) ");
        assert_eq!(convert_text("<https://a.b> <sub>2</sub>"), "<https://a.b> <sub>2</sub>");
    }

    #[test]
    fn line_breaks_keep_within_their_block() {
        assert_eq!(convert_text("a<br />\nb<br>\n\nc\n<br>\n"), "a\\\nb\n\nc\n\n");
        assert_eq!(convert_text("- a<br> b"), "- a\\\nb");
        assert_eq!(convert_text("> [!NOTE]\n> **E**<br/><br/>f"), "> [!NOTE]\n> **E**\n>\n> f");
        assert_eq!(convert_text("| a<br>b |"), "| a<br>b |");
    }
}
