//! By when: `immediately`, the id of a timescale, or `1 working day from the referral (maximum)`.

use super::cells::{Unread, place};
use super::response::Within;
use crate::document::timescale::{Limit, LimitKind, Unit};
use crate::markdown::rows::is_id;
use crate::rule::Rule;
use crate::suggest::did_you_mean;

const SAMPLE: &str = "such as 1 working day from the referral, or the id of an entry of timescales.yaml";
const AT_ONCE: &[&str] = &["immediately", "at once", "straight away"];
/// Units as people write them, the longer ones first.
const UNITS: &[(&str, Unit)] = &[
    ("working days", Unit::WorkingDays),
    ("working day", Unit::WorkingDays),
    ("calendar days", Unit::CalendarDays),
    ("calendar day", Unit::CalendarDays),
    ("hours", Unit::Hours),
    ("hour", Unit::Hours),
    ("hrs", Unit::Hours),
    ("weeks", Unit::Weeks),
    ("week", Unit::Weeks),
    ("months", Unit::Months),
    ("month", Unit::Months),
];

/// Reads a limit.
pub fn read(text: &str) -> Result<Within, Unread> {
    let trimmed = text.trim();
    let start = text.len() - text.trim_start().len();
    if AT_ONCE.iter().any(|words| words.eq_ignore_ascii_case(trimmed)) {
        return Ok(Within::Immediately);
    }
    if is_id(trimmed) && trimmed.contains(|c: char| c.is_ascii_lowercase()) {
        return Ok(Within::Defined(trimmed.to_owned()));
    }
    let own = strip_word(trimmed, "within").unwrap_or(trimmed);
    limit(own).map(Within::Own).map_err(|unread| unread.at(start + trimmed.len() - own.len()))
}

fn limit(text: &str) -> Result<Limit, Unread> {
    let (amount, rest) = amount(text)?;
    let (unit, rest) = unit(rest, text.len() - rest.len())?;
    let (from, kind) = kind(rest, text.len() - rest.len())?;
    let event = ["from", "of", "after"].iter().find_map(|word| strip_word(from, word)).map(str::trim);
    match event.filter(|event| !event.is_empty()) {
        Some(event) => Ok(Limit { amount, unit, from: event.to_owned(), kind }),
        None => Err(fault(0, text, "this says not what the time is counted from", "add it: from the referral")),
    }
}

/// How many, in figures or as a word, and the rest.
fn amount(text: &str) -> Result<(u32, &str), Unread> {
    let words = ["a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word = words.iter().zip([1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).find_map(|(word, amount)| {
        let rest = strip_word(text, word)?;
        Some((amount, rest))
    });
    if let Some(found) = word {
        return Ok(found);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return Err(Unread::new(place((0, text)), "this is no timescale", SAMPLE));
    }
    let amount = text[..digits].parse().ok().filter(|amount| *amount > 0);
    let amount = amount.ok_or_else(|| fault(0, &text[..digits], "this is no amount of time", SAMPLE))?;
    Ok((amount, text[digits..].trim_start()))
}

fn unit(text: &str, at: usize) -> Result<(Unit, &str), Unread> {
    let known = UNITS.iter().find_map(|(words, unit)| Some((*unit, strip_word(text, words)?)));
    if let Some((unit, rest)) = known {
        return Ok((unit, rest.trim()));
    }
    let word = text.split_whitespace().next().unwrap_or_default();
    if matches!(word.to_lowercase().as_str(), "day" | "days") {
        let message = format!("`{word}` leaves open whether weekends and bank holidays count");
        return Err(fault(at, word, &message, "write working days or calendar days"));
    }
    if word.is_empty() {
        return Err(fault(at, word, "this amount has no unit", "hours, working days, calendar days, weeks or months"));
    }
    let hint = did_you_mean(word, UNITS.iter().map(|(words, _)| *words));
    let hint = hint.unwrap_or_else(|| "hours, working days, calendar days, weeks or months".to_owned());
    Err(fault(at, word, &format!("`{word}` is no unit of time"), &hint))
}

/// What stands before the brackets at the end, and what they say.
fn kind(text: &str, at: usize) -> Result<(&str, LimitKind), Unread> {
    let Some((before, word)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) else {
        return Ok((text, LimitKind::Maximum));
    };
    match LimitKind::named(&word.trim().to_lowercase()) {
        Some(kind) => Ok((before.trim_end(), kind)),
        None => {
            let message = format!("`{}` says not what the limit is", word.trim());
            let hint = format!("in brackets stands one of: {}", LimitKind::NAMES.join(", "));
            Err(Unread::new(at + before.len()..at + text.len(), message, hint))
        }
    }
}

/// The text after a word, if it begins with that word as a whole, in any case.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let head = text.get(..word.len())?;
    let rest = &text[word.len()..];
    let ends = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric());
    (head.eq_ignore_ascii_case(word) && ends).then(|| rest.trim_start())
}

fn fault(at: usize, text: &str, message: &str, hint: &str) -> Unread {
    Unread { rule: Rule::Timescale, range: at..at + text.len(), message: message.to_owned(), hint: hint.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(amount: u32, unit: Unit, from: &str, kind: LimitKind) -> Result<Within, Unread> {
        Ok(Within::Own(Limit { amount, unit, from: from.to_owned(), kind }))
    }

    #[test]
    fn limits_are_read_in_every_form() {
        assert_eq!(read(" Immediately "), Ok(Within::Immediately));
        assert_eq!(read("assessment-45"), Ok(Within::Defined("assessment-45".to_owned())));
        let day = own(1, Unit::WorkingDays, "the referral", LimitKind::Maximum);
        assert_eq!(read("Within one working day of the referral"), day);
        assert_eq!(read("a month from the plan"), own(1, Unit::Months, "the plan", LimitKind::Maximum));
        assert_eq!(read("1 working day from the referral"), day);
        assert_eq!(read("within 1 Working Day of the referral (maximum)"), day);
        assert_eq!(read("72 hours from the return (target)"), own(72, Unit::Hours, "the return", LimitKind::Target));
        assert_eq!(
            read("2 weeks after the plan (first) is made (average)"),
            own(2, Unit::Weeks, "the plan (first) is made", LimitKind::Average)
        );
    }

    #[test]
    fn what_is_left_open_is_told() {
        for (text, rule, place) in [
            ("5 days from the referral", Rule::Timescale, 2..6),
            ("5 working days", Rule::Timescale, 0..14),
            ("within 5", Rule::Timescale, 8..8),
            ("0 hours from x", Rule::Timescale, 0..1),
            ("99999999999 hours from x", Rule::Timescale, 0..11),
            ("3 fortnights from x", Rule::Timescale, 2..12),
            ("as soon as possible", Rule::ThresholdTable, 0..19),
            ("2 weeks from the plan (soon)", Rule::ThresholdTable, 22..28),
        ] {
            let unread = read(text).err().map(|unread| (unread.rule, unread.range));
            assert_eq!(unread, Some((rule, place)), "{text}");
        }
    }
}
