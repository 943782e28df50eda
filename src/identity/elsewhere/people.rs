//! Whole names of people in texts that are no case study: a given name and a surname, one after the other.
//!
//! Only sources are looked through for them, as no page puts a name together. A pair of words that lists know as names
//! and as nothing else is looked at once more with what stands around it, as in a case study.

use super::super::names::lists::{Flags, LISTS, folded};
use super::super::names::{self, token};
use super::super::{Detail, Form, Kind, Known, Plain, details, settle};
use super::{after, before};

/// No shorter word is taken for a name here.
const SHORTEST: usize = 3;

/// Finds whole names that are not those of known public people.
pub(in crate::identity) fn find(text: &str, form: Form, known: &Known) -> Vec<Detail> {
    let bytes = text.as_bytes();
    let mut found: Vec<Detail> = Vec::new();
    let mut at = 0;
    while let Some(start) = next_capital(bytes, at) {
        let end = word_end(bytes, start);
        at = end;
        let next = end + 1;
        let goes_on = bytes.get(end) == Some(&b' ') && bytes.get(next).is_some_and(u8::is_ascii_uppercase);
        if goes_on && is_name(&text[start..end], Flags::GIVEN) {
            let last = word_end(bytes, next);
            if is_name(&text[next..last], Flags::SURNAME) || is_surname_too(&text[next..last]) {
                found.extend(look(text, form, start..last, known));
                at = last;
            }
        }
    }
    found
}

/// The next capital that begins a word.
fn next_capital(bytes: &[u8], from: usize) -> Option<usize> {
    (from..bytes.len()).find(|&at| bytes[at].is_ascii_uppercase() && (at == 0 || !is_part(bytes[at - 1])))
}

fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || matches!(byte, b'/' | b'.' | b'@' | b'_' | b'-' | b'#')
}

fn word_end(bytes: &[u8], start: usize) -> usize {
    let inside = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'-');
    start + bytes[start..].iter().take_while(|byte| inside(byte)).count()
}

/// Whether the lists know a word as such a name and as nothing else.
fn is_name(word: &str, flag: Flags) -> bool {
    let others = Flags::ORDINARY.and(Flags::PLACE).and(Flags::PUBLIC);
    let flags = || LISTS.flags(&folded(word));
    word.len() >= SHORTEST && Some(flags()).is_some_and(|flags| flags.has(flag) && !flags.has(others))
}

/// `Smith`, `Green`, `Thornton`: a surname that is a word or a place as well, behind a given name that is nothing else.
fn is_surname_too(word: &str) -> bool {
    word.len() >= SHORTEST && LISTS.flags(&folded(word)).has(Flags::SURNAME)
}

/// The name, if it is one where it stands.
fn look(text: &str, form: Form, pair: std::ops::Range<usize>, known: &Known) -> Option<Detail> {
    let passage = before(text, pair.start)..after(text, pair.end);
    let plain = Plain::new(&text[passage.clone()], form);
    let mut tokens = token::tokens(plain.text());
    let people = names::find(plain.text(), &mut tokens, known);
    let people = settle(people.into_iter().filter(|found| found.kind == Kind::PersonName).collect());
    details(&plain, people).into_iter().find_map(|mut detail| {
        detail.range = detail.range.start + passage.start..detail.range.end + passage.start;
        (detail.range.start <= pair.start && pair.end <= detail.range.end).then_some(detail)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text, Form::Markdown, &Known::default()).into_iter().map(|detail| &text[detail.range]).collect()
    }

    #[test]
    fn whole_names_are_found_wherever_they_stand() {
        assert_eq!(found("We took out the name Kayleigh Okonkwo in May."), ["Kayleigh Okonkwo"]);
        assert_eq!(found("from: Mateusz Kowalczyk\nto: x"), ["Mateusz Kowalczyk"]);
    }

    #[test]
    fn bodies_laws_and_people_of_public_life_are_none() {
        let text = "The Children Act 1989, Sarah's Law, Victoria Climbié, Alexis Jay and Working Together. Child B and \
                    Social Worker 2 met. See www.site.uk/Kayleigh Okonkwo-Hall.";
        assert_eq!(found(text), Vec::<&str>::new());
    }
}
