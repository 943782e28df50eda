//! Tables that kramdown reads and Waymark would not: without a head, or with lines between rows.

use super::draft::{Draft, Edits};
use super::region::{Regions, lines};
use std::ops::Range;

/// Gives every table one head and one line of hyphens below it.
pub(super) fn convert(draft: &mut Draft) {
    let regions = Regions::of(&draft.text);
    let mut edits = Edits::default();
    let mut rows: Vec<Range<usize>> = Vec::new();
    let end = draft.text.len()..draft.text.len();
    for line in lines(&draft.text).chain([end]) {
        if draft.text[line.clone()].contains('|') && !regions.is_code(line.start) && !regions.is_html(line.start) {
            rows.push(line);
        } else {
            table(&draft.text, &std::mem::take(&mut rows), &mut edits);
        }
    }
    draft.apply(edits);
}

fn table(text: &str, rows: &[Range<usize>], edits: &mut Edits) {
    let is_line = |row: &Range<usize>| is_line(&text[row.clone()]);
    let bordered = rows.iter().all(|row| text[row.clone()].trim_start().starts_with('|'));
    if rows.len() < 2 || !(bordered || is_line(&rows[1])) {
        return;
    }
    let cells: Vec<&Range<usize>> = rows.iter().filter(|row| !is_line(row)).collect();
    let Some(head) = cells.first() else { return };
    let columns = |row: &Range<usize>| count_columns(&text[row.clone()]);
    let lines = rows.len() - cells.len();
    if lines == 1 && is_line(&rows[1]) && columns(&rows[1]) == columns(head) {
        return;
    }
    let width = cells.iter().map(|row| columns(row)).max().unwrap_or(1);
    let missing = " |".repeat(width - columns(head));
    let close = if missing.is_empty() || text[..head.end].trim_end().ends_with('|') { "" } else { " |" };
    edits.insert(head.end, format!("{close}{missing}\n|{}", " --- |".repeat(width)));
    for row in rows.iter().filter(|row| is_line(row)) {
        edits.delete(row.start..(row.end + 1).min(text.len()));
    }
}

/// Whether a row is only a line between others.
fn is_line(row: &str) -> bool {
    row.contains('-') && row.chars().all(|c| matches!(c, '|' | '-' | '+' | ':' | ' ' | '\t'))
}

fn count_columns(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = if row.ends_with("\\|") { row } else { row.strip_suffix('|').unwrap_or(row) };
    1 + row.replace("\\|", "").matches('|').count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, SourceId};

    fn convert_text(text: &str) -> String {
        let source = Source::new(SourceId(0), "a.md".into(), text.into());
        let mut draft = Draft::new(&source, 0..text.len());
        convert(&mut draft);
        draft.text
    }

    #[test]
    fn a_table_gets_a_head_and_loses_its_other_lines() {
        assert_eq!(convert_text("| a | b |\n| c | d |\n"), "| a | b |\n| --- | --- |\n| c | d |\n");
        assert_eq!(convert_text("|---\n| N |\n|---\n| a | b\n|---\n"), "| N | |\n| --- | --- |\n| a | b\n");
        assert_eq!(convert_text("a | b | c\n-|-\nd | e | f\n"), "a | b | c\n| --- | --- | --- |\nd | e | f\n");
    }

    #[test]
    fn what_is_a_table_already_or_none_at_all_stays() {
        for text in ["| a | b |\n|:--|--:|\n| c | d |\n", "a | b\nc | d\n", "    | a |\n    | b |\n", "x | y\n"] {
            assert_eq!(convert_text(text), text);
        }
    }
}
