//! Collections: pages in reading order.

use super::links::Places;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::Rule;
use crate::settings::Collection;
use crate::site::{CollectionPages, Page};

/// Finds the pages of every collection.
pub fn make(collections: &[Collection], places: &Places, diagnostics: &mut Diagnostics) -> Vec<CollectionPages> {
    collections
        .iter()
        .map(|collection| {
            let mut pages = Vec::new();
            for path in &collection.pages {
                match places.page(&path.value) {
                    Some(page) if pages.contains(&page) => diagnostics.push(Diagnostic::at(
                        Rule::DuplicateId,
                        path.span,
                        format!("`{}` stands twice in this collection", path.value),
                    )),
                    Some(page) => pages.push(page),
                    None => places.no_page(path).into_iter().for_each(|finding| diagnostics.push(finding)),
                }
            }
            CollectionPages {
                title: collection.title.clone(),
                summary: collection.summary.clone(),
                url: format!("collections/{}.html", collection.id.value),
                pages,
            }
        })
        .collect()
}

/// Tells every page which collections it is part of.
pub fn fill(pages: &mut [Page], collections: &[CollectionPages]) {
    for (number, collection) in collections.iter().enumerate() {
        for (place, page) in collection.pages.iter().enumerate() {
            pages[page.0 as usize].collections.push((number, place));
        }
    }
}
