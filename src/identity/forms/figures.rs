//! Which figures of a text may belong to a form at all. `Worker 1`, `level 4` and `13 to 15` do not, and a study is full
//! of such: what stands around them alone is passed over.

use std::ops::Range;

/// A number of so many figures is looked at wherever it stands.
const LONG: usize = 3;
/// So many figures in neighbouring groups are: `14 03 98`.
const LONG_CHAIN: usize = 5;
/// Between the groups of a chain stands no more than this.
const GAP: usize = 4;
const MONTHS: [&[u8]; 12] =
    [b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];

/// Where the figures stand that may belong to a form.
pub(super) fn telling(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            if !bytes[at].is_ascii_digit() {
                at += 1;
                continue;
            }
            let run = at..end(bytes, at);
            at = run.end;
            if is_telling(bytes, &run) {
                return Some(run.start);
            }
        }
        None
    })
}

fn end(bytes: &[u8], start: usize) -> usize {
    start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn is_telling(bytes: &[u8], run: &Range<usize>) -> bool {
    run.len() >= LONG
        || is_joined(bytes, run)
        || is_in_chain(bytes, run)
        || is_beside_month(bytes, run)
        || is_behind_mark(bytes, run.start)
        || is_before_mark(bytes, run.end)
        || is_told_as_plate(bytes, run.start)
}

/// `4th`, `A1`, `4/3`, `#7`, `51.7`: a letter or a sign that holds it to something, save the stroke of a range.
fn is_joined(bytes: &[u8], run: &Range<usize>) -> bool {
    let holds = |byte: u8| byte.is_ascii_alphabetic() || byte >= 0x80 || b"/\\:_#+@'$".contains(&byte);
    let before = run.start.checked_sub(1).map_or(b' ', |at| bytes[at]);
    let after = bytes.get(run.end).copied().unwrap_or(b' ');
    let beyond = bytes.get(run.end + 1).is_some_and(u8::is_ascii_alphanumeric);
    let ahead = run.start.checked_sub(2).is_some_and(|at| bytes[at].is_ascii_alphanumeric());
    holds(before)
        || holds(after)
        || (b".,-".contains(&after) && beyond && !is_range(bytes, run))
        || (b".-".contains(&before) && ahead && !is_range_end(bytes, run))
}

/// `13-15`: one or two figures on both sides, and nothing behind.
fn is_range(bytes: &[u8], run: &Range<usize>) -> bool {
    let next = run.end + 1;
    let last = next..end(bytes, next.min(bytes.len()));
    bytes.get(run.end) == Some(&b'-') && (1..LONG).contains(&last.len()) && is_apart(bytes, last.end)
}

fn is_range_end(bytes: &[u8], run: &Range<usize>) -> bool {
    let stroke = run.start - 1;
    let first = bytes[..stroke].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    bytes[stroke] == b'-' && (1..LONG).contains(&first) && is_apart(bytes, run.end)
}

fn is_apart(bytes: &[u8], at: usize) -> bool {
    let sign = bytes.get(at).copied().unwrap_or(b' ');
    let beyond = bytes.get(at + 1).copied().unwrap_or(b' ');
    !(sign.is_ascii_alphanumeric() || b"-/.".contains(&sign) && beyond.is_ascii_alphanumeric())
}

/// Whether the groups before and behind make a longer number with it.
fn is_in_chain(bytes: &[u8], run: &Range<usize>) -> bool {
    let (mut count, mut at) = (run.len(), run.end);
    while let Some(next) = bytes[at..].iter().take(GAP + 1).position(u8::is_ascii_digit) {
        if !is_gap(&bytes[at..at + next]) {
            break;
        }
        let last = end(bytes, at + next);
        count += last - at - next;
        at = last;
    }
    let mut at = run.start;
    while let Some(back) = bytes[..at].iter().rev().take(GAP + 1).position(u8::is_ascii_digit) {
        if !is_gap(&bytes[at - back..at]) {
            break;
        }
        let figures = bytes[..at - back].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        count += figures;
        at -= back + figures;
    }
    count >= LONG_CHAIN
}

fn is_gap(gap: &[u8]) -> bool {
    gap.iter().all(|byte| b" .-/()_".contains(byte)) && !gap.windows(2).any(|pair| pair == b". ")
}

/// `4 May`, `the 4 of May`, `Sept. 4`.
fn is_beside_month(bytes: &[u8], run: &Range<usize>) -> bool {
    let is_month = |word: &[u8]| word.get(..3).is_some_and(|head| MONTHS.iter().any(|m| m.eq_ignore_ascii_case(head)));
    let mut words = bytes[run.end..].split(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let behind = words.by_ref().take(2).any(is_month);
    let ahead = &bytes[run.start.saturating_sub(16)..run.start];
    behind || ahead.split(|byte| !byte.is_ascii_alphanumeric()).any(is_month)
}

/// `AB 12`: capitals as on a plate or a map.
fn is_behind_mark(bytes: &[u8], start: usize) -> bool {
    let gap = bytes[..start].iter().rev().take_while(|byte| b" -".contains(byte)).count();
    let letters = bytes[..start - gap].iter().rev().take_while(|byte| byte.is_ascii_uppercase()).count();
    let before = (start - gap).checked_sub(letters + 1).map_or(b' ', |at| bytes[at]);
    (1..=2).contains(&gap) && (1..=3).contains(&letters) && !before.is_ascii_alphanumeric()
}

/// `5 TEV`.
fn is_before_mark(bytes: &[u8], end: usize) -> bool {
    let gap = bytes[end..].iter().take_while(|byte| b" -".contains(byte)).count();
    let letters = bytes[end + gap..].iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let after = bytes.get(end + gap + letters).copied().unwrap_or(b' ');
    (1..=2).contains(&gap) && (1..=3).contains(&letters) && !after.is_ascii_alphanumeric()
}

/// `reg abc 12 d`.
fn is_told_as_plate(bytes: &[u8], start: usize) -> bool {
    let ahead = &bytes[start.saturating_sub(24)..start];
    [&b"reg"[..], b"Reg", b"plate"].iter().any(|cue| memchr::memmem::find(ahead, cue).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> usize {
        telling(text).count()
    }

    #[test]
    fn figures_of_labels_levels_and_bands_tell_nothing() {
        for text in
            ["Worker 1 and Adult 12.", "level 4, step 3", "aged 13-15", "2 to 4", "Month 3; (1) 2. 3", "in 9 of 10"]
        {
            assert_eq!(found(text), 0, "{text}");
        }
    }

    #[test]
    fn figures_of_dates_numbers_plates_and_places_tell() {
        for text in [
            "4 May",
            "Sept. 4",
            "the 4th",
            "on 4/3",
            "4.3.12",
            "14 03 98",
            "AB 12",
            "LS6 3EW",
            "x#12",
            "51.7",
            "0 7 7 0 0",
            "12-34-56",
            "ending 123",
            "3 of March",
            "+4",
            "7:30",
            "a private plate, 5 TEV",
            "reg abc 12 d",
        ] {
            assert!(found(text) > 0, "{text}");
        }
    }
}
