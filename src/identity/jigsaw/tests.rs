//! What the finder of rare details does, in sentences.

use crate::identity::{Form, Kind, Known, Scope, find};

fn jigsaws(text: &str) -> Vec<&str> {
    let details = find(text, Form::Markdown, Scope::CaseStudy, &Known::default());
    details.into_iter().filter(|detail| detail.kind == Kind::Jigsaw).map(|detail| &text[detail.range]).collect()
}

#[test]
fn rare_traits_in_one_sentence_are_one_finding() {
    let phrase = "a 16-year-old trainee falconer whose mother is deaf";
    assert_eq!(jigsaws(&format!("It concerned {phrase}.")), [phrase]);
    let phrase = "the only Bhutanese pupil in the valley";
    assert_eq!(jigsaws(&format!("She was {phrase}.")), [phrase]);
    let phrase = "one of six brothers in a Rastafarian family on the moor";
    assert_eq!(jigsaws(&format!("He was {phrase}, and was afraid.")), [phrase]);
    assert_eq!(jigsaws("She was the first girl in the region to row the lake.").len(), 1);
    assert_eq!(jigsaws("He was the only Tibetan boy in the valley.").len(), 1);
    assert_eq!(jigsaws("One person, the only Mongolian family in the town, was well known.").len(), 1);
    assert_eq!(jigsaws("She was the headteacher of the island's only primary school.").len(), 1);
    assert_eq!(jigsaws("She was the tallest schoolgirl in Scotland.").len(), 1);
    assert_eq!(jigsaws("It concerned a 16-year-old triplet who won the county harp prize.").len(), 1);
    assert_eq!(jigsaws("She was the only deaf pupil of the island's one school.").len(), 1);
    assert_eq!(jigsaws("He was under-12 chess champion of the county.").len(), 1);
    assert_eq!(jigsaws("A stolen hearse was driven onto the pier by the bandstand.").len(), 1);
    assert_eq!(jigsaws("It was the lad whose rescue of a swan was in the local paper.").len(), 1);
    assert_eq!(jigsaws("The teacher was the deputy head who rowed the Atlantic.").len(), 1);
    assert_eq!(jigsaws("Her uncle, a former strongman who lost an arm, was in charge.").len(), 1);
    assert_eq!(jigsaws("She was one of two Romanian midwives, expecting her fifth girl.").len(), 1);
    assert_eq!(jigsaws("There were seven children, all boys, two sets of twins.").len(), 1);
}

#[test]
fn one_of_a_place_one_of_all_times_and_one_of_few_are_found_whole() {
    for (text, whole) in [
        ("He was the only Sikh family in Wem.", "the only Sikh family in Wem"),
        ("Note the only Mongolian-speaking pupil in Pitlochry.", "the only Mongolian-speaking pupil in Pitlochry"),
        ("He was the youngest person ever to be jailed.", "the youngest person ever to be jailed"),
        ("She is the sister of the girl who drowned at the gala.", "the sister of the girl who drowned at the gala"),
        ("He has what fewer than ten people in Britain have.", "fewer than ten people in Britain have"),
    ] {
        assert_eq!(jigsaws(text), [whole], "in: {text}");
    }
}

#[test]
fn ordinary_details_are_none() {
    for text in [
        "A 15-year-old was placed with foster carers in another town.",
        "The first visit was the only visit that month.",
        "Her father worked nights, and her mother spoke Polish at home.",
        "The first worker to win her trust was the only adult to ask.",
        "A sixteen-year-old can consent to treatment.",
        "16/17-year-olds could refer themselves.",
        "The group was for young people aged 13-15 and their carers.",
        "The children aged 4 and 7 were seen together.",
        "Jewish, Buddhist and Rastafarian residents asked for their own menus.",
        "The only meeting in the area was held in a school.",
        "The evening news was on, and he ran to the door.",
        "They waited in the Weary Ploughman Arms.",
        "The parish priest and the imam spoke together.",
        "It was the worst day ever, and the child who died was not asked.",
    ] {
        assert_eq!(jigsaws(text), [""; 0], "in: {text}");
    }
}

#[test]
fn many_kinds_of_detail_over_a_study_are_one_finding_that_lists_them() {
    let study = "The child, aged 9, was seen.\n\nThe family was Bolivian.\n\nAt home they spoke Armenian.\n\n\
                 There were seven children.\n\nThe elder son had haemophilia.\n\nHer father had been a farrier.\n";
    let details = find(study, Form::Markdown, Scope::CaseStudy, &Known::default());
    let found: Vec<_> = details.iter().filter(|detail| detail.kind == Kind::Jigsaw).collect();
    assert_eq!(found.len(), 1);
    assert!(found[0].message.contains("a nationality") && found[0].message.contains("an unusual illness"));
}

#[test]
fn three_details_that_few_people_share_are_enough_wherever_they_stand() {
    let jigsaw = |study: &str| {
        let details = find(study, Form::Markdown, Scope::CaseStudy, &Known::default());
        details.iter().any(|detail| detail.kind == Kind::Jigsaw)
    };
    let study = "The child has a twin.\n\nShe was born with haemophilia.\n\nThe father is a vicar.\n";
    assert!(jigsaw(study));
    assert!(!jigsaw(&study.replace("vicar", "driver")));
    assert!(jigsaw(&study.replace("The father is a vicar", "There are nine children")));
}
