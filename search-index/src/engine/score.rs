//! Scores every page: BM25F, with the zones of a page weighted into one frequency.
//!
//! Robertson, Zaragoza and Taylor, *Simple BM25 extension to multiple weighted fields* (2004): weighting frequencies
//! before they saturate beats adding up fields that are scored apart, where a rare word in a short field drowns all else.

use std::io;

use tantivy::index::InvertedIndexReader;
use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use super::Engine;
use super::number::ln;
use super::phrase;
use super::plan::{Plan, Want};
use super::weights::{HEADING, LEAD, LENGTH, SATURATION, TITLE};
use crate::error::Error;
use crate::start::length_of;
use crate::zone::Zone;

/// What is known of the pages after all postings were read.
#[derive(Debug, Default)]
pub struct Scores {
    /// One row a page.
    pub pages: Vec<Row>,
    /// Score of each record for itself.
    pub records: Vec<f32>,
    /// How rare each word of the query is.
    pub rarity: Vec<f32>,
}

/// What is known of a page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Row {
    /// BM25F.
    pub score: f32,
    /// Rarity of the words it has, each counted as much as its best variant.
    pub covered: f32,
    /// Rarity of the words of the query in its title, each counted as much as its best variant.
    pub title: f32,
    /// How many words of the query are in its title.
    pub named: u32,
    /// How many words of the title they take up: a synonym may take up several.
    pub taken: f32,
    /// Required words and phrases it has.
    pub required: u32,
    /// Whether it has what is excluded.
    pub excluded: bool,
}

/// What a term is worth for a word of the query.
struct Worth {
    weight: f32,
    typed: bool,
    /// Words of a title that it takes up.
    words: f32,
}

/// What a word of the query finds in a page.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    typed: f32,
    other: f32,
    best_other: f32,
    title: f32,
    taken: f32,
}

/// Scores all pages.
///
/// # Errors
/// Damage.
pub fn score(engine: &Engine, plan: &Plan) -> Result<Scores, Error> {
    let pages = engine.start.pages.len();
    let telling = engine.start.pages.telling();
    let mut scores = Scores {
        pages: vec![Row::default(); pages],
        records: vec![0.0; engine.page_of.len()],
        rarity: vec![0.0; plan.wants.len()],
    };
    let damping = damping(engine, &telling);
    let mut tally = Tally { found: vec![Found::default(); pages], pages: Vec::new(), records: Vec::new() };
    for (number, want) in plan.wants.iter().enumerate() {
        tally.clear();
        tally.count(engine, want)?;
        let rarity = tally.rarity(&telling);
        scores.rarity[number] = rarity;
        tally.add_to(&mut scores, rarity, &damping, want.required);
    }
    for want in &plan.excluded {
        tally.clear();
        tally.count(engine, want)?;
        tally.pages.iter().for_each(|page| scores.pages[*page as usize].excluded = true);
    }
    Ok(scores)
}

/// The saturation of each length, by its code.
fn damping(engine: &Engine, telling: &[bool]) -> Vec<(u8, f32)> {
    let lengths = &engine.start.pages.length;
    let told = || lengths.iter().zip(telling).filter(|(_, tells)| **tells).map(|(code, _)| u64::from(length_of(*code)));
    let mean = (told().sum::<u64>() as f32 / told().count().max(1) as f32).max(1.0);
    let of = |code: u8| SATURATION * (1.0 - LENGTH + LENGTH * length_of(code) as f32 / mean);
    let by_code: Vec<f32> = (0..=255).map(of).collect();
    lengths.iter().map(|code| (*code, by_code[usize::from(*code)])).collect()
}

struct Tally {
    found: Vec<Found>,
    /// Pages that have anything of the word, in no order.
    pages: Vec<u32>,
    /// Record, and weighted frequency there.
    records: Vec<(u32, f32)>,
}

impl Tally {
    fn clear(&mut self) {
        self.pages.drain(..).for_each(|page| self.found[page as usize] = Found::default());
        self.records.clear();
    }

    fn count(&mut self, engine: &Engine, want: &Want) -> Result<(), Error> {
        let Some(field) = &engine.field else {
            return Ok(());
        };
        match self.read(engine, field, want) {
            Err(error) if error.kind() != io::ErrorKind::WouldBlock => Err(Error::reading("the postings", error)),
            _ => Ok(()),
        }
    }

    fn read(&mut self, engine: &Engine, field: &InvertedIndexReader, want: &Want) -> io::Result<()> {
        if !want.phrase.is_empty() {
            let phrase = Worth { weight: 1.0, typed: true, words: want.phrase.len() as f32 };
            return phrase::occurrences(field, &want.phrase, &mut |record, zone, count| {
                self.note(engine, record, zone, count as f32, &phrase);
            });
        }
        let mut missing = Ok(());
        for variant in &want.variants {
            let worth = Worth { weight: variant.weight, typed: variant.typed, words: variant.words };
            for (zone, info) in &variant.entry.zones {
                match field.read_postings_from_terminfo(info, IndexRecordOption::WithFreqs) {
                    Ok(mut postings) => {
                        while postings.doc() != TERMINATED {
                            self.note(engine, postings.doc(), *zone, postings.term_freq() as f32, &worth);
                            postings.advance();
                        }
                    }
                    Err(error) => missing = Err(error),
                }
            }
        }
        missing
    }

    fn note(&mut self, engine: &Engine, record: u32, zone: Zone, count: f32, worth: &Worth) {
        let Some(page) = engine.page_of.get(record as usize).copied() else {
            return;
        };
        let first = engine.start.pages.records_of(page as usize).start == record;
        let found = &mut self.found[page as usize];
        if found.typed == 0.0 && found.other == 0.0 {
            self.pages.push(page);
        }
        let zone_weight = match zone {
            Zone::Body => 1.0,
            Zone::Lead => LEAD,
            Zone::Name if first => TITLE,
            Zone::Name => HEADING,
        };
        let weighted = count * zone_weight * worth.weight;
        if worth.typed {
            found.typed += weighted;
        } else {
            found.other += weighted;
            found.best_other = found.best_other.max(worth.weight);
        }
        if zone == Zone::Name && first {
            found.title = found.title.max(worth.weight);
            found.taken = found.taken.max(worth.words);
        } else if zone != Zone::Lead {
            self.records.push((record, weighted));
        }
    }

    /// The rarer a word, the more it tells (BM25's inverse document frequency, over pages).
    ///
    /// Pages of low standing are not asked: a site has many short ones about one thing each, and they would make every
    /// other word look rare.
    fn rarity(&self, telling: &[bool]) -> f32 {
        let pages = telling.iter().filter(|tells| **tells).count();
        let asked = || self.pages.iter().filter(|page| telling[**page as usize]);
        let typed = asked().filter(|page| self.found[**page as usize].typed > 0.0).count();
        let have = if typed == 0 { asked().count() } else { typed } as f32;
        ln(1.0 + (pages as f32 - have + 0.5) / (have + 0.5))
    }

    fn add_to(&mut self, scores: &mut Scores, rarity: f32, damping: &[(u8, f32)], required: bool) {
        for page in &self.pages {
            let found = self.found[*page as usize];
            let count = found.typed + found.other;
            // A page that has a stand-in alone is worth what the stand-in is worth, however often it has it.
            let worth = if found.typed > 0.0 { 1.0 } else { found.best_other };
            let row = &mut scores.pages[*page as usize];
            row.score += rarity * worth * count * (SATURATION + 1.0) / (count + damping[*page as usize].1);
            row.covered += rarity * worth;
            row.title += found.title * rarity;
            row.named += u32::from(found.title > 0.0);
            row.taken += found.taken;
            row.required += u32::from(required);
        }
        self.records.sort_unstable_by_key(|(record, _)| *record);
        for same in self.records.chunk_by(|a, b| a.0 == b.0) {
            let count: f32 = same.iter().map(|(_, count)| count).sum();
            scores.records[same[0].0 as usize] += rarity * count * (SATURATION + 1.0) / (count + SATURATION);
        }
    }
}
