//! References of cases, crimes, courts, hospitals and police operations.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::{Captures, Regex};

use super::chain::{Chain, begins_as_year};
use super::code::is_public as is_public_code;
use super::pattern::{before, exact, pattern};
use super::phone;
use super::stretches::Stretches;
use crate::identity::{Candidate, Kind, Scope};

const NUMBER: &str =
    r"(?:reference|references|ref|refs|numbers?|num|nos?|id|ids|identifier|code|record|file|log|nr|occurrence|episode)";

/// "crime reference number 42/1234/19", "hospital number R123456", "CAD 1234 of 3 May".
static SAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:(?:(?:crime|case|incident|court|police|hospital|patient|client|person|child|family|referral|record|file|medical|custody|prison|prisoner|claim|claimant|tenancy|tenant|housing|rent|application|safeguarding|investigation|occurrence|complaint|student|pupil|learner|candidate|exam|staff|payroll|employee|officer|collar|warrant|badge|member|membership|customer|policy|invoice|order|ticket|docket|job|asylum|home office|visa|permit|immigration|residence|tribunal|appeal|coroner'?s?|inquest|mental health|social care|social services|electronic|unique|system|local|internal|our|your|my|gp|ambulance|cafcass|council tax|benefit|universal credit|probation|youth justice|marac|mash|lado|nrm|ehcp?|serious incident|datix|national|school|admission|birth certificate|certificate|adoption) ?)+{NUMBER}|(?:reference|ref)(?: {NUMBER})?|cad|urn|mrn|crn|crim(?:e)? no|incident|log|pnc(?:id)?|cro|mosaic|liquid ?logic|lcs|lac|ics|carefirst|care first|niche|holmes|athena|connect|rio|emis|systmone|system one|cerner|paris|eclipse|framework-?i|nrm|marac|datix|arc|brp|cmis|arbor|sims|uci|ucas|hesa|isams|steis|exhibit|case|file|docket|claim)(?: ?{NUMBER})?\.?(?: ?[:#=(/-]{{1,2}} ?| (?:is|was|of|under|as|in)(?: the)? ?(?:system |file |case )?(?:{NUMBER} )?| )(?P<prior>(?:[a-z]{{1,14}} (?:{NUMBER} )?)?)#?(?P<id>[a-z]{{0,8}}(?:[-/ .:]{{0,1}}[a-z]{{1,4}})?[-/ .:]{{0,2}}[0-9][0-9a-z]*(?:[-/.:][0-9a-z]+)*(?: [0-9]{{2,}})*)"
    ))
});
/// "EHC plan no. 4417", "her ref is kz 4471": what is told to be a number or a code, of whatever.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:references?|refs?|numbers?|num|no\.|nos|nr|ids?|identifier|codes?|index|badge|collar|pin|passcode)(?:\.? ?[:=#-]|\.|,)?(?: (?:is|was|of|under|as)\b(?: the)?)? ?#?(?P<id>(?:[a-z]{1,3} |[a-z]{0,6}[-/]?)[0-9][0-9a-z]*(?:[-/.][0-9a-z]+)*)\b",
    )
});
/// What is shown to a court carries the letters of whoever found it: "exhibit JAS/1".
static EXHIBIT: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bexhibits? (?P<at>[a-z]{2,4}[/ -]?[0-9]{1,3})\b"));
/// Numbers that anybody can ring, order or look up.
static ANYBODYS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:phone|telephone|text|short|call|ring|dial|helpline|line|fax|charity|charities|company|form|isbn|chart|order|page|version|model|room|postal|dress|emergency|snomed|icd(?:-1[01])?|dsm(?:-5)?|read|large|small|total|high|low|same|exact|average)(?: [a-z]{1,9})?(?: to)? ?$",
    )
});
/// Incident numbers with their day: "CAD 4411/12APR19", "log 233 of 12 March".
static LOG: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:cad|log|incident)(?: (?:number|no|ref|reference))?\.? ?[:#]? ?[0-9]{1,6}(?: of|/|-) ?[0-9]{1,2}(?:[ /.-]?(?:[a-z]{3,9}|[0-9]{1,2})(?:[ /.-]?(?:[0-9]{4}|[0-9]{2})\b)?)?",
    )
});
/// Neutral citations.
static CITATION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[\[(]?\b(?:19|20)[0-9]{2}[\])]? (?:ewhc|ewfc|ewca(?: civ| crim)?|ewcop|ewcc|uksc|ukhl|ukpc|ukut|ukftt|nifam|nica|nikb|niqb|csih|csoh|scot|fam(?: law)?|flr|eat)(?: [a-z]{1,5})? ?[a-z]{0,2}[0-9]{1,5}(?: ?\((?:fam|b|admin|qb|kb|ch|t[0-9]|iac|hc|aac|mags)\))?",
    )
});
static CITED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\[(?:19|20)[0-9]{2}\] [0-9]? ?(?:flr|fcr|wlr|all er|ac|qb|fam law)\b ?[0-9]{0,5}"));
/// Shapes that need no word beside them.
static SHAPES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"\b[A-Z]{1,2}[0-9]?/(?:19|20)[0-9]{2}/[0-9]{2,5}(?:/[A-Z]{1,4})?\b",
        r"(?i)\bT20[0-9]{2}[ -]?[0-9]{4}\b",
        r"(?i)\b(?:LAC|LCS)[ -]?[0-9]{4,9}\b",
        r"(?i)\b[A-Z]{2}[0-9]{2}[CPFDZJ][ -]?[0-9]{5}\b",
        r"\b[0-9]{2}[A-Z]{1,2}[0-9]?[/ -]?[0-9]{4,5}[/ -]?[0-9]{2}\b",
        r"\b[A-Z]{1,5}[-/ ][A-Z]{0,4}[-/]?[0-9]{2,4}[-/][0-9]{2,7}(?:[-/][0-9A-Z]{1,6})?\b",
        r"\b(?:[A-Z]{2,5}[-/][0-9]{4,9}|[A-Z]-[0-9]{5,9})\b",
        r"\b[0-9]{2,4}[/-][0-9]{3,7}[/-][0-9]{2,4}\b",
        r"\b[0-9]{2}/[0-9]{4,7}[A-Z]\b",
        r"\b[A-Z][0-9]{4}[A-Z]{2}\b",
        r"\b[A-Z]{1,5}[0-9]{5,9}[A-Z]?\b",
        r"\b[0-9]{5,9}[A-Z]{1,3}\b",
        r"\b[0-9]{6,}\b",
        r"\b[0-9]{2,4}-[0-9]{4,}\b",
        r"\b(?:19|20)[0-9]{2}/[0-9]{5,}\b",
        r"\b[A-Z]{1,5}[-/](?:[A-Z0-9]{1,6}[-/]){1,4}[A-Z0-9]{2,7}\b",
        r"\b[A-Z]{1,2}[0-9]{3,6}/[0-9]{2,4}\b",
        r"\b[A-Z]{1,4}[0-9]{2,5}/[0-9]{2,4}/[0-9]{3,6}\b",
        r"(?i)\b(?:number|reference|ref)(?: is| was|,|:)? (?P<at>[0-9]{2} [0-9]{3} [0-9]{3})\b",
        r"(?:^|[^0-9+(] )(?P<at>[0-9]{3} [0-9]{3} [0-9]{3})\b",
        r"\b[0-9]{4,7}[/-][0-9]{2,4}\b",
        r"\b[A-Z]{2,6} [0-9]{5,9}\b",
        r"#[0-9]{4,9}\b",
        r"\b[0-9]{3,4}-[0-9]{3}-[0-9]{1,2}\b",
    ]
    .into_iter()
    .map(exact)
    .collect()
});
/// What stands before a number that is published or an amount.
static PUBLISHED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\b(?:isbn|issn|isrctn|doi|snomed(?: ct)?(?: code)?|read code|icd|pmid|nct|prospero|form|chart(?: ref)?|order code|s\.i\.|w\.s\.i\.|s\.s\.i\.|charity|charities|company|companies|si|ssi|wsi|regulations?|cm|cmd|cp|hc|hl|hcws|dfe|iso|bs|en|order|orders|rules|act|pmid|orcid|urn:isbn|uksi|ukpga|version|since|between|published|reports?|study|approximately|about|nearly|over|some|grant of|population|cost|costs|budget)(?: (?:no|number|nos|of|the))?[-.:]? ?|[\xa3$]\s?|\xe2\x82\xac\s?|[0-9],|[0-9]\.|10\.|isbn [0-9 -]{1,12})$",
    )
});
/// Of these the ones that stand before long numbers of one case, too: "Order 44556677", "since 4455667".
static WEAKLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:order|orders|form|reports?|some|since|over|about|between|study|published|approximately|nearly|rules|act)(?: (?:no|number|of|the))?[-.:]? ?$",
    )
});
static AMOUNT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:,[0-9]{3}|\.[0-9]|%| ?(?:per cent|percent|pounds|euros|children|people|families|cases|referrals|words|pupils|days|hours|minutes|pages|copies|calls|visits|households|million|thousand))",
    )
});
/// "Operation Xyz", with the code word.
static OPERATION: LazyLock<Regex> = LazyLock::new(|| {
    exact(
        r"\b(?:[Oo]peration|OPERATION|[Oo]p\.?) ['\x22]?(?P<word>[A-Z][A-Za-z'-]+)(?: (?:[A-Z][a-z]+|[IVX]+|[0-9]{1,2})\b)?",
    )
});
/// Schemes that every force takes part in, or that are named in national guidance.
const NATIONAL: &[&str] = &[
    "Encompass",
    "Hydrant",
    "Makesafe",
    "Yewtree",
    "Soteria",
    "Bluestone",
    "Aidant",
    "Sceptre",
    "Signature",
    "Modify",
    "Theatre",
    "Room",
    "Manager",
    "Managers",
    "Director",
    "Lead",
    "Team",
    "Teams",
    "Centre",
];

/// So many figures in groups are a number of something.
const LONG_NUMBER: usize = 8;

/// Finds references; elsewhere only those with a word that says so.
pub(super) fn find(near: &Stretches<'_>, scope: Scope, found: &mut Vec<Candidate>) {
    let text = near.text();
    for said in near.captures(&SAID) {
        let (Some(whole), Some(id)) = (said.get(0), said.name("id")) else { continue };
        let prior = said.name("prior").map_or("", |part| &text[part.range()]);
        if is_id(text, &id.range()) && (prior.is_empty() || is_system(prior)) && !is_of_print(text, &whole.range()) {
            found.push(Candidate::new(Kind::CaseReference, whole.range(), weight(text, &id.range())));
        }
    }
    if scope == Scope::CaseStudy {
        found.extend(near.captures(&NUMBERED).filter_map(|said| numbered(text, &said)));
        found.extend(near.places(&EXHIBIT).map(|place| Candidate::new(Kind::CaseReference, place, Candidate::CLEAR)));
    }
    found.extend(near.places(&LOG).map(|range| Candidate::new(Kind::CaseReference, range, Candidate::CLEAR + 8)));
    for pattern in [&*CITATION, &*CITED] {
        let cited = near.places(pattern);
        if scope == Scope::CaseStudy {
            found.extend(cited.map(|range| Candidate::new(Kind::CaseReference, range, Candidate::CERTAIN)));
        }
    }
    if scope == Scope::CaseStudy {
        for shape in SHAPES.iter() {
            let odd =
                near.places(shape).filter(|range| !is_published(text, range) && !is_article(&text[range.clone()]));
            found.extend(odd.map(|range| {
                Candidate::new(Kind::CaseReference, range, Candidate::LIKELY)
                    .saying("This number could lead back to a case or a person.")
            }));
        }
        found.extend(operations(text));
    }
}

/// A long number in groups that is nothing else: `3189573851-01`. Groups of years and of single figures are none.
pub(super) fn find_in_chain(chain: &Chain<'_>, found: &mut Vec<Candidate>) {
    let Some(number) = chain.whole().filter(|number| number.digits.len() >= LONG_NUMBER) else { return };
    let text = chain.text();
    let written = |group: &Range<usize>| &text[group.clone()];
    let is_list =
        number.groups.iter().all(|group| group.len() < 3 || (group.len() == 4 && begins_as_year(written(group))));
    let range = number.range();
    let is_public = phone::is_public(&number.digits)
        || PUBLISHED.is_match(before(text, range.start, 24))
        || AMOUNT.is_match(&text.as_bytes()[range.end..text.len().min(range.end + 16)]);
    let is_tight = number.gaps.iter().all(|gap| gap.len() == 1);
    if number.groups.len() > 1 && is_tight && !is_list && !is_public {
        let candidate = Candidate::new(Kind::CaseReference, range, Candidate::LIKELY - 2);
        found.push(candidate.saying("This number could lead back to a case or a person."));
    }
}

fn numbered(text: &str, said: &Captures<'_>) -> Option<Candidate> {
    let (whole, id) = (said.get(0)?.range(), said.name("id")?.range());
    let id = id.start + (text[id.clone()].len() - text[id.clone()].trim_start().len())..id.end;
    let written = &text[id.clone()];
    let figures = written.bytes().filter(u8::is_ascii_digit).count();
    let is_plain = figures == written.len();
    let is_long = figures >= if is_plain { 4 } else { 3 };
    let is_year = is_plain && figures == 4 && begins_as_year(written);
    // "The body mass index was 15.8."
    let is_measure = written.split_once('.').is_some_and(|(whole, part)| {
        whole.len() < 4
            && part.len() < 3
            && [whole, part].iter().all(|half| half.bytes().all(|byte| byte.is_ascii_digit()))
    });
    let after = &text.as_bytes()[id.end..text.len().min(id.end + 16)];
    // "on the number 0800 1111": what can be rung is looked at by others.
    let is_phone = is_plain && written.starts_with('0') && matches!(after, [b' ', next, ..] if next.is_ascii_digit());
    let is_public = is_of_print(text, &whole)
        || ANYBODYS.is_match(before(text, whole.start, 24))
        || is_public_code(written)
        || AMOUNT.is_match(after);
    (is_long && !is_year && !is_measure && !is_phone && !is_public)
        .then(|| Candidate::new(Kind::CaseReference, whole, Candidate::LIKELY + 1))
}

/// At least three figures, or two with letters before them, and no year, amount or section of a law.
fn is_id(text: &str, range: &Range<usize>) -> bool {
    let id = &text[range.clone()];
    let figures = id.bytes().filter(u8::is_ascii_digit).count();
    let letters: String = id.chars().take_while(char::is_ascii_alphabetic).collect();
    let year = figures == 4 && id.len() == 4 && (id.starts_with("19") || id.starts_with("20"));
    let word = letters.len() > 1
        && letters.bytes().any(|byte| byte.is_ascii_lowercase())
        && id[letters.len()..].starts_with(' ');
    let amount = AMOUNT.is_match(&text.as_bytes()[range.end..text.len().min(range.end + 16)]);
    figures >= 3 && !year && !word && !amount && !id.contains(' ') | (figures >= 5)
}

/// Whether a word between the cue and the number is the name of a system: "crime reference Mosaic ID 3047698".
fn is_system(prior: &str) -> bool {
    prior.starts_with(|c: char| c.is_ascii_uppercase())
        || ["case ", "file ", "log ", "ref "].contains(&prior)
        || prior.starts_with("number")
        || prior.starts_with("no")
        || prior.starts_with("is")
        || prior.starts_with("was")
}

/// `Use chart ref 07700-A`, `Order code 020 7946`: what anybody can order or print.
fn is_of_print(text: &str, whole: &Range<usize>) -> bool {
    let back = before(text, whole.start, 16).to_ascii_lowercase();
    let things: [&[u8]; 7] = [b"chart ", b"form ", b"template ", b"product ", b"stock ", b"pack ", b"catalogue "];
    let written = &text.as_bytes()[whole.clone()];
    things.iter().any(|thing| back.ends_with(thing)) || written.to_ascii_lowercase().starts_with(b"order code")
}

/// A plain number may be of another kind, whose own signs count more.
fn weight(text: &str, id: &Range<usize>) -> u8 {
    let plain = text[id.clone()].bytes().all(|byte| byte.is_ascii_digit());
    if plain { Candidate::CLEAR + 3 } else { Candidate::CLEAR + 6 }
}

/// `A 13-15 age group`: the letter is a word.
fn is_article(written: &str) -> bool {
    written.starts_with("A ") || written.starts_with("I ")
}

fn is_published(text: &str, range: &Range<usize>) -> bool {
    let written = &text[range.clone()];
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    // "2019/2020" and "2019-20" are years.
    let years = written
        .split(['/', '-'])
        .all(|part| matches!(part.len(), 2 | 4) && part.bytes().all(|byte| byte.is_ascii_digit()))
        && begins_as_year(written)
        && (written.len() == 7 || (written.len() == 9 && begins_as_year(&written[5..])));
    let named = ["ISRCTN ", "PMID ", "NCT", "CRD", "SNOMED ", "DFE", "COVID", "ISO", "ISBN", "ISSN", "UKPGA", "UKSI"]
        .iter()
        .any(|name| {
            written.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
        });
    // "HC 123" is a paper of the House of Commons, "HC-0093417" is not.
    let is_paper = |rest: &str| rest.starts_with(|c: char| c == ' ' || c.is_ascii_digit()) && digits < 6;
    let paper = ["CP", "HC", "BS", "EN"].iter().any(|name| written.strip_prefix(name).is_some_and(is_paper))
        || written.starts_with("SI ");
    let hash = written.starts_with('#') && range.start > 0 && text.as_bytes()[range.start - 1].is_ascii_alphanumeric();
    let joined = |tail: Option<&[u8]>| {
        tail.is_some_and(|pair| pair.iter().any(u8::is_ascii_digit) && pair.iter().any(|byte| b"-/.".contains(byte)))
    };
    let part = joined(text.as_bytes().get(range.start.saturating_sub(2)..range.start))
        || joined(text.as_bytes().get(range.end..range.end + 2));
    years
        || named
        || paper
        || part
        || hash
        || digits < 4
        || PUBLISHED.is_match(before(text, range.start, 24))
            && !(digits > 6 && WEAKLY.is_match(before(text, range.start, 24)))
        || AMOUNT.is_match(&text.as_bytes()[range.end..text.len().min(range.end + 16)])
}

/// Whether a number begins as the years of these times do.
fn operations(text: &str) -> Vec<Candidate> {
    let mut operations = Vec::new();
    for found in OPERATION.captures_iter(text.as_bytes()) {
        let (Some(whole), Some(word)) = (found.get(0), found.name("word")) else { continue };
        if !NATIONAL.contains(&&text[word.range()]) {
            let candidate = Candidate::new(Kind::CaseReference, whole.range(), Candidate::CERTAIN);
            operations.push(candidate.saying("This looks like the name of a police operation."));
        }
    }
    operations
}
