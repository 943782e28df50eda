//! Welsh words change their first letter: *plant* is also *blant*, *phlant* and *mhlant*.

/// How the term of a mutation class begins.
pub(super) const CLASS: char = '\u{4}';

/// Initials, longest first, and the initial of their class. The three mutations lead from one to the other, so that
/// a class holds all initials that can be reached; it is wider than the truth and needs no dictionary.
const INITIALS: [(&str, &str); 22] = [
    ("ngh", "c"),
    ("ng", "c"),
    ("nh", "t"),
    ("mh", "p"),
    ("ph", "p"),
    ("th", "t"),
    ("ch", "c"),
    ("dd", "t"),
    ("ff", ""),
    ("ll", "l"),
    ("rh", "r"),
    ("p", "p"),
    ("b", "p"),
    ("f", "p"),
    ("m", "p"),
    ("t", "t"),
    ("d", "t"),
    ("n", "t"),
    ("c", "c"),
    ("g", "c"),
    ("l", "l"),
    ("r", "r"),
];

/// The class that a folded Welsh word shares with all its mutations, or `None` if its initial does not change.
///
/// Words of fewer than four letters have none: too much would fall together.
pub fn welsh_class(term: &str) -> Option<String> {
    let mut class = String::new();
    write(term, &mut class).then_some(class)
}

/// Adds the class of a term to `out`; says whether it has one.
pub(super) fn write(term: &str, out: &mut String) -> bool {
    let Some((class, rest)) = parts(term) else { return false };
    out.push_str(class);
    out.push_str(rest);
    true
}

fn parts(term: &str) -> Option<(&'static str, &str)> {
    if term.len() < 4 || !term.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    match INITIALS.iter().find(|(initial, _)| term.starts_with(initial)) {
        Some((_, "")) => None,
        Some((initial, class)) => Some((class, &term[initial.len()..])),
        // The soft mutation of g is nothing, and a vowel may get an h: both end up beside words in c and g.
        None => {
            let rest = term.strip_prefix('h').unwrap_or(term);
            rest.starts_with(['a', 'e', 'i', 'o', 'u', 'w', 'y']).then_some(("c", rest))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::welsh_class;

    #[test]
    fn mutations_share_the_class_of_their_radical() {
        for (radical, mutations) in [
            ("plant", vec!["blant", "phlant", "mhlant"]),
            ("camfanteisio", vec!["gamfanteisio", "chamfanteisio", "nghamfanteisio"]),
            ("troseddol", vec!["droseddol", "throseddol", "nhroseddol"]),
            ("diogelu", vec!["ddiogelu", "niogelu"]),
            ("gweithiwr", vec!["weithiwr", "ngweithiwr"]),
            ("gofal", vec!["ofal"]),
            ("llinellau", vec!["linellau"]),
            ("rhywiol", vec!["rywiol"]),
            ("meithrin", vec!["feithrin"]),
            ("brawd", vec!["frawd", "mrawd"]),
            ("ysgol", vec!["hysgol"]),
        ] {
            for mutation in mutations {
                assert_eq!(welsh_class(mutation), welsh_class(radical), "{mutation}");
            }
        }
    }

    #[test]
    fn other_words_have_no_class() {
        for word in ["sylweddol", "ffordd", "siarad", "tad", "s47", "plânt", ""] {
            assert_eq!(welsh_class(word), None, "{word}");
        }
    }
}
