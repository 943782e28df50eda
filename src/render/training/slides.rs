//! Slides: one thing at a time, each small enough for a wall and for a sheet.

use crate::render::view::{CaseStudyView, EpisodeView, LinkView};
use serde::Serialize;

/// The most characters on a slide; what is longer goes on on the next.
const FULL: usize = 620;

/// A slide.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Slide {
    /// Its number, from 1.
    number: usize,
    /// Its heading.
    title: String,
    /// What stands above the heading, such as the episode that it belongs to.
    caption: String,
    /// What it says, in order: runs of paragraphs and lists.
    runs: Vec<Run>,
    /// For the person who leads: what to say, or the discussion of a decision.
    notes: Vec<String>,
    /// What the notes are.
    notes_title: &'static str,
    /// `title`, `decision` or empty.
    kind: &'static str,
}

/// Paragraphs that follow each other, or the entries of a list.
#[derive(Clone, Debug, Default, Serialize)]
struct Run {
    /// Whether it is a list.
    is_list: bool,
    /// Its parts.
    parts: Vec<SlidePart>,
}

/// A part of a slide.
#[derive(Clone, Debug, Default, Serialize)]
struct SlidePart {
    /// What it is called, as in "What was known"; may be empty.
    name: String,
    /// A paragraph; may be empty.
    text: String,
    /// Whether it is one of a list.
    #[serde(skip)]
    in_list: bool,
    /// A link at its end.
    link: Option<LinkView>,
}

impl SlidePart {
    fn text(text: &str) -> SlidePart {
        SlidePart { text: text.to_owned(), ..SlidePart::default() }
    }

    fn item(text: &str) -> SlidePart {
        SlidePart { in_list: true, ..SlidePart::text(text) }
    }

    fn named(name: &str, text: &str) -> SlidePart {
        SlidePart { name: name.to_owned(), ..SlidePart::text(text) }
    }

    fn size(&self) -> usize {
        let link = self.link.as_ref().map_or(0, |link| link.title.chars().count());
        // A part that stands on a line of its own takes at least half a line more than its letters.
        self.name.chars().count() + self.text.chars().count() + link + 30
    }
}

/// Makes the slides of a case. Each episode is told as far as it was known then, before what was done.
pub fn make(title: &str, case: &CaseStudyView) -> Vec<Slide> {
    let mut deck = Deck::default();
    deck.title(title, case);
    let people = case.cast.iter().map(|person| SlidePart::named(&person.label, &person.role));
    deck.add("Who is who", "", people.collect());
    deck.add("Background", "", texts("", &case.background));
    for episode in &case.episodes {
        deck.episode(episode);
    }
    let events = case.timeline.iter().map(|event| SlidePart::named(&event.at, &event.event));
    deck.add("The whole timeline", "", events.collect());
    let signs = case.signs.iter().map(|shown| SlidePart {
        link: shown.sign.url.as_ref().map(|url| LinkView {
            title: shown.sign.statement.clone(),
            url: url.clone(),
            ..LinkView::default()
        }),
        ..SlidePart::item(if shown.sign.url.is_some() { "" } else { &shown.sign.statement })
    });
    deck.add("Signs that were there", "", signs.collect());
    deck.add("Voice of the child", "", texts("", &case.voice));
    let learning = case
        .learning
        .iter()
        .map(|learning| SlidePart { link: learning.guidance.clone(), ..SlidePart::item(&learning.point) });
    deck.add("Learning points", "", learning.collect());
    deck.add("Questions for our practice", "", case.questions.iter().map(|text| SlidePart::item(text)).collect());
    deck.close();
    deck.slides
}

/// Paragraphs, the first of them with a name.
fn texts(name: &str, paragraphs: &[String]) -> Vec<SlidePart> {
    let name = |at: usize| if at == 0 { name } else { "" };
    paragraphs.iter().enumerate().map(|(at, text)| SlidePart::named(name(at), text)).collect()
}

#[derive(Default)]
struct Deck {
    slides: Vec<Slide>,
}

impl Deck {
    /// The first slide: what the case includes, and where it comes from.
    fn title(&mut self, title: &str, case: &CaseStudyView) {
        let mut parts = vec![SlidePart::text(&case.provenance_note)];
        if !case.warnings.is_empty() {
            parts.push(SlidePart::named("This case includes", ""));
            parts.extend(case.warnings.iter().map(|warning| SlidePart::item(warning)));
            parts.push(SlidePart::text("Step out whenever you need to. Nobody will ask why."));
        }
        let notes = case.training.purpose.iter().chain(&case.training.notes).cloned().collect();
        self.push(Slide { kind: "title", notes, notes_title: "Notes", ..slide(title, "", parts) });
    }

    fn episode(&mut self, episode: &EpisodeView) {
        let caption = format!("Episode {}", episode.number);
        let mut then = texts("What happened", &episode.happened);
        then.extend(texts("What was known", &episode.known));
        self.add(&episode.title, &caption, then);
        if let Some(decision) = &episode.decision {
            let question = std::iter::once(SlidePart::text(&decision.question));
            let options = decision.options.iter().map(|text| SlidePart::item(text));
            self.push(Slide {
                kind: "decision",
                notes: decision.discussion.clone(),
                notes_title: "Discussion",
                ..slide("What would you do?", &episode.title, question.chain(options).collect())
            });
        }
        let mut after = texts("What was done", &episode.done);
        after.extend(texts("Why it made sense at the time", &episode.rationale));
        self.add("What was done, and why", &episode.title, after);
        let missed = episode.missed.iter();
        let mut seen: Vec<SlidePart> = missed
            .map(|missed| SlidePart::named(&missed.sign.statement, missed.how.as_deref().unwrap_or_default()))
            .collect();
        seen.extend(episode.good_practice.iter().map(|text| SlidePart::named("Good practice", text)));
        self.add("What was there to be seen", &episode.title, seen);
    }

    fn close(&mut self) {
        let texts = [
            "Thank you for staying with this case.",
            "Talk to a colleague or your supervisor if it stays with you.",
            "If it made you think of a child you know, act today as your own procedures say.",
        ];
        self.add("To close", "", texts.into_iter().map(SlidePart::text).collect());
    }

    /// Adds parts under a heading, on as many slides as they need; none if there is nothing to say.
    fn add(&mut self, title: &str, caption: &str, parts: Vec<SlidePart>) {
        let mut full = 0;
        let mut here: Vec<SlidePart> = Vec::new();
        for part in parts {
            if !here.is_empty() && full + part.size() > FULL {
                self.push(slide(title, caption, std::mem::take(&mut here)));
                full = 0;
            }
            full += part.size();
            here.push(part);
        }
        if !here.is_empty() {
            self.push(slide(title, caption, here));
        }
    }

    fn push(&mut self, mut slide: Slide) {
        slide.number = self.slides.len() + 1;
        if self.slides.last().is_some_and(|last| last.title == slide.title && last.caption == slide.caption) {
            slide.title.push_str(" (continued)");
        }
        self.slides.push(slide);
    }
}

fn slide(title: &str, caption: &str, parts: Vec<SlidePart>) -> Slide {
    let mut runs: Vec<Run> = Vec::new();
    for part in parts {
        match runs.last_mut().filter(|run| run.is_list == part.in_list) {
            Some(run) => run.parts.push(part),
            None => runs.push(Run { is_list: part.in_list, parts: vec![part] }),
        }
    }
    Slide { title: title.to_owned(), caption: caption.to_owned(), runs, ..Slide::default() }
}
