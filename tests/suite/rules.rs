//! The examples of `tests/rules`: one folder for each rule, one site folder for each example.
//!
//! `expected.txt` of an example is what `waymark check` says of it. `WAYMARK_BLESS=1` writes it
//! anew; read the difference before you commit it. An example may have a `recipe.txt` besides its
//! `content/`, for files that cannot lie in a repository.

use crate::folder::{Folder, project, snapshot};
use crate::process::{Ran, Waymark, say};
use crate::recipe;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use waymark::rule::Rule;

/// The name of every rule's example without faults.
const FINE: &str = "fine";

#[test]
fn every_rule_has_examples_and_every_example_has_a_rule() {
    let rules: BTreeSet<String> = Rule::ALL.iter().map(|rule| rule.name().to_owned()).collect();
    let folders: BTreeSet<String> = folders(&root()).iter().map(|folder| name(folder)).collect();
    assert_eq!(rules, folders, "one folder of tests/rules for each rule");
    for rule in rules {
        let examples: BTreeSet<String> = folders_of(&rule).iter().map(|folder| name(folder)).collect();
        assert!(examples.contains(FINE), "{rule} has no example without faults");
        assert!(examples.len() > 1, "{rule} has no example with a fault");
    }
}

#[test]
fn examples_are_told_what_is_expected() {
    let bless = std::env::var_os("WAYMARK_BLESS").is_some();
    let mut wrong = String::new();
    let (mut seen, mut skipped) = (0, 0);
    for rule in folders(&root()) {
        for example in folders(&rule) {
            let Some(ran) = check(&example) else {
                skipped += 1;
                continue;
            };
            seen += 1;
            let golden = example.join("expected.txt");
            if bless {
                fs::write(&golden, &ran.stderr).unwrap();
            }
            let expected = fs::read_to_string(&golden).unwrap_or_default();
            for fault in faults(&name(&rule), &name(&example), &ran, &expected) {
                let _ = writeln!(wrong, "\n{}/{}: {fault}", name(&rule), name(&example));
            }
        }
    }
    say(&format!("{seen} examples checked, {skipped} skipped because their files cannot be made on this system"));
    assert!(wrong.is_empty(), "{wrong}\nIf this is right, run the test again with WAYMARK_BLESS=1");
}

fn faults(rule: &str, example: &str, ran: &Ran, expected: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if ran.stderr != expected {
        faults.push(format!("--- expected\n{expected}\n--- said\n{}", ran.stderr));
    }
    if !ran.stdout.is_empty() {
        faults.push(format!("findings for people do not go to standard output: {}", ran.stdout));
    }
    let named = ran.stderr.contains(&format!("[{rule}]"));
    if example == FINE && ran.stderr.lines().count() != 1 {
        faults.push(format!("something is wrong with what should be fine\n{}", ran.stderr));
    }
    if example != FINE && !named {
        faults.push(format!("the rule is not named\n{}", ran.stderr));
    }
    if (ran.code == 1) != ran.stderr.contains(": error[") {
        faults.push(format!("the exit status is {}", ran.code));
    }
    faults
}

/// Checks an example; `None` if this system cannot hold its files.
fn check(example: &Path) -> Option<Ran> {
    let Ok(recipe) = fs::read_to_string(example.join("recipe.txt")) else {
        return Some(Waymark::on("check", example).run());
    };
    if !cfg!(target_os = "linux") {
        return None;
    }
    let copy = Folder::empty();
    for (path, bytes) in snapshot(example) {
        copy.write(&path, bytes);
    }
    recipe::follow(&recipe, copy.path());
    Some(Waymark::on("check", copy.path()).run())
}

fn root() -> PathBuf {
    project().join("tests/rules")
}

fn folders_of(rule: &str) -> Vec<PathBuf> {
    folders(&root().join(rule))
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}
