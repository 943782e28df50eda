//! Search: the index of a built site, and `waymark search` over it.

mod damage;
mod place;

use crate::folder::{Folder, guidance, snapshot};
use crate::process::{Ran, Waymark};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

const SYNONYMS: &str = "- same: [CSE, child sexual exploitation]\n- from: front door\n  to: MASH\n";

/// A small site on referrals.
fn site() -> Folder {
    let folder = Folder::with([
        ("content/site.yaml", "title: Search\nemergency: police\n"),
        ("content/synonyms.yaml", SYNONYMS),
        ("content/contacts.yaml", "- {id: police, name: Police, for: Danger., hours: Always., phone: \"999\"}\n"),
        ("content/index.md", "---\ntitle: Home\n---\n\nWelcome.\n"),
        ("content/guidance/recording.md", &guidance("Recording", "Write down what you saw. Keep any referral form.\n")),
        (
            "content/guidance/exploitation.md",
            &guidance("Harm", "## Signs\n\nChild sexual exploitation has many signs.\n"),
        ),
        (
            "content/pages/cymraeg.md",
            "---\ntitle: Diogelu plant\nlang: cy\nnations: [wales]\ntopics: [referral]\n---\n\nTestun am blant.\n",
        ),
    ]);
    let referral = "Ring the MASH.\n\n## What to say\n\nStart with the worry about a referral.\n\n## After\n\nA referral is answered.\n";
    folder.write("content/guidance/referral.md", guidance("Making a referral", referral));
    folder
}

/// The same, built.
fn built() -> Folder {
    let folder = site();
    Waymark::on("build", folder.path()).run().ends_with(0);
    folder
}

fn search(folder: &Folder, arguments: &[&str]) -> Ran {
    Waymark::new(["search"].iter().chain(arguments)).within(folder.path()).run()
}

fn hits(ran: &Ran) -> Vec<Value> {
    ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ids(ran: &Ran) -> Vec<String> {
    hits(ran).iter().map(|hit| hit["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn hits_are_shown_to_people() {
    let folder = built();
    let ran = search(&folder, &["referral"]).ends_with(0);
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines[0], "2 pages for “referral”");
    assert!(lines.contains(&"1. Making a referral") && lines.contains(&"2. Recording"), "{}", ran.stdout);
    assert!(ran.stdout.contains("   public/guidance/referral.html"), "{}", ran.stdout);
    assert!(!ran.stdout.contains('\u{1b}') && ran.stderr.is_empty());
    assert!(lines.iter().all(|line| line.chars().count() <= 80), "{}", ran.stdout);
    let ran = search(&folder, &["CSE"]).ends_with(0);
    assert!(ran.stdout.contains("Also searched: child sexual exploitation (same meaning)"), "{}", ran.stdout);
}

#[test]
fn hits_are_json_a_line_each() {
    let folder = built();
    let found = hits(&search(&folder, &["referral", "--json", "--limit", "1"]).ends_with(0));
    assert_eq!(found.len(), 1);
    let hit = &found[0];
    assert_eq!((hit["rank"].as_u64(), hit["id"].as_str()), (Some(1), Some("guidance/referral")));
    assert_eq!((hit["title"].as_str(), hit["type"].as_str()), (Some("Making a referral"), Some("guidance")));
    assert!(hit["url"].as_str().unwrap().starts_with("guidance/referral.html"));
    assert!(hit["score"].as_f64().unwrap() > 0.0 && hit["snippet"].is_string() && hit.get("query").is_none());
    assert_eq!(hit["matched"], serde_json::json!(["referral"]));
    let section = &found[0]["sections"][0];
    assert!(section["url"].is_string() && section["heading"].is_string() && section["snippet"].is_string(), "{hit}");
}

#[test]
fn nothing_found_is_said_and_is_no_output() {
    let folder = built();
    for arguments in [&["zzyzxq"][..], &["zzyzxq", "--json"], &[""], &["referral", "--nation", "scotland"]] {
        let ran = search(&folder, arguments).ends_with(1);
        assert_eq!(ran.stdout, "", "{arguments:?}");
        assert!(ran.stderr.starts_with("No page matches"), "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("Police: 999"), "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn any_text_is_a_query() {
    let folder = built();
    let long = "a ".repeat(5_000);
    for query in ["\"", "-", "- -", "type:", "\"\"\"", "AND OR NOT", "((", "+", "\u{202e}", "🙂", "*", "%00", &long] {
        let ran = Waymark::new(["search", "--json", "--"]).arg(query).within(folder.path()).run();
        assert!(ran.code < 2, "{query}: {}", ran.stderr);
    }
}

#[test]
fn facets_narrow_what_is_found() {
    let folder = built();
    assert_eq!(ids(&search(&folder, &["plant", "--nation", "wales", "--json"]).ends_with(0)), ["pages/cymraeg"]);
    assert_eq!(ids(&search(&folder, &["plant", "--topic", "referral", "--json"]).ends_with(0)), ["pages/cymraeg"]);
    assert_eq!(
        ids(&search(&folder, &["referral", "--type", "guidance", "--limit", "1", "--json"])),
        ["guidance/referral"]
    );
    search(&folder, &["plant", "--type", "guidance", "--json"]).ends_with(1);
    let ran = search(&folder, &["plant", "--type", "guidence"]).ends_with(2);
    assert!(ran.stderr.contains("guidance"), "{}", ran.stderr);
}

#[test]
fn a_topic_that_the_site_does_not_have_is_a_mistake_and_the_nearest_is_named() {
    let ran = search(&built(), &["referral", "--topic", "referal"]).ends_with(2);
    assert_eq!(ran.stderr, "waymark: this site has no topic `referal`; did you mean `referral`?\n");
}

#[test]
fn words_are_left_out_after_two_dashes() {
    let ran = search(&built(), &["--json", "--", "referral", "-keep"]).ends_with(0);
    assert_eq!(ids(&ran), ["guidance/referral"]);
}

#[test]
fn many_queries_are_answered_in_their_order() {
    let folder = built();
    let mut queries = "\u{feff}recording\r\n\r\nzzyzxq\r\nreferral\r\n".to_owned();
    queries.push_str(&"recording\n".repeat(600));
    folder.write("queries.txt", &queries);
    let ran = search(&folder, &["--queries", "queries.txt", "--json", "--limit", "1"]).ends_with(0);
    let found = hits(&ran);
    let numbers: Vec<u64> = found.iter().map(|hit| hit["query"].as_u64().unwrap()).collect();
    let expected: Vec<u64> = [1, 4].into_iter().chain(5..=604).collect();
    assert_eq!(numbers, expected);
    assert_eq!((&found[0]["id"], &found[1]["id"]), (&"guidance/recording".into(), &"guidance/referral".into()));
    folder.write("none.txt", "\n\nzzyzxq\n");
    assert_eq!(search(&folder, &["--queries", "none.txt", "--json"]).ends_with(1).stdout, "");
    search(&folder, &["--queries", "-", "--json"]).ends_with(1);
    search(&folder, &["--queries", "absent.txt", "--json"]).ends_with(2);
    search(&folder, &["--queries", "none.txt"]).ends_with(2);
    search(&folder, &["word", "--queries", "none.txt", "--json"]).ends_with(2);
}

#[test]
fn the_index_is_the_same_on_any_number_of_threads() {
    let folder = site();
    let index = |threads: &str| -> BTreeMap<String, Vec<u8>> {
        let out = folder.join(threads);
        Waymark::on("build", folder.path()).arg("--out").arg(&out).env("RAYON_NUM_THREADS", threads).run().ends_with(0);
        snapshot(&out.join("search-index"))
    };
    let one = index("1");
    assert!(one.contains_key("start.js") && one.contains_key("engine.js"), "{:?}", one.keys());
    assert!(one == index("4"), "the index differs");
}

#[test]
fn an_unchanged_site_keeps_its_index_untouched() {
    let folder = built();
    let ran = Waymark::on("build", folder.path()).run().ends_with(0);
    assert!(ran.stderr.contains(": 0 files written"), "{}", ran.stderr);
}

#[test]
fn a_site_may_do_without_search() {
    let folder = site();
    folder.write("content/site.yaml", "title: Search\nsearch: false\n");
    Waymark::on("build", folder.path()).run().ends_with(0);
    assert!(!Path::new(&folder.join("public/search-index")).exists());
    let ran = search(&folder, &["referral"]).ends_with(2);
    assert!(ran.stderr.contains("built without search"), "{}", ran.stderr);
}

#[test]
fn a_failing_search_test_stops_a_build() {
    let folder = site();
    folder.write("content/search-tests.yaml", "- query: zzyzxq\n  page: guidance/referral.md\n");
    let ran = Waymark::on("build", folder.path()).run().ends_with(1);
    assert!(ran.stderr.contains("content/search-tests.yaml:1:10: error[search-test]"), "{}", ran.stderr);
    assert!(!folder.join("public").exists());
    folder.write("content/search-tests.yaml", "- query: ring the mash\n  page: guidance/referral.md\n  within: 1\n");
    Waymark::on("build", folder.path()).run().ends_with(0);
}
