//! Finds what could identify a person in a text: the numbers, dates and addresses that have a fixed form, names and
//! places, and rare details that together point to one child.
//!
//! A text is first made plain ([`Plain`]): tricks that hide a number or a name from a search are undone, and every
//! place in the plain text leads back to its place in the text as given. Each kind then proposes [`Candidate`]s, and
//! where two overlap the surer one wins.

use std::borrow::Cow;
use std::ops::Range;

mod elsewhere;
mod forms;
mod front_matter;
mod jigsaw;
mod kind;
mod known;
mod names;
mod plain;

pub use kind::Kind;
pub use known::Known;
pub use plain::Plain;

/// What sort of text is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown, perhaps with YAML front matter.
    Markdown,
    /// A YAML file.
    Yaml,
    /// HTML, tags and all.
    Html,
    /// Plain text.
    Plain,
    /// A file name, a path or a slug: `megan-ashcroft.md`.
    Path,
}

/// How strictly a text is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A case study: everything that could identify a person is found.
    CaseStudy,
    /// Anything else, where services' telephone numbers, dates of laws and place names are ordinary: only what is a
    /// person's own is found.
    Elsewhere,
}

/// Something in a text that could identify a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in bytes of the text as given.
    pub range: Range<usize>,
    /// What it looks like, in one sentence.
    pub message: String,
    /// What to write instead.
    pub hint: String,
}

/// A possible finding in a plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// What it is.
    pub(crate) kind: Kind,
    /// Where it stands, in bytes of the plain text.
    pub(crate) range: Range<usize>,
    /// How sure the finding is: of two that overlap the heavier one stays, and of two of one weight the longer.
    pub(crate) weight: u8,
    /// What it looks like, in one sentence.
    pub(crate) message: Cow<'static, str>,
}

impl Candidate {
    /// Fits the pattern, and nothing else speaks for it.
    pub(crate) const LIKELY: u8 = 10;
    /// Fits a pattern that is rare in ordinary text.
    pub(crate) const CLEAR: u8 = 20;
    /// A cue word stands beside it, or a check digit agrees.
    pub(crate) const CERTAIN: u8 = 30;

    /// A candidate with the usual message of its kind.
    pub(crate) fn new(kind: Kind, range: Range<usize>, weight: u8) -> Self {
        Self { kind, range, weight, message: Cow::Borrowed(kind.message()) }
    }

    /// The same candidate with a message of its own.
    pub(crate) fn saying(self, message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), ..self }
    }
}

/// Each part of a path by itself: `case-studies/c002.md` is no case that is called C002.
fn in_parts(path: &str, known: &Known) -> Vec<Detail> {
    let mut start = 0;
    let mut found = Vec::new();
    for part in path.split('/') {
        found.extend(in_case_study(part, Form::Path, known).into_iter().map(|mut detail| {
            detail.range = detail.range.start + start..detail.range.end + start;
            detail
        }));
        start += part.len() + 1;
    }
    found
}

/// Finds what could identify a person in a text, sorted by place, without overlaps.
pub fn find(text: &str, form: Form, scope: Scope, known: &Known) -> Vec<Detail> {
    match scope {
        Scope::CaseStudy if form == Form::Path => in_parts(text, known),
        Scope::CaseStudy => in_case_study(text, form, known),
        Scope::Elsewhere => elsewhere::find(text, form),
    }
}

/// Finds whole names of people in a source that is no case study.
pub fn people(text: &str, form: Form, known: &Known) -> Vec<Detail> {
    elsewhere::people::find(text, form, known)
}

/// Where a text tells an exact age: `aged 14`, `a 14-year-old`, `turned thirteen`.
pub fn exact_ages(text: &str, form: Form) -> Vec<Range<usize>> {
    let plain = Plain::new(text, form);
    jigsaw::ages(&plain).into_iter().map(|place| plain.original(place)).collect()
}

fn in_case_study(text: &str, form: Form, known: &Known) -> Vec<Detail> {
    let plain = Plain::new(text, form);
    let mut candidates = forms::find(&plain, form, Scope::CaseStudy, forms::Families::ALL);
    if form == Form::Path {
        candidates.extend(names::find_in_path(&plain, known));
        return details(&plain, settle(candidates));
    }
    let mut tokens = names::token::tokens(plain.text());
    candidates.extend(names::find(plain.text(), &mut tokens, known));
    let mut kept = settle(candidates);
    // Rare details are weighed with everything else in view.
    let rare = jigsaw::find(&tokens, &kept);
    if !rare.is_empty() {
        kept.extend(rare);
        kept = settle(kept);
    }
    let mut found = details(&plain, kept);
    if let Some(closed) = Plain::without_hard_spaces(text, form) {
        add(&mut found, in_closed(&closed, form));
    }
    front_matter::drop_page_dates(text, form, found)
}

/// Numbers, dates and addresses that a hard space cuts in two. A word that is joined with a number is no reference and no
/// account: `Year 10`.
fn in_closed(closed: &Plain<'_>, form: Form) -> Vec<Detail> {
    let mut candidates = forms::find(closed, form, Scope::CaseStudy, forms::Families::ALL);
    candidates.retain(|candidate| !matches!(candidate.kind, Kind::CaseReference | Kind::SocialHandle));
    details(closed, settle(candidates))
}

/// Adds the details that stand where none is.
fn add(found: &mut Vec<Detail>, more: Vec<Detail>) {
    let is_apart = |detail: &Detail| {
        found.iter().all(|other| other.range.end <= detail.range.start || detail.range.end <= other.range.start)
    };
    let more: Vec<Detail> = more.into_iter().filter(is_apart).collect();
    found.extend(more);
    found.sort_by_key(|detail| detail.range.start);
}

/// Of candidates that overlap keeps the heavier, then the longer, then the first; sorted by place.
fn settle(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|a, b| {
        b.weight.cmp(&a.weight).then(b.range.len().cmp(&a.range.len())).then(a.range.start.cmp(&b.range.start))
    });
    let mut kept = std::collections::BTreeMap::<usize, Candidate>::new();
    for candidate in candidates {
        if candidate.range.is_empty() {
            continue;
        }
        let before = kept.range(..candidate.range.end).next_back();
        if before.is_none_or(|(_, other)| other.range.end <= candidate.range.start) {
            kept.insert(candidate.range.start, candidate);
        }
    }
    kept.into_values().collect()
}

fn details(plain: &Plain<'_>, candidates: Vec<Candidate>) -> Vec<Detail> {
    let mut details: Vec<Detail> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let range = plain.original(candidate.range);
        // Two places of the plain text may come from one place of the original.
        if range.is_empty() || details.last().is_some_and(|last| last.range.end > range.start) {
            continue;
        }
        let hint = candidate.kind.hint().to_owned();
        details.push(Detail { kind: candidate.kind, range, message: candidate.message.into_owned(), hint });
    }
    details
}
