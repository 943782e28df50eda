//! The view of what only a framework has.

use super::place::target_link;
use super::thresholds::{jurisdiction, ladders};
use super::view::{FrameworkView, LevelView};
use super::words::date;
use crate::document::Kind;
use crate::site::{Page, PageId, Site};

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
        unit_of_assessment: framework.unit_of_assessment.map_or_else(String::new, |unit| unit.label().to_owned()),
        jurisdiction: jurisdiction(framework),
        judgement_statement: framework.judgement_statement.clone(),
        levels: levels.collect(),
        ladders: ladders(site, id),
    })
}
