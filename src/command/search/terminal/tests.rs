//! Answers as people see them.

use super::*;
use search_index::{SectionHit, Snippet, ValueCount};

fn answer() -> Answer {
    let notes = [("type", "Guidance"), ("status", "Superseded"), ("nation", "Wales"), ("superseded_by", "New")];
    let snippet = Snippet {
        text: "… ring the front door, or send the form \u{1b}[2J to it …".to_owned(),
        marks: vec![(11, 21)],
    };
    let hit = Hit {
        rank: 1,
        url: "guidance/a%20page.html#who".to_owned(),
        title: "Making a referral".to_owned(),
        heading: Some("Who refers".to_owned()),
        notes: notes.map(|(key, note)| (key.to_owned(), note.to_owned())).into(),
        sections: vec![SectionHit { url: "guidance/a%20page.html".to_owned(), ..SectionHit::default() }],
        snippet,
        ..Hit::default()
    };
    let also = |typed: &str, searched: &[&str], kind, nation: Option<&str>| Also {
        typed: typed.to_owned(),
        searched: searched.iter().map(|word| (*word).to_owned()).collect(),
        kind,
        nation: nation.map(str::to_owned),
    };
    let value = |key: &str, count| ValueCount { key: key.to_owned(), label: key.to_owned(), count, chosen: false };
    Answer {
        total: 12,
        hits: vec![hit],
        also: vec![
            also("mash", &["multi-agency safeguarding hub"], AlsoKind::Synonym, None),
            also("mash", &["Gateway team"], AlsoKind::Nation, Some("northern-ireland")),
            also("mash", &[], AlsoKind::Related, None),
        ],
        did_you_mean: Some("mash referral".to_owned()),
        facets: vec![
            FacetCount {
                key: "type".to_owned(),
                label: "Type".to_owned(),
                values: vec![value("guidance", 7), value("page", 5)],
            },
            FacetCount { key: "level".to_owned(), label: "Level".to_owned(), values: vec![value("4", 1)] },
        ],
        ..Answer::default()
    }
}

fn shown(answer: &Answer, coloured: bool) -> String {
    let terminal = Terminal { query: "mash\u{7} referal", place: "public", width: 44, coloured, narrowed: false };
    let mut out = Vec::new();
    let written = if answer.total > 0 { terminal.answer(answer, &mut out) } else { terminal.nothing(answer, &mut out) };
    written.unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn an_answer_is_told_in_plain_lines() {
    let expected = "\
12 pages for “mash referal”, the first 1
Also searched: multi-agency safeguarding hub
(same meaning)
Also searched: Gateway team (the word in
Northern Ireland)
Did you mean: mash referral

1. Making a referral
   Who refers
   … ring the front door, or send the form
   [2J to it …
   public/guidance/a page.html#who
   Guidance · Superseded · Wales · replaced
   by New
   Also: at the top
   public/guidance/a page.html

--type: guidance (7), page (5)
";
    assert_eq!(shown(&answer(), false), expected);
}

#[test]
fn colours_add_nothing_but_colour() {
    let coloured = shown(&answer(), true);
    let paint = Paint::new(true);
    assert!(coloured.contains(&format!("{}Making a referral{:#}", paint.title, paint.title)));
    assert!(coloured.contains(&format!("{}front{:#} {}door{:#}", paint.mark, paint.mark, paint.mark, paint.mark)));
    let plain: String =
        coloured.split('\u{1b}').map(|part| part.split_once('m').map_or(part, |(_, rest)| rest)).collect();
    assert!(plain.starts_with("12 pages") || coloured.starts_with('\u{1b}'));
}

#[test]
fn nothing_found_is_no_dead_end() {
    let near = Answer {
        total: 0,
        nearest: true,
        contact: Some("Police: 999".to_owned()),
        also: Vec::new(),
        facets: Vec::new(),
        ..answer()
    };
    let said = shown(&near, false);
    assert!(
        said.starts_with("No page matches “mash referal”.\nDid you mean: mash referral\n\nNearest:\n1. Making"),
        "{said}"
    );
    assert!(said.ends_with("\n\nPolice: 999\n"), "{said}");
}
