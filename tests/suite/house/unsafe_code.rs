//! Unsafe code stands in one file. The workspace denies it everywhere, so that whoever wants it must say so.

use super::{assert_none, files};

/// Where a browser's numbers become addresses.
const ONLY: &str = "search-index/src/browser.rs";

#[test]
fn only_what_a_browser_calls_is_unsafe() {
    let says_so = ["allow", "expect", "warn"].map(|level| format!("{level}({}", "unsafe_code"));
    let elsewhere = files(&["rs"]).into_iter().filter(|file| file.path != ONLY);
    let found = elsewhere.flat_map(|file| says_so.iter().flat_map(|text| file.places(text)).collect::<Vec<_>>());
    assert_none("Only what a browser calls may be unsafe.", &found.collect::<Vec<_>>());
}
