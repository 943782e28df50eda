//! E-mail addresses, accounts and links.

use super::{Kind, Scope, found, holds, holds_nothing};

#[test]
fn mail_addresses_are_found_written_and_spoken() {
    holds(
        Kind::Email,
        &[
            "from ¦iwilliams78@mail-post.co.uk¦ was",
            "¦al-hamdani_yusuf+case@brookvale-academy.sch.uk¦",
            "¦jo.smith at gmail dot com¦",
            "¦jo dot smith at mail dash post dot co dot uk¦",
            "¦jo.smith [at] gmail [dot] com¦",
            "¦jo.smith(at)gmail.com¦",
            "¦jo.smith @ gmail.com¦",
            "¦jo.smith&#64;gmail&#46;com¦",
            "¦jo.smith%40gmail.com¦",
            "¦jo.smith＠gmail.com¦",
            "¦jo.smith78 at mail-post.co.uk¦",
            "[mail](mailto:¦jo.smith@gmail.com¦)",
            "¦jo\\_smith@gmail.com¦",
            "¦jо.smith@gmail.com¦",
        ],
    );
}

#[test]
fn names_of_accounts_are_found() {
    holds(
        Kind::SocialHandle,
        &[
            "He uses the tag ¦SK1LLZ¦ on walls.",
            "His account was ¦u/marsh_wanderer¦.",
            "Her profile was ¦sienna#9797¦.",
            "She was ¦@sienna.xo¦ there",
            "on Snapchat as ¦sienna_2009¦",
            "username ¦darkwolf99¦",
            "username: ¦megsy¦",
            "gamertag ¦xX_Sn1per_Xx¦",
            "insta: ¦its.kofi.b¦",
            "known online as ¦BigMan_99¦",
            "her Discord was ¦sienna.b_04¦",
            "his Xbox name ¦ShadowNinja04¦",
            "added ¦ttv_kayden¦ on Roblox",
            "Snapchat (¦sienna_2009¦)",
            "¦@sienna\\_xo¦",
        ],
    );
    holds_nothing(&[
        "He used Snapchat, Instagram and TikTok in 2019.",
        "Her TikTok account had been reported twice.",
        "The profile was private and the handle of the door was broken.",
        "`review_by` is a field, and so is `in_force_from`.",
        "an account with no name",
        "Contact: police-101 or childrens-services",
    ]);
}

#[test]
fn web_addresses_are_found_save_those_of_public_bodies() {
    holds(
        Kind::Url,
        &[
            "story (¦https://www.facebook.com/groups/justice-for-megan-ashcroft¦) gave",
            "¦hxxps://example.com/x¦",
            "¦www.example.org/page¦",
            "¦example.co.uk¦",
            "¦facebook.com/megan.ashcroft¦",
            "¦www(.)instagram(.)com/x¦",
            "¦facebook dot com slash megan¦",
            "¦bit dot ly slash abc¦",
            "[page](¦https://justgiving.com/megan¦)",
            "¦instagram[.]com/megan¦",
        ],
    );
    holds_nothing(&[
        "see gov.uk, www.gov.uk/guidance/x-2019-03-04, ceop.police.uk and https://www.nhs.uk/conditions",
        "See [page](guide.md), [term](term:lado) and [law](law:ca1989/47).",
        "i.e. this, e.g. that. Next one",
    ]);
}

#[test]
fn helplines_of_the_nation_are_known_and_every_other_office_is_for_the_caller_to_allow() {
    holds_nothing(&["Write to help@nspcc.org.uk, call 0808 800 5000 or 116 123, or see www.childline.org.uk."]);
    assert_eq!(found("Write to help@unit.org.uk.", Scope::CaseStudy), [(Kind::Email, "help@unit.org.uk")]);
    assert_eq!(found("Ring 0808 157 0412.", Scope::CaseStudy), [(Kind::Phone, "0808 157 0412")]);
}

#[test]
fn an_underscore_inside_a_word_is_an_account() {
    holds(Kind::SocialHandle, &["One viewer, ¦mr.softie_uk¦, gave roses.", "a request from ¦xX_Blocky_Lewis_Xx¦."]);
    holds_nothing(&["_emphasis_ and __more__", "{{timescale child_seen}}", "---\nreview_by: soon\n---\nText\n"]);
}

#[test]
fn a_word_of_no_language_beside_a_service_is_an_account_and_so_are_parts_with_dots() {
    holds(
        Kind::SocialHandle,
        &[
            "The Twitch streamer ¦kaydeeplays¦ was known.",
            "She is ¦kaydeeplays¦ on TikTok.",
            "The kik username ¦kaydee.09¦ was old.",
            "chats with ¦.ngocanh.gh0st¦ went on",
            "the older male used ¦reaper.marykate88¦.",
        ],
    );
    holds(Kind::Url, &["found this: ¦tiktok . com/@name/video/38¦"]);
    holds_nothing(&[
        "vlogging on YouTube and livestreaming on Twitch",
        "see section.47b and fig.12 of annex.3",
        "the username was forgotten",
        "the streamer stopped",
    ]);
}

#[test]
fn what_begins_a_paragraph_is_found_too() {
    holds(Kind::SocialHandle, &["First.\n\n¦u/kaydee¦ wrote."]);
    holds(Kind::What3Words, &["First.\n\n¦filled.count.soap¦"]);
    holds(Kind::IpAddress, &["First.\n\n¦2001:db8::1¦ was used."]);
}
