//! Keeps the rules of the house: where the disk is touched, who knows YAML, what may name what, and
//! how files are named and how long they are.

use crate::folder::{project, slashed};
use std::collections::BTreeSet;
use std::fs;
use walkdir::WalkDir;

mod disk;
mod spelling;
mod stages;
mod unsafe_code;

/// No file of code is longer.
const LONGEST_FILE: usize = 400;
/// Half of the files of src/ are no longer.
const LONGEST_MEDIAN: usize = 130;
const CODE: &[&str] = &["rs", "js", "mjs", "css", "html"];
const NAMES_THAT_SAY_NOTHING: &[&str] =
    &["manager", "handler", "helper", "util", "utils", "common", "misc", "core", "data", "info"];

/// A file of the project.
pub struct File {
    /// Its path from the project's root, with `/` between parts.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl File {
    /// Its lines of code, with numbers from 1; lines that are only comment are left out.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Every place where its code has a text, such as `src/read.rs:12: use std::fs;`.
    pub fn places(&self, text: &str) -> Vec<String> {
        let found = self.code().filter(|(_, line)| line.contains(text));
        found.map(|(number, line)| format!("{}:{number}: {}", self.path, line.trim())).collect()
    }
}

/// The project's files with one of some extensions, generated folders left out.
pub fn files(extensions: &[&str]) -> Vec<File> {
    let left_out = ["target", "public", "node_modules", "dist"];
    let entries = WalkDir::new(project()).sort_by_file_name().into_iter().filter_entry(move |entry| {
        let name = entry.file_name().to_str().unwrap_or_default();
        !name.starts_with('.') && !left_out.contains(&name)
    });
    let paths = entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let wanted = paths
        .filter(|entry| entry.path().extension().is_some_and(|found| extensions.iter().any(|wanted| *wanted == found)));
    wanted
        .map(|entry| File {
            path: slashed(entry.path().strip_prefix(project()).unwrap()),
            text: fs::read_to_string(entry.path()).unwrap(),
        })
        .collect()
}

/// The project's Rust files below a folder, such as `src/`.
pub fn rust_below(folder: &str) -> Vec<File> {
    files(&["rs"]).into_iter().filter(|file| file.path.starts_with(folder)).collect()
}

/// Fails with everything that was found.
pub fn assert_none(rule: &str, found: &[String]) {
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

#[test]
fn no_file_of_code_is_too_long() {
    let lengths = files(CODE).into_iter().map(|file| (file.text.lines().count(), file.path));
    let long: Vec<String> = lengths
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert_none("A file of code has at most 400 lines.", &long);
}

#[test]
fn half_of_all_source_files_are_short() {
    let mut lengths: Vec<usize> = rust_below("src/").iter().map(|file| file.text.lines().count()).collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= LONGEST_MEDIAN, "the median file of src/ has {median} lines");
}

#[test]
fn every_module_says_what_it_is() {
    let silent =
        files(&["rs"]).into_iter().filter(|file| !file.text.starts_with("//!") && !is_example_data(&file.path));
    assert_none("Every module begins with a //! head.", &silent.map(|file| file.path).collect::<Vec<_>>());
}

#[test]
fn files_and_functions_are_named_after_what_they_are() {
    let says_nothing = |path: &str| {
        let stem = path.rsplit('/').next().unwrap().split('.').next().unwrap();
        NAMES_THAT_SAY_NOTHING.contains(&stem)
    };
    let mut found: Vec<String> =
        files(CODE).into_iter().map(|file| file.path).filter(|path| says_nothing(path)).collect();
    // Rust spells it without `get_`: a function is named after what it gives.
    let getter = format!("fn {}", "get_");
    // One trait of tantivy has another habit.
    let ours = |place: &String| !place.contains("_file_handle(&self");
    found.extend(files(&["rs"]).iter().flat_map(|file| file.places(&getter)).filter(ours));
    assert_none("A file or function is named after its type or verb.", &found);
}

#[test]
fn nothing_is_left_to_do_or_switched_off() {
    let marks = ["todo", "unimplemented"].map(|name| format!("{name}!"));
    let switched_off = format!("#[{}]", "ignore");
    let sources = files(&["rs"]);
    let found = sources.iter().flat_map(|file| {
        let marked = marks.iter().flat_map(|mark| file.places(mark));
        marked.chain(file.places(&switched_off)).collect::<Vec<_>>()
    });
    assert_none("Nothing is left to do, and no test is switched off.", &found.collect::<Vec<_>>());
}

#[test]
fn only_front_matter_knows_yaml_and_only_the_engine_knows_tantivy() {
    let yaml = rust_below("src/").into_iter().filter(|file| !file.path.starts_with("src/front_matter"));
    let found: Vec<String> =
        yaml.flat_map(|file| [file.places("serde_yaml"), file.places("saphyr")].concat()).collect();
    assert_none("Only src/front_matter knows YAML.", &found);
    let engine = files(&["rs"])
        .into_iter()
        .filter(|file| !file.path.starts_with("search-index/") && !file.path.starts_with("tests/"));
    let found: Vec<String> = engine.flat_map(|file| file.places("tantivy")).collect();
    assert_none("Only search-index knows tantivy.", &found);
}

/// Examples under tests/ are what they are.
fn is_example_data(path: &str) -> bool {
    path.starts_with("tests/") && !path.starts_with("tests/suite/")
}

#[test]
fn the_walk_finds_the_project() {
    let found: BTreeSet<String> = files(CODE).into_iter().map(|file| file.path).collect();
    for path in ["src/lib.rs", "tests/suite/house.rs", "themes/default/assets/site.css", "xtask/src/main.rs"] {
        assert!(found.contains(path), "{path} is not among {found:?}");
    }
}
