//! The compiler of thresholds finds every fault that is put into a set of frameworks without faults.
//!
//! `tests/thresholds/site` is the set: a national framework, a local one that changes it, and one for
//! places. Each file of `tests/thresholds/faults` holds faults, an empty line between them:
//!
//! ```text
//! # what is wrong
//! @ thresholds/national.md        the file, below content/
//!  a line that stays              lines as in a patch; together they stand once in the file
//! -a line that goes
//! +a line that comes
//! @                               a second place of the same file, if there is one
//! ! error score thresholds/national.md:12:3
//! ```
//!
//! Each file of `tests/thresholds/harmless` holds changes of the same form of which nothing may be found.
//!
//! Every error that is named must be found there, and no other error. A warning that is named must be found.

use crate::folder::{Folder, project, snapshot};
use crate::process::{DAY, say};
use std::collections::BTreeSet;
use std::fmt::Write;
use waymark::diagnostic::Diagnostics;
use waymark::diagnostic::locate::locate;
use waymark::pipeline::load;
use waymark::project::Project;

/// A fault to be put into a file, and the findings that are expected of it.
struct Fault {
    name: String,
    file: String,
    changes: Vec<(String, String)>,
    expected: BTreeSet<String>,
}

#[test]
fn the_frameworks_without_faults_have_none() {
    assert_eq!(found(&site()), BTreeSet::new());
}

#[test]
fn every_fault_is_found_in_its_place_and_nothing_else() {
    let faults = all();
    assert!(faults.len() >= 70, "only {} faults", faults.len());
    let site = site();
    let mut wrong = String::new();
    for fault in &faults {
        let path = format!("content/{}", fault.file);
        let before = site.read(&path);
        site.write(&path, fault.put_into(&before));
        let found = found(&site);
        site.write(&path, before);
        let missed: Vec<&String> = fault.expected.difference(&found).collect();
        let errors = found.iter().filter(|finding| finding.starts_with("error "));
        let beyond: Vec<&String> = errors.filter(|error| !fault.expected.contains(*error)).collect();
        if !missed.is_empty() || !beyond.is_empty() {
            let _ = writeln!(wrong, "\n{}\n  not found: {missed:?}\n  also found: {beyond:?}", fault.name);
            let _ = writeln!(wrong, "  all: {found:?}");
        }
    }
    say(&format!("{} faults put into frameworks", faults.len()));
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_is_harmless_is_left_in_peace() {
    let site = site();
    let mut wrong = String::new();
    for change in read_all("harmless") {
        let path = format!("content/{}", change.file);
        let before = site.read(&path);
        site.write(&path, change.put_into(&before));
        let found = found(&site);
        site.write(&path, before);
        if !found.is_empty() {
            let _ = writeln!(wrong, "\n{}\n  found: {found:?}", change.name);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_rule_of_thresholds_has_faults_of_its_own() {
    let expected: Vec<String> = all().into_iter().flat_map(|fault| fault.expected).collect();
    let rules = [
        "blaming-language",
        "contradiction",
        "harm-without-response",
        "law-not-in-force",
        "missing-source",
        "score",
        "stale-contact",
        "threshold-completeness",
        "threshold-gap",
        "threshold-level",
        "threshold-table",
        "timescale",
        "weakened-duty",
    ];
    let without: Vec<&str> = rules
        .into_iter()
        .filter(|rule| expected.iter().filter(|finding| finding.split(' ').nth(1) == Some(rule)).count() < 2)
        .collect();
    assert!(without.is_empty(), "fewer than two faults of {without:?}");
}

/// A copy of the frameworks without faults.
fn site() -> Folder {
    let folder = Folder::empty();
    for (path, bytes) in snapshot(&project().join("tests/thresholds/site")) {
        folder.write(&path, bytes);
    }
    folder
}

/// What is found in a site: severity, rule and place.
fn found(site: &Folder) -> BTreeSet<String> {
    let open = Project::open(site.path(), DAY.parse().unwrap(), false).unwrap();
    let mut diagnostics = Diagnostics::new();
    let loaded = load(&open, &mut diagnostics);
    let located = locate(&diagnostics, &loaded.sources);
    located
        .iter()
        .map(|one| {
            let file = one.file.trim_start_matches("content/");
            let rule = one.diagnostic.rule.name();
            format!("{} {rule} {file}:{}:{}", one.severity(), one.start.line, one.start.column)
        })
        .collect()
}

fn all() -> Vec<Fault> {
    let faults = read_all("faults");
    for fault in &faults {
        assert!(!fault.expected.is_empty(), "{}: a fault says where it is found", fault.name);
    }
    faults
}

fn read_all(folder: &str) -> Vec<Fault> {
    let files = snapshot(&project().join("tests/thresholds").join(folder));
    let texts = files.into_values().map(|bytes| String::from_utf8(bytes).unwrap());
    texts.flat_map(|text| text.split("\n\n").map(Fault::read).collect::<Vec<_>>()).collect()
}

impl Fault {
    fn read(text: &str) -> Fault {
        let mut fault =
            Fault { name: String::new(), file: String::new(), changes: Vec::new(), expected: BTreeSet::new() };
        for line in text.lines() {
            let (mark, rest) = line.split_at(1);
            let rest_line = format!("{rest}\n");
            let last = fault.changes.last_mut();
            match (mark, last) {
                ("#", _) => fault.name = rest.trim().to_owned(),
                ("!", _) => assert!(fault.expected.insert(rest.trim().to_owned()), "{text}"),
                ("@", _) => {
                    if !rest.trim().is_empty() {
                        fault.file = rest.trim().to_owned();
                    }
                    fault.changes.push((String::new(), String::new()));
                }
                (" ", Some((before, after))) => {
                    before.push_str(&rest_line);
                    after.push_str(&rest_line);
                }
                ("-", Some((before, _))) => before.push_str(&rest_line),
                ("+", Some((_, after))) => after.push_str(&rest_line),
                _ => panic!("`{line}` is no line of a fault"),
            }
        }
        assert!(!fault.name.is_empty() && !fault.changes.is_empty(), "{text}");
        fault
    }

    /// A text with the fault in it.
    fn put_into(&self, text: &str) -> String {
        self.changes.iter().fold(format!("\n{text}"), |text, (before, after)| {
            let (before, after) = (format!("\n{before}"), format!("\n{after}"));
            assert_eq!(text.matches(&before).count(), 1, "{}: its lines stand once in the file: {before}", self.name);
            text.replacen(&before, &after, 1)
        })[1..]
            .to_owned()
    }
}
