//! Case references.

use super::{Kind, holds, holds_nothing};

#[test]
fn references_of_cases_are_found() {
    holds(
        Kind::CaseReference,
        &[
            "The ¦crime number Liquidlogic 1590364¦ was given.",
            "case number ¦T20206529¦, ended",
            "Crime reference ¦Mosaic ID 3047698¦ was",
            "See file ¦LAC965214¦ for",
            "¦LAC 965214¦",
            "crime reference number ¦42/1234/19¦",
            "crime ref ¦CRI-2019-12345¦",
            "URN ¦01AB1234519¦",
            "¦CAD 1234 of 12 March¦",
            "CAD ¦4411/12APR19¦",
            "incident ¦233 of 12/03/2019¦",
            "¦[2019] EWFC 23¦",
            "¦[2017] EWFC B88¦",
            "¦[2019] EWHC 123 (Fam)¦",
            "case ¦ZE19C00123¦",
            "¦LS21P00456¦",
            "hospital number ¦R123456¦",
            "hospital no. ¦123456¦",
            "prisoner ¦A1234BC¦",
            "the number ¦C1/2016/3307¦",
            "¦Operation Redwing¦",
            "¦Op Redwing¦",
            "custody record ¦EN/1234/19¦",
            "LCS ID ¦456789¦",
            "ref: ¦SAF-2020-118¦",
            "reference ¦AB/12/345¦",
        ],
    );
}

#[test]
fn titles_and_laws_are_no_references() {
    holds_nothing(&[
        "case 4 of 12",
        "A 13-15 age group met",
        "case study 2019",
        "the file of 2019",
        "section 47 enquiries",
        "file 3",
        "referral 12",
        "the number of cases 2019",
        "the Children Act 1989 (Commencement) Order 1991",
        "a log of 300 calls",
        "incident 12 days later",
        "Re X",
        "step 1 of 5",
        "code of practice 2015",
    ]);
}

#[test]
fn what_is_told_to_be_a_number_is_a_reference_whatever_it_is_of() {
    holds(
        Kind::CaseReference,
        &[
            "EHC plan ¦no. 4417¦ was reviewed.",
            "Her ¦ref is kz 4471¦.",
            "DfE ¦number 867/4021¦",
            "MARAC ¦case 19/114¦ came back.",
            "exhibit ¦JAS/1¦",
            "Her ¦PIN was 4417¦.",
            "tenancy ¦3189573851-01¦ was ended",
            "client index ¦552-109-3¦",
            "it was ¦2019-0341¦, and then closed",
        ],
    );
    holds_nothing(&[
        "the trial number ISRCTN 40541827",
        "charity number 1234567",
        "ICD-11 code 6B41",
        "the same number 4 times",
        "page number 1204",
        "large numbers: 12000 children",
        "The body mass index was 15.8.",
        "school years 2018-2019 2019-2020",
    ]);
}
