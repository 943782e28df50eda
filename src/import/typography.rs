//! Dashes, which kramdown sets and Waymark shows as written, and empty lines.

use super::draft::{Draft, Edits};
use super::region::{Regions, lines};
use crate::markdown::options;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Writes `--` and `---` in running text as the dashes that they stand for.
pub(super) fn convert(draft: &mut Draft) {
    let mut edits = Edits::default();
    let mut in_code = false;
    for (event, range) in Parser::new_ext(&draft.text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => {
                for (at, hyphens) in runs(&draft.text[range.clone()]) {
                    let dash = if hyphens == 2 { "–" } else { "—" };
                    edits.replace(range.start + at..range.start + at + hyphens, dash);
                }
            }
            _ => {}
        }
    }
    draft.apply(edits);
}

/// Leaves one empty line where there are several, save in code.
pub(super) fn tidy(draft: &mut Draft) {
    let regions = Regions::of(&draft.text);
    let mut edits = Edits::default();
    let mut empty = 0;
    for line in lines(&draft.text) {
        empty = if draft.text[line.clone()].trim().is_empty() { empty + 1 } else { 0 };
        if empty > 1 && !regions.is_code(line.start) {
            edits.delete(line.start..(line.end + 1).min(draft.text.len()));
        }
    }
    draft.apply(edits);
}

/// Runs of two or three hyphens.
fn runs(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find("--")?;
        let length = text[start..].len() - text[start..].trim_start_matches('-').len();
        at = start + length;
        Some((start, length))
    })
    .filter(|(_, length)| *length < 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, SourceId};

    #[test]
    fn one_empty_line_is_left_of_several() {
        let text = "a\n\n \n\nb\n\n```\nc\n\n\nd\n```\n";
        let source = Source::new(SourceId(0), "a.md".into(), text.into());
        let mut draft = Draft::new(&source, 0..text.len());
        tidy(&mut draft);
        assert_eq!(draft.text, "a\n\nb\n\n```\nc\n\n\nd\n```\n");
    }

    #[test]
    fn dashes_are_written_out_but_not_in_code() {
        let text = "a -- b --- c ---- `d --e` [f--g](h--i)\n\n    -- j\n";
        let source = Source::new(SourceId(0), "a.md".into(), text.into());
        let mut draft = Draft::new(&source, 0..text.len());
        convert(&mut draft);
        assert_eq!(draft.text, "a – b — c ---- `d --e` [f–g](h--i)\n\n    -- j\n");
    }
}
