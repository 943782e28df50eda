//! What frameworks name: parts of their own and of their base, timescales, contacts, each other.

use super::links::Places;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::Framework;
use crate::document::framework::overlay::{Change, ChangeKind};
use crate::document::framework::response::{Trigger, Within};
use crate::document::{Document, Kind};
use crate::rule::Rule;
use crate::site::thresholds::Thresholds;
use crate::site::{Page, PageId, Target};
use crate::source::Spanned;
use crate::suggest::did_you_mean;
use std::collections::{BTreeMap, BTreeSet};

/// What the links of frameworks to each other lead to, before the pages are there.
#[derive(Debug, Default)]
pub struct Ties {
    bases: BTreeMap<PageId, PageId>,
    declared: Vec<(PageId, PageId)>,
}

/// Resolves what every framework names. What does not exist is reported with the nearest of what does.
pub fn check(places: &Places, diagnostics: &mut Diagnostics) -> Ties {
    let mut ties = Ties::default();
    for (at, document) in places.documents().iter().enumerate() {
        let Kind::Framework(framework) = &document.kind else { continue };
        let own = PageId::of(at);
        let base = framework.base.as_ref().and_then(|path| other(places, own, path, document, diagnostics));
        if let Some(base) = base {
            ties.bases.insert(own, base);
        }
        let compared = framework.compare_with.iter();
        let compared = compared.filter_map(|path| other(places, own, path, document, diagnostics));
        ties.declared.extend(compared.map(|other| (own, other)));
        let base = base.and_then(|base| framework_of(places.documents()[base.0 as usize]));
        if let (Some(base), Some(path)) = (base, &framework.base)
            && base.base.is_some()
        {
            let finding = Diagnostic::at(Rule::BrokenLink, path.span, "the base changes another framework itself");
            diagnostics.push(finding.hint("name the national framework that both of them change"));
        }
        let names = Names { places, framework, base, is_known: framework.base.is_none() || base.is_some() };
        names.check(diagnostics);
    }
    ties
}

/// Puts everything together once the pages are linked.
pub fn make(ties: Ties, pages: &[Page]) -> Thresholds {
    let mut thresholds = Thresholds { bases: ties.bases, ..Thresholds::default() };
    let mut pairs: Vec<(PageId, PageId)> = thresholds.bases.iter().map(|(local, base)| (*base, *local)).collect();
    for (at, page) in pages.iter().enumerate() {
        let own = PageId::of(at);
        if let Some(framework) = page.framework() {
            thresholds.frameworks.push(own);
            for (number, row) in framework.indicators.iter().enumerate() {
                thresholds.signs.entry(row.id.value.clone()).or_insert((own, number));
            }
            for (number, row) in framework.responses.iter().enumerate() {
                thresholds.duties.entry(row.id.value.clone()).or_insert((own, number));
            }
            let newer = page.superseded_by.iter().filter(|newer| pages[newer.0 as usize].framework().is_some());
            pairs.extend(newer.map(|newer| (own, *newer)));
        }
        for target in page.episodes.iter().flat_map(|episode| &episode.missed) {
            if let Target::Sign(framework, number) = target
                && let Some(framework) = pages[framework.0 as usize].framework()
            {
                let cases = thresholds.cases.entry(framework.indicators[*number].id.value.clone()).or_default();
                if cases.last() != Some(&own) {
                    cases.push(own);
                }
            }
        }
    }
    pairs.extend(ties.declared);
    let mut seen = BTreeSet::new();
    pairs.retain(|(one, other)| seen.insert((*one.min(other), *one.max(other))));
    thresholds.comparisons = pairs;
    thresholds
}

fn framework_of(document: &Document) -> Option<&Framework> {
    match &document.kind {
        Kind::Framework(framework) => Some(framework),
        _ => None,
    }
}

/// The other framework that a path of front matter leads to.
fn other(
    places: &Places,
    own: PageId,
    path: &Spanned<String>,
    document: &Document,
    diagnostics: &mut Diagnostics,
) -> Option<PageId> {
    let message = match places.front_matter_link(document, path, diagnostics) {
        Target::Nowhere => return None,
        Target::Page(page, _) if page == own => "this is the framework itself",
        Target::Page(page, _) if framework_of(places.documents()[page.0 as usize]).is_some() => return Some(page),
        _ => "this leads to no threshold framework",
    };
    diagnostics
        .push(Diagnostic::at(Rule::BrokenLink, path.span, message).hint("name the .md file of another framework"));
    None
}

/// What a framework can name.
struct Names<'a> {
    places: &'a Places<'a>,
    framework: &'a Framework,
    base: Option<&'a Framework>,
    /// Whether all of it is known: not so if its base could not be found.
    is_known: bool,
}

impl<'a> Names<'a> {
    fn check(&self, diagnostics: &mut Diagnostics) {
        let framework = self.framework;
        for level in &framework.levels {
            level.default_response.iter().for_each(|id| self.duty(id, diagnostics));
        }
        for route in &framework.routes {
            for contact in [Some(&route.contact), route.out_of_hours.as_ref()].into_iter().flatten() {
                self.places.contact(&contact.value, contact.span, diagnostics);
            }
        }
        for id in framework.rungs().filter_map(|rung| rung.within.as_ref()) {
            self.places.timescale(&id.value, id.span, diagnostics);
        }
        for row in &framework.indicators {
            row.harms.iter().for_each(|harm| self.harm(harm, diagnostics));
            row.domain.iter().for_each(|domain| self.domain(domain, diagnostics));
        }
        for row in &framework.responses {
            self.trigger(&row.trigger, diagnostics);
            row.route.iter().for_each(|route| self.route(route, diagnostics));
            row.if_not_agreed.iter().for_each(|ladder| self.ladder(ladder, diagnostics));
            for Spanned { value, span } in row.limits() {
                if let Within::Defined(id) = value {
                    self.places.timescale(id, *span, diagnostics);
                }
            }
        }
        for row in &framework.overrides {
            self.trigger(&row.when, diagnostics);
            self.duty(&row.then, diagnostics);
        }
        framework.overlay.iter().for_each(|change| self.change(change, diagnostics));
    }

    /// The framework and its base.
    fn both(&self) -> impl Iterator<Item = &'a Framework> + Clone + use<'a> {
        std::iter::once(self.framework).chain(self.base)
    }

    fn harm(&self, id: &Spanned<String>, diagnostics: &mut Diagnostics) {
        let known = self.both().flat_map(|framework| &framework.harms).map(|harm| harm.value.as_str());
        // A framework that names no harms leaves them open.
        if known.clone().next().is_none() {
            return;
        }
        self.find("harm", id, known, "harms: in its front matter", diagnostics);
    }

    fn domain(&self, id: &Spanned<String>, diagnostics: &mut Diagnostics) {
        let known = self.both().flat_map(|framework| &framework.domains).map(|domain| domain.id.value.as_str());
        self.find("domain", id, known, "domains: in its front matter", diagnostics);
    }

    fn route(&self, id: &Spanned<String>, diagnostics: &mut Diagnostics) {
        let known = self.both().flat_map(|framework| &framework.routes).map(|route| route.id.value.as_str());
        self.find("route", id, known, "routes: in its front matter", diagnostics);
    }

    fn ladder(&self, id: &Spanned<String>, diagnostics: &mut Diagnostics) {
        let known = self.both().flat_map(|framework| &framework.ladders).map(|ladder| ladder.id.value.as_str());
        self.find("ladder", id, known, "ladders: in its front matter", diagnostics);
    }

    fn duty(&self, id: &Spanned<String>, diagnostics: &mut Diagnostics) {
        let known = self.both().flat_map(|framework| &framework.responses).map(|row| row.id.value.as_str());
        self.find("response", id, known, "a ::: responses block", diagnostics);
    }

    fn trigger(&self, trigger: &Spanned<Trigger>, diagnostics: &mut Diagnostics) {
        let place = |id: &String| Spanned { value: id.clone(), span: self.places.narrow(trigger.span, id) };
        trigger.value.harms.iter().for_each(|id| self.harm(&place(id), diagnostics));
        for id in &trigger.value.indicators {
            let known = self.both().flat_map(|framework| &framework.indicators).map(|row| row.id.value.as_str());
            self.find("indicator", &place(id), known, "an ::: indicators block", diagnostics);
        }
    }

    /// An entry of `overlay:`. What it changes stands in the base, what takes its place stands here.
    fn change(&self, change: &Change, diagnostics: &mut Diagnostics) {
        let own = || parts(self.framework);
        let is_own = change.change.value == ChangeKind::Add;
        match self.base {
            _ if is_own => self.find("part of its own", &change.target, own(), "this framework", diagnostics),
            Some(base) => self.find("part of its base", &change.target, parts(base), "the base", diagnostics),
            None => {}
        }
        if let Some(by) = &change.by {
            self.find("part of its own", by, own(), "this framework", diagnostics);
        }
    }

    /// Reports an id that is none of those known.
    fn find<'k>(
        &self,
        what: &str,
        id: &Spanned<String>,
        known: impl Iterator<Item = &'k str> + Clone,
        home: &str,
        diagnostics: &mut Diagnostics,
    ) {
        let mut ids = known.clone();
        let is_row = matches!(what, "response" | "indicator") || what.starts_with("part");
        if !self.is_known || ids.any(|known| known == id.value) || (is_row && self.places.may_be_unread(&id.value)) {
            return;
        }
        let hint = did_you_mean(&id.value, known).unwrap_or_else(|| format!("it would stand in {home}"));
        let message = format!("this framework has no {what} `{}`", id.value);
        diagnostics.push(Diagnostic::at(Rule::UnknownReference, id.span, message).hint(hint));
    }
}

/// Ids of everything that an overlay can change.
fn parts(framework: &Framework) -> impl Iterator<Item = &str> + Clone {
    let signs = framework.indicators.iter().map(|row| row.id.value.as_str());
    let duties = framework.responses.iter().map(|row| row.id.value.as_str());
    let overrides = framework.overrides.iter().map(|row| row.id.value.as_str());
    let routes = framework.routes.iter().map(|route| route.id.value.as_str());
    signs.chain(duties).chain(overrides).chain(routes)
}
