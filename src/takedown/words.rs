//! Texts as runs of words: what is compared, whatever the markup.

use std::hash::{DefaultHasher, Hash, Hasher};

/// So many words in a row are a phrase. Fewer would be found in other texts by chance.
const PHRASE: usize = 7;

/// The words of a text in lower case, without its tags and entities.
pub fn of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut chars = text.chars().peekable();
    let mut in_tag = false;
    while let Some(c) = chars.next() {
        match c {
            '<' if chars.peek().is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!')) => {
                in_tag = true;
            }
            '>' if in_tag => in_tag = false,
            c if c.is_alphanumeric() && !in_tag => {
                word.extend(c.to_lowercase());
                continue;
            }
            '&' if !in_tag => skip_entity(&mut chars),
            _ => {}
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

fn skip_entity(chars: &mut std::iter::Peekable<std::str::Chars>) {
    const LONGEST: usize = 8;
    let ahead: Vec<char> = chars.clone().take(LONGEST + 1).collect();
    let Some(end) = ahead.iter().position(|c| *c == ';') else { return };
    if ahead[..end].iter().all(|c| c.is_ascii_alphanumeric() || *c == '#') {
        chars.nth(end);
    }
}

/// Every run of [`PHRASE`] words, as a number.
pub fn phrases(words: &[String]) -> impl Iterator<Item = u64> + '_ {
    words.windows(PHRASE).map(|words| {
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
        let markdown = of("**Child B**'s phone & the [home](a.html)");
        assert_eq!(of("<p class=\"x\"><strong>Child B</strong>&#39;s phone &amp; the home"), markdown[..6]);
    }

    #[test]
    fn an_angle_bracket_that_opens_no_tag_hides_nothing() {
        assert_eq!(of("a < b > c & d; e"), ["a", "b", "c", "d", "e"]);
    }
}
