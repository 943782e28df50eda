//! Words that stand for no person or place of the case: labels, public names and what the site declares.

use super::lists::{Flags, LISTS, Phrases, key};
use super::token::{Shape, Token};
use super::words::{FAME, HONORIFICS, PLAY, SPEECH, SPORT, SUPPORT, WEAK_VERBS, is_in, words};
use crate::identity::Known;

/// Marks what is public, so that it isn't looked at again.
pub(crate) fn take(tokens: &mut [Token<'_>], known: &Known) {
    let (declared, labels) = (known.declared(), Phrases::of(known.labels().iter().map(String::as_str)));
    for at in 0..tokens.len() {
        if tokens[at].taken {
            continue;
        }
        if tokens[at].is(Flags::BEGINS)
            && is_in(&HONORIFICS, &tokens[at].word)
            && longest(tokens, at, &LISTS.public, |_, length| length > 1) < 2
        {
            continue;
        }
        let length = longest(tokens, at, declared, |_, _| true).max(longest(tokens, at, &labels, |_, _| true));
        let begins = tokens[at].is(Flags::BEGINS) || tokens[at].word.bytes().any(|byte| !byte.is_ascii_alphabetic());
        let public =
            if begins { longest(tokens, at, &LISTS.public, |tokens, length| is_meant(tokens, at, length)) } else { 0 };
        let length = length.max(public);
        for token in &mut tokens[at..at + length] {
            token.taken = true;
        }
        if length == 0 && is_label(tokens, at) {
            tokens[at].taken = true;
            tokens[at + 1].taken = true;
        }
    }
}

/// The number of words of the longest phrase that begins here.
pub(crate) fn longest(
    tokens: &[Token<'_>],
    at: usize,
    phrases: &Phrases,
    fits: impl Fn(&[Token<'_>], usize) -> bool,
) -> usize {
    let first = tokens[at].word.split('-').next().unwrap_or_default();
    let most = phrases.longest(first);
    if most == 0 {
        return 0;
    }
    let mut text = String::new();
    let (mut found, mut count) = (0, 0);
    for (n, token) in tokens[at..].iter().enumerate() {
        let near = n == 0 || (token.gap.len() <= 3 && !token.gap.contains(['\n', '.', '|', ':', ';', '(', ')']));
        // A word of several parts counts as so many.
        if !near || count.max(1) > most {
            break;
        }
        if n > 0 {
            text.push(' ');
        }
        count += push_key(&mut text, &token.word);
        if phrases.holds(&text) && fits(tokens, n + 1) {
            found = n + 1;
        }
    }
    found
}

/// Adds the key of a folded word, which for most words is the word itself, and tells how many words it is.
fn push_key(text: &mut String, word: &str) -> usize {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        text.push_str(word);
        return 1;
    }
    let key = key(word);
    text.push_str(&key);
    key.split(' ').count()
}

/// Whether a phrase of the public list is meant here, or a person or place of the same name.
fn is_meant(tokens: &[Token<'_>], at: usize, length: usize) -> bool {
    let words = &tokens[at..at + length];
    if words.iter().all(|token| token.shape == Shape::Lower) {
        return false;
    }
    let names = Flags::GIVEN.and(Flags::SURNAME).and(Flags::PLACE);
    let is_place =
        LISTS.places.holds(&key(&words.iter().map(|token| token.word.as_str()).collect::<Vec<_>>().join(" ")));
    if length > 1 && !is_place {
        // The name of a town is also the name of its club; what follows tells.
        return !tokens
            .get(at + length)
            .is_some_and(|next| next.is_joined() && next.is_capital() && goes_on(&next.word));
    }
    let first = &words[0];
    if length == 1 && !first.is(names) && !is_place {
        return true;
    }
    if length == 1 && is_calendar(&first.word) {
        let next = tokens.get(at + 1).filter(|next| next.gap == " ");
        let surname = next.is_some_and(|next| next.is_capital() && next.is(Flags::SURNAME));
        let acts = next.is_some_and(|next| {
            is_in(&SPEECH, &next.word) && !is_in(&WEAK_VERBS, &next.word) && first.is(Flags::GIVEN)
        });
        return !surname && !acts;
    }
    if length == 1 && (first.is_joined() && at > 0 && tokens[at - 1].is_capital() && tokens[at - 1].is(Flags::GIVEN)) {
        return false;
    }
    if length == 1 && is_proverbial(tokens, at) {
        return true;
    }
    let next = tokens.get(at + length).filter(|next| next.gap == " ").map_or("", |next| next.word.as_str());
    if is_place && ["account", "accounts", "bank", "card", "mortgage"].contains(&next) {
        return true;
    }
    let word_before = |n: usize| at.checked_sub(n).map_or("", |at| tokens[at].word.as_str());
    let lost_to = word_before(1) == "to" && ["lost", "loyal", "drew"].contains(&word_before(2));
    if is_place && ["in", "at", "near", "around", "outside", "from", "to"].contains(&word_before(1)) && !lost_to {
        return false;
    }
    if !is_place && ["read", "reading", "watched", "watching"].contains(&word_before(1)) {
        return true;
    }
    if is_place && is_in(&SUPPORT, word_before(1)) {
        return true;
    }
    if is_place && is_inquiry(tokens, at) {
        return true;
    }
    let context = if is_place { &SPORT } else { &FAME };
    let sentence = first.sentence;
    let before = tokens[..at].iter().rev().take_while(|token| token.sentence == sentence);
    let after = tokens[at..].iter().take_while(|token| token.sentence == sentence);
    let mut around = before.chain(after);
    let played = around.clone().filter(|token| is_in(&PLAY, &token.word)).count();
    if is_place && played > 1 {
        return true;
    }
    around.any(|token| is_in(context, &token.word) || (!is_place && is_in(&SPORT, &token.word)) || is_famous(token))
}

/// `Rotherham, Rochdale and Telford stand for national inquiries`.
fn is_inquiry(tokens: &[Token<'_>], at: usize) -> bool {
    words! {
        TOWNS = "rotherham rochdale telford oldham cleveland orkney oxford kincora";
    }
    let sentence = tokens[at].sentence;
    let around = &tokens[at.saturating_sub(10)..tokens.len().min(at + 12)];
    let words = ["inquiry", "inquiries", "scandal", "scandals"];
    is_in(&TOWNS, &tokens[at].word)
        && around.iter().any(|token| token.sentence == sentence && is_in(&words, &token.word))
}

/// `Robbing Peter to pay Paul`, `the average Joe`.
fn is_proverbial(tokens: &[Token<'_>], at: usize) -> bool {
    let before = tokens[..at].last().map_or("", |last| last.word.as_str());
    let anybody = is_in(&["joe", "john", "jane"], &tokens[at].word);
    if anybody && is_in(&["average", "ordinary", "any", "every"], before) {
        return true;
    }
    let sentence = tokens[at].sentence;
    let around = &tokens[at.saturating_sub(8)..tokens.len().min(at + 9)];
    let has = |word: &str| around.iter().any(|token| token.sentence == sentence && token.word.starts_with(word));
    ["peter", "paul"].contains(&tokens[at].word.as_str()) && has("rob") && has("peter") && has("paul")
}

/// Someone or something that is known and has no namesakes on the lists stands in the same sentence.
fn is_famous(token: &Token<'_>) -> bool {
    words! {
        NAMES = "freud winnicott bowlby piaget vygotsky bronfenbrenner stormzy beyonce rihanna eminem shakespeare maslow \
         laming macbeth";
    }
    is_in(&NAMES, &token.word) && token.is_capital()
}

fn goes_on(word: &str) -> bool {
    ["council", "hospital", "college", "school", "academy", "road", "street", "crown", "magistrates", "infirmary"]
        .contains(&word)
}

fn is_calendar(word: &str) -> bool {
    ["april", "may", "june", "august", "sunday", "friday", "jan", "june", "march", "mar", "sun", "mon", "sat"]
        .contains(&word)
}

/// `Child A`, `Social worker 1`, `Young Person C`: a role and a letter or number.
fn is_label(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(mark) = tokens.get(at + 1).filter(|mark| mark.gap == " ") else { return false };
    let short = match mark.shape {
        Shape::Initial => true,
        Shape::Number => mark.text.len() < 4,
        _ => false,
    };
    let role = &tokens[at];
    let initials = tokens
        .get(at + 2)
        .is_some_and(|next| mark.shape == Shape::Initial && next.shape == Shape::Initial && next.gap == ".");
    if initials || (mark.shape == Shape::Initial && (is_in(&SMALL, &role.word) || is_in(&BYNAMES, &role.word))) {
        return false;
    }
    short && role.is_ordinary() && matches!(role.shape, Shape::Capital | Shape::Lower) && !is_numbered(&role.word)
}

words! {
    /// Words that make a nickname of a letter: `Big D`.
    BYNAMES = "big little young old lil tiny mad crazy baby mister fat slim uncle king queen cool dirty";
}

words! {
    /// Words after which a single letter is no label.
    SMALL = "the a an with by to from of and for that but when as at in on if then told asked saw met is was where while \
     because after before or than";
}

/// What has a number in an address.
pub(crate) fn is_numbered(word: &str) -> bool {
    ["flat", "unit", "room", "plot", "apartment", "apt", "suite", "house", "pitch", "block", "box", "bed", "ward"]
        .contains(&word)
}
