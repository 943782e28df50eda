//! Which pages link to a page.

use super::by_title;
use crate::site::{Page, PageId, Target};

/// Fills `linked_from` of every page.
pub fn fill(pages: &mut [Page]) {
    let mut from: Vec<Vec<PageId>> = vec![Vec::new(); pages.len()];
    for (at, page) in pages.iter().enumerate() {
        let learning = page.learning.iter().flatten();
        let episodes = page.episodes.iter().flat_map(|episode| &episode.learning);
        for target in page.targets.iter().chain(learning).chain(episodes) {
            if let Target::Page(to, _) = target
                && to.0 as usize != at
            {
                from[to.0 as usize].push(PageId::of(at));
            }
        }
    }
    for links in &mut from {
        links.dedup();
        links.retain(|id| !pages[id.0 as usize].is_index());
        by_title(pages, links);
        links.dedup();
    }
    for (page, links) in pages.iter_mut().zip(from) {
        page.linked_from = links;
    }
}
