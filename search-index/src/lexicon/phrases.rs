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
        let sieves = &lexicon.lines.sieves;
        if !(if self.open.is_empty() { &sieves[0] } else { &sieves[1] }).lets(word) {
            return self.open.clear();
        }
        let number = self.number(lexicon, word);
        if number == 0 {
            return self.open.clear();
        }
        let trie = &lexicon.lines.texts;
        self.open.retain_mut(|(node, _)| trie.child(*node, number).map(|child| *node = child).is_some());
        if let Some(node) = trie.child(0, number) {
            self.open.push((node, position));
        }
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

/// A sieve for words by their first letters: what it does not let through has none of the stems it knows.
#[derive(Clone, Debug)]
pub struct Sieve([u64; 128]);

impl Default for Sieve {
    fn default() -> Self {
        Self([0; 128])
    }
}

impl Sieve {
    /// Lets the words of a stem through. They have its first three letters, if it is not a short one.
    pub fn add(&mut self, stem: &str) {
        match stem.as_bytes() {
            [a, b, c, _, ..] => self.set(place(*a, *b, *c)),
            // The only words whose second letter their stem does not have: dying, lying, tying.
            [a @ (b'd' | b'l' | b't'), b'i', b'e'] => [b'i', b'y'].iter().for_each(|b| self.set(place(*a, *b, 0))),
            [a, b, ..] => self.set(place(*a, *b, 0)),
            [a] => self.set(place(*a, 0, 0)),
            [] => {}
        }
    }

    fn set(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// Whether the word may have one of the stems.
    #[inline]
    fn lets(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
        let has = |place: usize| self.0[place / 64] & (1 << (place % 64)) != 0;
        has(place(byte(0), byte(1), byte(2))) || has(place(byte(0), byte(1), 0))
    }
}

/// The bit for three letters.
fn place(a: u8, b: u8, c: u8) -> usize {
    let letters = u32::from_le_bytes([a, b, c, 0]);
    (letters.wrapping_mul(0x9e37_79b1) >> 19) as usize
}

/// Quick and good enough for words, which nobody chooses in order to slow a build down.
#[derive(Clone, Debug, Default)]
struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((eight, behind)) = rest.split_first_chunk::<8>() {
            self.add(u64::from_le_bytes(*eight));
            rest = behind;
        }
        if let Some((four, behind)) = rest.split_first_chunk::<4>() {
            self.add(u64::from(u32::from_le_bytes(*four)));
            rest = behind;
        }
        for byte in rest {
            self.add(u64::from(*byte));
        }
    }

    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}
