//! No order of the words that the rules know makes a finder stumble.

use std::sync::LazyLock;

use proptest::prelude::*;

use waymark::identity::{Form, Known, Scope, exact_ages, find, people};

use crate::house::rust_below;

/// Every word of a string in the sources of the finders: what they look for stands there, first and last in a text too.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let strings = rust_below("src/identity/")
        .into_iter()
        .flat_map(|file| file.text.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>());
    let mut words: Vec<String> = strings
        .flat_map(|string| {
            let words = string.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'');
            words.filter(|word| word.len() > 1).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    words.sort();
    words.dedup();
    words
});

fn sentence() -> impl Strategy<Value = String> {
    let word = (any::<prop::sample::Index>(), 0..8_u8).prop_map(|(index, case)| {
        let word = index.get(&WORDS);
        match case {
            0 => word.to_uppercase(),
            1 | 2 => word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect(),
            _ => word.clone(),
        }
    });
    let gap = prop::sample::select(vec![
        " ", " ", " ", " ", " ", ", ", ". ", "-", " the ", " a ", " 4 ", "'s ", "\n\n", " (", ": ",
    ]);
    prop::collection::vec((word, gap), 1..12).prop_map(|parts| {
        let text: String = parts.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect();
        text.trim_end().to_owned()
    })
}

#[test]
fn every_word_of_the_rules_may_stand_alone() {
    assert!(WORDS.len() > 3000, "{} words", WORDS.len());
    for word in &*WORDS {
        for text in [word.clone(), format!("{word}."), format!("The child {word}"), format!("{word} {word}")] {
            find(&text, Form::Markdown, Scope::CaseStudy, &Known::default());
        }
    }
}

proptest! {
    #[test]
    fn words_of_the_rules_in_any_order_are_looked_through(text in sentence()) {
        for form in [Form::Markdown, Form::Path] {
            for scope in [Scope::CaseStudy, Scope::Elsewhere] {
                let mut end = 0;
                for detail in find(&text, form, scope, &Known::default()) {
                    prop_assert!(text.get(detail.range.clone()).is_some() && detail.range.start >= end, "{detail:?} of {text:?}");
                    end = detail.range.end;
                }
            }
        }
        people(&text, Form::Markdown, &Known::default());
        exact_ages(&text, Form::Markdown);
    }
}
