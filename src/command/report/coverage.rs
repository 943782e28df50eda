//! `waymark report coverage`: harms without guidance, signs without a case or a response, case studies without a part
//! that readers learn from, guidance that no query test reaches.

use super::entry::Entry;
use crate::document::framework::indicator::IndicatorKind;
use crate::document::meta::Status;
use crate::document::{DocumentType, Kind};
use crate::site::{Page, Site};
use crate::thresholds::fits::responses_for;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// What is missing, in this order.
pub fn entries(site: &Site) -> Vec<Entry> {
    let mut entries = harms(site);
    entries.extend(signs(site));
    entries.extend(cases(site));
    entries.extend(untested(site));
    entries
}

/// Harms that frameworks and case studies name, and that no guidance page is about.
fn harms(site: &Site) -> Vec<Entry> {
    let mut named: BTreeMap<&str, Vec<&Page>> = BTreeMap::new();
    for page in &site.pages {
        let harms: Vec<&str> = match &page.document.kind {
            Kind::Framework(framework) => framework.harms.iter().map(|harm| harm.value.as_str()).collect(),
            Kind::CaseStudy(case) => case.harms.iter().map(|harm| harm.value.as_str()).collect(),
            Kind::Guidance | Kind::Page => Vec::new(),
        };
        harms.into_iter().for_each(|harm| named.entry(harm).or_default().push(page));
    }
    let missing = named.into_iter().filter(|(harm, _)| !site.pages.iter().any(|page| is_about(site, page, harm)));
    missing
        .map(|(harm, pages)| Entry {
            title: format!("harm without guidance: {}", in_words(site, harm)),
            lines: pages.iter().map(|page| format!("named by content/{}", page.document.path)).collect(),
            json: json!({ "missing": "guidance", "harm": harm, "named_by": ids(&pages) }),
        })
        .collect()
}

/// Whether a guidance page is about a harm: the harm is one of its topics, or its file, title or search terms have
/// the harm's name.
fn is_about(site: &Site, page: &Page, harm: &str) -> bool {
    if page.document_type() != DocumentType::Guidance {
        return false;
    }
    let meta = &page.document.meta;
    if meta.topics.iter().any(|topic| topic.value == harm) {
        return true;
    }
    let stem = page.document.path.trim_end_matches(".md").rsplit('/').next().unwrap_or_default();
    let names = [harm.replace('-', " "), in_words(site, harm)].map(|name| name.to_lowercase());
    let terms = meta.search_terms.iter().map(|term| term.value.as_str());
    let mut texts = terms.chain([page.title(), stem]).map(|text| text.to_lowercase().replace('-', " "));
    texts.any(|text| names.iter().any(|name| text.contains(name.as_str())))
}

fn in_words(site: &Site, harm: &str) -> String {
    let term = site.glossary.iter().find(|term| term.id.value == harm);
    term.map_or_else(|| harm.replace('-', " "), |term| term.term.clone())
}

/// Signs that no case shows, and signs of harm or risk that ask nobody for anything.
fn signs(site: &Site) -> Vec<Entry> {
    let mut entries = Vec::new();
    for id in &site.thresholds.frameworks {
        let (page, Some(applied)) = (site.page(*id), site.applied(*id)) else { continue };
        if matches!(page.document.meta.status, Some(Status::Superseded | Status::Withdrawn)) {
            continue;
        }
        let own = page.framework().map_or(&[][..], |framework| &framework.indicators);
        for sign in own {
            let is_strength = sign.kind.value == IndicatorKind::ProtectiveFactor;
            let missing = [
                ("case study", site.thresholds.cases_of(&sign.id.value).is_empty()),
                ("response", responses_for(&applied, sign).is_empty()),
            ];
            for (what, _) in missing.into_iter().filter(|(_, is_missing)| *is_missing && !is_strength) {
                entries.push(Entry {
                    title: format!("sign without a {what}: {}", sign.statement.value),
                    lines: vec![format!("{} of content/{}", sign.id.value, page.document.path)],
                    json: json!({ "missing": what.replace(' ', "-"), "sign": sign.id.value, "framework": page.document.id() }),
                });
            }
        }
    }
    entries
}

/// Case studies that tell a reader nothing of what happened when, why it made sense then, or what is to be learnt.
fn cases(site: &Site) -> Vec<Entry> {
    let mut entries = Vec::new();
    for page in &site.pages {
        let Kind::CaseStudy(case) = &page.document.kind else { continue };
        let parts = [
            ("timeline", case.timeline.is_empty()),
            ("episodes", case.episodes.is_empty()),
            ("learning", case.learning.is_empty()),
            ("questions", case.questions.is_empty()),
        ];
        for (what, _) in parts.into_iter().filter(|(_, is_missing)| *is_missing) {
            entries.push(Entry {
                title: format!("case study without {what}: {}", page.title()),
                lines: vec![format!("content/{}", page.document.path)],
                json: json!({ "missing": what, "case": page.document.id() }),
            });
        }
    }
    entries
}

/// Guidance that no query of `search-tests.yaml` must find.
fn untested(site: &Site) -> Vec<Entry> {
    let tested: BTreeSet<&str> = site.search_tests.iter().map(|test| test.url.as_str()).collect();
    let guidance = site.pages.iter().filter(|page| page.document_type() == DocumentType::Guidance && !page.is_index());
    let missing = guidance.filter(|page| !tested.contains(page.url.as_str()));
    missing
        .map(|page| Entry {
            title: format!("guidance without a query test: {}", page.title()),
            lines: vec![format!("content/{}", page.document.path)],
            json: json!({ "missing": "query-test", "page": page.document.id() }),
        })
        .collect()
}

fn ids(pages: &[&Page]) -> Vec<String> {
    pages.iter().map(|page| page.document.id().to_owned()).collect()
}
