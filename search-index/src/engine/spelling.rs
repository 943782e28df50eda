//! Finds what an unknown word was probably meant to be.

use super::Engine;
use super::weights::{JOINED, SPELLING};
use crate::error::Error;
use crate::words;

/// A word of the site near an unknown one.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// The word, or two words that were written together.
    pub words: Vec<String>,
    /// How much it counts.
    pub weight: f32,
}

/// Candidates that are tried for one word.
const MOST: usize = 3;

/// Edits that are allowed for a word: one from four letters, two from eight.
fn allowed(letters: usize) -> usize {
    match letters {
        ..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The words nearest to `word`, best first; none if there is nothing within reach.
///
/// Slips in the first letter are rare, so words with the first letter of `word`, or with its second (two letters
/// exchanged, one too many), are looked at first, and all others only if that finds nothing.
pub fn near(engine: &Engine, word: &str, half_typed: bool, reach: usize) -> Result<Vec<Near>, Error> {
    let letters: Vec<char> = word.chars().collect();
    let reach = allowed(letters.len()).max(if letters.len() > 3 { reach } else { 0 });
    if !letters.iter().all(|c| c.is_alphabetic()) || letters.len() > LONGEST {
        return Ok(Vec::new());
    }
    let first = |c: char| letters.first() == Some(&c) || letters.get(1) == Some(&c);
    let mut search = Search { letters: &letters, reach, half_typed, found: Vec::new(), halves: Vec::new() };
    search.go(engine, &|c| first(c))?;
    // A word one slip away is likelier than two words without a space between them.
    if search.found.iter().all(|(distance, ..)| *distance > 1)
        && let Some(split) = search.split(engine)?
    {
        return Ok(vec![split]);
    }
    if search.found.is_empty() && reach > 0 {
        search.go(engine, &|c| !first(c))?;
    }
    Ok(search.best())
}

struct Search<'a> {
    letters: &'a [char],
    reach: usize,
    half_typed: bool,
    /// Distance, how uncommon, word.
    found: Vec<(usize, u8, String)>,
    /// Words that `letters` begin with.
    halves: Vec<(String, u8)>,
}

impl Search<'_> {
    fn go(&mut self, engine: &Engine, wanted: &dyn Fn(char) -> bool) -> Result<(), Error> {
        let firsts = &engine.start.cuts.words;
        for number in (0..firsts.len()).filter(|number| firsts[*number].chars().next().is_some_and(wanted)) {
            let name = format!("w/{number}");
            let piece = match engine.shelf.piece(&name) {
                Ok(piece) => piece,
                Err(Error::Missing(_)) => continue,
                Err(error) => return Err(error),
            };
            words::read(&piece, &mut |word, common| self.consider(word, common))
                .ok_or_else(|| Error::damaged(&name))?;
        }
        Ok(())
    }

    fn consider(&mut self, word: &str, common: u8) {
        let mut letters = ['\0'; LONGEST];
        let mut length = 0;
        for c in word.chars().take(LONGEST) {
            letters[length] = c;
            length += 1;
        }
        let other = &letters[..length];
        if length > 1 && length + 1 < self.letters.len() && self.letters.starts_with(other) {
            self.halves.push((word.to_owned(), common));
        }
        // The rest of a half-typed word costs nothing, but a whole word is better than the beginning of one.
        let cut = &other[..length.min(self.letters.len())];
        let whole = distance(self.letters, other, self.reach);
        let begun = if self.half_typed && length > self.letters.len() && self.letters.len() > 4 {
            distance(self.letters, cut, self.reach.min(1))
        } else {
            None
        };
        if let Some(distance) = whole.or(begun) {
            self.found.push((distance, 255 - common, word.to_owned()));
        }
    }

    /// Two words that were written together.
    fn split(&self, engine: &Engine) -> Result<Option<Near>, Error> {
        let mut best: Option<(u8, Near)> = None;
        // Short words are in every unknown one: only halves of three letters and more are worth a look-up.
        let long = |word: &str| word.chars().count() > 2;
        for (half, common) in &self.halves {
            let rest: String = self.letters[half.chars().count()..].iter().collect();
            if !long(half) || !long(&rest) {
                continue;
            }
            if let Some(entry) = super::dictionary::exact(engine, &rest)? {
                let common = (*common).min(entry.count().max(1).ilog2() as u8);
                if best.as_ref().is_none_or(|(known, _)| common > *known) {
                    best = Some((common, Near { words: vec![half.clone(), rest], weight: JOINED }));
                }
            }
        }
        Ok(best.map(|(_, near)| near))
    }

    fn best(mut self) -> Vec<Near> {
        let first = self.letters.first().copied();
        self.found.sort_by(|a, b| {
            let other_letter = |word: &str| word.chars().next() != first;
            (a.0, other_letter(&a.2), a.1, &a.2).cmp(&(b.0, other_letter(&b.2), b.1, &b.2))
        });
        let nearest = self.found.first().map_or(0, |(distance, ..)| *distance);
        let same = self.found.into_iter().take_while(|(distance, ..)| *distance == nearest).take(MOST);
        let weigh = |distance: usize, place: usize| {
            let edits = if distance > 1 { SPELLING * SPELLING } else { SPELLING };
            // The second and third guess are there in case the first is wrong.
            if place == 0 { edits } else { edits * 0.5 }
        };
        same.enumerate()
            .map(|(place, (distance, _, word))| Near { words: vec![word], weight: weigh(distance, place) })
            .collect()
    }
}

/// Words longer than this are not repaired.
const LONGEST: usize = 40;

/// Letters that must be added, left out, replaced or exchanged with their neighbour to make `b` of `a`, up to `reach`.
fn distance(a: &[char], b: &[char], reach: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > reach {
        return None;
    }
    let mut rows = [[0u8; LONGEST + 1]; 3];
    for (number, cell) in rows[0].iter_mut().enumerate() {
        *cell = number as u8;
    }
    for i in 1..=a.len() {
        let [above, this] = [(i - 1) % 3, i % 3];
        let two_above = (i + 1) % 3;
        rows[this][0] = i as u8;
        let mut least = rows[this][0];
        for j in 1..=b.len() {
            let same = u8::from(a[i - 1] != b[j - 1]);
            let mut cell = (rows[above][j] + 1).min(rows[this][j - 1] + 1).min(rows[above][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cell = cell.min(rows[two_above][j - 2] + 1);
            }
            rows[this][j] = cell;
            least = least.min(cell);
        }
        if usize::from(least) > reach {
            return None;
        }
    }
    let distance = usize::from(rows[a.len() % 3][b.len()]);
    (distance <= reach).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &str, b: &str, reach: usize) -> Option<usize> {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        distance(&letters(a), &letters(b), reach)
    }

    #[test]
    fn one_letter_added_left_out_replaced_or_exchanged_is_one_edit() {
        for typed in ["referrall", "referal", "reforral", "refrerral"] {
            assert_eq!(between(typed, "referral", 2), Some(1), "{typed}");
        }
        assert_eq!(between("refral", "referral", 2), Some(2));
    }

    #[test]
    fn what_is_further_away_is_nothing() {
        assert_eq!(between("refral", "referral", 1), None);
        assert_eq!(between("a", "abcd", 2), None);
        assert_eq!(between("", "", 2), Some(0));
    }
}
