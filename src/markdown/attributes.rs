//! The words of a `:::` line or a `{{…}}` directive.

use std::ops::Range;

/// A directive's name and what follows it. Ranges are offsets in the text that was given.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Words<'a> {
    /// The first word; empty for a line that closes a block.
    pub name: &'a str,
    /// `key="value"` pairs; a quoted text without a key has the key `title`.
    pub pairs: Vec<Pair<'a>>,
    /// Anything that could not be read.
    pub unread: Option<Range<usize>>,
}

/// A key with its value.
#[derive(Debug, PartialEq, Eq)]
pub struct Pair<'a> {
    /// The key.
    pub key: &'a str,
    /// The value, without its quotes.
    pub value: &'a str,
    /// Where the value stands.
    pub range: Range<usize>,
    /// Whether the key is written.
    pub is_named: bool,
}

impl Pair<'_> {
    /// Where the key stands; for a quoted text without a key, where its text stands.
    pub fn key_range(&self) -> Range<usize> {
        // Before the value stand the key, `=` and a quotation mark.
        let start = self.range.start.checked_sub(self.key.len() + 2);
        start.filter(|_| self.is_named).map_or_else(|| self.range.clone(), |start| start..start + self.key.len())
    }
}

impl<'a> Words<'a> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Pair<'a>> {
        self.pairs.iter().find(|pair| pair.key == key)
    }
}

/// Reads `name key="value" "title"`.
pub fn read(text: &str) -> Words<'_> {
    let mut words = Words::default();
    let mut at = skip_space(text, 0);
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |length| at + length);
    words.name = &text[at..end];
    at = skip_space(text, end);
    while at < text.len() {
        match pair(text, at) {
            Some((pair, next)) => {
                words.pairs.push(pair);
                at = skip_space(text, next);
            }
            None => {
                words.unread = Some(at..text.trim_end().len());
                break;
            }
        }
    }
    words
}

fn pair(text: &str, at: usize) -> Option<(Pair<'_>, usize)> {
    let quote = at + text[at..].find('"')?;
    let key = match &text[at..quote] {
        "" => "title",
        key => key.strip_suffix('=').filter(|key| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))?,
    };
    let start = quote + 1;
    let end = start + text[start..].find('"')?;
    Some((Pair { key, value: &text[start..end], range: start..end, is_named: quote > at }, end + 1))
}

fn skip_space(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_and_titles_are_read_with_their_places() {
        let text = r#" must agency="Police" source="law:ca#s46""#;
        let words = read(text);
        assert_eq!(words.name, "must");
        assert_eq!(words.get("source").map(|pair| &text[pair.range.clone()]), Some("law:ca#s46"));
        assert_eq!(read(r#"details "Why?""#).get("title").map(|pair| pair.value), Some("Why?"));
        assert_eq!(read("details Why").unread, Some(8..11));
    }
}
