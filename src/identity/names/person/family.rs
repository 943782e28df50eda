//! Families under their surname: `the Young family`, `the Smiths`.

use std::ops::Range;

use crate::identity::names::lists::{Flags, LISTS};
use crate::identity::names::token::{Shape, Token};
use crate::identity::names::words::{SPEECH, is_in, words};

words! {
    /// What a surname before it belongs to.
    HOUSEHOLDS = "family families household brothers sisters twins boys girls lads children siblings home house clan case";
    /// Families of which a capital says what sort they are.
    SORTS = "whole birth foster royal holy social early young-carer strengthening think troubled supporting new";
    /// What stands before or after a family that does or undergoes something.
    AFTER = "moved had were lived fled left stayed next at in and came of nearby who";
}

/// The words that name a family.
pub(super) fn at(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let token = &tokens[at];
    let article = at.checked_sub(1).is_some_and(|n| tokens[n].word == "the" && !token.starts && token.gap == " ");
    if !article || !token.is_capital() || token.is(Flags::PUBLIC) {
        return None;
    }
    let next = tokens.get(at + 1).filter(|next| next.gap == " ")?;
    if next.shape == Shape::Lower
        && is_in(&HOUSEHOLDS, &next.word)
        && token.is(Flags::SURNAME.and(Flags::GIVEN))
        && !is_in(&SORTS, &token.word)
        && (!token.is_ordinary() || next.word != "case")
    {
        return Some(at..at + 1);
    }
    let one = token.word.strip_suffix("es").filter(|one| is_surname(one)).or_else(|| token.word.strip_suffix('s'))?;
    let lives = is_in(&AFTER, &next.word) || is_in(&SPEECH, &next.word);
    (is_surname(one) && lives).then_some(at..at + 1)
}

fn is_surname(word: &str) -> bool {
    let flags = LISTS.flags(word);
    flags.has(Flags::SURNAME) && !flags.has(Flags::PUBLIC) && (!flags.has(Flags::ORDINARY) || word == "smith")
}
