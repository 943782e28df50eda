//! The texts of pages, as hits show them: a few pages to a piece.

use crate::pack;
use crate::record::Page;
use crate::shown::Shown;

/// A piece of texts is closed when it would be this large before squeezing. Most pages are larger and get their own:
/// a hit then costs the text of one page.
const LARGE: usize = 5 << 10;

/// Pieces that are held back until it is known what they have in common.
const SAMPLE: usize = 256;

/// Bytes that are common to all pieces, at most: deflate looks back twice as far.
const COMMON: usize = 16 << 10;

/// Collects texts.
#[derive(Default)]
pub struct Texts {
    /// The pieces, squeezed.
    pub pieces: Vec<Vec<u8>>,
    /// The first page of each; when finished, at last the number of pages.
    pub begins: Vec<u64>,
    /// What the pieces were squeezed with.
    pub common: Vec<u8>,
    sampled: bool,
    held: Vec<Vec<u8>>,
    open: Vec<Shown>,
    size: usize,
    pages: u64,
}

impl Texts {
    /// Adds the text of a page.
    pub fn add(&mut self, page: &Page) {
        let shown = Shown::of(page);
        let size = shown.size();
        if !self.open.is_empty() && self.size + size > LARGE {
            self.close();
        }
        self.open.push(shown);
        self.size += size;
        self.pages += 1;
    }

    fn close(&mut self) {
        self.begins.push(self.pages - self.open.len() as u64);
        let content = Shown::encode(&self.open);
        self.open.clear();
        self.size = 0;
        if self.sampled {
            self.pieces.push(pack::squeeze(&content, &self.common));
        } else {
            self.held.push(content);
            if self.held.len() == SAMPLE {
                self.sample();
            }
        }
    }

    /// Takes a stretch out of the middle of every piece held, and squeezes them.
    fn sample(&mut self) {
        let all: usize = self.held.iter().map(Vec::len).sum();
        // A small site must not pay for more than it saves.
        let each = COMMON.min(all / 8) / self.held.len().max(1);
        for content in &self.held {
            let start = content.len().saturating_sub(each) / 2;
            self.common.extend(&content[start..(start + each).min(content.len())]);
        }
        self.sampled = true;
        self.pieces.extend(self.held.drain(..).map(|content| pack::squeeze(&content, &self.common)));
    }

    /// Squeezes what is left.
    pub fn finish(mut self) -> Self {
        if !self.open.is_empty() {
            self.close();
        }
        if !self.sampled {
            self.sample();
        }
        self.begins.push(self.pages);
        self
    }
}
