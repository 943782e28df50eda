//! Numbers with check digits.

use super::{Kind, Scope, found, holds, holds_nothing};

#[test]
fn telephone_numbers_are_found_however_they_are_grouped() {
    holds(
        Kind::Phone,
        &[
            "from ¦01632 960904¦ late",
            "¦020 7946 0462¦",
            "¦07700.900.763¦",
            "¦0117-496-0898¦",
            "¦077 0090 0819¦",
            "¦07700900763¦",
            "¦+44 7700 900763¦",
            "¦+44 (0)7700 900763¦",
            // Its check digit agrees with that of a card.
            "¦+44 (0)7911-123456¦",
            "¦0044 7700 900 763¦",
            "¦(0117) 496 0898¦",
            "¦07 70 09 00 76 3¦",
            "¦0 7 7 0 0 9 0 0 7 6 3¦",
            "¦07700-900-763¦",
            "¦07700/900763¦",
            "¦O7700 9OO763¦",
            "¦０７７００ ９００７６３¦",
            "¦07700\u{200b}900763¦",
            "¦07700\n900763¦",
            "**¦07700** 900763¦",
            "¦0117 496 0898 ext 204¦",
            "¦+48 601 234 567¦",
            "on ¦oh seven seven double zero nine double oh seven six three¦",
            "on ¦zero one six three two, nine six zero, nine zero four¦",
            "on ¦07700 nine double oh seven six three¦",
            "tel: ¦496 0898¦",
            "mobile ¦7700 900763¦",
            "`¦07700900763¦`",
            "[call](tel:¦07700900763¦)",
            "<!-- ¦07700 900763¦ -->",
            "¦0300 123 4567¦",
        ],
    );
}

#[test]
fn helplines_and_short_numbers_are_public() {
    holds_nothing(&["0800 1111, 0808 800 5000, 08000 121 700, 0800 5999 247, 116 123, +44 800 789 321"]);
}

#[test]
fn nhs_numbers_have_a_check_digit_or_a_cue() {
    holds(
        Kind::NhsNumber,
        &[
            "her ¦NHS number ended 0018¦.",
            "The record ¦999-801-4115¦ was merged",
            "Her NHS no. is ¦999-147-9368¦.",
            "NHS No: ¦999 414 9121¦",
            "¦9994149121¦",
            "NHS number ¦999 414 9122¦ with a wrong check digit",
            "NHS number: ¦nine nine nine four one four nine one two one¦",
            "¦999&nbsp;414&nbsp;9121¦",
        ],
    );
    let telephone = found("Call 01632 960904.", Scope::CaseStudy);
    assert_eq!(telephone, [(Kind::Phone, "01632 960904")]);
}

#[test]
fn national_insurance_numbers_follow_the_rules_of_their_letters() {
    holds(
        Kind::NiNumber,
        &[
            "under ¦SP179760B¦.",
            "number, ¦HT 25 27 40 B¦, had",
            "¦sp179760b¦",
            "¦SP-17-97-60-B¦",
            "¦SP 179760 B¦",
            "National Insurance: ¦QQ 12 34 56 C¦",
            "NI number ¦SP179760¦",
            "¦S P 1 7 9 7 6 0 B¦",
            "¦ЅР179760В¦",
        ],
    );
    assert!(!found("the code GB 12 34 56 A", Scope::CaseStudy).iter().any(|(kind, _)| *kind == Kind::NiNumber));
}

#[test]
fn pupil_passport_and_licence_numbers_are_found() {
    holds(
        Kind::Upn,
        &["UPN: ¦G342113873809¦ The parent", "¦G342113873809¦", "UPN ¦A342113873809¦", "¦G342-1138-73809¦"],
    );
    holds(
        Kind::Passport,
        &[
            "Her passport, number ¦A79653554¦, was kept",
            "Passport no. ¦152450776¦ was reported",
            "passport number: ¦152 450 776¦",
            "¦152450776¦ was the passport",
            "His passport, no. ¦877890790¦, had run out",
        ],
    );
    holds(
        Kind::DrivingLicence,
        &[
            "A licence (¦DHILL633628A9XSR¦) in another name",
            "¦DHILL 633628 A9XSR¦",
            "¦dhill633628a9xsr¦",
            "¦MORGA657054SM9IJ 35¦",
            "driving licence number ¦12345678¦",
        ],
    );
}

#[test]
fn accounts_and_cards_are_found() {
    holds(
        Kind::BankAccount,
        &[
            "to ¦sort code 28-75-46, account 96031558¦.",
            "sort code ¦28 75 46¦",
            "sort code: ¦287546¦",
            "account number ¦96031558¦",
            "¦28-75-46 96031558¦",
            "to account ¦16-57-60 46950395¦",
            "account ¦GB95 NWBK 9364 5278 1662 66¦ was",
            "¦gb95nwbk93645278166266¦",
            "card ¦4111 1111 1111 1111¦",
            "¦4111111111111111¦",
            "sort code ¦11-11-21¦",
        ],
    );
}

#[test]
fn long_numbers_in_published_references_are_ordinary() {
    holds_nothing(&[
        "grant of £1250000",
        "DfE-00128-2023",
        "a population of 1200000",
        "ISO 27001",
        "A score of 14 on the Graded Care Profile 2 was discussed.",
        "company number 01234567",
    ]);
}

#[test]
fn extensions_local_numbers_and_letters_among_figures_hide_no_number() {
    holds(
        Kind::Phone,
        &["Ask for ext. ¦4417¦.", "Ring ¦496 0123¦ after six.", "it is ¦+234 8O3 555 O325¦ on the card"],
    );
    holds(Kind::BankAccount, &["bank: ¦SC 417319 AC 89309804¦"]);
}

#[test]
fn forms_with_a_mark_or_a_nought_in_the_wrong_place_are_found() {
    holds(Kind::Email, &["Write to ¦tenancies//at//rosebank//dot//example¦ then."]);
    holds(Kind::NiNumber, &["The number ¦TN 04 93 57 D¦ stood there."]);
    holds(Kind::VehicleRegistration, &["It was ¦HV12 0EJ¦ again."]);
    holds(Kind::Postcode, &["They live at ¦TD8 6-LB¦."]);
    holds(Kind::NhsNumber, &["Then (¦999) 283 5109¦ was on the band."]);
    holds(Kind::IpAddress, &["It came from ¦203.0.113.018¦ again."]);
    holds(Kind::SocialHandle, &["She posted as Insta / ¦sorrybird.dil¦ at night."]);
    holds(Kind::Url, &["It stood at ¦vidshare.example/watch¦ for days."]);
    holds(Kind::VehicleRegistration, &["A white pick-up, ¦Q 884 TRD¦, stood there."]);
}
