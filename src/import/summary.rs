//! The summary of a page that has none: its first sentence.

use crate::markdown::options;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The longest summary that is made, in characters.
const LONGEST: usize = 200;

/// The first sentence of a body, without markup. `None` if there is no text.
pub(super) fn first_sentence(body: &str) -> Option<String> {
    let paragraph = paragraph(body, false).or_else(|| paragraph(body, true))?;
    let end = paragraph
        .match_indices(['.', '?', '!'])
        .map(|(at, mark)| at + mark.len())
        .find(|end| ends_sentence(&paragraph, *end));
    let sentence = paragraph[..end.unwrap_or(paragraph.len())].trim_end_matches([':', ';', ',']).trim();
    if sentence.chars().count() <= LONGEST {
        return Some(sentence.to_owned());
    }
    let cut: String = sentence.chars().take(LONGEST - 1).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    Some(format!("{}…", cut.trim_end_matches([',', ';', ':', '–', ' '])))
}

/// The first paragraph with text; with `anywhere`, also one in a list or quotation.
fn paragraph(body: &str, anywhere: bool) -> Option<String> {
    let mut depth = 0usize;
    let mut text = String::new();
    for event in Parser::new_ext(body, options()) {
        match event {
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Heading { .. } | Tag::FootnoteDefinition(_)) => {
                depth += 100;
            }
            Event::End(TagEnd::Image | TagEnd::CodeBlock | TagEnd::Heading(_) | TagEnd::FootnoteDefinition) => {
                depth -= 100;
            }
            Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Table(_)) if !anywhere => depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Table) if !anywhere => depth -= 1,
            Event::Text(words) | Event::Code(words) if depth == 0 => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak if depth == 0 => text.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableRow) => {
                let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if plain.chars().any(char::is_alphanumeric) && !plain.starts_with(":::") {
                    return Some(plain);
                }
                text.clear();
            }
            _ => {}
        }
    }
    None
}

/// Whether a sentence ends here: a space and a capital follow, or nothing at all.
fn ends_sentence(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    let after = rest.trim_start_matches(['”', '’', ')', '"', '\'']);
    let next = after.strip_prefix(' ').and_then(|after| after.chars().next());
    after.is_empty() || next.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_is_plain_and_short() {
        assert_eq!(
            first_sentence("> note\n\n## H\n\nUse *it* e.g. [here](x). Then\nmore.").as_deref(),
            Some("Use it e.g. here.")
        );
        assert_eq!(first_sentence("::: card \"A\"\n\n- only a list:\n").as_deref(), Some("only a list"));
        assert_eq!(first_sentence("## H\n\n![x](y.png)\n"), None);
        let long = first_sentence(&"word ".repeat(100)).unwrap_or_default();
        assert!(long.chars().count() <= LONGEST && long.ends_with("word…"));
    }
}
