//! Findings as browsers are given them.

use super::preview::Preview;
use crate::diagnostic::human::snippet::Snippet;
use crate::diagnostic::locate::{Located, locate};
use crate::diagnostic::{Diagnostics, Severity, human};
use crate::read::Sources;
use serde::Serialize;

/// All findings of a build: errors first, then in the order in which people read them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// How many are errors.
    pub errors: usize,
    /// How many are warnings.
    pub warnings: usize,
    /// The same text as on a terminal, without colour.
    pub text: String,
    list: Vec<Finding>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Finding {
    file: String,
    line: u32,
    column: u32,
    severity: &'static str,
    rule: &'static str,
    message: String,
    /// The source line, cropped if it is long.
    source: Option<String>,
    /// The line below it: blanks, then carets under what is meant.
    carets: Option<String>,
    hint: Option<String>,
}

/// What `diagnostics.json` holds.
#[derive(Serialize)]
struct Report<'a> {
    mark: String,
    errors: usize,
    warnings: usize,
    summary: String,
    list: &'a [Finding],
}

impl Findings {
    /// Findings in their places.
    pub fn new(diagnostics: &Diagnostics, sources: &Sources) -> Findings {
        let mut located = locate(diagnostics, sources);
        located.sort_by_key(|found| found.diagnostic.severity);
        let mut text = Vec::new();
        // Writing into memory cannot fail.
        let _ = human::write(&mut text, &located, false);
        Findings {
            errors: diagnostics.count(Severity::Error),
            warnings: diagnostics.count(Severity::Warning),
            text: String::from_utf8_lossy(&text).into_owned(),
            list: located.iter().map(Finding::new).collect(),
        }
    }

    /// "2 errors and 1 warning"
    pub fn summary(&self) -> String {
        human::summary(self.errors, self.warnings)
    }
}

impl Finding {
    fn new(found: &Located) -> Finding {
        let snippet = found.line.map(|line| Snippet::new(line, found.within.clone()));
        let carets = |snippet: &Snippet| format!("{}{}", " ".repeat(snippet.indent), "^".repeat(snippet.carets));
        Finding {
            file: found.file.to_owned(),
            line: found.start.line,
            column: found.start.column,
            severity: found.severity(),
            rule: found.diagnostic.rule.name(),
            message: found.diagnostic.message.clone(),
            carets: snippet.as_ref().map(carets),
            source: snippet.map(|snippet| snippet.text),
            hint: found.diagnostic.hint.as_deref().map(str::to_owned),
        }
    }
}

impl Preview {
    /// All findings, as the script in pages reads them.
    pub fn report(&self) -> Vec<u8> {
        let Findings { errors, warnings, list, .. } = self.findings.as_ref();
        let (errors, warnings, summary) = (*errors, *warnings, self.findings.summary());
        let report = Report { mark: self.findings_mark.to_string(), errors, warnings, summary, list };
        // A structure of texts and numbers always has a JSON form.
        serde_json::to_vec(&report).unwrap_or_default()
    }
}
