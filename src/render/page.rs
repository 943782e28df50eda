//! A page's view.

use super::banner::banners;
use super::case_study::case_study;
use super::change::changes;
use super::place::Placing;
use super::term::term_view;
use super::thresholds::cases_of_links;
use super::view::{HeadingView, LinkView, PageView, PlaceInCollection, ReviewView, SourceView, TranslationView};
use super::words::{address, date, lang, link, made};
use super::{Shared, kind};
use crate::diagnostic::Diagnostics;
use crate::document::DocumentType;
use crate::document::meta::Meta;
use crate::front_matter::node::Node;
use crate::markdown::{Converted, Input, convert};
use crate::site::{HubPages, Page, PageId, Site, language_in_words, nations_in_words};
use crate::source::Spanned;
use std::collections::BTreeSet;

/// The view of a document's page.
pub fn view(shared: &Shared, id: PageId) -> PageView {
    let site = shared.site;
    let page = site.page(id);
    let document = &page.document;
    let meta = &document.meta;
    let (converted, terms) = body(shared, page);
    let (cases, others): (Vec<PageId>, Vec<PageId>) =
        page.linked_from.iter().partition(|id| site.page(**id).document_type() == DocumentType::CaseStudy);
    let shows_signs = page.document_type() != DocumentType::Framework;
    let cases = if shows_signs { with_shown(site, page, cases) } else { cases };
    let links = |ids: &[PageId]| ids.iter().map(|id| link(site.page(*id))).collect::<Vec<_>>();
    PageView {
        part_of: String::new(),
        title: page.title().to_owned(),
        summary: meta.summary.clone(),
        url: address(&page.url),
        lang: lang(site, meta),
        kind: page.document_type().name().to_owned(),
        kind_label: link(page).kind_label,
        body: converted.html,
        passages: converted.passages,
        contents: contents(page),
        breadcrumbs: breadcrumbs(site, page),
        collections: page.collections.iter().map(|(number, at)| in_collection(site, *number, *at)).collect(),
        related: links(&page.related),
        case_studies: links(&cases),
        linked_from: links(&others),
        banners: banners(site, page),
        status: meta.status.map_or_else(String::new, |status| status.name().to_owned()),
        status_label: meta.status.map_or_else(String::new, |status| status.label().to_owned()),
        nations: nations_in_words(&meta.nations),
        published: meta.published.map(date),
        in_force_from: meta.in_force_from.map(date),
        in_force_to: meta.in_force_to.map(date),
        review_by: meta.review_by.map(date),
        last_reviewed: last_review(meta),
        owner: meta.owner.clone(),
        audiences: hubs(&meta.audience, &site.audiences),
        topics: hubs(&meta.topics, &site.topics),
        changes: changes(site, page, false).into_iter().map(|(_, change)| change).collect(),
        sources: sources(page),
        terms: terms.iter().map(|term| term_view(shared, &page.url, *term)).collect(),
        translations: page.translations.iter().map(|id| translation(site, site.page(*id))).collect(),
        licence: meta.licence.clone(),
        attribution: meta.attribution.clone(),
        case_study: case_study(site, page),
        framework: kind::framework(site, page, id),
        extra: meta.extra.as_ref().map_or(serde_json::Value::Null, json),
    }
}

/// Cases that link to a page, and those that show one of the signs that it links to, each once.
fn with_shown(site: &Site, page: &Page, mut cases: Vec<PageId>) -> Vec<PageId> {
    for case in cases_of_links(site, page) {
        if !cases.contains(&case) && site.page(case).url != page.url {
            cases.push(case);
        }
    }
    cases
}

fn body(shared: &Shared, page: &Page) -> (Converted, Vec<usize>) {
    let document = &page.document;
    let mut placing = Placing {
        site: shared.site,
        from: &page.url,
        targets: page.targets.iter(),
        nations: &document.meta.nations,
        citations: &document.meta.sources,
        cards: &shared.cards,
        law_in_full: false,
        words: shared.reader.wants_words(),
        terms: Some(&shared.terms),
        used: Vec::new(),
        seen: BTreeSet::new(),
    };
    let input = Input {
        sources: shared.sources,
        source: shared.sources.get(document.source),
        range: document.body.clone(),
        allowed_html: &shared.site.settings.raw_html,
        reserved: &document.kind.reserved(),
    };
    // `parse` has reported every fault of this text already.
    let converted = convert(&input, &mut placing, &mut Diagnostics::new());
    (converted, placing.used)
}

fn contents(page: &Page) -> Vec<HeadingView> {
    let headings = page.document.outline.headings.iter().filter(|heading| heading.level <= 3);
    headings
        .map(|heading| HeadingView { level: heading.level, id: heading.id.clone(), text: heading.text.clone() })
        .collect()
}

/// The way down from the home page.
fn breadcrumbs(site: &Site, page: &Page) -> Vec<LinkView> {
    site.sections_above(&page.document.path)
        .filter(|section| section.url != page.url)
        .map(|section| {
            made(if section.folder.is_empty() { "Home" } else { &section.title }, &address(&section.url), None)
        })
        .collect()
}

fn in_collection(site: &Site, number: usize, at: usize) -> PlaceInCollection {
    let collection = &site.collections[number];
    let neighbour = |at: Option<usize>| at.and_then(|at| collection.pages.get(at)).map(|id| link(site.page(*id)));
    PlaceInCollection {
        collection: made(&collection.title, &collection.url, collection.summary.as_deref()),
        number: at + 1,
        count: collection.pages.len(),
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(Some(at + 1)),
    }
}

fn hubs(ids: &[Spanned<String>], hubs: &[HubPages]) -> Vec<LinkView> {
    let found = ids.iter().filter_map(|id| hubs.iter().find(|hub| hub.hub.id.value == id.value));
    found.map(|hub| made(&hub.hub.title, &hub.url, None)).collect()
}

fn last_review(meta: &Meta) -> Option<ReviewView> {
    let last = meta.reviewed.iter().max_by_key(|review| review.on)?;
    Some(ReviewView { on: date(last.on), by: last.by.clone(), evidence: last.evidence.clone() })
}

fn sources(page: &Page) -> Vec<SourceView> {
    let citations = page.document.meta.sources.iter().zip(&page.sources);
    citations
        .map(|(citation, url)| SourceView {
            title: citation.title.clone(),
            url: url.clone(),
            publisher: citation.publisher.clone(),
            date: citation.date.map(date),
        })
        .collect()
}

fn translation(site: &Site, page: &Page) -> TranslationView {
    let lang = lang(site, &page.document.meta);
    TranslationView { language: language_in_words(&lang).to_owned(), lang, url: address(&page.url) }
}

fn json(node: &Node) -> serde_json::Value {
    match node {
        Node::Null => serde_json::Value::Null,
        Node::Scalar(text) => text.clone().into(),
        Node::List(items) => items.iter().map(|item| json(&item.value)).collect(),
        Node::Map(entries) => entries.iter().map(|(key, value)| (key.value.clone(), json(&value.value))).collect(),
    }
}
