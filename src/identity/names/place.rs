//! Places: those of the gazetteer, and names that are built like one.

use std::ops::Range;

use super::lists::{Flags, LISTS};
use super::organisation::is_title;
use super::public::longest;
use super::token::{Shape, Token};
use super::words::{EPONYMS, PARTICLES, SPEECH, is_in, words};
use crate::identity::{Candidate, Kind};

words! {
    /// Words that stand before the name of a place.
    pub(crate) WHERE = "in at near from to around outside into towards between of through across via leaving left visited over behind \
     beside opposite along off on by past for beyond central north south east west upper lower outer inner greater \
     the";
}

words! {
    /// Words that end the name of a place.
    HEADS = "street road lane close ways avenue drive crescent terrace gardens grove square mews rise wynd wharf park \
     estate bridge station green common woods wood beach harbour quay quays marina pier canal reservoir farm \
     cottage hall tower towers heights valley moor island bay lake forest precinct junction interchange parade hill \
     house court market fields meadows marsh cliffs sands docks dock lock weir mill arcade roundabout heath \
     cemetery castle lodge rock rocks lanes cross corner copse spinney ridge crag peak haven \
     lighthouse viaduct tunnel playground stadium airport flats centre village walk fell brook beck \
     burn pond ferry subway underpass depot yard allotments place way row falls approach broadway promenade esplanade \
     bypass flyover embankment towpath quadrant boulevard links downs ginnel snicket";
}

words! {
    /// Of these the ones that are also ordinary in names of things; the words before must be a name.
    LOOSE = "close court house centre market park bridge green common drive rise hall place way row walk station hill \
     square street village lock mill estate ferry tower castle fell flats road rock rocks cross corner peak haven ridge lanes";
}

words! {
    /// Words that begin the name of a place.
    FRONTS = "river lake loch lough mount ben isle port afon llyn strath glen cape great upper lower little nether st east \
     west north south new old higher market chipping bishop";
}

/// Syllables that names of places in the countries of the kingdom begin or end with.
const SHAPES_HEAD: &[&str] = &[
    "llan", "pont", "aber", "inver", "strath", "bally", "tre", "kil", "auchter", "ynys", "pen", "caer", "drum", "dun",
];
const SHAPES_TAIL: &[&str] = &[
    "shire", "bury", "borough", "burgh", "thorpe", "thwaite", "chester", "caster", "cester", "minster", "mouth",
    "worth", "wick", "hampton", "ington", "ingham", "stead", "combe", "hurst", "wold", "pool", "bridge", "field",
    "ford", "ley", "ham", "ton", "by", "stow", "beck", "mere", "dale",
];

/// Finds places and marks their words.
pub(crate) fn find(tokens: &mut [Token<'_>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if tokens[at].taken || tokens[at].machine {
            continue;
        }
        let listed = river(tokens, at).or_else(|| gazetteer(tokens, at));
        let made = built(tokens, at);
        // `Harlow Moor Road` is more than `Harlow`.
        let range = match (listed, made) {
            (Some(listed), Some(made)) if made.len() > listed.len() => Some(made),
            (listed, made) => listed.or(made),
        };
        let Some(range) = range else { continue };
        let range = whole_name(tokens, range);
        let whole = tokens[range.start].range.start..tokens[range.end - 1].end();
        for token in &mut tokens[range] {
            token.taken = true;
        }
        found.push(Candidate::new(Kind::Place, whole, Candidate::LIKELY + 6));
    }
    found
}

/// `Peckham Rye`, `Barton in the Beans`: the words with a capital that a place of the gazetteer goes on with.
fn whole_name(tokens: &[Token<'_>], range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    let unknown = |token: &Token<'_>| {
        token.is_capital() && !token.taken && !token.machine && (token.is_unknown() || token.is(Flags::PLACE))
    };
    if start > 0 && tokens[start].gap == " " && !tokens[start].starts && unknown(&tokens[start - 1]) {
        start -= 1;
    }
    let word = |n: usize| tokens.get(n).filter(|token| token.gap == " ").map_or("", |token| token.word.as_str());
    let joint = usize::from(is_in(&["in", "on", "under", "le", "by", "next", "upon"], word(end)));
    let article = usize::from(joint > 0 && is_in(&["the", "le"], word(end + joint)));
    let last = tokens.get(end + joint + article);
    let is_head = last.is_some_and(|last| last.is_capital() && !last.taken && last.gap == " " && last.is_ordinary());
    if joint > 0 && article > 0 && is_head {
        end += joint + article + 1;
    }
    // `the Fernhill estate`.
    if end == start + 1 && is_in(&["estate", "flats"], word(end)) {
        end += 1;
    }
    start..end
}

/// `River Nidd`, `Loch Ard`.
fn river(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let first = &tokens[at];
    let front = ["river", "lake", "loch", "lough", "mount", "afon", "llyn", "isle"].contains(&first.word.as_str());
    if !front || !first.is_capital() {
        return None;
    }
    let next = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|token| token.word == "of"));
    let named = tokens.get(next).filter(|token| token.is_joined() && token.is_capital())?;
    (!named.is_ordinary() || !first.starts).then_some(at..next + 1)
}

/// A place of the gazetteer.
fn gazetteer(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let first = &tokens[at];
    let length = longest(tokens, at, &LISTS.places, |tokens, length| !tokens[at + length - 1].taken);
    if length == 0 {
        return None;
    }
    let words = &tokens[at..at + length];
    let big = |token: &Token<'_>| matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Mixed);
    let long = length > 1 || first.word.contains('-');
    if !big(first) {
        // A long name is known in lower case too, if one of its words is no other word.
        let rare = words.iter().any(|token| !token.is_ordinary() && !token.is(Flags::GIVEN) && token.word.len() > 4);
        let distinct = first.word.contains('-') || words.iter().all(|token| !token.is_ordinary());
        return (long && rare && distinct && first.shape == Shape::Lower).then_some(at..at + length);
    }
    if long {
        let rare = words.iter().any(|token| !token.is_ordinary() && token.word.len() > 2);
        let written = words.iter().filter(|token| token.word.len() > 3).all(big);
        return (written && (rare || !(first.starts || is_title(words, tokens)))).then_some(at..at + length);
    }
    single(tokens, at)
}

/// A place of one word, which may be a name or a word as well.
fn single(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let token = &tokens[at];
    let named = token.is(Flags::GIVEN.and(Flags::SURNAME));
    let after = tokens.get(at + 1).filter(|next| next.is_joined() || next.gap == " ");
    let before = at.checked_sub(1).map(|n| &tokens[n]).filter(|_| !token.starts && !token.gap.contains(','));
    let placed = before.is_some_and(|before| is_in(&WHERE, &before.word));
    let name_around = after.is_some_and(|next| next.is_capital() && !next.is_ordinary() && !next.taken)
        || before.is_some_and(|before| {
            before.is_capital() && token.is_joined() && before.is(Flags::GIVEN) && !before.is_ordinary()
        });
    if token.shape == Shape::Upper && (token.word.len() < 5 || token.is_ordinary()) {
        return None;
    }
    // A club's scarf says nothing of where its owner lives.
    if after.is_some_and(|next| is_in(&["scarf", "shirt", "fan", "fans", "supporter", "kit", "hat"], &next.word)) {
        return None;
    }
    if !token.is_ordinary() && !named {
        let known_thing =
            after.is_some_and(|next| is_in(&EPONYMS, &next.word) && next.word != "group" && next.word != "test");
        return (!known_thing).then_some(at..at + 1);
    }
    if name_around {
        return None;
    }
    if token.is_ordinary() {
        let run = after.is_some_and(|next| next.is_capital() && next.is_joined());
        let alone = before.is_none_or(|before| !before.is_capital());
        let cell = token.starts && is_whole_value(tokens, at) && !token.is_unknown();
        let said = after.is_some_and(|next| {
            ["office", "team", "branch", "area", "station", "depot", "town"].contains(&next.word.as_str())
        });
        let strong = before.is_some_and(|before| {
            let listed = before.word == "and" && at > 1 && tokens[at - 2].taken;
            listed
                || !is_in(
                    &["the", "a", "an", "this", "that", "and", "or", "of", "each", "every", "no", "for", "with", "by"],
                    &before.word,
                )
        }) && !token.possessive;
        return ((strong || said && !token.starts || cell) && !run && alone && !is_title(&tokens[at..=at], tokens))
            .then_some(at..at + 1);
    }
    // `The flat in Burnley was raided`: nobody is in a person.
    let inside = before.is_some_and(|before| is_in(&["in", "near", "around", "outside", "into"], &before.word));
    let person = after.is_some_and(|next| next.gap == " " && next.shape == Shape::Lower && is_in(&SPEECH, &next.word));
    ((!person || inside) && (placed || !token.is(Flags::GIVEN))).then_some(at..at + 1)
}

/// Whether the word is all that stands in a cell or value.
fn is_whole_value(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    token.gap.contains('|') && tokens.get(at + 1).is_none_or(|next| next.gap.contains('|'))
}

/// A name that is built like that of a place: `Ellers Wood`, `Little Marling`, `Thorpe-on-Sea`.
fn built(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let first = &tokens[at];
    if !first.is_capital() || first.machine {
        return None;
    }
    // `Wath upon Dearne`.
    let upon = tokens.get(at + 1).filter(|next| is_in(&["upon", "cum", "super"], &next.word) && next.gap == " ");
    if upon.is_some() && tokens.get(at + 2).is_some_and(|last| last.is_capital() && last.gap == " ") {
        return Some(at..at + 3);
    }
    if first.word.contains('-') {
        let joined = [
            "-on-", "-under-", "-le-", "-upon-", "-by-", "-in-", "-cum-", "-next-", "-sur-", "-y-", "-super-",
            "-de-la-",
        ];
        return (joined.iter().any(|part| first.word.contains(part))
            && first.text.matches(char::is_uppercase).count() > 1)
            .then_some(at..at + 1);
    }
    let run = tokens[at..].iter().take(6).enumerate();
    let run = run.take_while(|(n, token)| {
        *n == 0 || (token.is_joined() && !token.taken && (token.is_capital() || is_in(&["of", "the"], &token.word)))
    });
    let length = run.count();
    let start = at + usize::from(is_lead(first, tokens, at, length));
    let words = &tokens[start..at + length];
    let head =
        words.iter().rposition(|token| token.is_capital() && is_in(&HEADS, &token.word)).filter(|&head| head > 0);
    if let Some(head) = head {
        let named = &words[..head];
        let strong = named.iter().any(|token| !token.is_ordinary() && token.word.len() > 2 && !token.is(Flags::PUBLIC));
        let title = is_title(words, tokens);
        let generic = named.iter().all(|token| is_generic(&token.word));
        let loose = is_in(&LOOSE, &words[head].word);
        let coloured =
            placed(tokens, start) && is_in(&["white", "high", "old", "new", "green", "black", "red"], &named[0].word);
        let generic = generic && !coloured;
        let pair =
            !title && !generic && !named[0].starts && !named.iter().any(|token| is_generic(&token.word) && !coloured);
        if !generic && (strong || (pair && (!loose || placed(tokens, start)))) {
            return Some(start..start + head + 1);
        }
    }
    let front = is_in(&FRONTS, &first.word) && length > 1;
    if front && start == at {
        let named = &tokens[at + 1];
        let saint = first.word == "st";
        let listed = named.is(Flags::PLACE) && named.is_capital() && !first.starts;
        let strong = listed
            || !named.is_ordinary()
                && named.is_capital()
                && !named.is(Flags::PUBLIC)
                && (saint || named.is_unknown() || named.is(Flags::PLACE))
                && !named.is(Flags::GIVEN);
        let ends = tokens.get(at + 2).is_none_or(|next| !next.is_joined() || next.shape == Shape::Lower);
        let village = is_in(&["little", "upper", "lower", "nether", "much"], &first.word)
            && (named.is_capital() && !first.starts && ends && placed(tokens, at))
            && !is_title(&tokens[at..at + 2], tokens);
        let fits = strong || village || (saint && named.is_capital() && !named.starts);
        return fits.then_some(at..at + 2);
    }
    shaped(tokens, at, length)
}

/// A single unknown word after `in` or `near`, or one whose syllables are those of places.
fn shaped(tokens: &[Token<'_>], at: usize, length: usize) -> Option<Range<usize>> {
    let token = &tokens[at];
    if !token.is_unknown() || token.word.len() < 4 || length > 2 {
        return None;
    }
    let before = at.checked_sub(1).map(|n| &tokens[n]).filter(|_| !token.starts);
    let of_place = tokens.get(at + 1).is_some_and(|next| {
        next.gap == " "
            && [
                "estate",
                "flats",
                "office",
                "branch",
                "area",
                "road",
                "village",
                "station",
                "site",
                "neighbourhood",
                "towers",
            ]
            .contains(&next.word.as_str())
    });
    if of_place && !token.starts {
        return Some(at..at + 1);
    }
    let after_name = before.is_some_and(|before| before.is_capital() && token.is_joined());
    let head = SHAPES_HEAD.iter().any(|shape| token.word.starts_with(shape)) && token.word.len() > 6;
    let tail = SHAPES_TAIL.iter().any(|shape| token.word.ends_with(shape)) && token.word.len() > 5;
    let strong = before.is_some_and(|before| {
        is_in(&["in", "at", "near", "from", "to", "around", "outside", "into", "towards", "of"], &before.word)
    });
    let person = tokens.get(at + 1).is_some_and(|next| {
        next.gap == " " && (is_in(&SPEECH, &next.word) || next.is_capital() || is_in(&PARTICLES, &next.word))
    });
    (!after_name
        && !person
        && !token.possessive
        && (strong && !before.is_some_and(|b| b.word == "to" || b.word == "of" || b.word == "from")
            || (head || tail) && (strong || token.starts)))
        .then_some(at..at + 1)
}

fn placed(tokens: &[Token<'_>], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|n| is_in(&WHERE, &tokens[n].word))
}

fn is_generic(word: &str) -> bool {
    words! {
        WORDS = "the a an of high family youth crown county local day care community children health medical police fire \
         bus train railway retail business industrial shopping sports leisure town city open safe common home out \
         front back half new old main one two this that every my our each no first second key best good data call \
         way white";
    }
    is_in(&WORDS, word)
}

fn is_lead(token: &Token<'_>, tokens: &[Token<'_>], at: usize, length: usize) -> bool {
    token.starts && token.is_ordinary() && length > 1 && (is_generic(&token.word) || !tokens[at + 1].is_ordinary())
        || ["the", "at", "in", "near", "on", "from"].contains(&token.word.as_str())
}
