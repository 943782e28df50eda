//! What queries ask for.

use super::*;
use proptest::prelude::*;

fn facets() -> Vec<Facet> {
    let values = |values: &[(&str, &str)]| values.iter().map(|(k, l)| ((*k).to_owned(), (*l).to_owned())).collect();
    vec![
        Facet {
            key: "type".into(),
            label: "Kind of page".into(),
            values: values(&[("guidance", "Guidance"), ("case-study", "Case study"), ("glossary", "Glossary")]),
        },
        Facet { key: "topic".into(), label: "Topic".into(), values: values(&[("county-lines", "County lines")]) },
    ]
}

/// Slots as words; `*` half typed, `~` stop word, quotation marks for phrases, `-` excluded, `+` joined.
fn shown(text: &str) -> String {
    let query = Query::parse(text, &facets());
    let show = |slot: &Slot| {
        let terms = slot.terms.iter().map(|(term, _)| term.as_str()).collect::<Vec<_>>().join(" ");
        let stop = if slot.stop { "~" } else { "" };
        let joined = slot.joined.as_ref().map_or_else(String::new, |joined| format!("+{joined}"));
        match slot.shape {
            Shape::Word => format!("{stop}{terms}{joined}"),
            Shape::HalfTyped => format!("{stop}{terms}{joined}*"),
            Shape::Phrase => format!("\"{terms}\""),
        }
    };
    let mut all: Vec<String> = query.slots.iter().map(show).collect();
    all.extend(query.excluded.iter().map(|slot| format!("-{}", show(slot))));
    let sign = |excluded: bool| if excluded { "-" } else { "" };
    all.extend(query.filters.iter().map(|(key, value, excluded)| format!("{}{key}:{value}", sign(*excluded))));
    all.join(" ")
}

#[test]
fn the_last_word_is_half_typed_until_something_follows() {
    assert_eq!(shown("mash refer"), "mash refer*");
    assert_eq!(shown("mash referral "), "mash referral");
    assert_eq!(shown("tell parents before referral?"), "tell parents before referral");
    assert_eq!(shown("child'"), "child*");
    assert_eq!(shown("exploit* children "), "exploit* children");
    assert_eq!(shown("* ex*it ** ? "), "ex ~it");
}

#[test]
fn quotation_marks_of_any_kind_make_phrases() {
    for text in ["\"out of hours\" mash ", "“out of hours” mash ", "„out of hours“ mash ", "«out of hours» mash "]
    {
        assert_eq!(shown(text), "\"out of hours\" mash", "{text}");
    }
    assert_eq!(shown("mash \"county li"), "mash \"county li\"");
    assert_eq!(shown("\"\" \"?\" mash "), "mash");
    let query = Query::parse("\"section 47 enquiry\"", &[]);
    assert_eq!(query.slots[0].typed, "section 47 enquiry");
    assert_eq!(query.slots[0].range, 0..20);
    assert_eq!(query.slots[0].terms[2], ("enquiry".to_owned(), 2));
}

#[test]
fn a_minus_before_a_word_excludes_it() {
    assert_eq!(shown("mash -referral form "), "mash form -referral");
    assert_eq!(shown("mash −referral –form"), "mash -referral -form");
    assert_eq!(shown("mash -\"level 3\" now "), "mash now -\"level 3\"");
    assert_eq!(shown("mash -peer-on-peer -s.47 "), "mash -\"peer on peer\" -s47");
    assert_eq!(shown("non-contact - and --x "), "non+noncontact contact ~and x");
}

#[test]
fn operators_of_databases_are_understood_and_capital_lock_is_not_one() {
    assert_eq!(shown("CSE AND (CCE OR trafficking) NOT adult "), "cse cce trafficking -adult");
    assert_eq!(shown("mash NOT \"level 3\" "), "mash -\"level 3\"");
    assert_eq!(shown("DO NOT CONTACT PARENTS "), "~do not contact parents");
    assert_eq!(shown("NOT missing "), "not missing");
    assert_eq!(shown("missing NOT"), "missing not*");
}

#[test]
fn filters_count_if_facet_and_value_are_known() {
    assert_eq!(shown("mash type:guidance "), "mash type:guidance");
    assert_eq!(shown("-type:Guidance mash "), "mash -type:guidance");
    assert_eq!(shown("topic:\"county lines\" x "), "x topic:county-lines");
    assert_eq!(shown("kind-of-page:case topic:COUNTY "), "type:case-study topic:county-lines");
    assert_eq!(shown("type:g ",), "type g");
    assert_eq!(shown("type:letter note: x "), "type letter note x");
    assert_eq!(shown("topic:\"far right\" "), "topic \"far right\"");
}

#[test]
fn a_citation_is_one_slot() {
    assert_eq!(shown("s 47 threshold "), "s47 threshold");
    assert_eq!(shown("s.17 or s47 which one "), "s17 ~or s47 ~which one");
    assert_eq!(shown("section forty seven enquiry "), "s47 enquiry");
    assert_eq!(shown("sections 17 and 47 compared "), "s17 s47 compared");
    assert_eq!(shown("section 4"), "s4*");
    let slot = &Query::parse("a section forty-seven x", &[]).slots[1];
    assert_eq!(slot.typed, "section forty-seven");
    assert_eq!(slot.parts, ["section", "forty", "seven"]);
}

#[test]
fn numbers_units_and_hyphenated_words_are_slots_for_each_word() {
    assert_eq!(shown("rhi 72hrs "), "rhi 72 hours");
    assert_eq!(shown("13yo boy "), "13 year old boy");
    assert_eq!(shown("return-home interview "), "return+returnhome home interview");
    assert_eq!(shown("A&E "), "a&e+ae");
}

#[test]
fn stop_words_are_marked_unless_nothing_else_was_typed() {
    assert_eq!(shown("who is a first responder "), "~who ~is ~a first responder");
    assert_eq!(shown("what is it "), "what is it");
    assert_eq!(shown("IT policy "), "it policy");
}

#[test]
fn no_more_slots_than_the_limit_count() {
    let query = Query::parse(&"word \"a phrase\" -not type:guidance section 4 ".repeat(1000), &facets());
    assert_eq!(query.slots.len(), MOST);
    assert_eq!(query.excluded.len(), MOST);
    assert_eq!(query.filters.len(), 1);
    assert!(Query::parse(&"\"".repeat(10_000), &[]).slots.is_empty());
    assert!(Query::parse(&"*".repeat(10_000), &[]).slots.is_empty());
}

proptest! {
    #[test]
    fn any_text_is_a_query(text in "\\PC{0,60}|(\"|-|NOT |type:|guidance| |sections? |47|,|forty|[a-zA-Z'*&é]{1,5}|“|\\*|/){0,60}") {
        let query = Query::parse(&text, &facets());
        for slot in query.slots.iter().chain(&query.excluded) {
            prop_assert!(text.get(slot.range.clone()).is_some());
            prop_assert!(!slot.terms.is_empty());
            prop_assert!(slot.shape == Shape::Phrase || slot.terms.len() == 1);
            prop_assert!(slot.terms.iter().all(|(term, _)| !term.is_empty()));
        }
        prop_assert!(query.slots.is_empty() || query.slots.iter().any(|slot| !slot.stop));
    }
}
