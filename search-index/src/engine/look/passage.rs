//! Where in a text the words of a query stand closest together.

use super::matches::Found;

/// Words that a passage spans at most: about what a snippet shows.
const SPAN: u32 = 40;

/// What a heading adds to the count of a word in the section under it.
const NAMED: f32 = 1.5;

/// The words of a query in a text, and where they are densest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// All of them, in order.
    pub found: Vec<Found>,
    /// The first and the last of the densest stretch, by number in `found`.
    pub densest: (usize, usize),
    /// Rarity of the words in the densest stretch, each counted once.
    pub value: f32,
    /// How close the words stand: 1 if all of the query stand side by side, 0 if at most one is there.
    pub close: f32,
    /// How often each word of the query is there, the heading included.
    pub counts: Vec<f32>,
    /// Whether the text is the page's summary.
    pub summary: bool,
}

/// Finds the densest stretch. `named` are the words in the heading.
pub fn densest(found: Vec<Found>, named: &[Found], rarity: &[f32]) -> Passage {
    let mut counts = vec![0.0; rarity.len()];
    let mut tally = |found: &[Found], each: f32| {
        for found in found {
            bits(found.wants).filter(|want| *want < rarity.len()).for_each(|want| counts[want] += each);
        }
    };
    tally(&found, 1.0);
    tally(named, NAMED);
    let value_of = |wants: u32| bits(wants).filter_map(|want| rarity.get(want)).sum::<f32>();
    let (mut densest, mut value, mut span, mut words) = ((0, 0), 0.0, u32::MAX, 0);
    for (first, start) in found.iter().enumerate() {
        let mut wants = 0;
        for (last, end) in
            found.iter().enumerate().skip(first).take_while(|(_, end)| end.position - start.position < SPAN)
        {
            if wants | end.wants == wants {
                continue;
            }
            wants |= end.wants;
            let (this, wide) = (value_of(wants), end.position - start.position + 1);
            if this > value || this == value && wide < span {
                (densest, value, span, words) = ((first, last), this, wide, wants.count_ones());
            }
        }
    }
    let all: f32 = rarity.iter().sum();
    let close = if words < 2 || all <= 0.0 { 0.0 } else { value / all * (words as f32 / span.max(words) as f32) };
    Passage { found, densest, value, close, counts, summary: false }
}

fn bits(wants: u32) -> impl Iterator<Item = usize> {
    (0..32).filter(move |bit| wants >> bit & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(wants: u32, position: u32) -> Found {
        Found { wants, position, range: 0..0 }
    }

    #[test]
    fn words_side_by_side_are_as_close_as_can_be() {
        let passage = densest(vec![at(1, 0), at(1, 70), at(2, 71)], &[], &[1.0, 1.0]);
        assert_eq!(passage.densest, (1, 2));
        assert!((passage.close - 1.0).abs() < 1e-6);
    }

    #[test]
    fn one_word_is_not_close_to_anything() {
        assert_eq!(densest(vec![at(1, 3), at(1, 4)], &[], &[1.0, 1.0]).close, 0.0);
    }
}
