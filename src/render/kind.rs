//! The views of what only some document types have.

use super::place::target_link;
use super::view::{AnonymisationView, CaseStudyView, EventView, FrameworkView, LearningView, LevelView};
use super::words::{date, unslug};
use crate::document::Kind;
use crate::document::case_study::record::Anonymisation;
use crate::document::framework::Framework;
use crate::document::meta::Nation;
use crate::site::{Page, Site, in_words};

/// What only a case study has.
pub fn case_study(site: &Site, page: &Page) -> Option<CaseStudyView> {
    let Kind::CaseStudy(case) = &page.document.kind else { return None };
    let words = |slugs: &[String]| slugs.iter().map(|slug| named(site, slug)).collect();
    let learning = case.learning.iter().zip(&page.learning).map(|(point, target)| LearningView {
        point: point.point.clone(),
        guidance: target.as_ref().map(|target| target_link(site, target)),
    });
    let timeline = case.timeline.iter().map(|event| EventView {
        at: event.at.clone(),
        event: event.event.clone(),
        known_to: in_words(&event.known_to.iter().map(|agency| named(site, agency)).collect::<Vec<_>>()),
        seen_as: event.seen_as.clone(),
    });
    Some(CaseStudyView {
        provenance: case.provenance.label().to_owned(),
        warnings: case.warnings.clone(),
        harms: words(&case.harms),
        age_band: case.age_band.as_ref().map(|band| age_band(band)),
        settings: words(&case.settings),
        agencies: words(&case.agencies),
        cast: case.cast.iter().map(|member| (member.label.clone(), member.role.clone())).collect(),
        timeline: timeline.collect(),
        learning: learning.collect(),
        questions: case.questions.clone(),
        anonymisation: anonymisation(&case.anonymisation),
    })
}

/// A slug as the glossary has it, or else in plain words: `cce` is "child criminal exploitation".
fn named(site: &Site, slug: &str) -> String {
    let term = site.glossary.iter().find(|term| term.id.value == slug);
    term.map_or_else(|| unslug(slug), |term| term.term.clone())
}

fn age_band(band: &str) -> String {
    match band.split_once('-') {
        Some((from, to)) if from.bytes().all(|byte| byte.is_ascii_digit()) => format!("{from} to {to}"),
        _ => unslug(band),
    }
}

fn anonymisation(record: &Anonymisation) -> AnonymisationView {
    AnonymisationView {
        by: record.by.value.clone(),
        checked_by: record.checked_by.value.clone(),
        date: date(record.date),
        method: record.method.clone(),
        outcome: record.motivated_intruder.as_ref().map(|test| test.outcome.clone()),
        remove_after: date(record.remove_after.value),
    }
}

/// What only a framework has.
pub fn framework(site: &Site, page: &Page) -> Option<FrameworkView> {
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
    })
}

fn jurisdiction(framework: &Framework) -> String {
    let parts = [framework.area.as_deref(), framework.nation.map(Nation::label)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
