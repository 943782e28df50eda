//! What browsers are shown at one moment.

use super::build::Built;
use super::findings::Findings;
use super::pages::Pages;
use super::search::Search;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

/// The last good build, and what there is to say about the content as it is now.
#[derive(Default)]
pub struct Preview {
    /// The last good build, if there was one.
    pub pages: Option<Arc<Pages>>,
    /// Search over them.
    pub search: Option<Arc<Search>>,
    /// Changes whenever `pages` does.
    pub pages_mark: Mark,
    /// Findings of the newest build.
    pub findings: Arc<Findings>,
    /// Changes whenever `findings` does.
    pub findings_mark: Mark,
}

/// Tells one state from another, also from any state of a preview that ran before on the same port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    run: u64,
    number: u64,
}

impl Default for Mark {
    fn default() -> Self {
        Mark { run: RandomState::new().hash_one(0), number: 0 }
    }
}

impl Mark {
    fn next(self) -> Mark {
        Mark { number: self.number + 1, ..self }
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{:x}-{}", self.run, self.number)
    }
}

impl Preview {
    /// What is shown after a build. A build that changes nothing is not to disturb anybody.
    pub fn followed_by(&self, built: &mut Built) -> Preview {
        let search = match (&built.pages, built.search.take()) {
            (Some(_), None) => None,
            // Another word for a search test or a synonym changes no page.
            (Some(_), Some(search)) => match &self.search {
                Some(last) if last.is_like(&search) => Some(Arc::clone(last)),
                _ => Some(Arc::new(search)),
            },
            (None, _) => self.search.clone(),
        };
        let (pages, pages_mark) = match built.pages.take() {
            Some(pages) if built.changed != Some(0) => (Some(Arc::new(pages)), self.pages_mark.next()),
            _ => (self.pages.clone(), self.pages_mark),
        };
        let findings = Findings::new(&built.diagnostics, &built.sources);
        let (findings, findings_mark) = if findings == *self.findings {
            (Arc::clone(&self.findings), self.findings_mark)
        } else {
            (Arc::new(findings), self.findings_mark.next())
        };
        Preview { pages, search, pages_mark, findings, findings_mark }
    }
}
