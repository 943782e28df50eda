//! Names in other scripts: `Message from "Кевин"`. No list is needed: in a study in English few other words are.

use crate::identity::names::token::Token;
use crate::identity::{Candidate, Kind};

/// What is longer is a saying or a title.
const MOST_WORDS: usize = 3;
/// Chinese, Japanese and Korean put no space between words.
const MOST_IDEOGRAPHS: usize = 4;

/// Finds up to three words of another script, which begin with a capital if the script has capitals.
pub(super) fn find(tokens: &mut [Token<'_>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let run =
            tokens[at..].iter().enumerate().take_while(|(n, token)| is_foreign(token) && (*n == 0 || token.gap == " "));
        let length = run.count();
        let words = &mut tokens[at..at + length];
        if (1..=MOST_WORDS).contains(&length) && words.iter().all(|token| !token.taken && is_like_name(token.text)) {
            let range = words[0].range.start..words[length - 1].range.end;
            let kind = if length > 1 { Kind::PersonName } else { Kind::FirstName };
            found.push(
                Candidate::new(kind, range, Candidate::LIKELY).saying("This looks like a name in another script."),
            );
            words.iter_mut().for_each(|token| token.taken = true);
        }
        at += length.max(1);
    }
    found
}

fn is_foreign(token: &Token<'_>) -> bool {
    !token.machine
        && token.text.chars().filter(|c| c.is_alphabetic()).all(is_other_script)
        && token.text.chars().any(char::is_alphabetic)
}

/// Neither Latin, with or without marks, nor a sign of phonetics or mathematics.
fn is_other_script(c: char) -> bool {
    let is_latin = c <= '\u{36f}' || ('\u{1d00}'..='\u{1eff}').contains(&c) || ('\u{2c60}'..='\u{2c7f}').contains(&c);
    let is_sign = ('\u{2000}'..='\u{2bff}').contains(&c)
        || ('\u{a720}'..='\u{ab6f}').contains(&c)
        || ('\u{1d400}'..'\u{1d800}').contains(&c);
    !is_latin && !is_sign
}

fn is_like_name(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let has_case = word.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let is_ideographic = word.chars().any(|c| ('\u{3040}'..='\u{d7ff}').contains(&c));
    // A single letter is a sign: "α", "Δ".
    letters > 1
        && (!has_case || word.starts_with(char::is_uppercase))
        && (!is_ideographic || letters <= MOST_IDEOGRAPHS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::names::token::tokens;

    fn found(text: &str) -> Vec<&str> {
        find(&mut tokens(text)).into_iter().map(|candidate| &text[candidate.range]).collect()
    }

    #[test]
    fn names_in_other_scripts_are_found() {
        assert_eq!(found("Message from \"Кевин\" on the phone."), ["Кевин"]);
        assert_eq!(found("He saved her as 李娜, and him as محمد علي."), ["李娜", "محمد علي"]);
        assert_eq!(found("Γιώργος drove."), ["Γιώργος"]);
    }

    #[test]
    fn signs_and_sayings_of_other_scripts_are_none() {
        assert_eq!(found("A β-blocker, 5 μg, Łódź, Đặng, ˈneɪm."), Vec::<&str>::new());
        assert_eq!(found("She wrote здравствуйте and ничего не бойся милая моя."), Vec::<&str>::new());
        assert_eq!(found("我们会保护你的孩子"), Vec::<&str>::new());
    }
}
