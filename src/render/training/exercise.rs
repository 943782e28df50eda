//! The exercise: its steps, and when each begins.

use super::decisions;
use crate::render::view::{CaseStudyView, EpisodeView};
use crate::source::Spanned;
use serde::Serialize;

/// What the steps besides the decisions take.
const OTHERS: u32 = 25;
/// A point is decided in no less than this.
const LEAST: u32 = 4;

/// The plan of an exercise.
#[derive(Debug, Serialize)]
pub struct Exercise<'a> {
    /// How long it takes.
    minutes: u32,
    /// Its steps, in order.
    steps: Vec<Step<'a>>,
    /// Whether the case has points to decide.
    decides: bool,
    /// Episodes that have no step of their own.
    left: Vec<&'a EpisodeView>,
}

/// A step.
#[derive(Debug, Serialize)]
struct Step<'a> {
    /// What it is called.
    title: String,
    /// The minute at which it begins.
    from: u32,
    /// The minute at which it ends.
    to: u32,
    /// What participants do.
    task: &'a str,
    /// The episode at which they decide.
    episode: Option<&'a EpisodeView>,
    /// Which part of the notes belongs to it.
    part: &'static str,
    /// What its author says to the person who leads.
    note: Option<&'a str>,
}

/// Makes the plan of a case's exercise: that of its author, or the usual one.
pub fn make(case: &CaseStudyView) -> Exercise<'_> {
    let plan = if case.training.steps.is_empty() { usual(case) } else { planned(case) };
    let minutes = plan.steps.last().map_or(0, |step| step.to);
    let decides = plan.steps.iter().any(|step| step.episode.is_some());
    let has_step = |episode: &&EpisodeView| {
        !decides || plan.steps.iter().filter_map(|step| step.episode).any(|own| own.id == episode.id)
    };
    let left = case.episodes.iter().filter(|episode| !has_step(episode)).collect();
    Exercise { minutes, steps: plan.steps, decides, left }
}

fn planned(case: &CaseStudyView) -> Plan<'_> {
    let mut plan = Plan::default();
    for step in &case.training.steps {
        let of = |id: &Spanned<String>| case.episodes.iter().find(|episode| episode.id == id.value);
        let episode = step.episode.as_ref().and_then(of);
        let part = if episode.is_some_and(|episode| episode.decision.is_some()) { "decide" } else { "own" };
        plan.push(step.minutes.value, step.title.clone(), &step.task, part, episode);
        if let Some(last) = plan.steps.last_mut() {
            last.note = step.note.as_deref();
        }
    }
    plan
}

fn usual(case: &CaseStudyView) -> Plan<'_> {
    let deciding = case.training.minutes.saturating_sub(OTHERS).max(LEAST);
    let all: Vec<&EpisodeView> = decisions(case).collect();
    let points = usize::try_from(deciding / LEAST).unwrap_or(1);
    let chosen = &all[..all.len().min(points)];
    let mut plan = Plan::default();
    plan.add(5, "Arrive", "Hear what the case includes, and how to step out. Say what you hope to take away.", "open");
    plan.add(5, "Read the background", "Read the first handout in silence. Note what you would like to know.", "read");
    if chosen.is_empty() {
        plan.add(
            deciding,
            "Follow the case",
            "Read the cards in pairs, in their order. At each, ask what you would have known and done in that week.",
            "follow",
        );
    }
    for (at, episode) in chosen.iter().enumerate() {
        let points = u32::try_from(chosen.len()).unwrap_or(deciding);
        let longer = u32::try_from(at).is_ok_and(|at| at < deciding % points);
        plan.decide(deciding / points + u32::from(longer), episode);
    }
    let whole = "Read the timeline. Tick the signs that you find, and say where each showed. Do not count them.";
    plan.add(5, "See the whole", whole, "whole");
    let practice = "Choose one learning point and one question. Say what you will do differently this week.";
    plan.add(7, "From the case to your practice", practice, "practice");
    plan.add(
        3,
        "Close",
        "Say one thing that you take away. Say whom you will talk to if the case stays with you.",
        "close",
    );
    plan
}

/// Steps, one after the other.
#[derive(Default)]
struct Plan<'a> {
    steps: Vec<Step<'a>>,
}

impl<'a> Plan<'a> {
    fn add(&mut self, minutes: u32, title: &str, task: &'a str, part: &'static str) {
        self.push(minutes, title.to_owned(), task, part, None);
    }

    fn decide(&mut self, minutes: u32, episode: &'a EpisodeView) {
        let task = "Read the card. Decide alone, then tell your neighbour why. There may be more than one good answer.";
        self.push(minutes, format!("Decide: {}", episode.title), task, "decide", Some(episode));
    }

    fn push(
        &mut self,
        minutes: u32,
        title: String,
        task: &'a str,
        part: &'static str,
        episode: Option<&'a EpisodeView>,
    ) {
        let from = self.steps.last().map_or(0, |step| step.to);
        self.steps.push(Step { title, from, to: from + minutes, task, episode, part, note: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::case_study::{EXERCISE, ExerciseStep};
    use crate::render::view::{DecisionView, TrainingView};
    use crate::source::{SourceId, Span};

    fn case(points: usize) -> CaseStudyView {
        let episode = |number: usize| EpisodeView {
            id: format!("episode-{number}"),
            number,
            title: "The gate".to_owned(),
            happened: vec!["It rained.".to_owned()],
            known: Vec::new(),
            done: Vec::new(),
            rationale: Vec::new(),
            missed: Vec::new(),
            good_practice: Vec::new(),
            learning: Vec::new(),
            decision: Some(DecisionView {
                question: "And now?".to_owned(),
                options: Vec::new(),
                discussion: vec!["Ask.".to_owned()],
            }),
        };
        let training = TrainingView { minutes: EXERCISE, ..TrainingView::default() };
        CaseStudyView { episodes: (1..=points).map(episode).collect(), training, ..CaseStudyView::default() }
    }

    #[test]
    fn the_steps_follow_each_other_and_fill_the_time_whatever_there_is_to_decide() {
        for points in 0..12 {
            let case = case(points);
            let exercise = make(&case);
            let mut end = 0;
            for step in &exercise.steps {
                assert_eq!(step.from, end, "{points} points: no gap before {}", step.title);
                assert!(step.to >= step.from + 3, "{points} points: {} has time", step.title);
                end = step.to;
            }
            assert_eq!(end, EXERCISE, "{points} points");
            let decided = exercise.steps.iter().filter(|step| step.episode.is_some()).count();
            assert_eq!(decided + exercise.left.len(), points, "no point is lost");
        }
    }

    #[test]
    fn an_episode_without_a_point_to_decide_is_there_for_who_goes_on() {
        let mut case = case(3);
        case.episodes[1].decision = None;
        let exercise = make(&case);
        let left: Vec<&str> = exercise.left.iter().map(|episode| episode.id.as_str()).collect();
        assert_eq!(left, ["episode-2"]);
    }

    #[test]
    fn the_plan_of_the_author_takes_the_place_of_the_usual_one() {
        let mut case = case(2);
        let minutes = |value| Spanned { value, span: Span::new(SourceId(0), 0, 0) };
        let step = |title: &str, length, episode: Option<&str>| ExerciseStep {
            title: title.to_owned(),
            minutes: minutes(length),
            task: "Talk.".to_owned(),
            episode: episode.map(|id| Spanned { value: id.to_owned(), span: Span::new(SourceId(0), 0, 0) }),
            note: None,
        };
        case.training.steps = vec![step("Begin", 10, None), step("At the gate", 20, Some("episode-2"))];
        let exercise = make(&case);
        assert_eq!((exercise.minutes, exercise.steps[1].from, exercise.steps[1].to), (30, 10, 30));
        assert_eq!(exercise.steps[1].episode.map(|episode| episode.number), Some(2));
        assert_eq!(exercise.left.len(), 1);
    }
}
