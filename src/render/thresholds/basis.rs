//! The legal basis and the form of a response: as its author worded them, each law with its Act, its nations and its day.

use crate::diagnostic::Diagnostics;
use crate::document::framework::response::{Response, Worded};
use crate::markdown::{Inline, convert_inline};
use crate::read::Sources;
use crate::render::place::{Card, Placing};
use crate::site::{PageId, Site};
use crate::thresholds::applied::Part;
use std::collections::{BTreeMap, BTreeSet};

/// A cell as HTML and in words, its links as seen from a page. `home` is the page whose file holds the response.
pub fn worded(site: &Site, home: PageId, cell: Option<&Worded>, from: &str) -> Inline {
    let Some(cell) = cell else { return Inline::default() };
    let page = site.page(home);
    let cards: BTreeMap<usize, Card> = BTreeMap::new();
    let mut placing = Placing {
        site,
        from,
        targets: page.targets.get(cell.links.clone()).unwrap_or_default().iter(),
        nations: &page.document.meta.nations,
        citations: &page.document.meta.sources,
        cards: &cards,
        law_in_full: true,
        words: true,
        terms: None,
        used: Vec::new(),
        seen: BTreeSet::new(),
    };
    // The text is a single line of a table; `parse` has reported its faults, so no file is needed to name them.
    convert_inline(&cell.text.value, cell.text.span, &Sources::default(), &mut placing, &mut Diagnostics::new())
}

/// The basis in words, of a response of the framework on a page or of its base.
pub fn basis_in_words(site: &Site, own: PageId, part: &Part<Response>) -> String {
    let home = if part.is_local() { own } else { site.base_of(own).unwrap_or(own) };
    worded(site, home, part.part.basis.as_ref(), "").words
}
