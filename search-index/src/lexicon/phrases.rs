//! Finds known phrases in texts.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Lexicon;

/// Finds the known phrases of a text as its words go by. It remembers words, so one should serve many texts.
///
/// All phrases are found, also within one another.
#[derive(Clone, Debug, Default)]
pub struct PhraseFinder {
    /// Numbers of stems by word; 0 for words that no phrase has.
    seen: HashMap<Box<str>, u32, BuildHasherDefault<WordHasher>>,
    /// Phrases that have begun: node, and position of their first word.
    open: Vec<(u32, u32)>,
    /// The position that is expected now.
    next: u32,
}

/// So many words are remembered; then the remembering begins anew.
const MOST_SEEN: usize = 1 << 18;

impl PhraseFinder {
    /// A new text begins. It must go on with the same lexicon.
    pub fn clear(&mut self) {
        self.open.clear();
        self.next = 0;
    }

    /// Takes the next word and its position, and calls `found` with the term of every phrase that ends here and the
    /// position of its first word. A further term at a position that was given already is passed over.
    pub fn feed(&mut self, lexicon: &Lexicon, word: &str, position: u32, found: &mut impl FnMut(&str, u32)) {
        if position < self.next {
            return;
        }
        if position > self.next {
            self.open.clear();
        }
        self.next = position.saturating_add(1);
        if self.open.is_empty() && !lexicon.lines.begins.has(word) {
            return;
        }
        let number = self.number(lexicon, word);
        let trie = &lexicon.lines.texts;
        self.open.push((0, position));
        self.open.retain_mut(|(node, _)| trie.child(*node, number).map(|child| *node = child).is_some());
        for (node, first) in &self.open {
            trie.ends(*node).iter().for_each(|side| found(&lexicon.lines.sides[*side].term, *first));
        }
    }

    fn number(&mut self, lexicon: &Lexicon, word: &str) -> u32 {
        if let Some(&number) = self.seen.get(word) {
            return number;
        }
        if self.seen.len() >= MOST_SEEN {
            self.seen.clear();
        }
        let number = lexicon.lines.stem(word);
        self.seen.insert(word.into(), number);
        number
    }
}

/// The beginnings of words that a phrase may begin with: most words of a text begin none.
#[derive(Clone, Debug)]
pub struct Beginnings([u64; 1024]);

impl Default for Beginnings {
    fn default() -> Self {
        Self([0; 1024])
    }
}

impl Beginnings {
    /// Adds the stem of a first word.
    pub fn add(&mut self, stem: &str) {
        self.set(place(stem.as_bytes()));
        // The three words whose second letter their stem does not have: dying, lying, tying.
        if let [first @ (b'd' | b'l' | b't'), b'i', b'e'] = stem.as_bytes() {
            self.set(place(&[*first, b'y']));
        }
    }

    fn set(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// Whether a phrase may begin with this word.
    fn has(&self, word: &str) -> bool {
        let place = place(word.as_bytes());
        self.0[place / 64] & (1 << (place % 64)) != 0
    }
}

/// The first two bytes as a number.
fn place(word: &[u8]) -> usize {
    let byte = |at: usize| word.get(at).map_or(0, |byte| usize::from(*byte));
    byte(0) << 8 | byte(1)
}

/// Quick and good enough for words, which nobody chooses in order to slow a build down.
#[derive(Clone, Debug, Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(eight)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}
