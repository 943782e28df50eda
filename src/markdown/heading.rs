//! Ids of headings: made from their own text, so that they stay when other headings come and go.

use std::collections::{HashMap, HashSet};

/// Text as an id: lower case, letters and digits of any script kept, everything else a hyphen.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !matches!(c, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let end = slug.trim_end_matches('-').len();
    slug.truncate(end);
    slug
}

/// Ids that the templates of the default theme use on the pages of documents.
const THEME: &[&str] = &[
    "main",
    "menu",
    "words-title",
    "facts-title",
    "contents-title",
    "page-sources",
    "page-related",
    "page-changes",
    "page-cases",
    "framework-levels",
    "framework-local",
    "framework-escalation",
    "framework-covers",
    "framework-signs",
    "case-warnings",
    "case-background",
    "case-episodes",
    "case-voice",
    "case-signs",
    "case-training",
    "case-timeline",
    "case-questions",
    "case-people",
    "case-learning",
    "case-recommendations",
    "case-anonymisation",
];

/// Whether an id belongs to the page's frame, a note, or a glossary term's card.
pub fn is_kept(id: &str) -> bool {
    THEME.contains(&id) || ["fn-", "fnref-", "term-"].iter().any(|prefix| id.starts_with(prefix))
}

/// The ids given out on a page, and the headings above the present one.
#[derive(Debug)]
pub struct Ids {
    taken: HashSet<String>,
    above: Vec<(u8, String)>,
    /// For each text that needed a number, the next one to try.
    numbers: HashMap<String, u32>,
}

impl Ids {
    /// No ids given out yet, save those of the theme and `others` that the page has before its text.
    pub fn reserving(others: &[String]) -> Ids {
        Ids { taken: others.iter().cloned().collect(), above: Vec::new(), numbers: HashMap::new() }
    }

    /// An id for a heading. A text that stands a second time is told apart by the heading above it
    /// (`school-signs`), and only if that is taken too by a number.
    pub fn assign(&mut self, level: u8, text: &str) -> String {
        self.leave(level);
        let own = match slug(text) {
            own if own.is_empty() => "section".to_owned(),
            own if is_kept(&own) => format!("section-{own}"),
            own => own,
        };
        let below = self.above.last().map(|(_, parent)| format!("{parent}-{own}"));
        let named = [Some(own.clone()), below].into_iter().flatten().find(|id| !self.taken.contains(id));
        let id = named.unwrap_or_else(|| self.numbered(&own));
        self.enter(level, &id);
        id
    }

    /// The text with the first number that is free.
    fn numbered(&mut self, own: &str) -> String {
        let next = self.numbers.entry(own.to_owned()).or_insert(2);
        loop {
            let id = format!("{own}-{next}");
            *next += 1;
            if !self.taken.contains(&id) {
                return id;
            }
        }
    }

    /// Takes an id that the author chose. Gives `false` if it is taken.
    pub fn claim(&mut self, level: u8, id: &str) -> bool {
        self.leave(level);
        let free = !self.taken.contains(id) && !is_kept(id);
        self.enter(level, id);
        free
    }

    /// Takes an id for something that is no heading. Gives `false` if it is taken.
    pub fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_owned())
    }

    fn leave(&mut self, level: u8) {
        while self.above.last().is_some_and(|(above, _)| *above >= level) {
            self.above.pop();
        }
    }

    fn enter(&mut self, level: u8, id: &str) {
        self.taken.insert(id.to_owned());
        self.above.push((level, id.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_keep_letters_of_any_script() {
        assert_eq!(slug("What’s a *Section 47* enquiry?"), "whats-a-section-47-enquiry");
        assert_eq!(slug("Tŷ  bach"), "tŷ-bach");
        assert_eq!(slug("…"), "");
    }

    #[test]
    fn a_repeated_heading_is_told_apart_by_the_heading_above_it() {
        let mut ids = Ids::reserving(&[]);
        assert_eq!(ids.assign(2, "Signs"), "signs");
        assert_eq!(ids.assign(2, "School"), "school");
        assert_eq!(ids.assign(3, "Signs"), "school-signs");
        assert_eq!(ids.assign(3, "Signs"), "signs-2");
    }
}
