//! Queries and the pages that they must find: `content/search-tests.yaml`.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::rule::Rule;
use crate::source::{Source, Span, Spanned};
use std::collections::BTreeMap;

/// The fields of a test.
pub const FIELDS: &[Field] = &[
    required("query", Kind::Text, "what a reader types, slips of the pen and all"),
    required(
        "page",
        Kind::Text,
        "path of the .md file that must be found, relative to content/, with #heading if it matters; or a page that the build makes, such as glossary.html#mash",
    ),
    optional("within", Kind::Number, "the last place at which it may stand; left out, 3"),
    optional("note", Kind::Text, "why this is tested; shown when the test fails"),
];

/// The last place at which a page may stand, if a test does not say.
const WITHIN: u32 = 3;

/// A query and the page that it must find, as written.
#[derive(Clone, Debug)]
pub struct WrittenTest {
    /// What a reader types.
    pub query: Spanned<String>,
    /// Path of the page.
    pub page: Spanned<String>,
    /// The last place at which it may stand.
    pub within: u32,
    /// Why this is tested.
    pub note: Option<String>,
}

/// Reads the tests of the file. One that stands twice is reported.
pub fn read(source: &Source, records: &[Record], diagnostics: &mut Diagnostics) -> Vec<WrittenTest> {
    let tests = records.iter().filter_map(WrittenTest::read).collect::<Vec<_>>();
    let mut seen: BTreeMap<(&str, &str), Span> = BTreeMap::new();
    for test in &tests {
        if let Some(first) = seen.insert((&test.query.value, &test.page.value), test.query.span) {
            let line = source.position(first.start).line;
            let message = format!("the query `{}` is tested twice for this page", test.query.value);
            diagnostics.push(
                Diagnostic::at(Rule::SearchTest, test.query.span, message)
                    .hint(format!("line {line} has the same; take one of them out")),
            );
        }
    }
    tests
}

impl WrittenTest {
    fn read(record: &Record) -> Option<WrittenTest> {
        Some(WrittenTest {
            query: record.text("query")?,
            page: record.text("page")?,
            within: record.number("within").map_or(WITHIN, |number| number.value),
            note: record.words("note"),
        })
    }
}
