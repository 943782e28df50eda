//! HTML as a row of tags, comments and text.

use std::ops::Range;

/// Elements that never have content.
pub(super) const VOID: &[&str] = &["br", "hr", "img", "wbr", "col", "input", "link", "meta", "source", "embed"];

/// A tag and its place.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    /// Its name in lower case.
    pub name: String,
    /// Whether it closes an element.
    pub closing: bool,
    /// Whether it has no content: `<x/>`, or an element that never has any.
    pub empty: bool,
    /// Its attributes, names in lower case.
    pub attributes: Vec<Attribute>,
    /// Its place in the text.
    pub range: Range<usize>,
}

/// An attribute.
#[derive(Clone, Debug)]
pub(super) struct Attribute {
    /// Its name in lower case.
    pub name: String,
    /// Where its value stands, without quotes.
    pub value: Range<usize>,
}

/// A part of a text with HTML in it.
#[derive(Clone, Debug)]
pub(super) enum Token {
    /// A tag.
    Tag(Tag),
    /// A comment or declaration.
    Comment(Range<usize>),
    /// Anything else.
    Text(Range<usize>),
}

impl Tag {
    /// Reads the tag that begins at an offset.
    pub fn at(text: &str, start: usize) -> Option<Tag> {
        let mut at = start + 1;
        let closing = text[at..].starts_with('/');
        at += usize::from(closing);
        if !text[at..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let end = until(text, at, |c| !(c.is_ascii_alphanumeric() || c == '-'));
        if !text[end..].starts_with(|c: char| c.is_whitespace() || c == '/' || c == '>') {
            return None;
        }
        let name = text[at..end].to_ascii_lowercase();
        let mut tag =
            Tag { empty: VOID.contains(&name.as_str()), name, closing, attributes: Vec::new(), range: start..end };
        at = end;
        loop {
            at = until(text, at, |c| !c.is_whitespace());
            if text[at..].starts_with('>') {
                tag.range.end = at + 1;
                return Some(tag);
            }
            if text[at..].starts_with('/') {
                tag.empty |= text[at + 1..].starts_with('>');
                at += 1;
                continue;
            }
            at = tag.attribute(text, at)?;
        }
    }

    /// Reads an attribute and gives the offset after it.
    fn attribute(&mut self, text: &str, start: usize) -> Option<usize> {
        let end = until(text, start, |c| c.is_whitespace() || "=>/\"'<`".contains(c));
        if end == start {
            return None;
        }
        let name = text[start..end].to_ascii_lowercase();
        let equals = until(text, end, |c| !c.is_whitespace());
        if !text[equals..].starts_with('=') {
            self.attributes.push(Attribute { name, value: end..end });
            return Some(end);
        }
        let from = until(text, equals + 1, |c| !c.is_whitespace());
        let (value, after) = match text[from..].chars().next()? {
            quote @ ('"' | '\'') => {
                let length = text[from + 1..].find(quote)?;
                (from + 1..from + 1 + length, from + length + 2)
            }
            _ => {
                let to = until(text, from, |c| c.is_whitespace() || c == '>');
                (from..to, to)
            }
        };
        self.attributes.push(Attribute { name, value });
        Some(after)
    }

    /// The value of an attribute, as written.
    pub fn value<'t>(&self, name: &str, text: &'t str) -> Option<&'t str> {
        self.attributes.iter().find(|attribute| attribute.name == name).map(|attribute| &text[attribute.value.clone()])
    }
}

/// The parts of a stretch of text, in order and without gaps.
pub(super) fn tokens(text: &str, range: Range<usize>) -> Vec<Token> {
    let text = &text[..range.end];
    let mut tokens = Vec::new();
    let mut plain = range.start;
    let mut at = range.start;
    while let Some(found) = text[at..].find('<') {
        let start = at + found;
        let token = comment(text, start).map(Token::Comment).or_else(|| Tag::at(text, start).map(Token::Tag));
        let Some(token) = token else {
            at = start + 1;
            continue;
        };
        if plain < start {
            tokens.push(Token::Text(plain..start));
        }
        at = token.range().end;
        plain = at;
        tokens.push(token);
    }
    if plain < range.end {
        tokens.push(Token::Text(plain..range.end));
    }
    tokens
}

impl Token {
    /// Its place in the text.
    pub fn range(&self) -> Range<usize> {
        match self {
            Token::Tag(tag) => tag.range.clone(),
            Token::Comment(range) | Token::Text(range) => range.clone(),
        }
    }
}

fn comment(text: &str, start: usize) -> Option<Range<usize>> {
    let (open, close) =
        [("<!--", "-->"), ("<!", ">"), ("<?", "?>")].into_iter().find(|(open, _)| text[start..].starts_with(open))?;
    let inner = start + open.len();
    text[inner..].find(close).map(|length| start..inner + length + close.len())
}

fn until(text: &str, from: usize, stop: impl Fn(char) -> bool) -> usize {
    text[from..].find(stop).map_or(text.len(), |length| from + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_with_the_places_of_their_values() {
        let text = "x <IMG src='a b.png' alt=Old /> y";
        let tokens = tokens(text, 0..text.len());
        assert_eq!(tokens.len(), 3);
        let Token::Tag(tag) = &tokens[1] else { unreachable!() };
        assert_eq!((tag.name.as_str(), tag.empty), ("img", true));
        assert_eq!((tag.value("src", text), tag.value("alt", text)), (Some("a b.png"), Some("Old")));
        assert_eq!(tag.range, 2..31);
    }

    #[test]
    fn what_only_looks_like_a_tag_is_text() {
        let text = "a < b <https://c.d>, 3<4 <!-- c --> <5";
        let kinds: Vec<bool> =
            tokens(text, 0..text.len()).iter().map(|token| matches!(token, Token::Text(_))).collect();
        assert_eq!(kinds, [true, false, true]);
    }
}
