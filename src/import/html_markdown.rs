//! Blocks of HTML as Markdown, where nothing but looks is lost.

use super::html_inline::{Inline, inline};
use super::html_tag::Tag;
use super::html_tree::Node;
use super::marked::Marked;

/// Elements that only hold others.
const CONTAINERS: &[&str] = &[
    "address",
    "article",
    "aside",
    "center",
    "div",
    "figcaption",
    "figure",
    "footer",
    "header",
    "main",
    "nav",
    "p",
    "section",
];
const BLOCKS: &[&str] = &["blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "pre", "table", "ul"];

/// The Markdown for some elements, one text a block. `None` if anything among them has no counterpart.
pub(super) fn blocks(text: &str, nodes: &[Node]) -> Option<Vec<Marked>> {
    let mut blocks = Vec::new();
    let mut line: Vec<&Node> = Vec::new();
    for node in nodes {
        if CONTAINERS.contains(&node.name()) || BLOCKS.contains(&node.name()) {
            paragraphs(text, &std::mem::take(&mut line), &mut blocks)?;
            block(text, node, &mut blocks)?;
        } else {
            line.push(node);
        }
    }
    paragraphs(text, &line, &mut blocks)?;
    Some(blocks)
}

/// Running text. Two line breaks in a row divide it into paragraphs.
fn paragraphs(text: &str, nodes: &[&Node], blocks: &mut Vec<Marked>) -> Option<()> {
    let is_gap = |node: &&Node| matches!(node, Node::Text(range) if text[range.clone()].trim().is_empty());
    let lines: Vec<&[&Node]> = nodes.split(|node| node.name() == "br").collect();
    for part in lines.split(|line| line.iter().all(is_gap)) {
        let mut paragraph = Marked::default();
        for (number, line) in part.iter().enumerate() {
            if number > 0 {
                paragraph.push("\\\n");
            }
            paragraph.append(&inline(text, line, Inline::Paragraph)?.trimmed());
        }
        if !paragraph.text.trim().is_empty() {
            blocks.push(escape_start(&paragraph.trimmed()));
        }
    }
    Some(())
}

fn block(text: &str, node: &Node, out: &mut Vec<Marked>) -> Option<()> {
    let Node::Element(tag, children) = node else { return None };
    match tag.name.as_str() {
        "hr" => out.push(Marked::from("---".to_owned())),
        "figure" if figure(text, children, out).is_some() => {}
        "blockquote" => out.push(Marked::join(&blocks(text, children)?, "\n\n").indented("> ", "> ")),
        "pre" => out.push(code(text, children)?),
        "dl" => definitions(text, children, out)?,
        "table" => out.push(super::html_table::table(text, children)?),
        "ul" | "ol" => out.push(list(text, tag, children)?),
        name if name.len() == 2 && name.starts_with('h') => out.push(heading(text, tag, children)?),
        _ => {
            let inner = blocks(text, children)?;
            match alert(tag, text) {
                Some(kind) if !inner.is_empty() => {
                    out.push(Marked::join(&inner, "\n\n").indented(&format!("> [!{kind}]\n> "), "> "));
                }
                _ => out.extend(inner),
            }
        }
    }
    Some(())
}

/// The alert that a govspeak notice stands for.
fn alert(tag: &Tag, text: &str) -> Option<&'static str> {
    let class = tag.value("class", text)?;
    let has = |name: &str| class.split_whitespace().any(|word| word == name);
    match (has("help-notice"), has("info-notice")) {
        (true, _) => Some("WARNING"),
        (_, true) => Some("NOTE"),
        _ => None,
    }
}

fn heading(text: &str, tag: &Tag, children: &[Node]) -> Option<Marked> {
    let mut heading = Marked::default();
    heading.mark(tag.range.start);
    let level = tag.name[1..].parse().unwrap_or(2);
    heading.push(&"#".repeat(level));
    heading.push(" ");
    heading.append(&inline(text, &children.iter().collect::<Vec<_>>(), Inline::Heading)?.trimmed());
    if let Some(id) = tag.value("id", text).filter(|id| !id.is_empty() && !id.contains(char::is_whitespace)) {
        heading.push(&format!(" {{#{id}}}"));
    }
    Some(heading)
}

fn list(text: &str, tag: &Tag, children: &[Node]) -> Option<Marked> {
    let first: usize = tag.value("start", text).and_then(|start| start.parse().ok()).unwrap_or(1);
    let mut items = Vec::new();
    let mut is_loose = false;
    for (number, item) in (first..).zip(elements(text, children)?) {
        if item.name() != "li" {
            return None;
        }
        let blocks = blocks(text, item.children())?;
        let marker = if tag.name == "ol" { format!("{number}. ") } else { "- ".to_owned() };
        is_loose |= blocks.iter().skip(1).any(|block| !block.text.starts_with("- ") && !block.text.starts_with("1. "));
        let between = if is_loose { "\n\n" } else { "\n" };
        items.push(Marked::join(&blocks, between).indented(&marker, &" ".repeat(marker.len())));
    }
    items.retain(|item| !item.text.is_empty());
    Some(Marked::join(&items, if is_loose { "\n\n" } else { "\n" }))
}

fn definitions(text: &str, children: &[Node], out: &mut Vec<Marked>) -> Option<()> {
    let mut entry = Marked::default();
    for child in elements(text, children)? {
        let inner = Marked::join(&blocks(text, child.children())?, "\n\n");
        match child.name() {
            "dt" if entry.text.is_empty() => entry.append(&inner),
            "dt" => {
                out.push(std::mem::take(&mut entry));
                entry.append(&inner);
            }
            "dd" => entry.append(&inner.indented("\n: ", "  ")),
            _ => return None,
        }
    }
    out.extend(Some(entry).filter(|entry| !entry.text.is_empty()));
    Some(())
}

/// A figure that is one image with a caption.
fn figure(text: &str, children: &[Node], out: &mut Vec<Marked>) -> Option<()> {
    let parts = elements(text, children)?;
    let [image, caption] = parts.as_slice() else { return None };
    if image.name() != "img" || caption.name() != "figcaption" {
        return None;
    }
    let caption = inline(text, &caption.children().iter().collect::<Vec<_>>(), Inline::Heading)?.trimmed().text;
    let mut figure = inline(text, &[image], Inline::Paragraph)?.trimmed();
    if caption.contains(['[', '"', '\\']) || figure.text.pop() != Some(')') {
        return None;
    }
    figure.push(&format!(" \"{caption}\")"));
    out.push(figure);
    Some(())
}

fn code(text: &str, children: &[Node]) -> Option<Marked> {
    let inner = match children {
        [Node::Element(tag, inner)] if tag.name == "code" => inner.as_slice(),
        other => other,
    };
    let plain: Option<String> =
        inner.iter().map(|node| if let Node::Text(range) = node { Some(&text[range.clone()]) } else { None }).collect();
    let plain = plain?.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    if plain.contains("```") {
        return None;
    }
    Some(Marked::from(format!("```\n{}\n```", plain.trim_matches('\n'))))
}

/// The elements among some nodes. `None` if there is text beside them.
pub(super) fn elements<'n>(text: &str, nodes: &'n [Node]) -> Option<Vec<&'n Node>> {
    let is_gap = |node: &Node| matches!(node, Node::Text(range) if text[range.clone()].trim().is_empty());
    let elements: Vec<&Node> = nodes.iter().filter(|node| !is_gap(node)).collect();
    elements.iter().all(|node| !node.name().is_empty()).then_some(elements)
}

/// Keeps the first character of a paragraph from being read as the mark of a list, quote or heading.
fn escape_start(paragraph: &Marked) -> Marked {
    let text = &paragraph.text;
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if text.starts_with(['#', '-', '+', '>', '|', '=', '~']) || text.starts_with(":::") {
        paragraph.indented("\\", "")
    } else if digits > 0 && text[digits..].starts_with(". ") {
        let mut escaped = Marked::from(format!("{}\\", &text[..digits]));
        let rest = Marked {
            text: text[digits..].to_owned(),
            marks: paragraph.marks.iter().map(|(at, origin)| (at.saturating_sub(digits), *origin)).collect(),
        };
        escaped.append(&rest);
        escaped
    } else {
        paragraph.clone()
    }
}
