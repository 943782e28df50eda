//! Blocks of HTML: as Markdown where nothing but looks is lost, else kept as HTML.

use super::Unmapped;
use super::draft::{Draft, Edits};
use super::html_markdown::blocks;
use super::html_tag::Tag;
use super::html_tree::{build, names};
use super::marked::Marked;
use super::region::Regions;
use std::ops::Range;

/// Elements that are taken out with their content, for it is not text.
const NO_TEXT: &[&str] = &["script", "style", "svg", "iframe", "object"];

/// Converts the blocks of HTML. With `markdown_in_html`, what they hold is Markdown already.
pub(super) fn convert(draft: &mut Draft, markdown_in_html: bool, unmapped: &mut Vec<Unmapped>) {
    let regions = Regions::of(&draft.text);
    let mut edits = Edits::default();
    for range in regions.html {
        let Some(tag) = Tag::at(&draft.text, range.start) else { continue };
        if NO_TEXT.contains(&tag.name.as_str()) {
            unmapped.push(
                draft.unmapped(range.start, format!("the HTML element `{}` was taken out with its content", tag.name)),
            );
            edits.delete(range);
        } else if markdown_in_html || tag.value("markdown", &draft.text).is_some_and(|value| value != "0") {
            unwrap(&draft.text, &tag, range, &mut edits);
        } else {
            block(draft, range, &mut edits, unmapped);
        }
    }
    draft.apply(edits);
}

/// Takes the tags away from around Markdown.
fn unwrap(text: &str, tag: &Tag, range: Range<usize>, edits: &mut Edits) {
    let close = text[range.clone()].rfind("</").map_or(range.end, |at| range.start + at);
    edits.replace(tag.range.clone(), "\n");
    edits.replace(close.max(tag.range.end)..range.end, "\n");
}

fn block(draft: &Draft, range: Range<usize>, edits: &mut Edits, unmapped: &mut Vec<Unmapped>) {
    let text = draft.text.as_str();
    let tree = build(text, range.clone());
    let converted = tree.as_ref().and_then(|nodes| blocks(text, nodes));
    if let Some(blocks) = converted {
        let start = text[..range.start].trim_end_matches(' ').len();
        let mut markdown = Marked::from(gap(&text[..start]).to_owned());
        markdown.append(&Marked::join(&blocks, "\n\n"));
        let end = skip_spaces(text, range.end);
        markdown.push(gap_after(&text[end..]));
        edits.replace_marked(start..end, markdown);
        return;
    }
    let mut found = Vec::new();
    names(tree.as_deref().unwrap_or_default(), &mut found);
    let name = Tag::at(text, range.start).map_or_else(String::new, |tag| tag.name);
    let refused: Vec<&str> =
        found.into_iter().filter(|name| crate::markdown::raw_html::is_never_allowed(name)).collect();
    let what = match refused.first() {
        Some(refused) => format!("the HTML block `{name}` was kept, but `{refused}` in it cannot be shown"),
        None => format!("the HTML block `{name}` has no counterpart in Markdown and was kept as HTML"),
    };
    unmapped.push(draft.unmapped(range.start, what));
    edits.insert(range.start, gap(&text[..range.start]));
    without_empty_lines(text, range.clone(), edits);
    edits.insert(range.end, gap_after(&text[range.end..]));
}

/// An empty line within a block of HTML would end it, and so would a line of Waymark's own.
fn without_empty_lines(text: &str, range: Range<usize>, edits: &mut Edits) {
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        if line.trim().is_empty() {
            edits.delete(at..at + line.len());
        } else if line.starts_with(":::") {
            edits.replace(at..at + 1, "&#58;");
        }
        at += line.len();
    }
}

/// The line breaks that are missing for an empty line after a text.
fn gap(before: &str) -> &'static str {
    match before {
        "" => "",
        _ if before.ends_with("\n\n") => "",
        _ if before.ends_with('\n') => "\n",
        _ => "\n\n",
    }
}

/// The line breaks that are missing for an empty line before a text.
fn gap_after(after: &str) -> &'static str {
    match after {
        "" | "\n" => "",
        _ if after.starts_with("\n\n") => "",
        _ if after.starts_with('\n') => "\n",
        _ => "\n\n",
    }
}

fn skip_spaces(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start_matches(' ').len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, SourceId};

    fn convert_text(text: &str) -> (String, usize) {
        let source = Source::new(SourceId(0), "a.md".into(), text.into());
        let mut draft = Draft::new(&source, 0..text.len());
        let mut unmapped = Vec::new();
        convert(&mut draft, false, &mut unmapped);
        (draft.text, unmapped.len())
    }

    #[test]
    fn simple_html_becomes_markdown() {
        let html = "<h2 class=\"x\" id=\"a\">1. A</h2>\nb\n<hr>\n<div>\n  <img src=\"c.png\">\n\n  <p>D <a href=\"/e\">f *g* </a>h</p>\n</div>\n";
        assert_eq!(convert_text(html).0, "## 1. A {#a}\n\nb\n\n---\n\n\n![](c.png)\n\nD [f \\*g\\*](/e) h\n");
        let list = "<ul>\n  <li>a<ul><li>b</li></ul></li>\n  <li><strong>c</strong><br>d</li>\n</ul>\n";
        assert_eq!(convert_text(list).0, "- a\n  - b\n- **c**\\\n  d\n");
        let notice = "<div class=\"application-notice help-notice\"><p>a</p><p>b</p></div>";
        assert_eq!(convert_text(notice).0, "> [!WARNING]\n> a\n>\n> b");
        let figure = "<figure><img src=a.png alt=\"A\"><figcaption>B</figcaption></figure>\n\n";
        assert_eq!(convert_text(figure).0, "![A](a.png \"B\")\n\n");
    }

    #[test]
    fn tables_become_tables_unless_cells_span() {
        let table = "<table><tr><th></th><th>a</th></tr><tr><td>b|c<br>d</td><td>e</td></tr></table>\n\n";
        assert_eq!(convert_text(table).0, "| | a |\n| --- | --- |\n| b\\|c<br>d | e |\n\n");
        let (kept, listed) = convert_text("<table>\n\n<tr><td colspan=\"2\">a</td></tr></table>\nb");
        assert_eq!((kept.as_str(), listed), ("<table>\n<tr><td colspan=\"2\">a</td></tr></table>\n\nb", 1));
    }

    #[test]
    fn scripts_go_and_paragraphs_are_divided() {
        assert_eq!(convert_text("<script>\nx\n\n</script>"), (String::new(), 1));
        assert_eq!(convert_text("<p>a<br><br>\nb<br>c<br></p>\n\n").0, "a\n\nb\\\nc\n\n");
    }

    #[test]
    fn places_of_links_are_kept() {
        let text = "<div>\n<p>a</p>\n<p>b <a href=\"c\">d</a></p>\n</div>\n\n";
        let source = Source::new(SourceId(0), "a.md".into(), text.into());
        let mut draft = Draft::new(&source, 0..text.len());
        convert(&mut draft, false, &mut Vec::new());
        assert_eq!(draft.text, "a\n\nb [d](c)\n\n");
        let link = draft.unmapped(draft.text.find("(c)").unwrap_or_default(), "x");
        assert_eq!((link.line, link.column), (3, 6));
    }
}
