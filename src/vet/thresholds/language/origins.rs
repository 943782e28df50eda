//! Where a family comes from and what it believes: never a sign of harm.
//!
//! Behaviour and harm are signs. Ethnicity, nationality and religion are protected characteristics (Equality Act 2010,
//! section 4), and a list that names them would have children reported for who they are.

use crate::vet::phrase::Reading;
use crate::vet::thresholds::texts::Part;
use std::ops::Range;

/// Peoples, nations and faiths whose names mean nothing else, as a [`Reading`] reads one word.
macro_rules! peoples {
    () => {
        "somali|somalis|albanian|albanians|vietnamese|romanian|romanians|pakistani|pakistanis|bangladeshi|bangladeshis|\
         nigerian|nigerians|eritrean|eritreans|ethiopian|ethiopians|sudanese|afghan|afghans|iraqi|iraqis|iranian|\
         iranians|kurdish|kurd|kurds|syrian|syrians|turkish|moroccan|moroccans|algerian|algerians|congolese|ghanaian|\
         ghanaians|jamaican|jamaicans|african|africans|asian|asians|arab|arabs|arabic|chechen|chechens|kosovan|\
         bulgarian|bulgarians|lithuanian|lithuanians|latvian|latvians|ukrainian|ukrainians|russian|russians|roma|\
         romani|gypsy|gypsies|muslim|muslims|islamic|jewish|jews|sikh|sikhs|hindu|hindus|buddhist|buddhists|bame"
    };
}

/// Names that also mean a colour, a dish, a cloth or somebody on a journey: they need a person beside them.
macro_rules! many_meanings {
    () => {
        "indian|polish|chinese|caribbean|black|white|mixed|brown|christian|catholic|protestant|orthodox|traveller|\
         european|foreign"
    };
}

/// Persons and what is said of them.
macro_rules! persons {
    () => {
        "child|children|boy|boys|girl|girls|teenager|teenagers|youth|youths|young|pupil|pupils|family|families|parent|\
         parents|household|households|community|communities|man|men|woman|women|male|males|adult|adults|people|person|\
         heritage|background|descent|ethnicity|origin|origins|faith|religion|appearance|looking|accent|race"
    };
}

/// Languages that a family may speak.
macro_rules! languages {
    () => {
        "urdu|arabic|somali|albanian|polish|romanian|kurdish|punjabi|bengali|pashto|farsi|turkish|vietnamese|romani|\
         tigrinya|amharic|hindi|gujarati|russian|ukrainian|lithuanian|mandarin|cantonese|french|spanish|portuguese"
    };
}

/// Countries that families come from.
macro_rules! countries {
    () => {
        "albania|eritrea|somalia|vietnam|romania|pakistan|bangladesh|india|poland|nigeria|ethiopia|sudan|afghanistan|\
         iraq|iran|syria|turkey|morocco|algeria|congo|ghana|jamaica|china|chechnya|kosovo|bulgaria|lithuania|latvia|\
         ukraine|russia|africa|asia|abroad|overseas"
    };
}

/// How a text says which people somebody belongs to.
const PEOPLES: &[&str] = &[
    peoples!(),
    concat!(many_meanings!(), " ", persons!()),
    concat!("is|are ", many_meanings!()),
    "irish traveller|travellers",
    "ethnic|racial minority|minorities",
    "minority ethnic",
    "of colour",
    "eastern european|europeans",
];

/// How a sign says where somebody comes from, which language or faith is theirs, and what they wear.
const CUSTOMS: &[&str] = &[
    concat!("speak|speaks|speaking|spoken ~ ", languages!()),
    "english ~ ~ second|additional|foreign language",
    "mother|home tongue|language is",
    "foreign accent|accents",
    concat!("from|in ", countries!(), " originally"),
    concat!(
        "family|families|child|children|adults|people|men|arrived|comes|came|born|moved ~ ~ from|in ",
        countries!()
    ),
    "born abroad|overseas",
    "asylum seeker|seekers|seeking",
    "refugee|refugees",
    "migrant|migrants|immigrant|immigrants",
    "immigration status|background",
    "undocumented",
    "stateless",
    "no ~ passport",
    "hijab|niqab|burka|burqa|turban|kippah|headscarf",
    "mosque|mosques|synagogue|gurdwara",
    "orthodox church",
    "quran|koran",
    "prays|praying",
    "religious|islamic dress|clothes|clothing",
    "more|very|strictly|newly|deeply religious|devout",
    "convert|converts|converted|converting|reverted|reverts to islam|christianity|judaism|religion|sikhism|hinduism|buddhism",
    "ethnicity|nationality|religion is|of|unknown",
];

/// Words of wrong done to somebody because of who they are: that is a sign, and may be named.
const WRONGS: &[&str] = &[
    "racist*|racism",
    "abuse|abuses|abused",
    "attack*",
    "bull*",
    "hate|hatred|hates",
    "insult*|slur*|mock*",
    "threat*",
    "harass*|discriminat*|persecut*",
    "against",
    "less than",
    "calls|called ~ ~ names",
];

/// Words that say that origin is no sign.
const DENIED: &[&str] = &["not", "never", "whatever", "regardless", "whichever", "any"];

/// The first words of a text that say who somebody is. An explanation may name a custom: that is what explains.
pub fn named(reading: &Reading, part: Part) -> Option<Range<usize>> {
    let customs = if let Part::Sign(_) = part { CUSTOMS } else { &[] };
    let all = PEOPLES.iter().chain(customs);
    let mut places: Vec<_> = all.flat_map(|pattern| reading.found(pattern)).collect();
    places.retain(|place| !is_about_wrong(reading, place));
    let first = places.iter().min_by_key(|place| place.start)?.start;
    places.into_iter().filter(|place| place.start == first).max_by_key(|place| place.end)
}

fn is_about_wrong(reading: &Reading, place: &Range<usize>) -> bool {
    let sentence = reading.sentence(place);
    let within = |wrong: &Range<usize>| sentence.start <= wrong.start && wrong.end <= sentence.end;
    WRONGS.iter().flat_map(|wrong| reading.found(wrong)).any(|wrong| within(&wrong))
        || reading.words_in(sentence.start..place.start).any(|word| DENIED.contains(&word))
}
