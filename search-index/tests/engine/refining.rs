//! Phrases, exclusions and filters.

use search_index::Request;

use crate::site::*;

#[test]
fn a_phrase_is_exact() {
    assert_eq!(ids(&ask("\"interim care order\"")), ["orders"]);
    assert!(ask("\"care interim order\"").nearest);
    assert!(ask("\"interim care orders\"").nearest);
}

#[test]
fn stop_words_never_lose_a_phrase() {
    assert_eq!(ids(&ask("\"out of hours\"")), ["orders"]);
    assert_eq!(ids(&ask("\"who can see\"")), ["orders"]);
}

#[test]
fn a_phrase_does_not_reach_over_headings() {
    assert!(ask("\"same day consent\"").nearest);
}

#[test]
fn what_is_excluded_is_not_found() {
    assert!(ids(&ask("unexplained gifts")).contains(&"cse"));
    assert!(!ids(&ask("unexplained gifts -sexual")).contains(&"cse"));
    assert!(!ids(&ask("unexplained gifts -\"second phone\"")).contains(&"county-lines"));
}

#[test]
fn typed_and_chosen_filters_do_the_same() {
    let chosen =
        engine().ask(&Request { filters: vec![("type".into(), "case-study".into())], ..request("phone") }).unwrap();
    assert_eq!(ids(&chosen), ["case"]);
    assert_eq!(ids(&ask("phone type:case-study")), ["case"]);
    assert_eq!(ids(&ask("phone type:\"Case study\"")), ["case"]);
    assert!(!ids(&ask("phone -type:case-study")).contains(&"case"));
}

#[test]
fn a_filter_alone_lists_its_pages() {
    assert_eq!(ids(&ask("type:case-study")), ["case"]);
}

#[test]
fn counts_say_what_each_choice_would_leave() {
    let counts = |filters: &[(&str, &str)]| {
        let filters = filters.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let answer = engine().ask(&Request { filters, ..request("phone") }).unwrap();
        let types = answer.facets.into_iter().find(|facet| facet.key == "type").unwrap();
        types.values.into_iter().map(|value| (value.key, value.count, value.chosen)).collect::<Vec<_>>()
    };
    assert_eq!(counts(&[]), [("guidance".into(), 1, false), ("case-study".into(), 1, false)]);
    assert_eq!(counts(&[("type", "guidance")]), [("guidance".into(), 1, true), ("case-study".into(), 1, false)]);
}

#[test]
fn nothing_leads_to_the_nearest_and_to_the_contact() {
    let answer = ask("sexual type:case-study");
    assert!(answer.nearest && answer.total == 0);
    assert_eq!(answer.contact.as_deref(), Some("Immediate danger: ring 999"));
    assert!(ids(&answer).contains(&"cse"));
    let nonsense = ask("qqqqzzzzxx");
    assert!(nonsense.nearest && nonsense.hits.is_empty() && nonsense.contact.is_some());
}

#[test]
fn what_was_meant_by_a_misspelt_phrase_keeps_its_other_words() {
    let answer = ask("\"sexual explotation\" phone");
    assert_eq!(answer.did_you_mean.as_deref(), Some("sexual exploitation phone"));
}

#[test]
fn an_empty_query_has_no_hits() {
    for query in ["", " ", "\"\"", "-", "***", "?!"] {
        let answer = ask(query);
        assert_eq!((answer.total, answer.hits.len()), (0, 0), "{query:?}");
    }
}
