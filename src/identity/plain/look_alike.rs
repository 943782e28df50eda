//! Letters of other scripts that look like Latin ones, and letters that stand for digits.

use super::Unit;

/// Writes look-alikes as the Latin letters and digits they are meant to be read as.
pub(super) fn to_latin(units: &mut [Unit]) {
    let foreign = units.iter().any(|unit| !unit.c.is_ascii() && letter(unit.c).is_some());
    // A text in Russian or Greek has letters that look like no Latin one; there, only mixed words are tricks.
    let genuine = foreign && units.iter().any(|unit| is_foreign(unit.c) && letter(unit.c).is_none());
    let mut start = 0;
    while start < units.len() {
        if !in_word(units[start].c) {
            start += 1;
            continue;
        }
        let length = units[start..].iter().take_while(|unit| in_word(unit.c)).count();
        let word = &mut units[start..start + length];
        if foreign {
            letters(word, genuine);
        }
        for number in word.split_mut(|unit| !unit.c.is_alphanumeric()) {
            digits(number);
        }
        date(word);
        start += length;
    }
    groups(units);
}

/// Groups of figures among which letters stand for some: `O77OO 9OO 218`. Alone each would be too short to tell.
fn groups(units: &mut [Unit]) {
    let is_like = |unit: &Unit| unit.c.is_ascii_digit() || digit(unit.c).is_some();
    let mut at = 0;
    while at < units.len() {
        // The `ll` of `call O2O7` belongs to no number.
        let goes_on = at.checked_sub(1).is_some_and(|before| units[before].c.is_alphanumeric());
        if goes_on || !is_like(&units[at]) {
            at += 1;
            continue;
        }
        let run = units[at..].iter().take_while(|unit| is_like(unit) || unit.c == ' ').count();
        // The run may have gone on into the word behind it: `O325 on`.
        let mut end = at + run;
        while end > at && (units[end - 1].c == ' ' || units.get(end).is_some_and(|unit| unit.c.is_alphanumeric())) {
            end -= 1;
        }
        let run = at..end.max(at + 1);
        let stands = |n: Option<usize>| n.and_then(|n| units.get(n)).is_none_or(|unit| !unit.c.is_alphanumeric());
        let figures = units[run.clone()].iter().filter(|unit| unit.c.is_ascii_digit()).count();
        let length = units[run.clone()].iter().filter(|unit| unit.c != ' ').count();
        if stands(Some(run.end)) && length >= FEWEST && figures * 2 >= length {
            for unit in &mut units[run.clone()] {
                unit.c = digit(unit.c).unwrap_or(unit.c);
            }
        }
        at = run.end;
    }
}

/// So many figures and letters are a telephone number or longer.
const FEWEST: usize = 9;

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '@' | '.' | '_' | '-' | '+' | '/')
}

fn letters(word: &mut [Unit], genuine: bool) {
    let latin = word.iter().any(|unit| unit.c.is_ascii_alphanumeric());
    let all = word.iter().all(|unit| !is_foreign(unit.c) || letter(unit.c).is_some());
    if all && (latin || !genuine) {
        for unit in word {
            unit.c = letter(unit.c).unwrap_or(unit.c);
        }
    }
}

/// A run of at least three digits in which only o and l stand besides is a number; so is one of nine or more with a
/// letter before it, as the numbers of pupils are written.
fn digits(word: &mut [Unit]) {
    let lettered = word.len() > 9 && word[0].c.is_ascii_alphabetic() && digit(word[0].c).is_none();
    let word = if lettered { &mut word[1..] } else { word };
    let count = word.iter().filter(|unit| unit.c.is_ascii_digit()).count();
    if count < 3 || count == word.len() || !word.iter().all(|unit| unit.c.is_ascii_digit() || digit(unit.c).is_some()) {
        return;
    }
    // "1980s" has no such letter, but "100l" may be an amount: a single letter at the end stays.
    if count + 1 == word.len() && word.last().is_some_and(|unit| unit.c.is_alphabetic()) {
        return;
    }
    for unit in word {
        unit.c = digit(unit.c).unwrap_or(unit.c);
    }
}

/// `20.O2.2006`: a day, a month and a year in which letters stand for figures.
fn date(word: &mut [Unit]) {
    let is_mark = |unit: &Unit| matches!(unit.c, '.' | '/' | '-');
    // The full stop behind it ends a sentence.
    let end = word.iter().rposition(|unit| !is_mark(unit)).map_or(0, |last| last + 1);
    let word = &mut word[..end];
    let parts: Vec<usize> = word.split(is_mark).map(<[Unit]>::len).collect();
    let is_like = |unit: &Unit| unit.c.is_ascii_digit() || digit(unit.c).is_some() || is_mark(unit);
    let figures = word.iter().filter(|unit| unit.c.is_ascii_digit()).count();
    let is_date = matches!(parts[..], [1..=2, 1..=2, 2 | 4] | [4, 1..=2, 1..=2]) && word.iter().all(is_like);
    if is_date && figures * 2 + 2 > word.len() {
        for unit in word {
            unit.c = digit(unit.c).unwrap_or(unit.c);
        }
    }
}

/// The digit that a letter may be written for.
pub(super) fn digit(c: char) -> Option<char> {
    match c {
        'o' | 'O' => Some('0'),
        'l' | 'I' => Some('1'),
        _ => None,
    }
}

fn is_foreign(c: char) -> bool {
    c.is_alphabetic() && matches!(u32::from(c), 0x370..=0x52f | 0x13a0..=0x13ff | 0x531..=0x58f)
}

/// The Latin letter that a letter of another script looks like.
fn letter(c: char) -> Option<char> {
    PAIRS.chars().zip(LATIN.chars()).find(|(foreign, _)| *foreign == c).map(|(_, latin)| latin)
}

// Cyrillic small and capital, Greek small and capital, Armenian, Cherokee, small capitals, others.
const PAIRS: &str = "авеёгзіїјкмнорстухѕԁԛԝһьбАВЕЁЗІЇЈКМНОРСТУХЅӀԌԚԜҺЬ\
αενορυικτχηγωϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧ\
ոսհցօՕՏ\
ᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᏀᏃᏒᏚᏙᏞᏟᏢᏦ\
ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢıɑɡɩʋ";
const LATIN: &str = "abeer3iijkmhopctyxsdqwhb6ABEE3IIJKMHOPCTYXSlGQWHb\
aevopuiktxnywjABEZHIKMNOPTYX\
nuhgoOS\
DRTiAJEWMHGZRSVLCPK\
abcdefghijklmnoprstuvwyziagiu";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_look_alike_has_its_latin_letter() {
        assert_eq!(PAIRS.chars().count(), LATIN.chars().count());
        assert_eq!(letter('р'), Some('p'));
        assert_eq!(letter('Χ'), Some('X'));
        assert_eq!(letter('ᴢ'), Some('z'));
        assert_eq!(letter('a'), None);
    }
}
