//! Nicknames: what stands after `known as`, `called` and the like.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lists::Flags;
use super::street::STREET;
use super::token::{Shape, Token};
use super::words::{is_in, words};
use crate::identity::{Candidate, Kind};

/// `the girl known as Tinkerbell`, `she was known as Tinkerbell`.
fn is_known_person(tokens: &[Token<'_>], at: usize) -> bool {
    let before = tokens[at.saturating_sub(5)..at].iter().rev();
    let mut before = before.take_while(|token| token.sentence == tokens[at].sentence);
    before.any(|token| {
        is_in(
            &["he", "she", "him", "her", "girl", "boy", "man", "woman", "lad", "child", "male", "female"],
            &token.word,
        )
    })
}

/// Ways to lead to a nickname, by their last word.
type Cues = FxHashMap<&'static str, Vec<Vec<&'static str>>>;

/// What leads to a nickname; the words directly before it.
static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let text = "known as; known only as; only knew him as; only knew her as; ever knew him as; ever knew her as; liked to be called; wanted to be called; likes to be called; likes being called; known locally as; known online as; known to friends as; nicknamed; dubbed; called; \
     calls; call; goes by; went by; going by; go by; answered to; answers to; answer to; answering to; aka; a k \
     a; alias; named; street name; street name of; street name was; street name is; tag; tag was; nickname; \
     nickname was; nickname is; nickname of; by the name; by the name of; the name; name of; referred to as; \
     saved as; stored as; listed as; under the name; under the name of; pet name; signed himself; signed herself; signs himself; signs herself; calling himself; calling herself; calls himself; calls herself; \
     styled himself; introduced himself as; introduced herself as; me; him; her; them; himself; herself; otherwise; \
     everyone knew as; knew as; pseudonym; moniker; handle; otherwise known as; better known as";
    let mut cues = Cues::default();
    for cue in text.split(';').map(|cue| cue.split_whitespace().collect::<Vec<_>>()) {
        if let Some(last) = cue.last() {
            cues.entry(last).or_default().push(cue);
        }
    }
    cues
});

words! {
    /// Things that are called something, which is no nickname.
    THINGS = "meeting meetings tool game app apps programme project service services system form report film song book model \
     approach scheme helpline charity website site list plan course policy document guide team group panel process \
     unit drug medicine often officially act law exercise map drama story poem campaign leaflet poster page section \
     chapter series pathway framework what is are so";
}

/// Finds nicknames and marks their words.
pub(crate) fn find(tokens: &mut [Token<'_>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 1..tokens.len() {
        // The full stop of "a.k.a." ends no sentence.
        let is_abbreviated =
            at > 2 && tokens[at].gap == ". " && tokens[at - 1].word == "a" && tokens[at - 2].word == "k";
        if !is_name(&tokens[at], if is_abbreviated { " " } else { tokens[at].gap }) {
            continue;
        }
        let Some(cue) = cue_before(tokens, at) else { continue };
        let quoted = tokens[at].gap.contains(['"', '\'']);
        let sure =
            is_a_persons(cue, quoted) || cue == "known" && is_known_person(tokens, at) && !is_role(&tokens[at].word);
        let mut end = at + 1;
        while end < tokens.len().min(at + 4)
            && tokens[end].gap == " "
            && continues(&tokens[end])
            && (sure || !tokens[end].taken)
        {
            end += 1;
        }
        // `Teo the Lion`.
        let epithet = |n: usize| tokens.get(n).is_some_and(|token| token.gap == " " && token.is_capital());
        if sure && tokens.get(end).is_some_and(|the| the.gap == " " && the.word == "the") && epithet(end + 1) {
            end += 2;
        }
        let words = &tokens[at..end];
        let public = !sure && words.iter().any(|token| token.taken);
        let of_role = tokens
            .get(end)
            .is_some_and(|next| next.gap == " " && is_in(&["child", "parent", "mother", "father"], &next.word));
        if public || of_role || is_role(&words[0].word) && words.len() < 2 {
            continue;
        }
        // A plain name after a plain verb is left to the finder of names, unless it is quoted.
        let names = Flags::GIVEN.and(Flags::SURNAME);
        if !quoted && words.len() > 1 && words.iter().all(|token| token.is(names) && !token.is_ordinary()) {
            continue;
        }
        let range = words[0].range.start..words[words.len() - 1].range.end;
        found.push(Candidate::new(Kind::Nickname, range, Candidate::LIKELY + 8));
        for token in &mut tokens[at..end] {
            token.taken = true;
        }
    }
    found
}

fn is_name(token: &Token<'_>, gap: &str) -> bool {
    let near = gap.len() <= 6 && !gap.contains(['\n', '.', '|', ';', '!', '?']);
    near && !token.machine
        && matches!(token.shape, Shape::Capital | Shape::Mixed | Shape::Upper)
        && token.text.len() > 1
}

fn continues(token: &Token<'_>) -> bool {
    matches!(token.shape, Shape::Capital | Shape::Mixed | Shape::Initial | Shape::Upper)
        || (token.shape == Shape::Number && token.text.len() < 3)
}

/// The last word of the cue before a word.
fn cue_before<'a>(tokens: &'a [Token<'_>], at: usize) -> Option<&'a str> {
    if is_called_after(tokens, at) || is_of_pet(tokens, at) || is_of_group(tokens, at) || is_to_others(tokens, at) {
        return Some("nicknamed");
    }
    if is_quoted_name(tokens, at) {
        return Some("quoted");
    }
    let is_aka = at > 1 && tokens[at - 1].word == "a" && tokens[at - 2].word == "k";
    let article = usize::from(tokens[at - 1].word == "the" || tokens[at - 1].word == "a" && !is_aka);
    let last = at.checked_sub(article + 1)?;
    if tokens[at].gap.contains(':')
        && !is_in(&["nickname", "name", "aka", "tag", "alias", "moniker", "handle", "k", "a"], &tokens[at - 1].word)
    {
        return None;
    }
    let near = |n: usize| tokens[n].gap.len() <= 3 && !tokens[n].gap.contains(['\n', '|', ';']);
    if article > 0 && is_calling_somebody(tokens, last) {
        return Some("nicknamed");
    }
    let cues = CUES.get(tokens[last].word.as_str()).map_or(&[][..], Vec::as_slice);
    let cue = cues.iter().filter(|cue| {
        cue.len() <= last + 1 && cue.iter().rev().enumerate().all(|(n, word)| tokens[last - n].word == *word)
    });
    let Some(cue) = cue.max_by_key(|cue| cue.len()) else { return known_to(tokens, last) };
    let first = last + 1 - cue.len();
    let is_pronoun = is_in(&["me", "him", "her", "them", "himself", "herself"], cue[0]);
    if !(first + 1..=last).all(near) && cue[0] != "a" || is_pronoun && !is_calling(tokens, first) {
        return known_to(tokens, last);
    }
    if is_pronoun {
        return Some("nicknamed");
    }
    let often = |n: &usize| is_in(&["all", "always", "both", "just", "only", "sometimes", "usually"], &tokens[*n].word);
    if let Some(before) = (0..first).rev().find(|n| !often(n)).map(|n| &tokens[n]) {
        let by_thing = is_in(&THINGS, &before.word)
            && is_in(&["called", "named", "known", "as", "the", "name", "call", "nicknamed"], cue[0]);
        let verb = is_in(&["call", "calls", "called"], cue[0]) && tokens[at].starts;
        if by_thing || verb && !tokens[at].gap.contains(['"', '\'']) {
            return None;
        }
        if cue[0] == "called" && tokens[at].is(Flags::GIVEN) && !tokens[at].is_ordinary() && !is_person(&before.word) {
            return None;
        }
        if is_weak(cue[0])
            && !is_person(&before.word)
            && !is_in(&["he", "she", "they", "was", "is", "were", "used"], &before.word)
        {
            return None;
        }
    }
    Some(cue[0])
}

/// `known to his friends as`, `known on the estate as`, `her pet name at home was`.
fn known_to<'a>(tokens: &'a [Token<'_>], last: usize) -> Option<&'a str> {
    let named = &tokens[last.saturating_sub(6)..last];
    let is_name = |pair: &[Token<'_>]| {
        is_in(&["pet", "street", "gang", "stage", "screen"], &pair[0].word) && pair[1].word == "name"
    };
    let told = named.windows(2).any(is_name) || named.iter().any(|token| token.word == "nickname");
    if is_in(&["was", "is"], &tokens[last].word)
        && told
        && named.iter().all(|token| token.sentence == tokens[last].sentence)
    {
        return Some("nicknamed");
    }
    let near = |token: &Token<'_>| token.gap == " " || token.gap == ", ";
    let first = (last.saturating_sub(8)..=last).rev().find(|&n| !near(&tokens[n])).unwrap_or(last.saturating_sub(8));
    let before = &tokens[first..last];
    let verb = ["known", "saved", "stored", "listed", "knew", "know", "knows"];
    (tokens[last].word == "as" && before.iter().any(|token| is_in(&verb, &token.word))).then_some("known")
}

/// `Little Bean, as the baby is called`.
fn is_called_after(tokens: &[Token<'_>], at: usize) -> bool {
    let end = (at + 1..tokens.len().min(at + 4)).find(|&n| tokens[n].gap != " " || !continues(&tokens[n]));
    let Some(end) = end.filter(|&end| tokens[end].gap == ", " && tokens[end].word == "as") else { return false };
    let rest = tokens[end + 1..].iter().take(7).take_while(|token| token.gap == " ");
    let words: Vec<&str> = rest.map(|token| token.word.as_str()).collect();
    let called = words.iter().position(|word| ["called", "call", "calls", "known", "know", "nicknamed"].contains(word));
    called.is_some_and(|called| words[..called].iter().any(|word| is_person(word)))
}

/// `"Jonno", who kept her card`: a quoted word with a capital that is no word of the language.
fn is_quoted_name(tokens: &[Token<'_>], at: usize) -> bool {
    let mark = tokens[at].gap.chars().next_back().filter(|c| matches!(c, '"' | '\''));
    let closed = |n: usize| tokens.get(n).is_none_or(|next| mark.is_some_and(|mark| next.gap.starts_with(mark)));
    let token = &tokens[at];
    let strange = token.is_unknown()
        || token.is(Flags::GIVEN) && !token.is_ordinary()
        || token.is_capital() && is_in(&STREET, &token.word);
    let is_brand = token.taken || token.is(Flags::PUBLIC) || token.shape == Shape::Upper && token.word.len() < 4;
    mark.is_some() && !is_brand && strange && (closed(at + 1) || closed(at + 2) && continues(&tokens[at + 1]))
}

/// `Bear to his brothers`: what somebody is to others.
fn is_to_others(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |n: usize| tokens.get(at + n).filter(|next| next.gap == " ").map_or("", |next| next.word.as_str());
    let others = "friends brothers sisters mates family cousins siblings nan mum dad grandparents schoolmates crew";
    word(1) == "to"
        && is_in(&["his", "her", "their", "my", "the"], word(2))
        && others.split(' ').any(|other| other == word(3))
        && !is_role(&tokens[at].word)
        && !tokens[at].taken
}

/// `her dog, Biscuit,`: many people know the name of an animal.
fn is_of_pet(tokens: &[Token<'_>], at: usize) -> bool {
    const PETS: [&str; 14] = [
        "dog", "puppy", "cat", "kitten", "pet", "horse", "pony", "rabbit", "hamster", "terrier", "staffie", "parrot",
        "lurcher", "whippet",
    ];
    let closed = tokens.get(at + 1).is_some_and(|next| next.gap.starts_with(','));
    let owner = at.checked_sub(2).map(|n| &tokens[n]);
    let owned =
        owner.is_some_and(|owner| owner.possessive || is_in(&["his", "her", "their", "my", "our"], &owner.word));
    tokens[at].gap == ", " && closed && owned && is_in(&PETS, &tokens[at - 1].word)
}

/// `The boys "Tiny" and "Smurf"`.
fn is_of_group(tokens: &[Token<'_>], at: usize) -> bool {
    const GROUPS: [&str; 12] = [
        "boys", "girls", "lads", "youths", "males", "females", "men", "women", "friends", "brothers", "dealers",
        "elders",
    ];
    let opens = |n: usize| !tokens[n].gap.ends_with([' ', ',']) && tokens[n].gap.contains(['"', '\'']);
    if !opens(at) {
        return false;
    }
    let joins = is_in(&["and", "or"], &tokens[at - 1].word) || tokens[at].gap.contains(',');
    let before = if is_in(&["and", "or"], &tokens[at - 1].word) { at.checked_sub(2) } else { at.checked_sub(1) };
    is_in(&GROUPS, &tokens[at - 1].word) || joins && before.is_some_and(|n| n > 0 && opens(n) && tokens[n].taken)
}

/// `they called her son the Postman`.
fn is_calling_somebody(tokens: &[Token<'_>], last: usize) -> bool {
    let word = |back: usize| last.checked_sub(back).map_or("", |n| tokens[n].word.as_str());
    is_person(word(0))
        && is_in(&["his", "her", "their", "my", "our", "the"], word(1))
        && is_in(&["called", "call", "calls", "calling"], word(2))
}

/// `they called him`.
fn is_calling(tokens: &[Token<'_>], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|n| {
        is_in(&["call", "called", "calls", "nicknamed", "dubbed", "calling", "named"], &tokens[n].word)
    })
}

/// Whether the cue is used of people only, so that even the name of a brand is a nickname.
fn is_a_persons(cue: &str, quoted: bool) -> bool {
    let sure = [
        "goes",
        "went",
        "going",
        "go",
        "nicknamed",
        "dubbed",
        "street",
        "nickname",
        "aka",
        "alias",
        "answered",
        "answers",
        "answer",
        "moniker",
    ];
    is_in(&sure, cue) || (quoted && cue == "known")
}

fn is_weak(cue: &str) -> bool {
    is_in(
        &[
            "called",
            "calls",
            "call",
            "named",
            "the",
            "name",
            "tag",
            "handle",
            "saved",
            "stored",
            "listed",
            "alias",
            "otherwise",
        ],
        cue,
    )
}

fn is_person(word: &str) -> bool {
    words! {
        PEOPLE = "man men woman boy girl person friend friends cousin uncle aunt brother sister adult male female lad \
         boyfriend girlfriend someone somebody dealer neighbour teenager child baby son daughter partner he she \
         they people who youth peer stranger contact member leader runner elder tenant pupil resident dog";
    }
    is_in(&PEOPLE, word)
}

fn is_role(word: &str) -> bool {
    [
        "mum", "mummy", "dad", "daddy", "nan", "mother", "father", "god", "i", "child", "adult", "sibling", "parent",
        "step", "level",
    ]
    .contains(&word)
}
