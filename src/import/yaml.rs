//! Writing YAML: every text in double quotes, so that nothing can be misread.

use crate::front_matter::node::{Node, Value};
use std::fmt::Write;

/// A value to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Yaml {
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Yaml>),
    /// A mapping.
    Map(Vec<(String, Yaml)>),
}

impl Yaml {
    /// A list of texts.
    pub fn texts(texts: impl IntoIterator<Item = impl Into<String>>) -> Yaml {
        Yaml::List(texts.into_iter().map(|text| Yaml::Text(text.into())).collect())
    }

    /// A value that was read. What is empty is left out.
    pub fn of(value: &Value) -> Option<Yaml> {
        match &value.value {
            Node::Null => None,
            Node::Scalar(text) => Some(Yaml::Text(text.clone())),
            Node::List(items) => Some(Yaml::List(items.iter().filter_map(Yaml::of).collect())),
            Node::Map(entries) => Some(Yaml::Map(
                entries.iter().filter_map(|(key, value)| Some((key.value.clone(), Yaml::of(value)?))).collect(),
            )),
        }
        .filter(|yaml| {
            !matches!(yaml, Yaml::List(items) if items.is_empty())
                && !matches!(yaml, Yaml::Map(entries) if entries.is_empty())
        })
    }
}

/// Appends `key: value` with its line end. The key must be a plain word.
pub(super) fn push_field(out: &mut String, key: &str, value: &Yaml) {
    push_entry(out, key, value, 0);
}

/// A text in double quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn push_entry(out: &mut String, key: &str, value: &Yaml, indent: usize) {
    let is_plain = !key.is_empty()
        && key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let is_word_of_yaml = matches!(
        key.to_ascii_lowercase().as_str(),
        "y" | "n" | "yes" | "no" | "on" | "off" | "true" | "false" | "null"
    );
    let key = if is_plain && !is_word_of_yaml { key.to_owned() } else { quoted(key) };
    push_value(out, &format!("{}{key}:", " ".repeat(indent)), value, indent);
}

fn push_value(out: &mut String, before: &str, value: &Yaml, indent: usize) {
    out.push_str(before);
    match value {
        Yaml::Text(text) => {
            out.push(' ');
            out.push_str(&quoted(text));
            out.push('\n');
        }
        Yaml::List(items) => {
            out.push_str(if items.is_empty() { " []\n" } else { "\n" });
            items.iter().for_each(|item| push_item(out, item, indent + 2));
        }
        Yaml::Map(entries) => {
            out.push_str(if entries.is_empty() { " {}\n" } else { "\n" });
            entries.iter().for_each(|(key, value)| push_entry(out, key, value, indent + 2));
        }
    }
}

fn push_item(out: &mut String, item: &Yaml, indent: usize) {
    let Yaml::Map(entries) = item else {
        push_value(out, &format!("{}-", " ".repeat(indent)), item, indent);
        return;
    };
    let start = out.len();
    entries.iter().for_each(|(key, value)| push_entry(out, key, value, indent + 2));
    if entries.is_empty() {
        out.push_str(&format!("{}- {{}}\n", " ".repeat(indent)));
    } else {
        out.replace_range(start + indent..start + indent + 1, "-");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::front_matter::node::parse;
    use crate::source::{Source, SourceId};

    #[test]
    fn what_is_written_is_read_back_the_same() {
        let text = |text: &str| Yaml::Text(text.to_owned());
        let entry =
            Yaml::Map(vec![("title".into(), text("a: \"b\" \\ c")), ("on".into(), text("l1\nl2\t\u{85}\u{feff}#"))]);
        let nested = Yaml::Map(vec![
            ("k-1".into(), Yaml::List(vec![entry.clone(), text("- x"), Yaml::texts(["1.10", "no", ""])])),
            ("yes".into(), entry),
        ]);
        let mut out = String::new();
        push_field(&mut out, "extra", &nested);
        let source = Source::new(SourceId(0), "a.yaml".into(), out);
        let mut diagnostics = Diagnostics::new();
        let value = parse(&source, 0..source.text.len(), &mut diagnostics);
        assert_eq!(diagnostics.list(), []);
        assert_eq!(
            value.and_then(|value| Yaml::of(&value)),
            Some(Yaml::Map(vec![("extra".into(), nested)])),
            "{}",
            source.text
        );
    }
}
