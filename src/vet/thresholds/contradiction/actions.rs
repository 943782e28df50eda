//! Whether two responses are the same action, and how they contradict each other.

use super::{meet, same_case};
use crate::document::framework::response::{Duty, Response, Within};
use crate::document::timescale::Timescale;
use crate::source::Spanned;
use crate::thresholds::limit::same;
use crate::thresholds::wording::{main_words, overlap};
use crate::vet::phrase::Reading;
use std::collections::BTreeSet;

/// Actions that share this much are the same action.
const SAME_ACTION: f64 = 0.6;

/// Where two agencies each have a row of their own for nearly the same thing, more must be shared before
/// their leads or duties count as a contradiction.
const SAME_WORDS: f64 = 0.75;

/// Where triggers only meet, the words must be the same.
const EQUAL_WORDS: f64 = 0.99;

/// An action that stands whole in a longer one is the same if it has so many main words.
const WHOLE: usize = 4;

/// How two responses contradict each other.
pub fn contradict(one: &Response, two: &Response, timescales: &[Timescale]) -> Option<&'static str> {
    let (one_words, two_words) = (main_words(&one.action.value), main_words(&two.action.value));
    if turn(&one.action.value) != turn(&two.action.value) {
        return None;
    }
    let alike = overlap(&one_words, &two_words);
    let is_whole = stands_in(&one_words, &two_words);
    let (one_case, two_case) = (&one.trigger.value, &two.trigger.value);
    let same_case = same_case(one_case, two_case);
    let both = same_case || (alike >= EQUAL_WORDS && meet(one_case, two_case));
    if !both || (alike < SAME_ACTION && !is_whole) {
        return None;
    }
    let (a, b) = (one.duty.value, two.duty.value);
    if (a == Duty::DoNot) != (b == Duty::DoNot) {
        return (alike >= SAME_WORDS || is_whole).then_some("one asks for it or allows it, and the other forbids it");
    }
    if a == Duty::DoNot {
        return None;
    }
    times(one, two, same_case && alike >= SAME_WORDS, timescales)
        .or_else(|| leads(one, two, alike))
        .or_else(|| binds(one, two, same_case && alike >= SAME_WORDS))
}

fn times(one: &Response, two: &Response, one_suffices: bool, timescales: &[Timescale]) -> Option<&'static str> {
    let differ = |a: &Option<Spanned<Within>>, b: &Option<Spanned<Within>>| match (a, b) {
        (Some(a), Some(b)) => !same(Some(&a.value), Some(&b.value), timescales),
        (None, None) => false,
        _ => one_suffices,
    };
    if differ(&one.within, &two.within) {
        return Some("their timescales differ");
    }
    let both = one.feedback_due.is_some() && two.feedback_due.is_some();
    (both && differ(&one.feedback_due, &two.feedback_due)).then_some("feedback is due at different times")
}

fn leads(one: &Response, two: &Response, alike: f64) -> Option<&'static str> {
    let (a, b) = (&one.lead.as_ref()?.value, &two.lead.as_ref()?.value);
    // "Send what you know" is for each agency by itself.
    let each = |response: &Response| !Reading::of(&response.action.value).found("you|your").is_empty();
    if each(one) && each(two) {
        return None;
    }
    let roles = alike >= EQUAL_WORDS && a.role.is_some() && b.role.is_some() && a.role != b.role;
    (alike >= SAME_WORDS && (a.agency != b.agency || roles)).then_some("their leads differ")
}

fn binds(one: &Response, two: &Response, is_one_thing: bool) -> Option<&'static str> {
    let leads = |response: &Response| response.lead.as_ref().map(|lead| lead.value.agency);
    if !is_one_thing || leads(one) != leads(two) {
        return None;
    }
    if one.duty.value != two.duty.value {
        return Some("their duties differ");
    }
    let consent = one.consent.zip(two.consent);
    consent.is_some_and(|(a, b)| a != b).then_some("what they say of consent differs")
}

/// Whether one set of words stands whole in the other.
fn stands_in(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    a.len().min(b.len()) >= WHOLE && (a.is_subset(b) || b.is_subset(a))
}

/// Which of several of one kind an action is about: the first, or a later one.
pub fn turn(action: &str) -> Vec<&'static str> {
    const TURNS: &[&str] = &["first|initial", "second", "third", "later|next|following|further|another", "last|final"];
    let reading = Reading::of(action);
    TURNS.iter().copied().filter(|turn| !reading.found(turn).is_empty()).collect()
}
