//! The spelling words: every word of the index with how common it is, so that an unknown word finds its neighbours.
//!
//! A piece holds words of one first letter, in order, each as `shared │ length │ rest │ commonness`: how many bytes
//! it shares with the word before, how many follow, these, and the binary logarithm of its count.

#[cfg(not(target_family = "wasm"))]
use crate::pack;

/// Bytes of a piece before squeezing, at most.
#[cfg(not(target_family = "wasm"))]
const LARGE: usize = 24 << 10;

/// The pieces, squeezed, and the first word of each. `words` are sorted.
#[cfg(not(target_family = "wasm"))]
pub fn pieces(words: &[(String, u32)]) -> (Vec<Vec<u8>>, Vec<String>) {
    let (mut pieces, mut first) = (Vec::new(), Vec::new());
    let mut piece = Vec::new();
    let mut before = "";
    for (word, count) in words {
        if piece.len() > LARGE || before.chars().next() != word.chars().next() {
            if !piece.is_empty() {
                pieces.push(pack::squeeze(&piece, b""));
            }
            piece.clear();
            first.push(word.clone());
            before = "";
        }
        let shared = before.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
        piece.extend([shared as u8, (word.len() - shared) as u8]);
        piece.extend(&word.as_bytes()[shared..]);
        piece.push((*count).max(1).ilog2() as u8);
        before = word;
    }
    if !piece.is_empty() {
        pieces.push(pack::squeeze(&piece, b""));
    }
    (pieces, first)
}

/// Reads a piece: calls `each` with every word and its commonness. `None` if the piece cannot be one.
pub fn read(mut piece: &[u8], each: &mut impl FnMut(&str, u8)) -> Option<()> {
    let mut word = Vec::new();
    while let [shared, length, rest @ ..] = piece {
        let (bytes, rest) = rest.split_at_checked(*length as usize)?;
        let (common, rest) = rest.split_first()?;
        if *shared as usize > word.len() {
            return None;
        }
        word.truncate(*shared as usize);
        word.extend(bytes);
        each(std::str::from_utf8(&word).ok()?, *common);
        piece = rest;
    }
    piece.is_empty().then_some(())
}
