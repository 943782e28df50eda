//! Filters, counts and sorts pages.

use super::Engine;
use super::plan::Plan;
use super::score::{Row, Scores};
use super::weights::{ENOUGH, SATURATION, SECTION, TITLE_EXACT, TITLE_MATCH};
use crate::answer::{FacetCount, ValueCount};

/// The pages that match, best first.
#[derive(Debug, Default)]
pub struct Selection {
    /// Page and score.
    pub pages: Vec<(u32, f32)>,
    /// The facets with their counts.
    pub facets: Vec<FacetCount>,
    /// Rarity of each word of the query.
    pub rarity: Vec<f32>,
}

/// Selects pages.
pub fn select(engine: &Engine, plan: &Plan, scores: &Scores) -> Selection {
    let filters = Filters::new(engine, plan);
    let needed = plan.wants.iter().filter(|want| want.required).count() as u32;
    let filters_alone = plan.wants.is_empty() && !plan.filters.is_empty();
    let matches = |row: &Row| (row.score > 0.0 || filters_alone) && row.required == needed && !row.excluded;
    let matching: Vec<u32> = (0..).zip(&scores.pages).filter(|(_, row)| matches(row)).map(|(page, _)| page).collect();
    let most = matching.iter().map(|page| scores.pages[*page as usize].covered).fold(0.0, f32::max);
    let enough = |page: &u32| scores.pages[*page as usize].covered >= most * ENOUGH;
    let matching: Vec<u32> = matching.into_iter().filter(enough).collect();
    let best: f32 = scores.rarity.iter().sum();
    let passing = matching.iter().copied().filter(|page| filters.pass(engine, *page, None));
    let mut pages: Vec<(u32, f32)> = passing.map(|page| (page, total(engine, scores, page, best))).collect();
    pages.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    Selection { pages, facets: count(engine, &filters, &matching), rarity: scores.rarity.clone() }
}

/// The facets of a request that nothing matches.
pub fn none(engine: &Engine, plan: &Plan) -> Vec<FacetCount> {
    count(engine, &Filters::new(engine, plan), &[])
}

/// The score that pages are sorted by. `best` is what a page with all words would cover.
fn total(engine: &Engine, scores: &Scores, page: u32, best: f32) -> f32 {
    let row = scores.pages[page as usize];
    let pages = &engine.start.pages;
    let best = best.max(f32::MIN_POSITIVE);
    let words = scores.rarity.len().max(1) as f32;
    // Words of the title beside those of the query count against the match, as much as the query's do on average.
    let beside = (f32::from(pages.title_words[page as usize]) - row.taken).max(0.0);
    let title = row.title / (best + beside * best / words);
    let whole = beside < 0.01 && row.named as usize == scores.rarity.len();
    let exact = if whole { TITLE_EXACT * title } else { 0.0 };
    let section = pages.records_of(page as usize).map(|record| scores.records[record as usize]).fold(0.0, f32::max);
    let bonus = best * (SATURATION + 1.0) * (TITLE_MATCH * title * title + exact);
    let standing = f32::from(pages.standing[page as usize]) / 100.0;
    (row.score + SECTION * section + bonus) * if words < A_TITLE { standing } else { raised(standing, title) }
}

/// So many words of a title name a page; fewer name a topic, on which another page may be the one to follow.
const A_TITLE: f32 = 4.0;

/// The standing of a page whose title was typed: up to twice as much, and never more than a page that is to be followed.
fn raised(standing: f32, title: f32) -> f32 {
    // Multiplied out, so that every machine gets the same.
    let squared = title * title;
    (standing * (1.0 + squared * squared)).min(1.0)
}

/// The chosen values of each facet, by number.
struct Filters {
    wanted: Vec<Vec<u16>>,
    excluded: Vec<Vec<u16>>,
}

impl Filters {
    fn new(engine: &Engine, plan: &Plan) -> Self {
        let facets = &engine.start.settings.facets;
        let of = |excluded: bool, facet: &crate::Facet| {
            let named = plan.filters.iter().filter(|(key, _, out)| *key == facet.key && *out == excluded);
            // A value that the site does not have is one that no page has.
            named.map(|(_, value, _)| number(facet, value).unwrap_or(u16::MAX)).collect::<Vec<u16>>()
        };
        let all = |excluded| facets.iter().map(|facet| of(excluded, facet)).collect();
        Self { wanted: all(false), excluded: all(true) }
    }

    /// Whether a page passes, `but` one facet.
    fn pass(&self, engine: &Engine, page: u32, but: Option<usize>) -> bool {
        (0..self.wanted.len()).filter(|facet| Some(*facet) != but).all(|facet| {
            let values = engine.start.pages.facets.get(facet).map_or(&[][..], |column| column.of(page as usize));
            let wanted = &self.wanted[facet];
            (wanted.is_empty() || values.iter().any(|value| wanted.contains(value)))
                && !values.iter().any(|value| self.excluded[facet].contains(value))
        })
    }
}

fn number(facet: &crate::Facet, value: &str) -> Option<u16> {
    facet.values.iter().position(|(key, _)| key == value).and_then(|number| u16::try_from(number).ok())
}

fn count(engine: &Engine, filters: &Filters, matching: &[u32]) -> Vec<FacetCount> {
    let facets = engine.start.settings.facets.iter().enumerate();
    let counted = facets.map(|(number, facet)| {
        let mut counts = vec![0u32; facet.values.len()];
        if let Some(column) = engine.start.pages.facets.get(number) {
            for page in matching.iter().filter(|page| filters.pass(engine, **page, Some(number))) {
                for value in column.of(*page as usize) {
                    if let Some(count) = counts.get_mut(usize::from(*value)) {
                        *count += 1;
                    }
                }
            }
        }
        let values = (0u16..).zip(&facet.values).zip(counts).map(|((value, (key, label)), count)| ValueCount {
            key: key.clone(),
            label: label.clone(),
            count,
            chosen: filters.wanted[number].contains(&value),
        });
        let values = values.filter(|value| value.count > 0 || value.chosen).collect();
        FacetCount { key: facet.key.clone(), label: facet.label.clone(), values }
    });
    counted.filter(|facet| !facet.values.is_empty()).collect()
}
