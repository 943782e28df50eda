//! Marks that rank a sign where only words belong: "(3)", "★★★", "3 out of 5", "– high", "amber".

use crate::vet::phrase::{Reading, number};
use std::ops::Range;

/// What ranks, in words.
const RANKS: &[&str] = &[
    "risk level|rating|score|band",
    "level of risk",
    "rag red|amber|green|rating|rated",
    "red|amber|green|high|medium|low rated",
    "rated red|amber|green|high|medium|low|severe",
    "red|amber|green|yellow #",
    "tick|ticks #",
    "pts|points #",
    "scale of|from # to|out",
    "# high|medium|low|red|amber|green ~ and|or #",
    "counts once|twice|double|half",
    "count once|twice|double|half",
    "count|counts|counted as #",
    "weigh|weighs ~ ~ more|twice|double|less than|as|much",
    "weigh|weighs more|twice|double|less",
    "double|doubly|heavily weight*",
    "weighting|weightings|weighted",
    "a weight of",
    "most|least serious ~ ~ sign|signs|indicator|indicators",
    "multiplied|multiply|multiplies by",
    "# in # are|is|will|become|becomes|turn",
    "per cent|percent likely|risk|probab*|certain|chance",
    "likelihood|probability of #",
    "sum|tally|total: #",
    "sum|tally #",
    "cancel|cancels|cancelled|outweigh|outweighs ~ ~ sign|signs|risk|risks|indicator|indicators",
    "## ~ of these ~ enough",
    "major|minor|strong|weak|key|critical indicator|marker",
    "likelihood|impact|severity|probability #",
    "level # sign|indicator|marker",
    "tier # risk",
    "above|below|over|under # points",
    "up to # points|marks",
    "mark|score|rating out of",
];

/// What ranks only at the end of a thought: "grade 3", "x 3"; elsewhere it names a class, a route or a room.
const AT_THE_END: &[&str] = &[
    "grade|priority|severity|ranking|rank|risk|value|weight|max|maximum|x #",
    "tier|band #|a|b|c|d",
    "worth|counts|equals #",
    "# in|out of # ~",
    "# out of #",
    "total|sum of #",
    "## ticks|stars|flags",
];

/// Numbers of these rank, unless they are points of something else: on a licence, of contact, at a junction.
const UNITS: &str = "# point|points|mark|marks|pts|pt";
const OF_SOMETHING_ELSE: &[&str] = &["on", "of", "at", "in", "along", "to"];

/// Bands of risk, unless it is the risk of something named.
const BANDS: &[&str] = &["high|medium|moderate|low|severe|critical risk", "red|amber flag|flags"];

/// Words that rank when they stand alone, in brackets, or after a dash or colon at the end.
const ALONE: &[&str] = &[
    "high",
    "medium",
    "low",
    "severe",
    "moderate",
    "critical",
    "major",
    "minor",
    "extreme",
    "red",
    "amber",
    "green",
    "yellow",
    "high risk",
    "medium risk",
    "low risk",
    "major sign",
    "minor sign",
    "h",
    "m",
    "l",
    "hi",
    "med",
    "lo",
    "i",
    "ii",
    "iii",
    "iv",
    "v",
];

/// Signs that rank without words.
const SYMBOLS: &[char] = &[
    '★', '☆', '⭐', '●', '○', '◐', '🔴', '🟠', '🟡', '🟢', '🔵', '🟥', '🟧', '🟨', '🟩', '✮', '✓', '✔', '⚠', '❗', '‼',
];

/// What makes of a score a matter of play or school.
const PLAY: &[&str] = &[
    "football",
    "rugby",
    "cricket",
    "match",
    "game",
    "games",
    "goal",
    "goals",
    "team",
    "music",
    "song",
    "songs",
    "test",
    "tests",
    "exam",
    "exams",
    "film",
    "orchestra",
    "league",
    "app",
    "darts",
    "school",
    "sport",
    "basketball",
];

/// Where a text ranks by a mark.
pub fn marks(reading: &Reading) -> Vec<Range<usize>> {
    let text = reading.text();
    let mut places = Vec::new();
    let mut all = |patterns: &[&str], holds: &dyn Fn(&Range<usize>) -> bool| {
        let found = patterns.iter().flat_map(|pattern| reading.found(pattern));
        places.extend(found.filter(|place| holds(place)));
    };
    all(RANKS, &|place| !text[place.clone()].contains(['.', ';']));
    all(AT_THE_END, &|place| is_end(text, place.end));
    all(&[UNITS], &|place| !reading.after(place).is_some_and(|next| OF_SOMETHING_ELSE.contains(&next)));
    all(BANDS, &|place| !reading.after(place).is_some_and(|next| ["of", "on", "in", "from"].contains(&next)));
    all(&["score*|scoring"], &|place| !is_play(reading, place));
    places.extend(shares(reading));
    places.extend(colour_first(reading));
    places.extend(at_the_end(text));
    let symbols = text.char_indices().filter(|(_, c)| SYMBOLS.contains(c) || ('①'..='⑳').contains(c));
    places.extend(symbols.map(|(at, c)| at..at + c.len_utf8()));
    places.sort_by_key(|place| place.start);
    places
}

/// Whether a thought ends at an offset.
fn is_end(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start();
    rest.is_empty() || rest.starts_with(['.', ';', ',', ')', ']', ':', '!', '?'])
}

fn is_play(reading: &Reading, place: &Range<usize>) -> bool {
    let sentence = reading.sentence(place);
    reading.words_in(sentence).any(|word| PLAY.contains(&word))
}

/// `4/10` and `70%`, unless they are a share of something: "50% of the pocket money", "a 50% discount".
fn shares(reading: &Reading) -> Vec<Range<usize>> {
    const LIKELY: &[&str] = &["likely", "risk", "certain", "sure", "chance", "probability", "match"];
    let text = reading.text();
    let mut places = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '%' | '/')) {
        let digits = |c: char| c.is_ascii_digit() || c == '.';
        let start = text[..at].trim_end().trim_end_matches(digits).len();
        let has_number = text[start..at].contains(|c: char| c.is_ascii_digit());
        let after = text[at + c.len_utf8()..].trim_start_matches(digits);
        let end = text.len() - after.len();
        let is_fraction = c == '/' && end > at + 1 && &text[start..end] != "24/7";
        let likely = reading.after(&(start..end)).is_some_and(|next| LIKELY.contains(&next));
        if has_number && (c == '%' || is_fraction) && (likely || is_end(text, end)) {
            places.push(start..end);
        }
    }
    places
}

/// `RED: travels at night`, unless a colour is meant.
fn colour_first(reading: &Reading) -> Option<Range<usize>> {
    let text = reading.text();
    let (first, rest) = text.split_once(':')?;
    let is_colour = ["red", "amber", "green"].contains(&first.trim().to_lowercase().as_str());
    (is_colour && !rest.contains("colour")).then_some(0..first.len())
}

/// What stands in brackets or after a dash or colon at the end, or is all there is.
fn at_the_end(text: &str) -> Option<Range<usize>> {
    let end = text.trim_end_matches(['.', ' ']).len();
    let text = &text[..end];
    if ranks(text) {
        return Some(0..end);
    }
    let last = text.rfind(' ').map_or(0, |at| at + 1);
    let is_row_of_marks = text[last..].len() > 1 && text[last..].chars().all(|c| matches!(c, '+' | '*'));
    let is_times = text[last..].strip_prefix(['x', '×']).is_some_and(|rest| number(rest).is_some());
    if is_decimal(&text[last..]) || is_row_of_marks || is_times {
        return Some(last..end);
    }
    let (start, inner) = match text.strip_suffix([')', ']']) {
        Some(open) => {
            let start = open.rfind(['(', '['])?;
            (start, &open[start + 1..])
        }
        None => {
            let start = text.rfind(['–', '—', ':', '=', '-'])?;
            let dash = text[start..].chars().next()?.len_utf8();
            let is_apart = text[..start].ends_with(' ') || text[start..].starts_with(':');
            (start, text[start + dash..].strip_prefix(' ').filter(|_| is_apart)?)
        }
    };
    let before = text[..start].trim_end().rsplit(' ').next().unwrap_or_default();
    let is_year_or_ending =
        before.len() == 4 && number(before).is_some() || ["in", "born", "aged", "age"].contains(&before);
    (ranks(inner) && !is_year_or_ending).then_some(start..end)
}

/// "3", "+3", "x2", "1.5", "high", "III".
fn ranks(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let bare = lower.trim_start_matches(['+', 'x', '×']).trim_end_matches(['+', '×']).trim();
    ALONE.contains(&lower.as_str()) || is_decimal(bare) || number(bare).is_some_and(|number| number <= 100)
}

fn is_decimal(text: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('.').is_some_and(|(a, b)| is_number(a) && is_number(b))
}
