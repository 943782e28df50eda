//! Words that tell a rare detail.

use crate::identity::names::lists::Flags;
use crate::identity::names::token::Token;
use crate::identity::names::words::{is_in, words};

words! {
    /// Small places, where one detail is enough to know who is meant.
    pub(super) SETTINGS = "village hamlet island valley coast seaside fishing farming crofting mining moorland glen peninsula harbour \
     lighthouse isle parish remote coastal rural estuary dale fens market-town";
}

words! {
    /// What makes someone known.
    pub(super) CHAMPIONS = "champion champions medallist medalist olympian paralympian paralympic prodigy celebrity winner finalist runner-up record- \
     holder record-breaker grandmaster chorister mascot contestant lord earl baronet duke heir heiress centenarian \
     mp councillor mayor youtuber vlogger influencer model actor actress";
}

words! {
    /// What the first, the youngest or the only one did: `the first girl to win the cup`.
    pub(super) FEATS = "win swim climb row sail cycle fly beat cross compete qualify represent captain conquer skate box";
}

words! {
    /// Relatives whose trade or trait may be rare.
    pub(super) RELATIVES = "mother father mum dad parents grandfather grandmother stepfather stepmother brother sister uncle aunt family \
     grandparents";
}

words! {
    /// More than most families have.
    pub(super) MANY = "five six seven eight nine ten eleven twelve thirteen fourteen 5 6 7 8 9 10 11 12";
}

words! {
    /// What is won.
    pub(super) AWARDS = "prize cup medal title trophy championship championships award crown race tournament eisteddfod scholarship";
    /// Where a superlative leaves one person: `the tallest schoolgirl in Scotland`.
    pub(super) LANDS = "country county scotland england wales britain ireland town village city world island district region school parish";
}

/// Whether what follows `the only`, `the first` or `the last` is nobody in particular.
pub(super) fn is_common_after_only(word: &str) -> bool {
    words! {
        COMMON = "time times visit visits contact meeting week weeks day days month months year years term line page one \
         ones thing things step steps sign signs question person people word words part two three few place way \
         reason point half to and of that who is was in at referral chance stage concern report record note entry \
         call night minute adult worker professional agency visitor language section";
    }
    is_in(&COMMON, word)
}

/// `Mongolian-speaking`.
pub(super) fn is_language(token: &Token<'_>) -> bool {
    let language = token.word.strip_suffix("-speaking");
    language.is_some_and(|language| !["english", "welsh", "well", "plain", "public"].contains(&language))
}

/// Whether a word with a capital names a nation that is not one of the kingdom's.
pub(super) fn is_nationality(token: &Token<'_>) -> bool {
    words! {
        HOME = "english british welsh scottish irish european american latin western eastern christian victorian roman \
         norman";
    }
    words! {
        OTHERS = "tongan samoan tibetan breton german greek thai filipino filipina afghan uzbek tajik kazakh kyrgyz \
         turkmen mongol hmong cypriot kosovan moldovan ugandan kenyan moroccan libyan cuban mexican angolan rwandan \
         qatari kuwaiti saudi emirati pashtun yoruba igbo hausa zulu xhosa tamil punjabi gujarati telugu slovak czech \
         swiss icelandic manx croat serb catalan basque sami inuit maori navajo quechua malagasy tuareg berber yazidi \
         uighur uyghur rohingya sylheti tigrinya amharic oromo wolof lingala kinyarwanda";
    }
    let word = token.word.as_str();
    if is_in(&OTHERS, word) {
        return true;
    }
    let ends = ["ese", "ian", "ean", "ish", "stani", "eshi", "ali", "aqi", "ani", "emeni", "ench", "utch", "eek"]
        .iter()
        .any(|end| word.ends_with(end));
    ends && word.len() > 4
        && !is_in(&HOME, word)
        && !token.is(Flags::GIVEN.and(Flags::SURNAME).and(Flags::PLACE).and(Flags::ORDINARY))
}
