//! The seven-minute briefing: one printed sheet.
//!
//! The form (background, why it matters, what happened, findings, what to do, questions) is the one that
//! safeguarding partnerships in England use for the learning of their reviews.

use crate::render::view::{CaseStudyView, EpisodeView, LinkView};
use crate::render::words::{link, made};
use crate::site::{Page, Site, in_words};
use serde::Serialize;

/// A briefing of as many words or more is set in smaller type, so that it still fits its sheet.
const SETTINGS: [(usize, &str); 4] = [(0, "roomy"), (560, "close"), (675, "dense"), (770, "densest")];
/// The most addresses at the end; the case study has them all.
const RESOURCES: usize = 6;

/// What stands on the sheet besides the fields of the case.
#[derive(Debug, Serialize)]
pub struct Briefing {
    /// What to know before it begins.
    background: Vec<String>,
    /// Why it matters.
    matters: Vec<String>,
    /// What was found, by episode.
    findings: Vec<Finding>,
    /// Where to read more.
    resources: Vec<LinkView>,
    /// `roomy`, `close`, `dense` or `densest`.
    setting: &'static str,
}

/// What was found in an episode.
#[derive(Debug, Serialize)]
struct Finding {
    title: String,
    texts: Vec<String>,
}

/// Makes the briefing of a case.
pub fn make(site: &Site, page: &Page, case: &CaseStudyView) -> Briefing {
    let summary = page.document.meta.summary.clone().into_iter().collect();
    let findings: Vec<Finding> = case.episodes.iter().map(finding).filter(|found| !found.texts.is_empty()).collect();
    let mut briefing = Briefing {
        background: if case.background.is_empty() { summary } else { case.background.clone() },
        matters: if case.training.matters.is_empty() { subject(case) } else { case.training.matters.clone() },
        findings,
        resources: resources(site, page),
        setting: "roomy",
    };
    briefing.setting = setting(words(&briefing, case));
    briefing
}

/// Why it matters, where its author does not say so: what it is about.
fn subject(case: &CaseStudyView) -> Vec<String> {
    if case.harms.is_empty() {
        return Vec::new();
    }
    vec![format!("It shows how these can look while they happen: {}.", in_words(&case.harms))]
}

/// How signs showed, or, where none was missed, what was done well.
fn finding(episode: &EpisodeView) -> Finding {
    let missed =
        episode.missed.iter().map(|missed| missed.how.clone().unwrap_or_else(|| missed.sign.statement.clone()));
    let mut texts: Vec<String> = missed.collect();
    texts.extend(episode.good_practice.iter().map(|text| format!("Good practice: {text}")));
    Finding { title: episode.title.clone(), texts }
}

/// The case study itself, and the pages that its author names as related.
fn resources(site: &Site, page: &Page) -> Vec<LinkView> {
    let case = made("The whole case study", &link(page).url, None);
    let related = page.related.iter().map(|id| link(site.page(*id)));
    std::iter::once(case).chain(related).take(RESOURCES).collect()
}

fn setting(words: usize) -> &'static str {
    SETTINGS.iter().rev().find(|(from, _)| words >= *from).map_or("roomy", |(_, name)| name)
}

/// How many words the sheet has to hold.
fn words(briefing: &Briefing, case: &CaseStudyView) -> usize {
    let findings = briefing.findings.iter().flat_map(|found| std::iter::once(&found.title).chain(&found.texts));
    let events = case.timeline.iter().flat_map(|event| [&event.at, &event.event]);
    let guidance = case.learning.iter().filter_map(|learning| learning.guidance.as_ref()).map(|link| &link.title);
    let learning = case.learning.iter().map(|learning| &learning.point).chain(guidance);
    let links = briefing.resources.iter().map(|link| &link.title);
    let own = briefing.background.iter().chain(&briefing.matters).chain(&case.warnings).chain(&case.questions);
    let all = own.chain(findings).chain(events).chain(learning).chain(links);
    all.map(|text| text.split_whitespace().count()).sum()
}
