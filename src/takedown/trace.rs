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
    pub title: Option<Title>,
    /// Runs of words that only it has.
    pub(super) phrases: HashSet<u64>,
    /// Words that only it has.
    pub(super) words: BTreeSet<String>,
    /// Pictures and other files that only it used, by what they hold.
    pub(super) files: HashSet<u64>,
}

/// What a page is called.
#[derive(Clone, Debug)]
pub struct Title {
    /// As it is written.
    pub text: String,
    /// In lower case.
    pub(super) words: Vec<String>,
    /// Whether other pages say it in a sentence of theirs, like "on the way home".
    pub(super) is_common: bool,
}

impl Title {
    /// A title that nothing else is known to say.
    pub fn new(text: String) -> Title {
        Title { words: words::of(&text).concat(), text, is_common: false }
    }

    /// How often a text has its words, in whatever case.
    pub(super) fn said_in(&self, texts: &[Vec<String>]) -> usize {
        let length = self.words.len().max(1);
        texts.iter().map(|words| words.windows(length).filter(|run| *run == self.words).count()).sum()
    }
}

/// Makes a [`Trace`] from the texts of a site or of an edition.
#[derive(Debug)]
pub struct Tracer {
    title: Option<Title>,
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
    /// A tracer for a page of this title that has read nothing yet.
    pub fn new(title: Option<String>) -> Tracer {
        Tracer {
            title: title.map(Title::new),
            own: Vec::new(),
            other_phrases: HashSet::new(),
            other_words: HashSet::new(),
            files: HashSet::new(),
        }
    }

    /// Reads a text of the page, or of something else.
    pub fn read(&mut self, text: &str, is_own: bool) {
        let texts = words::of(text);
        if is_own {
            self.own.push(texts);
        } else {
            if let Some(title) = &mut self.title {
                // A link or a heading has the title as it is written; what says it in lower case speaks of something else.
                title.is_common |= title.said_in(&texts) > text.matches(&title.text).count();
            }
            self.other_phrases.extend(words::phrases(&texts));
            self.other_words.extend(texts.into_iter().flatten());
        }
    }

    /// Takes a picture or another file that only the page uses.
    pub fn file(&mut self, bytes: &[u8]) {
        self.files.insert(fingerprint(bytes));
    }

    /// What only the page says.
    pub fn finish(self, id: String, stem: String) -> Trace {
        let phrases = self.own.iter().flat_map(|texts| words::phrases(texts));
        let phrases = phrases.filter(|phrase| !self.other_phrases.contains(phrase)).collect();
        let words =
            self.own.iter().flatten().flatten().filter(|word| !self.other_words.contains(*word)).cloned().collect();
        Trace { id, stem, title: self.title, phrases, words, files: self.files }
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
        Tracer::new(None)
    }
}
