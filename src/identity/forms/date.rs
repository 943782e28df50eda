//! Exact dates and dates of birth, in figures and words.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::pattern::{after, before, pattern, places};
use crate::identity::{Candidate, Form, Kind, Scope};

const MONTH: &str = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WEEKDAY: &str = r"(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?";
const YEAR: &str = r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2})";
const ORDINAL: &str = r"(?:(?:twenty|thirty)[ -]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";
const SPOKEN_YEAR: &str = r"(?:nineteen|twenty|two thousand)(?:[ -](?:and |hundred |hundred and |oh )?[a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)?";
const NTH: &str = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)";
const FESTIVAL: &str = r"(?:christmas(?: day| eve)?|boxing day|new year'?s (?:day|eve)|good friday|easter(?: sunday| monday| saturday| day)?|hallowe'?en|bonfire night|guy fawkes(?: night| day)?|(?:st\.? )?valentine'?s day|mother'?s day|mothering sunday|father'?s day|shrove tuesday|pancake day|ash wednesday|maundy thursday|palm sunday|st\.? (?:patrick|david|andrew|george)'?s day|remembrance (?:sunday|day)|armistice day|hogmanay|burns night|eid(?:[ -](?:al|ul)[ -](?:fitr|adha))?|diwali|hanukkah|yom kippur|rosh hashanah|vaisakhi|holi|passover|(?:chinese |lunar )new year|may day|epiphany|all saints'? day|whit monday|(?:(?:early |late )?(?:may|spring|summer|august) )?bank holiday(?: monday)?|a[ -]level results day|gcse results day)";

/// A day and a month: `the 4th of March 2019`, `21-Dec-59`.
static DAY_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?P<weekday>{WEEKDAY}[,.]? (?:the )?)?(?P<day>0?[1-9]|[12][0-9]|3[01])(?P<nth> ?(?:st|nd|rd|th))?(?: day)?(?: of)?(?:[ ,./_-]{{0,3}})(?P<month>{MONTH})(?:\b\.?(?P<year>(?:,? |, ?|[./_-] ?|'| of )?{YEAR}\b)?|(?P<run>(?:19|20)[0-9]{{2}}\b))"
    ))
});
/// A month and a day: `Sept. 5`, `March the 3rd, 2019`.
static MONTH_DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?P<weekday>{WEEKDAY}[,.]? )?(?P<month>{MONTH})\b\.?[ ./_-]{{0,2}}(?P<the>the )?(?P<day>0?[1-9]|[12][0-9]|3[01])(?P<nth> ?(?:st|nd|rd|th))?\b(?P<year>(?:,? |, ?|[./-]){YEAR}\b)?"
    ))
});
/// In figures, day or month first; spaces around the strokes are allowed.
static FIGURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<day>[0-9]{1,2}) ?(?:(?P<dot>\.) ?(?P<m1>[0-9]{1,2}|[ivx]{1,4}) ?\.|/ ?(?P<m2>[0-9]{1,2}|[ivx]{1,4}) ?/|- ?(?P<m3>[0-9]{1,2}|[ivx]{1,4}) ?-|_(?P<m4>[0-9]{1,2})_) ?(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})\b",
    )
});
static YEAR_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<year>(?:19|20)[0-9]{2}) ?(?:\. ?(?P<m1>[0-9]{1,2}) ?\.|/ ?(?P<m2>[0-9]{1,2}) ?/|- ?(?P<m3>[0-9]{1,2}) ?-|(?P<m4>[0-9]{2})|[ _](?P<m5>[0-9]{2})[ _]) ?(?P<day>[0-9]{1,2})(?:t[0-9]{2}:[0-9]{2}[0-9:.z]{0,10})?",
    )
});
static YEAR_MONTH_DAY: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"\b(?:19|20)[0-9]{{2}}[ ,./-]{{1,2}}{MONTH}[ ./-]{{1,2}}[0-3]?[0-9]\b")));
/// A day and a month after "on": `on 4/3`.
static STROKE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:on|dated|since|until|(?P<weekday>{WEEKDAY}),?) (?P<at>(?P<day>[0-9]{{1,2}})[/.](?P<month>[0-9]{{1,2}}))\b"
    ))
});
/// In words: `the third of March`, `March the third`.
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:{WEEKDAY},? )?(?:(?:the )?{ORDINAL} (?:day )?of {MONTH}|(?:on|on the) {ORDINAL} {MONTH}|{MONTH} the {ORDINAL}|(?:on|{WEEKDAY},?) {MONTH} {ORDINAL}|{ORDINAL} {MONTH},? (?:{YEAR}|{SPOKEN_YEAR}))\b(?:,? (?:in )?(?:(?:19|20)[0-9]{{2}}|{SPOKEN_YEAR})\b)?"
    ))
});
/// The third Tuesday of March.
static NTH_WEEKDAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b{NTH} {WEEKDAY} (?:(?:of|in) {MONTH}\b(?:,? (?:19|20)[0-9]{{2}}\b)?|(?:of|in) (?:ramadan|lent|advent|passover|muharram|dhul hijjah|navaratri) (?:19|20)[0-9]{{2}}\b)"
    ))
});
/// One of four or five days: `a Tuesday in March 2021`.
static WEEKDAY_IN: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"\b(?:a|one|the|that) {WEEKDAY} in {MONTH},? (?:of )?(?:19|20)[0-9]{{2}}\b")));
/// A day of a month that is not told: `on the 14th.`
static DAY_ALONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\bon (?P<at>the (?:[12]?[0-9]|3[01])(?:st|nd|rd|th)(?: of (?:the|that|each|every) month)?)(?:[.,;:)]|$)")
});
/// Figures with spaces between them.
static SPACED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<day>[0-3][0-9]) (?P<month>[01][0-9]) (?:19|20)[0-9]{2}\b"));
/// Feasts of one day whose names don't say so.
const ONE_DAY: &[&str] = &["hogmanay", "eid", "diwali", "vaisakhi", "yom kippur", "holi"];
/// What makes short figures with dots a date.
static DATED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:on|dated|since|until|before|after|date:?) $"));
/// A weekday and a day of the month: `Monday the 4th`.
static WEEKDAY_NTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"\b{WEEKDAY},? (?:the )?(?:(?:[12]?[0-9]|3[01])(?:st|nd|rd|th)|the {ORDINAL})\b"))
});
static FEAST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?P<weekday>{WEEKDAY},? )?(?P<by>(?:the )?(?:day |morning |evening |night |week |{WEEKDAY} )?(?:before|after|of|following) )?(?P<on>(?:on|since|until|by) )?(?P<feast>{FESTIVAL}(?: night| evening| morning| afternoon)?)(?P<year>,? (?:of |in )?(?:(?:19|20)[0-9]{{2}}|'[0-9]{{2}}))?\b"
    ))
});
/// Six or eight figures after a cue of birth.
static BIRTH_FIGURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:born(?: on)?|d\.? ?o\.? ?b\.?|date of birth|birth ?date)\b[^0-9a-z]{0,4}(?:(?:is|was)[^0-9a-z]{1,3})?(?P<at>[0-3]?[0-9][ ./,-]{0,3}[01]?[0-9][ ./,-]{0,3}(?:(?:19|20)[0-9]{2}|[0-9]{2}))\b",
    )
});
static BIRTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\b(?:born|birth ?date|date of (?:his |her |their |the )?birth|birth ?days?|birthdate|b\.)|\bd[ ./]?o[ ./]?b\b|\bdob)[^!?]{0,44}$",
    )
});
static BIRTH_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[^.!?;0-9]{0,24}?\b(?:birth ?day|birth ?date|date of birth|dob\b|d\.o\.b|(?:was|is|were) (?:born|his|her|the day (?:he|she) was born))",
    )
});
/// What stands before figures that are no date.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:section|sections|para|paras|paragraph|paragraphs|chapter|version|v|clause|rule|standard|table|figure|annex|appendix|regulation|part|point|item|step|isbn|issn|doi|page|pages|p|pp|ratio|score|scored|level|levels|article|articles)\.? ?$",
    )
});
static MONTH_ONLY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:in|during|of|every|each) (?:early |mid |late )?$"));

/// Finds dates; those with a cue of birth are dates of birth.
pub(super) fn find(text: &str, form: Form, scope: Scope, found: &mut Vec<Candidate>) {
    let mut dates = Vec::new();
    figures(text, form, &mut dates);
    in_words(text, &mut dates);
    for (range, weight) in dates {
        let birth = is_birth(text, &range);
        if birth {
            found.push(Candidate::new(Kind::DateOfBirth, range, weight + 5));
        } else if scope == Scope::CaseStudy {
            found.push(Candidate::new(Kind::ExactDate, range, weight));
        }
    }
    for range in places(&BIRTH_FIGURES, text) {
        found.push(Candidate::new(Kind::DateOfBirth, range, Candidate::CLEAR + 4));
    }
}

/// Whether two figures may be a day and a month, in either order.
pub(super) fn is_day(day: &str, month: &str) -> bool {
    let value = |text: &str| text.parse::<u32>().unwrap_or(0);
    let fits = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    fits(value(day), value(month)) || fits(value(month), value(day))
}

fn is_birth(text: &str, range: &Range<usize>) -> bool {
    let back = before(text, range.start, 56);
    // A sentence that ended before the date has nothing to do with it, but "d.o.b." is no end of a sentence.
    let start =
        back.windows(3).rposition(|w| w[0] == b'.' && w[1] == b' ' && w[2].is_ascii_uppercase()).map_or(0, |at| {
            let dotted = at >= 2 && back[at - 2] == b'.' || at >= 1 && back[at - 1].eq_ignore_ascii_case(&b'b');
            if dotted { 0 } else { at + 2 }
        });
    // Another date between the cue and this one took the cue.
    let between = &back[start..];
    let taken = between.iter().rposition(u8::is_ascii_digit).map_or(between, |at| &between[at + 1..]);
    let cue = if taken.len() < between.len() { taken } else { between };
    BIRTH.is_match(cue) || BIRTH_AFTER.is_match(after(text, range.end, 48))
}

type Found = Vec<(Range<usize>, u8)>;

fn figures(text: &str, form: Form, dates: &mut Found) {
    let bytes = text.as_bytes();
    for pattern in [&*FIGURES, &*YEAR_FIRST] {
        for found in pattern.captures_iter(bytes) {
            let part = |name: &str| found.name(name).map_or("", |part| &text[part.range()]);
            let range = found.get(0).map_or(0..0, |whole| whole.range());
            let month = ["m1", "m2", "m3", "m4", "m5"]
                .iter()
                .map(|name| found.name(name).map_or("", |m| &text[m.range()]))
                .collect::<String>();
            let roman = month.bytes().any(|byte| byte.is_ascii_alphabetic());
            let fits = if roman { is_day(part("day"), "1") && is_roman(&month) } else { is_day(part("day"), &month) };
            // "1.3.04" is a section more often than a date.
            let dotted = !part("dot").is_empty()
                && part("year").len() == 2
                && !roman
                && (part("day").len() < 2 || month.len() < 2);
            let compact = found.name("m4").is_some() && pattern.captures_len() > 7;
            let numbered = NUMBERED.is_match(before(text, range.start, 24)) || is_longer(bytes, &range);
            let short_path = form == Form::Path && part("year").len() == 2;
            let loose = compact && part("day").len() != 2;
            let dotted = dotted && !DATED.is_match(before(text, range.start, 12)) && !is_birth(text, &range);
            let refused = dotted || numbered || short_path || loose;
            if fits && !refused {
                dates.push((range, Candidate::CLEAR));
            }
        }
    }
    for found in SPACED.captures_iter(bytes) {
        let part = |name: &str| found.name(name).map_or("", |part| &text[part.range()]);
        let range = found.get(0).map_or(0..0, |whole| whole.range());
        if is_day(part("day"), part("month")) && !is_longer(bytes, &range) {
            dates.push((range, Candidate::LIKELY));
        }
    }
    for found in STROKE.captures_iter(bytes) {
        let part = |name: &str| found.name(name).map_or("", |part| &text[part.range()]);
        let Some(range) = found.name("at").map(|part| part.range()) else { continue };
        let known = ["24/7", "9/11", "7/7", "50/50"].contains(&&text[range.clone()]);
        let dotted = text[range.clone()].contains('.') && part("weekday").is_empty();
        let goes_on = bytes.get(range.end).is_some_and(|byte| {
            b"/.-%0123456789".contains(byte) && bytes.get(range.end + 1).is_some_and(u8::is_ascii_alphanumeric)
        });
        let day_first = part("month").parse::<u32>().is_ok_and(|month| (1..=12).contains(&month));
        let counted =
            after(text, range.end, 12).starts_with(b" of ") || after(text, range.end, 12).starts_with(b" occ");
        if !known && !dotted && !goes_on && !counted && day_first && is_day(part("day"), part("month")) {
            dates.push((range, Candidate::LIKELY));
        }
    }
}

/// Whether figures go on beyond a date: then it is a number, or a list of sections.
fn is_longer(bytes: &[u8], range: &Range<usize>) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let joint = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|byte| b"./-".contains(byte));
    let start = range.start;
    digit(start.checked_sub(1))
        || digit(Some(range.end))
        || (joint(start.checked_sub(1)) && digit(start.checked_sub(2)))
        || (joint(Some(range.end)) && digit(Some(range.end + 1)))
}

fn is_roman(month: &str) -> bool {
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
        .contains(&month.to_ascii_lowercase().as_str())
}

fn in_words(text: &str, dates: &mut Found) {
    let bytes = text.as_bytes();
    for found in DAY_MONTH.captures_iter(bytes) {
        let range = found.get(0).map_or(0..0, |whole| whole.range());
        let month = found.name("month").map_or("", |part| &text[part.range()]);
        let sure = ["nth", "year", "run", "weekday"].iter().any(|name| found.name(name).is_some());
        // "4 may" is a verb, "2 mar" the beginning of another word.
        let verb = month.starts_with(['m', 's']) && month.len() <= 3;
        let figure = bytes[..range.start].ends_with(b".") || bytes[..range.start].ends_with(b"-");
        let figure = figure && range.start > 1 && bytes[range.start - 2].is_ascii_digit() && !sure;
        let modal = month == "may" && found.name("year").is_none() && found.name("nth").is_none();
        let refused = (verb && !sure) || figure || modal;
        if !refused && !NUMBERED.is_match(before(text, range.start, 24)) {
            let end = text[range.clone()].trim_end_matches('.').len();
            dates.push((range.start..range.start + end, Candidate::CLEAR + 1));
        }
    }
    for found in MONTH_DAY.captures_iter(bytes) {
        let range = found.get(0).map_or(0..0, |whole| whole.range());
        let month = found.name("month").map_or("", |part| &text[part.range()]);
        let sure = ["nth", "year", "weekday", "the"].iter().any(|name| found.name(name).is_some());
        // "in May 16 children" counts children.
        let counts = !sure && MONTH_ONLY.is_match(before(text, range.start, 24));
        let capital = month.starts_with(|c: char| c.is_ascii_uppercase());
        let counted = !sure && after(text, range.end, 2).first().is_some_and(|byte| b"-%:/".contains(byte));
        if !counts && !counted && (capital || sure) && !is_longer(bytes, &range) {
            dates.push((range, Candidate::CLEAR));
        }
    }
    for pattern in [&*YEAR_MONTH_DAY, &*WORDS, &*WEEKDAY_NTH, &*NTH_WEEKDAY, &*WEEKDAY_IN, &*DAY_ALONE] {
        dates.extend(places(pattern, text).map(|range| (range, Candidate::CLEAR)));
    }
    for found in FEAST.captures_iter(bytes) {
        let has = |name: &str| found.name(name).is_some();
        let Some(feast) = found.name("feast").map(|part| part.range()) else { continue };
        let name = text[feast.clone()].to_ascii_lowercase();
        let single =
            name.contains("day") || name.contains("eve") || name.contains("night") || ONE_DAY.contains(&name.as_str());
        let loose = ["christmas", "easter", "passover"].contains(&name.as_str());
        let one_day = has("by") && (has("on") || has("year") || has("weekday"));
        if (has("year") && !loose)
            || (has("weekday") && !has("by"))
            || (has("on") && single && !name.contains("bank"))
            || one_day
        {
            dates.push((found.get(0).map_or(feast, |whole| whole.range()), Candidate::CLEAR));
        }
    }
}
