//! `_config.yml`: what Jekyll knows about the site as a whole.

use super::Unmapped;
use crate::diagnostic::{Diagnostics, Place};
use crate::front_matter::node::{Node, Value, parse};
use crate::source::Source;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many faults of one page are passed over before the rest is given up.
const MOST_FAULTS: usize = 40;

/// The settings that an import uses.
#[derive(Clone, Debug, Default)]
pub(super) struct Config {
    /// Every setting that is a single text, such as `title`, `url` and `baseurl`.
    pub values: BTreeMap<String, String>,
    /// Folders and files that are no part of the site.
    pub exclude: Vec<String>,
    /// Names of collections, whose folders begin with an underscore.
    pub collections: Vec<String>,
}

impl Config {
    /// Reads the settings. What is wrong with them is listed.
    pub fn read(source: &Source, unmapped: &mut Vec<Unmapped>) -> Config {
        let mut config = Config::default();
        let Some(value) = read_yaml(source, 0..source.text.len(), unmapped) else { return config };
        let Node::Map(entries) = value.value else { return config };
        for (key, value) in entries {
            match (key.value.as_str(), &value.value) {
                ("exclude", _) => config.exclude = names(&value),
                ("collections", _) => config.collections = names(&value),
                (_, Node::Scalar(text)) => {
                    config.values.insert(key.value, text.clone());
                }
                _ => {}
            }
        }
        config
    }

    /// A setting that says something.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }
}

/// A stretch of a source as YAML. What is at fault is listed and left out, entry by entry.
pub(super) fn read_yaml(source: &Source, range: Range<usize>, unmapped: &mut Vec<Unmapped>) -> Option<Value> {
    let mut left = Source::new(source.id, source.path.clone(), source.text.clone());
    for _ in 0..MOST_FAULTS {
        let mut diagnostics = Diagnostics::new();
        let value = parse(&left, range.clone(), &mut diagnostics);
        let Some(fault) = diagnostics.list().first() else { return value };
        let at = if let Place::Text(span) = fault.place { span.start as usize } else { range.start };
        let entry = entry_at(&left.text, &range, at.clamp(range.start, range.end));
        unmapped.push(Unmapped::at(
            source,
            entry.start,
            format!("this cannot be read and was left out: {}", fault.message),
        ));
        let blank =
            left.text[entry.clone()].split('\n').map(|line| " ".repeat(line.len())).collect::<Vec<_>>().join("\n");
        let text = format!("{}{blank}{}", &left.text[..entry.start], &left.text[entry.end..]);
        if text == left.text {
            return None;
        }
        left = Source::new(source.id, source.path.clone(), text);
    }
    None
}

/// The entry of the top level that a place is in, with the lines that belong to it.
fn entry_at(text: &str, range: &Range<usize>, at: usize) -> Range<usize> {
    let begins_entry = |line: &str| !line.starts_with([' ', '\t', '-', '#', '\n']) && !line.is_empty();
    let mut entry = range.start..range.end;
    for (start, line) in text[range.clone()].split_inclusive('\n').scan(range.start, |start, line| {
        let own = *start;
        *start += line.len();
        Some((own, line))
    }) {
        if begins_entry(line) && start > at {
            entry.end = start;
            break;
        }
        if begins_entry(line) {
            entry.start = start;
        }
    }
    entry
}

fn names(value: &Value) -> Vec<String> {
    let text = |value: &Value| if let Node::Scalar(text) = &value.value { Some(text.clone()) } else { None };
    match &value.value {
        Node::List(items) => items.iter().filter_map(text).collect(),
        Node::Map(entries) => entries.iter().map(|(key, _)| key.value.clone()).collect(),
        _ => text(value).into_iter().collect(),
    }
}
