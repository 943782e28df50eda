//! What counts or ranks is found, and what only holds a number is not.

use super::*;
use crate::document::framework::indicator::IndicatorKind;

fn in_a_sign(text: &str) -> Option<&str> {
    counted(text, Part::Sign(IndicatorKind::RiskIndicator)).map(|place| &text[place])
}

#[test]
fn what_counts_or_ranks_is_found_in_a_row() {
    for text in [
        "Has a phone (3)",
        "Has a phone [3]",
        "Has a phone – high",
        "Has a phone, 3 out of 5",
        "Has a phone ★★★",
        "Not a high risk",
        "70%",
        "Takes 2 points off",
        "Three or more signs mean level 4",
        "5-8 signs: level 3",
        "Counts once",
        "3+ signs",
        "Five signs or more",
        "Two signs of harm are at level 3",
        "The higher the number of signs, the higher the level",
        "Scores of 10 and above",
        "The risk is rated amber",
    ] {
        assert!(in_a_sign(text).is_some(), "{text}");
    }
}

#[test]
fn numbers_that_rank_nobody_stay() {
    for text in [
        "A 50% discount code",
        "Uses 50% of their pocket money",
        "A club with 2/3 of the class",
        "Spends a total of 9 hours online",
        "Lost 2 points on a driving licence",
        "A football score app",
        "Was born in 2012 (14)",
        "Low risk of rain",
        "Green: the colour of the team",
        "A bus on route 3 (4 stops)",
        "Two or more friends of one age",
        "Two signs of harm on one day",
    ] {
        assert_eq!(in_a_sign(text), None, "{text}");
    }
}

#[test]
fn a_level_may_be_called_a_tier() {
    assert_eq!(counted("Tier 1", Part::Name), None);
    assert!(counted("Red (8 points)", Part::Name).is_some());
}

#[test]
fn prose_that_forbids_a_sum_makes_none() {
    let found = |text: &str| !tallies(&Reading::of(text)).is_empty();
    for text in [
        "Do not count signs: three or more signs do not make level 4.",
        "It is never right to say that three or more signs make a level.",
        "The total of 3 visits was too few.",
        "Three signs are described below.",
    ] {
        assert!(!found(text), "{text}");
    }
    for text in [
        "Do not wait: three or more signs mean level 4.",
        "If there is no plan yet, three or more signs mean level 4.",
        "Count the signs. Up to 3: level 2.",
        "The total decides the level.",
        "If a child shows **three or more** signs, choose level 4.",
        "Rate the child red, amber or green.",
    ] {
        assert!(found(text), "{text}");
    }
}
