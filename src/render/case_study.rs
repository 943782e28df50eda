//! The view of what only a case study has.

use super::place::target_link;
use super::view::{
    AnonymisationView, CaseStudyView, DecisionView, EpisodeView, EventView, IntruderTestView, LearningView, LinkView,
    MissedView, PersonView, ShownSignView, SignView, TrainingView,
};
use super::words::{address, date, made, unslug};
use crate::document::Kind;
use crate::document::case_study::episode::{Decision, Episode};
use crate::document::case_study::record::Anonymisation;
use crate::document::case_study::{CaseStudy, CastMember, Event, Provenance, Training};
use crate::site::thresholds::EpisodeLinks;
use crate::site::{Page, Site, Target, in_words};
use crate::source::Spanned;

/// What only a case study has.
pub fn case_study(site: &Site, page: &Page) -> Option<CaseStudyView> {
    let Kind::CaseStudy(case) = &page.document.kind else { return None };
    let words = |slugs: &[Spanned<String>]| slugs.iter().map(|slug| named(site, &slug.value)).collect();
    let nothing = EpisodeLinks::default();
    let links = page.episodes.iter().chain(std::iter::repeat(&nothing));
    let episodes: Vec<EpisodeView> = case
        .episodes
        .iter()
        .zip(links)
        .enumerate()
        .map(|(at, (episode, links))| episode_view(site, at + 1, episode, links))
        .collect();
    Some(CaseStudyView {
        provenance: case.provenance.label().to_owned(),
        provenance_note: note(case.provenance).to_owned(),
        warnings: case.warnings.clone(),
        harms: words(&case.harms),
        age_band: case.age_band.as_ref().map(|band| age_band(band)),
        settings: words(&case.settings),
        agencies: words(&case.agencies),
        background: case.background.as_deref().map(paragraphs).unwrap_or_default(),
        cast: case.cast.iter().map(person).collect(),
        timeline: case.timeline.iter().map(|event| event_view(site, event)).collect(),
        signs: shown(&episodes),
        episodes,
        voice: case.voice.as_deref().map(paragraphs).unwrap_or_default(),
        learning: learning(site, case, page),
        recommendations: case.recommendations.clone(),
        questions: case.questions.clone(),
        training: training(&case.training),
        pack: page
            .training()
            .map(|(part, url)| made(&part.title(case.training.length()), &address(&url), Some(part.summary())))
            .collect(),
        anonymisation: anonymisation(&case.anonymisation),
    })
}

/// What a reader is told about where a case comes from, on every page that tells of it.
fn note(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Fictional => "This case is fictional. No person, place or event in it is real.",
        Provenance::Composite => {
            "This case is put together from several and changed, so that nobody in it can be recognised."
        }
        Provenance::DrawnFromReview => {
            "This case is drawn from a published review and changed, so that nobody in it can be recognised."
        }
        Provenance::SurvivorAccount => {
            "A survivor told this and agreed that it may be published. It is changed, so that nobody can be recognised."
        }
    }
}

/// The paragraphs of a text of front matter. A folded text (`>-`) has a line break for each empty line of
/// its author, a literal one (`|`) keeps the empty lines.
fn paragraphs(text: &str) -> Vec<String> {
    let between = if text.contains("\n\n") { "\n\n" } else { "\n" };
    let joined = text.split(between).map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    joined.filter(|part| !part.is_empty()).collect()
}

fn optional(text: Option<&String>) -> Vec<String> {
    text.map(|text| paragraphs(text)).unwrap_or_default()
}

fn person(member: &CastMember) -> PersonView {
    let relation = member.relation.as_ref().map(|relation| format!(", {relation}")).unwrap_or_default();
    PersonView { label: member.label.clone(), role: format!("{}{relation}", member.role) }
}

fn event_view(site: &Site, event: &Event) -> EventView {
    EventView {
        at: event.at.value.clone(),
        event: event.event.clone(),
        known_to: in_words(&event.known_to.iter().map(|agency| named(site, &agency.value)).collect::<Vec<_>>()),
        seen_as: event.seen_as.clone(),
    }
}

fn episode_view(site: &Site, number: usize, episode: &Episode, links: &EpisodeLinks) -> EpisodeView {
    let targets = links.missed.iter().chain(std::iter::repeat(&Target::Nowhere));
    let missed = episode
        .missed
        .iter()
        .zip(targets)
        .map(|(missed, target)| MissedView { sign: sign(site, &missed.sign.value, target), how: missed.how.clone() });
    let learning = links.learning.iter().filter(|target| **target != Target::Nowhere);
    EpisodeView {
        id: episode.id.value.clone(),
        number,
        title: episode.title.clone(),
        happened: paragraphs(&episode.happened),
        known: optional(episode.known.as_ref()),
        done: optional(episode.done.as_ref()),
        rationale: optional(episode.rationale.as_ref()),
        missed: missed.collect(),
        good_practice: episode.good_practice.clone(),
        learning: learning.map(|target| guidance(site, target)).collect(),
        decision: episode.decision.as_ref().map(decision),
    }
}

fn decision(decision: &Decision) -> DecisionView {
    DecisionView {
        question: decision.question.clone(),
        options: decision.options.clone(),
        discussion: paragraphs(&decision.discussion),
    }
}

/// A sign in the words of its framework; where it leads nowhere, its id in words.
fn sign(site: &Site, id: &str, target: &Target) -> SignView {
    if *target == Target::Nowhere {
        return SignView { statement: unslug(id), url: None };
    }
    let link = target_link(site, target);
    SignView { statement: link.title, url: Some(link.url) }
}

/// Every sign once, in the order in which they show, with the episodes that show it.
fn shown(episodes: &[EpisodeView]) -> Vec<ShownSignView> {
    let mut shown: Vec<ShownSignView> = Vec::new();
    for episode in episodes {
        let place = (episode.id.clone(), episode.title.clone());
        for missed in &episode.missed {
            match shown.iter_mut().find(|other| other.sign.statement == missed.sign.statement) {
                Some(other) if other.episodes.last() == Some(&place) => {}
                Some(other) => other.episodes.push(place.clone()),
                None => shown.push(ShownSignView { sign: missed.sign.clone(), episodes: vec![place.clone()] }),
            }
        }
    }
    shown
}

fn learning(site: &Site, case: &CaseStudy, page: &Page) -> Vec<LearningView> {
    let points = case.learning.iter().zip(&page.learning);
    points
        .map(|(point, target)| LearningView {
            point: point.point.clone(),
            guidance: target.as_ref().map(|target| guidance(site, target)),
        })
        .collect()
}

/// A link to a section of guidance, by the heading that it leads to: "County lines: Signs".
fn guidance(site: &Site, target: &Target) -> LinkView {
    let link = target_link(site, target);
    let Target::Page(page, Some(anchor)) = target else { return link };
    let headings = &site.page(*page).document.outline.headings;
    match headings.iter().find(|heading| heading.id == *anchor) {
        Some(heading) => LinkView { title: format!("{}: {}", link.title, heading.text), ..link },
        None => link,
    }
}

fn training(training: &Training) -> TrainingView {
    TrainingView {
        matters: optional(training.matters.as_ref()),
        purpose: training.purpose.clone(),
        notes: training.notes.clone(),
        handouts: training.handouts.iter().map(|text| paragraphs(text)).collect(),
        minutes: training.length(),
        steps: training.steps.clone(),
    }
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
    let test = record.motivated_intruder.as_ref().map(|test| IntruderTestView {
        date: date(test.date.value),
        method: test.method.clone(),
        outcome: test.outcome.clone(),
    });
    AnonymisationView {
        by: record.by.value.clone(),
        checked_by: record.checked_by.value.clone(),
        date: date(record.date.value),
        method: record.method.clone(),
        test,
        weighed: record.quasi_identifiers.clone(),
        court_orders_checked: record.court_orders_checked,
        consent_basis: record.consent_basis.clone(),
        remove_after: date(record.remove_after.value),
    }
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn both_kinds_of_yaml_text_have_paragraphs() {
        assert_eq!(paragraphs("One.\nTwo."), ["One.", "Two."]);
        assert_eq!(paragraphs("One\nline.\n\nTwo.\n"), ["One line.", "Two."]);
        assert_eq!(paragraphs("  "), [""; 0]);
    }
}
