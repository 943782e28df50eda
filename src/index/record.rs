//! A page as search knows it.

use super::{facets, part};
use crate::document::DocumentType;
use crate::document::meta::Status;
use crate::render::thresholds::view::SignPageView;
use crate::render::view::PageView;
use crate::render::{FrameworkPart, Readable};
use crate::site::{Page, Site, language_in_words};
use search_index::{Page as Record, Section};

/// A page to be followed counts in full.
const TO_FOLLOW: u8 = 100;
/// A list has every word, so a page about the word comes before it; still first where only it has the words.
const LIST: u8 = 75;
/// A sign is a pointer to what is to be done, so guidance that has its words comes before it. So low that a
/// framework's many short pages are not asked how rare a word is.
const SIGN: u8 = 45;
/// A page of a framework leads further, so guidance that has its words comes before it.
const PART: u8 = 60;
/// A case tells in everyday words what happened once; the guidance that says what to do comes before it.
const STORY: u8 = 65;
/// Not guidance yet: found, but below what is to be followed now.
const NOT_YET: u8 = 80;
/// Kept for the record: below everything that still holds, but first where only it has the words.
const REPLACED: u8 = 40;

/// The record of a page, if search is to find it.
pub fn of(site: &Site, readable: &Readable) -> Option<Record> {
    match readable {
        Readable::Document(page, view) => document(site, page, view),
        Readable::Sign(framework, view, sign) => of_sign(site, framework, view, sign),
        Readable::Part(framework, view, what) => of_part(site, framework, view, *what),
        Readable::Glossary(view, terms) => Some(made("glossary", "glossary", view, terms.iter().map(part::term))),
        Readable::Legislation(view, acts) => {
            Some(made("legislation", "legislation", view, acts.iter().flat_map(part::act)))
        }
        Readable::Contacts(view, contacts) => {
            Some(made("contacts", "contacts", view, contacts.iter().map(part::contact)))
        }
        Readable::Timescales(view, all) => {
            let record = made("timescales", "page", view, all.iter().map(part::timescale));
            let terms = ["Deadline calculator", "Work out a date", "When is it due?"].map(str::to_owned);
            Some(Record { terms: terms.to_vec(), ..record })
        }
        Readable::Changes(view, changes) => {
            let lines: Vec<String> = changes.iter().map(part::change).collect();
            let mut record = made("changes", "page", view, std::iter::empty());
            record.sections[0].text = lines.join("\n");
            Some(record)
        }
    }
}

/// A page that the build makes. Its sections are its entries.
fn made(id: &str, kind: &str, view: &PageView, entries: impl Iterator<Item = Section>) -> Record {
    Record {
        id: id.to_owned(),
        url: view.url.clone(),
        title: view.title.clone(),
        lang: view.lang.clone(),
        facets: vec![("type".to_owned(), kind.to_owned())],
        standing: LIST,
        sections: std::iter::once(Section::default()).chain(entries).collect(),
        ..Record::default()
    }
}

fn document(site: &Site, page: &Page, view: &PageView) -> Option<Record> {
    let meta = &page.document.meta;
    // What must not be followed is not found either; links and A to Z still lead there.
    if meta.status == Some(Status::Withdrawn) || !meta.search {
        return None;
    }
    Some(Record {
        id: page.document.id().to_owned(),
        url: view.url.clone(),
        title: view.title.clone(),
        summary: view.summary.clone().unwrap_or_default(),
        terms: meta
            .search_terms
            .iter()
            .map(|term| term.value.clone())
            .chain(meta.aliases.iter().filter_map(|alias| earlier_name(&alias.value)))
            .collect(),
        lang: view.lang.clone(),
        facets: facets::of_page(site, page),
        standing: standing(site, page),
        notes: notes(site, page, view),
        sections: sections(page, view),
    })
}

/// A page of a framework besides its document: found by its name, since its words stand in document and signs.
fn of_part(site: &Site, page: &Page, view: &PageView, what: FrameworkPart) -> Option<Record> {
    if standing(site, page) == REPLACED
        || page.document.meta.status == Some(Status::Withdrawn)
        || !page.document.meta.search
    {
        return None;
    }
    let names: &[&str] = match what {
        FrameworkPart::Navigator => &["What have you seen?", "Decision tool"],
        FrameworkPart::Matrix => &["Matrix", "Signs and levels"],
        FrameworkPart::Register => &["Duty register", "Register of duties", "Responsibilities by agency"],
        FrameworkPart::Level(_) => &[],
    };
    let level = if let FrameworkPart::Level(level) = what { Some(level) } else { None };
    let aliases = level.map(|level| level.aliases.iter().cloned()).into_iter().flatten();
    Some(Record {
        id: view.url.trim_end_matches(".html").to_owned(),
        url: view.url.clone(),
        title: format!("{}: {}", view.title, view.part_of),
        summary: view.summary.clone().unwrap_or_default(),
        terms: names.iter().map(|name| (*name).to_owned()).chain(aliases).collect(),
        lang: view.lang.clone(),
        facets: facets::of_page(site, page),
        standing: if level.is_some() { PART } else { TO_FOLLOW },
        sections: vec![Section { text: level.map(part::level_page).unwrap_or_default(), ..Section::default() }],
        ..Record::default()
    })
}

/// A sign of a framework.
fn of_sign(site: &Site, page: &Page, view: &PageView, sign: &SignPageView) -> Option<Record> {
    let meta = &page.document.meta;
    // Of a framework that no longer holds, the document is enough.
    let is_over = meta.status == Some(Status::Withdrawn) || standing(site, page) == REPLACED;
    if is_over || !meta.search {
        return None;
    }
    let own = site.thresholds.sign(&sign.sign.id).and_then(|(framework, number)| site.indicator(framework, number));
    let kind = format!("{}. {}", sign.sign.kind_label, sign.sign.range.as_deref().unwrap_or_default());
    Some(Record {
        id: format!("signs/{}", sign.sign.id),
        url: view.url.clone(),
        title: view.title.clone(),
        summary: kind.trim().to_owned(),
        terms: own.map(|own| own.search_terms.clone()).unwrap_or_default(),
        lang: view.lang.clone(),
        facets: facets::of_sign(page, &sign.sign),
        standing: SIGN,
        notes: vec![("type".to_owned(), "Sign".to_owned())],
        sections: vec![Section { text: part::sign(sign), ..Section::default() }],
    })
}

fn standing(site: &Site, page: &Page) -> u8 {
    let meta = &page.document.meta;
    let is_over = meta.in_force_to.is_some_and(|to| to < site.at);
    if meta.status == Some(Status::Superseded) || !page.superseded_by.is_empty() || is_over {
        return REPLACED;
    }
    match meta.status {
        Some(Status::Draft | Status::Consultation) => NOT_YET,
        _ if page.document_type() == DocumentType::CaseStudy => STORY,
        _ => TO_FOLLOW,
    }
}

/// The words of an old address: `guidance/old-name.html` was about an old name.
fn earlier_name(alias: &str) -> Option<String> {
    let name = alias.trim_end_matches('/').rsplit('/').next()?;
    let words = name.split('.').next()?.replace(['-', '_'], " ");
    (!matches!(words.as_str(), "" | "index")).then_some(words)
}

fn notes(site: &Site, page: &Page, view: &PageView) -> Vec<(String, String)> {
    let newer = page.superseded_by.first().map(|id| site.page(*id));
    let language = Some(language_in_words(&view.lang)).filter(|_| view.lang != site.settings.language);
    let kind = Some(view.kind_label.clone()).filter(|_| page.document_type() != DocumentType::Page);
    let notes = [
        ("type", kind),
        ("status", Some(view.status_label.clone())),
        ("nation", Some(view.nations.clone())),
        ("review_by", view.review_by.as_ref().map(|date| date.iso.clone())),
        ("superseded_by", newer.map(|page| page.title().to_owned())),
        ("superseded_by_url", newer.map(|page| page.url.replace(' ', "%20"))),
        ("language", language.map(str::to_owned)),
    ];
    let filled = notes.into_iter().filter_map(|(key, note)| Some((key.to_owned(), note?)));
    filled.filter(|(_, note)| !note.is_empty()).collect()
}

/// The sections of a page in reading order: what its type puts before and after the author's text, and that text.
fn sections(page: &Page, view: &PageView) -> Vec<Section> {
    let (facts, before, after) = match (&view.framework, &view.case_study) {
        (Some(framework), _) => (part::framework_facts(framework), part::levels(framework), part::ladders(framework)),
        (_, Some(case)) => (part::case_facts(case), part::case_before(case), part::case_after(case)),
        (None, None) => (String::new(), Vec::new(), Vec::new()),
    };
    let mut passages = view.passages.iter();
    let lead = part::lines([facts, passages.next().cloned().unwrap_or_default()]);
    let own = page.document.outline.headings.iter().zip(passages).map(|(heading, passage)| Section {
        heading: heading.text.clone(),
        anchor: heading.id.clone(),
        text: passage.clone(),
    });
    let lead = Section { text: lead, ..Section::default() };
    std::iter::once(lead).chain(before).chain(own).chain(after).collect()
}
