//! Dates that belong to a page, not to a child.

use super::{Detail, Form, Kind};

/// Fields of a page that hold a date.
const PAGE: &[&str] = &[
    "published",
    "review_by",
    "in_force_from",
    "in_force_to",
    "date",
    "updated",
    "last_updated",
    "created",
    "modified",
    "withdrawn",
    "superseded",
    "expires",
    "valid_from",
    "valid_until",
    "remove_after",
    "consultation_ends",
];
/// Fields whose entries say when something was done to the page.
const RECORDS: &[&str] = &["changes", "reviewed", "anonymisation", "sources", "training"];
/// Fields of such an entry that hold a date.
const DATES: &[&str] = &[
    "on",
    "date",
    "at",
    "by",
    "accessed",
    "published",
    "checked",
    "checked_on",
    "reviewed",
    "done",
    "remove_after",
    "review_by",
    "retrieved",
    "updated",
    "valid_until",
    "signed",
];

/// Whether a word is the name of a field, as pages about writing pages quote it.
pub(super) fn is_field(word: &str) -> bool {
    const OTHERS: &[&str] = &["search_terms", "query_tests", "default_response", "training_use", "content_warnings"];
    PAGE.iter().chain(DATES).chain(OTHERS).any(|field| *field == word)
}

/// Leaves out exact dates that are a page's own, such as `published:`.
pub(super) fn drop_page_dates(text: &str, form: Form, mut details: Vec<Detail>) -> Vec<Detail> {
    let end = match form {
        Form::Yaml => text.len(),
        Form::Markdown => length(text),
        _ => 0,
    };
    if end > 0 {
        // "Support after an eighteenth birthday" above it makes no date of birth of `published:`.
        let is_date = |detail: &Detail| matches!(detail.kind, Kind::ExactDate | Kind::DateOfBirth);
        details.retain(|detail| detail.range.start >= end || !is_date(detail) || !is_page_date(text, detail));
    }
    details
}

/// How long the front matter is.
pub(super) fn length(text: &str) -> usize {
    if !text.starts_with("---\n") && !text.starts_with("---\r\n") {
        return 0;
    }
    let end =
        text.match_indices("\n---").find(|(at, _)| matches!(text.as_bytes().get(at + 4), None | Some(b'\n' | b'\r')));
    end.map_or(0, |(at, found)| at + found.len())
}

/// Whether a date is the whole value of a field for dates.
fn is_page_date(text: &str, detail: &Detail) -> bool {
    let start = text[..detail.range.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[detail.range.end..].find('\n').map_or(text.len(), |at| detail.range.end + at);
    let line = &text[start..end];
    let inline = line.contains('{');
    let head = &text[start..detail.range.start];
    let Some(field) = last_key(head) else { return false };
    let rest = text[detail.range.end..end].trim_start_matches(['"', '\'']).trim();
    let whole = head.trim_end_matches(['"', '\'', ' ']).ends_with(':')
        && (rest.is_empty() || rest.starts_with('#') || (inline && rest.starts_with([',', '}'])));
    if !whole {
        return false;
    }
    let top = if line.starts_with([' ', '-', '\t']) { parent(&text[..start]) } else { line.split(':').next() };
    match top {
        Some(top) if line.starts_with(top) && !inline => PAGE.contains(&top),
        Some(top) => RECORDS.contains(&top) && DATES.contains(&field),
        None => false,
    }
}

/// The key right before the end of a line's head.
fn last_key(head: &str) -> Option<&str> {
    let before = head.trim_end_matches(['"', '\'', ' ']).strip_suffix(':')?;
    before.rsplit(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).next()
}

/// The last field that begins at the left margin.
fn parent(above: &str) -> Option<&str> {
    above
        .lines()
        .rev()
        .find(|line| line.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        .and_then(|line| line.split(':').next())
}

#[cfg(test)]
mod tests {
    use crate::identity::{Form, Kind, Known, Scope, find};

    fn dates(text: &str) -> Vec<&str> {
        let found = find(text, Form::Markdown, Scope::CaseStudy, &Known::default());
        found.into_iter().filter(|detail| detail.kind == Kind::ExactDate).map(|detail| &text[detail.range]).collect()
    }

    #[test]
    fn the_dates_of_a_page_are_its_own() {
        let text = "---\ntitle: Study\npublished: 2024-03-01\nreview_by: '2025-03-01' # soon\nreviewed:\n  - {on: 2024-02-01, by: Editor}\n\
                    changes:\n  - date: 2024-04-01\n    note: first\nanonymisation:\n  date: 2024-02-03\n---\nText.\n";
        assert_eq!(dates(text), Vec::<&str>::new());
    }

    #[test]
    fn a_key_may_follow_a_byte_order_mark() {
        assert_eq!(dates("---\n\u{feff}extra: 2024-03-01\n---\nText.\n"), ["2024-03-01"]);
    }

    #[test]
    fn the_dates_of_a_story_are_found_in_front_matter_too() {
        let text = "---\ntitle: The day of 3 March 2019\ntimeline:\n  - at: 2019-09-13\nchanges:\n  - date: 2024-04-01\n    note: took out 4 May 2018\n---\n\
                    published: 2020-01-02\n";
        assert_eq!(dates(text), ["3 March 2019", "2019-09-13", "4 May 2018", "2020-01-02"]);
    }

    proptest::proptest! {
        #[test]
        fn whatever_stands_around_a_date_every_range_is_of_whole_characters(
            yaml in "([a-z_]{1,4}|published|reviewed|on|[:{},#'\"\n -]|\\PC|\u{feff}|\u{a0}|2024-03-01|3 March 2019){0,30}"
        ) {
            for (form, text) in [(Form::Yaml, yaml.clone()), (Form::Markdown, format!("---\n{yaml}\n---\nText.\n"))] {
                for detail in find(&text, form, Scope::CaseStudy, &Known::default()) {
                    assert!(text.get(detail.range).is_some());
                }
            }
        }
    }
}
