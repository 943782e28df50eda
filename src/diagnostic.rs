//! What authors are told: every fault of a run, with its place and its cure.

pub mod human;
pub mod json;
pub mod locate;
pub mod sarif;

pub use crate::rule::Severity;

use crate::rule::Rule;
use crate::source::Span;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// Where a finding points.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A stretch of a source text.
    Text(Span),
    /// A line and column, from 1, of a text that is no source, such as a template.
    Other {
        /// Path relative to the site folder.
        file: String,
        /// The whole text.
        text: Arc<str>,
        /// First byte meant and one past the last.
        range: (usize, usize),
    },
    /// A whole file, by its path relative to the site folder.
    File(String),
    /// A part of a file's own path.
    Name {
        /// Path relative to the site folder.
        file: String,
        /// First byte of the path that is meant and one past the last.
        range: (usize, usize),
    },
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: Rule,
    /// Error or warning, after the site's own `rules` have been applied.
    pub severity: Severity,
    /// What was found, where the rule has kinds of findings.
    pub kind: Option<&'static str>,
    /// Where.
    pub place: Place,
    /// What is wrong, in one sentence.
    pub message: String,
    /// How to put it right.
    pub hint: Option<Box<str>>,
}

impl Diagnostic {
    /// A finding about a stretch of text, with the rule's own severity.
    pub fn at(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Place::Text(span), message)
    }

    /// A finding about a file as a whole.
    pub fn file(rule: Rule, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(rule, Place::File(path.into()), message)
    }

    /// A finding anywhere.
    pub fn new(rule: Rule, place: Place, message: impl Into<String>) -> Self {
        Diagnostic {
            rule,
            severity: rule.severity(),
            kind: None,
            place,
            message: shortened(message.into()),
            hint: None,
        }
    }

    /// The same as one kind of what the rule is about.
    #[must_use]
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The same with another severity than the rule's own.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(shortened(hint.into()).into());
        self
    }

    /// The same with a hint where there is one.
    #[must_use]
    pub fn maybe_hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint.map(|hint| shortened(hint).into()).or(self.hint);
        self
    }
}

/// What an author wrote may stand in a message, and may be a megabyte long.
fn shortened(mut message: String) -> String {
    const LONGEST: usize = 600;
    if let Some((end, _)) = message.char_indices().nth(LONGEST) {
        message.truncate(end);
        message.push('…');
    }
    message
}

/// The one sink that every stage reports to. Nothing put in is ever dropped, save what the site's
/// settings switch off.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// An empty sink.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reports a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Takes over what another sink holds.
    pub fn append(&mut self, mut other: Diagnostics) {
        self.list.append(&mut other.list);
    }

    /// Applies a site's `rules`: a rule may be made an error or a warning, or switched off. A fault in
    /// a fragment, which every page that includes it reports, counts once.
    pub fn apply(&mut self, rules: &BTreeMap<Rule, Option<Severity>>) {
        let mut seen = HashSet::new();
        self.list.retain(|diagnostic| seen.insert(diagnostic.clone()));
        self.list.retain_mut(|diagnostic| match rules.get(&diagnostic.rule) {
            None => true,
            Some(None) => false,
            Some(Some(severity)) => {
                diagnostic.severity = *severity;
                true
            }
        });
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many findings have a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// All findings, in the order in which they were reported.
    pub fn list(&self) -> &[Diagnostic] {
        &self.list
    }
}
