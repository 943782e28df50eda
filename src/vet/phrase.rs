//! Finding phrases and quotations in a text, whatever the case and hyphens.

use std::ops::Range;

/// A text that is looked through for many phrases: its words are read once.
pub struct Reading<'t> {
    text: &'t str,
    words: Vec<Range<usize>>,
    lower: Vec<String>,
    quoted: Vec<Range<usize>>,
}

/// The places where a phrase stands and is not quoted: what stands in quotation marks is mentioned, not used.
#[cfg(test)]
pub fn found(pattern: &str, text: &str) -> Vec<Range<usize>> {
    Reading::of(text).found(pattern)
}

impl<'t> Reading<'t> {
    /// Reads the words of a text.
    pub fn of(text: &'t str) -> Reading<'t> {
        let words = words(text);
        let lower = words.iter().map(|word| text[word.clone()].to_lowercase()).collect();
        Reading { text, words, lower, quoted: quoted(text) }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The places where a phrase stands and is not quoted.
    pub fn found(&self, pattern: &str) -> Vec<Range<usize>> {
        let is_quoted =
            |place: &Range<usize>| self.quoted.iter().any(|quote| quote.start <= place.start && place.end <= quote.end);
        self.anywhere(pattern).into_iter().filter(|place| !is_quoted(place)).collect()
    }

    /// The places where a phrase stands, quoted or not. A pattern is a list of words: `a|b` for one or the other,
    /// `word*` for what begins so, `#` for a number and `##` for one above one, `~` for up to two words of any kind.
    pub fn anywhere(&self, pattern: &str) -> Vec<Range<usize>> {
        let parts: Vec<&str> = pattern.split(' ').collect();
        let mut places = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            match ends(&parts, &self.lower[at..]) {
                Some(count) if count > 0 => {
                    places.push(self.words[at].start..self.words[at + count - 1].end);
                    at += count;
                }
                _ => at += 1,
            }
        }
        places
    }

    /// The words in a stretch of the text, in lower case.
    pub fn words_in(&self, place: Range<usize>) -> impl DoubleEndedIterator<Item = &str> {
        let from = self.words.partition_point(|word| word.start < place.start);
        let to = self.words.partition_point(|word| word.end <= place.end);
        self.lower[from..to.max(from)].iter().map(String::as_str)
    }

    /// The word before a place, in lower case.
    pub fn before(&self, place: &Range<usize>) -> Option<&str> {
        self.words_in(0..place.start).next_back()
    }

    /// The word after a place, in lower case.
    pub fn after(&self, place: &Range<usize>) -> Option<&str> {
        self.words_in(place.end..self.text.len()).next()
    }

    /// The clause around a place: from one mark that ends a thought to the next.
    pub fn clause(&self, place: &Range<usize>) -> Range<usize> {
        self.between(place, &['.', ';', ':', ',', '!', '?', '|'])
    }

    /// The sentence around a place.
    pub fn sentence(&self, place: &Range<usize>) -> Range<usize> {
        self.between(place, &['.', ';', '!', '?', '|'])
    }

    fn between(&self, place: &Range<usize>, marks: &[char]) -> Range<usize> {
        let start = self.text[..place.start].rfind(marks).map_or(0, |at| at + 1);
        let end = self.text[place.end..].find(marks).map_or(self.text.len(), |at| place.end + at);
        start..end
    }
}

/// How many words a pattern takes up, if it stands at the beginning.
fn ends(parts: &[&str], words: &[String]) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(0) };
    if *part == "~" {
        return (0..=2.min(words.len())).find_map(|gap| Some(gap + ends(rest, &words[gap..])?));
    }
    let (word, others) = words.split_first()?;
    if !is(part, word) {
        return None;
    }
    Some(1 + ends(rest, others)?)
}

fn is(part: &str, word: &str) -> bool {
    part.split('|').any(|one| match one {
        "#" => number(word).is_some(),
        "##" => number(word).is_some_and(|number| number > 1),
        _ => match one.strip_suffix('*') {
            Some(beginning) => word.starts_with(beginning),
            None => word == one,
        },
    })
}

/// The value of a number in figures or in a word.
pub fn number(word: &str) -> Option<u32> {
    const NAMES: &[&str] =
        &["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let named = NAMES.iter().position(|name| *name == word).and_then(|at| u32::try_from(at).ok());
    let few = word.len() < 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    named.or_else(|| word.parse().ok().filter(|_| few))
}

/// The words of a text; a hyphen ends a word, an apostrophe does not.
pub fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_inside = c.is_alphanumeric() || matches!(c, '\'' | '’');
        match (is_inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// What stands in quotation marks. A single mark inside a word is an apostrophe.
pub fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut quotes = Vec::new();
    for (open, close) in [('“', '”'), ('‘', '’'), ('"', '"')] {
        let mut from = 0;
        while let Some(start) = text[from..].find(open).map(|at| from + at + open.len_utf8()) {
            let closes = |(at, _): &(usize, &str)| {
                close != '’' || !text[start + at + close.len_utf8()..].starts_with(char::is_alphanumeric)
            };
            let Some(end) = text[start..].match_indices(close).find(closes).map(|(at, _)| start + at) else { break };
            quotes.push(start..end);
            from = end + close.len_utf8();
        }
    }
    quotes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(pattern: &str, text: &str) -> Option<String> {
        found(pattern, text).first().map(|place| text[place.clone()].to_owned())
    }

    #[test]
    fn a_phrase_is_found_in_any_case_and_with_hyphens() {
        assert_eq!(first("hard to reach", "A Hard-to-reach family").as_deref(), Some("Hard-to-reach"));
        assert_eq!(first("put* ~ at risk", "She puts herself at risk").as_deref(), Some("puts herself at risk"));
        assert_eq!(first("abscond*", "Absconded twice").as_deref(), Some("Absconded"));
        assert_eq!(first("hard to reach", "It is hard to teach"), None);
    }

    #[test]
    fn what_is_quoted_is_mentioned_and_not_used() {
        assert_eq!(first("lifestyle choice", "Adults call it a “lifestyle choice”"), None);
        assert_eq!(first("lifestyle choice", "Called \"a lifestyle choice\" by adults"), None);
        assert_eq!(first("lifestyle choice", "The child’s lifestyle choice").as_deref(), Some("lifestyle choice"));
    }

    #[test]
    fn an_apostrophe_ends_no_quotation() {
        let text = "‘I didn’t know’, she said";
        assert_eq!(&text[quoted(text)[0].clone()], "I didn’t know");
    }

    #[test]
    fn an_open_end_of_a_text_is_no_phrase() {
        assert_eq!(first("refus* ~ engage", "refuses"), None);
        assert_eq!(first("refus* ~ engage", ""), None);
    }
}
