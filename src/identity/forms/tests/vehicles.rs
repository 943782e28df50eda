//! Registration marks.

use super::{Kind, holds, holds_nothing};

#[test]
fn registration_marks_of_all_times_are_found() {
    holds(
        Kind::VehicleRegistration,
        &[
            "registration ¦JCH 932R¦, was",
            "The vehicle ¦WAH 582W¦ was",
            "¦XR15-APC¦",
            "¦XR15 APC¦",
            "¦XR15APC¦",
            "van, ¦yc53 sdw¦, waited",
            "a car (¦A123 BCD¦)",
            "reg ¦M7 ABC¦",
            "car ¦AXI 1234¦",
            "the mark was ¦DIZ 4410¦",
            "number plate ¦1 ABC¦",
            "¦X R 1 5 A P C¦",
            "¦ХR15 АРС¦",
            "red Corsa, ¦xr15apc¦",
        ],
    );
}

#[test]
fn roads_references_and_words_are_no_marks() {
    holds_nothing(&[
        "the M25 and the A1 were closed to cars",
        "NG76 and CG89, HIV 1 and BBC 1, GCSE 9",
        "she drove for 30 and a bit",
        "the car was 12 years old",
        "a 125 cc motorbike",
        "Form FL401 and Form N208 are on the list.",
        "PC 4412 and the van",
    ]);
}

#[test]
fn a_gap_behind_the_first_letter_hides_no_mark() {
    holds(Kind::VehicleRegistration, &["the plate of the van, ¦N 884 FLR¦, was seen", "disrupt vehicle ¦X 14 KGB¦"]);
    holds_nothing(&["Plan A 360 for all", "Group B 12 of them"]);
}

#[test]
fn a_mark_of_unknown_age_is_one() {
    holds(Kind::VehicleRegistration, &["a white van, ¦Q313 FFG¦, outside", "the van (¦Q507 TMX¦) was hired"]);
}
