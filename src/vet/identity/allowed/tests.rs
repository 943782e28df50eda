//! What allows what.

use super::*;

fn entry(text: &str, kind: &str, places: &[&str]) -> Entry {
    Entry {
        text: text.to_owned(),
        squeezed: number_squeezed(text),
        kind: kind.to_owned(),
        places: places.iter().map(|place| (*place).to_owned()).collect(),
        holds: true,
        used: AtomicBool::new(false),
    }
}

fn detail(text: &str, quoted: &str, kind: Kind) -> Detail {
    let at = text.find(quoted).unwrap_or_default();
    Detail { kind, range: at..at + quoted.len(), message: String::new(), hint: String::new() }
}

fn allows(entry: &Entry, path: &str, text: &str, quoted: &str, kind: Kind) -> bool {
    entry.allows(path, text, quoted, &detail(text, quoted, kind))
}

#[test]
fn an_entry_holds_for_its_text_its_kind_and_its_files() {
    let york = entry("York", "place", &["case-studies/a.md"]);
    assert!(allows(&york, "case-studies/a.md", "in York.", "York", Kind::Place));
    assert!(allows(&york, "case-studies/a.md", "in YORK.", "YORK", Kind::Place));
    assert!(!allows(&york, "case-studies/b.md", "in York.", "York", Kind::Place));
    assert!(!allows(&york, "case-studies/a.md", "Ms York", "York", Kind::PersonName));
    assert!(!allows(&york, "case-studies/a.md", "in New York", "New York", Kind::Place));
    assert!(allows(&entry("York", "place", &["*"]), "guidance/x.md", "York", "York", Kind::Place));
}

#[test]
fn a_part_of_an_allowed_text_may_stand_where_the_whole_stands() {
    let review = entry("Star Hobson review", "person-name", &["*"]);
    assert!(allows(&review, "a.md", "the Star Hobson review said", "Star Hobson", Kind::PersonName));
    assert!(!allows(&review, "a.md", "Star Hobson said", "Star Hobson", Kind::PersonName));
    assert!(!allows(&review, "a.md", "é", "é", Kind::PersonName));
}

#[test]
fn a_number_is_the_same_however_it_is_written() {
    for number in ["0808 800 5000", "0808-800-5000", "+44 808 800 5000", "0044 (0)808 8005000"] {
        assert_eq!(number_squeezed(number), "08088005000", "{number}");
    }
}

#[test]
fn an_address_covers_its_pages_and_parts_and_nothing_that_only_looks_like_it() {
    for url in ["https://www.nspcc.org.uk/", "nspcc.org.uk/a?b", "http://learning.nspcc.org.uk#x", "NSPCC.org.uk"] {
        assert!(is_within(url, "nspcc.org.uk"), "{url}");
    }
    for url in
        ["https://nspcc.org.uk.evil.example", "mynspcc.org.uk", "nspcc.org.ukx", "https://nspcc.org.uk@evil.example/"]
    {
        assert!(!is_within(url, "nspcc.org.uk"), "{url}");
    }
    assert!(is_within("gov.uk/x", "gov.uk") && !is_within("gov.uk/x", ""));
}
