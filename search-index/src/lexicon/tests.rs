//! What words lead to.

use super::*;
use crate::analysis::Analyser;
use crate::record::SynonymKind;
use proptest::prelude::*;

fn line(kind: SynonymKind, from: &[&str], to: &[&str], nation: Option<&str>) -> Synonym {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Synonym { kind, from: owned(from), to: owned(to), nation: nation.map(str::to_owned), hidden: false }
}

fn lexicon() -> Lexicon {
    use SynonymKind::{Ambiguous, Nation, OneWay, Related, TwoWay};
    Lexicon::new(&[
        line(TwoWay, &["CSE", "child sexual exploitation"], &[], None),
        line(TwoWay, &["CSE", "certificate of secondary education"], &[], None),
        line(TwoWay, &["county lines", "countylines"], &[], None),
        line(Related, &["cuckooing"], &["county lines"], None),
        line(OneWay, &["front door", "first response"], &["MASH"], None),
        line(TwoWay, &["MASH", "multi-agency safeguarding hub"], &[], None),
        line(Nation, &["DSL"], &["DSP"], Some("wales")),
        line(Ambiguous, &["ICO"], &["interim care order", "Information Commissioner"], None),
        line(TwoWay, &["s47", "section 47", "child protection enquiry"], &[], None),
        line(TwoWay, &["EDT", "emergency duty team", "out of hours"], &[], None),
        line(TwoWay, &["harm outside the home", "extra-familial harm", "EFH"], &[], None),
        line(OneWay, &["cutting"], &["FGM"], None),
        line(OneWay, &["elder"], &["exploiter"], None),
        line(Related, &["grooming", "coercion", "exploitation"], &[], None),
        line(TwoWay, &["LADO", "DO"], &[], None),
        line(TwoWay, &["section 45 defence", "s45"], &[], None),
        line(OneWay, &["semi-nudes"], &["images"], None),
        line(TwoWay, &["", "?!"], &["…"], None),
    ])
}

fn expand(query: &str) -> Vec<String> {
    let query = Query::parse(query, &[]);
    let show = |found: Expansion| {
        let nation = found.nation.map_or_else(String::new, |nation| format!(" {nation}"));
        let kind = if found.typed { "typed".to_owned() } else { format!("{:?}", found.kind) };
        format!("{}..{} {kind}{nation} {}", found.slots.start, found.slots.end, found.term)
    };
    lexicon().expand(&query).into_iter().map(show).collect()
}

fn phrases(text: &str) -> Vec<String> {
    let (lexicon, mut finder, mut found) = (lexicon(), PhraseFinder::default(), Vec::new());
    Analyser::new(false).each(text, &mut |token| {
        finder.feed(&lexicon, token.term, token.position, &mut |term, first| found.push(format!("{first} {term}")));
    });
    found
}

#[test]
fn words_that_mean_the_same_lead_to_each_other_on_their_own_line() {
    let both = ["0..1 Synonym child sexual exploitation", "0..1 Synonym certificate of secondary education"];
    assert_eq!(expand("cse "), both);
    let typed = ["0..3 typed child sexual exploitation", "0..3 Synonym cse"];
    assert_eq!(expand("child sexual exploitation "), typed);
    assert_eq!(expand("countyline "), ["0..1 Synonym county lines"]);
    assert_eq!(
        expand("help with county line "),
        ["2..4 typed county lines", "2..4 Synonym countylines", "2..4 Related cuckooing"]
    );
}

#[test]
fn one_way_leads_there_and_not_back() {
    assert_eq!(expand("front door "), ["0..2 typed front door", "0..2 Preferred mash"]);
    assert_eq!(expand("mash "), ["0..1 Synonym multi agency safeguarding hub"]);
}

#[test]
fn a_nation_is_named_where_its_word_is() {
    assert_eq!(expand("dsl "), ["0..1 Nation wales dsp"]);
    assert_eq!(expand("dsp "), ["0..1 Nation dsl"]);
}

#[test]
fn all_meanings_of_an_ambiguous_word_count() {
    assert_eq!(expand("ICO letter"), ["0..1 Meaning interim care order", "0..1 Meaning information commissioner"]);
    assert_eq!(expand("interim care order "), ["0..3 typed interim care order"]);
}

#[test]
fn citations_and_stop_words_take_part() {
    for query in ["s47 ", "s.47 ", "section forty seven "] {
        assert_eq!(expand(query), ["0..1 Synonym child protection enquiry"], "{query}");
    }
    assert_eq!(expand("out of hours ")[..2], ["0..3 typed out of hours", "0..3 Synonym edt"]);
    assert_eq!(expand("harm outside home threshold ")[0], "0..3 typed harm outside the home");
    assert_eq!(expand("harm outside of the home ")[0], "0..5 typed harm outside the home");
    assert_eq!(expand("multiagency safeguarding hubs ")[1], "0..3 Synonym mash");
    assert_eq!(expand("s.45 defence ")[0], "0..2 typed section 45 defence");
}

#[test]
fn single_words_match_narrowly() {
    assert_eq!(expand("cut elderly "), Vec::<String>::new());
    assert_eq!(
        expand("groomed elders "),
        ["0..1 Related coercion", "0..1 Related exploitation", "1..2 Preferred exploiter"]
    );
    assert_eq!(expand("seminudes "), ["0..1 typed semi nudes", "0..1 Preferred images"]);
    assert_eq!(expand("exploited "), ["0..1 Related grooming", "0..1 Related coercion"]);
    assert_eq!(expand("county-lines ")[0], "0..2 typed county lines");
    assert!(expand("cuck-ooing ").contains(&"0..2 Related county lines".to_owned()));
    assert_eq!(expand("what do i do "), Vec::<String>::new());
    assert_eq!(expand("ring the DO "), ["2..3 Synonym lado"]);
    assert_eq!(expand("\"cse\" -mash "), Vec::<String>::new());
}

#[test]
fn phrases_are_found_in_texts_however_they_are_inflected() {
    assert_eq!(
        phrases("A County Line, and multi-agency safeguarding hubs."),
        ["1 county lines", "4 multi agency safeguarding hub"]
    );
    assert_eq!(phrases("multiagency safeguarding hub"), ["0 multi agency safeguarding hub"]);
    assert_eq!(
        phrases("harm outside home or extra-familial harm"),
        ["0 harm outside the home", "4 extra familial harm"]
    );
    assert_eq!(phrases("the section 45 defence, the s45 defence"), ["1 section 45 defence", "5 section 45 defence"]);
    assert_eq!(phrases("county. Section 47. front front door"), ["4 front door"]);
}

proptest! {
    #[test]
    fn any_synonyms_and_any_query_will_do(
        sides in proptest::collection::vec("\\PC{0,20}|(a|of|s 4|b-c| |the){0,6}", 0..8),
        text in "\\PC{0,20}|(a|of|s 4|b-c| |the){0,12}",
    ) {
        use SynonymKind::{Ambiguous, Nation, OneWay, Related, TwoWay};
        let synonyms: Vec<Synonym> = [TwoWay, OneWay, Related, Nation, Ambiguous].iter().map(|kind| {
            let (from, to) = sides.split_at(sides.len() / 2);
            Synonym { kind: *kind, from: from.to_vec(), to: to.to_vec(), nation: None, hidden: true }
        }).collect();
        let lexicon = Lexicon::new(&synonyms);
        let query = Query::parse(&text, &[]);
        for expansion in lexicon.expand(&query) {
            prop_assert!(!expansion.slots.is_empty() && expansion.slots.end <= query.slots.len());
            prop_assert!(!expansion.term.is_empty());
        }
        let mut finder = PhraseFinder::default();
        Analyser::new(false).each(&text, &mut |token| {
            finder.feed(&lexicon, token.term, token.position, &mut |term, first| {
                assert!(term.contains(' ') && first < token.position);
            });
        });
    }
}
