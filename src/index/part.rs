//! Parts of pages that are no author's Markdown, as sections: levels, timelines, terms, laws, contacts.

use crate::render::thresholds::view::{LevelPageView, SignPageView};
use crate::render::view::{
    ActView, CaseStudyView, ChangeView, ContactView, EpisodeView, FrameworkView, LadderView, LevelView, LinkView,
    ProvisionView, RungView, TermView, TimescaleView,
};
use search_index::Section;

/// Texts that are not empty, one a line.
pub fn lines(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

fn section(heading: impl Into<String>, anchor: &str, text: String) -> Section {
    Section { heading: heading.into(), anchor: anchor.to_owned(), text }
}

fn named(name: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("{name}: {value}") }
}

/// A glossary term.
pub fn term(term: &TermView) -> Section {
    let short = term.abbreviation.as_ref().map(|short| format!(" ({short})")).unwrap_or_default();
    let also = named("Also written", &term.also.join(", "));
    section(format!("{}{short}", term.term), &term.id, lines([term.words.clone(), also, term.nations.clone()]))
}

/// An Act and its provisions.
pub fn act(act: &ActView) -> impl Iterator<Item = Section> {
    let text = lines([act.summary.clone().unwrap_or_default(), act.nations.clone()]);
    let provision = |provision: &ProvisionView| {
        let text = lines([provision.summary.clone().unwrap_or_default(), provision.nations.clone()]);
        section(format!("{}, {}", act.title, provision.label), &provision.anchor, text)
    };
    std::iter::once(section(&act.title, &act.id, text))
        .chain(act.provisions.iter().map(provision))
        .collect::<Vec<_>>()
        .into_iter()
}

/// A contact.
pub fn contact(contact: &ContactView) -> Section {
    section(&contact.name, &contact.id, contact.words())
}

/// A timescale.
pub fn timescale(one: &TimescaleView) -> Section {
    let source = one.source.as_ref().map(|source| source.title.clone()).unwrap_or_default();
    let text = lines([one.words.clone(), one.note.clone().unwrap_or_default(), one.nation.clone(), source]);
    section(&one.name, &one.id, text)
}

/// A sign: what may explain it, what it belongs to, and what must follow.
pub fn sign(page: &SignPageView) -> String {
    let sign = &page.sign;
    let harms = sign.harms.iter().map(|harm| harm.label.as_str()).collect::<Vec<_>>().join(", ");
    lines([
        named("Ordinary explanation", sign.everyday.as_deref().unwrap_or_default()),
        named("Harms", &harms),
        sign.combine.clone().unwrap_or_default(),
    ])
}

/// A change, in a line.
pub fn change(change: &ChangeView) -> String {
    let page = change.page.as_ref().map(|page| format!("{}: ", page.title)).unwrap_or_default();
    let reason = change.reason.as_ref().map(|reason| format!(" {reason}")).unwrap_or_default();
    format!("{}, {page}{}{reason}", change.date.text, change.note)
}

/// What stands above a framework's levels.
pub fn framework_facts(framework: &FrameworkView) -> String {
    let facts = [("Applies in", &framework.jurisdiction), ("Looks at", &framework.unit_of_assessment)];
    let facts = facts.into_iter().map(|(name, value)| named(name, value));
    lines(std::iter::once(framework.judgement_statement.clone()).chain(facts))
}

/// What those do who do not agree with each other.
pub fn ladders(framework: &FrameworkView) -> Vec<Section> {
    let rung = |rung: &RungView| lines([rung.step.clone(), rung.who.clone(), rung.within.clone()]);
    let ladder = |(at, ladder): (usize, &LadderView)| {
        let heading = if at == 0 { "If you do not agree" } else { &ladder.label };
        section(heading, &ladder.anchor, lines(ladder.steps.iter().map(rung)))
    };
    framework.ladders.iter().enumerate().map(ladder).collect()
}

/// The levels of a framework.
pub fn levels(framework: &FrameworkView) -> Vec<Section> {
    let level = |level: &LevelView| {
        let text = lines([
            level.descriptor.clone().unwrap_or_default(),
            named("Consent", level.consent.as_deref().unwrap_or_default()),
            named("Law", &titles(&level.law)),
            named("Also called", &level.aliases.join(", ")),
        ]);
        section(format!("Level {}: {}", level.number, level.label), &level.anchor, text)
    };
    framework.levels.iter().map(level).collect()
}

fn titles(links: &[LinkView]) -> String {
    links.iter().map(|link| link.title.as_str()).collect::<Vec<_>>().join("; ")
}

/// What stands above a case study.
pub fn case_facts(case: &CaseStudyView) -> String {
    lines([
        named("This case study includes", &case.warnings.join(", ")),
        named("Kind of account", &case.provenance),
        named("Harms", &case.harms.join(", ")),
        named("Age", case.age_band.as_deref().unwrap_or_default()),
        named("Places", &case.settings.join(", ")),
        named("Agencies", &case.agencies.join(", ")),
    ])
}

/// What stands before the text of a case study: the background, the people, the timeline, the episodes and the voice.
pub fn case_before(case: &CaseStudyView) -> Vec<Section> {
    let people = case.cast.iter().map(|person| format!("{}: {}", person.label, person.role));
    let timeline = case.timeline.iter().map(|event| {
        let known = named("Known to", &event.known_to);
        let seen = named("Seen as", event.seen_as.as_deref().unwrap_or_default());
        lines([format!("{}: {}", event.at, event.event), known, seen])
    });
    let parts = [
        section("Background", "case-background", lines(case.background.iter().cloned())),
        section("People", "case-people", lines(people)),
        section("Timeline", "case-timeline", lines(timeline)),
    ];
    let voice = section("Voice of the child", "case-voice", lines(case.voice.iter().cloned()));
    filled(parts.into_iter().chain(case.episodes.iter().map(episode)).chain([voice]))
}

/// An episode: each has an anchor, so a hit leads to the moment that it is about.
fn episode(episode: &EpisodeView) -> Section {
    let missed = episode.missed.iter().map(|missed| match &missed.how {
        Some(how) => format!("Missed: {}. {how}", missed.sign.statement),
        None => format!("Missed: {}", missed.sign.statement),
    });
    let decision = episode
        .decision
        .iter()
        .flat_map(|decision| [&decision.question].into_iter().chain(&decision.options).chain(&decision.discussion));
    let told = [&episode.happened, &episode.known, &episode.done, &episode.rationale].into_iter().flatten();
    let good = episode.good_practice.iter().map(|text| format!("Good practice: {text}"));
    let text = lines(told.cloned().chain(missed).chain(good).chain(decision.cloned()));
    section(&episode.title, &episode.id, text)
}

/// What stands after the text of a case study: what it teaches, and questions.
pub fn case_after(case: &CaseStudyView) -> Vec<Section> {
    let learning = case.learning.iter().map(|learning| match &learning.guidance {
        Some(guidance) => format!("{} What to do: {}", learning.point, guidance.title),
        None => learning.point.clone(),
    });
    let recommendations = case.recommendations.iter().cloned();
    let questions = case.questions.iter().cloned();
    let parts = [
        section("Learning points", "case-learning", lines(learning)),
        section("Recommendations", "case-recommendations", lines(recommendations)),
        section("Questions for practice", "case-questions", lines(questions)),
    ];
    filled(parts)
}

fn filled(parts: impl IntoIterator<Item = Section>) -> Vec<Section> {
    parts.into_iter().filter(|part| !part.text.is_empty()).collect()
}

/// What the page of a level says of it.
pub fn level_page(level: &LevelPageView) -> String {
    let said = [&level.step.national, &level.consent_note, &level.step_up, &level.step_down];
    lines(said.into_iter().flatten().cloned())
}
