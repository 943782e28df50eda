//! Numbers and their units: `72hrs` is two words, `72` and `hours`.

/// The words of a unit that is written directly behind its number.
pub(super) fn glued(unit: &str) -> Option<&'static [&'static str]> {
    Some(match unit {
        "h" => &["hours"],
        "d" => &["days"],
        "y" => &["years"],
        "mo" | "mos" => &["months"],
        "hour" => &["hour"],
        "hours" => &["hours"],
        "minute" => &["minute"],
        "minutes" => &["minutes"],
        "day" => &["day"],
        "days" => &["days"],
        "week" => &["week"],
        "weeks" => &["weeks"],
        "month" => &["month"],
        "months" => &["months"],
        "year" => &["year"],
        "years" => &["years"],
        _ => return behind_number(unit),
    })
}

/// The words of a unit whose number is the word before.
pub(super) fn behind_number(unit: &str) -> Option<&'static [&'static str]> {
    Some(match unit {
        "yo" | "yrold" | "yearold" => &["year", "old"],
        "hr" => &["hour"],
        "min" => &["minute"],
        "wk" => &["week"],
        "mth" => &["month"],
        _ => return anywhere(unit),
    })
}

/// The words of an abbreviation that stands for a unit wherever it is.
pub(super) fn anywhere(unit: &str) -> Option<&'static [&'static str]> {
    Some(match unit {
        "hrs" => &["hours"],
        "mins" => &["minutes"],
        "wks" => &["weeks"],
        "mths" => &["months"],
        "yr" => &["year"],
        "yrs" => &["years"],
        _ => return None,
    })
}

/// `72hrs` as number and words, and `yr9` as word and number.
pub(super) enum Split<'a> {
    Behind(&'a str, &'static [&'static str]),
    Before(&'static [&'static str], &'a str),
}

/// Takes a term of letters and digits apart if it is a number with its unit, or a school year.
pub(super) fn split(term: &str) -> Option<Split<'_>> {
    if term.starts_with(|c: char| c.is_ascii_digit()) {
        let (number, unit) = term.split_at(term.find(|c: char| !c.is_ascii_digit() && c != '.')?);
        return glued(unit).map(|words| Split::Behind(number, words));
    }
    let (name, number) = term.split_at(term.find(|c: char| c.is_ascii_digit())?);
    let year = matches!(name, "y" | "yr" | "year") && number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
    year.then_some(Split::Before(&["year"], number))
}
