//! What the quick scan finds outside case studies, and what it leaves alone.

use crate::identity::{Form, Kind, Known, Scope, find};

/// Words that no rule looks at, so that a detail stands in the midst of a long text.
const PROSE: &str =
    "Practitioners should share concerns early and write down what was said, in the words of the child. ";

fn found(text: &str, form: Form) -> Vec<(Kind, String)> {
    let long = format!("{}{text} {}", PROSE.repeat(4), PROSE.repeat(4));
    let details = find(&long, form, Scope::Elsewhere, &Known::default());
    details.into_iter().map(|detail| (detail.kind, long[detail.range].to_owned())).collect()
}

#[track_caller]
fn holds(kind: Kind, texts: &[&str]) {
    for marked in texts {
        let text = marked.replace('¦', "");
        let wanted = marked.split('¦').nth(1).unwrap_or(&text);
        let found = found(&text, Form::Markdown);
        let hit = found.iter().any(|(k, part)| *k == kind && part.contains(wanted));
        assert!(hit, "{wanted:?} of {text:?} is no {kind}: {found:?}");
    }
}

#[test]
fn what_is_a_persons_own_is_found_in_guidance_too() {
    holds(Kind::DateOfBirth, &["born on ¦4 March 2009¦.", "DOB: ¦4/3/09¦", "Date of birth ¦2009-03-04¦"]);
    holds(Kind::NhsNumber, &["NHS number ¦999 414 9121¦", "the record ¦999-801-4115¦"]);
    holds(Kind::NiNumber, &["¦SP179760B¦", "¦HT 25 27 40 B¦"]);
    holds(Kind::Upn, &["UPN ¦G342113873809¦"]);
    holds(Kind::Passport, &["passport number ¦152450776¦"]);
    holds(Kind::DrivingLicence, &["¦DHILL633628A9XSR¦"]);
    holds(Kind::VehicleRegistration, &["a car, registration ¦JCH 932R¦,", "the van ¦XR15 APC¦"]);
    holds(
        Kind::BankAccount,
        &["¦sort code 28-75-46, account 96031558¦", "¦GB95 NWBK 9364 5278 1662 66¦", "card ¦4111 1111 1111 1111¦"],
    );
    holds(Kind::SocialHandle, &["on Snapchat as ¦sienna_2009¦", "username: ¦darkwolf99¦", "Discord: ¦sienna#9797¦"]);
    holds(Kind::Coordinates, &["¦51.77775, -3.91985¦", "¦51°46'39.9\"N 3°55'11.5\"W¦"]);
    holds(Kind::What3Words, &["¦///amber.fabric.jumper¦", "¦orange.gravel.ladder¦ (what3words)"]);
    holds(
        Kind::Phone,
        &[
            "¦07700 900763¦",
            "¦+44 7700 900763¦",
            "¦０７７００ ９００７６３¦",
            "¦07700\u{200b}900763¦",
            "¦oh seven seven double zero nine double zero seven six three¦",
        ],
    );
    holds(Kind::CaseReference, &["crime reference ¦42/1234/19¦", "Mosaic ID ¦3047698¦"]);
    holds(Kind::Email, &["¦jo.smith78@gmail.com¦", "¦jo.smith78&#64;gmail.com¦", "¦jo.smith at gmail dot com¦"]);
}

#[test]
fn what_is_ordinary_in_guidance_is_not_found() {
    for text in [
        "Call 01632 960904 or 0300 123 4567, or write to safeguarding@exampleshire.gov.uk or help@nspcc.org.uk.",
        "In force from 4 March 2019; see https://www.example.org/2019/03/04/page?id=12345678 and SW1A 1AA.",
        "published: 2024-03-01, 2019-2020, 2023/24, 10.2.1.3, version 1.2.3",
        "The duty was born of the 1989 Act, in 2019. Birth certificates from 2008.",
        "ISBN 978-1-4028-9462-6, SI 2013/1465, [2019] EWFC 23, 20°C, 50%25, m², Zoë and na\u{ef}ve",
        "Snapchat, Instagram and Discord are used by children of 13. Seven steps: zero tolerance.",
        "NG76, KS2, GCSE, M25, COVID-19, s47, 16/17-year-olds, 24/7",
        "Операция в Лондоне, مرحبا بالعالم",
    ] {
        for form in [Form::Markdown, Form::Html] {
            assert_eq!(found(text, form), [], "{text}");
        }
    }
}

#[test]
fn drawings_and_links_of_a_page_are_passed_over() {
    let page = r##"<svg viewBox="0 0 24 24"><path d="M12.5 3.4 10.2 15.75 3.25 9.125 12.5 3.4 51.777 3.919z"/></svg>
        <a href="/x?id=07%2F12&amp;n=3#4-march">&#39;x&#39;</a> <link integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K">"##;
    assert_eq!(found(page, Form::Html), []);
}
