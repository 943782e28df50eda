//! What stands in the cells of a framework's tables: lists, names, levels, parties. All of it pure: text in,
//! value or fault out, and no text is too odd.

use super::indicator::Levels;
use super::party::{Agency, Party};
use super::response::Duty;
use crate::front_matter::record::parse_date;
use crate::markdown::heading::slug;
use crate::markdown::rows::is_id;
use crate::rule::Rule;
use crate::suggest::did_you_mean;
use jiff::civil::Date;
use std::ops::Range;

/// Why a cell, or a part of it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The rule that is broken.
    pub rule: Rule,
    /// The bytes of the cell's text that are meant.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// How to put it right.
    pub hint: String,
}

impl Unread {
    /// A fault of [`Rule::ThresholdTable`].
    pub fn new(range: Range<usize>, message: impl Into<String>, hint: impl Into<String>) -> Unread {
        Unread { rule: Rule::ThresholdTable, range, message: message.into(), hint: hint.into() }
    }

    /// The same for a part of a longer text that begins at an offset.
    #[must_use]
    pub fn at(mut self, offset: usize) -> Unread {
        self.range = self.range.start + offset..self.range.end + offset;
        self
    }
}

/// The items of a list, separated by a mark outside round brackets, each with its place. Empty items are left out.
pub fn items(text: &str, mark: char) -> impl Iterator<Item = (usize, &str)> {
    let mut depth = 0_usize;
    let mut start = 0;
    let mut ranges = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if c == mark && depth == 0 => {
                ranges.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    // A bracket that is never closed keeps nothing together.
    if depth > 0 {
        ranges.clear();
        start = 0;
        for (at, _) in text.match_indices(mark) {
            ranges.push(start..at);
            start = at + mark.len_utf8();
        }
    }
    ranges.push(start..text.len());
    ranges.into_iter().filter_map(|range| {
        let item = &text[range.clone()];
        let trimmed = item.trim();
        let start = range.start + (item.len() - item.trim_start().len());
        (!trimmed.is_empty()).then_some((start, trimmed))
    })
}

/// The place of an item.
pub fn place((start, item): (usize, &str)) -> Range<usize> {
    start..start + item.len()
}

/// An id: lower-case letters, digits and hyphens.
pub fn id(item: (usize, &str)) -> Result<String, Unread> {
    if is_id(item.1) {
        return Ok(item.1.to_owned());
    }
    if item.1.contains(',') {
        return Err(Unread::new(place(item), "one id stands here, and no list", "name one of them"));
    }
    let better = slug(item.1);
    let is_sentence = item.1.split_whitespace().count() > 4;
    let hint =
        if is_id(&better) && !is_sentence { format!("write `{better}`") } else { "such as second-phone".to_owned() };
    Err(Unread::new(place(item), "an id has lower-case letters, digits and hyphens only", hint))
}

/// One of the values of a choice, by its name or its label.
pub fn one_of<T>(item: (usize, &str), named: fn(&str) -> Option<T>, names: &[&str]) -> Result<T, Unread> {
    named(item.1).ok_or_else(|| {
        let hint = did_you_mean(item.1, names.iter().copied());
        let message = format!("`{}` is none of the values that this may have", item.1);
        Unread::new(place(item), message, hint.unwrap_or_else(|| format!("one of: {}", names.join(", "))))
    })
}

/// A duty; what is not to be done has one name, however a law puts it.
pub fn duty(item: (usize, &str)) -> Result<Duty, Unread> {
    if ["must not", "should not", "may not", "don't", "never"].contains(&item.1.to_lowercase().as_str()) {
        let message = format!("`{}` is none of the values that this may have", item.1);
        return Err(Unread::new(place(item), message, "write do-not"));
    }
    one_of(item, Duty::written, Duty::NAMES)
}

/// An age band; the dash between two ages may be a long one.
pub fn age_band(item: (usize, &str)) -> Result<super::indicator::AgeBand, Unread> {
    use super::indicator::AgeBand;
    let plain = item.1.replace(['–', '—'], "-");
    AgeBand::written(&plain).map_or_else(|| one_of(item, AgeBand::written, AgeBand::NAMES), Ok)
}

/// A day, as YYYY-MM-DD.
pub fn date(item: (usize, &str)) -> Result<Date, Unread> {
    parse_date(item.1).ok_or_else(|| {
        let hint = "write an existing date as YYYY-MM-DD, such as 2026-09-30";
        Unread { rule: Rule::BadDate, ..Unread::new(place(item), format!("`{}` is no date", item.1), hint) }
    })
}

/// "2 to 4", "2–4", "3 or 4", "level 4" or "4".
pub fn levels(item: (usize, &str)) -> Result<Levels, Unread> {
    let unread =
        |message: &str| Err(Unread::new(place(item), message, "write a range such as 2 to 4, or one level such as 4"));
    let named = item.1.trim_start_matches(|c: char| c.is_alphabetic());
    let is_named = matches!(item.1[..item.1.len() - named.len()].to_lowercase().as_str(), "level" | "levels");
    let written = if is_named { named.trim_start() } else { item.1 };
    let apart = [" to ", " or ", " and "].into_iter().find(|word| written.contains(word));
    let parts: Vec<&str> = match apart {
        Some(word) => written.split(word).collect(),
        None => written.split(['–', '—', '-', '/']).collect(),
    };
    let number = |part: &str| {
        let digits = part.trim();
        let is_short = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_short { digits.parse::<u32>().ok().filter(|number| *number > 0) } else { None }
    };
    let (lowest, highest) = match parts[..] {
        [only] => (number(only), number(only)),
        [lowest, highest] => (number(lowest), number(highest)),
        _ => (None, None),
    };
    match (lowest, highest) {
        // "2 or 4" leaves out a level between, which no range does.
        (Some(lowest), Some(highest)) if highest > lowest + 1 && matches!(apart, Some(" or " | " and ")) => {
            unread("a range of levels leaves out none between")
        }
        (Some(lowest), Some(highest)) if lowest <= highest => Ok(Levels { lowest, highest }),
        (Some(_), Some(_)) => unread("this range of levels ends before it begins"),
        _ => unread("this is no range of levels"),
    }
}

/// An agency and, in round brackets, a role in it: `social-care (social worker)`.
pub fn party(item: (usize, &str)) -> Result<Party, Unread> {
    let (agency, role) = match item.1.split_once('(') {
        None => (item.1, None),
        Some((agency, role)) => match role.strip_suffix(')') {
            Some(role) if !role.trim().is_empty() => (agency, Some(role.trim().to_owned())),
            _ => {
                let message = "a role stands in round brackets after its agency";
                return Err(Unread::new(place(item), message, "such as social-care (social worker)"));
            }
        },
    };
    let agency = one_of((item.0, agency.trim_end()), Agency::written, Agency::NAMES)?;
    Ok(Party { agency, role })
}

/// Whether a text is nothing but a number, a percentage or a fraction: a score in all but name.
pub fn is_bare_number(text: &str) -> bool {
    let inner = text.trim_matches(|c: char| c.is_whitespace() || "%+<>=~≥≤".contains(c));
    let digits = inner.chars().filter(char::is_ascii_digit).count();
    digits > 0 && inner.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | ' '))
}

/// Whether the name of a column or attribute asks for a number that weighs.
pub fn is_score(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "score",
        "scores",
        "scoring",
        "weight",
        "weights",
        "weighting",
        "point",
        "points",
        "rating",
        "ratings",
        "total",
        "totals",
        "pts",
        "rag",
        "severity",
        "likelihood",
        "impact",
        "probability",
    ];
    let lower = name.to_lowercase();
    if ["risk level", "level of risk", "risk", "h/m/l", "priority"].contains(&lower.trim()) {
        return true;
    }
    name.split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(u32, u32)> {
        levels((0, text)).ok().map(|levels| (levels.lowest, levels.highest))
    }

    #[test]
    fn a_range_of_levels_is_read_in_every_form() {
        for text in ["2 to 4", "2–4", "2-4", "2 — 4", "2 – 4"] {
            assert_eq!(read(text), Some((2, 4)), "{text}");
        }
        assert_eq!(read("4"), Some((4, 4)));
        for text in
            ["", "4 to 2", "0", "0 to 2", "2 to", "2to4", "1 to 2 to 3", "1, 2", "two", "2.5", "4%", "99999999999"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn brackets_keep_an_item_together_and_a_bracket_that_is_never_closed_does_not() {
        let read = |text| items(text, ',').collect::<Vec<_>>();
        assert_eq!(read("police (a, b) , é,, health"), [(0, "police (a, b)"), (16, "é"), (21, "health")]);
        assert_eq!(read("police (a, b"), [(0, "police (a"), (11, "b")]);
        assert!(read(" , ").is_empty());
    }

    #[test]
    fn an_agency_may_have_a_role() {
        let wanted = Party { agency: Agency::LocalAuthority, role: Some("social worker".to_owned()) };
        assert_eq!(party((0, "local-authority (social worker)")), Ok(wanted));
        assert_eq!(party((0, "Early help")), Ok(Party { agency: Agency::EarlyHelp, role: None }));
        assert_eq!(
            party((7, "polise (x)")).map_err(|unread| (unread.range, unread.hint)),
            Err((7..13, "did you mean `police`?".to_owned()))
        );
        assert!(party((0, "police ()")).is_err());
    }

    #[test]
    fn numbers_that_weigh_are_told_from_numbers_that_do_not() {
        for text in ["4", "40%", " 3 / 5 ", "+2", ">= 7", "1.5"] {
            assert!(is_bare_number(text), "{text}");
        }
        for text in ["", "–", "13-15", "4 weeks", "two", "/"] {
            assert!(!is_bare_number(text), "{text}");
        }
        assert!(["Score", "Risk score", "weight", "Points", "total (max)"].iter().all(|name| is_score(name)));
        assert!(!["Sign", "Pointed out by", "Scored", "Totally"].iter().any(|name| is_score(name)));
    }
}
