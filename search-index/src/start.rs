//! What every query needs, in one piece: the pages' table, where the pieces begin, and the ranges of the tantivy
//! files that are read while the index is opened.

mod bytes;
mod pages;

pub use pages::{Pages, length_of};

pub use bytes::{Reader, put_number};

use bytes::{put_bytes, put_rising, put_text};

use crate::Settings;

/// The content of the piece `start`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The sources of the engine that belongs to the index.
    pub engine: String,
    /// As the site gave them.
    pub settings: Settings,
    /// The table of pages.
    pub pages: Pages,
    /// Whether any page is Welsh.
    pub welsh: bool,
    /// The tantivy files: name and length in bytes.
    pub files: Vec<(String, u64)>,
    /// Ranges of them that opening the index reads: file, first byte, bytes.
    pub resident: Vec<(usize, u64, Vec<u8>)>,
    /// What texts have in common: their pieces are squeezed with it.
    pub common: Vec<u8>,
    /// Where the pieces begin.
    pub cuts: Cuts,
}

/// Where each kind of piece begins; piece N goes up to the beginning of piece N + 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cuts {
    /// `d/N`: bytes of the `.term` file; one more than there are pieces.
    pub dictionary: Vec<u64>,
    /// `t/N`: bytes of the `.idx` file; one more than there are pieces.
    pub postings: Vec<u64>,
    /// The first term of each `t/N`.
    pub terms: Vec<String>,
    /// `p/N`: bytes of the `.pos` file; one more than there are pieces.
    pub positions: Vec<u64>,
    /// `x/N`: pages; one more than there are pieces.
    pub texts: Vec<u64>,
    /// The first word of each `w/N`.
    pub words: Vec<String>,
}

impl Start {
    /// What the piece `name` was squeezed with.
    pub fn common_to(&self, name: &str) -> &[u8] {
        if name.starts_with("x/") { &self.common } else { &[] }
    }

    /// Writes the content of the piece.
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Vec::new();
        put_text(&mut to, &self.engine);
        // Settings hold strings and enums alone, which JSON always can.
        put_bytes(&mut to, &serde_json::to_vec(&self.settings).unwrap_or_default());
        to.push(u8::from(self.welsh));
        self.pages.encode(&mut to);
        put_number(&mut to, self.files.len() as u64);
        for (name, size) in &self.files {
            put_text(&mut to, name);
            put_number(&mut to, *size);
        }
        put_number(&mut to, self.resident.len() as u64);
        for (file, at, bytes) in &self.resident {
            put_number(&mut to, *file as u64);
            put_number(&mut to, *at);
            put_bytes(&mut to, bytes);
        }
        put_bytes(&mut to, &self.common);
        self.cuts.encode(&mut to);
        to
    }

    /// Reads what [`Start::encode`] wrote; `None` if it cannot have.
    pub fn decode(content: &[u8]) -> Option<Self> {
        let mut from = Reader(content);
        let engine = from.text()?;
        let settings = serde_json::from_slice(from.bytes()?).ok()?;
        let welsh = from.number()? == 1;
        let pages = Pages::decode(&mut from)?;
        let files: Vec<(String, u64)> = from.list(|from| Some((from.text()?, from.number()?)))?;
        let resident: Vec<(usize, u64, Vec<u8>)> =
            from.list(|from| Some((from.number()? as usize, from.number()?, from.bytes()?.to_vec())))?;
        let common = from.bytes()?.to_vec();
        let cuts = Cuts::decode(&mut from)?;
        let fits = |(file, at, bytes): &(usize, u64, Vec<u8>)| {
            files.get(*file).is_some_and(|(_, size)| at.checked_add(bytes.len() as u64).is_some_and(|end| end <= *size))
        };
        let whole = from.0.is_empty()
            && resident.iter().all(fits)
            && cuts.texts.first().is_none_or(|first| *first == 0)
            && cuts.texts.last().copied().unwrap_or(0) == pages.len() as u64;
        whole.then_some(Self { engine, settings, pages, welsh, files, resident, common, cuts })
    }
}

impl Cuts {
    fn encode(&self, to: &mut Vec<u8>) {
        for cuts in [&self.dictionary, &self.postings, &self.positions, &self.texts] {
            put_rising(to, cuts);
        }
        for words in [&self.terms, &self.words] {
            put_number(to, words.len() as u64);
            words.iter().for_each(|word| put_text(to, word));
        }
    }

    fn decode(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            dictionary: from.rising()?,
            postings: from.rising()?,
            positions: from.rising()?,
            texts: from.rising()?,
            terms: from.list(Reader::text)?,
            words: from.list(Reader::text)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_are_decoded_or_refused(bytes: Vec<u8>) {
            let _ = Start::decode(&bytes);
        }
    }

    #[test]
    fn what_is_encoded_is_decoded() {
        let mut pages = Pages::default();
        pages.push(3, 120, 4, 100, &[vec![1], vec![]]);
        pages.push(1, 7, 2, 40, &[vec![0], vec![2, 5]]);
        let start = Start {
            engine: "0123".into(),
            settings: Settings { contact: Some("Ring".into()), ..Settings::default() },
            pages,
            welsh: true,
            files: vec![("meta.json".into(), 12)],
            resident: vec![(0, 4, vec![1, 2, 3])],
            common: b"the same in all".to_vec(),
            cuts: Cuts { texts: vec![0, 2], terms: vec!["a".into()], ..Cuts::default() },
        };
        assert_eq!(Start::decode(&start.encode()), Some(start));
    }
}
