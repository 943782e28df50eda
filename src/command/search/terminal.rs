//! Answers for people.

use super::paint::{Paint, wrap};
use crate::command::findings::counted;
use crate::resolve::percent_decode;
use search_index::{Also, AlsoKind, Answer, FacetCount, Hit};
use std::io::{self, Write};

/// How an answer is shown.
pub struct Terminal<'a> {
    /// What was asked.
    pub query: &'a str,
    /// The folder or file that was searched.
    pub place: &'a str,
    /// Columns.
    pub width: usize,
    /// Whether colours are wanted.
    pub coloured: bool,
    /// Whether only some pages were to be searched.
    pub narrowed: bool,
}

/// Hits stand to the right of their numbers.
const INDENT: &str = "   ";
/// Values of a facet that are shown; the rest are few pages each.
const VALUES: usize = 4;

impl Terminal<'_> {
    /// Writes an answer with hits.
    pub fn answer(&self, answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
        let total = usize::try_from(answer.total).unwrap_or(usize::MAX);
        let shown =
            if answer.hits.len() < total { format!(", the first {}", answer.hits.len()) } else { String::new() };
        self.note(&format!("{} for {}{shown}", counted(total, "page"), quoted(self.query)), out)?;
        self.beside(answer, out)?;
        for hit in &answer.hits {
            writeln!(out)?;
            self.hit(hit, out)?;
        }
        let facets: Vec<String> = answer.facets.iter().filter(|facet| facet.values.len() > 1).map(narrower).collect();
        if total > 1 && !facets.is_empty() {
            writeln!(out)?;
            facets.iter().try_for_each(|facet| self.note(facet, out))?;
        }
        Ok(())
    }

    /// Writes what there is to say when nothing was found.
    pub fn nothing(&self, answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
        let narrowed = if self.narrowed { " with these filters" } else { "" };
        writeln!(out, "No page matches {}{narrowed}.", quoted(self.query))?;
        self.beside(answer, out)?;
        if answer.nearest && !answer.hits.is_empty() {
            writeln!(out, "\nNearest:")?;
            for hit in &answer.hits {
                self.hit(hit, out)?;
            }
        }
        match &answer.contact {
            Some(contact) => writeln!(out, "\n{contact}"),
            None => Ok(()),
        }
    }

    /// What was searched beside the words that were typed, and what they may have been meant to be.
    fn beside(&self, answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
        for also in answer.also.iter().filter(|also| !also.searched.is_empty()) {
            self.note(&format!("Also searched: {} ({})", also.searched.join(", "), why(also)), out)?;
        }
        match &answer.did_you_mean {
            Some(meant) => self.note(&format!("Did you mean: {meant}"), out),
            None => Ok(()),
        }
    }

    fn hit(&self, hit: &Hit, out: &mut dyn Write) -> io::Result<()> {
        let Paint { title, mark, address, note } = Paint::new(self.coloured);
        let room = self.width - INDENT.len();
        let number = format!("{}.", hit.rank);
        for (at, line) in wrap(&hit.title, &[], mark, room).iter().enumerate() {
            let lead = if at == 0 { number.as_str() } else { "" };
            writeln!(out, "{lead:<2} {title}{line}{title:#}")?;
        }
        let heading = hit.heading.iter().flat_map(|heading| wrap(heading, &[], mark, room));
        let snippet = wrap(&hit.snippet.text, &hit.snippet.marks, mark, room);
        for line in heading.chain(snippet) {
            writeln!(out, "{INDENT}{line}")?;
        }
        writeln!(out, "{INDENT}{address}{}{address:#}", self.file(&hit.url))?;
        for line in wrap(&facts(hit), &[], mark, room) {
            writeln!(out, "{INDENT}{note}{line}{note:#}")?;
        }
        for section in &hit.sections {
            let heading = if section.heading.is_empty() { "at the top" } else { &section.heading };
            for line in wrap(&format!("Also: {heading}"), &[], mark, room) {
                writeln!(out, "{INDENT}{line}")?;
            }
            writeln!(out, "{INDENT}{address}{}{address:#}", self.file(&section.url))?;
        }
        Ok(())
    }

    /// The file to open: an address of the site, below the folder that was searched.
    fn file(&self, url: &str) -> String {
        let (path, anchor) =
            url.split_once('#').map_or((url, String::new()), |(path, anchor)| (path, format!("#{anchor}")));
        let folder = if self.place == "." { String::new() } else { format!("{}/", self.place) };
        let file = format!("{folder}{}{anchor}", percent_decode(path));
        file.chars().filter(|c| !c.is_control()).collect()
    }

    fn note(&self, text: &str, out: &mut dyn Write) -> io::Result<()> {
        let Paint { note, .. } = Paint::new(self.coloured);
        for line in wrap(text, &[], note, self.width) {
            writeln!(out, "{note}{line}{note:#}")?;
        }
        Ok(())
    }
}

fn quoted(query: &str) -> String {
    let plain: String = query.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("“{}”", plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// "Guidance · In force · England · review by 2027-03-31"
fn facts(hit: &Hit) -> String {
    let note = |key: &str| hit.notes.get(key).cloned();
    let facts = [
        note("type"),
        note("status"),
        note("nation"),
        note("review_by").map(|day| format!("review by {day}")),
        note("superseded_by").map(|page| format!("replaced by {page}")),
        note("language"),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn why(also: &Also) -> String {
    match also.kind {
        AlsoKind::Synonym => "same meaning".to_owned(),
        AlsoKind::Preferred => format!("the word for {}", also.typed),
        AlsoKind::Related => "related".to_owned(),
        AlsoKind::Nation => {
            let nation = also.nation.as_deref().unwrap_or_default().replace('-', " ");
            format!("the word in {}", capitalised(&nation))
        }
        AlsoKind::Meaning => format!("{} has several meanings", also.typed),
        AlsoKind::Spelling => format!("for {}", also.typed),
        AlsoKind::Joined => format!("{} in another spelling", also.typed),
    }
}

fn capitalised(words: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    words.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}

/// "--type: guidance (12), case-study (3)"
fn narrower(facet: &FacetCount) -> String {
    let values = facet.values.iter().take(VALUES).map(|value| format!("{} ({})", value.key, value.count));
    let more = if facet.values.len() > VALUES { ", …" } else { "" };
    format!("--{}: {}{more}", facet.key, values.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests;
