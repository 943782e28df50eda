//! The identity gate on sources: nothing in them may identify a child.
//!
//! Every text is looked through, whether or not it could be understood; so are names of files, pictures and the
//! site's theme. What is found in a case study is an error, elsewhere a warning.

mod allowed;
mod assets;
mod cases;
pub mod finding;
mod known;
mod plain_words;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::document::Kind;
use crate::identity::{self, Detail, Form, Known, Scope};
use crate::parse::Parsed;
use crate::read::Sources;
use crate::source::Source;
use allowed::Allowed;
use cases::Cases;
use finding::{in_name, in_text};
use jiff::civil::Date;
use plain_words::squeezed;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;

/// What was judged of the sources, by which the output is judged as well.
#[derive(Debug, Default)]
pub struct Judged {
    known: Known,
    allowed: Allowed,
    cases: Cases,
    reported: BTreeSet<String>,
}

impl Judged {
    /// Finds what is not allowed in a text of a file, by its path relative to `content/`.
    pub fn find(&self, text: &str, form: Form, scope: Scope, (path, labels): (&str, &[String])) -> Vec<Detail> {
        let mut details = match scope {
            Scope::CaseStudy => identity::find(text, form, scope, &self.known.with_labels(labels)),
            Scope::Elsewhere => identity::find(text, form, scope, &self.known),
        };
        details.retain(|detail| !self.allowed.allows(path, text, detail));
        details
    }

    /// Whether a text in which nothing is found in one case study may hold something in another, where other labels
    /// stand for people and other details are allowed.
    pub fn depends_on_case(&self, text: &str, labels: &[String]) -> bool {
        let words = finding::in_words(text);
        self.allowed.tells_files_apart() || labels.iter().any(|label| words.contains(&finding::in_words(label)))
    }

    /// The labels of the people in a case study, by its source.
    pub fn labels(&self, source: &Source) -> &[String] {
        self.cases.labels(source.id)
    }

    /// Whether a source is a case study or a part of one.
    pub fn is_case(&self, source: &Source) -> bool {
        self.cases.has(source.id)
    }

    /// Whether the scan of the sources has reported a text already.
    pub fn has_reported(&self, text: &str) -> bool {
        self.reported.contains(&squeezed(text))
    }
}

/// Looks through every source of a site.
pub fn check(parsed: &Parsed, sources: &Sources, at: Date, diagnostics: &mut Diagnostics) -> Judged {
    let known = known::of(parsed);
    let mut judged = Judged {
        allowed: Allowed::new(parsed, at),
        cases: Cases::of(parsed, sources, &known),
        known,
        reported: BTreeSet::new(),
    };
    let found: Vec<Vec<Diagnostic>> = sources.par_iter().map(|source| of_source(&judged, parsed, source)).collect();
    let mut found: Vec<Diagnostic> = found.into_iter().flatten().collect();
    found.extend(assets::check(&judged, sources));
    judged.reported = found.iter().map(|finding| squeezed(&quoted(finding, sources))).collect();
    found.into_iter().for_each(|finding| diagnostics.push(finding));
    judged.allowed.check(parsed, sources, &judged, diagnostics);
    judged
}

/// What is found in a source, in its name and in the addresses that it takes.
fn of_source(judged: &Judged, parsed: &Parsed, source: &Source) -> Vec<Diagnostic> {
    let scope = judged.cases.scope(source.id);
    let path = source.path.strip_prefix("content/").unwrap_or(&source.path);
    let place = (path, judged.labels(source));
    let form = if path.ends_with(".yaml") { Form::Yaml } else { Form::Markdown };
    let mut details = judged.find(&source.text, form, scope, place);
    if path == allowed::FILE {
        details.retain(|detail| !judged.allowed.is_quoted_at(&detail.range));
    }
    if scope == Scope::Elsewhere {
        let people = identity::people(&source.text, form, &judged.known);
        details.extend(people.into_iter().filter(|detail| !judged.allowed.allows(path, &source.text, detail)));
        details.sort_by_key(|detail| detail.range.start);
    }
    if scope == Scope::CaseStudy {
        further(judged, parsed, source, place, &mut details);
    }
    let name = judged.find(path, Form::Path, scope, place);
    let named = name.into_iter().map(|detail| in_name(&source.path, source.path.len() - path.len(), &detail, scope));
    let written = details.into_iter().map(|detail| in_text(source, &detail, scope));
    written.chain(named).collect()
}

/// What is found in old addresses, ids, anchors, words for search and kinds of place, read as paths: no capital tells
/// a name there.
fn further(judged: &Judged, parsed: &Parsed, source: &Source, place: (&str, &[String]), details: &mut Vec<Detail>) {
    let document = parsed.documents.iter().find(|document| document.source == source.id);
    let meta = document.map(|document| &document.meta);
    let fields = meta.into_iter().flat_map(|meta| meta.aliases.iter().chain(&meta.id).chain(&meta.search_terms));
    let case = document.and_then(|document| match &document.kind {
        Kind::CaseStudy(case) => Some(case),
        Kind::Guidance | Kind::Page | Kind::Framework(_) => None,
    });
    let slugs = case.into_iter().flat_map(|case| {
        let known = case.timeline.iter().flat_map(|event| &event.known_to);
        case.settings.iter().chain(&case.agencies).chain(&case.harms).chain(known)
    });
    let fields = fields.chain(slugs).map(|written| written.span.start as usize..written.span.end as usize);
    for written in fields.chain(anchors(&source.text)) {
        for mut detail in judged.find(&source.text[written.clone()], Form::Path, Scope::CaseStudy, place) {
            detail.range = detail.range.start + written.start..detail.range.end + written.start;
            let is_new =
                |other: &Detail| other.range.end <= detail.range.start || detail.range.end <= other.range.start;
            if details.iter().all(is_new) {
                details.push(detail);
            }
        }
    }
}

/// Where a text gives ids: `{#child-b}` behind a heading, and `id: child-b` in front matter, understood or not.
fn anchors(text: &str) -> impl Iterator<Item = Range<usize>> {
    let headings = text.match_indices("{#").filter_map(|(at, opening)| {
        let start = at + opening.len();
        let length = text[start..].find(['}', '\n', ' '])?;
        Some(start..start + length)
    });
    let fields = text.match_indices("id:").filter_map(|(at, key)| {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let is_key = text[line..at].chars().all(|c| matches!(c, ' ' | '-' | '{'));
        let start =
            at + key.len() + text[at + key.len()..].len() - text[at + key.len()..].trim_start_matches(' ').len();
        let length = text[start..].find(['\n', ' ', ',', '}'])?;
        is_key.then_some(start..start + length)
    });
    headings.chain(fields)
}

/// The text that a finding is about.
fn quoted(finding: &Diagnostic, sources: &Sources) -> String {
    match &finding.place {
        Place::Text(span) => sources.slice(*span).to_owned(),
        Place::Other { text, range, .. } => text.get(range.0..range.1).unwrap_or_default().to_owned(),
        Place::Name { file, range } => file.get(range.0..range.1).unwrap_or_default().to_owned(),
        Place::File(_) => String::new(),
    }
}
