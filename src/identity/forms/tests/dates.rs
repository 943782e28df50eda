//! Exact dates and dates of birth.

use super::{Kind, Scope, found, holds, holds_nothing};

#[test]
fn dates_in_other_languages_and_with_gaps_are_dates() {
    holds(
        Kind::ExactDate,
        &[
            "| Discharged | ¦1.9.19¦ |",
            "ended on ¦3 Medi 2019¦",
            "le ¦24 févr. 2022¦",
            "w dniu ¦14 września 2021¦",
            "on ¦0 7 - 0 2 - 2 0 2 1¦",
        ],
    );
}

#[test]
fn days_that_are_everybodys_and_numbers_of_lists_are_no_dates() {
    holds_nothing(&[
        "The guidance came into force on 1 September 2024.",
        "It was before 11 September 2001.",
        "The tax year starts on 6 April.",
        "2. May I see your room?",
        "4. June and July are quiet.",
    ]);
}

#[test]
fn dates_are_found_in_every_spelling() {
    holds(
        Kind::ExactDate,
        &[
            "seen at 22:40 on ¦11/11/21¦.",
            "The baby died on ¦2019-09-13¦.",
            "On ¦28th September 2018¦ the child was found.",
            "It was the ¦3rd of March¦.",
            "a visit on ¦4 March¦, unannounced",
            "by ¦Sept. 5¦ the plan was late",
            "¦Christmas Day 2019¦ was hard",
            "It was ¦a Tuesday in March 2021¦ when he left.",
            "She was placed on ¦the 14th¦, and he on ¦the 3rd of that month¦.",
            "He ran ¦on Eid¦ and came back.",
            "alone on ¦Christmas Eve¦",
            "on ¦Monday 4 March¦ he ran",
            "¦Sat 12 Jan 19¦",
            "on ¦05.08.2017¦",
            "on ¦5-8-17¦",
            "¦21-Dec-19¦",
            "¦21 Dec '19¦",
            "¦December 21st, 2019¦",
            "¦March the 3rd¦",
            "¦2019/09/13¦",
            "¦2019.09.13¦",
            "at ¦2019-09-13T22:40¦",
            "¦3.iv.2019¦",
            "photo ¦20190913¦",
            "¦the third of March¦ that year",
            "¦the twenty-first of December 2019¦",
            "¦March the third¦",
            "on ¦Monday the 4th¦",
            "¦Boxing Day 2018¦",
            "the ¦Sunday before Easter 2019¦",
            "¦Good Friday 2018¦",
            "on ¦4/3¦ she left",
            "¦4th of May, 2018¦",
            "¦14 / 02 / 2019¦",
            "on the ¦3rd March¦",
            "on **¦4** March 2019¦",
            "on ¦2９/0３/２０１９¦",
            "on ¦29&#47;03&#47;2019¦",
        ],
    );
}

#[test]
fn a_date_with_a_cue_of_birth_is_a_date_of_birth() {
    holds(
        Kind::DateOfBirth,
        &[
            "d.o.b ¦05.08.1957¦, which was wrong",
            "Date of birth: ¦21-Dec-59¦.",
            "DOB ¦4/3/09¦",
            "D.O.B. ¦04 03 2009¦",
            "born on ¦4 March 2009¦",
            "born ¦March 4, 2009¦",
            "She was born on ¦the fourth of March 2009¦",
            "his birthday, ¦4 March¦",
            "¦4 March 2009¦ (his date of birth)",
            "| DoB | ¦2009-03-04¦ |",
            "dob ¦040309¦",
        ],
    );
    let other = found("He was born in the area. On 4 March 2019 he left.", Scope::CaseStudy);
    assert_eq!(other, [(Kind::ExactDate, "4 March 2019")]);
}

#[test]
fn a_day_in_a_cell_a_day_of_the_month_and_a_weekday_by_a_feast_are_dates() {
    holds(
        Kind::ExactDate,
        &[
            "| When | What |\n| --- | --- |\n| ¦14/03¦ | He left |",
            "| When | What |\n| --- | --- |\n| ¦14/3¦ | He left |",
            "On ¦the 14th¦ the police came.",
            "It was ¦the Tuesday after Eid¦.",
        ],
    );
    holds_nothing(&[
        "| Share | Of |\n| --- | --- |\n| 3/4 | 13/15 |",
        "They lived on the 14th floor, on the 3rd visit too.",
    ]);
}

#[test]
fn a_month_of_a_birth_is_a_date_of_birth() {
    holds(
        Kind::DateOfBirth,
        &[
            "She was born in ¦March 2011¦ at home.",
            "DOB ¦03/2011¦",
            "Date of birth: ¦March 2011¦.",
            "born at the end of ¦Feb 2011¦",
            "Her baby was due in ¦June 2022¦.",
        ],
    );
    holds_nothing(&[
        "Children born in September 2019 start school.",
        "He was born in 2011, and in March 2019 he left.",
        "The idea was born of a review in the area. In March 2019 it ended.",
    ]);
}

#[test]
fn years_months_and_festivals_alone_are_no_dates() {
    holds_nothing(&[
        "in 2019, in March 2019, in May, from January to March",
        "Eid, Diwali and Christmas were all marked in the home.",
        "April was chosen for the launch. May 2019.",
        "You may 4 times a year, and 4 may refuse; the second March review",
        "Christmas 2019 was quiet, Easter 2020 too",
        "a score of 4.10.12 in section 4.10.12",
        "1/2 of them, 3/4 of the cases",
        "7 days, 6 weeks, 3rd visit, 2nd floor",
        "the first of many, the third of three",
    ]);
}

#[test]
fn a_night_of_a_feast_and_a_weekday_of_a_season_are_dates() {
    holds(
        Kind::ExactDate,
        &["the house on ¦Halloween night 2018¦", "on ¦the first Friday of Ramadan 2021¦".replace("the ", "").as_str()],
    );
    holds_nothing(&["Ramadan 2021 was quiet.", "the first week of Ramadan"]);
    holds_nothing(&["---\nsummary: After an eighteenth birthday.\npublished: 2024-03-19\n---\nText.\n"]);
}

#[test]
fn a_hard_space_hides_no_date_number_or_address_and_is_ordinary_in_prose() {
    holds(Kind::ExactDate, &["They met on ¦08-Oc\u{a0}t-2020¦ at noon.", "On ¦1&nbsp;2 Ma&nbsp;rch 2019¦ he left."]);
    holds(Kind::Postcode, &["The flat is in ¦LS\u{a0}6\u{a0}3EW¦ now."]);
    holds(Kind::Phone, &["Ring ¦077\u{202f}00 90\u{a0}0 123¦ at night."]);
    holds_nothing(&["Child\u{a0}A was seen 14\u{a0}times in Year\u{a0}10, from May\u{a0}2020, on page\u{a0}104."]);
}

#[test]
fn what_began_for_one_family_is_no_day_of_the_law() {
    holds(
        Kind::ExactDate,
        &[
            "The strategy discussion started on ¦14 March 2019¦.",
            "An act of violence began on ¦14 March 2019¦.",
            "The care order took effect on ¦3 May¦.",
            "At this point ¦14 March 2019¦ came up.",
            "The girl was found on ¦22 May 2017¦ by police.",
        ],
    );
    holds_nothing(&[
        "The Children Act was passed on 16 November 1989.",
        "The guidance was published on 14 March 2019.",
        "After the arena attack on 22 May 2017 the plans changed.",
        "The Care Act came into force on 1 April 2015.",
    ]);
}

#[test]
fn letters_that_stand_for_figures_make_no_date_another_thing() {
    holds(Kind::DateOfBirth, &["Her date of birth was ¦20.O2.2006¦.", "DOB ¦01.01.2O1O¦."]);
    holds(Kind::ExactDate, &["It was on ¦2O19-03-l4¦."]);
    holds_nothing(&["Version 1.lo.20 of the form."]);
}
