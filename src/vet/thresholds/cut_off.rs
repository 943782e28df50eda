//! Rows that belong to no table, and tables of signs or duties that stand in no block: readers would see them as text,
//! and nothing else would know of them.

use super::subject::Around;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{Document, Kind};
use crate::markdown::rows::RowKind;
use crate::rule::Rule;
use crate::source::Span;

/// What is no text of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unread {
    No,
    FrontMatter,
    Code,
    Comment,
}

impl Unread {
    /// What is open behind a line.
    fn after(self, line: &str, number: usize) -> Unread {
        let is_fence = line.starts_with("```") || line.starts_with("~~~");
        match self {
            Unread::FrontMatter if number > 0 && line == "---" => Unread::No,
            Unread::Code if is_fence => Unread::No,
            Unread::Comment if line.contains("-->") => Unread::No,
            Unread::No if is_fence => Unread::Code,
            Unread::No if line.rfind("<!--").is_some_and(|at| !line[at..].contains("-->")) => Unread::Comment,
            same => same,
        }
    }
}

/// Columns of which two tell what a table was meant to be.
const COLUMNS: &[(RowKind, &[&str])] = &[
    (RowKind::Indicator, &["sign", "kind", "levels", "harms", "ordinary explanation"]),
    (RowKind::Response, &["duty", "action", "lead", "within", "basis"]),
    (RowKind::Override, &["then", "when", "duty"]),
];

/// Looks through the text of a framework, line by line.
pub fn check(document: &Document, around: &Around, diagnostics: &mut Diagnostics) {
    if !matches!(document.kind, Kind::Framework(_)) {
        return;
    }
    let text = &around.sources.get(document.source).text;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut blocks: Vec<&str> = Vec::new();
    let mut unread = Unread::FrontMatter;
    let (mut at, mut in_table) = (0, false);
    for (number, line) in lines.iter().enumerate() {
        let (start, trimmed) = (at, line.trim());
        at += line.len();
        let is_unread = unread != Unread::No;
        unread = unread.after(trimmed, number);
        if is_unread || unread != Unread::No {
            continue;
        }
        if let Some(name) = trimmed.strip_prefix(":::") {
            match name.split_whitespace().next() {
                Some(name) => blocks.push(name),
                None => drop(blocks.pop()),
            }
        }
        let begins = !in_table && trimmed.len() > 1 && trimmed.starts_with('|');
        in_table = (in_table || begins) && !trimmed.is_empty() && !trimmed.starts_with(":::");
        if !begins {
            continue;
        }
        let row = Span { source: document.source, start: offset(start), end: offset(start + line.trim_end().len()) };
        let fault = if lines.get(number + 1).is_some_and(|next| is_rule(next.trim())) {
            in_no_block(trimmed, &blocks)
        } else {
            Some(("this row belongs to no table".to_owned(), CUT_OFF.to_owned()))
        };
        if let Some((message, hint)) = fault {
            diagnostics.push(Diagnostic::at(Rule::ThresholdTable, row, message).hint(hint));
        }
    }
}

const CUT_OFF: &str = "a table ends at an empty line and at `:::`: join the row to the others, or, if it is the header of \
                       a table of its own, write a line of hyphens under it";

/// What is wrong with a table whose header speaks of signs or duties, if no block is open that reads it.
fn in_no_block(header: &str, blocks: &[&str]) -> Option<(String, String)> {
    if blocks.iter().any(|name| RowKind::of_block(name).is_some()) {
        return None;
    }
    let names: Vec<String> = header.split('|').map(|cell| cell.trim().to_lowercase()).collect();
    let has = |name: &str| names.iter().any(|column| column == name);
    let named = |columns: &[&str]| columns.iter().filter(|name| has(name)).count();
    let (kind, _) = COLUMNS.iter().find(|(_, columns)| has("id") && named(columns) > 1)?;
    let block = kind.block();
    Some((
        format!("this table has rows of {block}, and nothing reads them"),
        format!("write `::: {block}` above it and `:::` below it"),
    ))
}

/// The line of hyphens between a header and its rows.
fn is_rule(line: &str) -> bool {
    line.starts_with('|') && line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
