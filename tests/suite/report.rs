//! `waymark report`: what is missing, owed and due.

use crate::folder::Folder;
use crate::process::{Ran, Waymark};
use serde_json::Value;

const FRAMEWORK: &str = "---
title: Levels of need
summary: Who does what.
judgement_statement: Supports professional judgement and does not replace it.
jurisdiction: {nation: england}
owner: A partnership
approved_by: Its board
review_by: 2027-04-01
harms: [county-lines]
domains: [{id: things, label: Things, group: child-development}]
covers: {}
levels:
  - {number: 1, label: Everyday, descriptor: Fine., consent: not-applicable, default_response: listen}
  - {number: 2, label: Worrying, descriptor: Not fine., consent: required, default_response: refer}
---

::: indicators domain=\"things\" harms=\"county-lines\"
| Id | Sign | Kind | Levels | Ordinary explanation |
| --- | --- | --- | --- | --- |
| second-phone | Has a second phone | risk | 1 to 2 | A present |
| someone-safe | Has someone to talk to | protective | | |
:::

::: responses
| Id | Duty | Action | When | Lead | With | Within | Basis |
| --- | --- | --- | --- | --- | --- | --- | --- |
| listen | should | Listen and write it down | level 1 | anyone | | immediately | [a guide](https://www.gov.uk/guide) |
| refer | should | Make a referral to the front door | level 2 | education (safeguarding lead) | social-care | 1 working day from the worry | [a guide](https://www.gov.uk/guide) |
| disrupt | may | Act against the adults who cause the harm | harm county-lines | police | | | |
:::
";

const CASE: &str = "---
title: A drawer
summary: A small case.
provenance: fictional
warnings: [Nothing much]
harms: [county-lines]
anonymisation:
  by: Author
  checked_by: Reviewer
  date: 2026-01-05
  remove_after: 2027-03-01
---

The child kept it in a drawer.
";

fn site() -> Folder {
    let site = Folder::small_site();
    site.write("content/thresholds/levels.md", FRAMEWORK);
    site.write("content/case-studies/drawer.md", CASE);
    site
}

fn report(site: &Folder, arguments: &[&str]) -> Ran {
    let (on, rest) = arguments.split_first().unwrap();
    Waymark::new(["report", on, ".", "--at", "2026-11-23"].iter().chain(rest)).within(site.path()).run()
}

fn rows(ran: &Ran) -> Vec<Value> {
    ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_duties_are_listed_with_who_leads_and_by_when() {
    let site = site();
    let rows = rows(&report(&site, &["duties", "--format", "json"]));
    let ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["listen", "refer", "disrupt"], "should comes before may");
    assert_eq!(rows[1]["lead"], "Education (safeguarding lead)");
    assert_eq!(rows[1]["within"], "within 1 working day of the worry");
    assert_eq!(rows[1]["with"][0], "Children's social care");
    assert_eq!(rows[1]["url"], "thresholds/levels/duties.html#refer");
    assert_eq!(rows[1]["basis"], "a guide");
}

#[test]
fn the_duties_of_an_agency_are_its_own_and_everybodys() {
    let site = site();
    let rows = rows(&report(&site, &["duties", "--agency", "police", "--format", "json"]));
    let ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["listen", "disrupt"]);
    let unknown = report(&site, &["duties", "--agency", "polise"]).ends_with(2);
    assert!(unknown.stderr.contains("police"), "{}", unknown.stderr);
}

#[test]
fn what_is_missing_is_named_harm_by_harm_and_sign_by_sign() {
    let site = site();
    let told = report(&site, &["coverage"]).stdout;
    for gap in [
        "harm without guidance: county lines",
        "sign without a case study: Has a second phone",
        "guidance without a query test: Referral",
        "case study without learning: ",
    ] {
        assert!(told.contains(gap), "{gap} is missing from:\n{told}");
    }
    assert!(!told.contains("someone to talk to"), "a strength needs no case:\n{told}");
    assert!(!told.contains("sign without a response"), "{told}");
}

#[test]
fn guidance_about_a_harm_and_a_query_test_close_the_gaps() {
    let site = site();
    site.write("content/guidance/county-lines.md", "---\ntitle: County lines\nsummary: What it is.\n---\n\nText.\n");
    site.write("content/search-tests.yaml", "- query: county lines\n  page: guidance/county-lines.md\n");
    let told = report(&site, &["coverage"]).stdout;
    assert!(!told.contains("harm without guidance"), "{told}");
    assert!(!told.contains("query test: County lines"), "{told}");
}

#[test]
fn guidance_with_the_harm_as_its_topic_is_about_it() {
    let site = site();
    let settings = site.read("content/site.yaml");
    site.write("content/site.yaml", format!("{settings}topics:\n  - {{id: county-lines, title: County lines}}\n"));
    site.write("content/guidance/rides.md", "---\ntitle: Rides\nsummary: S.\ntopics: [county-lines]\n---\n\nText.\n");
    let told = report(&site, &["coverage"]).stdout;
    assert!(!told.contains("harm without guidance"), "{told}");
}

#[test]
fn case_studies_are_listed_before_and_after_the_day_of_their_removal() {
    let site = site();
    let rows = rows(&report(&site, &["removals", "--format", "json"]));
    assert_eq!((rows[0]["remove_after"].as_str().unwrap(), rows[0]["past"].as_bool().unwrap()), ("2027-03-01", false));
    let late = Waymark::new(["report", "removals", ".", "--at", "2027-03-02"]).within(site.path()).run();
    assert!(late.stdout.contains("1 day ago"), "{}", late.stdout);
    assert!(late.stdout.contains("waymark takedown case-studies/drawer"), "{}", late.stdout);
    let early = Waymark::new(["report", "removals", ".", "--at", "2026-01-01"]).within(site.path()).run();
    assert!(early.stdout.is_empty(), "{}", early.stdout);
}

#[test]
fn who_checked_what_and_what_was_allowed_is_listed() {
    let site = site();
    site.write(
        "content/allowed-details.yaml",
        "- text: 07700 900123\n  kind: phone\n  where: [case-studies/drawer.md]\n  why: A helpline of the example.\n  who: Information lead\n  decided: 2026-10-01\n  until: 2026-11-01\n",
    );
    let rows = rows(&report(&site, &["anonymisation", "--format", "json"]));
    assert_eq!((rows[0]["by"].as_str(), rows[0]["checked_by"].as_str()), (Some("Author"), Some("Reviewer")));
    assert_eq!(rows[0]["remove_after"], "2027-03-01");
    assert!(rows[0]["motivated_intruder"].is_null());
    assert_eq!(
        (rows[1]["allowed"].as_str(), rows[1]["who"].as_str()),
        (Some("07700 900123"), Some("Information lead"))
    );
    assert_eq!(rows[1]["expired"], true);
    let told = report(&site, &["anonymisation"]).stdout;
    assert!(told.contains("no motivated intruder test is recorded"), "{told}");
    assert!(told.contains("expired on 2026-11-01"), "{told}");
}
