//! Govspeak, the dialect of GOV.UK: callouts, examples, contacts and steps.

use super::draft::{Draft, Edits};
use super::region::{Regions, lines};
use std::ops::Range;

/// Marks around a callout, and the alert it becomes.
const CALLOUTS: &[(&str, &str)] = &[("^", "NOTE"), ("%", "WARNING"), ("@", "IMPORTANT")];
/// Names of blocks between two `$…` lines, and their titles in English and Welsh.
const PANELS: &[(&str, &str, &str)] = &[
    ("$E", "Example", "Enghraifft"),
    ("$C", "Contact", "Cyswllt"),
    ("$A", "Address", "Cyfeiriad"),
    ("$D", "Download", "Lawrlwytho"),
    ("$P", "Place", "Lle"),
    ("$I", "Information", "Gwybodaeth"),
    ("$CTA", "What to do", "Beth i’w wneud"),
];

/// Converts what has a counterpart. Everything else in the text stays as it is.
pub(super) fn convert(draft: &mut Draft, welsh: bool) {
    let regions = Regions::of(&draft.text);
    let text = draft.text.as_str();
    let lines: Vec<Range<usize>> = lines(text).collect();
    let mut edits = Edits::default();
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        let plain = !regions.is_code(line.start) && !regions.is_html(line.start);
        let used = if plain { block(text, &lines[at..], welsh, &mut edits) } else { 0 };
        at += used.max(1);
    }
    external_links(text, &regions, &mut edits);
    draft.apply(edits);
}

/// Converts the block that the first of these lines begins, and gives the number of its lines.
fn block(text: &str, lines: &[Range<usize>], welsh: bool, edits: &mut Edits) -> usize {
    let used = callout(text, lines, edits);
    if used > 0 {
        return used;
    }
    let used = panel(text, lines, welsh, edits);
    if used > 0 { used } else { steps(text, lines, edits) }
}

/// `^…^` on one or more lines of a paragraph.
fn callout(text: &str, lines: &[Range<usize>], edits: &mut Edits) -> usize {
    let first = &text[lines[0].clone()];
    let Some((mark, alert)) = CALLOUTS.iter().find(|(mark, _)| first.starts_with(mark)) else { return 0 };
    let closes = |number: usize, line: &Range<usize>| {
        let content = text[line.clone()].trim_end();
        content.ends_with(mark) && (number > 0 || content.len() > 2)
    };
    let paragraph = lines.iter().take_while(|line| !text[(*line).clone()].trim().is_empty());
    let Some(last) = paragraph.enumerate().position(|(number, line)| closes(number, line)) else { return 0 };
    let start = lines[0].start + mark.len();
    let start = start + (text[start..].len() - text[start..].trim_start_matches(' ').len());
    edits.replace(lines[0].start..start, format!("{}> [!{alert}]\n> ", gap_before(text, lines[0].start)));
    for line in &lines[1..=last] {
        edits.insert(line.start, "> ");
    }
    let end = lines[last].start + text[lines[last].clone()].trim_end().len();
    edits.replace(end - mark.len()..lines[last].end, gap_after(text, lines[last].end));
    last + 1
}

/// Lines between two lines `$E`.
fn panel(text: &str, lines: &[Range<usize>], welsh: bool, edits: &mut Edits) -> usize {
    let mark = text[lines[0].clone()].trim_end();
    let Some((_, english, in_welsh)) = PANELS.iter().find(|(name, ..)| *name == mark) else { return 0 };
    let Some(close) = lines[1..].iter().position(|line| text[line.clone()].trim_end() == mark).map(|at| at + 1) else {
        return 0;
    };
    let default = if welsh { in_welsh } else { english };
    let title = match lines[1..close].first() {
        Some(line) => panel_title(text, line, edits),
        None => None,
    };
    let title = title.unwrap_or(default).replace('"', "’");
    edits.replace(lines[0].clone(), format!("{}::: card \"{title}\"", gap_before(text, lines[0].start)));
    if mark == "$A" {
        let inner =
            lines[1..close].windows(2).filter(|pair| !pair.iter().any(|line| text[line.clone()].trim().is_empty()));
        inner.for_each(|pair| edits.insert(pair[0].end, "\\"));
    }
    edits.replace(lines[close].clone(), format!(":::{}", gap_after(text, lines[close].end)));
    close + 1
}

/// The bold text that begins a panel is its title, and then not repeated.
fn panel_title<'t>(text: &'t str, line: &Range<usize>, edits: &mut Edits) -> Option<&'t str> {
    let content = &text[line.clone()];
    let (title, rest) = content.strip_prefix("**")?.split_once("**")?;
    let title = title.trim().trim_end_matches(':').trim_end();
    if title.is_empty() || title.chars().count() > 80 || title.contains(['[', '`', '<']) {
        return None;
    }
    let rest =
        ["<br />", "<br/>", "<br>", "\\"].iter().find_map(|end| rest.trim_start().strip_prefix(end)).unwrap_or(rest);
    let rest = rest.trim_start().trim_start_matches(':').trim_start();
    let end = if rest.is_empty() { (line.end + 1).min(text.len()) } else { line.end - rest.len() };
    edits.delete(line.start..end);
    Some(title)
}

/// Lines `s1. …`, `s2. …`.
fn steps(text: &str, lines: &[Range<usize>], edits: &mut Edits) -> usize {
    let marks: Vec<usize> = lines.iter().map_while(|line| step_mark(&text[line.clone()])).collect();
    let Some(last) = marks.len().checked_sub(1) else { return 0 };
    for (number, (line, mark)) in lines.iter().zip(&marks).enumerate() {
        let open = if number == 0 { format!("{}::: steps\n\n", gap_before(text, line.start)) } else { String::new() };
        edits.replace(line.start..line.start + mark, format!("{open}{}. ", number + 1));
    }
    edits.insert(lines[last].end, format!("\n\n:::{}", gap_after(text, lines[last].end)));
    marks.len()
}

/// The length of `s1. ` at the start of a line.
fn step_mark(line: &str) -> Option<usize> {
    let rest = line.strip_prefix('s')?;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = rest.get(digits..)?.strip_prefix(". ")?;
    (digits > 0).then(|| line.len() - after.trim_start().len())
}

/// `x[text](address)x`: a link that leads away, which Waymark marks by itself.
fn external_links(text: &str, regions: &Regions, edits: &mut Edits) {
    for (at, _) in text.match_indices("x[").filter(|(at, _)| !regions.is_code(*at)) {
        let starts_word = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let line = &text[at..at + text[at..].find('\n').unwrap_or(text.len() - at)];
        if let Some(end) = line.find(")x").filter(|_| starts_word && line.contains("](")) {
            edits.delete(at..at + 1);
            edits.delete(at + end + 1..at + end + 2);
        }
    }
}

/// The line break that is missing for an empty line before an offset.
fn gap_before(text: &str, start: usize) -> &'static str {
    if start == 0 || text[..start].ends_with("\n\n") { "" } else { "\n" }
}

/// The line break that is missing for an empty line after an offset.
fn gap_after(text: &str, end: usize) -> &'static str {
    if text[end..].len() <= 1 || text[end..].starts_with("\n\n") { "" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, SourceId};

    fn convert_text(text: &str) -> String {
        let source = Source::new(SourceId(0), "a.md".into(), text.into());
        let mut draft = Draft::new(&source, 0..text.len());
        convert(&mut draft, false);
        draft.text
    }

    #[test]
    fn callouts_become_alerts() {
        assert_eq!(convert_text("^A [b](c).^\n"), "> [!NOTE]\n> A [b](c).\n");
        assert_eq!(convert_text("a\n% b\nc %\nd\n"), "a\n\n> [!WARNING]\n> b\n> c \n\nd\n");
        assert_eq!(convert_text("%not closed\n\n50%\n"), "%not closed\n\n50%\n");
        assert_eq!(convert_text("    ^code^\n"), "    ^code^\n");
    }

    #[test]
    fn examples_and_contacts_become_cards() {
        assert_eq!(convert_text("a\n$E\n**Example:**\nb\n$E\nc\n"), "a\n\n::: card \"Example\"\nb\n:::\n\nc\n");
        assert_eq!(convert_text("$C\n**The \"A\"**<br />\nb\n$C\n"), "::: card \"The ’A’\"\nb\n:::\n");
        assert_eq!(convert_text("$E\n**Example** b\n$E"), "::: card \"Example\"\nb\n:::");
        assert_eq!(convert_text("$A\nb\nc\n$A\n"), "::: card \"Address\"\nb\\\nc\n:::\n");
        assert_eq!(convert_text("$E\nnever closed\n"), "$E\nnever closed\n");
    }

    #[test]
    fn steps_become_a_step_list() {
        assert_eq!(convert_text("s1. a\ns2. b\n\nc\n"), "::: steps\n\n1. a\n2. b\n\n:::\n\nc\n");
        assert_eq!(convert_text("see x[a](b)x, max[1](2)\n"), "see [a](b), max[1](2)\n");
    }
}
