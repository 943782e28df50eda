//! The embedded lists of words: names, places, words that are public and ordinary words.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;

/// What the lists say about a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags(u8);

impl Flags {
    pub(crate) const GIVEN: Self = Self(1);
    pub(crate) const SURNAME: Self = Self(2);
    pub(crate) const PLACE: Self = Self(4);
    pub(crate) const ORDINARY: Self = Self(8);
    pub(crate) const PUBLIC: Self = Self(16);
    /// A phrase that is public begins with it, or is it.
    pub(crate) const BEGINS: Self = Self(32);

    /// Whether no list holds the word itself.
    pub(crate) fn is_none(self) -> bool {
        self.without(Self::BEGINS) == Self::default()
    }

    /// Whether any of the other's flags is set.
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// Phrases of one or more words, in lower case, with spaces for hyphens and without the `'s` of possessives.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    whole: FxHashSet<String>,
    /// The most words of a phrase that begins with a word.
    longest: FxHashMap<String, usize>,
}

impl Phrases {
    pub(crate) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut phrases = Self::default();
        for line in lines {
            let key = key(line);
            let words = key.split(' ').count();
            if let Some(first) = key.split(' ').next().filter(|first| !first.is_empty()) {
                let longest = phrases.longest.entry(first.to_owned()).or_default();
                *longest = words.max(*longest);
                phrases.whole.insert(key);
            }
        }
        phrases
    }

    /// The most words of a phrase that begins with this word, or 0.
    pub(crate) fn longest(&self, first: &str) -> usize {
        self.longest.get(first).copied().unwrap_or_default()
    }

    pub(crate) fn holds(&self, key: &str) -> bool {
        self.whole.contains(key)
    }

    /// The words that phrases begin with.
    pub(crate) fn firsts(&self) -> impl Iterator<Item = &str> {
        self.longest.keys().map(String::as_str)
    }
}

/// All lists.
#[derive(Debug)]
pub(crate) struct Lists {
    words: FxHashMap<&'static str, Flags>,
    pub(crate) places: Phrases,
    pub(crate) public: Phrases,
}

const GIVEN: &str = include_str!("../lists/given.txt");
const SURNAMES: &str = include_str!("../lists/surnames.txt");
const PLACES: &str = include_str!("../lists/places.txt");
const PUBLIC: &str = include_str!("../lists/public.txt");
const ORDINARY: &str = include_str!("../lists/ordinary.txt");

/// The lists, read once.
pub(crate) static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut words: FxHashMap<&'static str, Flags> = FxHashMap::default();
    let lists = [
        (GIVEN, Flags::GIVEN),
        (SURNAMES, Flags::SURNAME),
        (PLACES, Flags::PLACE),
        (PUBLIC, Flags::PUBLIC),
        (ORDINARY, Flags::ORDINARY),
    ];
    for (list, flag) in lists {
        for word in list.lines().filter(|line| !line.contains(' ')) {
            let flags = words.entry(word).or_default();
            *flags = flags.and(flag);
        }
    }
    for phrase in PUBLIC.lines() {
        // With and without the `'s` of a possessive, as words are read.
        for separators in [&[' ', '-'][..], &[' ', '-', '\'']] {
            let first = phrase.split(separators).next().unwrap_or_default();
            let flags = words.entry(first).or_default();
            *flags = flags.and(Flags::BEGINS);
        }
    }
    Lists { words, places: Phrases::of(PLACES.lines()), public: Phrases::of(PUBLIC.lines()) }
});

impl Lists {
    /// What is known about a folded word.
    pub(crate) fn flags(&self, word: &str) -> Flags {
        let mut flags = self.plain_flags(word);
        if word.contains('\'') {
            flags = flags.and(self.plain_flags(&word.replace('\'', "")));
        }
        if word.contains('-') {
            return flags.and(self.compound(word));
        }
        // "Sayed" is no past of "say".
        let is_name = flags.has(Flags::GIVEN) && word.ends_with("ed");
        if !flags.has(Flags::ORDINARY) && !is_name && self.is_form_of_ordinary(word, 2) {
            flags = flags.and(Flags::ORDINARY);
        }
        if !flags.has(Flags::SURNAME) && !flags.has(Flags::ORDINARY) && is_shaped_like_surname(word) {
            flags = flags.and(Flags::SURNAME);
        }
        flags
    }

    fn plain_flags(&self, word: &str) -> Flags {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// Of a word with hyphens: ordinary if all parts are, a name if a part is one and nothing else.
    fn compound(&self, word: &str) -> Flags {
        let mut flags = Flags::default();
        let mut ordinary = true;
        for part in word.split('-').filter(|part| !part.is_empty()) {
            let part_flags = self.flags(part);
            ordinary &= part_flags.has(Flags::ORDINARY.and(Flags::PUBLIC)) || part.len() < 3;
            if !part_flags.has(Flags::ORDINARY) {
                flags = flags.and(part_flags.without(Flags::PUBLIC).without(Flags::PLACE));
            }
        }
        if ordinary { flags.and(Flags::ORDINARY) } else { flags }
    }

    /// Whether endings and beginnings lead back to an ordinary word.
    fn is_form_of_ordinary(&self, word: &str, depth: u8) -> bool {
        let ordinary = |stem: &str, end: &str| {
            let whole = if end.is_empty() { Cow::Borrowed(stem) } else { Cow::Owned([stem, end].concat()) };
            self.plain_flags(&whole).has(Flags::ORDINARY)
                || (depth > 1 && whole.len() > 4 && self.is_form_of_ordinary(&whole, depth - 1))
        };
        for (ending, replacements) in ENDINGS {
            let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 2) else { continue };
            if replacements.iter().any(|end| stem.len() + end.len() > 2 && ordinary(stem, end)) {
                return true;
            }
            let bytes = stem.as_bytes();
            if bytes.len() > 3
                && bytes[bytes.len() - 1] == bytes[bytes.len() - 2]
                && stem.get(..bytes.len() - 1).is_some_and(|stem| ordinary(stem, ""))
            {
                return true;
            }
        }
        let rest = PREFIXES.iter().find_map(|prefix| word.strip_prefix(prefix).filter(|rest| rest.len() > 3));
        rest.is_some_and(|rest| ordinary(rest, "") || self.is_form_of_ordinary(rest, 1))
            || (word.len() > 7 && LEARNED.iter().any(|ending| word.ends_with(ending)))
    }
}

const ENDINGS: [(&str, &[&str]); 20] = [
    ("ies", &["y"]),
    ("ied", &["y"]),
    ("ier", &["y"]),
    ("iest", &["y"]),
    ("ily", &["y"]),
    ("iness", &["y"]),
    ("es", &["", "e"]),
    ("s", &[""]),
    ("ing", &["", "e"]),
    ("ings", &["", "e"]),
    ("ed", &["", "e"]),
    ("er", &["", "e"]),
    ("ers", &["", "e"]),
    ("ly", &["", "le"]),
    ("ness", &[""]),
    ("ment", &[""]),
    ("ments", &[""]),
    ("able", &["", "e"]),
    ("ful", &[""]),
    ("less", &[""]),
];

const PREFIXES: [&str; 14] =
    ["un", "re", "non", "mis", "over", "under", "pre", "post", "anti", "multi", "inter", "dis", "self", "out"];

/// Endings of learned words, which names don't have.
const LEARNED: &[&str] = &[
    "ology",
    "ological",
    "ologist",
    "ation",
    "ations",
    "isation",
    "ability",
    "ivity",
    "ically",
    "ingly",
    "ousness",
    "fulness",
    "ectomy",
    "itis",
    "phobia",
    "graphic",
    "ptions",
    "therapy",
    "vention",
    "ventions",
    "partum",
    "osis",
    "aemia",
    "cillin",
    "mycin",
    "azole",
    "azepam",
    "azolam",
    "idone",
    "apine",
    "etine",
    "triptyline",
    "statin",
    "sartan",
    "thyroxine",
    "codone",
    "philia",
    "lysis",
    "oscopy",
    "ometry",
    "logical",
    "ivism",
    "icity",
    "ulation",
];

/// Endings of surnames in languages that build them by rule.
fn is_shaped_like_surname(word: &str) -> bool {
    const SHAPES: [&str; 30] = [
        "owski", "ewski", "inski", "ynski", "owska", "ewska", "inska", "ynska", "owicz", "ewicz", "escu", "eanu",
        "enko", "chuk", "oglu", "poulos", "poulou", "idis", "akis", "shvili", "adze", "auskas", "auskiene", "aitis",
        "iene", "sson", "sdottir", "singhe", "yan", "arajah",
    ];
    word.len() > 6 && SHAPES.iter().any(|shape| word.ends_with(shape))
        || (word.starts_with("mc") && word.len() > 4)
        || (word.len() > 6
            && ["ova", "eva", "ov", "ev", "ic", "ska", "ski"].iter().any(|e| word.ends_with(e))
            && !word.ends_with("tic"))
}

/// Lower case without marks over or under letters.
pub(crate) fn folded(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        let is_lower = !word.bytes().any(|byte| byte.is_ascii_uppercase());
        return if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_ascii_lowercase()) };
    }
    let letters = word.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).flat_map(char::to_lowercase);
    letters
        .map(|c| match c {
            'ł' => 'l',
            'ø' => 'o',
            'đ' | 'ð' => 'd',
            'ı' => 'i',
            'ʻ' | '’' | '‘' | 'ʼ' => '\'',
            '‐' | '‑' | '‒' | '–' => '-',
            c => c,
        })
        .collect()
}

/// The key of a phrase: folded, spaces for hyphens, no possessive `'s`.
pub(crate) fn key(phrase: &str) -> String {
    let folded = folded(phrase);
    let words = folded.split([' ', '-']).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let words = words.map(|word| word.strip_suffix("'s").unwrap_or(word)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
