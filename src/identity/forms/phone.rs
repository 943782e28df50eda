//! Telephone numbers, however they are grouped.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::chain::{Chain, Number};
use super::pattern::{before, pattern};
use super::stretches::Stretches;
use crate::identity::{Candidate, Kind, Scope};

/// Words before a number that say it is one to call.
static CUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(tel|tele|telephone|phone|phoned|ph|mob|mobile|landline|fax|cell|whatsapp|call|called|calls|calling|ring|rang|text|texted|texts|sms|number|contact(ed)?|dial(led)?|reached)\b[^.;!?]{0,24}$",
    )
});
/// Words right before a number that leave no doubt.
static STRONG_CUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(tel|telephone|phone|phone number|ph|mob|mobile|mobile number|landline|fax|ring|rang|call|dial)( (no|number))?[.:]{0,2}( (is|was|on))? ?\(?$",
    )
});
/// The beginning of a book's number, which is no telephone number.
static BOOK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bis[bs]n(?:[- ]1[03])?:? ?(?:97[89])?[- ]?$"));
static EXTENSION: LazyLock<Regex> = LazyLock::new(|| pattern(r"^,? ?\(?(ext|extn|extension|x)[. ]{0,2}[0-9]{1,6}"));

/// "extension 4417": a number within an office.
static INSIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?:ext\.|extn\.?|ext|extension)(?: (?:no\.?|number|is|was))* ?:? ?(?P<at>[0-9]{3,6})\b")
});

/// Finds the numbers of extensions by themselves.
pub(super) fn find_extensions(near: &Stretches<'_>, found: &mut Vec<Candidate>) {
    found.extend(near.places(&INSIDE).map(|place| Candidate::new(Kind::Phone, place, Candidate::LIKELY)));
}

/// Finds the telephone numbers of a chain of digits.
pub(super) fn find(chain: &Chain<'_>, scope: Scope, found: &mut Vec<Candidate>) {
    let mut first = 0;
    while first < chain.len() {
        let number = chain.numbers(first, 6, 15).into_iter().rev().find_map(|number| {
            let weight = weigh(chain, first, &number, scope)?;
            Some((number, weight))
        });
        let Some((number, weight)) = number else {
            first += 1;
            continue;
        };
        if !is_public(&number.digits) {
            found.push(Candidate::new(Kind::Phone, whole(chain.text(), &number), weight));
        }
        first += number.groups.len();
    }
}

/// How surely a number is one to call, if it may be.
fn weigh(chain: &Chain<'_>, first: usize, number: &Number<'_>, scope: Scope) -> Option<u8> {
    let text = chain.text();
    let digits = number.digits.as_str();
    let plus = chain.before(first) == Some(b'+');
    if is_date(text, number) || number.gaps.iter().filter(|gap| gap.contains('/')).count() > 1 {
        return None;
    }
    if BOOK.is_match(before(text, number.range().start, 24)) {
        return None;
    }
    if chain.letter_before(first)
        && !(number.groups.len() == 1 && chain.before(first).is_some_and(|b| b.is_ascii_lowercase()))
    {
        return None;
    }
    if let Some(national) = national(digits, plus) {
        let mobile = national.starts_with('7') && national.len() == 10;
        let fits = (9..=10).contains(&national.len()) && is_area(national);
        // With the country's code it is surer than a card whose check digit agrees by chance.
        let weight = if plus { Candidate::CERTAIN + 1 } else { Candidate::CLEAR + 2 };
        return (fits && (mobile || scope == Scope::CaseStudy)).then_some(weight);
    }
    if scope == Scope::Elsewhere {
        return None;
    }
    if (plus && digits.len() >= 8) || (digits.starts_with("00") && digits.len() >= 11 && !digits.starts_with("000")) {
        return Some(Candidate::CLEAR);
    }
    let start = number.range().start;
    if digits.len() == 10 && digits.starts_with('7') && CUE.is_match(before(text, start, 40)) {
        return Some(Candidate::CLEAR);
    }
    let local = (6..=8).contains(&digits.len()) && number.groups.len() <= 3 && !number.gaps.contains(&"/");
    (local && STRONG_CUE.is_match(before(text, start, 30))).then_some(Candidate::LIKELY)
}

/// A British number without its trunk or country code.
fn national(digits: &str, plus: bool) -> Option<&str> {
    let abroad = if plus { digits.strip_prefix("44") } else { digits.strip_prefix("0044") };
    if let Some(rest) = abroad {
        return Some(rest.strip_prefix('0').unwrap_or(rest));
    }
    // The plus is often forgotten.
    if !plus
        && digits.len() == 12
        && digits.starts_with("44")
        && matches!(digits.as_bytes()[2], b'1' | b'2' | b'3' | b'7')
    {
        return digits.strip_prefix("44");
    }
    if plus || digits.starts_with("00") || !(10..=11).contains(&digits.len()) {
        return None;
    }
    digits.strip_prefix('0')
}

fn is_area(national: &str) -> bool {
    match national.as_bytes()[0] {
        b'1' => true,
        b'8' => national.len() == 10 || national.starts_with("800") || national.starts_with("845"),
        b'2' | b'3' | b'5' | b'7' | b'9' => national.len() == 10,
        _ => false,
    }
}

/// National helplines, without their zero. Other services are a site's contacts, or allowed with a reason.
const HELPLINES: &[&str] = &[
    "2070080151",
    "3001232040",
    "3456000459",
    "8000113764",
    "8003583456",
    "8088081111",
    "116000",
    "116111",
    "116123",
    "8001111",
    "800111999",
    "800121700",
    "8000121700",
    "8000280285",
    "8000283550",
    "800271234",
    "800555111",
    "800585858",
    "8000684141",
    "8005999247",
    "800654666",
    "8006781602",
    "800789321",
    "800827979",
    "8009995428",
    "8081000900",
    "8081640123",
    "8081689111",
    "8082000247",
    "8085002222",
    "8088002222",
    "8088004444",
    "8088005000",
    "8088010327",
    "8088010366",
    "8088010677",
    "8088010800",
    "8088020133",
    "8088020925",
    "8088021414",
    "8088024040",
    "8088027777",
    "8088081677",
    "8088082008",
    "8088084994",
    "8088087777",
    "8088088000",
    "8088088141",
    "3001231110",
    "3001233393",
    "3001236600",
    "3003305480",
    "3003230169",
    "3451121010",
    "3456060606",
];

/// Numbers of services that the whole nation calls.
pub(super) fn is_public(digits: &str) -> bool {
    let national = national(digits, false).or_else(|| national(digits, true));
    let national = national.unwrap_or_else(|| digits.strip_prefix('0').unwrap_or(digits));
    HELPLINES.contains(&national)
}

/// Whether the first groups are a day, a month and a year.
fn is_date(text: &str, number: &Number<'_>) -> bool {
    let value = |n: usize| number.groups.get(n).and_then(|group| text[group.clone()].parse::<u32>().ok()).unwrap_or(0);
    let lengths = number.lengths();
    let short = |n: usize| lengths.get(n).is_some_and(|length| (1..=2).contains(length));
    let year = |n: usize| lengths.get(n) == Some(&4) && (1900..2100).contains(&value(n));
    let day_first = short(0) && short(1) && year(2) && value(0) <= 31 && value(1) <= 12 && value(1) > 0;
    let year_first = year(0) && short(1) && short(2) && value(1) <= 12;
    day_first || year_first
}

/// The number with the plus or bracket before it and an extension after it.
fn whole(text: &str, number: &Number<'_>) -> Range<usize> {
    let bytes = text.as_bytes();
    let mut range = number.range();
    while range.start > 0 && matches!(bytes[range.start - 1], b'+' | b'(') {
        range.start -= 1;
    }
    if let Some(extension) = EXTENSION.find(&bytes[range.end..text.len().min(range.end + 24)]) {
        range.end += extension.end();
    }
    range
}
