//! HTML as a tree.

use super::html_tag::{Tag, Token, tokens};
use std::ops::Range;

/// A part of a block of HTML.
#[derive(Debug)]
pub(super) enum Node {
    /// An element with its content.
    Element(Tag, Vec<Node>),
    /// Text.
    Text(Range<usize>),
}

impl Node {
    /// The name of an element; nothing for text.
    pub fn name(&self) -> &str {
        match self {
            Node::Element(tag, _) => &tag.name,
            Node::Text(_) => "",
        }
    }

    /// What an element holds.
    pub fn children(&self) -> &[Node] {
        match self {
            Node::Element(_, children) => children,
            Node::Text(_) => &[],
        }
    }
}

/// The tree of a stretch of text. `None` if its tags do not match.
pub(super) fn build(text: &str, range: Range<usize>) -> Option<Vec<Node>> {
    let mut open: Vec<(Tag, Vec<Node>)> = Vec::new();
    let mut nodes = Vec::new();
    for token in tokens(text, range) {
        match token {
            Token::Comment(_) => {}
            Token::Text(range) => nodes.push(Node::Text(range)),
            Token::Tag(tag) if tag.closing => {
                let (opened, outer) = open.pop().filter(|(opened, _)| opened.name == tag.name)?;
                let children = std::mem::replace(&mut nodes, outer);
                nodes.push(Node::Element(opened, children));
            }
            Token::Tag(tag) if tag.empty => nodes.push(Node::Element(tag, Vec::new())),
            Token::Tag(tag) => open.push((tag, std::mem::take(&mut nodes))),
        }
    }
    open.is_empty().then_some(nodes)
}

/// The names of all elements in a tree, outermost first.
pub(super) fn names<'n>(nodes: &'n [Node], found: &mut Vec<&'n str>) {
    for node in nodes {
        if !node.name().is_empty() {
            found.push(node.name());
        }
        names(node.children(), found);
    }
}
