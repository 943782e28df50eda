//! Words that put on a child what an adult does, and what to write instead.
//!
//! From the child exploitation language guide (The Children's Society with NAPAC and the Child Sexual
//! Exploitation Taskforce, November 2024) and the inspectorate's recommendation of 2023 to eradicate such words.

use crate::vet::phrase::Reading;
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
    /// As a [`Reading`] reads it.
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
const ABUSE_IMAGES: &str = "write “child sexual abuse material”: it is evidence of abuse";
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
    never("put|puts|putting|place|places|placing ~ self|oneself ~ at|in ~ risk|danger", RISK),
    never("risk taking|taker|takers", RISK),
    never("engag* in ~ risky|dangerous|unsafe", RISK),
    never("risky|reckless|dangerous behaviour|behaviours|conduct", RISK),
    never("ask|asks|asking|asked for trouble|it", CHOICE),
    never("own choice|choices|fault|doing", CHOICE),
    never("at fault", CHOICE),
    never("rent|call boy|boys|girl|girls", ABUSE),
    of_child("sex in return|exchange for", ABUSE),
    of_child("failed|fails|failing|refused|refuses to disclose|tell", "say what stood in the way of telling"),
    of_child("lied|lies|lying about", "say what the child said, and what somebody else said"),
    of_child("wears|wearing|wore|dresses|dressed ~ revealing|provocative*|inappropriate*", CHOICE),
    never("wrong|bad crowd|company|lot", GROUP),
    of_child("lack|lacks|lacking ~ insight|awareness", RISK),
    never("bring|brings|brought ~ on herself|himself|themselves|themself", CHOICE),
    never("deserve|deserves|deserved it", CHOICE),
    never("allow|allows|allowed|let|lets ~ herself|himself|themselves|themself ~ be|get", CHOICE),
    of_child("let|lets|allows|allowing adults|men|people|dealers use|stay|come", CHOICE),
    of_child("willing|active|eager participant", CHOICE),
    of_child("willing|happy|content|eager to ~ go|take|sell|carry|stay|send|meet", CHOICE),
    of_child("consenting", CHOICE),
    never("choose|chooses|chose|choosing to ~ with|live|meet", CHOICE),
    of_child("chose|chooses|choosing ~ ~ man|men|gang|exploiter|exploiters", CHOICE),
    of_child("mature for", WISE),
    of_child("in control", WISE),
    of_child("knows what she|he|they is|are", WISE),
    of_child("naive|gullible", WISE),
    never("lifestyle choice|choices", CHOICE),
    never("criminal|risky|chaotic|gang lifestyle|lifestyles", CHOICE),
    never("provocative|provocatively", ABUSE),
    of_child("flirt|flirts|flirting|teased|teases|lured|lures|seduces|seduced", ABUSE),
    of_child("slut|slag|slapper", ABUSE),
    never("sex|sexual ~ for ~ gifts|drugs|money|drink|favours|lifts", ABUSE),
    of_child("use|uses|using|offers|offer sex|sexual", ABUSE),
    of_child("sleep|sleeps|sleeping|slept with ~ men|man|adults|adult", ABUSE),
    never("underage|consensual sex|intercourse", ABUSE),
    never("under age sex|intercourse", ABUSE),
    never("sexually active", ABUSE),
    never("child porn*", ABUSE_IMAGES),
    never("kiddie porn*", ABUSE_IMAGES),
    never("self generated|exploiting|exploitation", IMAGES),
    never("selfgenerated|selfexploit*", IMAGES),
    of_child("sexting", IMAGES),
    of_child("take|takes|taking|sends ~ ~ naked|nude ~ selfies|photos|pictures|images", IMAGES),
    of_child("naked|nude selfies", IMAGES),
    never("boyfriend|girlfriend ~ ~ ~ adult|man|drugs|drink|##", PARTNER),
    never("her|his boyfriend|girlfriend", PARTNER),
    never("romantic*|toxic ~ with|relationship|involvement", PARTNER),
    of_child("dating|dates ~ adult|man|men|woman", PARTNER),
    of_child("gang nominal|nominals|involved|related|involvement", GROUP),
    of_child("involved|involvement in|with ~ ~ gang|gangs|county|dealers|criminals|crime", GROUP),
    of_child("caught|mixed up in|with ~ gang|gangs|county|dealers|criminals|crime", GROUP),
    of_child("in|joined|joins|joining a|the gang", GROUP),
    of_child("carries|carry|carrying out|on ~ criminal", GROUP),
    of_child("criminal lifestyle|career|behaviour|activity", GROUP),
    of_child("recruited|recruits|recruiting ~ children|boys|girls|friends|others", GROUP),
    of_child("radicalised herself|himself|themselves", CHOICE),
    of_child("self radicalised|radicalisation", CHOICE),
    of_child("deal|deals|dealing for|to|on", DRUGS),
    of_child("addict|addicts|junkie|drunken", BEHAVIOUR),
    of_child("troublemaker|delinquent|liar", BEHAVIOUR),
    of_child("difficult|troubled|problem teenager|child|girl|boy", BEHAVIOUR),
    of_child("seek|seeks|seeking attention", BEHAVIOUR),
    of_child("tell|tells|telling lies", BEHAVIOUR),
    never("beyond ~ parental control", BEHAVIOUR),
    never("disengage*|disengaging", ENGAGE),
    never("decline|declines|declined|declining to ~ engage|cooperate|work", ENGAGE),
    never("will|would|does|do|did|is|are not ~ engage|engaging|cooperate|cooperating|co|work", ENGAGE),
    never("not cooperating|engaging|complying", ENGAGE),
    never("goes|go|went|going awol", MISSING),
    never("awol", MISSING),
    of_child("run|runs|running|ran away|off", MISSING),
    never("promiscu*", ABUSE),
    never("life style choice|choices", CHOICE),
    of_child("chose|chooses|choosing to be|have|stay|sell|carry|go", CHOICE),
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
    of_child("gang affiliated", GROUP),
    of_child("is|was|becomes|became|being ~ gang member|members", GROUP),
    of_child("recruited by|into|to", GROUP),
    Phrase {
        pattern: "work|works|working|worked for ~ gang|gangs|dealer|dealers|exploiter|exploiters|line|group|groups|adult|\
                  adults|criminals",
        of: Of::Child,
        instead: GROUP,
        beside: [&[], &["who"]],
    },
    of_child("drug|drugs dealing|running", DRUGS),
    of_child("is|was|becomes|became|being ~ ~ drug|drugs dealer|dealers|runner|runners|mule|mules", DRUGS),
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

/// What makes of a child's act what somebody else makes the child do.
const FORCE: &[&str] = &[
    "made",
    "forced",
    "told",
    "coerced",
    "tricked",
    "pressured",
    "threatened",
    "paid",
    "ordered",
    "groomed",
    "blackmailed",
];

impl Phrase {
    /// Whether the words beside a phrase make it harmless: an adult who does it, or a term such as "work placement".
    pub fn excuses(&self, reading: &Reading, place: &Range<usize>) -> bool {
        let is_beside = |word: Option<&str>, list: &[&str]| word.is_some_and(|word| list.contains(&word));
        if is_beside(reading.before(place), self.beside[0]) || is_beside(reading.after(place), self.beside[1]) {
            return true;
        }
        let sentence = reading.sentence(place);
        let mut before = reading.words_in(sentence.start..place.start);
        self.of == Of::Child && before.any(|word| ADULTS.contains(&word) || FORCE.contains(&word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blames(text: &str) -> bool {
        let reading = Reading::of(text);
        let is_blaming =
            |phrase: &Phrase| reading.found(phrase.pattern).iter().any(|place| !phrase.excuses(&reading, place));
        BLAMING.iter().any(is_blaming)
    }

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
            assert!(blames(text), "{text}");
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
            assert!(!blames(text), "{text}");
        }
    }
}
