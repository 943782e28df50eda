//! A shelf of pieces that a browser fetched. What is not there is noted, so that the page can fetch it and ask again.

use std::collections::{BTreeSet, HashMap};
use std::io;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Shelf;
use crate::error::Error;
use crate::pack::{self, IndexId};
use crate::start::Start;

/// The pieces given so far.
pub struct Given {
    start: Arc<Start>,
    id: IndexId,
    pieces: Mutex<HashMap<String, Arc<Vec<u8>>>>,
    missing: Mutex<BTreeSet<String>>,
}

impl Given {
    /// A shelf without pieces.
    pub fn new(start: Arc<Start>, id: IndexId) -> Self {
        Self { start, id, pieces: Mutex::default(), missing: Mutex::default() }
    }

    /// Takes a piece: its name and what stands between its quotes.
    ///
    /// # Errors
    /// Damage, or a piece of another index.
    pub fn give(&self, name: &str, payload: &[u8]) -> Result<(), Error> {
        let (_, content) = pack::read(name, Some(self.id), self.start.common_to(name), payload)?;
        locked(&self.pieces).insert(name.to_owned(), Arc::new(content));
        Ok(())
    }

    fn kind(&self, file: usize) -> Option<(char, &[u64])> {
        let cuts = &self.start.cuts;
        match self.start.files[file].0.rsplit_once('.')?.1 {
            "term" => Some(('d', &cuts.dictionary)),
            "idx" => Some(('t', &cuts.postings)),
            "pos" => Some(('p', &cuts.positions)),
            _ => None,
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shelf for Given {
    fn read(&self, file: usize, range: Range<u64>) -> io::Result<Vec<u8>> {
        let outside = || io::Error::new(io::ErrorKind::UnexpectedEof, "outside of all pieces");
        let (letter, cuts) = self.kind(file).ok_or_else(outside)?;
        if cuts.last().is_none_or(|last| *last < range.end) {
            return Err(outside());
        }
        let mut bytes = Vec::with_capacity((range.end - range.start) as usize);
        let mut whole = true;
        let mut number = cuts.partition_point(|cut| *cut <= range.start).checked_sub(1).ok_or_else(outside)?;
        let mut at = range.start;
        while at < range.end {
            let end = *cuts.get(number + 1).ok_or_else(outside)?;
            match self.piece(&format!("{letter}/{number}")) {
                Ok(piece) => {
                    let from = (at - cuts[number]) as usize;
                    let to = (end.min(range.end) - cuts[number]) as usize;
                    bytes.extend(piece.get(from..to).ok_or_else(outside)?);
                }
                Err(_) => whole = false,
            }
            (at, number) = (end, number + 1);
        }
        if whole { Ok(bytes) } else { Err(io::ErrorKind::WouldBlock.into()) }
    }

    fn piece(&self, name: &str) -> Result<Arc<Vec<u8>>, Error> {
        if let Some(piece) = locked(&self.pieces).get(name) {
            return Ok(Arc::clone(piece));
        }
        locked(&self.missing).insert(name.to_owned());
        Err(Error::Missing(vec![name.to_owned()]))
    }

    fn expect(&self, names: &mut dyn Iterator<Item = String>) {
        let pieces = locked(&self.pieces);
        locked(&self.missing).extend(names.filter(|name| !pieces.contains_key(name)));
    }

    fn waits(&self) -> bool {
        !locked(&self.missing).is_empty()
    }

    fn missing(&self) -> Vec<String> {
        std::mem::take(&mut *locked(&self.missing)).into_iter().collect()
    }
}
