//! Findings as JSON, read back and held against the files that they point into.

use crate::process::Waymark;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The fields of a finding; `hint` and `kind` may be left out.
const FIELDS: &[&str] = &["file", "line", "column", "end_line", "end_column", "severity", "rule", "text", "message"];
const MAY_BE_LEFT_OUT: &[&str] = &["hint", "kind"];
/// The longest that a message or hint may be: a person must be able to read it.
const LONGEST_MESSAGE: usize = 1_000;

/// A finding.
#[derive(Debug)]
pub struct Finding(Value);

impl Finding {
    /// Reads a line, and checks that it has exactly the fields that are promised.
    pub fn read(line: &str) -> Finding {
        let value: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let found: BTreeSet<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        let promised: BTreeSet<&str> = FIELDS.iter().copied().collect();
        let beyond: Vec<&&str> = found.difference(&promised).filter(|name| !MAY_BE_LEFT_OUT.contains(name)).collect();
        assert!(promised.is_subset(&found) && beyond.is_empty(), "fields {found:?}");
        let finding = Finding(value);
        assert!(["error", "warning"].contains(&finding.text("severity")), "{finding:?}");
        assert!(waymark::rule::Rule::named(finding.text("rule")).is_some(), "{finding:?}");
        for name in ["message", "hint"].into_iter().filter(|name| finding.0.get(name).is_some()) {
            let length = finding.text(name).chars().count();
            assert!((1..=LONGEST_MESSAGE).contains(&length), "the {name} has {length} characters");
        }
        finding
    }

    /// A text.
    pub fn text(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_else(|| panic!("{name} of {self:?}"))
    }

    /// A number.
    pub fn number(&self, name: &str) -> usize {
        usize::try_from(self.0[name].as_u64().unwrap()).unwrap()
    }

    /// How the finding begins for people: `content/a.md:1:2: error[broken-link]`.
    pub fn headline(&self) -> String {
        let place = [self.text("file"), &self.number("line").to_string(), &self.number("column").to_string()].join(":");
        format!("{place}: {}[{}]", self.text("severity"), self.text("rule"))
    }

    /// Whether the finding is about a file's own name, part of which is its text.
    fn is_about_the_name(&self) -> bool {
        ["line", "column", "end_line", "end_column"].iter().all(|name| self.number(name) == 1)
    }

    /// Fails unless the finding points into its file, and `text` is what stands there.
    pub fn assert_in_place(&self, site: &Path) {
        let file = self.text("file");
        assert!(!Path::new(file).is_absolute() && !file.contains('\\'), "{self:?}");
        // A page that was made: it stands in no folder yet.
        let is_made = !["content", "themes"].iter().any(|folder| file.starts_with(folder));
        if is_made && self.text("rule") == "identifying-detail" {
            return;
        }
        let Ok(bytes) = fs::read(site.join(file)) else {
            assert_eq!((self.number("line"), self.number("column")), (1, 1), "{self:?}");
            return;
        };
        if self.text("text").is_empty() {
            return;
        }
        if self.is_about_the_name() {
            assert!(file.contains(self.text("text")), "{self:?}");
            return;
        }
        let text = String::from_utf8_lossy(&bytes);
        let start = offset(&text, self.number("line"), self.number("column"));
        let end = offset(&text, self.number("end_line"), self.number("end_column"));
        let (Some(start), Some(end)) = (start, end) else { panic!("outside of the file: {self:?}") };
        let spanned: String = text
            .get(start..end)
            .unwrap_or_else(|| panic!("ends before it begins: {self:?}"))
            .chars()
            .take(200)
            .collect();
        assert_eq!(spanned, self.text("text"), "{self:?}");
    }
}

/// The byte offset of a line and column, both from 1; columns count characters, a byte order mark not being one.
fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let before: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let at_end = before == text.len() && line > 1 && text.lines().count() < line;
    let line = if at_end { "" } else { text[before..].split('\n').next()? };
    let mark = if before == 0 && line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut places = line[mark..].char_indices().map(|(at, _)| at).chain([line.len() - mark]);
    places.nth(column - 1).map(|at| before + mark + at)
}

/// Checks a site and gives its findings, each of which stands where it says.
pub fn findings(site: &Path) -> Vec<Finding> {
    let ran = Waymark::on("check", site).arg("--format").arg("json").run();
    let findings: Vec<Finding> = ran.stdout.lines().map(Finding::read).collect();
    findings.iter().for_each(|finding| finding.assert_in_place(site));
    let faulty = findings.iter().any(|finding| finding.text("severity") == "error");
    assert_eq!(ran.code, i32::from(faulty), "{}", ran.stderr);
    findings
}
