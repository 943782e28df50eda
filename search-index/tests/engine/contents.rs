//! What an index holds can be listed whole, so that what it does not hold can be proved.

use std::sync::Arc;

use search_index::{Contents, Engine, Files, Page, Writer};

use crate::site::{page, settings};

fn contents(pages: Vec<Page>) -> Contents {
    let mut writer = Writer::new(&settings()).unwrap();
    for page in pages {
        writer.add(&page).unwrap();
    }
    let files: Files = writer.finish().unwrap();
    Engine::open(Arc::new(files)).unwrap().contents().unwrap()
}

#[test]
fn the_contents_are_every_page_and_every_word() {
    let all = contents(vec![page("one", "Borrowed phone", &[("", "Quartz"), ("Week three", "A ferret")])]);
    assert_eq!(all.pages.len(), 1);
    assert_eq!(all.pages[0].sections[1].0, "Week three");
    for word in ["borrowed", "phone", "quartz", "ferret", "week"] {
        assert!(all.terms.contains(word), "{word} is missing from {:?}", all.terms);
    }
    assert!(all.settings.iter().any(|line| line.contains("county lines")), "{:?}", all.settings);
}

#[test]
fn words_of_a_page_that_was_left_out_are_not_in_the_contents() {
    let left = contents(vec![page("two", "Something else", &[("", "A hedgehog")])]);
    assert!(!left.terms.contains("quartz"));
    assert!(left.terms.contains("hedgehog"));
}

#[test]
fn a_site_without_pages_has_no_contents() {
    let nothing = contents(Vec::new());
    assert!(nothing.pages.is_empty() && nothing.terms.is_empty());
}
