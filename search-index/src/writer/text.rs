//! The texts of pages, as hits show them: a few pages to a piece.

use crate::pack;
use crate::record::Page;
use crate::shown::Shown;

/// A piece of texts is closed when it would be this large before squeezing. Most pages are larger and get their own:
/// a hit then costs the text of one page, which is what Pagefind pays as well.
const LARGE: usize = 5 << 10;

/// Collects texts.
#[derive(Default)]
pub struct Texts {
    pieces: Vec<Vec<u8>>,
    begins: Vec<u64>,
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
        self.pieces.push(pack::squeeze(&Shown::encode(&self.open)));
        self.open.clear();
        self.size = 0;
    }

    /// The pieces, squeezed, and the first page of each; at last the number of pages.
    pub fn finish(mut self) -> (Vec<Vec<u8>>, Vec<u64>) {
        if !self.open.is_empty() {
            self.close();
        }
        self.begins.push(self.pages);
        (self.pieces, self.begins)
    }
}
