//! Liquid: the template language that Jekyll runs over a page before it is Markdown.

use super::Unmapped;
use super::draft::{Draft, Edits};
use super::region::Regions;
use std::ops::Range;

/// Tags whose content is a template, of no use without Jekyll.
const TEMPLATES: &[&str] = &["for", "tablerow", "capture"];
/// Tags between which the text stays.
const TRANSPARENT: &[&str] =
    &["if", "elsif", "else", "unless", "case", "when", "endif", "endunless", "endcase", "break", "continue"];

/// A `{% tag %}` or `{{ output }}`.
#[derive(Debug)]
struct Mark<'t> {
    range: Range<usize>,
    words: &'t str,
    is_output: bool,
}

impl<'t> Mark<'t> {
    fn name(&self) -> &'t str {
        if self.is_output { "" } else { self.words.split_whitespace().next().unwrap_or_default() }
    }

    fn argument(&self) -> &'t str {
        self.words.trim_start_matches(self.name()).trim()
    }
}

/// Resolves the Liquid that has one meaning and takes out the rest. `value` knows the variables of
/// the site and the page.
pub(super) fn convert(draft: &mut Draft, value: &dyn Fn(&str) -> Option<String>, unmapped: &mut Vec<Unmapped>) {
    let regions = Regions::of(&draft.text);
    let marks = marks(&draft.text);
    let mut edits = Edits::default();
    let mut at = 0;
    while let Some(mark) = marks.get(at) {
        let in_code = regions.is_code(mark.range.start);
        let end = closing(&marks, at);
        at += 1;
        match mark.name() {
            "raw" | "endraw" | "endhighlight" | "endcomment" => edits.delete(mark.range.clone()),
            _ if in_code => {}
            "comment" => at = take_out(mark, &marks, end, &mut edits),
            "highlight" if end >= at => {
                let close = &marks[end].range;
                edits.replace(
                    mark.range.clone(),
                    format!("```{}", mark.argument().split(' ').next().unwrap_or_default()),
                );
                edits.replace(close.clone(), "```");
                at = end + 1;
            }
            name if TEMPLATES.contains(&name) => {
                unmapped.push(draft.unmapped(
                    mark.range.start,
                    format!("the Liquid template `{{% {} %}}` was taken out with its content", mark.words),
                ));
                at = take_out(mark, &marks, end, &mut edits);
            }
            _ => match resolved(mark, value) {
                Some(text) => edits.replace(mark.range.clone(), text),
                None => edits.replace(mark.range.clone(), unresolved(draft, mark, unmapped)),
            },
        }
    }
    draft.apply(edits);
}

/// Takes out everything up to the tag that closes this one, and gives the number of the tag after it.
fn take_out(mark: &Mark, marks: &[Mark], end: usize, edits: &mut Edits) -> usize {
    edits.delete(mark.range.start..marks[end].range.end);
    end + 1
}

/// The number of the tag that closes the one at `at`; its own if none does.
fn closing(marks: &[Mark], at: usize) -> usize {
    let name = marks[at].name();
    if name.is_empty() {
        return at;
    }
    let mut depth = 0usize;
    for (number, mark) in marks.iter().enumerate().skip(at) {
        if mark.name() == name {
            depth += 1;
        } else if mark.name().strip_prefix("end") == Some(name) {
            depth -= 1;
        }
        if depth == 0 {
            return number;
        }
    }
    at
}

fn marks(text: &str) -> Vec<Mark<'_>> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find('{') {
        let start = at + found;
        at = start + 1;
        let close = match text.as_bytes().get(start + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            _ => continue,
        };
        let Some(length) = text[start + 2..].find(close) else { continue };
        let words = text[start + 2..start + 2 + length].trim_matches('-').trim();
        at = start + 4 + length;
        marks.push(Mark { range: start..at, words, is_output: close == "}}" });
    }
    marks
}

/// What a mark stands for, where that is known without Jekyll.
fn resolved(mark: &Mark, value: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    if !mark.is_output {
        return match mark.name() {
            "link" => Some(format!("/{}", mark.argument())),
            "post_url" => Some(format!("/_posts/{}", mark.argument())),
            _ => None,
        };
    }
    let (operand, filters) = mark.words.split_once('|').unwrap_or((mark.words, ""));
    let is_address = |filter: &str| {
        let filter = filter.trim();
        ["relative_url", "absolute_url"].contains(&filter) || filter.starts_with("prepend:") && filter.contains("site.")
    };
    if !filters.is_empty() && !filters.split('|').all(is_address) {
        return None;
    }
    let operand = operand.trim();
    let literal = ['"', '\''].into_iter().find_map(|quote| operand.strip_prefix(quote)?.strip_suffix(quote));
    match (literal, operand) {
        (Some(literal), _) => Some(literal.to_owned()),
        (None, "site.baseurl" | "site.url") => Some(String::new()),
        (None, name) => value(name),
    }
}

fn unresolved(draft: &Draft, mark: &Mark, unmapped: &mut Vec<Unmapped>) -> String {
    let text = &draft.text[mark.range.clone()];
    let opening = draft.text[..mark.range.start].chars().next_back();
    let in_address = matches!(opening, Some('"' | '\'' | '(' | '='));
    let as_code = mark.is_output && !in_address && !text.contains('`') && !text.contains('\n');
    let fate = match mark.name() {
        name if TRANSPARENT.contains(&name) => "was taken out; the text that depends on it was kept",
        _ if as_code => "was kept as code, for its value is not known",
        _ => "was taken out",
    };
    unmapped.push(draft.unmapped(mark.range.start, format!("the Liquid `{}` {fate}", text.replace('\n', " "))));
    if as_code { format!("`{text}`") } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, SourceId};

    fn convert_text(text: &str) -> (String, Vec<String>) {
        let source = Source::new(SourceId(0), "a.md".into(), text.into());
        let mut draft = Draft::new(&source, 0..text.len());
        let mut unmapped = Vec::new();
        convert(&mut draft, &|name| (name == "page.title").then(|| "T".to_owned()), &mut unmapped);
        (draft.text, unmapped.iter().map(|one| format!("{}:{}", one.line, one.column)).collect())
    }

    #[test]
    fn what_has_one_meaning_is_resolved() {
        let text = "[x]({{ site.baseurl }}/a) [y]({% link a/b.md %}) {{ page.title }} {{ '/c' | relative_url }}";
        assert_eq!(convert_text(text), ("[x](/a) [y](/a/b.md) T /c".to_owned(), Vec::new()));
        assert_eq!(convert_text("{% highlight ruby %}\n{{ x }}\n{% endhighlight %}").0, "```ruby\n{{ x }}\n```");
        assert_eq!(convert_text("a{% comment %} {{ x }} {% endcomment %}b").0, "ab");
    }

    #[test]
    fn the_rest_is_taken_out_and_listed() {
        let text = "a\n{% for p in q %}{% for r in p %}{{ r }}{% endfor %}{% endfor %}\n{% include b.html %}\n{{ odd }} `{{ code }}`\n";
        let (converted, places) = convert_text(text);
        assert_eq!(converted, "a\n\n\n`{{ odd }}` `{{ code }}`\n");
        assert_eq!(places, ["2:1", "3:1", "4:1"]);
    }
}
