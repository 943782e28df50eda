//! The best page comes first, with its best section.

use crate::site::*;

#[test]
fn the_page_whose_title_is_the_query_comes_first() {
    for (query, page) in [
        ("county lines", "county-lines.html"),
        ("child sexual exploitation", "cse.html"),
        ("making a referral", "referral.html"),
    ] {
        assert_eq!(first(query).split('#').next().unwrap(), page, "{query}");
    }
}

#[test]
fn a_hit_leads_to_the_section_that_says_it() {
    assert_eq!(first("tell parents before referral"), "referral.html#part-1");
    assert_eq!(first("information commissioner"), "orders.html#part-1");
}

#[test]
fn further_sections_of_a_page_are_under_its_one_hit() {
    let answer = ask("referral");
    assert_eq!(ids(&answer).iter().filter(|id| **id == "referral").count(), 1);
    let hit = &answer.hits[0];
    assert!(hit.sections.iter().all(|section| section.url.starts_with("referral.html")));
    assert!(hit.sections.len() <= 3);
}

#[test]
fn a_question_need_not_match_in_every_word() {
    assert_eq!(
        first("what should happen about unexplained presents or gifts and a second phone"),
        "county-lines.html#part-1"
    );
}

#[test]
fn a_superseded_page_comes_after_one_in_force() {
    let mut old = page("old", "Forced marriage", &[("", "Forced marriage is a crime.")]);
    old.standing = 40;
    let new = page(
        "new",
        "Forced marriage",
        &[("", "Forced marriage is a crime, and more is said here of what to do about it.")],
    );
    let mut writer = search_index::Writer::new(&settings()).unwrap();
    [old, new].iter().for_each(|page| writer.add(page).unwrap());
    let engine = search_index::Engine::open(std::sync::Arc::new(writer.finish().unwrap())).unwrap();
    assert_eq!(ids(&engine.ask(&request("forced marriage")).unwrap()), ["new", "old"]);
}

/// A page of low standing about four words, and one to follow that has the same words in its text.
fn low_and_high(title: &str) -> search_index::Engine {
    let mut sign = page("sign", title, &[("", "An ordinary explanation.")]);
    sign.standing = 45;
    let text = format!("{title}. {title}, and what to do when somebody tells you so. Talk and write it down.");
    let guidance = page("guidance", "What to do", &[(title, text.as_str())]);
    let mut writer = search_index::Writer::new(&settings()).unwrap();
    [sign, guidance].iter().for_each(|page| writer.add(page).unwrap());
    search_index::Engine::open(std::sync::Arc::new(writer.finish().unwrap())).unwrap()
}

#[test]
fn four_words_of_a_title_name_a_page_even_of_low_standing_and_fewer_name_a_topic() {
    let title = "Unexplained presents arrive every weekend";
    let engine = low_and_high(title);
    assert_eq!(ids(&engine.ask(&request(title)).unwrap()), ["sign", "guidance"]);
    let title = "Unexplained presents";
    let engine = low_and_high(title);
    assert_eq!(ids(&engine.ask(&request(title)).unwrap()), ["guidance", "sign"]);
}

#[test]
fn words_of_the_summary_and_search_terms_find_a_page() {
    assert_eq!(first("debt bondage"), "case.html");
    assert_eq!(first("food"), "case.html");
}

#[test]
fn the_snippet_shows_and_marks_what_matched() {
    let hit = &ask("significant harm").hits[0];
    let chars: Vec<char> = hit.snippet.text.chars().collect();
    let marked: Vec<String> =
        hit.snippet.marks.iter().map(|(start, end)| chars[*start as usize..*end as usize].iter().collect()).collect();
    assert_eq!(marked, ["significant", "harm"]);
    assert_eq!(hit.matched, ["harm", "significant"]);
}

#[test]
fn words_that_match_in_title_and_headings_are_told_too() {
    let hit = &ask("county lines signs").hits[0];
    assert!(
        ["county lines", "signs"].iter().all(|word| hit.matched.iter().any(|found| found == word)),
        "{:?}",
        hit.matched
    );
}

#[test]
fn ranks_go_on_over_pages_of_results() {
    let engine = engine();
    let all = engine.ask(&search_index::Request { limit: 30, ..request("handbook") }).unwrap();
    let some = engine.ask(&search_index::Request { offset: 7, limit: 11, ..request("handbook") }).unwrap();
    assert_eq!(all.total, 40);
    assert_eq!(all.hits[7..18], some.hits[..]);
    assert_eq!(some.hits[0].rank, 8);
    let beyond = engine.ask(&search_index::Request { offset: 4000, ..request("handbook") }).unwrap();
    assert_eq!((beyond.hits.len(), beyond.total), (0, 40));
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    assert_eq!(files(), files());
}
