//! What kramdown, Jekyll's Markdown, has beyond Waymark's: attributes, extensions and abbreviations.

use super::Unmapped;
use super::draft::{Draft, Edits};
use super::region::{Regions, lines};
use std::ops::Range;

/// What a body says that is kept elsewhere.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Abbreviations with their meaning, which hold on this page only.
    pub abbreviations: Vec<(String, String)>,
    /// Whether Markdown within HTML is read as Markdown.
    pub markdown_in_html: bool,
}

/// Converts what has a counterpart and takes out the rest.
pub(super) fn convert(draft: &mut Draft, unmapped: &mut Vec<Unmapped>) -> Found {
    let regions = Regions::of(&draft.text);
    let mut edits = Edits::default();
    let mut found = Found::default();
    for line in lines(&draft.text).filter(|line| !regions.is_code(line.start) && !regions.is_html(line.start)) {
        whole_line(&draft.text, line, &mut found, &mut edits);
    }
    for (at, _) in draft.text.match_indices(":::").filter(|(at, _)| !regions.is_code(*at)) {
        edits.replace(at..at + 1, "&#58;");
    }
    if let Some(at) = draft.text.find("*[").filter(|_| !found.abbreviations.is_empty()) {
        let names: Vec<&str> = found.abbreviations.iter().map(|(name, _)| name.as_str()).collect();
        let what = format!(
            "the abbreviations of this page ({}) were kept under `extra`; put those that hold everywhere into glossary.yaml",
            names.join(", ")
        );
        unmapped.push(draft.unmapped(at, what));
    }
    for braces in braces(&draft.text).filter(|braces| !regions.is_code(braces.start)) {
        let text = &draft.text[braces.clone()];
        found.markdown_in_html |= text.starts_with("{::options") && text.contains("parse_block_html=\"true\"");
        if text.starts_with("{::") || text.starts_with("{:/") {
            extension(draft, braces, &mut edits, unmapped);
        } else {
            attributes(draft, braces, &mut edits, unmapped);
        }
    }
    draft.apply(edits);
    found
}

/// A heading without a space after its marks, or an abbreviation.
fn whole_line(text: &str, line: Range<usize>, found: &mut Found, edits: &mut Edits) {
    let content = &text[line.clone()];
    let marks = content.len() - content.trim_start_matches('#').len();
    let after_marks = content[marks..].chars().next();
    if (1..=6).contains(&marks) && after_marks.is_some_and(char::is_alphanumeric) {
        edits.insert(line.start + marks, " ");
    } else if (1..=6).contains(&marks) && after_marks == Some('\u{a0}') {
        edits.replace(line.start + marks..line.start + marks + '\u{a0}'.len_utf8(), " ");
    } else if let Some((name, meaning)) = content.strip_prefix("*[").and_then(|rest| rest.split_once("]:")) {
        found.abbreviations.push((name.to_owned(), meaning.trim().to_owned()));
        edits.delete(with_line_end(text, line));
    } else if content.trim_end() == "^" {
        edits.delete(line);
    }
}

/// The places of `{:…}`, in order.
fn braces(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find("{:")?;
        let mut quote = None;
        let end = text[start..].char_indices().find(|(_, c)| {
            match (quote, c) {
                (None, '"' | '\'') => quote = Some(*c),
                (Some(open), c) if open == *c => quote = None,
                _ => {}
            }
            *c == '\n' || (quote.is_none() && *c == '}')
        });
        at = end.map_or(text.len(), |(length, _)| start + length + 1);
        Some(start..at)
    })
    .filter(move |range| text[range.clone()].ends_with('}'))
}

/// `{::name …/}`, `{::name}` or `{:/name}`.
fn extension(draft: &Draft, range: Range<usize>, edits: &mut Edits, unmapped: &mut Vec<Unmapped>) {
    let text = &draft.text[range.clone()];
    let name = text.trim_start_matches("{::").split([' ', '/', '}']).next().unwrap_or_default();
    if name == "comment"
        && let Some(end) = draft.text[range.end..].find("{:/")
    {
        let close = range.end + end;
        let after = draft.text[close..].find('}').map_or(draft.text.len(), |length| close + length + 1);
        edits.delete(range.start..after);
        return;
    }
    if !matches!(name, "comment" | "options" | "nomarkdown" | "") && !text.starts_with("{:/") {
        unmapped.push(draft.unmapped(range.start, format!("the extension `{text}` was taken out")));
    }
    match link_around(&draft.text, &range) {
        Some((open, close)) => {
            edits.delete(open);
            edits.delete(close);
        }
        None => edits.delete(alone(&draft.text, &range).unwrap_or(range)),
    }
}

/// The marks of a link whose address is this stretch: `[` and `](…)`.
fn link_around(text: &str, address: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let middle = text[..address.start].ends_with("](").then(|| address.start - 2)?;
    let after = text[address.end..].starts_with(')').then(|| address.end + 1)?;
    let open = text[..middle].rfind('[')?;
    Some((open..open + 1, middle..after))
}

/// `{: .class #id key="value"}`, on a line of its own or after a word.
fn attributes(draft: &Draft, range: Range<usize>, edits: &mut Edits, unmapped: &mut Vec<Unmapped>) {
    let text = &draft.text;
    let inner = text[range.start + 2..range.end - 1].trim();
    let line = alone(text, &range);
    if inner == "toc" {
        let start = line.as_ref().map_or(range.start, |line| previous_line(text, line.start).start);
        edits.delete(start..line.map_or(range.end, |line| line.end));
        return;
    }
    let heading = match &line {
        Some(line) => [previous_line(text, line.start), next_line(text, line.end)]
            .into_iter()
            .find(|line| is_heading(&text[line.clone()])),
        None => Some(line_of(text, range.start))
            .filter(|line| is_heading(&text[line.clone()]) && text[range.end..line.end].trim().is_empty()),
    };
    let id = id_of(inner);
    let kept = id.zip(heading).map(|(id, heading)| {
        let end = if line.is_some() { text[..heading.end].trim_end().len() } else { range.end };
        edits.insert(end, format!(" {{#{id}}}"));
    });
    if kept.is_none() || inner.split_whitespace().count() > 1 {
        unmapped.push(draft.unmapped(range.start, format!("the attributes `{}` were taken out", &text[range.clone()])));
    }
    edits.delete(line.unwrap_or(range));
}

fn id_of(attributes: &str) -> Option<&str> {
    attributes.split_whitespace().find_map(|word| {
        word.strip_prefix('#').or_else(|| word.strip_prefix("id=").map(|id| id.trim_matches(['"', '\''])))
    })
}

fn is_heading(line: &str) -> bool {
    line.starts_with('#')
}

/// The whole line, if nothing else stands on it.
fn alone(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let line = line_of(text, range.start);
    let others = [&text[line.start..range.start], &text[range.end..line.end.max(range.end)]];
    others.iter().all(|other| other.trim().is_empty()).then(|| with_line_end(text, line))
}

fn line_of(text: &str, offset: usize) -> Range<usize> {
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |length| offset + length);
    start..end
}

fn previous_line(text: &str, start: usize) -> Range<usize> {
    line_of(text, start.saturating_sub(1))
}

fn next_line(text: &str, end: usize) -> Range<usize> {
    line_of(text, end.min(text.len()))
}

fn with_line_end(text: &str, line: Range<usize>) -> Range<usize> {
    line.start..(line.end + 1).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, SourceId};

    fn convert_text(text: &str) -> (String, usize, Found) {
        let source = Source::new(SourceId(0), "a.md".into(), text.into());
        let mut draft = Draft::new(&source, 0..text.len());
        let mut unmapped = Vec::new();
        let found = convert(&mut draft, &mut unmapped);
        (draft.text, unmapped.len(), found)
    }

    #[test]
    fn ids_of_headings_are_kept_and_other_attributes_listed() {
        assert_eq!(convert_text("## A\n{: id=\"b\"}\n\nc\n"), ("## A {#b}\n\nc\n".to_owned(), 0, Found::default()));
        assert_eq!(convert_text("{:.intro}\nA\n").0, "A\n");
        assert_eq!(convert_text("[a](b){: .button #c style=\"x: y\"} d"), ("[a](b) d".to_owned(), 1, Found::default()));
        assert_eq!(convert_text("a\n\n* TOC\n{:toc}\n\nb `{: .x}`\n").0, "a\n\n\nb `{: .x}`\n");
    }

    #[test]
    fn extensions_are_taken_out_and_their_links_undone() {
        let (text, listed, found) =
            convert_text("{::options parse_block_html=\"true\" /}\n[a]({::u path=\"p\"/}) b{::x/}\n");
        assert_eq!((text.as_str(), listed), ("a b\n", 2));
        assert!(found.markdown_in_html);
        assert_eq!(convert_text("a{::comment}b{:/comment}c").0, "ac");
    }

    #[test]
    fn headings_get_their_space_and_abbreviations_are_kept() {
        let (text, listed, found) = convert_text("##A\n\n    ##code\n\n*[B]: c\n:::\n");
        assert_eq!((text.as_str(), listed), ("## A\n\n    ##code\n\n&#58;::\n", 1));
        assert_eq!(found.abbreviations, [("B".to_owned(), "c".to_owned())]);
    }
}
