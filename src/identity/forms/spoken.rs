//! Numbers spelt out in words: "oh seven seven double zero nine".

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::check;
use super::pattern::{before, pattern};
use crate::identity::{Candidate, Kind, Scope};

static RUN: LazyLock<Regex> = LazyLock::new(|| {
    let word = r"(?:(?:double|triple|treble)[ -])?(?:zero|oh|o|nought|naught|nil|one|two|three|four|five|six|seven|eight|nine)";
    pattern(&format!(r"\b(?:plus )?{word}(?:[ ,.;/-]{{1,3}}(?:{word}|[0-9]{{1,5}})\b){{5,}}"))
});
static TAIL: LazyLock<Regex> = LazyLock::new(|| {
    let word = r"(?:(?:double|triple|treble)[ -])?(?:zero|oh|o|nought|naught|nil|one|two|three|four|five|six|seven|eight|nine)";
    pattern(&format!(r"\b[0-9]{{2,6}}(?:[ ,.-]{{1,3}}(?:{word}|[0-9]{{1,5}})\b){{3,}}"))
});
static NHS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bnhs\b"));
static BIRTH: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(born|dob|d\.o\.b|date of birth|birthday)\b"));
static PASSPORT: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bpassport\b"));
static BANK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(sort code|account|bank)\b"));

/// Finds numbers of at least six digits whose digits are words.
pub(super) fn find(text: &str, scope: Scope, found: &mut Vec<Candidate>) {
    for pattern in [&*RUN, &*TAIL] {
        for run in pattern.find_iter(text.as_bytes()) {
            let words = &text[run.range()];
            let spelt = words.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()).count();
            if spelt >= 3 {
                found.extend(number(text, run.range(), &digits(words), scope));
            }
        }
    }
}

fn number(text: &str, range: Range<usize>, digits: &str, scope: Scope) -> Option<Candidate> {
    let near = |cue: &Regex| cue.is_match(before(text, range.start, 40));
    let mobile = digits.starts_with("07") || digits.starts_with("447");
    let kind = match digits.len() {
        10 if near(&NHS) || (check::nhs(digits) && !digits.starts_with('0')) => Kind::NhsNumber,
        6 | 8 if near(&BIRTH) => Kind::DateOfBirth,
        _ if near(&PASSPORT) => Kind::Passport,
        _ if near(&BANK) => Kind::BankAccount,
        10..=13 if scope == Scope::CaseStudy || mobile => Kind::Phone,
        6.. if scope == Scope::CaseStudy => Kind::Phone,
        _ => return None,
    };
    let freephone = digits.starts_with("0800") || digits.starts_with("0808");
    (!freephone).then(|| {
        Candidate::new(kind, range, Candidate::CLEAR).saying(format!("This looks like {}, spelt out.", article(kind)))
    })
}

fn article(kind: Kind) -> &'static str {
    match kind {
        Kind::NhsNumber => "an NHS number",
        Kind::BankAccount => "a bank account",
        Kind::DateOfBirth => "a date of birth",
        Kind::Passport => "a passport number",
        _ => "a telephone number",
    }
}

/// The digits that words stand for.
fn digits(words: &str) -> String {
    let mut digits = String::new();
    let mut times = 1;
    for word in words.split(|c: char| !c.is_ascii_alphanumeric()) {
        let digit = match word.to_ascii_lowercase().as_str() {
            "double" => {
                times = 2;
                continue;
            }
            "triple" | "treble" => {
                times = 3;
                continue;
            }
            "zero" | "oh" | "o" | "nought" | "naught" | "nil" => "0",
            "one" => "1",
            "two" => "2",
            "three" => "3",
            "four" => "4",
            "five" => "5",
            "six" => "6",
            "seven" => "7",
            "eight" => "8",
            "nine" => "9",
            figures if figures.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.push_str(figures);
                continue;
            }
            _ => continue,
        };
        digits.push_str(&digit.repeat(times));
        times = 1;
    }
    digits
}
