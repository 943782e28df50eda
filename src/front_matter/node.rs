//! YAML text into a tree of values that know their places.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::Rule;
use crate::source::{Source, Span, Spanned};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::ops::Range;

/// A YAML value and its place.
pub type Value = Spanned<Node>;

/// A YAML value. Scalars keep the text that was written: `1.10` and `yes` stay what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Nothing, or `~`, or `null`.
    Null,
    /// Any scalar.
    Scalar(String),
    /// A list.
    List(Vec<Value>),
    /// A mapping, in the order written; its keys are distinct.
    Map(Vec<(Spanned<String>, Value)>),
}

/// Parses a stretch of a source as YAML. Empty text is an empty mapping. Faults are reported where
/// they stand in the source; then there is no value.
pub fn parse(source: &Source, range: Range<usize>, diagnostics: &mut Diagnostics) -> Option<Value> {
    let yaml = source.text.get(range.clone())?;
    let options = serde_yaml::options! {
        with_snippet: false,
        budget: serde_yaml::budget! { max_depth: 64, max_nodes: 500_000, max_aliases: 200 },
        alias_limits: serde_yaml::alias_limits! { max_total_replayed_events: 20_000 },
    };
    match serde_yaml::from_str_with_options::<serde_yaml::Spanned<Written>>(yaml, options) {
        Ok(value) => Some(place(value, source, &range)),
        Err(_) if yaml.trim().is_empty() => {
            Some(Spanned { value: Node::Map(Vec::new()), span: source.span(range.start, range.start) })
        }
        Err(error) => {
            diagnostics.push(fault(source, &range, &error));
            None
        }
    }
}

/// What serde hands over: scalars that YAML reads as numbers or truth values lose their spelling,
/// which [`place`] gets back from the source.
enum Written {
    Null,
    Text(String),
    Typed,
    List(Vec<serde_yaml::Spanned<Written>>),
    Map(Vec<(serde_yaml::Spanned<String>, serde_yaml::Spanned<Written>)>),
}

fn place(written: serde_yaml::Spanned<Written>, source: &Source, range: &Range<usize>) -> Value {
    let span = span_of(written.referenced, source, range);
    let value = match written.value {
        Written::Null => Node::Null,
        Written::Text(text) => Node::Scalar(text),
        Written::Typed => Node::Scalar(source.slice(span_of(written.defined, source, range)).to_owned()),
        Written::List(items) => Node::List(items.into_iter().map(|item| place(item, source, range)).collect()),
        Written::Map(entries) => Node::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let span = span_of(key.referenced, source, range);
                    (Spanned { value: key.value, span }, place(value, source, range))
                })
                .collect(),
        ),
    };
    Spanned { value, span }
}

fn span_of(location: serde_yaml::Location, source: &Source, range: &Range<usize>) -> Span {
    let start = offset_of(location, source, range);
    let length = location.span().byte_len().and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
    let end = (start + length).min(range.end);
    let text = source.text.get(start..end).unwrap_or("");
    source.span(start, start + text.trim_end().len())
}

fn offset_of(location: serde_yaml::Location, source: &Source, range: &Range<usize>) -> usize {
    if let Some(offset) = location.span().byte_offset().and_then(|offset| usize::try_from(offset).ok()) {
        return (range.start + offset).min(range.end);
    }
    let yaml = &source.text[range.clone()];
    let line = usize::try_from(location.line()).unwrap_or(1).saturating_sub(1);
    let column = usize::try_from(location.column()).unwrap_or(1).saturating_sub(1);
    let before: usize = yaml.split_inclusive('\n').take(line).map(str::len).sum();
    let inside: usize = yaml[before..].chars().take(column).take_while(|c| *c != '\n').map(char::len_utf8).sum();
    range.start + before + inside
}

fn fault(source: &Source, range: &Range<usize>, error: &serde_yaml::Error) -> Diagnostic {
    let start = error.location().map_or(range.start, |location| offset_of(location, source, range));
    let end = source.text[start..range.end].chars().next().map_or(start, |c| start + c.len_utf8());
    let (message, hint) = in_plain_words(&error.to_string());
    Diagnostic::at(Rule::YamlSyntax, source.span(start, end), message).maybe_hint(hint)
}

/// The parser's message without its own position, and a cure for the faults that authors make most.
fn in_plain_words(message: &str) -> (String, Option<String>) {
    let message = message.lines().next().unwrap_or_default();
    let message = message.split(" at line ").next().unwrap_or(message);
    let (message, cure) =
        if message.contains("tabs disallowed") || message.contains("tab ") || message.ends_with("a tab") {
            ("a tab stands where YAML wants spaces".to_owned(), "indent with spaces")
        } else if let Some(key) = message.strip_prefix("duplicate mapping key: ") {
            let key = key.split(',').next().unwrap_or(key);
            (format!("the key `{key}` stands twice"), "keep one of the two")
        } else if message.contains("mapping values are not allowed") {
            (message.to_owned(), "put text that contains a colon in \"double quotes\"")
        } else if message.contains("unclosed quote") {
            ("a quotation mark is opened here and never closed".to_owned(), "close it on the same line")
        } else if message.contains("unknown anchor") || message.contains("unknown alias") {
            (message.to_owned(), "put text that begins with * or & in \"double quotes\"")
        } else if message.contains("alias") || message.contains("budget") || message.contains("anchor") {
            (
                format!("this YAML grows too large: {message}"),
                "write the values out; guidance needs no anchors (&) and aliases (*)",
            )
        } else if message.contains("unexpected character") || message.contains("expected string scalar") {
            (message.to_owned(), "put text that begins with such a character in \"double quotes\"")
        } else {
            return (message.to_owned(), None);
        };
    (message, Some(cure.to_owned()))
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Written;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_unit<E: Error>(self) -> Result<Written, E> {
        Ok(Written::Null)
    }
    fn visit_none<E: Error>(self) -> Result<Written, E> {
        Ok(Written::Null)
    }
    fn visit_bool<E: Error>(self, _: bool) -> Result<Written, E> {
        Ok(Written::Typed)
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<Written, E> {
        Ok(Written::Typed)
    }
    fn visit_u64<E: Error>(self, _: u64) -> Result<Written, E> {
        Ok(Written::Typed)
    }
    fn visit_i128<E: Error>(self, _: i128) -> Result<Written, E> {
        Ok(Written::Typed)
    }
    fn visit_u128<E: Error>(self, _: u128) -> Result<Written, E> {
        Ok(Written::Typed)
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<Written, E> {
        Ok(Written::Typed)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Written, E> {
        Ok(Written::Text(text.to_owned()))
    }
    fn visit_string<E: Error>(self, text: String) -> Result<Written, E> {
        Ok(Written::Text(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Written, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Written::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Written, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Written::Map(map))
    }
}
