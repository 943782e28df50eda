//! What texts are found by.

use super::*;
use proptest::prelude::*;

/// Words in order; further terms behind `+`, directly after their first word.
fn terms(text: &str) -> String {
    let mut terms = Vec::new();
    Analyser::new(false).each(text, &mut |token| {
        let sign = if token.kind == Kind::Word { "" } else { "+" };
        terms.push(format!("{sign}{}", token.term));
    });
    terms.join(" ")
}

#[test]
fn words_are_letters_and_digits_in_lower_case() {
    assert_eq!(terms("The child’s plan: don't WAIT!"), "the child plan dont wait");
    assert_eq!(terms("'county lines' and “Siân”"), "county lines and sian");
    assert_eq!(terms("A parents' evening—now"), "a parents evening now");
    assert_eq!(terms("ring mash@waymark.gov.uk 👮🏽‍♀️ today"), "ring mash waymark gov uk today");
    assert_eq!(terms("guidance¹ soft\u{ad}hyphen"), "guidance softhyphen");
}

#[test]
fn acronyms_lose_their_points_and_numbers_their_commas() {
    assert_eq!(terms("N.R.M. forms, e.g. the U.K."), "nrm forms eg the uk");
    assert_eq!(terms("end.Next 4.3 v2.1 J.Smith"), "end next 4.3 v2.1 j smith");
    assert_eq!(terms("£1,000 1,000,000 1,2 2015,2016"), "1000 1000000 1 2 2015 2016");
    assert_eq!(terms("0800 123 456"), "0800 123 456");
}

#[test]
fn an_ampersand_belongs_to_initials_only() {
    assert_eq!(terms("A&E, R & D, Q&A"), "a&e +ae r&d +rd q&a +qa");
    assert_eq!(terms("cash & vapes salt&pepper a &b"), "cash vapes salt pepper a b");
}

#[test]
fn hyphenated_words_are_their_parts_and_one_word() {
    assert_eq!(terms("run-away"), "run +runaway away");
    assert_eq!(terms("child-on-child abuse"), "child +childonchild on child abuse");
    assert_eq!(terms("16-17 covid-19 -x- a--b"), "16 17 covid +covid19 19 x a b");
    assert_eq!(terms("a-b-c-d-e non\u{2011}accidental"), "a b c d e non +nonaccidental accidental");
}

#[test]
fn a_citation_has_one_term_however_it_is_written() {
    for text in ["s.47", "s 47", "ss.47", "sec 47", "sec. 47", "Section 47", "SECTION forty seven", "s. 47(1)"] {
        assert!(terms(text).split(' ').any(|term| term == "+s47"), "{text}: {}", terms(text));
    }
    assert_eq!(terms("s47 enquiry"), "s47 enquiry");
    assert_eq!(terms("section47"), "section47 +s47");
    assert_eq!(terms("sections 17 and 47"), "sections +s17 +s47 17 and 47");
    assert_eq!(terms("section 17/47"), "section +s17 +s47 17 47");
    assert_eq!(terms("section 17 and 3 children"), "section +s17 17 and 3 children");
    assert_eq!(terms("section forty-seven"), "section +s47 forty +fortyseven seven");
    assert_eq!(terms("section 17ZA"), "section +s17za 17za");
    assert_eq!(
        terms("article 8, section 4.3, section\n5, section 5 000000"),
        "article +art8 8 section 4.3 section 5 section +s5 5 000000"
    );
}

#[test]
fn units_are_words_in_full() {
    for text in ["72hrs", "72 hrs", "72h", "72 hours", "72-hours", "72Hrs"] {
        assert!(terms(text).contains("72") && terms(text).ends_with("hours"), "{text}: {}", terms(text));
    }
    for text in ["13yo", "13 yo", "13 yr old", "13yr old", "13 y/o", "13 y.o."] {
        assert_eq!(terms(text), "13 year old", "{text}");
    }
    assert_eq!(terms("Y9 yr 9 year 9"), "year 9 year 9 year 9");
    assert_eq!(terms("min age, 10 min, how many hrs"), "min age 10 minute how many hours");
}

#[test]
fn scripts_without_spaces_have_a_word_a_letter() {
    assert_eq!(terms("保護A者"), "保 護 a 者");
    assert_eq!(terms("Защита детей ילדים"), "защита детеи ילדים");
}

#[test]
fn words_of_welsh_texts_have_a_class() {
    let mut classes = Vec::new();
    Analyser::new(true).each("i blant, Phlant a'r sy'n", &mut |token| {
        if token.kind == Kind::Class {
            classes.push((token.term.to_owned(), token.position));
        }
    });
    assert_eq!(classes, [("\u{4}plant".to_owned(), 1), ("\u{4}plant".to_owned(), 2)]);
}

#[test]
fn a_citation_in_welsh_is_one_in_welsh_texts() {
    let cited = |welsh: bool| {
        let mut cited = false;
        Analyser::new(welsh).each("adran 47", &mut |token| cited |= token.term == "s47");
        cited
    };
    assert!(cited(true) && !cited(false));
}

#[test]
fn a_long_word_is_cut_and_its_place_is_whole() {
    for letter in ["a", "A", "é", "ж"] {
        let text = letter.repeat(100);
        let mut seen = 0;
        Analyser::new(false).each(&text, &mut |token| {
            seen += 1;
            assert!(token.term.len() <= 60);
            assert_eq!((token.start, token.end), (0, text.len()));
        });
        assert_eq!(seen, 1);
    }
}

proptest! {
    #[test]
    fn any_text_has_tokens_in_order(text in "\\PC{0,40}|([sS]ections?|ss?|forty|[0-9]{1,4}|yo|A&E|['’.,& /-]|hrs|é|中|\u{301}|\u{2bc})*") {
        for welsh in [false, true] {
            let mut last = None;
            let mut words = 0;
            Analyser::new(welsh).each(&text, &mut |token| {
                assert!(!token.term.is_empty() && token.term.len() <= 60);
                assert!(token.start < token.end && text.get(token.start..token.end).is_some());
                if token.kind == Kind::Word {
                    assert_eq!(token.position, words);
                    words += 1;
                }
                assert_eq!(token.position + 1, words);
                assert!(last <= Some(token.position));
                last = Some(token.position);
            });
        }
    }

    #[test]
    fn a_term_is_found_by_itself(text in "[a-zé0-9 '.&-]{0,30}") {
        let mut terms = Vec::new();
        Analyser::new(false).each(&text, &mut |token| if token.kind == Kind::Word { terms.push(token.term.to_owned()) });
        for term in terms {
            prop_assert_eq!(&fold(&term), &term);
        }
    }
}
