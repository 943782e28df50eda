//! A copy may be damaged: a stick pulled out, a mail that was cut. Search then says so and never panics.

use super::{built, search};
use crate::folder::{Folder, files};
use std::fs;

#[test]
fn a_damaged_index_is_noticed_or_does_not_matter() {
    let folder = built();
    let names = files(&folder.join("public/search-index"));
    for name in &names {
        let file = folder.join(&format!("public/search-index/{name}"));
        let whole = fs::read(&file).unwrap();
        let (half, last) = (whole.len() / 2, whole.len().saturating_sub(1));
        let flipped = |at: usize| {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x15;
            bytes
        };
        for damaged in [
            whole[..half].to_vec(),
            Vec::new(),
            flipped(0),
            flipped(half),
            flipped(last),
            [&whole[..], b"more"].concat(),
        ] {
            fs::write(&file, damaged).unwrap();
            told(&folder, name);
        }
        fs::remove_file(&file).unwrap();
        told(&folder, name);
        fs::write(&file, whole).unwrap();
    }
    search(&folder, &["referral"]).ends_with(0);
}

/// The run itself asserts that there was no panic and that the exit status is 0, 1 or 2.
fn told(folder: &Folder, name: &str) {
    let ran = search(folder, &["referral", "--json"]);
    if ran.code == 2 {
        assert!(
            ran.stderr.starts_with("waymark: ") && ran.stderr.contains("build the site again"),
            "{name}: {}",
            ran.stderr
        );
    } else {
        assert!(ran.code == 0 || !ran.stderr.is_empty(), "{name}: {}", ran.stderr);
    }
}
