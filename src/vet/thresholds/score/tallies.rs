//! Words that add signs up, weigh them or rank a child, wherever they stand: in a row, in front matter or in prose.

use crate::vet::phrase::Reading;
use std::ops::Range;

/// What is counted, as a [`Reading`] reads one word.
macro_rules! signs {
    () => {
        "sign|signs|indicator|indicators|factor|factors|box|boxes|tick|ticks|marker|markers|criteria"
    };
}

/// Sums of signs.
const SUMS: &[&str] = &[
    concat!("## or more|over|above ~ ", signs!()),
    "## or more of these|those|them",
    concat!("more|fewer|less than # ~ ", signs!()),
    concat!("over|above|below|under ## ", signs!()),
    concat!("any ## ~ ", signs!()),
    concat!("at least ## ~ ~ ", signs!()),
    concat!("at most ## ~ ~ ", signs!()),
    concat!("between # and # ", signs!()),
    concat!("## ## ", signs!()),
    concat!("# to ## ", signs!()),
    concat!("from ## ", signs!(), " on|level"),
    concat!("need|needs|require|requires|takes ## ~ ", signs!()),
    concat!("## ", signs!(), " ~ level|present|enough"),
    concat!("## ", signs!(), " or|and more|over|above"),
    concat!("if|when|where ~ ~ shows|show|has|have ## ~ ", signs!()),
    concat!("## ", signs!(), " of harm|risk|concern ~ ~ level"),
    concat!("higher|greater|larger the number|count of ", signs!()),
    concat!("## ", signs!(), " ~ ~ for level"),
    concat!("half|majority|most of the|all ", signs!()),
    concat!("half the ", signs!()),
    concat!("the more ", signs!(), " ~ the"),
    "another|further sign|indicator|factor ~ ~ level",
    concat!("# ~ ~ ", signs!(), " make|makes|mean|means|give|gives|equal|equals|need|needs ~ ~ level"),
    concat!("number|count|total of ", signs!(), " ~ decides|sets|gives|determines|shows|means"),
    "total|sum of # or|and|points|means|is|makes",
    "total|score|sum|tally|rating decides|sets|gives|determines|shows the|which|whether",
    "use|uses|using the score|total|rating",
];

/// What a sign is worth.
const WORTHS: &[&str] = &[
    concat!("each|every ", signs!(), " ~ worth|counts|scores|adds"),
    "worth # point|points|mark|marks|pts",
    "# point|points|mark|marks|pts for|each|per|if",
    concat!("# point|points|mark|marks a|an ", signs!(), "|child"),
    "with|than|over|above|below|under ## points|marks",
    "# points|marks ~ ~ level",
    "allocate|give|gives|add|adds|award # ~ point|points|mark|marks",
    "add|adds|adding # for each|every|any",
    concat!(signs!(), " ~ ~ count|counts twice|double|half"),
    "counts twice|double",
    "count twice|double",
    "rating|score|tally|weighting of|is #",
    "score|scores|scored|scoring #",
    "score|scores of #",
    "rate|rated|rank|ranked|grade|graded ~ ~ red|amber|green",
    "multipl* ~ ~ by impact|risk|severity|likelihood|harm|two|three|#",
];

/// What bids readers count, at the beginning of a thought.
const BIDS: &[&str] = &[
    concat!("count|add|total|tally|sum ~ up ~ ", signs!(), "|points|marks|scores"),
    concat!("count|add|total|tally|sum the|all|how ~ ", signs!(), "|points|marks|scores"),
    concat!(
        "score|rate|rank|grade|weigh every|each|all|the ",
        signs!(),
        "|child|children|place|places|risk|risks|family|families"
    ),
    concat!("score|rate|rank|grade ", signs!(), "|children|places|families from|by|red|high"),
];

/// Levels that follow from a number.
const STEPS: &[&str] = &[
    "up to # level",
    "from # level",
    "# to # is|are|means|mean|make|makes level",
    "# and|or more|over is|are|means|mean|make|makes level",
    "## means|mean level",
    "high|medium|moderate|low|severe risk level #",
    "high|medium|moderate|low risk means|is level",
];

/// Words that are wrong though they forbid something.
const SCREENS: &[&str] = &[concat!("one|single ", signs!(), " ~ not enough|sufficient"), "## ~ ~ of the signs ~ must"];

/// Words that forbid a sum and don't make one, if they stand in the same clause.
const DENIED: &[&str] = &["not", "never", "nobody", "don't", "don’t", "cannot", "nor", "neither", "doesn't", "doesn’t"];

/// Where a text adds signs up, weighs or ranks, and does not forbid it.
pub fn tallies(reading: &Reading) -> Vec<Range<usize>> {
    let text = reading.text();
    let all = [SUMS, WORTHS, STEPS].concat();
    let mut places: Vec<_> = all.iter().flat_map(|pattern| reading.found(pattern)).collect();
    let bids = BIDS.iter().flat_map(|pattern| reading.found(pattern));
    places.extend(bids.filter(|place| begins(text, place.start)));
    places.extend(plus(reading));
    places.retain(|place| !is_denied(reading, place));
    places.extend(SCREENS.iter().flat_map(|pattern| reading.found(pattern)));
    places.retain(|place| !text[place.clone()].contains(['?', ';', '|']) && !text[place.clone()].contains(". Level"));
    places.sort_by_key(|place| place.start);
    places.dedup_by(|next, kept| next.start < kept.end);
    places
}

/// `3+ signs`, `10+ means`.
fn plus(reading: &Reading) -> Vec<Range<usize>> {
    let text = reading.text();
    let numbers = text.match_indices('+').filter(|(at, _)| text[..*at].ends_with(|c: char| c.is_ascii_digit()));
    let places = numbers.filter_map(|(at, _)| {
        let start = text[..at].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |before| before + 1);
        let next = reading.after(&(start..at + 1))?;
        let counts =
            ["means", "mean", "points", "marks"].contains(&next) || signs!().split('|').any(|sign| sign == next);
        counts.then_some(start..at + 1)
    });
    places.filter(|place| text.is_char_boundary(place.start)).collect()
}

/// Whether a thought begins at an offset: nothing but marks stand between it and the end of the one before.
fn begins(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\n', '*', '_', '#', '-', '“', '"']);
    let before = before.trim_end_matches(|c: char| c.is_ascii_digit());
    before.is_empty() || before.ends_with(['.', ':', ';', ',', '|', '!', '?', '\n'])
}

/// Whether the clause forbids it. A "no" counts only right before it: "if there is no plan, three signs …" adds up.
fn is_denied(reading: &Reading, place: &Range<usize>) -> bool {
    let clause = reading.clause(place);
    reading.before(place) == Some("no") || reading.words_in(clause).any(|word| DENIED.contains(&word))
}
