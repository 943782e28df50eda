//! Documents: what one Markdown file or data file says, before anything is linked.

pub mod allowed_detail;
pub mod bank_holidays;
pub mod case_study;
pub mod contact;
pub mod framework;
pub mod glossary;
pub mod legislation;
pub mod meta;
pub mod search_test;
pub mod synonym;
pub mod timescale;

use crate::front_matter::choice::choice;
use crate::front_matter::field::Field;
use crate::front_matter::record::Record;
use crate::markdown::Outline;
use crate::source::SourceId;
use case_study::CaseStudy;
use framework::Framework;
use framework::ladder::Ladder;
use meta::Meta;
use std::ops::Range;

/// One Markdown file, parsed. Its links are still as written.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub source: SourceId,
    /// Its path relative to `content/`, with `/` between parts.
    pub path: String,
    /// The fields that every document has.
    pub meta: Meta,
    /// Its type, with the fields of that type.
    pub kind: Kind,
    /// The bytes of its source that are Markdown.
    pub body: Range<usize>,
    /// Headings, links and blocks of the body.
    pub outline: Outline,
}

/// A document's type, with the fields that only this type has.
#[derive(Debug)]
pub enum Kind {
    /// Guidance for practitioners.
    Guidance,
    /// Any other page.
    Page,
    /// An anonymised case study.
    CaseStudy(Box<CaseStudy>),
    /// A threshold framework.
    Framework(Box<Framework>),
}

choice! {
    /// The name of a document type, as `type:` in front matter.
    DocumentType {
        /// Guidance for practitioners.
        Guidance "guidance" "Guidance"
        /// Any other page.
        Page "page" "Page"
        /// An anonymised case study.
        CaseStudy "case-study" "Case study"
        /// A threshold framework.
        Framework "framework" "Threshold framework"
    }
}

impl Kind {
    /// Reads the fields of a type. `None` if a required one is absent, which has been reported.
    pub fn read(document_type: DocumentType, record: &Record) -> Option<Kind> {
        Some(match document_type {
            DocumentType::Guidance => Kind::Guidance,
            DocumentType::Page => Kind::Page,
            DocumentType::CaseStudy => Kind::CaseStudy(Box::new(CaseStudy::read(record)?)),
            DocumentType::Framework => Kind::Framework(Box::new(Framework::read(record)?)),
        })
    }

    /// Anchors that the page has before its text.
    pub fn reserved(&self) -> Vec<String> {
        match self {
            Kind::Framework(framework) => {
                let ladders = framework.ladders.iter().map(|ladder| Ladder::anchor(Some(&ladder.id.value)));
                let levels = framework.levels.iter().map(framework::Level::anchor);
                let has_escalation = !framework.escalation.is_empty() || framework.base.is_some();
                levels.chain(ladders).chain(has_escalation.then(|| Ladder::anchor(None))).collect()
            }
            Kind::CaseStudy(case) => case.episodes.iter().map(|episode| episode.id.value.clone()).collect(),
            Kind::Guidance | Kind::Page => Vec::new(),
        }
    }

    /// Anchors that the page has besides its headings.
    pub fn anchors(&self) -> Vec<String> {
        let mut anchors = self.reserved();
        match self {
            Kind::Framework(framework) => anchors.extend(framework.row_anchors()),
            Kind::CaseStudy(case) => anchors.extend(case.sections().map(str::to_owned)),
            Kind::Guidance | Kind::Page => {}
        }
        anchors
    }
}

impl DocumentType {
    /// The type that the folder of a path chooses. An index page introduces its folder, so it is a plain page.
    pub fn of_path(path: &str) -> DocumentType {
        if path == "index.md" || path.ends_with("/index.md") {
            return DocumentType::Page;
        }
        match path.split_once('/').map(|(folder, _)| folder) {
            Some("guidance") => DocumentType::Guidance,
            Some("case-studies") => DocumentType::CaseStudy,
            Some("thresholds") => DocumentType::Framework,
            _ => DocumentType::Page,
        }
    }

    /// The tables of fields that front matter of this type is checked against.
    pub fn tables(self) -> &'static [&'static [Field]] {
        match self {
            DocumentType::Page => &[meta::FIELDS, meta::SUMMARY_OPTIONAL],
            DocumentType::Guidance => &[meta::FIELDS, meta::SUMMARY_REQUIRED],
            DocumentType::CaseStudy => &[meta::FIELDS, meta::SUMMARY_REQUIRED, case_study::FIELDS],
            DocumentType::Framework => &[meta::FIELDS, meta::SUMMARY_REQUIRED, framework::FIELDS],
        }
    }
}

impl Document {
    /// Its type.
    pub fn document_type(&self) -> DocumentType {
        match self.kind {
            Kind::Guidance => DocumentType::Guidance,
            Kind::Page => DocumentType::Page,
            Kind::CaseStudy(_) => DocumentType::CaseStudy,
            Kind::Framework(_) => DocumentType::Framework,
        }
    }

    /// The id that other pages and searches know it by: its own, or its path without extension.
    pub fn id(&self) -> &str {
        self.meta.id.as_ref().map_or_else(|| self.path.trim_end_matches(".md"), |id| &id.value)
    }
}
