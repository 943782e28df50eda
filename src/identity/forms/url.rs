//! Web addresses.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::pattern::{before, pattern};
use super::stretches::{Stretches, is_within};
use crate::identity::{Candidate, Kind};

const ENDS: &str = r"(?:com|net|org|info|biz|co\.uk|org\.uk|me\.uk|ac\.uk|sch\.uk|ltd\.uk|gov\.uk|nhs\.uk|police\.uk|uk|io|co|app|gg|tv|ly|me|link|xyz|online|site|shop|blog|page|club|live|social|chat|eu|ie|scot|wales|cymru|london|be|gl|im|news|wiki|fm|to|cc|ws|ru|pl|ro|de|fr|example)";

static SCHEME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:h(?:tt|xx)ps?|ftp|sftp|discord|snapchat|whatsapp|tg) ?(?:\[:\]|:) ?// ?(?:[\[(](?:\.|dot)[\])]|[^\s<>\x22`)\]}|])+",
    )
});
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:www\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.|\[\.\]|\(\.\)| ?[\[(]dot[\])] ?)){{1,4}}{ENDS}\b(?:/[^\s<>\x22`)\]}}|]*)?"
    ))
});
/// A gap beside the dot keeps a program from making a link of it: `tiktok . com/@name`.
static GAPPED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"\b[a-z0-9][a-z0-9-]+(?: ?\. ?[a-z0-9-]+)?(?: \. ?| ?\. ){ENDS} ?/[^\s<>\x22`)\]}}|]+"))
});
static WWW: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bwww\.[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[^\s<>\x22`)\]}|]*)?"));
static SPOKEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:https?[: ]*(?://|slash slash)? ?)?(?:www|double ?-?u double ?-?u double ?-?u) ?(?:\.|dot) ?)?[a-z0-9-]+ dot (?:(?:[a-z0-9-]+ dot )*(?:com|net|org|uk|co|info|io|me|gg|tv|ly|gl|app|link|scot|wales))\b(?: ?(?:/|(?:forward )?slash) ?[a-z0-9._-]+)*",
    )
});
/// Sites of public bodies.
static PUBLIC: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:h(?:tt|xx)ps?://)?(?:[a-z0-9-]+\.)*(?:gov\.uk|legislation\.gov\.uk|police\.uk|nhs\.uk|gov\.scot|gov\.wales|llyw\.cymru|nidirect\.gov\.uk|judiciary\.uk|parliament\.uk|mod\.uk|hse\.gov\.uk)(?:[/:?#]|$)",
    )
});
/// Front doors of national charities and helplines. What lies behind them may be a review of one case.
static HELP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:https?://)?(?:www\.)?(?:learning\.)?(?:nspcc\.org\.uk|childline\.org\.uk|samaritans\.org|barnardos\.org\.uk|childrenssociety\.org\.uk|actionforchildren\.org\.uk|nice\.org\.uk|scie\.org\.uk|iwf\.org\.uk|internetmatters\.org|saferinternet\.org\.uk|thinkuknow\.co\.uk|missingpeople\.org\.uk|runawayhelpline\.org\.uk|victimsupport\.org\.uk|womensaid\.org\.uk|refuge\.org\.uk|nationaldahelpline\.org\.uk|rapecrisis\.org\.uk|stopitnow\.org\.uk|lucyfaithfull\.org\.uk|csacentre\.org\.uk|researchinpractice\.org\.uk|contextualsafeguarding\.org\.uk|giveusashout\.org|papyrus-uk\.org|themix\.org\.uk|kooth\.com|mind\.org\.uk|youngminds\.org\.uk|talktofrank\.com|modernslaveryhelpline\.org|actearly\.uk|crimestoppers-uk\.org|fearless\.org|reportharmfulcontent\.com|karmanirvana\.org\.uk)/?(?:case-reviews/?)?$",
    )
});
/// Pages of helplines for children and young people, which publish nothing of a case.
static HELP_PAGES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:https?://)?(?:www\.)?(?:childline\.org\.uk|samaritans\.org|papyrus-uk\.org|themix\.org\.uk|kooth\.com|youngminds\.org\.uk|talktofrank\.com|runawayhelpline\.org\.uk|actearly\.uk|fearless\.org|giveusashout\.org)/(?:(?:get|find|need|urgent)-(?:support|help|advice)|support|help|about(?:-us)?|contact(?:-us)?|info-advice|toolbox|your-feelings|how-we-can-help|parents)/?$",
    )
});
/// What stands before something that only looks like an address.
static FILE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:@|[\w]@[\w.-]*|/|\\)$"));

/// Finds web addresses, save those of public bodies; what only looks like a date or number inside such a one is none.
pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    let mut public: Vec<Range<usize>> = Vec::new();
    let near = Stretches::around(text, is_anchor);
    for (pattern, weight) in [
        (&*SCHEME, Candidate::CERTAIN + 1),
        (&*WWW, Candidate::CERTAIN),
        (&*BARE, Candidate::CLEAR),
        (&*SPOKEN, Candidate::CLEAR),
        (&*GAPPED, Candidate::CLEAR),
    ] {
        for range in near.places(pattern) {
            let range = without_end(text, range);
            let written = &text[range.clone()];
            let part = FILE.is_match(before(text, range.start, 40)) && !written.contains("//");
            if PUBLIC.is_match(written.as_bytes())
                || HELP.is_match(written.as_bytes())
                || HELP_PAGES.is_match(written.as_bytes())
            {
                public.push(range);
            } else if !part && !is_name(written) {
                found.push(Candidate::new(Kind::Url, range, weight));
            }
        }
    }
    found.retain(|candidate| {
        let plain = matches!(
            candidate.kind,
            Kind::ExactDate
                | Kind::CaseReference
                | Kind::Phone
                | Kind::NhsNumber
                | Kind::BankAccount
                | Kind::Postcode
                | Kind::Url
        );
        !plain || !public.iter().any(|range| range.start <= candidate.range.start && candidate.range.end <= range.end)
    });
}

/// A dot within a word or in brackets, the strokes of a scheme, or the word.
fn is_anchor(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'.' => is_within(bytes, at, b'.') || at > 0 && matches!(bytes[at - 1], b'[' | b'(' | b' '),
        b'/' => bytes.get(at + 1) == Some(&b'/'),
        b'd' | b'D' => bytes[at..].len() > 2 && bytes[at..at + 3].eq_ignore_ascii_case(b"dot"),
        _ => false,
    }
}

/// Without the stop or comma that ends the sentence.
fn without_end(text: &str, range: Range<usize>) -> Range<usize> {
    let written = &text[range.clone()];
    range.start..range.start + written.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']).len()
}

/// "Node.js", "e.g.to": too short for a site, or a file of the site itself.
fn is_name(written: &str) -> bool {
    let first = written.split(['.', '[', '(']).next().unwrap_or_default();
    let path = written.contains('/');
    let end = written.rsplit('.').next().unwrap_or_default();
    !path
        && (first.len() < 2
            || (end.len() == 2
                && end != "uk"
                && end != "me"
                && end != "gg"
                && end != "tv"
                && end != "co"
                && end != "io"
                && end != "ie"))
}
