//! Search tests: the pages that queries must find exist.

use super::links::Places;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::search_test::WrittenTest;
use crate::markdown::LinkKind;
use crate::rule::Rule;
use crate::site::{Page, SearchTest, Target};

/// Finds the page of every test. Tests of pages that are not there are reported and left out.
pub fn make(
    written: Vec<WrittenTest>,
    pages: &[Page],
    places: &Places,
    diagnostics: &mut Diagnostics,
) -> Vec<SearchTest> {
    let resolve = |test: WrittenTest| {
        let page = &test.page;
        let (url, anchor) = match places.destination("", &page.value, LinkKind::Link, page.span, diagnostics) {
            Target::Page(id, anchor) => (pages[id.0 as usize].url.clone(), anchor),
            Target::Made(url, anchor) => (url, anchor),
            Target::Nowhere => return None,
            _ => {
                let message = "a search test names a page of this site";
                let finding = Diagnostic::at(Rule::BrokenLink, page.span, message);
                diagnostics.push(finding.hint("write the path of an .md file, such as guidance/referral.md"));
                return None;
            }
        };
        Some(SearchTest { query: test.query, url, anchor, within: test.within, note: test.note })
    };
    written.into_iter().filter_map(resolve).collect()
}
