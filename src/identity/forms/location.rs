//! Coordinates, map references and three-word addresses.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use regex::bytes::Regex;

use super::pattern::{cued, exact, pattern};
use super::stretches::{Stretches, finder, is_within};
use crate::identity::{Candidate, Kind, Scope};

const WHERE: &str = r"(?:lat(?:itude)?|lon(?:g|gitude)?|lng)";

/// `51.77775, -3.91985`, `lat 51.77, long -3.9`, `51.7778° N 3.9199° W`.
static DECIMAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:\b{WHERE}\.?[ :=]{{0,3}})?(?:\b[ns] ?|[+-]|\b)[0-9]{{1,2}}\.[0-9]{{3,}} ?(?:\xc2\xb0|deg(?:rees)?)? ?(?:[ns]\b|north|south)?(?:[,;/ ]{{1,3}}| and | by )(?:{WHERE}\.?[ :=]{{0,3}})?(?:[ew] ?)?[+-]? ?[0-9]{{1,3}}\.[0-9]{{3,}} ?(?:\xc2\xb0|deg(?:rees)?)? ?(?:[ew]\b|east|west)?"
    ))
});
/// One of the two, with its direction.
static HALF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b{WHERE}\.?[ :=]{{1,3}}[+-]?[0-9]{{1,3}}\.[0-9]{{2,}}|\b[0-9]{{1,3}}\.[0-9]{{2,}} ?(?:\xc2\xb0|deg(?:rees)?) ?[nsew]\b"
    ))
});
/// `51°46'39.9"N 3°55'11.5"W`.
static MINUTES: LazyLock<Regex> = LazyLock::new(|| {
    let one = r"(?:[nsew] ?)?[0-9]{1,3} ?(?:\xc2\xb0|\xc2\xba|deg(?:rees)?|d) ?[0-9]{1,2}(?:\.[0-9]+)? ?(?:['`]|min(?:utes)?|m)? ?(?:[0-9]{1,2}(?:\.[0-9]+)? ?(?:\x22|''|sec(?:onds)?|s)?)? ?(?:[nsew]\b|north|south|east|west)?";
    pattern(&format!(r"\b{one}(?:[,; ]{{1,3}}{one})?"))
});
/// `N51 30.949 W002 44.778`: degrees, and minutes with their decimals.
static DECIMAL_MINUTES: LazyLock<Regex> = LazyLock::new(|| {
    let one = r"[0-9]{1,3}[ \xb0\xc2]{1,3}[0-9]{1,2}\.[0-9]{2,}['`]?";
    pattern(&format!(r"\b[ns] ?{one}[ ,;/]{{1,3}}[ew] ?{one}|\b{one} ?[ns][ ,;/]{{1,3}}{one} ?[ew]\b"))
});
/// `51 46 39 N 3 55 11 W`.
static BARE_MINUTES: LazyLock<Regex> = LazyLock::new(|| {
    let one = r"[0-9]{1,3} [0-9]{1,2}(?: [0-9]{1,2}(?:\.[0-9]+)?|\.[0-9]+) ?";
    exact(&format!(r"\b{one}[NS],? {one}[EW]\b"))
});
/// `SK 123 456`, `TQ 30123 80456`.
static GRID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:os )?grid ref(?:erence)?:? )?(?:h[pt-z]|n[a-dfghjkmnorstuwxyz]|o[v]|s[cdehjkmnoprstuvwxyz]|t[afglmqrv])[ -]?(?:[0-9]{3}[ -]?[0-9]{3}|[0-9]{4}[ -]?[0-9]{4}|[0-9]{5}[ -]?[0-9]{5})\b",
    )
});
static IRISH_GRID: LazyLock<Regex> = LazyLock::new(|| exact(r"\b[A-HJ-Z] ?(?:[0-9]{3} [0-9]{3}|[0-9]{5} [0-9]{5})\b"));
static GRID_CUE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(grid|os ref|map ref|map reference|ordnance|ngr|gps|coordinates?|location)\b"));
static FIGURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?:easting|northing)s?[ :=]{0,3}[0-9]{5,7}(?:[, ]{1,3}(?:easting|northing)s?[ :=]{0,3}[0-9]{5,7})?\b")
});
/// Open location codes: `9C3W9QCJ+2V`.
static PLUS_CODE: LazyLock<Regex> =
    LazyLock::new(|| exact(r"\b(?:[23456789CFGHJMPQRVWX]{4}){1,2}\+[23456789CFGHJMPQRVWX]{2,3}\b"));

/// `///amber.fabric.jumper`.
static SLASHES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:/ ?){3}[a-z]{2,}(?: ?(?:\.|\xc2\xb7|\[\.\]|\(dot\)|\bdot\b) ?[a-z]{2,}){2}\b"));
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|[^a-z0-9.@/_-])(?P<at>[a-z]{3,}(?:\.[a-z]{3,}){2})(?:[^a-z0-9@/_.-]|\.(?:[^a-z]|$)|$)")
});
/// Three words with gaps around the dots.
static GAPPED_WORDS: LazyLock<Regex> =
    LazyLock::new(|| exact(r"(?:^|[^a-z0-9.@/_ -] ?|[a-z] )(?P<at>[a-z]{3,} \. [a-z]{3,} \. [a-z]{3,})\b"));
/// Three words with the dots spelt out.
static SPOKEN_WORDS: LazyLock<Regex> =
    LazyLock::new(|| exact(r"(?:^|[^a-z0-9.@/_-])(?P<at>[a-z]{3,} dot [a-z]{3,} dot [a-z]{3,})\b"));
static DOTS: LazyLock<AhoCorasick> = LazyLock::new(|| finder(" dot "));
static WORDS_SAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:what ?3 ?words?|what ?three ?words|w3w)\b(?: (?:is|was|address|location|of|code|as|at|square|the|for))*[ :=(/]{1,5}(?P<at>[a-z]{3,}(?:(?: ?[.,/-] ?| dot | )[a-z]{3,}){2})\b",
    )
});
static WORDS_NAMES: LazyLock<AhoCorasick> = LazyLock::new(|| finder("what3, what 3, whatthree, what three, w3w"));
static WORDS_CUE: LazyLock<Regex> = LazyLock::new(|| pattern(r"what ?3 ?words|what ?three ?words|\bw3w\b"));

/// Finds places given by figures or by three words.
pub(super) fn find(near: &Stretches<'_>, scope: Scope, found: &mut Vec<Candidate>) {
    let text = near.text();
    let mut push = |kind: Kind, range: Range<usize>, weight: u8| found.push(Candidate::new(kind, range, weight));
    for pattern in [&*DECIMAL, &*HALF, &*FIGURES, &*PLUS_CODE, &*BARE_MINUTES, &*DECIMAL_MINUTES] {
        near.places(pattern).for_each(|range| push(Kind::Coordinates, trim(text, range), Candidate::CERTAIN));
    }
    for range in near.places(&MINUTES) {
        let range = trim(text, range);
        let written = &text[range.clone()];
        // "12 d 3 m" may be days and months: a sign of degrees and a direction make it a place.
        let signs = usize::from(written.contains(['\u{b0}', '\u{ba}']))
            + usize::from(written.contains("deg"))
            + usize::from(written.contains('d') && written.contains('m'));
        let turned = written.ends_with(['N', 'S', 'E', 'W', 'n', 's', 'e', 'w', 'h', 't'])
            || written.starts_with(|c: char| c.is_ascii_alphabetic());
        let minutes = written.contains(['\'', '"']);
        if signs > 0 && (turned || minutes) && written.bytes().filter(u8::is_ascii_digit).count() >= 3 {
            push(Kind::Coordinates, range, Candidate::CERTAIN);
        }
    }
    for range in near.places(&GRID).chain(near.places(&IRISH_GRID)) {
        let cue = cued(&GRID_CUE, text, &range, 48, 24) || GRID_CUE.is_match(text[range.clone()].as_bytes());
        let capital = text[range.clone()].starts_with(|c: char| c.is_ascii_uppercase());
        let spaced = text[range.clone()].contains(' ');
        match (cue, scope) {
            (true, _) => push(Kind::Coordinates, range, Candidate::CERTAIN),
            (false, Scope::CaseStudy) if capital && spaced => push(Kind::Coordinates, range, Candidate::CLEAR + 1),
            (false, Scope::CaseStudy) if capital => push(Kind::Coordinates, range, Candidate::LIKELY + 1),
            _ => {}
        }
    }
    words(text, scope, found);
}

fn words(text: &str, scope: Scope, found: &mut Vec<Candidate>) {
    let near =
        Stretches::around(text, |bytes, at| bytes[at] == b'/' || is_within(bytes, at, b'.') || is_between(bytes, at));
    for pattern in [&*SLASHES, &*GAPPED_WORDS] {
        found.extend(near.places(pattern).map(|range| Candidate::new(Kind::What3Words, range, Candidate::CERTAIN + 4)));
    }
    let spoken = Stretches::words(text, &DOTS);
    let spoken = spoken.places(&SPOKEN_WORDS).filter(|range| !is_site(&text[range.clone()]));
    found.extend(spoken.map(|range| Candidate::new(Kind::What3Words, range, Candidate::CLEAR + 1)));
    let said = Stretches::words(text, &WORDS_NAMES);
    found.extend(said.places(&WORDS_SAID).map(|range| Candidate::new(Kind::What3Words, range, Candidate::CERTAIN + 4)));
    for range in near.places(&WORDS) {
        let cue = cued(&WORDS_CUE, text, &range, 64, 40);
        let written = &text[range.clone()];
        let end = written.rsplit('.').next().unwrap_or_default();
        let site = written.starts_with("www.")
            || ["com", "org", "net", "gov", "uk", "info", "html", "yaml", "json", "app"].contains(&end);
        if cue && !site {
            found.push(Candidate::new(Kind::What3Words, range, Candidate::CERTAIN + 3));
        } else if scope == Scope::CaseStudy && !site && !written.bytes().any(|byte| byte.is_ascii_uppercase()) {
            found.push(Candidate::new(Kind::What3Words, range, Candidate::CLEAR + 1));
        }
    }
}

/// `docs dot unit dot com`.
fn is_site(words: &str) -> bool {
    let end = words.rsplit(' ').next().unwrap_or_default();
    ["com", "org", "net", "gov", "info", "app", "cymru", "wales", "scot"].contains(&end) || words.starts_with("www ")
}

/// A dot with a space on both sides.
fn is_between(bytes: &[u8], at: usize) -> bool {
    bytes[at..].starts_with(b". ") && bytes[..at].ends_with(b" ")
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.start + text[range].trim_end_matches([' ', ',']).len()
}
