//! `waymark check`: what is found, in which form, and that nothing is written.

use crate::finding::{Finding, findings};
use crate::folder::{Folder, guidance, project, snapshot};
use crate::process::Waymark;
use serde_json::Value;
use std::fs;
use waymark::rule::{Rule, Severity};

fn faulty_site() -> Folder {
    let folder = Folder::small_site();
    folder.write(
        "content/guidance/recording.md",
        guidance("Recording", "See [nothing](nothing.md).\n\n#### Deep\n\n![](../images/square.svg)\n"),
    );
    folder.write("content/pages/tŷ.md", "---\ntitle: Tŷ\nsumary: x\npublished: 2026-02-30\n---\n\nWords.\n");
    folder
}

#[test]
fn all_faults_of_all_files_are_told_at_once() {
    let folder = faulty_site();
    folder.write("content/site.yaml", "tilte: Small\n");
    folder.write("content/glossary.yaml", "- id: a\n\tterm: b\n");
    folder.write("themes/default/templates/page.html", "{% if %}\n");
    let rules: Vec<String> = findings(folder.path()).iter().map(|finding| finding.text("rule").to_owned()).collect();
    for rule in ["bad-date", "broken-link", "heading-level", "missing-alt", "template", "unknown-field", "yaml-syntax"]
    {
        assert!(rules.iter().any(|found| found == rule), "{rule} is not among {rules:?}");
    }
}

#[test]
fn findings_for_programs_say_the_same_as_findings_for_people() {
    let folder = faulty_site();
    let people = Waymark::on("check", folder.path()).run().ends_with(1);
    assert_eq!(people.stdout, "");
    let headlines: Vec<String> = findings(folder.path()).iter().map(Finding::headline).collect();
    let said: Vec<&str> = people.stderr.lines().filter(|line| line.starts_with("content/")).collect();
    assert_eq!(said.len(), headlines.len());
    said.iter()
        .zip(&headlines)
        .for_each(|(said, headline)| assert!(said.starts_with(headline.as_str()), "{said} is not {headline}"));
    let programs = Waymark::on("check", folder.path()).arg("--format").arg("json").run();
    assert_eq!(programs.stderr.lines().count(), 1, "the summary, and nothing else: {}", programs.stderr);
}

#[test]
fn every_example_of_a_rule_points_where_it_says() {
    for rule in fs::read_dir(project().join("tests/rules"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
    {
        for example in fs::read_dir(rule)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| !path.join("recipe.txt").exists())
        {
            findings(&example);
        }
    }
}

#[test]
fn the_summary_counts_what_is_shown() {
    let folder = Folder::small_site();
    folder.write("content/fragments/shared.md", "[Nothing](nothing.md)\n");
    for page in ["a", "b", "c"] {
        folder.write(
            &format!("content/pages/{page}.md"),
            format!("---\ntitle: {page}\n---\n\n{{{{include fragments/shared.md}}}}\n"),
        );
    }
    let ran = Waymark::on("check", folder.path()).run().ends_with(1);
    let shown = ran.stderr.matches(": error[").count();
    assert_eq!(shown, 1, "{}", ran.stderr);
    assert!(ran.stderr.ends_with(": 1 error.\n"), "{}", ran.stderr);
}

#[test]
fn sarif_is_one_log_with_every_rule() {
    let folder = faulty_site();
    let ran = Waymark::on("check", folder.path()).arg("--format").arg("sarif").run().ends_with(1);
    let log: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().contains("sarif-schema-2.1.0"));
    let [run] = log["runs"].as_array().unwrap().as_slice() else { panic!("one run") };
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "waymark");
    let rules = driver["rules"].as_array().unwrap();
    assert_eq!(rules.len(), Rule::ALL.len());
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), findings(folder.path()).len());
    for (result, finding) in results.iter().zip(findings(folder.path())) {
        assert_eq!(result["ruleId"], finding.text("rule"));
        assert_eq!(result["level"], finding.text("severity"));
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["region"]["startLine"].as_u64().unwrap() as usize, finding.number("line"));
        assert_eq!(place["region"]["endColumn"].as_u64().unwrap() as usize, finding.number("end_column"));
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert_eq!(waymark::resolve::percent_decode(uri), finding.text("file"));
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
    }
}

#[test]
fn nothing_is_written() {
    let folder = faulty_site();
    let before = snapshot(folder.path());
    for format in ["human", "json", "sarif"] {
        Waymark::on("check", folder.path()).arg("--format").arg(format).run().ends_with(1);
    }
    Waymark::on("check", project()).run().ends_with(0);
    assert_eq!(before, snapshot(folder.path()));
}

#[test]
fn warnings_count_when_they_are_denied_and_rules_can_be_set() {
    let folder = Folder::small_site();
    folder.write("content/downloads/form.txt", "x");
    let check = || Waymark::on("check", folder.path());
    assert!(check().run().ends_with(0).stderr.contains("warning[unused-file]"));
    check().arg("--deny-warnings").run().ends_with(1);
    folder.write("content/site.yaml", "rules: {unused-file: error}\n");
    assert!(check().run().ends_with(1).stderr.contains("error[unused-file]"));
    folder.write("content/site.yaml", "rules: {unused-file: off}\n");
    assert!(check().arg("--deny-warnings").run().ends_with(0).stderr.contains("no errors and no warnings"));
}

#[test]
fn a_rule_that_is_switched_off_still_lets_nothing_dangerous_through() {
    let folder = Folder::small_site();
    let body = "![b](nothing.svg) <script>alert(1)</script> <b onclick=\"x\" style=\"y\">c</b> [d](nothing.md)\n";
    folder.write("content/guidance/recording.md", guidance("Recording", &format!("## Facts\n\n{body}")));
    let rules = "rules: {raw-html: off, broken-link: off, unused-file: off}\n";
    folder.write("content/site.yaml", format!("raw_html: [b, script]\n{rules}"));
    Waymark::on("build", folder.path()).run().ends_with(0);
    let page = folder.read("public/guidance/recording.html");
    assert!(!page.contains("<script>") && !page.contains("onclick") && !page.contains("style="), "{page}");
}

#[test]
fn rules_that_protect_readers_and_children_can_be_made_stricter_and_never_softer() {
    let folder = Folder::small_site();
    folder.write("content/guidance/referral.md", guidance("Referral", "[a](javascript:alert(1))\n"));
    for rule in Rule::ALL.iter().filter(|rule| !rule.may_be_softened()) {
        for (level, softer) in [("off", true), ("warning", rule.severity() == Severity::Error), ("error", false)] {
            folder.write("content/site.yaml", format!("rules: {{{}: {level}}}\n", rule.name()));
            let ran = Waymark::on("check", folder.path()).run().ends_with(1);
            assert!(ran.stderr.contains("error[unsafe-url]"), "{}", ran.stderr);
            assert_eq!(ran.stderr.contains("cannot be softened"), softer, "{rule:?}: {level}: {}", ran.stderr);
        }
    }
    for rule in [Rule::UnsafeUrl, Rule::IdentifyingDetail, Rule::AllowedDetail, Rule::AnonymisationRecord] {
        assert!(!rule.may_be_softened(), "{rule:?}");
    }
}

#[test]
fn drafts_are_checked_when_they_are_asked_for() {
    let folder = Folder::small_site();
    folder.write(
        "content/guidance/draft.md",
        "---\ntitle: Draft\nsummary: S.\nstatus: draft\n---\n\n[Nothing](nothing.md)\n",
    );
    assert!(Waymark::on("check", folder.path()).run().ends_with(0).stderr.contains("Checked 3 pages"));
    assert!(Waymark::on("check", folder.path()).arg("--drafts").run().ends_with(1).stderr.contains("nothing.md"));
}

#[test]
fn the_day_decides_what_may_be_linked_to() {
    let folder = Folder::small_site();
    let later = "---\ntitle: Recording\nsummary: S.\npublished: 2027-01-01\n---\n\n## Facts\n\n![A square](../images/square.svg)\n";
    folder.write("content/guidance/recording.md", later);
    let check = |day: &str| Waymark::new(["check", "--at", day]).arg(folder.path()).run();
    let before = check("2026-12-31").ends_with(0).stderr;
    assert!(before.contains("is published on 2027-01-01; until then this is text without a link"), "{before}");
    assert!(!check("2027-01-01").ends_with(0).stderr.contains("2027-01-01"));
}

#[test]
fn whatever_check_lets_through_can_be_built() {
    let alias = |alias: &str| format!("---\ntitle: Other\naliases: ['{alias}']\n---\n\nWords.\n");
    let mut wrong = Vec::new();
    for old in [
        "index.html/old.html",
        "guidance/referral.html/x",
        ".waymark-output",
        "assets",
        "guidance",
        "a-z",
        "robots.txt/x",
        "x/y.html/z.html",
        "404.html/x",
    ] {
        let folder = Folder::small_site();
        folder.write("content/pages/other.md", alias(old));
        let (checked, built) = (Waymark::on("check", folder.path()).run(), Waymark::on("build", folder.path()).run());
        if checked.code != built.code {
            wrong.push(format!(
                "alias {old}: check ends with {}, build with {}: {}",
                checked.code, built.code, built.stderr
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_nobody_can_have_meant_is_told() {
    let page = |body: &str| ("content/guidance/page.md", guidance("Page", body));
    let framework = |fields: &str| {
        let levels = "summary: S.\njudgement_statement: S.\nlevels: [{number: 1, label: A}, {number: 2, label: B}]";
        ("content/thresholds/need.md", format!("---\ntitle: Need\n{levels}\n{fields}---\n\nWords.\n"))
    };
    let mut untold = Vec::new();
    for (what, (path, text)) in [
        ("a link without an address", page("[Words]()\n")),
        ("an image without an address", page("![Words]()\n")),
        ("a duty whose source is empty", page("::: must agency=\"Police\" source=\"\"\nTell.\n:::\n")),
        ("an attribute that no block has", page("::: should agency=\"Police\" sorce=\"page.md\"\nTell.\n:::\n")),
        ("an indented block", page("  ::: card \"Title\"\n  Words.\n  :::\n")),
        ("a block in a quotation", page("> ::: card \"Title\"\n> Words.\n> :::\n")),
        ("a mention of a note that is not there", page("Words.[^a]\n")),
        ("a page that replaces itself", framework("supersedes: [thresholds/need]\n")),
        ("a page that translates itself", framework("translation_of: need.md\n")),
        ("two levels of one number", {
            let (path, text) = framework("");
            (path, text.replace("number: 2", "number: 1"))
        }),
        ("an address with a query", ("content/site.yaml", "url: https://waymark.example/?q=1\n".to_owned())),
        ("an address with a space", ("content/site.yaml", "url: https://way mark.example/\n".to_owned())),
        (
            "a file that differs from another by the form of its accents",
            ("content/pages/e\u{301}.md", "---\ntitle: A\n---\n\nWords.\n".to_owned()),
        ),
        (
            "a name that Windows keeps for a device",
            ("content/pages/com\u{b9}.md", "---\ntitle: A\n---\n\nWords.\n".to_owned()),
        ),
    ] {
        let site = Folder::small_site();
        site.write("content/pages/\u{e9}.md", "---\ntitle: B\n---\n\nWords.\n");
        site.write(path, text);
        if findings(site.path()).is_empty() {
            untold.push(what);
        }
    }
    assert!(untold.is_empty(), "nothing is said of:\n{}", untold.join("\n"));
}

#[test]
fn anchors_of_pages_that_the_build_makes_can_be_linked_to() {
    let site = Folder::small_site();
    site.write(
        "content/pages/a.md",
        "---\ntitle: A\ntopics: [harm]\n---\n\n[A](../a-z.html#letter-a), [pages](../topics/harm.html#kind-page).\n",
    );
    let found = findings(site.path());
    assert!(found.is_empty(), "{found:?}");
}
