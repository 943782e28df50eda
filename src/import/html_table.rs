//! Tables of HTML as tables of Markdown.

use super::html_inline::{Inline, inline};
use super::html_markdown::elements;
use super::html_tree::Node;
use super::marked::Marked;

/// The Markdown for a table whose cells are one column and one row wide. `None` for any other.
pub(super) fn table(text: &str, children: &[Node]) -> Option<Marked> {
    let mut rows = Vec::new();
    for part in elements(text, children)? {
        match part.name() {
            "thead" | "tbody" => rows.extend(elements(text, part.children())?),
            "tr" => rows.push(part),
            _ => return None,
        }
    }
    let mut lines = Vec::new();
    let mut columns = 0;
    for row in rows {
        if row.name() != "tr" {
            return None;
        }
        let cells = elements(text, row.children())?;
        columns = columns.max(cells.len());
        lines.push((line(text, &cells)?, cells.len()));
        if lines.len() == 1 {
            lines.push((Marked::from(format!("|{}", " --- |".repeat(columns))), columns));
        }
    }
    let is_even = columns > 0 && lines.iter().all(|(_, cells)| *cells == columns);
    is_even.then(|| Marked::join(lines.iter().map(|(line, _)| line), "\n"))
}

fn line(text: &str, cells: &[&Node]) -> Option<Marked> {
    let mut line = Marked::from("|".to_owned());
    for cell in cells {
        let Node::Element(tag, children) = cell else { return None };
        let spans = ["colspan", "rowspan"].iter().any(|name| tag.value(name, text).is_some_and(|value| value != "1"));
        if spans || !matches!(tag.name.as_str(), "td" | "th") {
            return None;
        }
        let content = inline(text, &children.iter().collect::<Vec<_>>(), Inline::Cell)?.trimmed();
        line.push(" ");
        line.append(&content);
        line.push(if content.text.is_empty() { "|" } else { " |" });
    }
    Some(line)
}
