//! The exercise of forty-five minutes: its steps, and when each begins.

use super::decisions;
use crate::render::view::{CaseStudyView, EpisodeView};
use serde::Serialize;

/// How long the exercise takes.
const MINUTES: u32 = 45;
/// What is left for the decisions when the other steps have their time.
const DECIDING: u32 = 20;
/// The most points at which a group decides in that time; the others are there for who goes on.
const POINTS: usize = 5;

/// The plan of an exercise.
#[derive(Debug, Serialize)]
pub struct Exercise<'a> {
    /// How long it takes.
    minutes: u32,
    /// Its steps, in order.
    steps: Vec<Step<'a>>,
    /// Whether the case has points to decide.
    decides: bool,
    /// Episodes with a point to decide for which there is no time.
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
    task: &'static str,
    /// The episode at which they decide.
    episode: Option<&'a EpisodeView>,
    /// Which part of the notes belongs to it.
    part: &'static str,
}

/// Makes the plan of a case's exercise.
pub fn make(case: &CaseStudyView) -> Exercise<'_> {
    let all: Vec<&EpisodeView> = decisions(case).collect();
    let (chosen, left) = all.split_at(all.len().min(POINTS));
    let mut plan = Plan::default();
    plan.add(5, "Arrive", "Hear what the case includes, and how to step out. Say what you hope to take away.", "open");
    plan.add(5, "Read the background", "Read the first handout in silence. Note what you would like to know.", "read");
    if chosen.is_empty() {
        plan.add(
            DECIDING,
            "Follow the case",
            "Read the cards in pairs, in their order. At each, ask what you would have known and done in that week.",
            "follow",
        );
    }
    for (at, episode) in chosen.iter().enumerate() {
        let points = u32::try_from(chosen.len()).unwrap_or(DECIDING);
        let longer = u32::try_from(at).is_ok_and(|at| at < DECIDING % points);
        plan.decide(DECIDING / points + u32::from(longer), episode);
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
    Exercise { minutes: MINUTES, steps: plan.steps, decides: !chosen.is_empty(), left: left.to_vec() }
}

/// Steps, one after the other.
#[derive(Default)]
struct Plan<'a> {
    steps: Vec<Step<'a>>,
}

impl<'a> Plan<'a> {
    fn add(&mut self, minutes: u32, title: &str, task: &'static str, part: &'static str) {
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
        task: &'static str,
        part: &'static str,
        episode: Option<&'a EpisodeView>,
    ) {
        let from = self.steps.last().map_or(0, |step| step.to);
        self.steps.push(Step { title, from, to: from + minutes, task, episode, part });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::view::DecisionView;

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
        CaseStudyView { episodes: (1..=points).map(episode).collect(), ..CaseStudyView::default() }
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
            assert_eq!(end, MINUTES, "{points} points");
            let decided = exercise.steps.iter().filter(|step| step.episode.is_some()).count();
            assert_eq!(decided + exercise.left.len(), points, "no point is lost");
        }
    }
}
