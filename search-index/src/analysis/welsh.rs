//! Welsh words change their first letter: *plant* is also *blant*, *phlant* and *mhlant*.

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
    if term.len() < 4 || !term.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let (class, rest) = match INITIALS.iter().find(|(initial, _)| term.starts_with(initial)) {
        Some((_, "")) => return None,
        Some((initial, class)) => (*class, &term[initial.len()..]),
        // The soft mutation of g is nothing, and a vowel may get an h: both end up beside words in c and g.
        None => match term.strip_prefix('h').unwrap_or(term) {
            rest if rest.starts_with(['a', 'e', 'i', 'o', 'u', 'w', 'y']) => ("c", rest),
            _ => return None,
        },
    };
    Some(format!("{class}{rest}"))
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
