//! Threshold frameworks as a site holds them: their rows by id, what they change and are compared with, and
//! the addresses of the pages about them.

use super::{Page, PageId, Site, Target};
use crate::document::Kind;
use crate::document::framework::Framework;
use crate::document::framework::indicator::Indicator;
use crate::document::framework::response::Response;
use crate::thresholds::applied::{Applied, apply};
use std::collections::{BTreeMap, BTreeSet};

/// The frameworks of a site, and what leads to and from their rows.
#[derive(Debug, Default)]
pub struct Thresholds {
    /// Every framework, in path order.
    pub frameworks: Vec<PageId>,
    /// For a local framework, the one that it changes.
    pub bases: BTreeMap<PageId, PageId>,
    /// Pairs of frameworks that are shown side by side, each once: the base before the local one, the older
    /// before the newer.
    pub comparisons: Vec<(PageId, PageId)>,
    /// For each indicator, the case studies in which it was there and was missed, in path order.
    pub cases: BTreeMap<String, Vec<PageId>>,
    /// Indicators by id: the framework and the number in it.
    pub signs: BTreeMap<String, (PageId, usize)>,
    /// Responses by id.
    pub duties: BTreeMap<String, (PageId, usize)>,
}

/// What an episode of a case study leads to.
#[derive(Clone, Debug, Default)]
pub struct EpisodeLinks {
    /// For each missed sign, the indicator.
    pub missed: Vec<Target>,
    /// For each path of its learning, the page.
    pub learning: Vec<Target>,
}

impl Thresholds {
    /// The framework that has an indicator, and the number of the indicator in it.
    pub fn sign(&self, id: &str) -> Option<(PageId, usize)> {
        self.signs.get(id).copied()
    }

    /// The framework that has a response, and the number of the response in it.
    pub fn duty(&self, id: &str) -> Option<(PageId, usize)> {
        self.duties.get(id).copied()
    }

    /// The case studies that show an indicator.
    pub fn cases_of(&self, id: &str) -> &[PageId] {
        self.cases.get(id).map_or(&[], Vec::as_slice)
    }
}

impl Site {
    /// What only frameworks have, if the page is one.
    pub fn framework(&self, id: PageId) -> Option<&Framework> {
        self.page(id).framework()
    }

    /// The indicator that a target leads to.
    pub fn indicator(&self, page: PageId, number: usize) -> Option<&Indicator> {
        self.framework(page)?.indicators.get(number)
    }

    /// The response that a target leads to.
    pub fn response(&self, page: PageId, number: usize) -> Option<&Response> {
        self.framework(page)?.responses.get(number)
    }

    /// What a framework says once its local changes are applied; `None` for a page that is no framework.
    pub fn applied(&self, id: PageId) -> Option<Applied<'_>> {
        let own = self.framework(id)?;
        match self.base_of(id).and_then(|base| self.framework(base)) {
            Some(base) => Some(apply(base, Some(own))),
            None => Some(apply(own, None)),
        }
    }

    /// The framework that a local one changes.
    pub fn base_of(&self, id: PageId) -> Option<PageId> {
        self.thresholds.bases.get(&id).copied()
    }
}

impl Page {
    /// What only frameworks have, if it is one.
    pub fn framework(&self) -> Option<&Framework> {
        match &self.document.kind {
            Kind::Framework(framework) => Some(framework),
            _ => None,
        }
    }

    /// Whether it is a framework with pages about its levels, signs and duties.
    pub fn has_register(&self) -> bool {
        self.framework().is_some_and(Framework::has_register)
    }

    /// The folder of the pages about a framework: its own address without the extension.
    fn folder(&self) -> &str {
        self.url.trim_end_matches(".html")
    }

    /// The address of the matrix of domains and levels.
    pub fn matrix_url(&self) -> String {
        format!("{}/matrix.html", self.folder())
    }

    /// The address of the navigator.
    pub fn navigator_url(&self) -> String {
        format!("{}/navigator.html", self.folder())
    }

    /// The address of the page about a level.
    pub fn level_url(&self, number: u32) -> String {
        format!("{}/level-{number}.html", self.folder())
    }

    /// The address of the page about an indicator.
    pub fn sign_url(&self, id: &str) -> String {
        format!("{}/signs/{id}.html", self.folder())
    }

    /// The address of the register of duties; each response is an anchor on it.
    pub fn duties_url(&self) -> String {
        format!("{}/duties.html", self.folder())
    }

    /// The address of the register as a table for other programs.
    pub fn duties_csv_url(&self) -> String {
        format!("{}/duties.csv", self.folder())
    }

    /// The pages about a framework that links can name by their addresses, with their anchors.
    pub fn register(&self) -> Vec<(String, BTreeSet<String>)> {
        let Some(framework) = self.framework() else { return Vec::new() };
        let bare = |url: String| (url, BTreeSet::new());
        let levels = framework.levels.iter().map(|level| self.level_url(level.number.value));
        let signs = framework.indicators.iter().map(|sign| self.sign_url(&sign.id.value));
        let anchors = framework.responses.iter().map(|response| response.id.value.clone()).collect();
        let mut pages: Vec<_> = [self.matrix_url(), self.navigator_url(), self.duties_csv_url()]
            .into_iter()
            .chain(levels)
            .chain(signs)
            .map(bare)
            .collect();
        pages.push((self.duties_url(), anchors));
        // Two levels or signs of the same name are told once, at their ids.
        let mut seen = BTreeSet::new();
        pages.retain(|(url, _)| seen.insert(url.clone()));
        pages
    }
}

/// The address of a page that shows two frameworks side by side.
pub fn comparison_url(one: &Page, other: &Page) -> String {
    let name = |page: &Page| page.folder().rsplit('/').next().unwrap_or_default().to_owned();
    let folder = one.url.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    format!("{folder}compare/{}--{}.html", name(one), name(other))
}
