//! Houses with a sign.

use super::super::token::Token;
use super::super::words::{is_in, words};
use super::is_role;
use std::ops::Range;

words! {
    DRINKING = "quiz darts karaoke beer drank drink drinking drinks pub pubs pint pints bar landlord landlady drunk";
}

words! {
    /// What hangs on the signs of many houses.
    SIGNS = "lion swan hart stag bell anchor plough drover drovers fox hounds bull lamb dragon tun tuns barrel barrels \
     wheatsheaf feathers woolpack horseshoe horseshoes griffin unicorn eagle falcon raven cricketers bricklayers \
     carpenters shepherd shepherds fleece ram greyhound grapes oak windmill compasses chequers trout pheasant partridge \
     hare peacock cockerel ship boat mermaid crown cups keys castle dun-cow cow ox boar badger otter kingfisher \
     huntsman miner miners sailor smugglers poacher gunners";
}

/// `She drank in the Dog and Gun`, where there is talk of drinking; `the Jolly Drover`, where the sign is a common one.
pub(super) fn at(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let first = &tokens[at];
    if at == 0 || tokens[at - 1].word != "the" || !first.is_capital() || first.gap != " " || first.taken {
        return None;
    }
    let next = tokens.get(at + 1).filter(|next| next.gap == " " || next.gap == " & ");
    let end = match next.map_or("", |next| next.word.as_str()) {
        "and" | "in" | "o'" => tokens.get(at + 2).filter(|last| last.is_capital() && last.gap == " ").map(|_| at + 3),
        _ if next.is_some_and(Token::is_capital) => Some(at + 2),
        _ => Some(at + 1),
    }?;
    let name = &tokens[at..end];
    if name.iter().any(|token| token.taken || is_role(&token.word)) {
        return None;
    }
    let sentence = first.sentence;
    let around = &tokens[at.saturating_sub(10)..tokens.len().min(at + 10)];
    let drinking = around.iter().any(|token| token.sentence == sentence && is_in(&DRINKING, &token.word));
    let goes_on = tokens.get(end).is_some_and(|next| next.gap == " " && next.is_capital());
    let known = name.len() > 1 && is_in(&SIGNS, &name[name.len() - 1].word) && !goes_on;
    // `came from The Wheatsheaf`: a capital inside the sentence makes the article a part of the name.
    let titled = tokens[at - 1].is_capital() && !tokens[at - 1].starts;
    let known = known || titled && name.len() == 1 && is_in(&SIGNS, &first.word) && first.word != "crown" && !goes_on;
    // `staff at The Willows`: homes are called after trees and hills.
    let placed = at > 1 && is_in(&["at", "to", "in", "from", "near", "left", "called", "of"], &tokens[at - 2].word);
    let plural = first.word.ends_with('s') && first.word.len() > 4 && first.is_ordinary();
    let known = known || titled && placed && plural && name.len() == 1 && !goes_on;
    let alone = name.len() == 1 && next.is_none_or(Token::is_capital);
    ((drinking && !alone) || known).then_some(at..end)
}
