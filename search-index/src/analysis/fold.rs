//! Letters as they are compared: lower case, without accents.

use unicode_normalization::char::{canonical_combining_class, decompose_compatible, is_combining_mark};

/// A term is never longer than this; what is beyond is cut.
pub(crate) const LONGEST_TERM: usize = 60;

/// Endings after an apostrophe that are words of their own, in English and in Welsh, and not part of this one.
const CLITICS: [&str; 13] = ["s", "n", "r", "i", "u", "w", "ch", "ll", "re", "ve", "d", "m", "th"];

/// Lower case, compatibility forms resolved, accents off, apostrophes out; a possessive or a short form after an
/// apostrophe is cut off (`child’s` → `child`, `we'll` → `we`, `a'r` → `a`). Everything else stays as it is.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    write(word, &mut folded, false);
    folded
}

/// [`fold`] for one word of a text: nothing but letters, digits, `&` and points between digits is left of it.
pub(super) fn term(word: &str, out: &mut String) {
    out.clear();
    write(word, out, true);
    let end = cut(out).len();
    out.truncate(end);
}

/// At most [`LONGEST_TERM`] bytes from the beginning, whole letters.
pub(super) fn cut(term: &str) -> &str {
    if term.len() <= LONGEST_TERM {
        return term;
    }
    let end = (0..=LONGEST_TERM).rev().find(|end| term.is_char_boundary(*end));
    &term[..end.unwrap_or(0)]
}

fn write(text: &str, out: &mut String, term: bool) {
    let mut skip = 0;
    for (at, letter) in text.char_indices() {
        if at < skip {
            continue;
        }
        if term && out.len() > LONGEST_TERM {
            return;
        }
        if letter.is_ascii_alphanumeric() {
            out.push(letter.to_ascii_lowercase());
        } else if is_apostrophe(letter) {
            skip = at + letter.len_utf8();
            skip += clitic(&text[skip..], out);
        } else if is_ignored(letter) {
        } else if !letter.is_ascii() {
            fold_letter(letter, out);
        } else if !term || letter == '&' || (letter == '.' && between_digits(text, at)) {
            out.push(letter);
        }
    }
}

/// The length of the short form at the beginning of what follows an apostrophe, if there is one.
fn clitic(rest: &str, before: &str) -> usize {
    if !before.ends_with(char::is_alphanumeric) {
        return 0;
    }
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    if CLITICS.iter().any(|clitic| rest[..end].eq_ignore_ascii_case(clitic)) { end } else { 0 }
}

fn between_digits(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    at > 0 && bytes[at - 1].is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

fn fold_letter(letter: char, out: &mut String) {
    if is_whole(letter) {
        return out.push(letter);
    }
    // A letter that falls apart into words or signs (a fraction, a ligature of words) says more as it is.
    let mut sound = true;
    decompose_compatible(letter, |part| sound &= part.is_alphanumeric() || is_combining_mark(part));
    if !sound {
        return out.push(letter);
    }
    decompose_compatible(letter, |part| {
        if !is_accent(part) {
            part.to_lowercase().for_each(|lower| push_plain(lower, out));
        }
    });
}

/// Letters that no decomposition makes plain, but people do.
fn push_plain(letter: char, out: &mut String) {
    match letter {
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        'ø' => out.push('o'),
        'đ' | 'ð' => out.push('d'),
        'ħ' => out.push('h'),
        'ł' => out.push('l'),
        'ı' => out.push('i'),
        'ς' => out.push('σ'),
        _ if is_accent(letter) || is_apostrophe(letter) || is_ignored(letter) => {}
        _ => out.push(letter),
    }
}

/// Accents, points and the like. Marks that make another letter, as in Indian scripts and in kana, are not accents.
fn is_accent(mark: char) -> bool {
    !matches!(canonical_combining_class(mark), 0 | 8 | 9)
}

/// Kana and Hangul syllables: their parts are no accents.
fn is_whole(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}')
}

/// All that people and word processors use for an apostrophe.
pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{ff07}')
}

/// Invisible characters inside words: soft hyphens, joiners, variation selectors, frames of emoji.
pub(super) fn is_ignored(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_accents_and_apostrophes_make_no_difference() {
        for (word, folded) in [
            ("Siân’s", "sian"),
            ("parents'", "parents"),
            ("don't", "dont"),
            ("We'll", "we"),
            ("camfanteisio'n", "camfanteisio"),
            ("Łódź", "lodz"),
            ("A&E", "a&e"),
            ("ﬁle", "file"),
            ("ΟΔΟΣ", "οδοσ"),
            ("½", "½"),
            ("the child's plan", "the child plan"),
        ] {
            assert_eq!(fold(word), folded, "{word}");
        }
    }

    #[test]
    fn every_letter_there_is_folds_once_and_for_all() {
        for letter in '\0'..=char::MAX {
            let once = fold(letter.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&once), once, "{letter:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*|[a'’s é.&1]*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
