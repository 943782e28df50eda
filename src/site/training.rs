//! The training pack of a case study: which pages it has, and where they stand.

use super::Page;
use crate::document::DocumentType;

/// A page of a training pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One printed sheet for a team meeting.
    Briefing,
    /// Three quarters of an hour with a group, unless its author plans otherwise.
    Exercise,
    /// What is handed out in the exercise.
    Handouts,
    /// What is shown on a wall.
    Slides,
}

impl Part {
    /// Every part, in the order in which a reader meets them.
    pub const ALL: [Part; 4] = [Part::Briefing, Part::Exercise, Part::Handouts, Part::Slides];

    /// Its name in addresses and templates.
    pub fn name(self) -> &'static str {
        match self {
            Part::Briefing => "briefing",
            Part::Exercise => "exercise",
            Part::Handouts => "handouts",
            Part::Slides => "slides",
        }
    }

    /// What readers call it, if the exercise takes so many minutes.
    pub fn title(self, minutes: u32) -> String {
        match self {
            Part::Briefing => "Seven-minute briefing".to_owned(),
            Part::Exercise => format!("{minutes}-minute exercise"),
            Part::Handouts => "Handouts".to_owned(),
            Part::Slides => "Slides".to_owned(),
        }
    }

    /// What it is for.
    pub fn summary(self) -> &'static str {
        match self {
            Part::Briefing => "One printed page to read together at the start of a team meeting.",
            Part::Exercise => "Steps with times, points at which to decide, and notes for the person who leads.",
            Part::Handouts => "Sheets to print for the exercise, each on its own page.",
            Part::Slides => "The case on a wall, one step at a time. The arrow keys turn the slides.",
        }
    }
}

impl Page {
    /// The pages of its training pack with their addresses; none if it is no case study.
    pub fn training(&self) -> impl Iterator<Item = (Part, String)> {
        let is_case = self.document_type() == DocumentType::CaseStudy;
        Part::ALL.into_iter().filter(move |_| is_case).map(|part| (part, self.training_url(part)))
    }

    /// The address of a page of its training pack.
    pub fn training_url(&self, part: Part) -> String {
        format!("{}/{}.html", self.url.trim_end_matches(".html"), part.name())
    }
}
