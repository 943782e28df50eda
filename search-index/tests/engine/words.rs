//! Words find what was meant: synonyms, citations, slips, other forms.

use search_index::AlsoKind;

use crate::site::*;

fn also(query: &str) -> Vec<(String, Vec<String>, AlsoKind)> {
    ask(query).also.into_iter().map(|also| (also.typed, also.searched, also.kind)).collect()
}

#[test]
fn an_acronym_finds_what_it_stands_for_and_says_so() {
    assert_eq!(first("CSE"), "cse.html");
    assert_eq!(also("cse"), [("cse".into(), vec!["child sexual exploitation".into()], AlsoKind::Synonym)]);
}

#[test]
fn a_one_way_synonym_leads_one_way() {
    assert_eq!(first("front door"), "referral.html#part-2");
    assert_eq!(also("front door")[0].2, AlsoKind::Preferred);
    assert!(also("mash").is_empty());
}

#[test]
fn related_words_weigh_less_and_go_both_ways() {
    assert!(ids(&ask("cuckooing")).contains(&"county-lines"));
    assert_eq!(also("cuckooing")[0].2, AlsoKind::Related);
}

#[test]
fn all_meanings_of_an_ambiguous_word_are_searched() {
    let said = also("ICO");
    assert_eq!(said[0].2, AlsoKind::Meaning);
    assert_eq!(said[0].1, ["interim care order", "Information Commissioner"]);
    assert_eq!(ids(&ask("ICO"))[0], "orders");
}

#[test]
fn another_nations_word_is_named_as_such() {
    let answer = ask("DSL");
    assert_eq!(answer.also[0].nation.as_deref(), Some("wales"));
    assert_eq!(answer.also[0].searched, ["DSP"]);
}

#[test]
fn every_way_to_write_a_citation_finds_it() {
    for query in ["s47", "s.47", "s 47", "sec 47", "section 47", "section forty seven"] {
        assert_eq!(first(query), "referral.html#part-2", "{query}");
    }
}

#[test]
fn numbers_and_units_meet() {
    for query in ["72 hrs", "72hrs", "72 hours", "72h"] {
        assert_eq!(first(query), "leads.html", "{query}");
    }
}

#[test]
fn words_run_together_or_apart_are_found() {
    assert_eq!(first("countylines").split('#').next(), Some("county-lines.html"));
    assert_eq!(first("run away"), "county-lines.html#part-1");
    assert_eq!(first("run-away"), "county-lines.html#part-1");
    assert_eq!(first("multiagency"), "referral.html#part-2");
}

#[test]
fn a_slip_of_the_keyboard_is_repaired_and_said() {
    for (typed, meant) in
        [("refferal", "referral"), ("comissioner", "commissioner"), ("hcild", "child"), ("xploitation", "exploitation")]
    {
        let answer = ask(typed);
        assert_eq!(answer.did_you_mean.as_deref(), Some(meant), "{typed}");
        assert!(!answer.hits.is_empty() && !answer.nearest, "{typed}");
    }
}

#[test]
fn a_word_one_slip_away_is_likelier_than_two_written_together() {
    assert_eq!(ask("noteschild").did_you_mean.as_deref(), Some("notes child"));
    assert_eq!(ask("childd").did_you_mean.as_deref(), Some("child"));
}

#[test]
fn a_known_word_is_never_repaired() {
    assert_eq!(ask("plan").did_you_mean, None);
}

#[test]
fn a_repaired_word_leads_to_its_synonyms() {
    let answer = ask("cuckoing");
    assert!(answer.also.iter().any(|also| also.searched.contains(&"county lines".to_owned())), "{:?}", answer.also);
}

#[test]
fn typing_on_into_a_word_never_empties_the_list() {
    let word = "commissioner";
    for end in 2..=word.len() {
        assert!(ids(&ask(&word[..end])).contains(&"orders"), "{}", &word[..end]);
    }
}

#[test]
fn other_forms_of_a_word_are_found_after_the_word_itself() {
    assert!(ids(&ask("refer")).contains(&"referral"));
    assert!(ids(&ask("exploited")).contains(&"cse"));
}

#[test]
fn welsh_words_are_found_in_all_their_mutations() {
    for query in ["plant", "blant", "phlant", "mhlant"] {
        assert_eq!(ids(&ask(query))[0], "plant", "{query}");
    }
}

#[test]
fn accents_do_not_matter() {
    assert_eq!(first("Cöunty Línes"), first("county lines"));
}
