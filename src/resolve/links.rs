//! Written links into targets.

mod places;
mod reference;

pub use places::{Contents, Places};

use super::path::{normalise, percent_decode};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{Document, Kind};
use crate::markdown::raw_html::is_safe_address;
use crate::markdown::{LinkKind, Written};
use crate::rule::Rule;
use crate::site::thresholds::EpisodeLinks;
use crate::site::{Page, PageId, Target};
use crate::source::{Span, Spanned};
use rayon::prelude::*;

/// What the links of one page lead to.
#[derive(Debug, Default)]
pub struct Resolved {
    targets: Vec<Target>,
    related: Vec<PageId>,
    sources: Vec<Option<String>>,
    learning: Vec<Option<Target>>,
    level_law: Vec<Vec<Target>>,
    episodes: Vec<EpisodeLinks>,
    translation_of: Option<PageId>,
    supersedes: Vec<PageId>,
}

/// Resolves the links of every page, in the order of the pages.
pub fn of_pages(places: &Places, diagnostics: &mut Diagnostics) -> Vec<Resolved> {
    let results: Vec<(Resolved, Diagnostics)> = places
        .documents()
        .par_iter()
        .map(|document| {
            let mut own = Diagnostics::new();
            (places.of_document(document, &mut own), own)
        })
        .collect();
    let mut all = Vec::with_capacity(results.len());
    for (resolved, own) in results {
        diagnostics.append(own);
        all.push(resolved);
    }
    all
}

/// Moves what was resolved into the pages.
pub fn fill(pages: &mut [Page], resolved: Vec<Resolved>) {
    for (at, links) in resolved.into_iter().enumerate() {
        let own = PageId::of(at);
        for older in &links.supersedes {
            pages[older.0 as usize].superseded_by.push(own);
        }
        if let Some(original) = links.translation_of {
            pages[original.0 as usize].translations.push(own);
            pages[at].translations.push(original);
        }
        let page = &mut pages[at];
        page.targets = links.targets;
        page.related = links.related;
        page.sources = links.sources;
        page.learning = links.learning;
        page.level_law = links.level_law;
        page.episodes = links.episodes;
    }
}

impl Places<'_> {
    fn of_document(&self, document: &Document, diagnostics: &mut Diagnostics) -> Resolved {
        let mut resolved = Resolved {
            targets: document.outline.links.iter().map(|link| self.written(document, link, diagnostics)).collect(),
            ..Resolved::default()
        };
        let meta = &document.meta;
        for path in &meta.related {
            match self.front_matter_link(document, path, diagnostics) {
                Target::Page(page, _) => resolved.related.push(page),
                Target::Nowhere => {}
                _ => diagnostics.push(Diagnostic::at(
                    Rule::BrokenLink,
                    path.span,
                    "a related page is an .md file of this site",
                )),
            }
        }
        if let Some(path) = &meta.translation_of
            && let Target::Page(page, _) = self.front_matter_link(document, path, diagnostics)
        {
            let own = self.page(&document.path);
            resolved.translation_of = Some(page).filter(|page| self.is_other(own, *page, path, diagnostics));
        }
        let own = self.page(&document.path);
        for id in &meta.supersedes {
            resolved
                .supersedes
                .extend(self.page_with_id(id, diagnostics).filter(|page| self.is_other(own, *page, id, diagnostics)));
        }
        for citation in &meta.sources {
            let url = citation.url.as_ref().and_then(|url| elsewhere(url, diagnostics));
            resolved.sources.push(url);
        }
        match &document.kind {
            Kind::CaseStudy(case) => {
                for point in &case.learning {
                    let target =
                        point.guidance.as_ref().map(|path| self.front_matter_link(document, path, diagnostics));
                    resolved.learning.push(target.filter(|target| *target != Target::Nowhere));
                }
                for episode in &case.episodes {
                    let missed = episode.missed.iter();
                    let learning = episode.learning.iter();
                    resolved.episodes.push(EpisodeLinks {
                        missed: missed.map(|one| self.sign(&one.sign.value, one.sign.span, diagnostics)).collect(),
                        learning: learning.map(|path| self.front_matter_link(document, path, diagnostics)).collect(),
                    });
                }
            }
            Kind::Framework(framework) => {
                for level in &framework.levels {
                    let law = level.law.iter().map(|id| self.law(&id.value, id.span, diagnostics));
                    resolved.level_law.push(law.filter(|target| *target != Target::Nowhere).collect());
                }
            }
            Kind::Guidance | Kind::Page => {}
        }
        resolved
    }

    /// Whether a page that stands in the place of another is not that page itself.
    fn is_other(
        &self,
        own: Option<PageId>,
        page: PageId,
        written: &Spanned<String>,
        diagnostics: &mut Diagnostics,
    ) -> bool {
        if own == Some(page) {
            diagnostics.push(Diagnostic::at(Rule::BrokenLink, written.span, "this is the page itself"));
        }
        own != Some(page)
    }

    /// What a path of front matter leads to.
    pub fn front_matter_link(
        &self,
        document: &Document,
        path: &Spanned<String>,
        diagnostics: &mut Diagnostics,
    ) -> Target {
        let link = Written { kind: LinkKind::Link, destination: path.value.clone(), span: path.span };
        self.written(document, &link, diagnostics)
    }

    /// What a written link leads to. Relative paths start from the file that holds the link, which for
    /// a fragment is not the document.
    pub fn written(&self, document: &Document, link: &Written, diagnostics: &mut Diagnostics) -> Target {
        let destination = link.destination.trim();
        if let Some(anchor) = destination.strip_prefix('#') {
            return self.anchor_here(document, anchor, link.span, diagnostics);
        }
        // What keeps a row from being known has been reported where the row stands.
        let unheard = &mut Diagnostics::new();
        let diagnostics = if link.kind == LinkKind::Row { unheard } else { diagnostics };
        self.destination(self.folder_of(link.span), destination, link.kind, link.span, diagnostics)
    }

    /// What a destination that is no bare anchor leads to, from a folder.
    pub fn destination(
        &self,
        folder: &str,
        destination: &str,
        kind: LinkKind,
        span: Span,
        diagnostics: &mut Diagnostics,
    ) -> Target {
        if destination.is_empty() {
            diagnostics.push(
                Diagnostic::at(Rule::BrokenLink, span, "this leads nowhere").hint("write where to: [text](page.md)"),
            );
            return Target::Nowhere;
        }
        if let Some(id) = destination.strip_prefix("term:") {
            return self.term(id, span, diagnostics);
        }
        if let Some(id) = destination.strip_prefix("law:") {
            return self.law(id, span, diagnostics);
        }
        if let Some(id) = destination.strip_prefix("contact:") {
            return self.contact(id, span, diagnostics);
        }
        if let Some(id) = destination.strip_prefix("sign:") {
            return self.sign(id, span, diagnostics);
        }
        if let Some(id) = destination.strip_prefix("duty:") {
            return self.duty(id, span, diagnostics);
        }
        if let Some(id) = destination.strip_prefix("timescale:") {
            return self.timescale(id, span, diagnostics);
        }
        if !is_safe_address(destination) || destination.starts_with("//") || destination.starts_with('\\') {
            diagnostics.push(unsafe_address(span));
            return Target::Nowhere;
        }
        if has_scheme(destination) {
            if kind == LinkKind::Image {
                diagnostics.push(
                    Diagnostic::at(
                        Rule::BrokenLink,
                        span,
                        "this image lies on another site; a page may ask nothing of other sites",
                    )
                    .hint("put a copy under content/ if its licence allows"),
                );
                return Target::Nowhere;
            }
            return Target::External(destination.to_owned());
        }
        self.path(folder, destination, span, diagnostics)
    }

    fn path(&self, folder: &str, destination: &str, span: Span, diagnostics: &mut Diagnostics) -> Target {
        let (path, anchor) = match destination.split_once('#') {
            Some((path, anchor)) => (path, Some(percent_decode(anchor)).filter(|anchor| !anchor.is_empty())),
            None => (destination, None),
        };
        let path = percent_decode(path.split('?').next().unwrap_or(path));
        let Some(full) = normalise(folder, &path) else {
            diagnostics.push(Diagnostic::at(Rule::BrokenLink, span, "this path leads out of the site"));
            return Target::Nowhere;
        };
        let target = self.at_path(&full, path.ends_with('/') || path.is_empty());
        match target {
            Some(target) => self.with_anchor(target, anchor, span, diagnostics),
            None => {
                let hints = worth_a_hint(diagnostics);
                self.broken(folder, &full, destination, span, hints)
                    .into_iter()
                    .for_each(|finding| diagnostics.push(finding));
                Target::Nowhere
            }
        }
    }

    fn anchor_here(&self, document: &Document, anchor: &str, span: Span, diagnostics: &mut Diagnostics) -> Target {
        let anchor = percent_decode(anchor);
        match self.page(&document.path) {
            Some(page) => match self.with_anchor(Target::Page(page, None), Some(anchor), span, diagnostics) {
                Target::Page(_, Some(anchor)) => Target::Here(anchor),
                other => other,
            },
            None => Target::Nowhere,
        }
    }
}

/// Whether a page has so few findings that one more hint is of use. Finding what was meant takes time,
/// and who has hundreds of broken links in a page has another trouble than slips of the pen.
fn worth_a_hint(diagnostics: &Diagnostics) -> bool {
    diagnostics.list().len() < 100
}

/// An address of front matter or a data file that must lead elsewhere: http, https, mailto or tel.
pub fn elsewhere(url: &Spanned<String>, diagnostics: &mut Diagnostics) -> Option<String> {
    if is_safe_address(&url.value) && has_scheme(&url.value) {
        return Some(url.value.clone());
    }
    let message = "this address may not be followed";
    let hint = "an address elsewhere begins with https://, http://, mailto: or tel:";
    diagnostics.push(Diagnostic::at(Rule::UnsafeUrl, url.span, message).hint(hint));
    None
}

fn unsafe_address(span: Span) -> Diagnostic {
    Diagnostic::at(Rule::UnsafeUrl, span, "this address may not be followed")
        .hint("write a path within the site, or an address that begins with https://, http://, mailto: or tel:")
}

fn has_scheme(destination: &str) -> bool {
    destination.split(['/', '?', '#']).next().is_some_and(|head| head.contains(':'))
}
