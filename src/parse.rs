//! The `parse` stage: [`Sources`] in, [`Parsed`] out. Links are still as written.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::allowed_detail::{self, AllowedDetail};
use crate::document::bank_holidays::{self, BankHolidays};
use crate::document::contact::{self, Contact};
use crate::document::framework;
use crate::document::glossary::{self, Term};
use crate::document::legislation::{self, Act};
use crate::document::meta::Meta;
use crate::document::search_test::{self, WrittenTest};
use crate::document::synonym;
use crate::document::timescale::{self, Timescale};
use crate::document::{Document, DocumentType, Kind};
use crate::front_matter::field::Field;
use crate::front_matter::record::Record;
use crate::front_matter::{fence, node};
use crate::markdown::{Collect, Input, Outline, convert};
use crate::read::Sources;
use crate::rule::Rule;
use crate::settings::Settings;
use crate::source::{Source, Span};
use rayon::prelude::*;
use search_index::Synonym;
use std::collections::BTreeSet;

/// Everything that the files of a site say, each on its own.
#[derive(Debug)]
pub struct Parsed {
    /// `site.yaml`.
    pub settings: Settings,
    /// Documents, in path order.
    pub documents: Vec<Document>,
    /// Paths, relative to `content/`, of documents and data files with faults that have been reported, and entries of
    /// data files as `timescales.yaml#assessment`, all of them as `timescales.yaml#`. Links to them are not at fault.
    pub faulty: BTreeSet<String>,
    /// `glossary.yaml`, in its own order.
    pub glossary: Vec<Term>,
    /// `legislation.yaml`, in its own order.
    pub legislation: Vec<Act>,
    /// `contacts.yaml`, in its own order.
    pub contacts: Vec<Contact>,
    /// `timescales.yaml`, in its own order.
    pub timescales: Vec<Timescale>,
    /// `bank-holidays.yaml`, in its own order.
    pub bank_holidays: Vec<BankHolidays>,
    /// `synonyms.yaml`, in its own order.
    pub synonyms: Vec<Synonym>,
    /// `allowed-details.yaml`, in its own order.
    pub allowed_details: Vec<AllowedDetail>,
    /// `search-tests.yaml`, in its own order.
    pub search_tests: Vec<WrittenTest>,
}

/// Data files of `content/` that this version reads.
pub const DATA_FILES: &[&str] = &[
    "site.yaml",
    "glossary.yaml",
    "legislation.yaml",
    "contacts.yaml",
    "timescales.yaml",
    "bank-holidays.yaml",
    "synonyms.yaml",
    "search-tests.yaml",
    "allowed-details.yaml",
];

/// Parses every source. Reports every fault of every file; a document that cannot be understood is left out.
pub fn parse(sources: &Sources, diagnostics: &mut Diagnostics) -> Parsed {
    let settings = match sources.at_path("content/site.yaml") {
        Some(source) => Settings::read(source, diagnostics),
        None => Settings::bare(),
    };
    let results: Vec<(Option<Document>, Vec<String>, Diagnostics)> = sources
        .par_iter()
        .map(|source| {
            let (mut own, mut included) = (Diagnostics::new(), Vec::new());
            let document = document(source, sources, &settings, &mut included, &mut own);
            (document, included, own)
        })
        .collect();
    let mut documents = Vec::with_capacity(results.len());
    let mut faulty = BTreeSet::new();
    let mut included = BTreeSet::new();
    for (source, (document, fragments, own)) in sources.iter().zip(results) {
        diagnostics.append(own);
        included.extend(fragments);
        if document.is_none() {
            faulty.extend(source.path.strip_prefix("content/").map(str::to_owned));
        }
        documents.extend(document);
    }
    unknown_data_files(sources, diagnostics);
    unused_fragments(sources, &included, diagnostics);
    Parsed {
        glossary: data_file(sources, "glossary.yaml", glossary::FIELDS, Term::read, &mut faulty, diagnostics),
        legislation: data_file(sources, "legislation.yaml", legislation::FIELDS, Act::read, &mut faulty, diagnostics),
        contacts: data_file(sources, "contacts.yaml", contact::FIELDS, Contact::read, &mut faulty, diagnostics),
        timescales: data_file(sources, "timescales.yaml", timescale::FIELDS, Timescale::read, &mut faulty, diagnostics),
        bank_holidays: whole_file(
            sources,
            "bank-holidays.yaml",
            bank_holidays::FIELDS,
            bank_holidays::read,
            diagnostics,
        ),
        synonyms: whole_file(sources, "synonyms.yaml", synonym::FIELDS, synonym::read, diagnostics),
        allowed_details: data_file(
            sources,
            "allowed-details.yaml",
            allowed_detail::FIELDS,
            AllowedDetail::read,
            &mut faulty,
            diagnostics,
        ),
        search_tests: whole_file(sources, "search-tests.yaml", search_test::FIELDS, search_test::read, diagnostics),
        settings,
        documents,
        faulty,
    }
}

fn document(
    source: &Source,
    sources: &Sources,
    settings: &Settings,
    included: &mut Vec<String>,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let path = source.path.strip_prefix("content/").filter(|path| path.ends_with(".md"))?;
    if path.starts_with("fragments/") || !sources.was_read(source.id) {
        return None;
    }
    let split = fence::split(source, diagnostics);
    let Some(yaml) = split.yaml else {
        if diagnostics.list().is_empty() {
            diagnostics.push(without_front_matter(source));
        }
        return None;
    };
    let value = node::parse(source, yaml, diagnostics)?;
    let document_type = document_type(&value, path);
    let record = Record::check(&value, document_type.tables(), diagnostics);
    let mut kind = record.as_ref().and_then(|record| Kind::read(document_type, record));
    let mut collect = Collect::default();
    let reserved = kind.as_ref().map(Kind::reserved).unwrap_or_default();
    let input =
        Input { sources, source, range: split.body.clone(), allowed_html: &settings.raw_html, reserved: &reserved };
    let converted = convert(&input, &mut collect, diagnostics);
    included.extend(converted.included);
    match &mut kind {
        Some(Kind::Framework(framework)) => framework.read_rows(&collect.tables, diagnostics),
        Some(_) => framework::rows::misplaced(&collect.tables, diagnostics),
        None => {}
    }
    let record = record?;
    check_dates(&record, diagnostics);
    let meta = Meta::read(&record)?;
    if !converted.has_text && document_type != DocumentType::Page {
        diagnostics.push(Diagnostic::at(Rule::EmptyDocument, meta.title.span, "this document has no text"));
    }
    let outline = Outline { headings: converted.headings, links: collect.links };
    Some(Document { source: source.id, path: path.to_owned(), meta, kind: kind?, body: split.body, outline })
}

fn without_front_matter(source: &Source) -> Diagnostic {
    let first = source.line_at(0).0;
    Diagnostic::at(Rule::MissingFrontMatter, source.span(0, first.len()), "this document has no front matter")
        .hint("begin the file with a line ---, then `title: …` and `summary: …`, then a line ---")
}

/// The type that front matter names, or else the one that the folder chooses.
fn document_type(value: &node::Value, path: &str) -> DocumentType {
    let written = match &value.value {
        node::Node::Map(entries) => entries.iter().find(|(key, _)| key.value == "type").map(|(_, value)| &value.value),
        _ => None,
    };
    match written {
        Some(node::Node::Scalar(name)) => DocumentType::named(name),
        _ => None,
    }
    .unwrap_or_else(|| DocumentType::of_path(path))
}

fn check_dates(record: &Record, diagnostics: &mut Diagnostics) {
    let pairs = [
        ("in_force_from", "in_force_to"),
        ("published", "in_force_to"),
        ("published", "review_by"),
        ("approved_on", "in_force_from"),
    ];
    for (first, second) in pairs {
        if let (Some(from), Some(to)) = (record.date(first), record.date(second))
            && to.value < from.value
        {
            // It is the approval that came too late, not the force that came too soon.
            let place = if first == "approved_on" { from.span } else { to.span };
            diagnostics.push(
                Diagnostic::at(
                    Rule::DateOrder,
                    place,
                    format!("{second} ({}) lies before {first} ({})", to.value, from.value),
                )
                .hint(format!("write a later {second} or an earlier {first}")),
            );
        }
    }
}

fn data_file<T>(
    sources: &Sources,
    name: &str,
    table: &'static [Field],
    read: fn(&Record) -> Option<T>,
    faulty: &mut BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) -> Vec<T> {
    let Some(source) = sources.at_path(&format!("content/{name}")) else { return Vec::new() };
    let Some(value) = node::parse(source, 0..source.text.len(), diagnostics) else {
        faulty.insert(format!("{name}#"));
        return Vec::new();
    };
    let mut entries = Vec::new();
    for record in Record::check_list(&value, table, diagnostics) {
        match read(&record) {
            Some(entry) => entries.push(entry),
            None => faulty.extend(record.words("id").map(|id| format!("{name}#{id}"))),
        }
    }
    entries
}

/// A data file whose entries must fit together.
fn whole_file<T>(
    sources: &Sources,
    name: &str,
    table: &'static [Field],
    read: impl Fn(&Source, &[Record], &mut Diagnostics) -> Vec<T>,
    diagnostics: &mut Diagnostics,
) -> Vec<T> {
    let Some(source) = sources.at_path(&format!("content/{name}")) else { return Vec::new() };
    let Some(value) = node::parse(source, 0..source.text.len(), diagnostics) else { return Vec::new() };
    let records = Record::check_list(&value, table, diagnostics);
    read(source, &records, diagnostics)
}

fn unused_fragments(sources: &Sources, included: &BTreeSet<String>, diagnostics: &mut Diagnostics) {
    for source in sources.iter() {
        let Some(path) = source.path.strip_prefix("content/").filter(|path| path.starts_with("fragments/")) else {
            continue;
        };
        if path.ends_with(".md") && !included.contains(path) {
            let finding = Diagnostic::file(Rule::UnusedFile, &source.path, "no page includes this fragment");
            diagnostics
                .push(finding.hint(format!("include it with {{{{include {path}}}}}, or take it out of content/")));
        }
    }
}

fn unknown_data_files(sources: &Sources, diagnostics: &mut Diagnostics) {
    for source in sources.iter() {
        let Some(name) = source.path.strip_prefix("content/").filter(|name| name.ends_with(".yaml")) else { continue };
        if !DATA_FILES.contains(&name) {
            let hint = crate::suggest::did_you_mean(name, DATA_FILES.iter().copied());
            let span = Span::new(source.id, 0, source.line_at(0).0.len());
            diagnostics.push(Diagnostic::at(Rule::UnusedFile, span, "nothing reads this data file").maybe_hint(hint));
        }
    }
}
