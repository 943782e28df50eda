//! The table of pages: what ranking, filters and counts need of every page, in columns.

use super::bytes::{Reader, put_bytes, put_number};

/// One row a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// Number of records of each page.
    records: Vec<u8>,
    /// Records beyond 254 of a page, so that a page may have any number.
    long: Vec<u32>,
    /// First record of each page, and one more: the number of records.
    first: Vec<u32>,
    /// Length, as [`length_code`] tells it.
    pub length: Vec<u8>,
    /// Words of the title that are not stop words.
    pub title_words: Vec<u8>,
    /// Per cent.
    pub standing: Vec<u8>,
    /// One column a facet.
    pub facets: Vec<Facets>,
}

/// The values of one facet for all pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    ends: Vec<u32>,
    values: Vec<u16>,
}

impl Facets {
    /// The values of a page.
    pub fn of(&self, page: usize) -> &[u16] {
        let start = if page == 0 { 0 } else { self.ends[page - 1] as usize };
        &self.values[start..self.ends[page] as usize]
    }
}

/// A standing below this is low.
const LOW: u8 = 50;

impl Pages {
    /// Number of pages.
    pub fn len(&self) -> usize {
        self.length.len()
    }

    /// Number of records.
    pub fn records(&self) -> u32 {
        self.first.last().copied().unwrap_or(0)
    }

    /// The records of a page.
    pub fn records_of(&self, page: usize) -> std::ops::Range<u32> {
        self.first[page]..self.first[page + 1]
    }

    /// Which pages are asked how rare a word is and how long pages are: those of low standing are not, unless all are.
    pub fn telling(&self) -> Vec<bool> {
        let none = self.standing.iter().all(|standing| *standing < LOW);
        self.standing.iter().map(|standing| none || *standing >= LOW).collect()
    }

    /// Appends a page; `facets` has the values of each facet.
    pub fn push(&mut self, records: u32, length: u32, title_words: usize, standing: u8, facets: &[Vec<u16>]) {
        self.facets.resize(facets.len(), Facets::default());
        match u8::try_from(records) {
            Ok(few @ ..=254) => self.records.push(few),
            _ => {
                self.records.push(255);
                self.long.push(records);
            }
        }
        if self.first.is_empty() {
            self.first.push(0);
        }
        self.first.push(self.records() + records);
        self.length.push(length_code(length));
        self.title_words.push(u8::try_from(title_words).unwrap_or(255));
        self.standing.push(standing);
        for (column, values) in self.facets.iter_mut().zip(facets) {
            column.values.extend(values.iter().take(255));
            column.ends.push(column.values.len() as u32);
        }
    }

    pub(super) fn encode(&self, to: &mut Vec<u8>) {
        put_bytes(to, &self.records);
        put_number(to, self.long.len() as u64);
        self.long.iter().for_each(|records| put_number(to, u64::from(*records)));
        for column in [&self.length, &self.title_words, &self.standing] {
            put_bytes(to, column);
        }
        put_number(to, self.facets.len() as u64);
        for column in &self.facets {
            let counts: Vec<u8> = (0..self.len()).map(|page| column.of(page).len() as u8).collect();
            put_bytes(to, &counts);
            put_number(to, column.values.len() as u64);
            column.values.iter().for_each(|value| put_number(to, u64::from(*value)));
        }
    }

    pub(super) fn decode(from: &mut Reader<'_>) -> Option<Self> {
        let records = from.bytes()?.to_vec();
        let long: Vec<u32> = from.list(|from| u32::try_from(from.number()?).ok())?;
        let [length, title_words, standing] = [from.bytes()?.to_vec(), from.bytes()?.to_vec(), from.bytes()?.to_vec()];
        let facets: Vec<Facets> = from.list(|from| {
            let counts = from.bytes()?;
            let values: Vec<u16> = from.list(|from| u16::try_from(from.number()?).ok())?;
            let ends: Vec<u32> = running(counts.iter().map(|count| u32::from(*count)))?;
            let fits = counts.len() == records.len() && ends.last().copied().unwrap_or(0) as usize == values.len();
            fits.then_some(Facets { ends, values })
        })?;
        let mut rest = long.iter();
        let counts: Option<Vec<u32>> =
            records.iter().map(|few| if *few == 255 { rest.next().copied() } else { Some(u32::from(*few)) }).collect();
        let mut first = vec![0];
        first.extend(running(counts?.into_iter())?);
        let even = [&length, &title_words, &standing].iter().all(|column| column.len() == records.len());
        if records.is_empty() {
            first.clear();
        }
        even.then_some(Self { records, long, first, length, title_words, standing, facets })
    }
}

fn running(counts: impl Iterator<Item = u32>) -> Option<Vec<u32>> {
    let mut sum = 0u32;
    counts
        .map(|count| {
            sum = sum.checked_add(count)?;
            Some(sum)
        })
        .collect()
}

/// Lengths up to 15 as they are, above them eight steps to each doubling: within 7 %, and a byte reaches 2^31.
pub fn length_code(length: u32) -> u8 {
    if length < 16 {
        return length as u8;
    }
    let power = length.ilog2();
    (16 + (power - 4) * 8 + ((length >> (power - 3)) & 7)) as u8
}

/// The length in the middle of those that have the same code.
pub fn length_of(code: u8) -> u32 {
    if code < 16 {
        return u32::from(code);
    }
    let (power, step) = (u32::from(code - 16) / 8 + 4, u32::from(code - 16) % 8);
    let low = (8 + u64::from(step)) << (power.min(31) - 3);
    u32::try_from(low + (1 << (power.min(31) - 4))).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_length_comes_back_within_seven_per_cent(length in 0..1u32 << 31) {
            let back = length_of(length_code(length));
            prop_assert!((f64::from(back) - f64::from(length)).abs() <= 0.07 * f64::from(length));
        }
    }
}
