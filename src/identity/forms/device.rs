//! Addresses of devices on a network.

use std::net::Ipv6Addr;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::pattern::{before, cued, pattern};
use super::stretches::{Stretches, is_within};
use crate::identity::{Candidate, Kind};

static V4: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b[0-9]{1,3}(?:(?: ?(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)) ?|\.| \. | dot )[0-9]{1,3}){3}\b")
});
static V6: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[^0-9a-z:.])(?P<at>[0-9a-f]{0,4}(?:::?[0-9a-f]{1,4}){1,7}(?:::)?)(?:%[a-z0-9]+|/[0-9]{1,3})?(?:[^0-9a-z:]|$)",
    )
});
static MAC: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?:[0-9a-f]{2}(?:[:-]| : | - )){5}[0-9a-f]{2}\b|\b[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}\b")
});
static CUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(ip|ips|ipv[46]|address|addresses|login|logins|logged|log-?ins?|server|router|network|connect(ed|ion)|device|host|traced|wi-?fi)\b",
    )
});
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(section|sections|para|paragraph|paragraphs|chapter|version|v|release|standard|rule|clause|table|figure|annex|regulation|appendix|part)s? ?$",
    )
});

/// What every router and every network calls itself.
const EVERYBODYS: &[[u8; 4]] = &[
    [192, 168, 0, 1],
    [192, 168, 1, 1],
    [192, 168, 1, 254],
    [10, 0, 0, 1],
    [127, 0, 0, 1],
    [0, 0, 0, 0],
    [255, 255, 255, 0],
    [8, 8, 8, 8],
    [1, 1, 1, 1],
];

/// Finds addresses of devices.
pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    let near = Stretches::around(text, |bytes, at| bytes[at].is_ascii_digit() || is_within(bytes, at, b':'));
    for range in near.places(&V4) {
        let parts: Vec<&str> =
            text[range.clone()].split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        // A nought before a part is no part of it.
        let octets: Vec<u8> = parts.iter().filter_map(|part| u8::try_from(part.parse::<u16>().ok()?).ok()).collect();
        let longer =
            text[range.end..].starts_with('.') && text.as_bytes().get(range.end + 1).is_some_and(u8::is_ascii_digit);
        let longer = longer || text[..range.start].ends_with('.');
        let Ok(octets) = <[u8; 4]>::try_from(octets) else { continue };
        // Small numbers are sections of a document.
        let small = octets.iter().all(|octet| *octet < 40) && !cued(&CUE, text, &range, 40, 24);
        let shared = EVERYBODYS.contains(&octets);
        if !small && !longer && !shared && !NUMBERED.is_match(before(text, range.start, 24)) {
            found.push(Candidate::new(Kind::IpAddress, range, Candidate::CERTAIN));
        }
    }
    for range in near.places(&V6) {
        let written = &text[range.clone()];
        let groups = written.split(':').filter(|group| !group.is_empty()).count();
        let lettered = written.bytes().any(|byte| byte.is_ascii_alphabetic());
        if written.parse::<Ipv6Addr>().is_ok() && (groups >= 4 || (groups >= 2 && lettered && written.len() > 6)) {
            found.push(Candidate::new(Kind::IpAddress, range, Candidate::CERTAIN));
        }
    }
    for range in near.places(&MAC) {
        let mixed = text[range.clone()].bytes().any(|byte| byte.is_ascii_alphabetic());
        if text[range.clone()].contains([':', '-']) || mixed || cued(&CUE, text, &range, 40, 24) {
            found.push(Candidate::new(Kind::IpAddress, range, Candidate::CERTAIN + 2));
        }
    }
}
