//! Cuts the tantivy files into pieces, so that a query needs few of them.
//!
//! Dictionary, postings and positions all lie in the order of the terms. Postings are cut between words, with the first
//! term of each piece written down, so that a query knows which piece it needs before it has seen the dictionary.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::index::InvertedIndexReader;

use crate::error::Error;
use crate::pack;
use crate::shelf::{Library, Shelf};
use crate::start::{Cuts, Start};
use crate::zone::{WELSH, Zone};

/// Bytes of the dictionary in a piece, at least: one block of tantivy's.
const DICTIONARY: u64 = 3 << 10;

/// Bytes of postings in a piece, at least.
const POSTINGS: u64 = 3 << 10;

/// Bytes of positions in a piece, at least. Only phrases in quotes read them.
const POSITIONS: u64 = 24 << 10;

/// The pieces, squeezed, and what `start` says of them.
#[derive(Default)]
pub struct Cut {
    pub resident: Vec<(usize, u64, Vec<u8>)>,
    pub cuts: Cuts,
    pub dictionary: Vec<Vec<u8>>,
    pub postings: Vec<Vec<u8>>,
    pub positions: Vec<Vec<u8>>,
    /// Every word of letters, and in how many records it stands.
    pub words: Vec<(String, u32)>,
}

/// Cuts the files of an index.
pub fn cut(files: &BTreeMap<String, Vec<u8>>) -> Result<Cut, Error> {
    let shelf = Arc::new(Recorder { files: files.values().cloned().collect(), reads: Mutex::default() });
    let sizes = files.iter().map(|(name, bytes)| (name.clone(), bytes.len() as u64)).collect();
    let start = Arc::new(Start { files: sizes, ..Start::default() });
    let field = crate::engine::open_field(Library::new(start, Arc::clone(&shelf) as Arc<dyn Shelf>))?;
    let mut cut = Cut { resident: shelf.resident(), ..Cut::default() };
    let Some(field) = field.filter(|field| field.terms().num_terms() > 0) else {
        return Ok(cut);
    };
    let of = |ending: &str| files.iter().find(|(name, _)| name.ends_with(ending)).map_or(&[][..], |(_, bytes)| bytes);
    cut.cuts.dictionary = blocks(of(".term"));
    terms(&field, &mut cut)?;
    cut.dictionary = pieces(of(".term"), &cut.cuts.dictionary);
    cut.postings = pieces(of(".idx"), &cut.cuts.postings);
    cut.positions = pieces(of(".pos"), &cut.cuts.positions);
    Ok(cut)
}

fn pieces(file: &[u8], cuts: &[u64]) -> Vec<Vec<u8>> {
    cuts.windows(2).map(|ends| pack::squeeze(&file[ends[0] as usize..ends[1] as usize], b"")).collect()
}

/// Where pieces of the dictionary begin: every block is preceded by its length, and a length of 0 ends them.
fn blocks(file: &[u8]) -> Vec<u64> {
    let mut cuts = vec![0];
    let (mut at, mut begin) = (0usize, 0u64);
    while let Some(length) = file.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_le_bytes) {
        if length == 0 {
            break;
        }
        at += 4 + length as usize;
        if at as u64 - begin >= DICTIONARY {
            begin = at as u64;
            cuts.push(begin);
        }
    }
    // The last read of all takes the mark at the end with it.
    if begin as usize == at && cuts.len() > 1 {
        cuts.pop();
    }
    cuts.push(file.len() as u64);
    cuts
}

/// Bytes in front of the first posting of a field: the number of its tokens.
const TOKENS: u64 = 8;

fn terms(field: &InvertedIndexReader, cut: &mut Cut) -> Result<(), Error> {
    let failed = |cause: io::Error| Error::Write(cause.into());
    let mut stream = field.terms().stream().map_err(failed)?;
    let mut before: Vec<u8> = Vec::new();
    let (mut postings, mut positions) = (0, 0);
    while stream.advance() {
        let (word, _) = Zone::split(stream.key());
        let info = stream.value();
        if word != before {
            let begin = TOKENS + info.postings_range.start as u64;
            if cut.cuts.terms.is_empty() || begin - cut.cuts.postings.last().copied().unwrap_or(0) >= POSTINGS {
                cut.cuts.postings.push(begin);
                cut.cuts.terms.push(String::from_utf8_lossy(word).into_owned());
            }
            let begin = info.positions_range.start as u64;
            if begin == 0 || begin - cut.cuts.positions.last().copied().unwrap_or(0) >= POSITIONS {
                cut.cuts.positions.push(begin);
            }
            before = word.to_vec();
        }
        note_word(word, info.doc_freq, &mut cut.words);
        (postings, positions) = (TOKENS + info.postings_range.end as u64, info.positions_range.end as u64);
    }
    cut.cuts.positions.dedup();
    cut.cuts.postings.push(postings);
    cut.cuts.positions.push(positions);
    Ok(())
}

fn note_word(word: &[u8], count: u32, words: &mut Vec<(String, u32)>) {
    let Ok(word) = std::str::from_utf8(word) else {
        return;
    };
    match words.last_mut() {
        Some((last, sum)) if last == word => *sum += count,
        _ if word.starts_with(WELSH) || word.len() > 40 || !word.chars().all(char::is_alphabetic) => {}
        _ => words.push((word.to_owned(), count)),
    }
}

/// Notes what is read.
struct Recorder {
    files: Vec<Vec<u8>>,
    reads: Mutex<Vec<(usize, Range<u64>)>>,
}

impl Recorder {
    /// What was read so far, in ranges that do not touch.
    fn resident(&self) -> Vec<(usize, u64, Vec<u8>)> {
        let mut reads = self.reads.lock().unwrap_or_else(PoisonError::into_inner).clone();
        reads.sort_by_key(|(file, range)| (*file, range.start));
        let mut merged: Vec<(usize, Range<u64>)> = Vec::new();
        for (file, range) in reads {
            match merged.last_mut() {
                Some((last, before)) if *last == file && range.start <= before.end => {
                    before.end = before.end.max(range.end);
                }
                _ => merged.push((file, range)),
            }
        }
        let bytes =
            |file: usize, range: &Range<u64>| self.files[file][range.start as usize..range.end as usize].to_vec();
        merged.into_iter().map(|(file, range)| (file, range.start, bytes(file, &range))).collect()
    }
}

impl Shelf for Recorder {
    fn read(&self, file: usize, range: Range<u64>) -> io::Result<Vec<u8>> {
        self.reads.lock().unwrap_or_else(PoisonError::into_inner).push((file, range.clone()));
        Ok(self.files[file][range.start as usize..range.end as usize].to_vec())
    }

    fn piece(&self, name: &str) -> Result<Arc<Vec<u8>>, Error> {
        Err(Error::damaged(name))
    }
}
