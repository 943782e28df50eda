//! Numbers written in groups: `07700 900 763`, `0117-496-0898`, `999 414 9121`.

use std::ops::Range;

/// Groups of digits with only small separators between them.
pub(super) struct Chain<'t> {
    text: &'t str,
    groups: Vec<Range<usize>>,
}

/// Some neighbouring groups of a chain.
pub(super) struct Number<'c> {
    pub(super) groups: &'c [Range<usize>],
    pub(super) digits: String,
    /// The separators, one after another.
    pub(super) gaps: Vec<&'c str>,
}

impl Number<'_> {
    /// From the first digit to the last.
    pub(super) fn range(&self) -> Range<usize> {
        self.groups[0].start..self.groups[self.groups.len() - 1].end
    }

    /// How long the groups are.
    pub(super) fn lengths(&self) -> Vec<usize> {
        self.groups.iter().map(ExactSizeIterator::len).collect()
    }

    /// Whether all separators are one and the same, with or without spaces around it.
    pub(super) fn is_even(&self) -> bool {
        self.gaps.iter().all(|gap| gap.trim().len() < 2 && *gap == self.gaps[0])
    }
}

/// Whether figures begin as a year of these times does.
pub(super) fn begins_as_year(figures: &str) -> bool {
    figures.starts_with("19") || figures.starts_with("20")
}

/// All chains of a text.
pub(super) fn chains(text: &str) -> Vec<Chain<'_>> {
    let bytes = text.as_bytes();
    let mut chains: Vec<Chain<'_>> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        match chains.last_mut() {
            Some(chain) if chain.groups.last().is_some_and(|last| is_gap(&bytes[last.end..at])) => {
                chain.groups.push(at..end);
            }
            _ => {
                let group = at..end;
                chains.push(Chain { text, groups: vec![group] });
            }
        }
        at = end;
    }
    chains
}

fn is_gap(gap: &[u8]) -> bool {
    let small = (1..=4).contains(&gap.len()) && gap.iter().all(|byte| b" .-/()_".contains(byte));
    // A full stop and a space end a sentence.
    small && !gap.windows(2).any(|pair| pair == b". ")
}

impl<'t> Chain<'t> {
    /// How many groups there are.
    pub(super) fn len(&self) -> usize {
        self.groups.len()
    }

    /// How many digits there are.
    pub(super) fn digits(&self) -> usize {
        self.groups.iter().map(ExactSizeIterator::len).sum()
    }

    /// The whole chain, if no letter touches it.
    pub(super) fn whole(&self) -> Option<Number<'_>> {
        let last = self.groups.len() - 1;
        (!self.letter_before(0) && !self.letter_after(last)).then(|| self.number(0, last))
    }

    /// The numbers that start with group `first` and have `fewest..=most` digits, the shortest first.
    pub(super) fn numbers(&self, first: usize, fewest: usize, most: usize) -> Vec<Number<'_>> {
        let mut numbers = Vec::new();
        let mut count = 0;
        for last in first..self.groups.len() {
            count += self.groups[last].len();
            if count > most {
                break;
            }
            if count >= fewest && !self.letter_after(last) {
                numbers.push(self.number(first, last));
            }
        }
        numbers
    }

    /// The number of the groups `first..=last`.
    fn number(&self, first: usize, last: usize) -> Number<'_> {
        let groups = &self.groups[first..=last];
        let digits = groups.iter().map(|group| &self.text[group.clone()]).collect();
        let gaps = groups.windows(2).map(|pair| &self.text[pair[0].end..pair[1].start]).collect();
        Number { groups, digits, gaps }
    }

    /// The byte before a group.
    pub(super) fn before(&self, group: usize) -> Option<u8> {
        self.groups[group].start.checked_sub(1).map(|at| self.text.as_bytes()[at])
    }

    /// Whether a letter stands right before a group.
    pub(super) fn letter_before(&self, group: usize) -> bool {
        self.before(group).is_some_and(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())
    }

    fn letter_after(&self, group: usize) -> bool {
        self.text
            .as_bytes()
            .get(self.groups[group].end)
            .is_some_and(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())
    }

    /// The text that the chain is of.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }
}
