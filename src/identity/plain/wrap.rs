//! Lines that belong to one paragraph.

use super::{Form, Unit};

/// Makes one line of each paragraph, so that what is broken over two lines is found.
pub(super) fn join_lines(units: &mut Vec<Unit>, form: Form) {
    if !units.iter().any(|unit| unit.c == '\n') {
        return;
    }
    let mut joined: Vec<Unit> = Vec::with_capacity(units.len());
    let mut rest = units.as_slice();
    let mut yaml = form == Form::Yaml
        || (form == Form::Markdown
            && line(rest).0.iter().map(|unit| unit.c).take_while(|c| *c != '\r').eq("---".chars()));
    let mut first = true;
    let mut above: Vec<char> = Vec::new();
    while !rest.is_empty() {
        let (head, tail) = line(rest);
        let here: Vec<char> = head.iter().map(|unit| unit.c).collect();
        let joins = !first && continues(&above, &here, yaml, form);
        if joins {
            let skipped = here.iter().take_while(|c| matches!(c, ' ' | '\t' | '>')).count();
            // The end of the line above becomes the space between the words.
            if let Some(last) = joined.last_mut() {
                last.c = ' ';
            }
            joined.extend_from_slice(&head[skipped..]);
        } else {
            joined.extend_from_slice(head);
        }
        if let Some(end) = rest.get(head.len()).filter(|unit| unit.c == '\n') {
            joined.push(*end);
        }
        if !first && yaml && form == Form::Markdown && here.iter().collect::<String>().trim_end() == "---" {
            yaml = false;
        }
        above = here;
        first = false;
        rest = tail;
    }
    *units = joined;
}

/// The first line, without its end, and what follows it.
fn line(units: &[Unit]) -> (&[Unit], &[Unit]) {
    let end = units.iter().position(|unit| unit.c == '\n').unwrap_or(units.len());
    (&units[..end], units.get(end + 1..).unwrap_or_default())
}

fn continues(above: &[char], here: &[char], yaml: bool, form: Form) -> bool {
    let text = |line: &[char]| line.iter().collect::<String>().trim_matches([' ', '\t', '>', '\r']).to_owned();
    let (above_text, here_text) = (text(above), text(here));
    if above_text.is_empty() || here_text.is_empty() {
        return false;
    }
    if yaml {
        let indented = here.first().is_some_and(|c| c.is_whitespace());
        return indented && !above_text.ends_with([':', '|']) && !above_text.is_empty() && !is_entry(&here_text);
    }
    match form {
        Form::Html => true,
        _ => !starts_block(&above_text, true) && !starts_block(&here_text, false),
    }
}

/// Whether a line of YAML begins a field or an item.
fn is_entry(line: &str) -> bool {
    let field = line.split_once(':').is_some_and(|(key, value)| {
        key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '"'))
            && (value.is_empty() || value.starts_with(' '))
    });
    field || line.starts_with("- ") || line == "---" || line.starts_with('#')
}

/// Whether a line of Markdown stands for itself, so that the line below (`above`) or above it is another paragraph.
fn starts_block(line: &str, above: bool) -> bool {
    let marker = line.starts_with(['#', '|', ':'])
        || line.starts_with("```")
        || line.starts_with("~~~")
        || line.starts_with("---");
    if above {
        return marker;
    }
    let bullet = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ") || line.starts_with("[^");
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered =
        (1..4).contains(&digits) && line[digits..].starts_with([')', '.']) && line[digits + 1..].starts_with(' ');
    marker || bullet || numbered || line.starts_with("<!--") || is_said(line)
}

/// `Marlon: leave her out of it`: a line of a chat, a play or a record of a meeting.
fn is_said(line: &str) -> bool {
    let head = line.split_once(": ").map_or("", |(head, _)| head);
    head.len() < 24 && head.split(' ').count() < 4 && head.split(' ').all(|word| word.starts_with(char::is_uppercase))
}
