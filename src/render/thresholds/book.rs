//! A framework with what it changes locally, as its own pages need it.

use super::view::{BookView, NearView, StepView};
use crate::document::framework::indicator::Indicator;
use crate::document::framework::ladder::Ladder;
use crate::document::framework::response::Response;
use crate::document::framework::{Framework, Level, UnitOfAssessment};
use crate::document::meta::Nation;
use crate::render::place::target_link;
use crate::render::view::LinkView;
use crate::render::words::{address, link, made};
use crate::site::thresholds::comparison_url;
use crate::site::{Page, PageId, Site};
use crate::thresholds::applied::{Applied, Named, Part, apply};

/// A framework, and what it takes from its base.
pub struct Book<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its page.
    pub own: PageId,
    /// The page of its base; the same if it has none.
    pub base: PageId,
    /// What applies.
    pub applied: Applied<'a>,
}

/// Every framework with pages of its own.
pub fn books(site: &Site) -> impl Iterator<Item = PageId> {
    site.thresholds.frameworks.iter().copied().filter(|id| site.page(*id).has_register())
}

impl<'a> Book<'a> {
    /// The framework of a page, applied to its base.
    pub fn of(site: &'a Site, own: PageId) -> Option<Book<'a>> {
        let own_framework = site.framework(own)?;
        let base = site.base_of(own);
        let applied = match base.and_then(|base| site.framework(base)) {
            Some(national) => apply(national, Some(own_framework)),
            None => apply(own_framework, None),
        };
        Some(Book { site, own, base: base.unwrap_or(own), applied })
    }

    /// The local frameworks that change this one.
    pub fn overlays(&self) -> impl Iterator<Item = Book<'a>> {
        let (site, own) = (self.site, self.own);
        books(site).filter(move |id| site.base_of(*id) == Some(own)).filter_map(|id| Book::of(site, id))
    }

    /// The page of the framework.
    pub fn page(&self) -> &'a Page {
        self.site.page(self.own)
    }

    /// The page whose file holds a part.
    pub fn home<T: Named>(&self, part: &Part<T>) -> PageId {
        if part.is_local() || self.own == self.base { self.own } else { self.base }
    }

    /// The address of a sign's page: that of the framework which says it.
    pub fn sign_url(&self, part: &Part<Indicator>) -> String {
        address(&self.site.page(self.home(part)).sign_url(&part.part.id.value))
    }

    /// The place of a response in this framework's register.
    pub fn duty_url(&self, response: &Response) -> String {
        format!("{}#{}", address(&self.page().duties_url()), response.id.value)
    }

    /// The address of a level's page.
    pub fn level_url(&self, level: &Level) -> String {
        address(&self.page().level_url(level.number.value))
    }

    /// "Exampleshire", "England", or its title.
    pub fn area(&self) -> String {
        let own = self.applied.framework();
        let nation = || own.nation.map(|nation| nation.label().to_owned());
        own.area.clone().or_else(nation).unwrap_or_else(|| self.page().title().to_owned())
    }

    /// A level, in a line.
    pub fn step(&self, level: &Level) -> StepView {
        let response = level.default_response.as_ref().and_then(|id| self.applied.response(&id.value));
        StepView {
            number: level.number.value,
            label: level.label.clone(),
            url: self.level_url(level),
            descriptor: level.descriptor.clone(),
            national: national(&self.applied, level),
            law: law_of(self.site, &[self.own, self.base], level.number.value),
            response: response.map(|part| part.part.action.value.clone()),
            inside: false,
        }
    }

    /// What every page of it is given. `current` is the address of the page at hand.
    pub fn view(&self, current: &str) -> BookView {
        let page = self.page();
        let own = self.applied.framework();
        let near = |title: String, url: String| NearView { current: url == current, title, url };
        let levels: Vec<StepView> = self.applied.levels().iter().map(|level| self.step(level)).collect();
        let mut pages = vec![near("Overview".to_owned(), address(&page.url))];
        let others = [
            near("Navigator".to_owned(), address(&page.navigator_url())),
            near("Signs by level".to_owned(), address(&page.matrix_url())),
            near("Who does what".to_owned(), address(&page.duties_url())),
        ];
        let steps =
            levels.iter().map(|level| near(format!("Level {}: {}", level.number, level.label), level.url.clone()));
        pages.extend(others.into_iter().chain(steps).filter(|_| page.has_register()));
        let ladder = near("If you do not agree".to_owned(), format!("{}#{}", address(&page.url), Ladder::anchor(None)));
        pages.extend(Some(ladder).filter(|_| !self.applied.escalation().is_empty()));
        BookView {
            title: page.title().to_owned(),
            url: address(&page.url),
            jurisdiction: jurisdiction(own),
            version: own.version.clone(),
            about: about(own).to_owned(),
            judgement_statement: own.judgement_statement.clone(),
            base: (self.base != self.own).then(|| link(self.site.page(self.base))),
            overlays: self.overlays().map(|book| LinkView { title: book.area(), ..link(book.page()) }).collect(),
            has_pages: page.has_register(),
            levels,
            near: pages,
            comparisons: self.comparisons(),
        }
    }

    fn comparisons(&self) -> Vec<LinkView> {
        let mine = self.site.thresholds.comparisons.iter().filter(|(left, right)| [*left, *right].contains(&self.own));
        mine.map(|(left, right)| {
            let other = if *left == self.own { *right } else { *left };
            made(
                self.site.page(other).title(),
                &address(&comparison_url(self.site.page(*left), self.site.page(*right))),
                None,
            )
        })
        .collect()
    }
}

/// What the base says of a level in whose place a local framework has its own words.
pub fn national(applied: &Applied, level: &Level) -> Option<String> {
    let base = applied.base.levels.iter().find(|base| base.number.value == level.number.value)?;
    base.descriptor.clone().filter(|text| level.descriptor.as_ref() != Some(text))
}

/// The law of the level with a number, of the first of these frameworks that names any.
fn law_of(site: &Site, frameworks: &[PageId], number: u32) -> Vec<LinkView> {
    let named = frameworks.iter().find_map(|id| {
        let at = site.framework(*id)?.levels.iter().position(|level| level.number.value == number)?;
        site.page(*id).level_law.get(at).filter(|law| !law.is_empty())
    });
    named.into_iter().flatten().map(|target| target_link(site, target)).collect()
}

/// "Exampleshire, England".
pub fn jurisdiction(framework: &Framework) -> String {
    let parts = [framework.area.as_deref(), framework.nation.map(Nation::label)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn about(framework: &Framework) -> &'static str {
    match framework.unit_of_assessment {
        None | Some(UnitOfAssessment::ChildAndFamily) => "child",
        Some(_) => "place or group",
    }
}
