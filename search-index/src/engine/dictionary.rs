//! Looks up terms: a word itself, words with the same stem, words with the same beginning.

use std::io;

use tantivy::index::InvertedIndexReader;
use tantivy::postings::TermInfo;

use super::Engine;
use crate::analysis::stem;
use crate::error::Error;
use crate::zone::Zone;

/// A word of the dictionary with the zones it stands in.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The word, or the known phrase.
    pub word: String,
    /// At most one of each zone.
    pub zones: Vec<(Zone, TermInfo)>,
}

impl Entry {
    /// Records it stands in; those that have it in two zones count twice.
    pub fn count(&self) -> u32 {
        self.zones.iter().map(|(_, info)| info.doc_freq).sum()
    }
}

/// Terms that one look-up goes through at most.
const MOST: usize = 6000;

/// The word itself.
pub fn exact(engine: &Engine, word: &str) -> Result<Option<Entry>, Error> {
    engine.expect_postings(word, &after_zones(word));
    Ok(entries(engine, word, &after_zones(word), &mut |found| found == word)?.pop())
}

/// Words with the same stem, the word itself among them.
pub fn family(engine: &Engine, word: &str) -> Result<Vec<Entry>, Error> {
    let root = stem(word);
    let inflected = word.chars().all(char::is_alphabetic) && root.len() > 2;
    if !inflected {
        return Ok(exact(engine, word)?.into_iter().collect());
    }
    // Endings change the last letter of a stem at most (happy, happily): what is before it is common to all forms.
    let common = if root.len() > 3 { &root[..root.char_indices().last().map_or(0, |(at, _)| at)] } else { &root };
    engine.expect_postings(word, &after_zones(word));
    engine.expect_postings(&root, &after(&root));
    let mut same = |found: &str| found == word || stem(found) == root;
    let mut family = entries(engine, common, &after(common), &mut same)?;
    if !family.iter().any(|entry| entry.word == word) {
        family.extend(exact(engine, word)?);
    }
    Ok(family)
}

/// Words that begin with `beginning`, the most common first, `most` at most.
pub fn longer(engine: &Engine, beginning: &str, most: usize) -> Result<Vec<Entry>, Error> {
    let mut entries = entries(engine, beginning, &after(beginning), &mut |found| found.len() > beginning.len())?;
    entries.sort_by(|a, b| b.count().cmp(&a.count()).then_with(|| a.word.cmp(&b.word)));
    entries.truncate(most);
    Ok(entries)
}

/// The first text after all that begin with `beginning`.
fn after(beginning: &str) -> String {
    format!("{beginning}\u{10ffff}")
}

/// The first text after the zones of `word`.
fn after_zones(word: &str) -> String {
    format!("{word}\u{3}")
}

fn entries(engine: &Engine, from: &str, to: &str, wanted: &mut dyn FnMut(&str) -> bool) -> Result<Vec<Entry>, Error> {
    let Some(field) = &engine.field else {
        return Ok(Vec::new());
    };
    match read(field, from, to, wanted) {
        Ok(entries) => Ok(entries),
        // The shelf has noted what it misses; the other words of the query go on.
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(Vec::new()),
        Err(error) => Err(Error::reading("the dictionary", error)),
    }
}

fn read(
    field: &InvertedIndexReader,
    from: &str,
    to: &str,
    wanted: &mut dyn FnMut(&str) -> bool,
) -> io::Result<Vec<Entry>> {
    let mut stream = field.terms().range().ge(from.as_bytes()).lt(to.as_bytes()).into_stream()?;
    let mut entries: Vec<Entry> = Vec::new();
    let mut passed = 0;
    while passed < MOST && stream.advance() {
        passed += 1;
        let (word, zone) = Zone::split(stream.key());
        let Ok(word) = std::str::from_utf8(word) else {
            continue;
        };
        match entries.last_mut() {
            Some(last) if last.word == word => last.zones.push((zone, stream.value().clone())),
            // Known phrases are looked up as what they are.
            _ if word.contains(' ') && !from.contains(' ') => {}
            _ if wanted(word) => {
                entries.push(Entry { word: word.to_owned(), zones: vec![(zone, stream.value().clone())] });
            }
            _ => {}
        }
    }
    Ok(entries)
}

impl Engine {
    /// Has the postings of all terms from `from` up to `to` fetched together with the dictionary, if they are few.
    fn expect_postings(&self, from: &str, to: &str) {
        let terms = &self.start.cuts.terms;
        let first = terms.partition_point(|term| term.as_str() <= from).saturating_sub(1);
        let last = terms.partition_point(|term| term.as_str() < to).max(first + 1).min(first + 4);
        self.shelf.expect(&mut (first..last.min(terms.len())).map(|number| format!("t/{number}")));
    }
}
