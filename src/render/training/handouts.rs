//! What is handed out: the signs of a case among others of the same parts of life, so that the list gives nothing away.

use crate::document::Kind;
use crate::document::framework::indicator::{Indicator, IndicatorKind};
use crate::render::view::{CaseStudyView, SignView};
use crate::render::words::address;
use crate::site::{Page, PageId, Site};
use std::collections::BTreeSet;

/// The fewest signs that are mixed in.
const FEWEST: usize = 6;

/// The signs of a case and about as many others, by name.
pub fn signs(site: &Site, page: &Page, case: &CaseStudyView) -> Vec<SignView> {
    let mut signs: Vec<SignView> = case.signs.iter().map(|shown| shown.sign.clone()).collect();
    let others = others(site, page);
    let wanted = signs.len().max(FEWEST).min(others.len());
    // From everywhere in the list, and the same ones in each build.
    signs.extend((0..wanted).map(|at| view(site, others[at * others.len() / wanted])));
    signs.sort_by_key(|sign| sign.statement.to_lowercase());
    signs
}

/// Signs of the same frameworks and domains that the case does not show.
fn others<'a>(site: &'a Site, page: &Page) -> Vec<(PageId, &'a Indicator)> {
    let Kind::CaseStudy(case) = &page.document.kind else { return Vec::new() };
    let shown = case.episodes.iter().flat_map(|episode| &episode.missed).map(|missed| missed.sign.value.as_str());
    let shown: BTreeSet<&str> = shown.collect();
    let of_case = shown.iter().filter_map(|id| site.thresholds.sign(id));
    let domain = |sign: &Indicator| sign.domain.as_ref().map(|domain| domain.value.clone());
    let places: BTreeSet<(PageId, Option<String>)> = of_case
        .filter_map(|(framework, number)| Some((framework, domain(site.indicator(framework, number)?))))
        .collect();
    let frameworks: BTreeSet<PageId> = places.iter().map(|(framework, _)| *framework).collect();
    let all = frameworks.into_iter().flat_map(|id| {
        let signs = site.framework(id).map_or(&[][..], |framework| &framework.indicators);
        signs.iter().map(move |sign| (id, sign))
    });
    all.filter(|(id, sign)| {
        let is_strength = sign.kind.value == IndicatorKind::ProtectiveFactor;
        !is_strength && !shown.contains(sign.id.value.as_str()) && places.contains(&(*id, domain(sign)))
    })
    .collect()
}

fn view(site: &Site, (framework, sign): (PageId, &Indicator)) -> SignView {
    let url = address(&site.page(framework).sign_url(&sign.id.value));
    SignView { statement: sign.statement.value.clone(), url: Some(url) }
}
