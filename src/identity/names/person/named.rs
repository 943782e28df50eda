//! Whether a run of words that could be a name is meant as one.

use crate::identity::Kind;
use crate::identity::names::lists::Flags;
use crate::identity::names::organisation::is_title;
use crate::identity::names::place::WHERE;
use crate::identity::names::token::{Shape, Token};
use crate::identity::names::words::{EPONYMS, MASS_NOUNS, NAMESAKES, PERSON_STATES, SPEECH, WEAK_VERBS, is_in, words};

const NAMES: Flags = Flags::GIVEN;

words! {
    /// Illnesses that are called after people, without another word.
    ILLNESSES = "addison alzheimer asperger crohn cushing hashimoto hodgkin huntington paget parkinson raynaud tourette";
}

words! {
    /// What ratings and ranks of command are called.
    RATINGS = "red amber green gold silver bronze";
}

words! {
    /// How or when something is done.
    ADVERBS = "just never always also then still only often suddenly quickly quietly later once simply really";
}

/// A possible name and what stands around it.
pub(super) struct Named<'a, 't> {
    words: &'a [Token<'t>],
    earlier: Option<&'a Token<'t>>,
    before: Option<&'a Token<'t>>,
    after: Option<&'a Token<'t>>,
    later: Option<&'a Token<'t>>,
    title: bool,
    is_listed_eponym: bool,
    /// One of several colours or metals that rate something.
    is_rating: bool,
}

impl<'a, 't> Named<'a, 't> {
    pub(super) fn of(tokens: &'a [Token<'t>], words: &'a [Token<'t>], at: usize) -> Self {
        let before = at.checked_sub(1).map(|n| &tokens[n]).filter(|_| !words[0].starts);
        // `Dean just said it`: between the name and what is done may stand how or when.
        let after_of = |end: usize| tokens.get(end).filter(|next| next.gap == " " && !next.starts);
        let adverb = after_of(at + words.len()).is_some_and(|next| is_in(&ADVERBS, &next.word));
        let end = at + words.len() + usize::from(adverb && after_of(at + words.len() + 1).is_some());
        let after = after_of(end);
        let later = after.and_then(|_| tokens.get(end + 1)).filter(|later| later.gap == " ");
        let earlier = before.and_then(|_| at.checked_sub(2)).map(|n| &tokens[n]);
        let is_listed_eponym = is_listed_eponym(tokens, at + words.len());
        let is_rating = words.len() == 1 && is_in(&RATINGS, &words[0].word) && {
            let around = &tokens[at.saturating_sub(4)..tokens.len().min(at + 5)];
            around.iter().filter(|token| is_in(&RATINGS, &token.word) && token.word != words[0].word).count() > 0
        };
        Self { words, earlier, before, after, later, title: is_title(words, tokens), is_listed_eponym, is_rating }
    }

    fn first(&self) -> &Token<'t> {
        &self.words[0]
    }

    pub(super) fn is_meant(&self) -> bool {
        let first = self.first();
        if self.is_rating {
            return false;
        }
        if self.is_eponym() || self.is_inhabitants() {
            return false;
        }
        if self.words.len() == 1 {
            return self.is_single_meant();
        }
        let certain = |token: &Token<'_>| token.is(NAMES.and(Flags::SURNAME)) && !token.is_ordinary();
        let given = first.is(Flags::GIVEN);
        if first.starts || self.title {
            let listed = self.words.iter().filter(|token| certain(token)).count();
            let rest = &self.words[1..];
            let unknown_pair = !self.title
                && self.words.len() == 2
                && first.is_unknown()
                && rest[0].is(Flags::SURNAME)
                && certain(&rest[0]);
            return listed > 1
                || unknown_pair
                || (listed > 0 && given && rest.iter().all(|token| !token.is_ordinary() || token.is(Flags::SURNAME)))
                || (given && !first.is_ordinary())
                || (given && rest.iter().any(|token| token.is(Flags::SURNAME) && !token.is_ordinary()))
                || (given && rest.iter().any(|token| token.is(Flags::SURNAME)) && self.acts())
                || (listed > 0 && self.acts());
        }
        self.words.iter().any(|token| certain(token) || token.is_unknown())
            || (given && self.words[1..].iter().any(|token| token.is(Flags::SURNAME)))
    }

    fn is_single_meant(&self) -> bool {
        let first = self.first();
        let ordinary = first.is_ordinary();
        let given = first.is(Flags::GIVEN);
        let in_run = self.before.is_some_and(|before| before.is_capital() && first.is_joined() && !before.starts)
            || self.after.is_some_and(Token::is_capital);
        if first.is(Flags::PUBLIC) {
            return self.is_public_meant(given);
        }
        if first.is_unknown() {
            let stem_known = first.starts && !self.acts() && !first.possessive;
            return !(stem_known || self.is_coined() || (self.title && first.starts));
        }
        if ordinary && first.starts {
            return given && !self.title && self.acts_surely();
        }
        if ordinary {
            return given && !in_run && !self.title && !self.first_of_thing() && !self.is_kind_of_thing();
        }
        if !given && (first.starts || self.title) {
            return !in_run || self.acts();
        }
        true
    }

    /// A public word that is a name as well: `They met Stella there`.
    fn is_public_meant(&self, given: bool) -> bool {
        let first = self.first();
        let article = self.before.is_some_and(|before| ["the", "a", "an"].contains(&before.word.as_str()));
        if article || self.title {
            return false;
        }
        let namesake = is_in(&NAMESAKES, &first.word);
        let month = !given || is_in(&MASS_NOUNS, first.word.as_str());
        if first.starts || !namesake {
            let acts = self.acts_surely() && (!month || namesake || !self.is_thing_verb());
            return (given || namesake) && (acts || (given && self.is_acted_on() && !self.is_season()));
        }
        true
    }

    /// `told Stella`, `spoke to Stella`, and then nothing that the name could belong to.
    fn is_acted_on(&self) -> bool {
        words! {
            DONE = "saw told asked met with named rang texted hit knew and called visited";
            SPOKEN = "spoke speak talked spoken talking speaking listened wrote lied";
            ENDS = "at in on to and about for again that by there then when after";
        }
        let Some(before) = self.before else { return false };
        let spoken = before.word == "to" && self.earlier.is_some_and(|earlier| is_in(&SPOKEN, &earlier.word));
        (spoken || is_in(&DONE, &before.word)) && self.after.is_none_or(|after| is_in(&ENDS, &after.word))
    }

    /// Something that people do follows, or has been done to them where the word is on no list.
    fn acts(&self) -> bool {
        let done = |after: &Token<'_>| {
            after.shape == Shape::Lower && after.word.ends_with("ed") && after.is_ordinary() && after.word.len() > 4
        };
        if self.first().is_unknown() && self.words.len() == 1 && self.after.is_some_and(done) {
            return true;
        }
        self.first_possessive() || self.after.is_some_and(|after| is_in(&SPEECH, &after.word))
    }

    /// The same for a word that may mean a thing: a stronger sign is asked for.
    fn acts_surely(&self) -> bool {
        let mass = is_in(&MASS_NOUNS, &self.first().word);
        let verb = self.after.is_some_and(|after| {
            is_in(&SPEECH, &after.word)
                && !(mass && is_in(&WEAK_VERBS, &after.word))
                && after.word != "and"
                && after.word != "used"
        });
        let with_kin = self.after.is_some_and(|after| after.word == "and")
            && self.later.is_some_and(|later| ["her", "his", "their"].contains(&later.word.as_str()));
        let owns = self.first_possessive() && self.after.is_some_and(|after| is_human_thing(&after.word));
        let state = self.after.is_some_and(|after| ["was", "is", "had", "has"].contains(&after.word.as_str()))
            && self.later.is_some_and(|later| is_in(&PERSON_STATES, &later.word));
        verb || with_kin || state || (owns && !(mass && self.is_season()))
    }

    fn is_thing_verb(&self) -> bool {
        self.after.is_none_or(|after| is_in(&WEAK_VERBS, &after.word))
    }

    fn is_season(&self) -> bool {
        ["summer", "winter", "autumn", "sunday", "may", "june", "april", "august", "friday", "january", "march"]
            .contains(&self.first().word.as_str())
    }

    fn first_possessive(&self) -> bool {
        self.words[self.words.len() - 1].possessive
    }

    /// `Munro review`, `Maslow's pyramid`.
    fn is_eponym(&self) -> bool {
        if self.first_possessive() && self.words.len() == 1 && is_in(&ILLNESSES, &self.first().word) {
            return true;
        }
        if self.is_listed_eponym {
            return true;
        }
        let Some(after) = self.after.filter(|after| is_in(&EPONYMS, &after.word)) else { return false };
        let owned = [
            "law",
            "rule",
            "theory",
            "hierarchy",
            "pyramid",
            "model",
            "ladder",
            "syndrome",
            "disease",
            "razor",
            "taxonomy",
            "cycle",
            "wheel",
            "window",
            "stages",
            "principle",
            "campaign",
            "attachment",
            "continuum",
            "triangle",
            "criteria",
            "doctrine",
        ];
        let listed = self.words.iter().any(|token| token.is(Flags::GIVEN) && !token.is(Flags::SURNAME));
        if self.first_possessive() {
            return is_in(&owned, &after.word) && self.words.len() == 1 || after.is_capital();
        }
        let weak = ["test", "report", "group", "sign", "reports", "trust"];
        (self.words.len() == 1 || after.is_capital()) && (after.is_capital() || !listed || !is_in(&weak, &after.word))
    }

    /// `Faroese`, `Mongolian`: what people of a country are called.
    fn is_inhabitants(&self) -> bool {
        let word = &self.first().word;
        let ends = ["ese", "ian", "ians", "ish", "istan", "istani", "ism", "ist", "ists"]
            .iter()
            .any(|end| word.ends_with(end));
        self.words.len() == 1 && word.len() > 5 && ends && self.first().is_unknown()
    }

    /// A word with capitals that follows an article is a thing's: `the Gruffalo`.
    fn is_coined(&self) -> bool {
        let titled = self.before.is_some_and(|before| before.word == "the" && before.is_capital() && !before.starts);
        titled
            || self.before.is_some_and(|before| ["the", "a", "an"].contains(&before.word.as_str()))
                && !self.first().possessive
                && self.after.is_some_and(|after| after.shape == Shape::Lower && !is_in(&SPEECH, &after.word))
    }

    /// `the May release`, `a Will kit`: an ordinary word before a thing, after an article.
    fn first_of_thing(&self) -> bool {
        self.before.is_some_and(|before| {
            ["the", "a", "an", "this", "that", "our", "each", "every"].contains(&before.word.as_str())
                && !self.acts_surely()
                // `said that Faith had gone`, but `that Faith group`.
                && !(before.word == "that" && self.after.is_some_and(|after| is_in(&SPEECH, &after.word) || is_in(&WEAK_VERBS, &after.word)))
        })
    }

    /// `Amber warnings`: an idea before things.
    fn is_kind_of_thing(&self) -> bool {
        is_in(&MASS_NOUNS, &self.first().word)
            && self
                .after
                .is_some_and(|after| after.word.ends_with('s') && !is_in(&SPEECH, &after.word) && after.is_ordinary())
    }

    pub(super) fn kind(&self) -> Kind {
        if self.words.len() > 1 {
            return Kind::PersonName;
        }
        let first = self.first();
        let placed = self.before.is_some_and(|before| {
            is_in(&WHERE, &before.word) && !["of", "to", "for", "by", "the"].contains(&before.word.as_str())
        });
        match () {
            () if first.is(Flags::GIVEN) => Kind::FirstName,
            () if placed && !first.possessive => Kind::Place,
            () if first.is(Flags::SURNAME) => Kind::PersonName,
            () => Kind::FirstName,
        }
    }
}

/// `Francis, Jay and Hackitt inquiries`: what the last of several names is called after, all of them are.
fn is_listed_eponym(tokens: &[Token<'_>], mut at: usize) -> bool {
    let start = at;
    while let Some(token) = tokens.get(at).filter(|_| at < start + 6) {
        let joins = token.gap == ", " || token.gap == " " && (token.word == "and" || tokens[at - 1].word == "and");
        if !joins || !(token.is_capital() || token.word == "and") {
            break;
        }
        at += 1;
    }
    let several = ["inquiries", "reports", "reviews", "models", "theories", "tests", "scales", "laws", "rules"];
    at > start && tokens.get(at).is_some_and(|last| last.gap == " " && is_in(&several, &last.word))
}

/// What a person has, says or does.
fn is_human_thing(word: &str) -> bool {
    words! {
        THINGS = "mother mum father dad brother sister parents family uncle aunt nan gran grandmother carer carers partner \
         boyfriend girlfriend friend friends teacher social worker school house home flat room bedroom phone coat \
         bag account story voice views wishes drawings behaviour health needs injuries bruises face arm hand hands \
         eyes file records baby son daughter children child death clothes attendance words plan";
    }
    is_in(&THINGS, word)
}
