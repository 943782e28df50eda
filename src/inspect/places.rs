//! Which outputs belong to case studies.

use crate::document::Kind;
use crate::read::Sources;
use crate::site::{PageId, Site};
use crate::source::Source;
use crate::vet::Judged;
use std::collections::BTreeMap;

/// Outputs of case studies, by address.
pub struct Places<'a> {
    /// Pages, old addresses that lead to them, and folders of further pages, the latter ending in `/`.
    cases: BTreeMap<String, (PageId, &'a Source)>,
}

impl<'a> Places<'a> {
    /// The outputs of a site's case studies.
    pub fn of(site: &'a Site, sources: &'a Sources, judged: &Judged) -> Self {
        let mut cases = BTreeMap::new();
        for (number, page) in site.pages.iter().enumerate() {
            let source = sources.get(page.document.source);
            if matches!(page.document.kind, Kind::CaseStudy(_)) || judged.is_case(source) {
                let case = (PageId::of(number), source);
                cases.insert(page.url.clone(), case);
                cases.insert(format!("{}/", page.url.trim_end_matches(".html")), case);
            }
        }
        for (address, id) in &site.redirects {
            if let Some(case) = cases.get(&site.page(*id).url) {
                cases.insert(address.clone(), *case);
            }
        }
        Places { cases }
    }

    /// The case study that an output belongs to.
    pub fn case(&self, path: &str) -> Option<(PageId, &'a Source)> {
        if self.cases.is_empty() {
            return None;
        }
        let folder = path.rfind('/').map(|at| &path[..=at]);
        self.cases.get(path).or_else(|| self.cases.get(folder?)).copied()
    }
}
