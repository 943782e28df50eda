//! Words that make a child's circumstances the cause of what others do to the child.

use crate::vet::phrase::Reading;
use std::ops::Range;

/// What is done to the child, or what the child becomes.
macro_rules! harm {
    () => {
        "exploit*|abus*|groom*|radicalis*|traffick*|harm|harmed|victim*|target|targets|targeted|prey"
    };
}

/// How a circumstance is made a cause.
const CAUSES: &[&str] = &[
    concat!("lead|leads|leading|led to|into ~ ~ ", harm!()),
    "which|that|this|often leads|led|leading to|into",
    "cause|causes|caused|causing",
    "result|results|resulting|resulted in",
    concat!("so|therefore|hence|thus ~ ", harm!()),
    concat!("make|makes|making|made ~ ~ ", harm!(), "|vulnerable|easy"),
    concat!("will|would be|become ", harm!()),
    concat!("mean|means|meaning ~ ~ ", harm!()),
    concat!("reason|why ~ ~ ", harm!(), "|exploiters"),
    concat!(harm!(), " ~ due|owing|thanks to"),
    concat!(harm!(), " ~ ~ because|through|as"),
    concat!("prone|liable|susceptible|bound|destined|doomed ~ ~ ", harm!()),
    concat!("open|opens|exposed|exposes ~ ~ to ~ ", harm!()),
    "leaves|leave ~ ~ open|exposed|prey|vulnerable",
    concat!("invite|invites|attract|attracts|provoke|provokes ~ ", harm!(), "|exploiters|abusers"),
    concat!("because|due ~ ~ ~ ", harm!()),
    concat!("likely to be ", harm!()),
    "at|vulnerable risk because|due|owing|through",
    "vulnerable|vulnerability because|due|owing|through",
    concat!("increase|increases|raise|raises ~ likelihood|chance|chances|risk of ", harm!(), "|cse|cce"),
    concat!("risk of ", harm!(), " through|because|by|from|due"),
    "put|puts|putting ~ child|children|them at risk|danger",
    concat!("because ~ ~ ~ ~ ", harm!()),
];

/// Where a text says that a circumstance causes harm. What somebody looks for, and what help leads to, is no such thing.
pub fn named(reading: &Reading) -> Vec<Range<usize>> {
    let mut places: Vec<_> = CAUSES.iter().flat_map(|pattern| reading.found(pattern)).collect();
    places.retain(|place| {
        let clause = reading.clause(place);
        let denied = ["not", "never", "no"];
        !reading.words_in(clause).any(|word| denied.contains(&word))
    });
    places.sort_by_key(|place| place.start);
    places.dedup_by(|next, kept| next.start < kept.end);
    places
}
