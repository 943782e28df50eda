//! E-mail addresses, written out or spoken.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::pattern::pattern;
use super::stretches::{Stretches, is_within};
use crate::identity::{Candidate, Kind, Scope};

const AT: &str = r"(?: ?[(\[{<] ?(?:at|@) ?[)\]}>] ?| @ |@| -at- |_at_|[/*|]{1,2}at[/*|]{1,2})";
const DOT: &str = r"(?: ?[(\[{<] ?(?:dot|\.) ?[)\]}>] ?|\.| dot | \. |[/*|]{1,2}dot[/*|]{1,2})";
const ENDS: &str = r"(?:com|net|org|info|biz|uk|co|io|me|eu|ie|scot|wales|cymru|gov|edu|mail|email|live|pl|ro|de|fr|es|it|pt|ru|in|pk|ng|us|ca|au)";

static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"[a-z0-9][a-z0-9._%+'&-]*(?: dot [a-z0-9_+-]+)?{AT}[a-z0-9][a-z0-9-]*(?:{DOT}[a-z0-9-]*[a-z0-9])*{DOT}[a-z]{{2,}}\b"
    ))
});
/// "name at domain dot com", "name dot surname at domain dot co dot uk".
static SPOKEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b[a-z0-9][a-z0-9._+-]*(?: (?:dot|underscore|dash|hyphen|plus) [a-z0-9._+-]+)* (?:at) [a-z0-9][a-z0-9-]*(?: (?:dash|hyphen) [a-z0-9-]+)*(?: ?(?:\(dot\)|\[dot\]) ?| dot )(?:[a-z0-9-]+ dot )*{ENDS}\b"
    ))
});
/// "jo.smith78 at mail-post.co.uk": what stands before "at" is no ordinary word.
static HALF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:[a-z0-9-]*[._+][a-z0-9._+-]*[a-z0-9]|[a-z._+-]*[0-9][a-z0-9._+-]*) at [a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.{ENDS}\b"
    ))
});
static CUED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:e-?mail(?:ed)?|mail|address)\b(?: (?:is|was|address|at|to|from|account|on|of|him|her|them|me|us))*[ :]{{1,2}}(?P<at>[a-z0-9._+-]+ at [a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.{ENDS})\b"
    ))
});
/// A gap before or after the sign.
static GAPPED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b[a-z0-9][a-z0-9._%+-]*(?: @|@ )[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|net|org|uk)\b")
});
/// Without the end of the domain.
static SHORT: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b[a-z0-9][a-z0-9._%+-]*@[a-z0-9][a-z0-9-]*\b"));
static FREE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:@|at|\W)(?:g|google)?(?:mail|hotmail|outlook|live|yahoo|ymail|rocketmail|icloud|me|mac|aol|msn|btinternet|sky|talktalk|virginmedia|virgin|ntlworld|blueyonder|proton(?:mail)?|pm|gmx|zoho|mail|fastmail|tutanota|tiscali|orange|o2|wp|onet|interia|seznam|rediffmail|yandex)(?:\.| dot |\W)",
    )
});
/// What stands before the sign in the address of an office.
const OFFICES: &[&str] = &[
    "help",
    "info",
    "enquiries",
    "enquiry",
    "contact",
    "office",
    "admin",
    "support",
    "team",
    "safeguarding",
    "mash",
    "lado",
    "referrals",
    "referral",
    "advice",
    "hello",
    "mail",
    "post",
    "press",
    "media",
    "feedback",
    "complaints",
    "training",
    "duty",
];

/// Addresses that national helplines publish.
static HELPLINES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:help@nspcc\.org\.uk|jo@samaritans\.org|pat@papyrus-uk\.org|enquiries@barnardos\.org\.uk|116000@(?:missingpeople|runawayhelpline)\.org\.uk|helpline@womensaid\.org\.uk|info@(?:nationaldahelpline|karmanirvana)\.org\.uk|fgmhelp@nspcc\.org\.uk)$",
    )
});

/// Finds e-mail addresses; elsewhere only those at a free provider that look like a person's.
pub(super) fn find(text: &str, scope: Scope, found: &mut Vec<Candidate>) {
    let near = Stretches::around(text, is_anchor);
    let mut shared: Vec<Range<usize>> = Vec::new();
    for (pattern, weight) in [
        (&*WRITTEN, Candidate::CERTAIN + 2),
        (&*SPOKEN, Candidate::CERTAIN),
        (&*HALF, Candidate::CERTAIN),
        (&*CUED, Candidate::CERTAIN),
        (&*GAPPED, Candidate::CLEAR + 3),
        (&*SHORT, Candidate::LIKELY),
    ] {
        for range in near.places(pattern) {
            let written = &text[range.clone()];
            if HELPLINES.is_match(written.as_bytes()) {
                shared.push(range);
                continue;
            }
            // The beginning of such an address is none of its own.
            let is_part = shared.iter().any(|shared| shared.start <= range.start && range.end <= shared.end);
            if !is_part && (scope == Scope::CaseStudy || is_private(written)) {
                found.push(Candidate::new(Kind::Email, range, weight));
            }
        }
    }
}

/// A sign, or an `at` that may stand for it.
fn is_anchor(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'@' => true,
        b'a' | b'A' => {
            let is_word = bytes.get(at + 1).is_some_and(|next| next.eq_ignore_ascii_case(&b't'))
                && at.checked_sub(1).is_some_and(|at| !bytes[at].is_ascii_alphanumeric())
                && bytes.get(at + 2).is_some_and(|next| !next.is_ascii_alphanumeric());
            is_word && has_dot(&bytes[at + 2..bytes.len().min(at + 80)])
        }
        _ => false,
    }
}

/// Whether a dot within a word, or one in brackets or letters, stands near.
fn has_dot(bytes: &[u8]) -> bool {
    (0..bytes.len()).any(|at| is_within(bytes, at, b'.'))
        || [&b"dot"[..], b"DOT", b"Dot", b"[.]", b"(.)"].iter().any(|dot| memchr::memmem::find(bytes, dot).is_some())
}

fn is_private(address: &str) -> bool {
    let head: String =
        address.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')).collect();
    let office = OFFICES.iter().any(|office| head.to_ascii_lowercase().contains(office));
    !office && FREE.is_match(address.as_bytes())
}
