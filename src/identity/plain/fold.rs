//! Invisible characters, styled letters and digits, marks above and through them, dashes, quotation marks, spaces.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{compose, is_combining_mark};

use super::Unit;

/// Where the decimal digits of other scripts begin.
const ZEROS: &[u32] = &[
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
    0x17e0, 0x1810,
];

/// Folds every character to its plain kind.
pub(super) fn fold(units: &mut Vec<Unit>) {
    if units.iter().all(|unit| unit.c.is_ascii()) {
        return;
    }
    turn_round(units);
    let mut folded: Vec<Unit> = Vec::with_capacity(units.len());
    for (n, &unit) in units.iter().enumerate() {
        if unit.c.is_ascii() {
            folded.push(unit);
        } else if is_combining_mark(unit.c) {
            mark(&mut folded, unit);
        } else if !is_invisible(unit.c) {
            character(&mut folded, unit, units, n);
        }
    }
    *units = folded;
}

/// What stands behind an override is shown from right to left: `nedyaJ` is read as a name. Every character comes from
/// the whole run.
fn turn_round(units: &mut [Unit]) {
    let mut at = 0;
    while at < units.len() {
        if units[at].c != '\u{202e}' {
            at += 1;
            continue;
        }
        let length = units[at..].iter().take_while(|unit| !matches!(unit.c, '\u{202c}' | '\u{2069}' | '\n')).count();
        let run = &mut units[at + 1..at + length];
        if let (Some(from), Some(until)) = (run.first().map(|unit| unit.from), run.last().map(|unit| unit.until)) {
            run.reverse();
            run.iter_mut().for_each(|unit| (unit.from, unit.until) = (from, until));
        }
        at += length;
    }
}

/// A mark joins its letter if there is such a letter; over a digit it only hides it.
fn mark(folded: &mut [Unit], unit: Unit) {
    if let Some(last) = folded.last_mut()
        && last.until == unit.from
    {
        if let Some(whole) = compose(last.c, unit.c).filter(|c| c.is_alphabetic()) {
            last.c = whole;
        }
        last.until = unit.until;
    }
}

fn character(folded: &mut Vec<Unit>, unit: Unit, units: &[Unit], n: usize) {
    let next = units.get(n + 1).map(|unit| unit.c);
    let before = folded.last().map(|unit| unit.c);
    let in_number = before.is_some_and(|c| c.is_ascii_digit()) && next.is_some_and(char::is_numeric);
    let plain = match unit.c {
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{2043}' | '\u{ff0d}' => '-',
        '\u{2014}' | '\u{2015}' if in_number => '-',
        '\u{b7}' | '\u{2022}' | '\u{2219}' | '\u{22c5}' if in_number => '.',
        '\u{3002}' | '\u{ff61}' | '\u{2024}' => '.',
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2bc}' | '\u{2032}' | '\u{60b}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2033}' => '"',
        '\u{2044}' | '\u{2215}' => '/',
        c if c.is_whitespace() => ' ',
        c if is_footnote(units, n) => c,
        c => return compatible(folded, unit, c),
    };
    folded.push(Unit { c: plain, ..unit });
}

fn compatible(folded: &mut Vec<Unit>, unit: Unit, c: char) {
    let code = u32::from(c);
    if let Some(zero) = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)) {
        folded.extend(char::from_digit(code - zero, 10).map(|c| Unit { c, ..unit }));
        return;
    }
    if c.is_alphabetic() && code < 0x250 && !matches!(code, 0x132 | 0x133 | 0x17f | 0x1c4..=0x1cc) {
        folded.push(unit);
        return;
    }
    folded.extend(std::iter::once(c).nfkc().map(|c| Unit { c, ..unit }));
}

/// Characters without width or with no look of their own.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A footnote's number behind a word, a fraction and a trade mark are no part of the word or number before them.
fn is_footnote(units: &[Unit], n: usize) -> bool {
    let before = units[..n].iter().rev().take_while(|unit| is_raised(unit.c)).count();
    let after = units[n..].iter().take_while(|unit| is_raised(unit.c)).count();
    // Three raised figures are a number that was made small.
    let word = (n - before).checked_sub(1).is_some_and(|at| units[at].c.is_alphanumeric());
    word && (1..3).contains(&after) && before + after < 3
}

fn is_raised(c: char) -> bool {
    matches!(c, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{bc}'..='\u{be}' | '\u{2070}'..='\u{209f}' | '\u{2120}' | '\u{2122}'
        | '\u{2150}'..='\u{215f}' | '\u{2026}')
}
