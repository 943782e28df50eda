//! British spelling, in names and in prose.

use super::{assert_none, files};

/// Words of others that we have to write as they do.
const BORROWED: &[&str] = &[
    "size",
    "sizes",
    "sized",
    "resize",
    "resized",
    "usize",
    "isize",
    "serialize",
    "serialized",
    "serializer",
    "deserialize",
    "deserialized",
    "deserializer",
    "serializing",
    "atomicusize",
    "canonicalize",
    "canonicalized",
    "prize",
    "seize",
    "seized",
    "color",
    "colors",
    "ansicolor",
    "finalize",
    "normalize",
    "optimize",
    "center",
    "tokenizer",
    "normalization",
    "unicodenormalization",
    // Words that readers type, and search knows.
    "radicalization",
    "organized",
    "analyzed",
];
const AMERICAN: &[&str] = &[
    "behavior",
    "behaviors",
    "favor",
    "labor",
    "neighbor",
    "neighborhood",
    "gray",
    "catalog",
    "canceled",
    "labeled",
    "modeled",
    "defense",
];
const ENDINGS: &[&str] = &["ize", "izes", "ized", "izing", "izer", "ization", "yze", "yzed"];

#[test]
fn words_are_spelt_as_in_britain() {
    // Content may quote others, and list words that readers type.
    let ours = files(&["rs", "md"])
        .into_iter()
        .filter(|file| !["tests/rules/", "content/"].iter().any(|folder| file.path.starts_with(folder)));
    let found: Vec<String> = ours
        .filter(|file| file.path != "tests/suite/house/spelling.rs")
        .flat_map(|file| {
            let lines = file.text.lines().enumerate();
            let wrong = lines.flat_map(|(at, line)| {
                words(line).filter(|word| is_american(word)).map(move |word| (at + 1, word)).collect::<Vec<_>>()
            });
            wrong.map(|(number, word)| format!("{}:{number}: {word}", file.path)).collect::<Vec<_>>()
        })
        .collect();
    assert_none("Words are spelt as in Britain.", &found);
}

fn words(line: &str) -> impl Iterator<Item = String> {
    line.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 4).map(str::to_lowercase)
}

fn is_american(word: &str) -> bool {
    !BORROWED.contains(&word) && (AMERICAN.contains(&word) || ENDINGS.iter().any(|ending| word.ends_with(ending)))
}
