//! The view of what only a framework has.

use super::place::target_link;
use super::thresholds::{capital, jurisdiction, ladders, names};
use super::view::{FrameworkView, LevelView, LinkView};
use super::words::{date, made};
use crate::document::Kind;
use crate::document::framework::{Criterion, Framework};
use crate::site::{Page, PageId, Site};
use crate::thresholds::Applied;

/// What only a framework has.
pub fn framework(site: &Site, page: &Page, id: PageId) -> Option<FrameworkView> {
    let Kind::Framework(framework) = &page.document.kind else { return None };
    let levels = framework.levels.iter().zip(&page.level_law).map(|(level, law)| LevelView {
        number: level.number.value,
        anchor: level.anchor(),
        label: level.label.clone(),
        aliases: level.aliases.clone(),
        descriptor: level.descriptor.clone(),
        consent: level.consent_note.clone().or_else(|| level.consent.map(|consent| consent.label().to_owned())),
        law: law.iter().map(|target| target_link(site, target)).collect(),
    });
    Some(FrameworkView {
        version: framework.version.clone(),
        approved_by: framework.approved_by.clone(),
        approved_on: framework.approved_on.map(date),
        reason_for_amendment: framework.reason_for_amendment.clone(),
        harms: applied_harms(site, id),
        covers: covers(framework),
        unit_of_assessment: framework.unit_of_assessment.map_or_else(String::new, |unit| unit.label().to_owned()),
        jurisdiction: jurisdiction(framework),
        judgement_statement: framework.judgement_statement.clone(),
        levels: levels.collect(),
        ladders: ladders(site, id),
    })
}

/// The harms in scope, in words.
fn applied_harms(site: &Site, id: PageId) -> Vec<String> {
    let applied = site.applied(id);
    let harms = applied.as_ref().map(Applied::harms).unwrap_or_default();
    names(site, harms.iter().map(|harm| harm.value.as_str())).into_iter().map(|named| named.label).collect()
}

/// Where the page has what statutory guidance asks for.
fn covers(framework: &Framework) -> Vec<LinkView> {
    let known = framework.covers.iter().filter_map(|(criterion, anchor)| {
        let criterion = Criterion::named(&criterion.value)?;
        Some(made(&capital(criterion.label()), &anchor.value, None))
    });
    known.collect()
}
