//! Names of the street that are ordinary words: `They asked Ghost there`.
//!
//! The closed vocabulary lets ordinary words with a capital pass, because headings and roles are written so. These
//! words are no roles, and a capital inside a sentence makes a name of them.

use super::organisation::is_title;
use super::token::{Shape, Token};
use super::words::{is_in, words};
use crate::identity::{Candidate, Kind};

words! {
    /// Animals, colours, weapons, sizes, weather, riches and the like: what people call each other.
    pub(super) STREET = "ghost shadow tiger lion wolf bear fox snake cobra viper rat rats ratty mouse spider scorpion shark hawk raven \
     panther jaguar bull bulldog rottweiler pitbull puppy monkey gorilla ape donkey weasel ferret lizard gecko \
     dragon phantom demon devil satan reaper killer hitman sniper soldier warrior gunner trigger bullet blade blades \
     razor dagger hammer tank rocket missile bomber grenade smoke smokes smokey ash blaze flames inferno \
     storm thunder lightning blizzard hurricane tornado frost ice icy snowy misty shady sketchy dodgy sneaky \
     slim skinny tiny shorty stretch lofty fats fatty chubby tubby biggie bigs smalls ginger goldie silver diamond \
     diamonds cash dollar penny pennies money bandit gangster boss king kingy queen prince princess duke baron sultan \
     emperor joker clown jester bones skull skulls fingers knuckles fists tooth toothy scar scarface dimples freckles \
     curly baldy dreads tats inky lefty lucky ace deuce trey spade spades dice domino poker bingo jackpot \
     cookie biscuit muffin cupcake peanut peanuts pickle pickles beans noodle noodles nugget nuggets chips crisps \
     sugar honey candy toffee cocoa pepper salty spice nutty doughnut pancake \
     flash turbo sparky zippy rapid sonic dash bolt cruiser rider driver pilot skipper rambo rocky ninja samurai \
     pirate viking zombie vampire goblin troll gremlin wizard magic sinister creeper stalker prowler sleepy \
     dopey grumpy happy bubbles babyface bambi dumbo simba nemo shrek scooby bugs daffy popeye bluey \
     alpha angel apex axe badger bash beast bishop blue bossy boxer brick buck budgie bunny burger buster butcher \
     buzz cabbage carrot champ chaos cheese chopper chunk copper crash crazy crow crumbs crunch danger dizzy dread \
     drip duck dusty eagle elf fish flame flea flick frosty fury fuse gadget giant goat godfather golden goose \
     gravy grim handsome hazard hollow horse hunter jelly jigsaw juice juicy jungle kebab laser legend legs lips \
     machete madness magnet monk monster muddy muscle noisy onion owl panic parrot patch pigeon pistol plug poet \
     poison pops postman predator professor pudding puff punch python rabbit rebel red robot rogue ruby rusty \
     ruthless saint sausage savage scruffy shotgun silent skeleton sly smash smiles smiler smooth snail snappy \
     snooze snow spectre speedy spike splash static stealth sticky stitch stone stones swift syrup terror tick \
     toast torch tough toxic tracksuit trouble tuna vandal venom vicious villain virus wasp whisky whisper wicked \
     worm zero";
}

words! {
    /// What stands before a person who is met, asked or paid.
    BEFORE = "asked told met saw rang texted messaged paid owed knew called visited hit stabbed robbed with and from by for to \
     then when because that if while until after before but so or said as feared followed trusted liked loved hated \
     was is carer mate mates friend cousin uncle boyfriend brother mentioned named about like than where once whom who of against behind near under";
}

/// Finds them and marks their words.
pub(crate) fn find(tokens: &mut [Token<'_>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 1..tokens.len() {
        if is_meant(tokens, at) {
            tokens[at].taken = true;
            found.push(Candidate::new(Kind::Nickname, tokens[at].range.start..tokens[at].end(), Candidate::LIKELY));
        }
    }
    found
}

fn is_meant(tokens: &[Token<'_>], at: usize) -> bool {
    let (token, before) = (&tokens[at], &tokens[at - 1]);
    let stands = token.shape == Shape::Capital && !token.starts && !token.taken && !token.machine && token.gap == " ";
    let alone = tokens
        .get(at + 1)
        .is_none_or(|next| next.shape == Shape::Lower || next.starts || !matches!(next.gap, " " | "-"));
    // `The foreman, the Bulldog, left`: what somebody is called stands between commas.
    let apposed = at > 1
        && before.word == "the"
        && before.gap == ", "
        && before.shape == Shape::Lower
        && tokens.get(at + 1).is_some_and(|next| next.gap == ", ");
    if stands && apposed && is_in(&STREET, &token.word) {
        return true;
    }
    stands
        && alone
        && (before.shape == Shape::Lower || before.starts)
        && is_in(&STREET, &token.word)
        && is_in(&BEFORE, &before.word)
        && !is_title(&tokens[at..=at], tokens)
}
