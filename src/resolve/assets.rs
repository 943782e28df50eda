//! Images and downloads: what pages link to is published, and nothing else.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::Sources;
use crate::rule::Rule;
use crate::site::{Asset, Page, Target, TermLinks};
use std::collections::BTreeSet;

/// The files that pages and definitions link to. Others are reported, since what lies in a content
/// folder unnoticed must not be published unnoticed.
pub fn linked(pages: &[Page], terms: &[TermLinks], sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<Asset> {
    let of_pages = pages.iter().flat_map(|page| page.targets.iter().chain(page.learning.iter().flatten()));
    let of_terms = terms.iter().flat_map(|term| &term.definition);
    let used: BTreeSet<&str> = of_pages
        .chain(of_terms)
        .filter_map(|target| match target {
            Target::Asset(url) => Some(url.as_str()),
            _ => None,
        })
        .collect();
    for path in sources.assets.keys().filter(|path| !used.contains(path.as_str())) {
        diagnostics.push(
            Diagnostic::file(
                Rule::UnusedFile,
                format!("content/{path}"),
                "no page links to this file, so it is not published",
            )
            .hint("link to it, or take it out of content/"),
        );
    }
    for url in &used {
        if let Some(fault) = sources.active.get(*url) {
            diagnostics.push(
                Diagnostic::file(Rule::ActiveFile, format!("content/{url}"), fault)
                    .hint("offer it as a PDF, a picture, a zip or a plain SVG drawing"),
            );
        }
    }
    let file = |url: &str| sources.assets.get(url).cloned();
    used.into_iter().filter_map(|url| Some(Asset { url: url.to_owned(), file: file(url)? })).collect()
}
