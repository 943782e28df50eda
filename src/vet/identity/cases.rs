//! Which sources are case studies, and what belongs to them: fragments, images, downloads, labels of people.

use crate::document::Kind;
use crate::identity::{self, Form, Kind as Detail, Known, Scope};
use crate::parse::Parsed;
use crate::read::Sources;
use crate::source::{Source, SourceId};
use aho_corasick::AhoCorasick;
use std::collections::{BTreeMap, BTreeSet};

/// The folder whose files are case studies.
const FOLDER: &str = "content/case-studies/";
/// Keys of front matter that name a type, here and in other generators.
const TYPE_KEYS: &[&str] = &["type", "layout"];
/// Front matter that is never closed is looked at so far.
const LONGEST_HEAD: usize = 16 * 1024;

/// The case studies of a site.
#[derive(Debug, Default)]
pub struct Cases {
    /// Case studies and fragments that they include, with the labels of their people.
    labels: BTreeMap<SourceId, Vec<String>>,
    /// Images and downloads that they use, by path relative to `content/`.
    assets: BTreeSet<String>,
}

impl Cases {
    /// Finds the case studies of a site. They need not have been understood.
    pub fn of(parsed: &Parsed, sources: &Sources, known: &Known) -> Cases {
        let understood: BTreeMap<SourceId, &Kind> =
            parsed.documents.iter().map(|document| (document.source, &document.kind)).collect();
        let mut cases = Cases::default();
        for source in sources.iter() {
            let kind = understood.get(&source.id);
            if matches!(kind, Some(Kind::CaseStudy(_))) || is_case(source) {
                let mut labels = match kind {
                    Some(Kind::CaseStudy(case)) => case.cast.iter().map(|member| member.label.clone()).collect(),
                    _ => written_labels(head(&source.text)),
                };
                labels.retain(|label| is_label(label, known));
                cases.labels.insert(source.id, labels);
            }
        }
        cases.add_fragments(sources);
        cases.add_assets(sources);
        cases
    }

    /// How strictly a source is judged.
    pub fn scope(&self, source: SourceId) -> Scope {
        if self.has(source) { Scope::CaseStudy } else { Scope::Elsewhere }
    }

    /// Whether a source is a case study or a part of one.
    pub fn has(&self, source: SourceId) -> bool {
        self.labels.contains_key(&source)
    }

    /// The labels of the people in a case study.
    pub fn labels(&self, source: SourceId) -> &[String] {
        self.labels.get(&source).map_or(&[], Vec::as_slice)
    }

    /// How strictly an image or download is judged, by its path relative to `content/`.
    pub fn asset_scope(&self, path: &str) -> Scope {
        if self.assets.contains(path) { Scope::CaseStudy } else { Scope::Elsewhere }
    }

    /// Fragments of a case study are parts of it, and so are theirs.
    fn add_fragments(&mut self, sources: &Sources) {
        let mut open: Vec<SourceId> = self.labels.keys().copied().collect();
        while let Some(id) = open.pop() {
            let labels = self.labels(id).to_vec();
            for path in includes(&sources.get(id).text) {
                let Some(fragment) = sources.at_path(&format!("content/{path}")) else { continue };
                let known = self.labels.entry(fragment.id).or_insert_with(|| {
                    open.push(fragment.id);
                    Vec::new()
                });
                known.extend(labels.iter().cloned());
                known.sort();
                known.dedup();
            }
        }
    }

    /// A file is used by a case study that names it, in whatever way, or lies beside it.
    fn add_assets(&mut self, sources: &Sources) {
        let beside = sources.assets.keys().filter(|path| is_in_folder(&format!("content/{path}")));
        self.assets.extend(beside.cloned());
        let paths: Vec<&String> = sources.assets.keys().collect();
        let names: Vec<String> = paths.iter().map(|path| path.rsplit('/').next().unwrap_or(path).to_owned()).collect();
        let encoded = names.iter().map(|name| name.replace(' ', "%20"));
        let Ok(search) = AhoCorasick::new(names.iter().cloned().chain(encoded)) else { return };
        for id in self.labels.keys() {
            for found in search.find_overlapping_iter(&sources.get(*id).text) {
                self.assets.insert(paths[found.pattern().as_usize() % paths.len()].clone());
            }
        }
    }
}

fn is_in_folder(path: &str) -> bool {
    path.starts_with(FOLDER)
}

fn is_case(source: &Source) -> bool {
    source.path.ends_with(".md") && (is_in_folder(&source.path) || is_named_so(head(&source.text)))
}

/// Front matter, or where it would stand: between two fences, or else the beginning of the text.
fn head(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}');
    let longest = (0..=LONGEST_HEAD.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let Some(fence @ ("---" | "+++")) = text.get(..3) else { return &text[..longest] };
    match text[3..].find(&format!("\n{fence}")) {
        Some(end) => &text[..3 + end],
        None => &text[..longest],
    }
}

/// Whether front matter calls its document a case study, in YAML or TOML, well formed or not.
fn is_named_so(head: &str) -> bool {
    let says_so = |at: usize, key: &str| {
        let is_key = !head[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-'));
        let rest = head[at + key.len()..].trim_start_matches(['"', '\'', ' ', '\t']);
        let value = rest.strip_prefix([':', '=']).unwrap_or_default();
        let value = value.trim_start_matches(['"', '\'', ' ', '\t', '[']).as_bytes();
        let starts = |start: &[u8]| value.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start));
        is_key && [&b"case-stud"[..], b"case_stud", b"case stud", b"casestud"].into_iter().any(starts)
    };
    TYPE_KEYS.iter().any(|key| head.match_indices(key).any(|(at, _)| says_so(at, key)))
}

/// Labels of people in front matter that was not understood.
fn written_labels(head: &str) -> Vec<String> {
    let label = |line: &str| {
        let value = line.trim_start_matches([' ', '-', '{']).strip_prefix("label:")?;
        let value = value.split(", role:").next().unwrap_or(value);
        Some(value.trim().trim_matches(['"', '\'']).to_owned())
    };
    head.lines().filter_map(label).filter(|label| !label.is_empty()).collect()
}

/// A label may be a role or a first name that was made up. A whole name is none, whoever calls it a label.
fn is_label(label: &str, known: &Known) -> bool {
    let found = identity::find(label, Form::Plain, Scope::CaseStudy, known);
    found.iter().all(|detail| matches!(detail.kind, Detail::FirstName | Detail::Nickname))
}

/// The paths that a text includes.
fn includes(text: &str) -> impl Iterator<Item = &str> {
    let directives = text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}"));
    directives.filter_map(|(directive, _)| Some(directive.trim().strip_prefix("include")?.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_called_a_case_study_in_many_ways() {
        for head in [
            "---\ntype: case-study",
            "---\ntitle: x\n type :  \"Case-Study\" # yes",
            "---\n{title: x, 'type': 'case-study'}",
            "+++\nlayout = \"case_study\"",
            "---\ntitle: [broken\ntype: case study",
        ] {
            assert!(is_named_so(head), "{head}");
        }
        for head in ["---\ntype: guidance", "---\nprototype: case-study", "---\ntitle: A type of case study"] {
            assert!(!is_named_so(head), "{head}");
        }
    }

    #[test]
    fn the_head_ends_with_its_fence_and_never_within_a_character() {
        assert_eq!(head("---\na: 1\n---\ntype: case-study"), "---\na: 1");
        let long = format!("---\n{}", "é".repeat(LONGEST_HEAD));
        assert!(head(&long).len() <= LONGEST_HEAD);
        assert_eq!(head(""), "");
    }

    #[test]
    fn labels_and_includes_are_read_without_understanding_the_rest() {
        assert_eq!(
            written_labels("cast:\n  - label: Child A\n    role: x\n  - {label: \"Mother\", role: y}"),
            ["Child A", "Mother"]
        );
        let found: Vec<&str> = includes("a {{include fragments/x.md}} {{ contact y }} {{ include  z.md }}").collect();
        assert_eq!(found, ["fragments/x.md", "z.md"]);
    }
}
