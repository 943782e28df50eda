//! Exact dates and dates of birth, in figures and words.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use regex::bytes::Regex;

use super::pattern::{after, before, pattern};
use super::stretches::{Stretches, finder};
use super::{birth, public_day};
use crate::identity::{Candidate, Form, Kind, Scope};

pub(super) const MONTH: &str = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WEEKDAY: &str = r"(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?";
const YEAR: &str = r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2})";
const ORDINAL: &str = r"(?:(?:twenty|thirty)[ -]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";
const SPOKEN_YEAR: &str = r"(?:nineteen|twenty|two thousand)(?:[ -](?:and |hundred |hundred and |oh )?[a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)?";
const NTH: &str = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)";
/// Welsh, Irish; French, Spanish, Portuguese, Italian, Romanian; German, Polish, Turkish; the Muslim year.
const MONTHS_ABROAD: &str = "ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|\
    ean(?:a|á)ir|feabhra|m(?:a|á)rta|aibre(?:a|á)n|bealtaine|meitheamh|i(?:u|ú)il|l(?:u|ú)nasa|samhain|nollaig|\
    janvier|f(?:e|é)v(?:rier|r)?|mars|avr(?:il)?|juin|juil(?:let)?|ao(?:u|û)t|septembre|octobre|novembre|\
    d(?:e|é)c(?:embre)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|\
    janeiro|fevereiro|mar(?:c|ç)o|maio|junho|julho|setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|\
    maggio|giugno|luglio|settembre|ottobre|dicembre|ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie|\
    octombrie|noiembrie|decembrie|januar|februar|m(?:a|ae|ä)rz|juni|juli|oktober|dezember|stycznia|lutego|marca|\
    kwietnia|maja|czerwca|lipca|sierpnia|wrze(?:s|ś)nia|pa(?:z|ź)dziernika|listopada|grudnia|ocak|(?:s|ş)ubat|nisan|\
    may(?:i|ı)s|haziran|temmuz|a(?:g|ğ)ustos|eyl(?:u|ü)l|ekim|kas(?:i|ı)m|aral(?:i|ı)k|muharram|safar|rajab|\
    shab[a']?an|ramadan|shawwal|dhul[ -](?:hijjah|qadah)";
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
        r"\b(?P<day>[0-9]{1,2}) ?(?:(?P<dot>\.) ?(?P<m1>[0-9]{1,2}|[ivx]{1,4}) ?\.|/ ?(?P<m2>[0-9]{1,2}|[ivx]{1,4}) ?/|- ?(?P<m3>[0-9]{1,2}|[ivx]{1,4}) ?-|_(?P<m4>[0-9]{1,2})_|\\ ?(?P<m5>[0-9]{1,2}) ?\\) ?(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})\b",
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
/// A day, a month and a year in languages that interpreters, parents and the papers of other countries write.
static ABROAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:0?[1-9]|[12][0-9]|3[01])(?:\.|er|eg|ain|fed|af|\xc2\xba|\xc2\xb0)?[ -](?:de |d'|o )?(?:{MONTHS_ABROAD})\b\.?,?[ -](?:de )?(?:(?:19|20)[0-9]{{2}}|14[0-9]{{2}}|'[0-9]{{2}})\b"
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
    pattern(
        r"\bon (?P<at>the (?:[12]?[0-9]|3[01])(?:st|nd|rd|th)(?: of (?:the|that|each|every) month)?)(?:[.,;:)]|$| (?:the|he|she|they|his|her|their|police|staff|child|nobody|somebody)\b)",
    )
});
/// Figures with spaces between them.
static SPACED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<day>[0-3][0-9]) (?P<month>[01][0-9]) (?:19|20)[0-9]{2}\b"));
/// Words of which one stands in every date that is told without figures.
static CALENDAR: LazyLock<AhoCorasick> = LazyLock::new(|| {
    finder(
        "january, february, march, april, may, june, july, august, september, sept, october, november, december, jan , \
         feb , mar , apr , aug , oct , nov , dec , monday, tuesday, wednesday, thursday, friday, saturday, sunday, \
         christmas, boxing, new year, easter, hallowe, bonfire, fawkes, valentine, mother's, father's, fathers, mothers, \
         mothering, pancake, patrick, david, andrew, george, armistice, hogmanay, burns, eid, diwali, hanukkah, kippur, \
         hashanah, vaisakhi, holi, passover, epiphany, saints, bank hol, results",
    )
});
/// Feasts of one day whose names don't say so.
const ONE_DAY: &[&str] = &["hogmanay", "eid", "diwali", "vaisakhi", "yom kippur", "holi"];
/// What makes short figures with dots a date.
static DATED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:on|dated|since|until|before|after|date:?) $"));
/// A weekday and a day of the month: `Monday the 4th`.
static WEEKDAY_NTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"\b{WEEKDAY},? (?:the )?(?:(?:[12]?[0-9]|3[01])(?:st|nd|rd|th)|the {ORDINAL})\b"))
});
/// The weekday of `the Tuesday after Eid`.
static NAMED_DAY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:before|after|following)"));
/// A day and a month that fill a cell of a table: `14/03`, and no fraction.
static IN_CELL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\| ?(?P<at>(?:0?[1-9]|[12][0-9]|3[01])/0[1-9]|(?:1[3-9]|2[0-9]|3[01])/(?:[1-9]|1[0-2])) ?\|")
});
static FEAST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?P<weekday>{WEEKDAY},? )?(?P<by>(?:the )?(?:day |morning |evening |night |week |{WEEKDAY} )?(?:before|after|of|following) )?(?P<on>(?:on|since|until|by) )?(?P<feast>{FESTIVAL}(?: night| evening| morning| afternoon)?)(?P<year>,? (?:of |in )?(?:(?:19|20)[0-9]{{2}}|'[0-9]{{2}}))?\b"
    ))
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
pub(super) fn find(near: &Stretches<'_>, form: Form, scope: Scope, found: &mut Vec<Candidate>) {
    let text = near.text();
    let mut dates = Vec::new();
    figures(near, form, &mut dates);
    with_month(near, &mut dates);
    in_words(text, &mut dates);
    for (range, weight) in dates {
        if birth::is_birth(text, &range) {
            found.push(Candidate::new(Kind::DateOfBirth, range, weight + 5));
        } else if scope == Scope::CaseStudy && !public_day::is_everybodys(text, &range) {
            found.push(Candidate::new(Kind::ExactDate, range, weight));
        }
    }
    birth::without_day(near, found);
}

/// Whether two figures may be a day and a month, in either order.
pub(super) fn is_day(day: &str, month: &str) -> bool {
    let value = |text: &str| text.parse::<u32>().unwrap_or(0);
    let fits = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    fits(value(day), value(month)) || fits(value(month), value(day))
}

type Found = Vec<(Range<usize>, u8)>;

fn figures(near: &Stretches<'_>, form: Form, dates: &mut Found) {
    let text = near.text();
    let bytes = text.as_bytes();
    for pattern in [&*FIGURES, &*YEAR_FIRST] {
        for found in near.captures(pattern) {
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
            let numbered = NUMBERED.is_match(before(text, range.start, 24)) || is_longer(bytes, &range, form);
            let short_path = form == Form::Path && part("year").len() == 2;
            let loose = compact && part("day").len() != 2;
            // A cell of a table that holds nothing else holds no section.
            let cell = before(text, range.start, 3).ends_with(b"| ") && after(text, range.end, 2) == b" |";
            let dotted =
                dotted && !cell && !DATED.is_match(before(text, range.start, 12)) && !birth::is_birth(text, &range);
            let refused = dotted || numbered || short_path || loose;
            if fits && !refused {
                dates.push((range, Candidate::CLEAR));
            }
        }
    }
    for found in near.captures(&SPACED) {
        let part = |name: &str| found.name(name).map_or("", |part| &text[part.range()]);
        let range = found.get(0).map_or(0..0, |whole| whole.range());
        if is_day(part("day"), part("month")) && !is_longer(bytes, &range, form) {
            dates.push((range, Candidate::LIKELY));
        }
    }
    for found in near.captures(&STROKE) {
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
fn is_longer(bytes: &[u8], range: &Range<usize>, form: Form) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let joint = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|byte| b"./-".contains(byte));
    let start = range.start;
    let touches = digit(start.checked_sub(1)) || digit(Some(range.end));
    // In the name of a file the number of a case may stand before a whole date: `case-31-2023-10-09`.
    let is_whole_in_path = form == Form::Path && range.len() == "2023-10-09".len();
    let goes_on = (joint(start.checked_sub(1)) && digit(start.checked_sub(2)))
        || (joint(Some(range.end)) && digit(Some(range.end + 1)));
    touches || !is_whole_in_path && goes_on
}

fn is_roman(month: &str) -> bool {
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
        .contains(&month.to_ascii_lowercase().as_str())
}

fn with_month(near: &Stretches<'_>, dates: &mut Found) {
    let text = near.text();
    let bytes = text.as_bytes();
    for found in near.captures(&DAY_MONTH) {
        let range = found.get(0).map_or(0..0, |whole| whole.range());
        let month = found.name("month").map_or("", |part| &text[part.range()]);
        let sure = ["nth", "year", "run", "weekday"].iter().any(|name| found.name(name).is_some());
        // "4 may" is a verb, "2 mar" the beginning of another word.
        let verb = month.starts_with(['m', 's']) && month.len() <= 3;
        let figure = bytes[..range.start].ends_with(b".") || bytes[..range.start].ends_with(b"-");
        let figure = figure && range.start > 1 && bytes[range.start - 2].is_ascii_digit() && !sure;
        let modal = month == "may" && found.name("year").is_none() && found.name("nth").is_none();
        // "2. May I come in?" is the second of a list.
        let marked = bytes[..range.start].last().is_none_or(|byte| *byte == b'\n')
            && text[range.clone()].bytes().find(|byte| !byte.is_ascii_digit()) == Some(b'.')
            && found.name("year").is_none();
        let refused = (verb && !sure) || figure || modal || marked;
        // "at this point 14 March 2019": no section has a month and a year.
        let numbered = found.name("year").is_none() && NUMBERED.is_match(before(text, range.start, 24));
        if !refused && !numbered {
            let end = text[range.clone()].trim_end_matches('.').len();
            dates.push((range.start..range.start + end, Candidate::CLEAR + 1));
        }
    }
    for found in near.captures(&MONTH_DAY) {
        let range = found.get(0).map_or(0..0, |whole| whole.range());
        let month = found.name("month").map_or("", |part| &text[part.range()]);
        let sure = ["nth", "year", "weekday", "the"].iter().any(|name| found.name(name).is_some());
        // "in May 16 children" counts children.
        let counts = !sure && MONTH_ONLY.is_match(before(text, range.start, 24));
        let capital = month.starts_with(|c: char| c.is_ascii_uppercase());
        let counted = !sure && after(text, range.end, 2).first().is_some_and(|byte| b"-%:/".contains(byte));
        if !counts && !counted && (capital || sure) && !is_longer(bytes, &range, Form::Plain) {
            dates.push((range, Candidate::CLEAR));
        }
    }
    for pattern in [&*YEAR_MONTH_DAY, &*WEEKDAY_IN, &*WEEKDAY_NTH, &*DAY_ALONE, &*IN_CELL, &*ABROAD] {
        dates.extend(near.places(pattern).map(|range| (range, Candidate::CLEAR)));
    }
}

fn in_words(text: &str, dates: &mut Found) {
    // Every weekday and most feasts are days, and the other words are those of months and feasts.
    let near = Stretches::words(text, &CALENDAR);
    for pattern in [&*WORDS, &*WEEKDAY_NTH, &*NTH_WEEKDAY] {
        dates.extend(near.places(pattern).map(|range| (range, Candidate::CLEAR)));
    }
    for found in near.captures(&FEAST) {
        let has = |name: &str| found.name(name).is_some();
        let Some(feast) = found.name("feast").map(|part| part.range()) else { continue };
        let name = text[feast.clone()].to_ascii_lowercase();
        let single =
            name.contains("day") || name.contains("eve") || name.contains("night") || ONE_DAY.contains(&name.as_str());
        let loose = ["christmas", "easter", "passover"].contains(&name.as_str());
        let by_weekday = found.name("by").is_some_and(|by| NAMED_DAY.is_match(&text.as_bytes()[by.range()]));
        let one_day = has("by") && (has("on") || has("year") || has("weekday") || by_weekday);
        if (has("year") && !loose)
            || (has("weekday") && !has("by"))
            || (has("on") && single && !name.contains("bank"))
            || one_day
        {
            dates.push((found.get(0).map_or(feast, |whole| whole.range()), Candidate::CLEAR));
        }
    }
}
