//! Which part of one framework is meant by which part of another. Ids are unique in a site, so two
//! frameworks share an id only where one inherits from the other; elsewhere the words decide.

use super::fields::{self, Said};
use super::{Field, Row, Subject, Verdict};
use crate::document::framework::indicator::Indicator;
use crate::document::framework::ladder::{Ladder, Rung};
use crate::document::framework::response::{Response, Within};
use crate::document::timescale::Timescale;
use crate::source::Spanned;
use crate::thresholds::applied::{Applied, Named, Part};
use crate::thresholds::limit::{feedback_anchor, limit_anchor, limit_of};
use crate::thresholds::wording::{main_words, overlap};
use std::collections::BTreeSet;

/// Statements that share less than this are about different things.
const ALIKE: f64 = 0.5;

/// Something on one side: its id, its name, what it says.
struct Side {
    id: String,
    title: String,
    said: Said,
}

/// Levels, by number.
pub fn levels(left: &Applied, right: &Applied) -> Vec<Row> {
    let sides = |applied: &Applied| -> Vec<Side> {
        let side = |level: &crate::document::framework::Level| Side {
            id: level.anchor(),
            title: format!("Level {}: {}", level.number.value, level.label),
            said: fields::level(level),
        };
        applied.levels().iter().map(side).collect()
    };
    let (left, right) = (sides(left), sides(right));
    let pairs = matched(&left, &right, |a, b| a.id == b.id);
    rows(Subject::Level, &left, &right, &pairs)
}

/// Indicators.
pub fn indicators(left: &Applied, right: &Applied) -> Vec<Row> {
    let sides = |applied: &Applied| -> Vec<Side> {
        let side = |part: &Indicator| Side {
            id: part.id.value.clone(),
            title: part.statement.value.clone(),
            said: fields::indicator(part, part.domain.as_ref().and_then(|id| applied.domain(&id.value))),
        };
        applied.indicators.iter().filter(|part| part.applies()).map(|part| side(part.part)).collect()
    };
    parts(Subject::Indicator, &sides(left), &sides(right), &replaced(&left.indicators, &right.indicators))
}

/// Responses.
pub fn responses(left: &Applied, right: &Applied, timescales: &[Timescale]) -> Vec<Row> {
    let sides = |applied: &Applied| -> Vec<Side> {
        let side = |part: &Response| Side {
            id: part.id.value.clone(),
            title: part.action.value.clone(),
            said: fields::response(applied, part, timescales),
        };
        applied.responses.iter().filter(|part| part.applies()).map(|part| side(part.part)).collect()
    };
    parts(Subject::Response, &sides(left), &sides(right), &replaced(&left.responses, &right.responses))
}

/// Timescales that responses of either use, and limits that they set themselves.
pub fn timescales(left: &Applied, right: &Applied, timescales: &[Timescale]) -> Vec<Row> {
    let sides = |applied: &Applied| -> Vec<Side> {
        let mut seen = BTreeSet::new();
        let used = applied.responses.iter().filter(|part| part.applies());
        let used = used.flat_map(|part| limit_sides(part.part, timescales));
        used.filter(|side| seen.insert(side.id.clone())).collect()
    };
    let (left_sides, right_sides) = (sides(left), sides(right));
    // A limit that a response sets itself stands beside the one of the response in whose place it stands.
    let limits = |(a, b): (&Response, &Response)| {
        let done = limit_id(&a.within, limit_anchor(a.id())).zip(limit_id(&b.within, limit_anchor(b.id())));
        let heard =
            limit_id(&a.feedback_due, feedback_anchor(a.id())).zip(limit_id(&b.feedback_due, feedback_anchor(b.id())));
        done.into_iter().chain(heard).filter(|(a, b)| a != b)
    };
    let of_right = right.responses.iter().filter_map(|part| Some((part.national()?, part.part)));
    let of_left = left.responses.iter().filter_map(|part| Some((part.part, part.national()?)));
    let replaced: Vec<(String, String)> = of_right.chain(of_left).flat_map(limits).collect();
    parts(Subject::Timescale, &left_sides, &right_sides, &replaced)
}

fn limit_id(within: &Option<Spanned<Within>>, anchor: String) -> Option<String> {
    match &within.as_ref()?.value {
        Within::Defined(id) => Some(id.clone()),
        Within::Own(_) => Some(anchor),
        Within::Immediately => None,
    }
}

/// The limits of a response: by when it is done, and by when somebody hears of it.
fn limit_sides(response: &Response, timescales: &[Timescale]) -> impl Iterator<Item = Side> {
    let id = response.id();
    let done = limit_side(response, &response.within, limit_anchor(id), timescales);
    done.into_iter().chain(limit_side(response, &response.feedback_due, feedback_anchor(id), timescales))
}

fn limit_side(
    response: &Response,
    within: &Option<Spanned<Within>>,
    anchor: String,
    timescales: &[Timescale],
) -> Option<Side> {
    let id = limit_id(within, anchor)?;
    let within = &within.as_ref()?.value;
    let title = match within {
        Within::Defined(id) => timescales.iter().find(|known| known.id.value == *id)?.name.clone(),
        Within::Own(_) | Within::Immediately => response.action.value.clone(),
    };
    Some(Side { id, title, said: fields::timescale(limit_of(within, timescales)?) })
}

/// Ladders for disagreements: the one for all, and those that some responses have.
pub fn ladders(left: &Applied, right: &Applied, timescales: &[Timescale]) -> Vec<Row> {
    let side = |id: Option<&str>, title: &str, steps: &[Rung]| {
        let said = fields::ladder(steps, timescales);
        (!steps.is_empty()).then(|| Side { id: Ladder::anchor(id), title: title.to_owned(), said })
    };
    let sides = |applied: &Applied| -> Vec<Side> {
        let own = applied.ladders();
        let own = own.iter().filter_map(|ladder| side(Some(&ladder.id.value), &ladder.label, &ladder.steps));
        side(None, "Any disagreement", applied.escalation()).into_iter().chain(own).collect()
    };
    parts(Subject::Ladder, &sides(left), &sides(right), &[])
}

/// Ids of the left side and what takes their place on the right, or the other way round.
fn replaced<T: Named>(left: &[Part<T>], right: &[Part<T>]) -> Vec<(String, String)> {
    let of_right = right.iter().filter_map(|part| Some((part.national()?.id().to_owned(), part.part.id().to_owned())));
    let of_left = left.iter().filter_map(|part| Some((part.part.id().to_owned(), part.national()?.id().to_owned())));
    of_right.chain(of_left).collect()
}

fn parts(subject: Subject, left: &[Side], right: &[Side], replaced: &[(String, String)]) -> Vec<Row> {
    let mut pairs =
        matched(left, right, |a, b| a.id == b.id || replaced.iter().any(|(from, to)| *from == a.id && *to == b.id));
    by_words(left, right, &mut pairs);
    rows(subject, left, right, &pairs)
}

/// For each on the left, its partner on the right.
fn matched(left: &[Side], right: &[Side], same: impl Fn(&Side, &Side) -> bool) -> Vec<Option<usize>> {
    left.iter().map(|a| right.iter().position(|b| same(a, b))).collect()
}

/// Pairs what is left by its words, the most alike first.
fn by_words(left: &[Side], right: &[Side], pairs: &mut [Option<usize>]) {
    let words =
        |sides: &[Side]| -> Vec<BTreeSet<String>> { sides.iter().map(|side| main_words(&side.title)).collect() };
    let (left_words, right_words) = (words(left), words(right));
    let mut taken: BTreeSet<usize> = pairs.iter().copied().flatten().collect();
    let mut likely: Vec<(f64, usize, usize)> = Vec::new();
    for (a, words) in left_words.iter().enumerate().filter(|(a, _)| pairs[*a].is_none()) {
        for (b, others) in right_words.iter().enumerate().filter(|(b, _)| !taken.contains(b)) {
            let alike = overlap(words, others);
            if alike >= ALIKE {
                likely.push((alike, a, b));
            }
        }
    }
    likely.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    for (_, a, b) in likely {
        if pairs[a].is_none() && taken.insert(b) {
            pairs[a] = Some(b);
        }
    }
}

fn rows(subject: Subject, left: &[Side], right: &[Side], pairs: &[Option<usize>]) -> Vec<Row> {
    let mut rows: Vec<Row> = left.iter().zip(pairs).map(|(a, b)| row(subject, Some(a), b.map(|b| &right[b]))).collect();
    let taken: BTreeSet<usize> = pairs.iter().copied().flatten().collect();
    let rest = right.iter().enumerate().filter(|(at, _)| !taken.contains(at));
    rows.extend(rest.map(|(_, b)| row(subject, None, Some(b))));
    rows
}

fn row(subject: Subject, left: Option<&Side>, right: Option<&Side>) -> Row {
    let said = |side: Option<&Side>, name: &str| {
        let found = side.and_then(|side| side.said.iter().find(|(own, _)| *own == name));
        found.map(|(_, said)| said.clone()).unwrap_or_default()
    };
    let names = left.or(right).map(|side| &side.said[..]).unwrap_or_default().iter().map(|(name, _)| *name);
    let fields: Vec<Field> =
        names.map(|name| Field { name, left: said(left, name), right: said(right, name) }).collect();
    let verdict = match (left, right) {
        (Some(_), None) => Verdict::OnlyLeft,
        (None, _) => Verdict::OnlyRight,
        _ if fields.iter().any(Field::differs) => Verdict::Changed,
        _ => Verdict::Same,
    };
    let id = |side: Option<&Side>| side.map(|side| side.id.clone());
    let title = left.or(right).map(|side| side.title.clone()).unwrap_or_default();
    Row { subject, title, left: id(left), right: id(right), verdict, fields }
}
