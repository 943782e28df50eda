//! What frameworks mean: local changes applied, what a sign asks for, two frameworks side by side.

use crate::folder::project;
use crate::process::DAY;
use waymark::diagnostic::Diagnostics;
use waymark::document::Kind;
use waymark::document::framework::Framework;
use waymark::document::framework::response::Duty;
use waymark::pipeline::{Loaded, load};
use waymark::project::Project;
use waymark::thresholds::compare::{Subject, Verdict, said_of_ladder};
use waymark::thresholds::{Applied, Origin, Reason, apply, responses_for, rows};

/// The frameworks without faults that the seeded faults are put into.
fn loaded() -> Loaded {
    let root = project().join("tests/thresholds/site");
    let open = Project::open(&root, DAY.parse().unwrap(), false).unwrap();
    load(&open, &mut Diagnostics::new())
}

fn framework<'a>(loaded: &'a Loaded, name: &str) -> &'a Framework {
    let path = format!("thresholds/{name}.md");
    let page = loaded.site.pages.iter().find(|page| page.document.path == path).unwrap();
    match &page.document.kind {
        Kind::Framework(framework) => framework,
        _ => panic!("{path} is no framework"),
    }
}

fn owed(applied: &Applied, sign: &str) -> Vec<(String, Duty)> {
    let sign = applied.indicator(sign).unwrap().part;
    responses_for(applied, sign).iter().map(|owed| (owed.response.part.id.value.clone(), owed.duty)).collect()
}

#[test]
fn local_changes_stand_where_the_national_parts_stood() {
    let loaded = loaded();
    let (national, local) = (framework(&loaded, "national"), framework(&loaded, "local"));
    let applied = apply(national, Some(local));
    let said: Vec<(String, &str)> = applied
        .responses
        .iter()
        .map(|part| {
            let origin = match part.origin {
                Origin::Base => "base",
                Origin::Local(Some(_)) => "added",
                Origin::Local(None) => "undeclared",
                Origin::Replaced { .. } => "replaced",
                Origin::NotApplicable(_) => "not here",
            };
            (part.part.id.value.clone(), origin)
        })
        .collect();
    let expected = [
        ("everyday-help", "base"),
        ("local-early-help", "replaced"),
        ("refer-child", "base"),
        ("local-decision", "replaced"),
        ("enquire", "base"),
        ("keep-notes", "base"),
        ("review-plan", "not here"),
        ("no-blame", "base"),
        ("local-hear-back", "replaced"),
        ("local-review", "added"),
    ];
    assert_eq!(said, expected.map(|(id, origin)| (id.to_owned(), origin)));
    assert_eq!(applied.route("referral").unwrap().part.id.value, "local-referral");
    assert_eq!(applied.response("offer-early-help").unwrap().part.id.value, "local-early-help");
    assert_eq!(applied.harms().len(), 2, "a local framework that names no harms has those of its base");
}

#[test]
fn a_sign_asks_for_what_fits_its_levels_kind_harm_and_age() {
    let loaded = loaded();
    let applied = apply(framework(&loaded, "national"), None);
    let expected = [
        ("refer-child", Duty::Must),
        ("decide-referral", Duty::Must),
        ("enquire", Duty::Must),
        ("hear-back", Duty::Must),
        ("keep-notes", Duty::Should),
        ("review-plan", Duty::Should),
        ("no-blame", Duty::DoNot),
    ];
    assert_eq!(owed(&applied, "hurt-by-adult"), expected.map(|(id, duty)| (id.to_owned(), duty)));
    let risk: Vec<String> = owed(&applied, "second-phone").into_iter().map(|(id, _)| id).collect();
    assert!(!risk.contains(&"enquire".to_owned()), "enquiries are for signs of harm: {risk:?}");
    assert!(risk.contains(&"offer-early-help".to_owned()), "{risk:?}");
    assert_eq!(owed(&applied, "trusted-adult"), [], "a strength calls for nothing by itself");
}

#[test]
fn the_reasons_of_a_response_are_told() {
    let loaded = loaded();
    let applied = apply(framework(&loaded, "national"), None);
    let sign = applied.indicator("hurt-by-adult").unwrap().part;
    let owed = responses_for(&applied, sign);
    let reasons = |id: &str| {
        let found = owed.iter().find(|owed| owed.response.part.id.value == id).unwrap();
        found.reasons.iter().map(|reason| format!("{reason:?}")).collect::<Vec<_>>()
    };
    assert_eq!(reasons("keep-notes"), ["Always"]);
    assert_eq!(reasons("enquire"), ["Level(Levels { lowest: 3, highest: 3 })", "Kind(HarmIndicator)"]);
    let refer = owed.iter().find(|owed| owed.response.part.id.value == "refer-child").unwrap();
    assert!(
        refer
            .reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Override(rule) if rule.id.value == "young-and-hurt"))
    );
}

#[test]
fn a_local_framework_is_shown_beside_its_base() {
    let loaded = loaded();
    let (national, local) = (framework(&loaded, "national"), framework(&loaded, "local"));
    let rows = rows(&apply(national, None), &apply(national, Some(local)), &loaded.site.timescales);
    let verdict = |id: &str| {
        let is = |row: &&waymark::thresholds::compare::Row| [&row.left, &row.right].contains(&&Some(id.to_owned()));
        rows.iter().find(is).unwrap().verdict
    };
    assert_eq!(verdict("enquire"), Verdict::Same);
    assert_eq!(verdict("offer-early-help"), Verdict::Changed);
    assert_eq!(verdict("review-plan"), Verdict::OnlyLeft);
    assert_eq!(verdict("late-ferry"), Verdict::OnlyRight);
    let changed = rows.iter().find(|row| row.left.as_deref() == Some("offer-early-help")).unwrap();
    assert_eq!(changed.right.as_deref(), Some("local-early-help"));
    let differing: Vec<&str> = changed.fields.iter().filter(|field| field.differs()).map(|field| field.name).collect();
    assert_eq!(differing, ["Action", "With", "By when"]);
    let subjects: Vec<Subject> = rows.iter().map(|row| row.subject).collect();
    assert!(subjects.is_sorted(), "levels, then indicators, responses, timescales and ladders");
}

#[test]
fn those_who_do_not_agree_take_the_ladder_of_the_response_or_else_the_escalation() {
    let loaded = loaded();
    let (national, local) = (framework(&loaded, "national"), framework(&loaded, "local"));
    let applied = apply(national, Some(local));
    let first = |id: &str| applied.if_not_agreed(applied.response(id).unwrap().part)[0].step.clone();
    assert_eq!(first("local-hear-back"), "Ring again.", "a local response may have a ladder of the base");
    assert_eq!(first("enquire"), "Talk to the person who decided.");
    let said = said_of_ladder(applied.escalation(), &loaded.site.timescales);
    assert_eq!(
        said,
        "1. Talk to the person who decided (Practitioner to practitioner); \
         2. Managers talk and decide (Manager to manager; within 1 working day of the referral)"
    );

    let mut own = local.clone();
    own.ladders.clone_from(&national.ladders);
    own.ladders[0].steps.remove(0);
    let changed = apply(national, Some(&own));
    let steps = |applied: &Applied| applied.ladders().iter().map(|ladder| ladder.steps.len()).collect::<Vec<_>>();
    assert_eq!(
        (steps(&applied), steps(&changed)),
        (vec![2], vec![1]),
        "a local ladder takes the place of its namesake"
    );
    let rows = rows(&apply(national, None), &changed, &loaded.site.timescales);
    let of_ladders: Vec<(&str, Verdict)> =
        rows.iter().filter(|row| row.subject == Subject::Ladder).map(|row| (row.title.as_str(), row.verdict)).collect();
    assert_eq!(of_ladders, [("Any disagreement", Verdict::Same), ("Nobody answers", Verdict::Changed)]);
}

#[test]
fn a_framework_beside_itself_is_the_same() {
    let loaded = loaded();
    for name in ["national", "places"] {
        let applied = apply(framework(&loaded, name), None);
        let rows = rows(&applied, &applied, &loaded.site.timescales);
        assert!(!rows.is_empty() && rows.iter().all(|row| row.verdict == Verdict::Same), "{name}");
    }
}
