//! Any text is a query: it is answered, and by pieces just as from files. The first line is the query; the others are
//! filters, `facet:value`.
#![no_main]

mod site;

use libfuzzer_sys::fuzz_target;
use search_index::{Engine, Request, Snippet};
use std::sync::{Arc, LazyLock};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::open(Arc::new(site::FILES.clone())).unwrap());

fuzz_target!(|text: &str| {
    let mut lines = text.split('\n');
    let query = lines.next().unwrap_or_default().to_owned();
    let filters = lines.filter_map(|line| line.split_once(':'));
    let filters = filters.map(|(facet, value)| (facet.to_owned(), value.to_owned())).collect();
    let request = Request { query, filters, ..Request::default() };

    let answer = ENGINE.ask(&request).unwrap();
    assert!(answer.hits.len() <= 10);
    for hit in &answer.hits {
        assert_marks(&hit.snippet);
        hit.sections.iter().for_each(|section| assert_marks(&section.snippet));
    }
    assert_eq!(site::ask_by_pieces(&request, |_, payload| payload.to_vec()).unwrap(), answer);
});

fn assert_marks(snippet: &Snippet) {
    let length = snippet.text.chars().count() as u32;
    let mut at = 0;
    for &(start, end) in &snippet.marks {
        assert!(at <= start && start < end && end <= length, "{snippet:?}");
        at = end;
    }
}
