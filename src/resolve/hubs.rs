//! Topics and audiences.

use super::by_title;
use super::sections::humanise;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::meta::Meta;
use crate::rule::Rule;
use crate::settings::Hub;
use crate::site::{HubPages, Page, PageId};
use crate::source::Spanned;
use crate::suggest::did_you_mean;
use std::collections::BTreeMap;

/// Gathers the pages of every hub. Where a site declares its hubs, others are errors; where it
/// declares none, hubs are made from what documents say.
pub fn make(
    declared: &[Hub],
    folder: &str,
    pages: &[Page],
    named: fn(&Meta) -> &Vec<Spanned<String>>,
    diagnostics: &mut Diagnostics,
) -> Vec<HubPages> {
    let mut hubs: Vec<HubPages> = declared.iter().map(|hub| empty(hub.clone(), folder)).collect();
    let mut numbers: BTreeMap<String, usize> =
        hubs.iter().enumerate().map(|(at, hub)| (hub.hub.id.value.clone(), at)).collect();
    for (at, page) in pages.iter().enumerate() {
        for id in named(&page.document.meta) {
            let number = match numbers.get(&id.value) {
                Some(number) => *number,
                None if declared.is_empty() => {
                    let hub = Hub { id: id.clone(), title: humanise(&id.value), summary: None };
                    hubs.push(empty(hub, folder));
                    numbers.insert(id.value.clone(), hubs.len() - 1);
                    hubs.len() - 1
                }
                None => {
                    diagnostics.push(unknown(id, folder, declared));
                    continue;
                }
            };
            hubs[number].pages.push(PageId::of(at));
        }
    }
    for hub in &mut hubs {
        by_title(pages, &mut hub.pages);
        hub.pages.dedup();
    }
    hubs.sort_by_cached_key(|hub| hub.hub.title.to_lowercase());
    hubs
}

fn empty(hub: Hub, folder: &str) -> HubPages {
    let url = format!("{folder}/{}.html", hub.id.value);
    HubPages { hub, url, pages: Vec::new() }
}

fn unknown(id: &Spanned<String>, folder: &str, declared: &[Hub]) -> Diagnostic {
    let hint = did_you_mean(&id.value, declared.iter().map(|hub| hub.id.value.as_str()));
    Diagnostic::at(Rule::UnknownReference, id.span, format!("`{}` is not among the {folder} of site.yaml", id.value))
        .hint(hint.unwrap_or_else(|| format!("declare it under `{folder}:` in site.yaml")))
}
