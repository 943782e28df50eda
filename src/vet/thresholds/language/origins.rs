//! Where a family comes from and what it believes: never a sign of harm.
//!
//! Behaviour and harm are signs. Ethnicity, nationality and religion are protected characteristics (Equality Act 2010,
//! section 4), and a list that names them would have children reported for who they are.

/// Peoples, nations and faiths, as [`found`](crate::vet::phrase::found) reads one word.
macro_rules! origins {
    () => {
        "somali|albanian|vietnamese|romanian|pakistani|bangladeshi|indian|polish|nigerian|eritrean|ethiopian|sudanese|\
         afghan|iraqi|iranian|kurdish|syrian|turkish|moroccan|algerian|congolese|ghanaian|jamaican|caribbean|african|\
         asian|arab|arabic|chinese|chechen|kosovan|bulgarian|lithuanian|latvian|ukrainian|russian|roma|romani|gypsy|\
         traveller|black|white|mixed|muslim|islamic|christian|catholic|protestant|jewish|sikh|hindu|buddhist|orthodox"
    };
}

/// How a sign says who somebody is.
pub const ORIGINS: &[&str] = &[
    concat!(origins!(), " child|children|boy|boys|girl|girls|teenager|teenagers|youth|young|pupil|pupils"),
    concat!(
        origins!(),
        " family|families|parent|parents|household|community|communities|man|men|woman|women|male|males"
    ),
    concat!(origins!(), " heritage|background|descent|ethnicity|origin|origins|faith|religion"),
    concat!("is|are ", origins!()),
    "convert|converts|converted|converting to islam|christianity|judaism|religion|sikhism|hinduism|buddhism",
    "ethnicity|nationality|religion is|of",
];
