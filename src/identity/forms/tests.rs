//! What is found in a case study, kind by kind, and what only looks like it.

use crate::identity::{Form, Kind, Known, Scope, find};

mod dates;
mod devices;
mod numbers;
mod online;
mod places;
mod references;
mod vehicles;

/// Kinds that are told by their form, found in a text, with the words that they stand in.
fn found(text: &str, scope: Scope) -> Vec<(Kind, &str)> {
    let details = find(text, Form::Markdown, scope, &Known::default());
    let fixed = details.into_iter().filter(|detail| detail.kind.is_fixed_form());
    fixed.map(|detail| (detail.kind, &text[detail.range])).collect()
}

/// Each text holds one detail of the kind; the part between the bars `¦` is what must be covered.
#[track_caller]
fn holds(kind: Kind, texts: &[&str]) {
    for marked in texts {
        let text = marked.replace('¦', "");
        let wanted = marked.split('¦').nth(1).unwrap_or(&text);
        let found = found(&text, Scope::CaseStudy);
        let hit = found.iter().any(|(k, part)| *k == kind && part.contains(wanted));
        assert!(hit, "{wanted:?} of {text:?} is no {kind}: {found:?}");
    }
}

/// No text holds anything of a fixed form.
#[track_caller]
fn holds_nothing(texts: &[&str]) {
    for text in texts {
        let found = found(text, Scope::CaseStudy);
        assert!(found.is_empty(), "{text:?} holds {found:?}");
    }
}

#[test]
fn ordinary_prose_with_figures_holds_nothing() {
    holds_nothing(&[
        "Level 4 to 5 of the CA 1989, section 47 (s47, s.17) and Article 8.",
        "NICE guideline NG76, CG89 and QS116; KCSIE 2023; KS2, Year 9 and GCSE.",
        "Print it on A4 paper. The M25 was closed, and the A127 too.",
        "16/17-year-olds could refer themselves 24/7, in 2023/24 and 2019-20.",
        "Attendance fell by 50 per cent, from 1,234 to 617, or 12.5%.",
        "It cost £3,500, £1200000 over 3 years, a ratio of 1:4, at 22:40 and 9.30am.",
        "Version 1.2 of the tool, sections 1.3.4 and 10.2.1.3, pages 12-14.",
        "ISBN 978-1-4028-9462-6 and ISBN 1402894626, charity number 1234567.",
        "In May 16 children were seen. Level 4 may be enough. In June 2019 it ended.",
        "Call 999, 101 or 111, text 85258, or Childline on 0800 1111 and 0808 800 5000.",
        "Samaritans: 116 123. The COVID-19 outbreak lasted 10 days; 3 of 12 staff were off.",
        "See [the page](../thresholds/england.md#level-4) and <https://www.legislation.gov.uk/ukpga/1989/41/section/47>.",
        "The Children Act 1989 and the Data Protection Act 2018 (SI 2013/1465).",
        "Children aged 13-15, one aged 14 and a 14-year-old were born in the area.",
        "The autumn term of 2019, Christmas, Easter 2020 and the bank holiday.",
        "Operation Encompass tells schools. The operation went well. I.e. e.g. etc.",
        "1 2 3 and a, b, c. Team Around the Child met in weeks 1, 2, 3, 4 and 6.",
        "He was on Snapchat every night and had an account on Instagram, the police said.",
        "The username was not recorded. The account was closed. Follow the plan.",
        "Write to the office at the end of the day and meet at tesco.",
        "Working together (2023), p. 14, paras 12 to 15; EU 2016; WHO ICD-11.",
    ]);
}

proptest::proptest! {
    #[test]
    fn any_text_is_looked_through_and_every_range_is_of_whole_characters(
        text in "(?s).{0,80}|([0-9]{1,4}[ ./:°'@#a-zA-Zéа-я\u{200b}\n-]{1,3}){0,20}|(Snapchat|DOB|born|at|dot|passport|[a-z@_.]{1,8}|[0-9]{1,10}|é|°|０|\n| )*"
    ) {
        for form in [Form::Markdown, Form::Yaml, Form::Html, Form::Plain, Form::Path] {
            for scope in [Scope::CaseStudy, Scope::Elsewhere] {
                let mut end = 0;
                for detail in find(&text, form, scope, &Known::default()) {
                    assert!(text.get(detail.range.clone()).is_some(), "{detail:?} of {text:?}");
                    assert!(detail.range.start >= end && !detail.range.is_empty(), "{detail:?} of {text:?}");
                    end = detail.range.end;
                }
            }
        }
    }
}
