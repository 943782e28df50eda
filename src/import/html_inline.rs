//! HTML within a paragraph as Markdown.

use super::html_tree::Node;
use super::marked::Marked;

/// Where running text stands, which decides what a line break becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inline {
    /// In a paragraph.
    Paragraph,
    /// In a heading or caption, which has one line.
    Heading,
    /// In a cell of a table.
    Cell,
}

/// The Markdown for running text. `None` if anything in it has no counterpart.
pub(super) fn inline(text: &str, nodes: &[&Node], place: Inline) -> Option<Marked> {
    let mut out = Marked::default();
    for node in nodes {
        let Node::Element(tag, children) = node else {
            if let Node::Text(range) = node {
                push_text(&mut out, &text[range.clone()], place);
            }
            continue;
        };
        let inner = || inline(text, &children.iter().collect::<Vec<_>>(), place);
        match tag.name.as_str() {
            "a" => match tag.value("href", text) {
                Some(href) => {
                    let inner = inner()?;
                    out.mark(tag.range.start);
                    wrap(&mut out, &inner, "[", &format!("]({})", destination(href)));
                }
                None => out.append(&inner()?),
            },
            "b" | "strong" => wrap(&mut out, &inner()?, "**", "**"),
            "i" | "em" | "cite" | "dfn" => wrap(&mut out, &inner()?, "*", "*"),
            "del" | "s" => wrap(&mut out, &inner()?, "~~", "~~"),
            "br" => out.push(match place {
                Inline::Paragraph => "\\\n",
                Inline::Heading => " ",
                Inline::Cell => "<br>",
            }),
            "img" => {
                out.mark(tag.range.start);
                out.push(&image(tag.value("alt", text), tag.value("src", text)?));
            }
            "code" | "kbd" | "samp" => out.push(&code_span(text, children)?),
            "span" | "small" | "abbr" | "u" | "time" | "font" | "mark" | "wbr" => out.append(&inner()?),
            _ => return None,
        }
    }
    Some(out)
}

/// Puts marks around a text, and white space at its ends outside them.
fn wrap(out: &mut Marked, inner: &Marked, open: &str, close: &str) {
    if inner.text.trim().is_empty() {
        out.push(" ");
        return;
    }
    if inner.text.starts_with(' ') {
        out.push(" ");
    }
    out.push(open);
    out.append(&inner.clone().trimmed());
    out.push(close);
    if inner.text.ends_with(' ') {
        out.push(" ");
    }
}

/// An image. One that the page describes with nothing only decorates.
pub(super) fn image(alt: Option<&str>, src: &str) -> String {
    let alt = match alt.map(str::trim) {
        Some("") => "decorative".to_owned(),
        Some(alt) => alt.replace(['[', ']'], ""),
        None => String::new(),
    };
    format!("![{alt}]({})", destination(src))
}

/// An address as Markdown writes it.
pub(super) fn destination(address: &str) -> String {
    let address = address.trim().replace("&amp;", "&");
    if address.contains([' ', '(', ')', '<', '>']) { format!("<{}>", address.replace(['<', '>'], "")) } else { address }
}

fn code_span(text: &str, children: &[Node]) -> Option<String> {
    let [Node::Text(range)] = children else { return None };
    let code = text[range.clone()].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    (!code.contains(['`', '\n'])).then(|| format!("`{code}`"))
}

fn push_text(out: &mut Marked, text: &str, place: Inline) {
    let mut after_space = out.text.is_empty() || out.text.ends_with([' ', '\n']);
    for c in text.chars() {
        if c.is_ascii_whitespace() {
            if !after_space {
                out.push(" ");
            }
            after_space = true;
            continue;
        }
        after_space = false;
        if "*_`[]<\\".contains(c) || (c == '|' && place == Inline::Cell) {
            out.push("\\");
        }
        out.push(c.encode_utf8(&mut [0; 4]));
    }
}
