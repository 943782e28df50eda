//! A framework with everything that its checks need to know of it.

use crate::diagnostic::Diagnostics;
use crate::document::framework::{Framework, UnitOfAssessment};
use crate::document::legislation::{Act, Provision};
use crate::document::meta::{Nation, Status};
use crate::document::{Document, Kind};
use crate::markdown::Written;
use crate::parse::Parsed;
use crate::placeholder::is_placeholder;
use crate::read::Sources;
use crate::source::{Span, Spanned};
use crate::thresholds::{Applied, apply};
use jiff::civil::Date;
use std::ops::Range;

/// A framework that says something that can be checked.
pub struct Subject<'a> {
    /// Its file.
    pub document: &'a Document,
    /// What it says.
    pub framework: &'a Framework,
    /// The framework that it changes locally.
    pub base: Option<&'a Framework>,
    /// The file of that framework.
    pub base_document: Option<&'a Document>,
    /// What applies: it alone, or its base with its changes.
    pub applied: Applied<'a>,
}

/// What lies around the frameworks.
pub struct Around<'a> {
    /// The whole site.
    pub parsed: &'a Parsed,
    /// All texts.
    pub sources: &'a Sources,
    /// The day of the build.
    pub at: Date,
}

/// The frameworks of a site that can be checked, in path order.
pub fn of_site(parsed: &Parsed) -> Vec<Subject<'_>> {
    let frameworks = parsed.documents.iter().filter_map(framework_of);
    frameworks.filter_map(|(document, framework)| subject(parsed, document, framework)).collect()
}

/// `None` for prose alone, and for a local framework whose base is at fault or not there: nothing can be
/// held against it.
fn subject<'a>(parsed: &'a Parsed, document: &'a Document, framework: &'a Framework) -> Option<Subject<'a>> {
    let base = match &framework.base {
        None => None,
        Some(path) => {
            let path = beside(&document.path, &path.value).filter(|path| *path != document.path)?;
            Some(parsed.documents.iter().filter_map(framework_of).find(|(other, _)| other.path == path)?)
        }
    };
    let (base_document, base) = base.unzip();
    is_more_than_prose(framework).then(|| {
        let applied = base.map_or_else(|| apply(framework, None), |base| apply(base, Some(framework)));
        Subject { document, framework, base, base_document, applied }
    })
}

fn framework_of(document: &Document) -> Option<(&Document, &Framework)> {
    match &document.kind {
        Kind::Framework(framework) => Some((document, framework)),
        Kind::Guidance | Kind::Page | Kind::CaseStudy(_) => None,
    }
}

fn is_more_than_prose(framework: &Framework) -> bool {
    let rows = [framework.indicators.len(), framework.responses.len(), framework.overrides.len()];
    let scope = [framework.harms.len(), framework.domains.len(), framework.routes.len(), framework.covers.len()];
    rows.into_iter().chain(scope).any(|count| count > 0) || framework.base.is_some()
}

/// A path that is written in a file, from `content/`.
pub fn beside(file: &str, path: &str) -> Option<String> {
    let path = path.split('#').next().unwrap_or(path);
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let from = if path.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

impl<'a> Subject<'a> {
    /// The nation whose law it is about, if there is one and no more.
    pub fn nation(&self) -> Option<Nation> {
        let inherited = || self.base.and_then(|base| base.nation);
        self.framework.nation.or_else(inherited).or(match self.document.meta.nations[..] {
            [nation] => Some(nation),
            _ => None,
        })
    }

    /// Who or what it assesses.
    pub fn unit(&self) -> UnitOfAssessment {
        let inherited = || self.base.and_then(|base| base.unit_of_assessment);
        self.framework.unit_of_assessment.or_else(inherited).unwrap_or(UnitOfAssessment::ChildAndFamily)
    }

    /// Whether it was replaced or taken back: it stays as it was.
    pub fn is_past(&self) -> bool {
        matches!(self.document.meta.status, Some(Status::Superseded | Status::Withdrawn))
    }

    /// Whether it is to be followed on a day.
    pub fn in_force_on(&self, day: Date) -> bool {
        let meta = &self.document.meta;
        let published = meta.status.is_none_or(|status| status == Status::InForce);
        published && meta.in_force_from.is_none_or(|from| from <= day) && meta.in_force_to.is_none_or(|to| day <= to)
    }

    /// The links of a row.
    pub fn links(&self, numbers: &Range<usize>) -> &'a [Written] {
        self.document.outline.links.get(numbers.clone()).unwrap_or_default()
    }

    /// Where the links of a response of the base lead: its law and guidance.
    pub fn base_basis(&self, id: &str) -> impl Iterator<Item = &'a str> {
        let response = self.base.and_then(|base| base.responses.iter().find(|response| response.id.value == id));
        let links = self.base_document.map(|document| &document.outline.links);
        let own = response.zip(links).and_then(|(response, links)| links.get(response.basis_links()));
        own.unwrap_or_default().iter().map(|link| link.destination.as_str())
    }

    /// Its highest level.
    pub fn highest_level(&self) -> u32 {
        self.applied.levels().iter().map(|level| level.number.value).max().unwrap_or(0)
    }

    /// Whether all of its rows could be read. If not, what seems to be missing may stand in the others.
    pub fn is_whole(&self) -> bool {
        self.framework.unread.is_empty() && self.base.is_none_or(|base| base.unread.is_empty())
    }

    /// Where a finding about the document as a whole points.
    pub fn span(&self) -> Span {
        self.document.meta.span
    }
}

impl<'a> Around<'a> {
    /// "content/thresholds/a.md:12" of a place.
    pub fn place(&self, span: Span) -> String {
        let source = self.sources.get(span.source);
        format!("{}:{}", source.path, source.position(span.start).line)
    }

    /// Where words stand in a stretch of text, if they can be found. They may be spread over lines.
    pub fn find(&self, within: Span, words: &str) -> Option<Span> {
        let text = self.sources.get(within.source).slice(within);
        let parts: Vec<&str> = words.split_whitespace().collect();
        let first = parts.first()?;
        let starts = text.match_indices(first).map(|(at, _)| at);
        starts
            .filter_map(|start| Some(start..end_of(text, start, &parts)?))
            .map(|place| {
                let offset = within.start as usize;
                Span::new(within.source, offset + place.start, offset + place.end)
            })
            .next()
    }

    /// What follows the beginning of a place in its file.
    pub fn after(&self, place: Span) -> Span {
        let end = u32::try_from(self.sources.get(place.source).text.len()).unwrap_or(u32::MAX);
        Span { end, ..place }
    }

    /// Where words stand after the beginning of a place in the same file, or else that place.
    pub fn find_after(&self, place: Span, words: &str) -> Span {
        self.find(self.after(place), words).unwrap_or(place)
    }

    /// An Act and its provision by `law:` address; `None` for the Act alone or for what is unknown.
    pub fn law(&self, id: &str) -> Option<(&'a Act, Option<&'a Provision>)> {
        let (act, provision) = id.split_once('#').map_or((id, None), |(act, provision)| (act, Some(provision)));
        let act = self.parsed.legislation.iter().find(|known| known.id.value == act)?;
        match provision {
            None => Some((act, None)),
            Some(id) => act.provisions.iter().find(|known| known.id.value == id).map(|found| (act, Some(found))),
        }
    }
}

/// Where words end that begin at an offset, if they all stand there with nothing but space between them.
fn end_of(text: &str, start: usize, words: &[&str]) -> Option<usize> {
    let mut at = start;
    for word in words {
        let rest = text.get(at..)?;
        at += rest.len() - rest.trim_start().len();
        at += text.get(at..)?.starts_with(word).then_some(word.len())?;
    }
    Some(at)
}

/// Where a text of a framework stands.
#[derive(Clone, Copy)]
pub struct Stands {
    /// Somewhere in here.
    pub within: Span,
    /// Where to point if it cannot be found there, because markup stands in it.
    pub or: Span,
}

impl Stands {
    /// A text with a place of its own.
    pub fn at(span: Span) -> Stands {
        Stands { within: span, or: span }
    }
}

/// Whether a text stands only where one has to stand: "TBC", "n/a", "-".
pub fn says_nothing(text: &str) -> bool {
    const EMPTY: &[&str] = &["n/a", "na", "none", "nil", "x", "unknown", "see above", "not known", "draft"];
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    bare.is_empty() || is_placeholder(&bare) || EMPTY.contains(&bare.as_str())
}

/// A list of words for readers: "a, b and c".
pub fn listed<S: AsRef<str>>(words: &[S]) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// Reports an id that is not among those known.
pub fn unknown<'k>(
    what: &str,
    id: &Spanned<String>,
    known: impl Iterator<Item = &'k str>,
    diagnostics: &mut Diagnostics,
) {
    let hint = crate::suggest::did_you_mean(&id.value, known);
    let message = format!("there is no {what} `{}`", id.value);
    diagnostics.push(
        crate::diagnostic::Diagnostic::at(crate::rule::Rule::UnknownReference, id.span, message).maybe_hint(hint),
    );
}
