//! Postcodes, coordinates and three words.

use super::{Kind, holds, holds_nothing};

#[test]
fn postcodes_are_found_in_any_case() {
    holds(
        Kind::Postcode,
        &[
            "ended ¦ze1 4ls¦.",
            "ended ¦LS63EW¦.",
            "flat (¦s5 6py¦)",
            "¦SW1A 1AA¦",
            "¦EC1A 1BB¦",
            "¦M1 1AE¦",
            "¦B33 8TH¦",
            "¦LS6-3EW¦",
            "¦L S 6 3 E W¦",
            "¦ＬＳ６ ３ＥＷ¦",
            "¦LS6&nbsp;3EW¦",
            "¦LS6\u{200b}3EW¦",
            "¦LS6\n3EW¦",
            "¦BT7 1NN¦",
        ],
    );
    holds_nothing(&["S47 1st stage", "E3 4hr wait", "Level 4 to 5", "A4 5pm", "Q1 2AB", "in Year 7 3of"]);
}

#[test]
fn coordinates_and_map_references_are_found() {
    holds(
        Kind::Coordinates,
        &[
            "was ¦51.77775, -3.91985¦.",
            "¦lat 51.7777, long -3.9198¦",
            "¦51.7777° N, 3.9198° W¦",
            "¦51°46'39.9\"N 3°55'11.5\"W¦",
            "¦51° 46′ 39″ N, 3° 55′ 11″ W¦",
            "at ¦SK 123 456¦",
            "at ¦TQ 3012 8045¦",
            "grid ref ¦SK123456¦",
            "¦9C3W9QCJ+2V¦",
        ],
    );
    holds_nothing(&["at 20°C and 37.5°", "a mean of 4.123 and a deviation of 0.5"]);
}

#[test]
fn three_word_addresses_are_found() {
    holds(
        Kind::What3Words,
        &[
            "as ¦///amber.fabric.jumper¦.",
            "as ¦orange.gravel.ladder¦ (what3words).",
            "what3words: ¦orange.gravel.ladder¦",
            "what3words ¦orange dot gravel dot ladder¦",
            "at ¦orange.gravel.ladder¦ that night",
            "¦/// amber . fabric . jumper¦",
        ],
    );
    holds_nothing(&["file.name.yaml", "yes.no.", "one. two. three."]);
}

#[test]
fn halves_of_postcodes_irish_ones_and_minutes_with_decimals_are_found() {
    holds(Kind::Postcode, &["the ¦LS6¦ postcode area", "postcode sector ¦LS6 3¦", "pcode ¦T12 V62D¦"]);
    holds(Kind::Coordinates, &["last seen at ¦N51 30.949 W002 44.778¦"]);
}
