//! Letters and digits set apart one by one: `L S 6 3 E W`.

use super::Unit;

/// How many single characters make a word spread out.
const FEWEST: usize = 4;

/// So many figures with stops between them are no section of a document: `9.9.9.1.9.8.3.6.8.6`.
const LONG_NUMBER: usize = 9;
/// How many single figures with strokes between them make a date or number spread out: `2 1 / 0 7 / 9 8`.
const FEWEST_FIGURES: usize = 6;

/// Closes up what is spread out.
pub(super) fn close_up(units: &mut Vec<Unit>) {
    let mut dropped: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < units.len() {
        if !is_single(units, at) {
            at += 1;
            continue;
        }
        let figures = Figures::at(units, at);
        if (FEWEST_FIGURES..LONG_NUMBER).contains(&figures.count) && figures.strokes > 0 {
            dropped.extend(figures.spaces);
            at = figures.end;
            continue;
        }
        let run = Run::at(units, at);
        let is_long = run.singles >= LONG_NUMBER;
        if run.singles >= FEWEST && (run.letters > 0 || run.separator == ' ' || is_long) {
            dropped.extend(run.gaps);
        }
        at = run.end;
    }
    if !dropped.is_empty() {
        let mut next = dropped.into_iter().peekable();
        let mut n = 0;
        units.retain(|_| {
            let gone = next.next_if_eq(&n).is_some();
            n += 1;
            !gone
        });
    }
}

/// Single figures with spaces between them, and here and there a stroke.
#[derive(Default)]
struct Figures {
    count: usize,
    strokes: usize,
    spaces: Vec<usize>,
    end: usize,
}

impl Figures {
    fn at(units: &[Unit], start: usize) -> Self {
        let mut figures = Figures { end: start, ..Figures::default() };
        let is_figure = |n: usize| is_single(units, n) && units[n].c.is_ascii_digit();
        let mut next = start;
        while is_figure(next) {
            figures.count += 1;
            figures.end = next + 1;
            let gap = units[next + 1..].iter().take(4).take_while(|unit| matches!(unit.c, ' ' | '/' | '-' | '.'));
            let length = gap.count();
            let gap = next + 1..next + 1 + length;
            let strokes = units[gap.clone()].iter().filter(|unit| unit.c != ' ').count();
            if length == 0 || strokes > 1 || length - strokes > 2 || !is_figure(gap.end) {
                break;
            }
            figures.strokes += strokes;
            figures.spaces.extend(gap.clone().filter(|n| units[*n].c == ' '));
            next = gap.end;
        }
        figures
    }
}

/// Single characters with one kind of separator between them.
struct Run {
    singles: usize,
    letters: usize,
    separator: char,
    gaps: Vec<usize>,
    end: usize,
}

impl Run {
    fn at(units: &[Unit], start: usize) -> Self {
        let mut run = Self { singles: 1, letters: 0, separator: '\0', gaps: Vec::new(), end: start + 1 };
        run.letters += usize::from(units[start].c.is_alphabetic());
        let mut last = start;
        // "a 0 7 7": the article is no part of what follows.
        if units[start].c == 'a' && units.get(start + 2).is_some_and(|unit| !unit.c.is_lowercase()) {
            return run;
        }
        while let Some(separator) = units.get(last + 1).map(|unit| unit.c) {
            if !matches!(separator, ' ' | '.' | '-' | '_' | '|' | '\u{b7}' | '\u{2022}')
                || (run.separator != '\0' && run.separator != separator)
            {
                break;
            }
            let wide = units[last + 1..].iter().take(3).take_while(|unit| unit.c == separator).count();
            let next = last + 1 + wide;
            if !is_single(units, next) || (wide > 1 && separator != ' ') {
                break;
            }
            // Two or three spaces part the words of what is spread out, and so does a capital behind a small letter: one
            // of the spaces stays.
            let begins_word = separator == ' ' && units[last].c.is_lowercase() && units[next].c.is_uppercase();
            run.gaps.extend(last + 1..if wide > 1 || begins_word { next - 1 } else { next });
            run.separator = separator;
            run.singles += 1;
            run.letters += usize::from(units[next].c.is_alphabetic());
            last = next;
        }
        run.end = last + 1;
        run
    }
}

/// Whether a letter or digit stands alone.
fn is_single(units: &[Unit], at: usize) -> bool {
    let alone = |n: Option<usize>| n.and_then(|n| units.get(n)).is_none_or(|unit| !unit.c.is_alphanumeric());
    units.get(at).is_some_and(|unit| unit.c.is_alphanumeric()) && alone(at.checked_sub(1)) && alone(at.checked_add(1))
}
