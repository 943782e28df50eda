//! The words that carry meaning in a statement, to tell whether two say the same.

use std::collections::BTreeSet;

/// Words that stand in every other sentence.
const EMPTY: &[&str] = &[
    "a", "about", "after", "again", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "before",
    "being", "but", "by", "can", "child", "children", "do", "does", "for", "from", "had", "has", "have", "her", "him",
    "his", "how", "if", "in", "into", "is", "it", "its", "make", "may", "must", "no", "not", "of", "on", "or", "other",
    "out", "over", "same", "she", "he", "should", "so", "some", "than", "that", "the", "their", "them", "then",
    "there", "these", "they", "this", "those", "to", "up", "was", "were", "what", "when", "where", "whether", "which",
    "who", "whose", "why", "will", "with", "within", "without", "young", "person", "people",
];

/// The main words of a text, without endings.
pub fn main_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let lower = words.map(str::to_lowercase).filter(|word| !EMPTY.contains(&word.as_str()));
    lower.map(|word| meaning(stem(&word))).collect()
}

/// How much two sets of words share: from 0, nothing, to 1, all.
pub fn overlap(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shared = a.intersection(b).count();
    let all = a.len() + b.len() - shared;
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

/// How much of the first set stands in the second: from 0, nothing, to 1, all.
pub fn contained(part: &BTreeSet<String>, whole: &BTreeSet<String>) -> f64 {
    if part.is_empty() { 0.0 } else { part.intersection(whole).count() as f64 / part.len() as f64 }
}

/// Words of agencies that mean the same in an action, without endings: one is taken for all.
const ALIKE: &[&[&str]] = &[
    &["hold", "conven", "arrang", "call", "organis"],
    &["discussion", "meet"],
    &["complet", "undertak", "conduct", "carry", "finish"],
    &["tell", "inform", "notif"],
    &["record", "write", "note", "document"],
    &["contact", "ring", "phon", "telephon"],
    &["begin", "start", "open"],
    &["initial", "first"],
    &["parent", "carer", "famil"],
];

/// One word for all that mean the same.
fn meaning(word: String) -> String {
    let same = ALIKE.iter().find(|words| words.contains(&word.as_str()));
    same.map_or(word, |words| words[0].to_owned())
}

/// A word without its most frequent English endings.
fn stem(word: &str) -> String {
    let long_enough = |stem: &str| stem.chars().count() >= 4;
    for ending in ["ations", "ation", "ing", "ies", "ed", "es", "s", "y", "e"] {
        if let Some(stem) = word.strip_suffix(ending)
            && long_enough(stem)
        {
            return stem.to_owned();
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_the_same_shares_its_main_words() {
        let alike = |a: &str, b: &str| overlap(&main_words(a), &main_words(b));
        assert!(alike("Hold a strategy discussion", "Hold the strategy discussions") > 0.99);
        assert!(alike("Hold a strategy discussion with police", "Hold a strategy discussion") > 0.7);
        assert!(alike("Refer the child", "Offer early help") < 0.01);
        assert!(alike("Convene a strategy meeting", "Hold a strategy discussion") > 0.99);
        assert!(alike("", "") < 0.01);
    }
}
