//! Sort codes, account numbers, international account numbers and cards.

use std::sync::LazyLock;

use regex::bytes::Regex;

use super::chain::{Chain, Number, begins_as_year};
use super::check;
use super::pattern::{before, cued, exact, letters, pattern};
use super::stretches::Stretches;
use crate::identity::{Candidate, Kind, Scope};

static SORT_CODE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bs(ort)?[ /-]?c(ode)?s?\b[^0-9a-z]{0,3}((is|was|no|number|of)\b[^0-9a-z]{0,3}){0,2}(?P<number>[0-9]{2} ?[-./ ]? ?[0-9]{2} ?[-./ ]? ?[0-9]{2})\b",
    )
});
static ACCOUNT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b((bank |current |savings )?(account|acct|acc|a/c|ac)s?)\b[^0-9a-z]{0,3}((is|was|no|num|number|of|ending|in|roll)\b[^0-9a-z]{0,3}){0,3}(?P<number>[0-9](?:[ -]?[0-9]){5,15})\b",
    )
});
static ENDING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:account|acct|a/c|card)(?: (?:number|no\.?))?,? (?:that )?(?:ending|ends|ended)(?: (?:in|with))? [0-9]{3,4}\b",
    )
});
static BANK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(bank|sort|account|acct|a/c|building society|payee|bacs|standing order|direct debit)")
});
static IBAN: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b[a-z]{2} ?[0-9]{2}(?:[ -]?[0-9a-z]{1,4}){3,8}\b"));
static CARD: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(card|visa|mastercard|amex|debit|credit|pan|prepaid)\b"));
static MASKED: LazyLock<Regex> = LazyLock::new(|| exact(r"(?:[x*X]{4}[ -]?){2,3}[0-9]{4}\b"));
static IMEI: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(imei|imsi|handset|device|iccid|sim)\b"));

/// Finds accounts that are spelt with letters or cue words.
pub(super) fn find(near: &Stretches<'_>, scope: Scope, found: &mut Vec<Candidate>) {
    let text = near.text();
    let mut accounts = Vec::new();
    for pattern in [&*SORT_CODE, &*ACCOUNT] {
        accounts.extend(near.places(pattern));
    }
    // A sort code and an account beside it are one finding.
    accounts.sort_by_key(|range| range.start);
    let mut merged: Vec<std::ops::Range<usize>> = Vec::new();
    for range in accounts {
        match merged.last_mut() {
            Some(last) if range.start <= last.end + 12 && joins(text.get(last.end..range.start)) => {
                last.end = last.end.max(range.end);
            }
            _ => merged.push(range),
        }
    }
    found.extend(merged.into_iter().map(|range| Candidate::new(Kind::BankAccount, range, Candidate::CERTAIN)));
    for range in near.places(&IBAN) {
        found.extend(iban(text, range));
    }
    if scope == Scope::CaseStudy {
        found.extend(near.places(&ENDING).map(|range| Candidate::new(Kind::BankAccount, range, Candidate::CLEAR)));
        found.extend(near.places(&MASKED).map(|range| Candidate::new(Kind::BankAccount, range, Candidate::CLEAR)));
    }
}

fn joins(between: Option<&str>) -> bool {
    between.is_none_or(|between| !between.contains(". ") && !between.contains('\n'))
}

/// An account number at the head of a range, which may have run on into the words behind it.
fn iban(text: &str, range: std::ops::Range<usize>) -> Option<Candidate> {
    let mut end = range.end;
    while end > range.start {
        let head = range.start..end;
        let plain = letters(text, &head);
        let british =
            plain.starts_with("GB") && plain.len() == 22 && plain[8..].bytes().all(|byte| byte.is_ascii_digit());
        // Three words and a figure may sum up right by chance; an account is figures for the most part.
        let figures = plain.bytes().filter(u8::is_ascii_digit).count();
        if (check::iban(&plain) && figures > 7) || british {
            return Some(Candidate::new(Kind::BankAccount, head, Candidate::CERTAIN + 2));
        }
        end = range.start + text.as_bytes()[head].iter().rposition(|byte| matches!(byte, b' ' | b'-'))?;
    }
    None
}

/// Finds the sort codes, cards and devices of a chain of digits.
pub(super) fn find_in_chain(chain: &Chain<'_>, scope: Scope, found: &mut Vec<Candidate>) {
    for first in 0..chain.len() {
        if chain.letter_before(first) {
            continue;
        }
        for number in chain.numbers(first, 6, 19) {
            found.extend(
                weigh(chain, &number, scope).map(|(kind, weight)| Candidate::new(kind, number.range(), weight)),
            );
        }
    }
}

fn weigh(chain: &Chain<'_>, number: &Number<'_>, scope: Scope) -> Option<(Kind, u8)> {
    let (range, lengths) = (number.range(), number.lengths());
    let text = chain.text();
    let near = |cue: &Regex| cued(cue, text, &range, 40, 24);
    let whole = lengths.len() == chain.len();
    match number.digits.len() {
        6 if lengths == [2, 2, 2] && number.is_even() && whole => {
            let cue = BANK.is_match(before(text, range.start, 48));
            // Six digits in pairs may be a date, too.
            let date = super::date::is_day(&number.digits[..2], &number.digits[2..4]);
            match (cue, date) {
                (true, _) => Some((Kind::BankAccount, Candidate::CLEAR + 5)),
                (false, false) if scope == Scope::CaseStudy && number.gaps[0] == "-" => {
                    Some((Kind::BankAccount, Candidate::LIKELY))
                }
                _ => None,
            }
        }
        8 if whole && lengths.len() <= 2 && BANK.is_match(before(text, range.start, 48)) => {
            Some((Kind::BankAccount, Candidate::CLEAR))
        }
        // A sort code and an account without a word between them.
        14 if lengths == [2, 2, 2, 8] => Some((Kind::BankAccount, Candidate::CLEAR + 5)),
        14 if lengths == [6, 8] => Some((Kind::BankAccount, Candidate::CLEAR)),
        15 if check::luhn(&number.digits) || near(&IMEI) => {
            let card = lengths == [4, 6, 5] || near(&CARD);
            let kind = if card && !near(&IMEI) { Kind::BankAccount } else { Kind::IpAddress };
            (scope == Scope::CaseStudy || near(&IMEI) || near(&CARD)).then_some((kind, Candidate::CERTAIN))
        }
        13..=19 if whole && (check::luhn(&number.digits) && matches!(number.digits.as_bytes()[0], b'2'..=b'6')) => {
            Some((Kind::BankAccount, Candidate::CERTAIN))
        }
        // `2018-2019 2019-2020`.
        16 if number.groups.iter().all(|group| group.len() == 4 && begins_as_year(&text[group.clone()])) => None,
        16 if lengths == [4, 4, 4, 4] || near(&CARD) => Some((Kind::BankAccount, Candidate::CLEAR)),
        _ => None,
    }
}
