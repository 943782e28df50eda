//! What a site declares: words that stand for no person.

use super::names::lists::Phrases;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;

/// Words and labels that a site declares to be no one's. Made once a site; a view for one document is cheap.
#[derive(Clone, Debug, Default)]
pub struct Known {
    public: Arc<FxHashSet<String>>,
    /// The same as phrases, made when they are first asked for.
    phrases: Arc<OnceLock<Phrases>>,
    labels: Vec<String>,
}

impl Known {
    /// Takes the public words and phrases of a site, such as its own name or those of declared services.
    pub fn new(public_words: impl IntoIterator<Item = String>) -> Self {
        let public = public_words.into_iter().map(|word| word.to_lowercase()).collect();
        Self { public: Arc::new(public), ..Self::default() }
    }

    /// The same, with the labels of one document's cast, such as "Child A".
    #[must_use]
    pub fn with_labels(&self, labels: &[String]) -> Self {
        Self { labels: labels.to_vec(), ..self.clone() }
    }

    /// Whether a word or phrase was declared, in whatever case.
    pub fn is_public(&self, word: &str) -> bool {
        !self.public.is_empty() && self.public.contains(&word.to_lowercase())
    }

    /// The declared words and phrases, in lower case.
    pub fn public(&self) -> impl Iterator<Item = &str> {
        self.public.iter().map(String::as_str)
    }

    /// The declared words and phrases, to be found in a text.
    pub(crate) fn declared(&self) -> &Phrases {
        self.phrases.get_or_init(|| Phrases::of(self.public()))
    }

    /// The labels of the document's cast, as written.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }
}
