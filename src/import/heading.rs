//! Headings: the title leaves the body, levels follow on one another, and addresses of sections stay.

use super::draft::{Draft, Edits};
use crate::markdown::heading::{Ids, slug};
use crate::markdown::options;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// The headings of a page.
#[derive(Debug, Default)]
pub(super) struct Headings {
    /// The title, if the body had it.
    pub title: Option<String>,
    /// Names of sections, also those that other converters would give, with the ids they have now.
    /// The title's section is the page itself and has an empty id.
    ids: BTreeMap<String, String>,
}

/// A heading as it was found.
#[derive(Debug, Default)]
struct Heading {
    range: Range<usize>,
    level: u8,
    text: String,
    id: Option<String>,
}

impl Headings {
    /// The id that a fragment of the original names. Empty for the page itself, `None` for nothing.
    pub fn id(&self, fragment: &str) -> Option<&str> {
        if fragment.is_empty() { Some("") } else { self.ids.get(fragment).map(String::as_str) }
    }
}

/// Converts the headings of a page that has a title in its front matter or none yet.
pub(super) fn convert(draft: &mut Draft, title: Option<&str>) -> Headings {
    let found = find(&draft.text);
    let mut headings = Headings::default();
    let mut edits = Edits::default();
    let mut old = OldIds::default();
    let mut ids = Ids::reserving(&[]);
    let mut above: Vec<(u8, u8)> = Vec::new();
    let mut others: Vec<(String, String)> = Vec::new();
    for (number, heading) in found.iter().enumerate() {
        let old_id = heading.id.clone().unwrap_or_else(|| old.of(&heading.text));
        if number == 0 && is_title(&draft.text, heading, title) {
            headings.title = Some(heading.text.clone());
            headings.ids.insert(old_id, String::new());
            edits.delete(heading.range.clone());
            continue;
        }
        while above.last().is_some_and(|(level, _)| *level >= heading.level) {
            above.pop();
        }
        let level = above.last().map_or(2, |(_, level)| (level + 1).min(6));
        above.push((heading.level, level));
        let ours = ids.assign(level, &heading.text);
        let id = if ours != old_id && ids.claim(level, &old_id) { old_id.clone() } else { ours.clone() };
        others.extend([slug(&heading.text), github_id(&heading.text)].map(|other| (other, id.clone())));
        headings.ids.insert(old_id, id.clone());
        rewrite(&draft.text, heading, level, Some(id).filter(|id| *id != ours), &mut edits);
    }
    for (other, id) in others {
        headings.ids.entry(other).or_insert(id);
    }
    draft.apply(edits);
    headings
}

fn find(text: &str) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut inside = false;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                inside = true;
                let end = range.start + text[range.clone()].trim_end().len();
                found.push(Heading {
                    range: range.start..end,
                    level: number(level),
                    text: String::new(),
                    id: id.map(|id| id.to_string()),
                });
            }
            Event::End(TagEnd::Heading(_)) => inside = false,
            Event::Text(words) | Event::Code(words) if inside => {
                found.iter_mut().rev().take(1).for_each(|heading| heading.text.push_str(&words));
            }
            Event::SoftBreak | Event::HardBreak if inside => {
                found.iter_mut().rev().take(1).for_each(|heading| heading.text.push(' '));
            }
            _ => {}
        }
    }
    found.iter_mut().for_each(|heading| heading.text = heading.text.trim().to_owned());
    found.retain(|heading| !heading.text.is_empty());
    found
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}

/// Whether the first heading only says the title, or is the only title there is.
fn is_title(text: &str, heading: &Heading, title: Option<&str>) -> bool {
    let begins = text[..heading.range.start].trim().is_empty();
    match title {
        Some(title) => (begins || heading.level == 1) && slug(title) == slug(&heading.text),
        None => begins || heading.level == 1,
    }
}

fn rewrite(text: &str, heading: &Heading, level: u8, id: Option<String>, edits: &mut Edits) {
    let range = heading.range.clone();
    let written = &text[range.clone()];
    let marks = "#".repeat(usize::from(level));
    let id = id.map(|id| format!(" {{#{id}}}")).unwrap_or_default();
    let inner = if heading.id.is_some() { written.rfind('{').map_or(written, |at| &written[..at]) } else { written };
    if written.starts_with('#') {
        let old = written.len() - written.trim_start_matches('#').len();
        edits.replace(range.start..range.start + old, marks);
        let inner = inner.trim_end().trim_end_matches('#').trim_end();
        edits.replace(range.start + inner.len().max(old)..range.end, id);
    } else if let Some(line) = written.rfind('\n') {
        edits.insert(range.start, format!("{marks} "));
        written[..line]
            .match_indices('\n')
            .for_each(|(at, _)| edits.replace(range.start + at..range.start + at + 1, " "));
        edits.replace(range.start + inner[..line.min(inner.len())].trim_end().len()..range.end, id);
    }
}

/// Ids as kramdown makes them.
#[derive(Debug, Default)]
struct OldIds {
    used: BTreeMap<String, usize>,
}

impl OldIds {
    fn of(&mut self, text: &str) -> String {
        let text = text.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        let plain: String = text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-')).collect();
        let id = if plain.is_empty() { "section".to_owned() } else { plain.replace(' ', "-").to_ascii_lowercase() };
        let count = self.used.entry(id.clone()).or_default();
        *count += 1;
        if *count > 1 { format!("{id}-{}", *count - 1) } else { id }
    }
}

/// The id that GitHub's Markdown would give.
fn github_id(text: &str) -> String {
    let kept =
        text.to_lowercase().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).collect::<String>();
    kept.replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, SourceId};

    fn convert_text(text: &str, title: Option<&str>) -> (String, Headings) {
        let source = Source::new(SourceId(0), "a.md".into(), text.into());
        let mut draft = Draft::new(&source, 0..text.len());
        let headings = convert(&mut draft, title);
        (draft.text, headings)
    }

    #[test]
    fn the_title_leaves_the_body() {
        let (text, headings) = convert_text("# A *b*\n\nc\n\n## D\n", None);
        assert_eq!((text.as_str(), headings.title.as_deref()), ("\n\nc\n\n## D\n", Some("A b")));
        assert_eq!((headings.id("a-b"), headings.id("d"), headings.id("e")), (Some(""), Some("d"), None));
        assert_eq!(convert_text("# Other\n\n## D\n", Some("A")).0, "## Other\n\n### D\n");
        assert_eq!(convert_text("c\n\n## D\n", None).1.title, None);
    }

    #[test]
    fn levels_follow_on_one_another() {
        assert_eq!(
            convert_text("### A\n\n##### B\n\n##### C\n\n## D ##\n\nE\n---\n", Some("T")).0,
            "## A\n\n### B\n\n### C\n\n## D\n\n## E\n"
        );
    }

    #[test]
    fn sections_keep_their_addresses() {
        let (text, headings) =
            convert_text("## 1. What's x/y?\n\n## Same\n\n## Same\n\n## F {#f1}\n\n## G {#g}\n", Some("T"));
        assert_eq!(text, "## 1. What's x/y? {#whats-xy}\n\n## Same\n\n## Same {#same-1}\n\n## F {#f1}\n\n## G\n");
        assert_eq!(
            (headings.id("1-whats-x-y"), headings.id("f1"), headings.id("f")),
            (Some("whats-xy"), Some("f1"), Some("f1"))
        );
    }
}
