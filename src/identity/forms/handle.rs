//! Names of accounts in games, messages and social media.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use regex::bytes::Regex;

use super::pattern::{before, cued, pattern};
use super::stretches::{Stretches, finder};
use crate::identity::names::lists::LISTS;
use crate::identity::{Candidate, Form, Kind, Scope, front_matter};

const SERVICE: &str = r"(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|discord|roblox|xbox(?: live)?|psn|playstation(?: network)?|kik|telegram|whats ?app|twitter|facebook|fb|messenger|twitch|steam|you ?tube|onlyfans|be ?real|wickr|signal|fortnite|minecraft|skype|reddit|threads|bluesky|mastodon|tinder|grindr|yubo|hoop|wizz|omegle|ome ?tv|vinted|depop|pinterest|tumblr|viber|wechat|ask\.fm|epic games|nintendo|call of duty|cod|gta|fifa|valorant|spotify|soundcloud|sc|ig|gamer ?tag|ps[345])";

/// `@name`, on whatever service.
static AT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|[^a-z0-9._%+@/&-])(?P<at>@ ?[a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?|@_[a-z0-9._-]*[a-z0-9_-])")
});
/// `£name`, `$name`: accounts for payments.
static CASH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[\n (\x22':])(?P<at>(?:\xc2\xa3|\$)[a-z][a-z0-9_-]{3,19})(?:[ ,;!?)\x22'.]|$)"));
/// `u/name`, as accounts are written on Reddit.
static SLASHED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[\n (\x22':>|/])(?P<at>u/[a-z0-9_-]{3,20})(?:[^a-z0-9_/-]|$)"));
/// `live:.cid.8d982ee358f470`, as Skype has them.
static SKYPE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\blive:\.?[a-z0-9][a-z0-9._-]{2,}[a-z0-9]\b"));
/// `name#1234`.
static TAG: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[^a-z0-9._/&#-])(?P<at>[a-z0-9][a-z0-9._-]{1,31} ?# ?[0-9]{4,5})\b"));
/// "username: xyz", "known online as xyz", "gamertag is xyz".
static SAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:user ?-?names?|user ?-?id|screen ?-?names?|gamer ?-?tags?|gamer ?-?names?|gaming names?|game names?|player names?|online names?|nick ?-?names? online|handles?|account ?-?names?|profile ?-?names?|log ?-?in names?|display names?|channel names?|{SERVICE} (?:user ?-?names?|user|streamer|player|poster|blogger|id|accounts?|names?|handles?|profiles?|tags?|channels?|page))(?:(?: (?:is|was|were|of|called|named|on|for|in|the|his|her|their|a|account|game|app|{SERVICE})\b)+ ?[:=-]? ?|[ ,]?[:=(-] ?| )(?P<quote>['\x22]?)(?P<name>@?[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_-])?)"
    ))
});
/// "on Snapchat as xyz", "insta: xyz", "(snap xyz)".
static SERVED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b{SERVICE}(?: (?:account|app|messages?|profile|chat|user|page))?(?:(?: (?:as|under|called|named|is|was|name|username|handle|id|user|with|from|to|by|used|uses|using|known|they|he|she|were|goes|went|the|account|profile)){{1,4}}[:,]? | ?[:=(-] ?|, | / | )(?P<quote>['\x22]?)(?P<name>@?[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_-])?)"
    ))
});
/// "xyz on Snapchat".
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?P<quote>['\x22]?)\b(?P<name>[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_-])?)['\x22]?,? (?:on|via|from|in|\()(?: the)? ?{SERVICE}\b"
    ))
});
/// "online as xyz", "posted as xyz", "added xyz".
static ONLINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:online|post(?:ed|ing|s)?|stream(?:ed|ing|s)?|play(?:ed|ing|s)?|log(?:ged|s|ging)? in|chat(?:ted|ting|s)?|sign(?:ed|s)? in|messag(?:es?|ed|ing)|add(?:ed|s)?|follow(?:ed|s|ing)?|dm(?:s|ed)?|friend(?:ed)?|known|goes|went|profile|account|user|contact(?:ed)?|under|tags?|tagged)(?: (?:online|there|in games?|on the (?:game|app|site|server)))?(?: (?:as|by|under|from|was|is|called|named|name|the name|the account))*:? (?P<quote>['\x22]?)(?P<name>@?[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_-])?)",
    )
});
/// A word that only an account is called: letters and figures with underscores, or a name with figures behind it.
static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\n (\x22':>|])(?P<at>_?[a-z][a-z0-9.]*(?:_[a-z0-9.]+)+_?|\.?[a-z][a-z0-9]*(?:\.[a-z0-9]+)*\.[a-z0-9]*[0-9][a-z0-9]*|\.?[a-z]*[0-9][a-z0-9]*\.[a-z][a-z0-9]*(?:\.[a-z0-9]+)*|[a-z]{4,}[0-9]{2,6}[a-z]{0,3}|x{2,}[a-z0-9_]{3,}x{2,}|[a-z0-9]{3,}_[a-z0-9]*)(?:[ ,;!?)\x22'<|]|\.(?:[^a-z0-9]|$)|'s|$)",
    )
});
static NAMED: LazyLock<AhoCorasick> = LazyLock::new(|| {
    finder(
        "username, user name, gamertag, gamer tag, screen name, account name, profile name, player name, channel name, handle, streamer, tiktok, snapchat, instagram, discord, roblox, twitch, telegram, youtube",
    )
});
static CUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:user ?-?name|screen ?-?name|gamer ?-?tag|handle|account|profile|online|followers?|{SERVICE})\b"
    ))
});

/// Finds names of accounts; elsewhere only those with a word that says so.
pub(super) fn find(figures: &Stretches<'_>, form: Form, scope: Scope, found: &mut Vec<Candidate>) {
    let text = figures.text();
    let near = Stretches::around(text, is_anchor);
    let mut push = |range: Range<usize>, weight: u8| found.push(Candidate::new(Kind::SocialHandle, range, weight));
    for range in near.places(&AT) {
        let word = text[range.clone()].trim_start_matches(['@', ' ']);
        let spaced = text[range.clone()].starts_with("@ ");
        let cue = cued(&CUE, text, &range, 48, 32);
        let code = ["media", "import", "supports", "font-face", "keyframes", "charset", "page"].contains(&word);
        if !code
            && ((scope == Scope::CaseStudy && (!spaced || is_made_up(word))) || (cue && (!spaced || is_made_up(word))))
        {
            push(range, Candidate::CLEAR + 2);
        }
    }
    if scope == Scope::CaseStudy && form != Form::Path {
        near.places(&SLASHED).for_each(|range| push(range, Candidate::CLEAR));
        near.places(&SKYPE).for_each(|range| push(range, Candidate::CLEAR));
        near.places(&CASH).for_each(|range| push(range, Candidate::CLEAR));
    }
    for range in figures.places(&TAG) {
        if scope == Scope::CaseStudy || cued(&CUE, text, &range, 48, 32) {
            push(range, Candidate::CLEAR + 2);
        }
    }
    for (pattern, sure) in [(&*SAID, 2), (&*SERVED, 1), (&*BEFORE, 1), (&*ONLINE, 0)] {
        for named in near.captures(pattern) {
            let Some(range) = named.name("name").map(|part| part.range()) else { continue };
            let quoted = named.name("quote").is_some_and(|quote| !quote.is_empty());
            if is_named(text, &range, sure, quoted) {
                push(range, Candidate::CLEAR + sure);
            }
        }
    }
    if scope == Scope::CaseStudy {
        strangers(text, found);
    }
    let mut push = |range: Range<usize>, weight: u8| found.push(Candidate::new(Kind::SocialHandle, range, weight));
    if scope == Scope::CaseStudy && form != Form::Path {
        for range in near.places(&SHAPE) {
            let cue = CUE.is_match(before(text, range.start, 80));
            if is_shaped(text, &range) || (cue && is_made_up(&text[range.clone()])) {
                let weight = if text[range.clone()].contains('_') { Candidate::CLEAR } else { Candidate::LIKELY };
                push(range, weight);
            }
        }
    }
}

/// "the username kaydeeplays", "kaydeeplays on TikTok": a word of no list beside what says that it is one.
fn strangers(text: &str, found: &mut Vec<Candidate>) {
    let near = Stretches::words(text, &NAMED);
    for pattern in [&*SAID, &*BEFORE] {
        let names = near.captures(pattern).filter_map(|named| named.name("name").map(|part| part.range()));
        let strange = names.filter(|range| is_strange(&text[range.clone()]));
        found.extend(strange.map(|range| Candidate::new(Kind::SocialHandle, range, Candidate::CLEAR)));
    }
}

/// What the name of an account has, or what stands beside it: every word that is taken for one has such a sign.
fn is_anchor(bytes: &[u8], at: usize) -> bool {
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let figure = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    match bytes[at] {
        b'@' | b'_' | b'#' | b'$' | b'"' | b'=' | b':' | b'(' => true,
        b'0'..=b'9' => letter(at + 1) || at > 0 && letter(at - 1),
        b'.' if letter(at + 1) && at > 0 && bytes[at - 1] == b' ' => true,
        b'.' | b'-' | b'/' => {
            at > 0 && bytes[at - 1].is_ascii_alphanumeric() && (letter(at + 1) || (letter(at - 1) && figure(at + 1)))
        }
        b'\'' => at == 0 || !bytes[at - 1].is_ascii_alphanumeric(),
        b'A'..=b'Z' => at > 0 && bytes[at - 1].is_ascii_lowercase(),
        0xc2 => bytes.get(at + 1) == Some(&0xa3),
        _ => false,
    }
}

/// Services whose names are no ordinary words.
const SERVICES: &[&str] = &[
    "insta",
    "instagram",
    "snap",
    "snapchat",
    "tiktok",
    "discord",
    "roblox",
    "xbox",
    "psn",
    "kik",
    "telegram",
    "ig",
    "fb",
    "twitch",
    "twitter",
    "facebook",
    "youtube",
    "username",
    "account",
    "fortnite",
    "minecraft",
    "bereal",
    "yubo",
];

/// Whether a word is the name of an account where one is expected.
fn is_named(text: &str, range: &Range<usize>, sure: u8, quoted: bool) -> bool {
    let name = &text[range.clone()];
    if name.starts_with('@') || is_made_up(name) {
        return true;
    }
    // Right behind "username:" any word is one; so is a quoted word that is no ordinary sentence.
    let colon = text[..range.start].trim_end_matches([' ', '\'', '"', '(']).ends_with([':', '=']);
    let service = text[..range.start].trim_end_matches([' ', '\'', '"', '(', ':', '=']).to_ascii_lowercase();
    let service = SERVICES.iter().any(|name| service.ends_with(name));
    let ends = !text[range.end..].starts_with(|c: char| c == ' ' || c.is_alphanumeric());
    let dotted = name.contains('.') && name.len() > 5 && sure > 0;
    let head = text[..range.start].trim_end_matches(['\'', '"']).trim_end();
    let called =
        quoted && sure > 0 && [" as", " called", " named", " name", " user"].iter().any(|word| head.ends_with(word));
    // "user name is big-on-bass": a word of several parts is no ordinary word there.
    let parts = sure > 1 && name.matches('-').count() > 1;
    dotted
        || parts
        || (called && !is_ordinary(name))
        || ((sure > 1 || (sure > 0 && colon && ends && service))
            && name.len() > 3
            && (quoted || colon)
            && !is_ordinary(name))
}

/// Whether no list knows a word in small letters.
fn is_strange(name: &str) -> bool {
    name.len() > 5
        && name.bytes().all(|byte| byte.is_ascii_lowercase())
        && LISTS.flags(name).is_none()
        && !is_brand(name)
}

/// Whether a word is of no language: figures within letters, an underscore, a capital inside.
fn is_made_up(name: &str) -> bool {
    let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
    // "police-101" is a word and a number.
    let mixed = |pair: &[u8]| {
        pair[0].is_ascii_alphabetic() && pair[1].is_ascii_digit()
            || pair[0].is_ascii_digit() && pair[1].is_ascii_alphabetic()
    };
    let apart = name.bytes().any(|byte| byte.is_ascii_digit()) && !name.contains('-');
    let figures = apart || name.as_bytes().windows(2).any(mixed);
    let underscore = name.contains('_');
    let dotted = name.trim_matches('.').contains('.') && figures;
    let humped =
        name.as_bytes().windows(2).filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()).count()
            > 0
            && name.len() > 5
            && !is_brand(name);
    let reference = name.bytes().take_while(u8::is_ascii_uppercase).count() == letters && figures && !underscore;
    let units = ["st", "nd", "rd", "th", "am", "pm", "k", "m", "s"]
        .iter()
        .any(|unit| name.strip_suffix(unit).is_some_and(|head| head.bytes().all(|byte| byte.is_ascii_digit())));
    letters >= 2 && !units && !reference && (figures || underscore || dotted || humped) && !is_brand(name)
}

/// Whether the shape alone says so: an underscore inside a word, or many letters and a year.
fn is_shaped(text: &str, range: &Range<usize>) -> bool {
    let name = &text[range.clone()];
    let figures = name.bytes().filter(u8::is_ascii_digit).count();
    // A key of front matter ends in a colon, and a file name has an ending.
    let key = text[range.end..].starts_with(':') || is_brand(name);
    let file = [".md", ".yaml", ".png", ".jpg", ".svg", ".pdf", ".docx", ".html", ".json"]
        .iter()
        .any(|end| text[range.start..].starts_with(&format!("{name}{end}")) || name.ends_with(end));
    // A directive has its own words: `{{timescale section_47}}`.
    let directive = text[..range.start].rfind("{{").is_some_and(|open| !text[open..range.start].contains("}}"));
    !key && !file
        && !is_numbered_part(name)
        && !directive
        && !front_matter::is_field(name.trim_end_matches(['`', '.']))
        && is_made_up(name)
        && (name.contains(['_', '.']) || figures >= 2)
}

/// `fig.12`, `s.47b`, `example2.org`: with dots only, and no part of letters with figures in it, or a site.
fn is_numbered_part(name: &str) -> bool {
    let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
    let is_mixed = |part: &str| {
        part.len() > 3
            && part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part.bytes().any(|byte| byte.is_ascii_digit())
    };
    let site = ["uk", "com", "org", "net", "gov", "io", "app", "wales", "scot", "cymru"];
    let is_site = name.rsplit('.').next().is_some_and(|end| site.contains(&end));
    name.contains('.') && !name.contains('_') && (letters < 6 || is_site || !name.split('.').any(is_mixed))
}

fn is_brand(name: &str) -> bool {
    const BRANDS: &[&str] = &[
        "covid19",
        "catch22",
        "windows10",
        "windows11",
        "web3",
        "tiktok",
        "youtube",
        "whatsapp",
        "playstation",
        "facebook",
        "linkedin",
        "childline",
        "bereal",
        "mp3",
        "mp4",
        "onlyfans",
        "snapchat",
        "iphone",
        "ipad",
        "ps4",
        "ps5",
        "ps3",
        "hopeline247",
        "omegle",
        "wechat",
        "4chan",
        "roblox",
        "minecraft",
        "gdpr",
        "powerpoint",
        "javascript",
        "github",
        "ebay",
        "paypal",
        "macbook",
        "hopelineuk",
        "netflix",
        "safelives",
        "openai",
        "chatgpt",
        "deepfake",
        "deepfakes",
        "what3words",
        "microsoft365",
        "office365",
        "systmone",
        "mcdonald",
        "mcdonalds",
    ];
    BRANDS.contains(&name.to_ascii_lowercase().as_str())
}

/// Words that follow "username" and the like in ordinary sentences.
fn is_ordinary(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "that",
        "this",
        "with",
        "were",
        "have",
        "which",
        "when",
        "what",
        "from",
        "they",
        "should",
        "could",
        "will",
        "would",
        "must",
        "them",
        "their",
        "there",
        "then",
        "password",
        "passwords",
        "also",
        "only",
        "such",
        "these",
        "those",
        "unknown",
        "none",
        "removed",
        "redacted",
        "withheld",
        "anonymous",
        "name",
        "names",
    ];
    WORDS.contains(&name.to_ascii_lowercase().as_str())
}
