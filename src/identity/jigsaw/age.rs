//! Exact ages: of all forms, those that count among the details that few people share, and those that prose has.

use std::ops::Range;

use super::is_number;
use crate::identity::Plain;
use crate::identity::names::token::{Shape, Token, tokens};
use crate::identity::names::words::{is_in, words};

/// Where exact ages are told.
pub(in crate::identity) fn ages(plain: &Plain<'_>) -> Vec<Range<usize>> {
    let tokens = tokens(plain.text());
    let found = (0..tokens.len()).filter_map(|at| Some(at..at + age(&tokens, at).or_else(|| in_prose(&tokens, at))?));
    found.map(|words| tokens[words.start].range.start..tokens[words.end - 1].range.end).collect()
}

/// `17-year-old`, `seven year old`, `aged 11`, `triplets of 14`, `turned 13`.
pub(super) fn age(words: &[Token<'_>], at: usize) -> Option<usize> {
    let word = words[at].word.as_str();
    if let Some(number) = word.strip_suffix("-year-old").or_else(|| word.strip_suffix("-month-old")) {
        return (is_number(number) && !number.contains(['/', '-'])).then_some(1);
    }
    let next = words.get(at + 1)?;
    let is_age = || is_number(&next.word) && next.gap == " " && next.text.len() < 11;
    if ["aged", "turned"].contains(&word) && is_age() {
        let range =
            words.get(at + 2).is_some_and(|then| ["to", "and", "or"].contains(&then.word.as_str()) || then.gap == "-");
        return (!range).then_some(2);
    }
    if word == "of"
        && is_age()
        && at > 0
        && ["twins", "triplets", "boy", "girl", "child", "lad"].contains(&words[at - 1].word.as_str())
    {
        return Some(2);
    }
    let told = |n: usize| words.get(at + n).map_or("", |word| word.word.as_str());
    let said = at > 0 && ["was", "is", "aged", "at", "turned"].contains(&words[at - 1].word.as_str());
    if !is_number(word) {
        return None;
    }
    if said && [told(1), told(2), told(3)] == ["and", "a", "half"] {
        return Some(4);
    }
    if told(1) == "years" && told(2) == "and" && told(4).starts_with("month") && told(5) == "old" {
        return Some(6);
    }
    let years = next.word == "year" || next.word == "years" || next.word == "year-old";
    let old = words.get(at + 2).is_some_and(|then| then.word == "old") || next.word == "year-old";
    (years && old).then_some(if next.word == "year-old" { 2 } else { 3 })
}

words! {
    /// Whose age may be told.
    PERSON = "he she they boy girl child brother sister son daughter teenager twin lad pupil friend";
}

words! {
    /// `sixteenth birthday`; the eighteenth makes an adult of everybody.
    ORDINALS = "fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth \
     seventeenth 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th";
}

/// `He was 14.`, `At 14, he left`, `the boy, 15,`, `at the age of 15`, `her 15th birthday`.
fn in_prose(words: &[Token<'_>], at: usize) -> Option<usize> {
    let word = words[at].word.as_str();
    let told = |n: usize| words.get(at + n).map_or("", |word| word.word.as_str());
    let before = |n: usize| at.checked_sub(n).map_or("", |at| words[at].word.as_str());
    let owned = || ["his", "her", "their", "'s"].contains(&before(1)) || at > 0 && words[at - 1].possessive;
    if is_in(&ORDINALS, word) && owned() {
        return (told(1) == "birthday" || told(1) == "year" && before(2) == "in").then_some(2);
    }
    let is_age = is_number(word) && !["18", "eighteen", "one"].contains(&word);
    if !is_age || at == 0 || words[at].starts {
        return None;
    }
    if before(1) == "of" && before(2) == "age" && before(3) == "the" && ["at", "by", "from"].contains(&before(4)) {
        return (!["to", "and", "or"].contains(&told(1))).then_some(1);
    }
    let ends = words.get(at + 1).is_none_or(|next| next.starts || next.gap.starts_with([',', '.', ';', ':', ')']));
    let goes_on = ["when", "then", "now", "by"].contains(&told(1));
    if ["was", "is"].contains(&before(1)) && (ends || goes_on) {
        return is_person(words, at - 1).then_some(1);
    }
    if words[at].gap == ", " && words.get(at + 1).is_some_and(|next| next.gap.starts_with(',')) {
        return is_person(words, at).then_some(1);
    }
    let people = ["he", "she", "they", "child", "the", "his", "her"].contains(&told(1));
    (words[at - 1].starts && ["at", "by"].contains(&before(1)) && ends && people).then_some(1)
}

/// Whether a person or a label of the cast stands before a word.
fn is_person(words: &[Token<'_>], at: usize) -> bool {
    let Some(last) = at.checked_sub(1).map(|at| &words[at]) else { return false };
    let is_label = matches!(last.shape, Shape::Initial) && at > 1 && words[at - 2].is_capital();
    is_in(&PERSON, &last.word) || is_label
}

#[cfg(test)]
mod tests {
    use super::ages;
    use crate::identity::{Form, Plain};

    fn found(text: &str) -> Vec<String> {
        let plain = Plain::new(text, Form::Markdown);
        ages(&plain).into_iter().map(|place| plain.text()[place].to_owned()).collect()
    }

    #[test]
    fn ages_are_found_as_prose_tells_them() {
        for (text, age) in [
            ("He was 14.", "14"),
            ("By then he was fifteen.", "fifteen"),
            ("Child A was 12 when it began.", "12"),
            ("At 14, he was moved.", "14"),
            ("The boy, 15, was stopped.", "15"),
            ("She left at the age of 15.", "15"),
            ("On his 15th birthday he left.", "15th birthday"),
            ("She was in her sixteenth year.", "sixteenth year"),
        ] {
            assert_eq!(found(text), [age], "{text}");
        }
    }

    #[test]
    fn other_numbers_bands_and_the_age_of_adults_are_none() {
        for text in [
            "He was 14 minutes late. They were two.",
            "A child under the age of 16 cannot agree.",
            "At 18, she was moved to adult services, after her 18th birthday.",
            "Workers 1, 2, 3 and 4 met. The answer was 12.",
            "At 14, High Street, nobody answered. It began at 9.",
            "The child was at home from the age of 13 to 15.",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
