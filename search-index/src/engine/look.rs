//! Reads the text of the best pages: where the words stand closest together, which section is best, what to show.

mod matches;
mod passage;
mod snippet;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Engine;
use super::plan::Plan;
use super::select::Selection;
use super::weights::{CLOSE, SATURATION};
use crate::answer::{Answer, Hit, Request, SectionHit, Snippet};
use crate::error::Error;
use crate::record::is_welsh;
use crate::shown::Shown;
use matches::Matcher;
use passage::{Passage, densest};

/// Hits whose order the closeness of words may change: those whose text is read anyway.
const WINDOW: usize = 5;

/// Hits of a request that names no limit.
const HITS: u32 = 10;

/// Sections shown beside the best one.
const MORE: usize = 3;

/// What a further section must be worth, in shares of the best one.
const WORTHY: f32 = 0.4;

/// Looks at the best pages and answers.
///
/// # Errors
/// Damage.
pub fn look(engine: &Engine, plan: &Plan, selection: &Selection, request: &Request) -> Result<Answer, Error> {
    let limit = if request.limit == 0 { HITS } else { request.limit } as usize;
    let offset = request.offset as usize;
    let mut looker = Looker { engine, matcher: Matcher::new(engine, plan, &selection.rarity), pieces: BTreeMap::new() };
    let first = selection.pages.len().min(WINDOW);
    let mut order: Vec<(u32, f32, Option<Looked>)> = Vec::new();
    for (page, score) in &selection.pages[..if offset < WINDOW { first } else { 0 }] {
        let looked = looker.page(*page)?;
        let close = looked.as_ref().map_or(0.0, |looked| looked.close);
        order.push((*page, score * (1.0 + CLOSE * close), looked));
    }
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let skipped = if offset < WINDOW { offset } else { 0 };
    let mut hits: Vec<(u32, f32, Option<Looked>)> = order.into_iter().skip(skipped).take(limit).collect();
    let rest = selection
        .pages
        .iter()
        .skip(offset.saturating_add(hits.len()).max(first.min(offset.saturating_add(limit))))
        .take(limit - hits.len());
    for (page, score) in rest {
        hits.push((*page, *score, looker.page(*page)?));
    }
    let ranks = (request.offset..u32::MAX).map(|before| before + 1);
    let hits = ranks
        .zip(hits)
        .filter_map(|(rank, (page, score, looked))| Some(looker.hit(rank, page, score, &looked?)))
        .collect();
    Ok(Answer {
        total: u32::try_from(selection.pages.len()).unwrap_or(u32::MAX),
        hits,
        nearest: false,
        also: plan.also.clone(),
        did_you_mean: plan.did_you_mean.clone(),
        facets: selection.facets.clone(),
        contact: None,
    })
}

struct Looker<'e> {
    engine: &'e Engine,
    matcher: Matcher<'e>,
    pieces: BTreeMap<usize, Arc<Vec<Shown>>>,
}

/// A page whose text has been read.
struct Looked {
    piece: Arc<Vec<Shown>>,
    number: usize,
    /// Number of the section, its worth, and where its words stand, best first.
    sections: Vec<(usize, f32, Passage)>,
    close: f32,
}

impl Looker<'_> {
    /// Reads a page; nothing if its piece has not been given yet.
    fn page(&mut self, page: u32) -> Result<Option<Looked>, Error> {
        let cuts = &self.engine.start.cuts.texts;
        let piece_number = cuts.partition_point(|first| *first <= u64::from(page)).saturating_sub(1);
        let Some(piece) = self.piece(piece_number)? else {
            return Ok(None);
        };
        let number = (u64::from(page) - cuts[piece_number]) as usize;
        let shown = piece.get(number).ok_or_else(|| Error::damaged(&format!("x/{piece_number}")))?;
        let mut sections: Vec<(usize, f32, Passage)> = (0..shown.sections.len().max(1))
            .map(|section| {
                let passage = self.section(shown, section);
                (section, self.worth(&passage), passage)
            })
            .collect();
        let close = sections.iter().map(|(.., passage)| passage.close).fold(0.0, f32::max);
        sections.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        Ok(Some(Looked { piece: Arc::clone(&piece), number, sections, close }))
    }

    fn piece(&mut self, number: usize) -> Result<Option<Arc<Vec<Shown>>>, Error> {
        if let Some(piece) = self.pieces.get(&number) {
            return Ok(Some(Arc::clone(piece)));
        }
        let name = format!("x/{number}");
        match self.engine.shelf.piece(&name) {
            Ok(content) => {
                let piece = Arc::new(Shown::decode(&content).ok_or_else(|| Error::damaged(&name))?);
                self.pieces.insert(number, Arc::clone(&piece));
                Ok(Some(piece))
            }
            Err(Error::Missing(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn section(&mut self, shown: &Shown, number: usize) -> Passage {
        let welsh = is_welsh(&shown.lang);
        let (heading, _, text) = shown.sections.get(number).map_or(("", "", ""), |(a, b, c)| (a, b, c));
        let in_text = self.passage(text, heading, welsh);
        if number > 0 || shown.summary.is_empty() {
            return in_text;
        }
        // The part before the first heading shares its place with the summary, which often says it better.
        let in_summary = self.passage(&shown.summary, "", welsh);
        let better = in_summary.value > in_text.value || text.is_empty();
        if better { Passage { summary: true, ..in_summary } } else { in_text }
    }

    fn passage(&mut self, text: &str, heading: &str, welsh: bool) -> Passage {
        let found = self.matcher.find(text, welsh);
        let named = self.matcher.find(heading, welsh);
        densest(found, &named, &self.matcher.rarity)
    }

    fn worth(&self, passage: &Passage) -> f32 {
        let counts = passage.counts.iter().zip(&self.matcher.rarity);
        let sum: f32 = counts.map(|(count, rarity)| rarity * count / (count + SATURATION)).sum();
        sum * (1.0 + passage.close)
    }

    fn hit(&mut self, rank: u32, page: u32, score: f32, looked: &Looked) -> Hit {
        let shown = &looked.piece[looked.number];
        let (best, others) = (&looked.sections[0], &looked.sections[1..]);
        let named = |number: usize| shown.sections.get(number).map_or("", |(heading, ..)| heading.as_str());
        let more = others.iter().filter(|(_, worth, _)| *worth > 0.0 && *worth >= best.1 * WORTHY).take(MORE);
        let sections: Vec<SectionHit> = more
            .map(|(number, _, passage)| SectionHit {
                url: address(shown, *number),
                heading: named(*number).to_owned(),
                snippet: cut(shown, *number, passage),
            })
            .collect();
        let mut matched = BTreeSet::new();
        for (number, _, passage) in std::iter::once(best).chain(others) {
            let text = text_of(shown, *number, passage);
            matched
                .extend(passage.found.iter().filter_map(|found| Some(text.get(found.range.clone())?.to_lowercase())));
        }
        for name in
            std::iter::once(shown.title.as_str()).chain(shown.sections.iter().map(|(heading, ..)| heading.as_str()))
        {
            let found = self.matcher.find(name, is_welsh(&shown.lang));
            matched.extend(found.into_iter().filter_map(|found| Some(name.get(found.range)?.to_lowercase())));
        }
        Hit {
            rank,
            id: shown.id.clone(),
            url: address(shown, best.0),
            title: shown.title.clone(),
            heading: Some(named(best.0)).filter(|heading| !heading.is_empty()).map(str::to_owned),
            score,
            snippet: cut(shown, best.0, &best.2),
            matched: matched.into_iter().collect(),
            lang: shown.lang.clone(),
            facets: self.facets(page),
            notes: shown.notes.iter().cloned().collect(),
            sections,
        }
    }

    fn facets(&self, page: u32) -> BTreeMap<String, Vec<String>> {
        let start = &self.engine.start;
        let columns = start.settings.facets.iter().zip(&start.pages.facets);
        let named = columns.map(|(facet, column)| {
            let keys = column.of(page as usize).iter().filter_map(|value| facet.values.get(usize::from(*value)));
            (facet.key.clone(), keys.map(|(key, _)| key.clone()).collect::<Vec<_>>())
        });
        named.filter(|(_, keys)| !keys.is_empty()).collect()
    }
}

fn address(shown: &Shown, section: usize) -> String {
    match shown.sections.get(section) {
        Some((_, anchor, _)) if !anchor.is_empty() => format!("{}#{anchor}", shown.url),
        _ => shown.url.clone(),
    }
}

fn text_of<'s>(shown: &'s Shown, section: usize, passage: &Passage) -> &'s str {
    if passage.summary { &shown.summary } else { shown.sections.get(section).map_or("", |(.., text)| text) }
}

fn cut(shown: &Shown, section: usize, passage: &Passage) -> Snippet {
    snippet::snippet(text_of(shown, section, passage), passage)
}
