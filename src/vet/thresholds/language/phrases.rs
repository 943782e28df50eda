//! Words that put on a child what an adult does, and what to write instead.
//!
//! From the child exploitation language guide (The Children's Society with NAPAC and the Child Sexual
//! Exploitation Taskforce, November 2024) and the inspectorate's recommendation of 2023 to eradicate such words.

use crate::vet::phrase::words;
use std::ops::Range;

/// Whose conduct is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Such words are never right.
    Anyone,
    /// Such words are wrong of a child; an adult may well be said to do this.
    Child,
}

/// A phrase.
pub struct Phrase {
    /// As [`found`](crate::vet::phrase::found) reads it.
    pub pattern: &'static str,
    /// Of whom it is wrong.
    pub of: Of,
    /// What to write instead.
    pub instead: &'static str,
    /// Words beside it that make it harmless: before it, after it.
    beside: [&'static [&'static str]; 2],
}

const fn never(pattern: &'static str, instead: &'static str) -> Phrase {
    Phrase { pattern, of: Of::Anyone, instead, beside: [&[], &[]] }
}

const fn of_child(pattern: &'static str, instead: &'static str) -> Phrase {
    Phrase { pattern, of: Of::Child, instead, beside: [&[], &[]] }
}

const RISK: &str = "name who creates the risk: “is at risk from adults who …”";
const CHOICE: &str = "a child does not choose exploitation: say what an adult does, “is being exploited by …”";
const PARTNER: &str =
    "name what the person does: “an adult who is exploiting the child”, “an adult is targeting the child”";
const ABUSE: &str = "it is abuse: “is being sexually exploited”, “was coerced into sexual acts”";
const IMAGES: &str = "name the adult's act: “an adult coerced or tricked the child into sending images”";
const GROUP: &str = "name the adults' act: “is being targeted, groomed or controlled by people in a gang”";
const DRUGS: &str = "name the adults' act: “is being made to carry, hold or sell drugs by …”";
const ENGAGE: &str =
    "say what was offered and what stood in the way: “we have not yet found a way to help that the child trusts”";
const REACH: &str = "say that services have not reached the family, and why";
const WISE: &str = "say what the child can do and what the child was not able to protect themselves from";
const MISSING: &str = "write “was missing from home or care”, and from where and what the child went through";
const HOME: &str = "write “home”, or where the child lives";
const BEHAVIOUR: &str = "say what the child does and what it may be telling you";

/// Phrases that blame.
pub const BLAMING: &[Phrase] = &[
    never(
        "put|puts|putting|place|places|placing|expose|exposes|exposing ~ themselves|themself|herself|himself|yourself at|to risk",
        RISK,
    ),
    never(
        "put|puts|putting|place|places|placing ~ themselves|themself|herself|himself in ~ danger|situations|positions",
        RISK,
    ),
    never("promiscu*", ABUSE),
    never("lifestyle choice|choices", CHOICE),
    never("life style choice|choices", CHOICE),
    never("chose|chooses|choosing to be|have|stay|sell|carry|go", CHOICE),
    never("poor|bad|unsafe|risky|unwise choices|choice|decisions", CHOICE),
    never("is|are|was|were asking for it", CHOICE),
    never("consent|consents|consented|consenting to ~ abuse|exploitation", CHOICE),
    never("complicit", CHOICE),
    never("willing|willingly ~ exploit*|abus*|victim*|sex*", CHOICE),
    never("older|adult ~ boyfriend|boyfriends|girlfriend|girlfriends", PARTNER),
    never("boyfriend|boyfriends|girlfriend|girlfriends who ~ older|adult", PARTNER),
    never("boyfriend|boyfriends|girlfriend|girlfriends ~ exploit*|groom*|abus*|traffic*", PARTNER),
    never(
        "in|has|having a relationship with ~ exploiter|abuser|perpetrator|offender|adult|adults|man|men|woman",
        PARTNER,
    ),
    never("relationship|relationships with ~ older|adult|exploiter|abuser|perpetrator", PARTNER),
    never("prostitut*", ABUSE),
    never("child sex worker|workers", ABUSE),
    of_child("sex worker|workers|work", ABUSE),
    of_child("sell|sells|selling|offer|offers|offering|trade|trades|trading ~ sex|herself|himself|themselves", ABUSE),
    of_child("sexual activity with", ABUSE),
    of_child("sexually active with", ABUSE),
    of_child("has|have|having|had sex with", ABUSE),
    of_child("sexual relationship|relationships with", ABUSE),
    never("consensual sex*", ABUSE),
    of_child("send|sends|sending|sent|share|shares|sharing ~ explicit|nude|nudes|sexual|indecent|naked ~ to", IMAGES),
    of_child("send|sends|sending|sent|share|shares|sharing nudes", IMAGES),
    of_child("associat* with ~ gang|gangs|criminals|dealers|offenders|exploiters|peers", GROUP),
    of_child("gang member|members|affiliated", GROUP),
    of_child("recruited by|into|to", GROUP),
    of_child(
        "work|works|working|worked for ~ gang|gangs|dealer|dealers|exploiter|exploiters|line|group|groups|adult|adults|criminals",
        GROUP,
    ),
    of_child("drug|drugs dealer|dealers|dealing|runner|runners|running|mule|mules", DRUGS),
    of_child("deal|deals|dealing|run|runs|running|sell|sells|selling|supply|supplies|supplying ~ drugs", DRUGS),
    never(
        "refuse|refuses|refusing|refused|fail|fails|failed|failing|unwilling|reluctant to ~ engage|cooperate|co",
        ENGAGE,
    ),
    never("will|does|do|did not engage", ENGAGE),
    never("won't|won’t|doesn't|doesn’t engage", ENGAGE),
    never("non|not engaging|engagement", ENGAGE),
    never("non compliant|compliance", ENGAGE),
    never("uncooperative", ENGAGE),
    never("hard|difficult to reach|engage", REACH),
    never("street wise", WISE),
    never("streetwise", WISE),
    never("abscond*", MISSING),
    never("runaway|runaways", MISSING),
    Phrase {
        pattern: "placement|placements",
        of: Of::Anyone,
        instead: HOME,
        beside: [&["work", "school", "college", "student", "training", "legal"], &["order", "orders"]],
    },
    of_child("attention seeking|seeker", BEHAVIOUR),
    of_child("manipulative", BEHAVIOUR),
    of_child("naughty|wayward|unruly", BEHAVIOUR),
];

/// Words that make a child's circumstances the cause.
pub const CAUSES: &[&str] = &[
    "because",
    "lead|leads|leading|led to|into",
    "cause|causes|caused|causing",
    "result|results|resulting|resulted in",
    "so ~ exploited|abused|groomed|radicalised",
    "make|makes|making|made ~ exploited|victim|victims|targets",
    "will|would be|become exploited|abused|groomed|radicalised",
    "mean|means|meaning ~ exploited|abused|groomed|radicalised",
    "reason for ~ exploitation|abuse",
];

/// Who may be said to do such things.
const ADULTS: &[&str] = &[
    "adult",
    "adults",
    "man",
    "men",
    "woman",
    "women",
    "people",
    "someone",
    "somebody",
    "exploiter",
    "exploiters",
    "offender",
    "offenders",
    "perpetrator",
    "perpetrators",
    "others",
    "relative",
    "relatives",
    "parent",
    "parents",
];

impl Phrase {
    /// Whether the words beside a phrase make it harmless: an adult who does it, or a term such as "work placement".
    pub fn excuses(&self, text: &str, place: &Range<usize>) -> bool {
        let all = words(text);
        let lower = |range: &Range<usize>| text[range.clone()].to_lowercase();
        let before = all.iter().rev().find(|word| word.end <= place.start).map(lower);
        let next = all.iter().find(|word| word.start >= place.end).map(lower);
        let is_beside = |word: Option<String>, list: &[&str]| word.is_some_and(|word| list.contains(&word.as_str()));
        if is_beside(before, self.beside[0]) || is_beside(next, self.beside[1]) {
            return true;
        }
        let sentence = text[..place.start].rfind(['.', ';', '!', '?']).map_or(0, |at| at + 1);
        let mut subject = all.iter().filter(|word| word.start >= sentence && word.end <= place.start);
        self.of == Of::Child && subject.any(|word| ADULTS.contains(&lower(word).as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vet::phrase::found;

    #[test]
    fn every_example_of_the_language_guide_is_found() {
        for text in [
            "Is putting themselves at risk",
            "Is promiscuous",
            "It is a lifestyle choice",
            "Has an older boyfriend",
            "Is in a relationship with an exploiter",
            "Is a prostitute",
            "Sexual activity with an older man",
            "Sending explicit pictures to an adult",
            "Is associating with a gang",
            "Was recruited by a gang",
            "Is working for a county line",
            "Is a drug dealer",
            "Is running drugs",
            "Refuses to engage",
            "Is hard to reach",
            "Is street-wise",
            "Is absconding",
            "Left the placement",
        ] {
            let is_blaming =
                |phrase: &&Phrase| found(phrase.pattern, text).iter().any(|place| !phrase.excuses(text, place));
            assert!(BLAMING.iter().any(|phrase| is_blaming(&phrase)), "{text}");
        }
    }

    #[test]
    fn what_an_adult_does_and_ordinary_words_blame_nobody() {
        for text in [
            "An adult who sells drugs meets the child",
            "Is made to hold drugs for other people",
            "People in a gang threaten the child",
            "Has a boyfriend of the same age",
            "Was missing from home overnight",
            "Started a work placement",
            "An older child asks for images",
            "The school could not reach the parents",
            "Has sores from sleeping outside",
        ] {
            for phrase in BLAMING {
                let blaming = found(phrase.pattern, text).iter().any(|place| !phrase.excuses(text, place));
                assert!(!blaming, "{text}: {}", phrase.pattern);
            }
        }
    }
}
