//! Texts as runs of words: what is compared, whatever the markup.

use std::hash::{DefaultHasher, Hash, Hasher};

/// So many words in a row are a phrase. Fewer would be found in other texts by chance.
const PHRASE: usize = 7;

/// Tags that stand inside a sentence; every other tag ends it.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "button", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "time", "u",
];

/// The texts of a text: what stands between empty lines and between tags that end a sentence, each as its words in
/// lower case. What leads from page to page is no text: it changes whenever a page goes.
pub fn of(text: &str) -> Vec<Vec<String>> {
    let mut texts = vec![Vec::new()];
    let mut word = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
            rest = &rest[c.len_utf8()..];
            continue;
        }
        if let Some(last) = texts.last_mut().filter(|_| !word.is_empty()) {
            last.push(std::mem::take(&mut word));
        }
        let (length, ends) = match c {
            '<' => tag(rest),
            '&' => (entity(rest), false),
            '\n' => (1, rest.starts_with("\n\n")),
            c => (c.len_utf8(), false),
        };
        if ends && texts.last().is_some_and(|last| !last.is_empty()) {
            texts.push(Vec::new());
        }
        rest = &rest[length..];
    }
    texts.last_mut().into_iter().for_each(|last| last.extend(Some(word.clone()).filter(|word| !word.is_empty())));
    texts
}

/// What a text in HTML says in comments and in the values of attributes, each as a paragraph. What leads from page to
/// page is left out here as well.
pub fn hidden(text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let (length, _) = tag(rest);
        let all = &rest[..length];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let end = comment.find("-->").unwrap_or(comment.len());
            said.push_str(&comment[..end]);
            said.push_str("\n\n");
            rest = &comment[end..];
            continue;
        }
        let mut values = if all.starts_with("<nav") { "" } else { all };
        while let Some(open) = values.find("=\"").or_else(|| values.find("='")) {
            let quote = char::from(values.as_bytes()[open + 1]);
            let value = &values[open + 2..];
            let end = value.find(quote).unwrap_or(value.len());
            said.push_str(&value[..end]);
            said.push_str("\n\n");
            values = &value[end..];
        }
        rest = &rest[length..];
    }
    said
}

/// The length of the tag that a text begins with, a `<nav>` with all that is in it, and whether it ends a sentence. A
/// bracket that opens no tag is one character.
fn tag(text: &str) -> (usize, bool) {
    let inner = &text[1..];
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) {
        return (1, false);
    }
    let name = inner.trim_start_matches('/');
    let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
    let end = text.find('>').map_or(text.len(), |at| at + 1);
    let end = match inner.starts_with("nav").then(|| text.find("</nav>")).flatten() {
        Some(close) if name == "nav" => close,
        _ => end,
    };
    (end, !INLINE.contains(&name))
}

/// The length of the character reference that a text begins with, or of its first character.
fn entity(text: &str) -> usize {
    const LONGEST: usize = 9;
    let end = text.bytes().take(LONGEST + 1).position(|byte| byte == b';');
    let is_entity =
        |end: &usize| text.as_bytes()[1..*end].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'#');
    end.filter(is_entity).map_or(1, |end| end + 1)
}

/// Every run of [`PHRASE`] words within a text, as a number. Runs with figures are none: a page is the ninth of its
/// collection because another has gone.
pub fn phrases(texts: &[Vec<String>]) -> impl Iterator<Item = u64> + '_ {
    let is_figure = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let runs = texts.iter().flat_map(|words| words.windows(PHRASE));
    runs.filter(move |run| !run.iter().any(is_figure)).map(|words| {
        let mut hasher = DefaultHasher::new();
        words.hash(&mut hasher);
        hasher.finish()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_in_markdown_and_in_html() {
        let markdown = of("**Child B**'s phone & the home");
        assert_eq!(of("<p class=\"x\"><strong>Child B</strong>&#39;s phone &amp; the home"), markdown);
        assert_eq!(markdown, [["child", "b", "s", "phone", "the", "home"]]);
    }

    #[test]
    fn a_text_ends_with_its_paragraph_and_links_between_pages_are_none() {
        assert_eq!(of("<li>one <a>two</a></li><li>three</li>"), [vec!["one", "two"], vec!["three"], vec![]]);
        assert_eq!(of("one\ntwo\n\nthree"), [vec!["one", "two"], vec!["three"]]);
        assert_eq!(of("<nav><a>Next: two</a></nav>one"), [["one"]]);
    }

    #[test]
    fn an_angle_bracket_that_opens_no_tag_hides_nothing() {
        assert_eq!(of("a < b > c & d; e"), [["a", "b", "c", "d", "e"]]);
    }
}
