//! What makes a case study recognisable: what it says and nothing else does.

use super::words;
use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What is looked for.
#[derive(Debug)]
pub struct Trace {
    /// The page's id, such as `case-studies/borrowed-phone`.
    pub id: String,
    /// Its address without `.html`; what is made of it lies in the folder of this name.
    pub stem: String,
    /// Its title, if it is known.
    pub title: Option<String>,
    /// Runs of words that only it has.
    pub(super) phrases: HashSet<u64>,
    /// Words that only it has.
    pub(super) words: BTreeSet<String>,
    /// Pictures and other files that only it used, by what they hold.
    pub(super) files: HashSet<u64>,
}

/// Makes a [`Trace`] from the texts of a site or of an edition.
#[derive(Debug)]
pub struct Tracer {
    own: Vec<Vec<Vec<String>>>,
    other_phrases: HashSet<u64>,
    other_words: HashSet<String>,
    files: HashSet<u64>,
}

impl Trace {
    /// Whether a path or an address relative to the root is the page or is made of it.
    pub fn is_own(&self, path: &str) -> bool {
        path.strip_prefix(self.stem.as_str()).is_some_and(|rest| rest.starts_with(['.', '/', '#']) || rest.is_empty())
    }

    /// Whether nothing but the address is known.
    pub fn is_bare(&self) -> bool {
        self.phrases.is_empty()
    }

    /// How many phrases and rare words there are.
    pub fn size(&self) -> (usize, usize) {
        (self.phrases.len(), self.words.len())
    }
}

impl Tracer {
    /// A tracer that has read nothing yet.
    pub fn new() -> Tracer {
        Tracer { own: Vec::new(), other_phrases: HashSet::new(), other_words: HashSet::new(), files: HashSet::new() }
    }

    /// Reads a text of the page, or of something else.
    pub fn read(&mut self, text: &str, is_own: bool) {
        let texts = words::of(text);
        if is_own {
            self.own.push(texts);
        } else {
            self.other_phrases.extend(words::phrases(&texts));
            self.other_words.extend(texts.into_iter().flatten());
        }
    }

    /// Takes a picture or another file that only the page uses.
    pub fn file(&mut self, bytes: &[u8]) {
        self.files.insert(fingerprint(bytes));
    }

    /// What only the page says.
    pub fn finish(self, id: String, stem: String, title: Option<String>) -> Trace {
        let phrases = self.own.iter().flat_map(|texts| words::phrases(texts));
        let phrases = phrases.filter(|phrase| !self.other_phrases.contains(phrase)).collect();
        let words =
            self.own.iter().flatten().flatten().filter(|word| !self.other_words.contains(*word)).cloned().collect();
        Trace { id, stem, title, phrases, words, files: self.files }
    }
}

/// By this two files are told apart; a copy has the same.
pub(super) fn fingerprint(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

impl Default for Tracer {
    fn default() -> Self {
        Tracer::new()
    }
}
