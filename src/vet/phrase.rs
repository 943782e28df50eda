//! Finding phrases and quotations in a text, whatever the case and hyphens.

use std::ops::Range;

/// The places where a phrase stands and is not quoted: what stands in quotation marks is mentioned, not used.
pub fn found(pattern: &str, text: &str) -> Vec<Range<usize>> {
    let quoted = quoted(text);
    let is_quoted =
        |place: &Range<usize>| quoted.iter().any(|quote| quote.start <= place.start && place.end <= quote.end);
    anywhere(pattern, text).into_iter().filter(|place| !is_quoted(place)).collect()
}

/// The places where a phrase stands, quoted or not. A pattern is a list of words: `a|b` for one or the other,
/// `word*` for what begins so, `~` for up to two words of any kind.
pub fn anywhere(pattern: &str, text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let parts: Vec<&str> = pattern.split(' ').collect();
    let mut places = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match ends(&parts, &words[at..], text) {
            Some(count) if count > 0 => {
                places.push(words[at].start..words[at + count - 1].end);
                at += count;
            }
            _ => at += 1,
        }
    }
    places
}

/// How many words a pattern takes up, if it stands at the beginning.
fn ends(parts: &[&str], words: &[Range<usize>], text: &str) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(0) };
    if *part == "~" {
        return (0..=2.min(words.len())).find_map(|gap| Some(gap + ends(rest, &words[gap..], text)?));
    }
    let (word, others) = words.split_first()?;
    if !is(part, &text[word.clone()]) {
        return None;
    }
    Some(1 + ends(rest, others, text)?)
}

fn is(part: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    part.split('|').any(|one| match one.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == one,
    })
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
