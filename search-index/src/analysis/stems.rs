//! English stems.

use frostem::{Algorithm, Stemmer};

/// The stem of a folded term: terms with the same stem are forms of one word.
///
/// English Snowball, with two corrections. American spellings with *z* have the stem of the British ones
/// (`radicalization`, `radicalisation`), and plurals of acronyms without a vowel are plurals (`DSLs`).
///
/// A stem without its last letter is the beginning of all its words (`custody` → `custodi`).
pub fn stem(term: &str) -> String {
    if is_plural_acronym(term) {
        return term[..term.len() - 1].to_owned();
    }
    let stemmer = Stemmer::new(Algorithm::English);
    match british(term) {
        Some(british) => stemmer.stem(&british).into_owned(),
        None => stemmer.stem(term).into_owned(),
    }
}

fn is_plural_acronym(term: &str) -> bool {
    let Some(rest) = term.strip_suffix('s') else { return false };
    (2..=5).contains(&rest.len())
        && rest.bytes().all(|byte| byte.is_ascii_lowercase() && !b"aeiouy".contains(&byte))
        && !rest.ends_with('s')
}

/// The British spelling of a word in *-ize* or *-yze*.
fn british(term: &str) -> Option<String> {
    const ENDINGS: [&str; 9] = ["e", "es", "ed", "er", "ers", "ing", "ation", "ations", "ational"];
    let (before, after) = term.rsplit_once('z')?;
    let sound = before.len() >= 4 && before.ends_with(['i', 'y']) && ENDINGS.contains(&after);
    sound.then(|| format!("{before}s{after}"))
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (one, other) in [
            ("lines", "line"),
            ("referred", "referring"),
            ("radicalization", "radicalisation"),
            ("analyzed", "analysed"),
            ("dsls", "dsl"),
            ("gps", "gp"),
            ("hours", "hour"),
        ] {
            assert_eq!(stem(one), stem(other), "{one}, {other}");
        }
    }

    #[test]
    fn words_that_only_look_alike_keep_apart() {
        for (one, other) in [("career", "care"), ("size", "sis"), ("dss", "ds")] {
            assert_ne!(stem(one), stem(other), "{one}, {other}");
        }
    }
}
