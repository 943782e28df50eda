//! The identity gate: nothing that could identify a child is published, wherever it hides.

use crate::finding::{Finding, findings};
use crate::folder::{Folder, files, guidance, project, snapshot};
use crate::process::Waymark;
use std::collections::BTreeSet;
use std::fs;
use waymark::identity::Kind;

const RULE: &str = "identifying-detail";

/// A case study with a body, and with more front matter.
fn case_study(body: &str, more: &str) -> String {
    format!(
        "---\ntitle: Quiet in class\nsummary: What happened.\nprovenance: fictional\nwarnings: [Worry]\n\
         cast:\n  - label: Child A\n    role: A child\nanonymisation:\n  by: Learning lead\n  checked_by: Governance officer\n  date: 2026-05-05\n  \
         remove_after: 2031-05-05\n{more}---\n\n{body}\n"
    )
}

fn site_with_case(body: &str, more: &str) -> Folder {
    let folder = Folder::small_site();
    folder.write("content/case-studies/quiet.md", case_study(body, more));
    folder
}

/// The findings of the gate: file, severity, kind and text of each.
fn found(folder: &Folder) -> Vec<[String; 4]> {
    let ours = findings(folder.path()).into_iter().filter(|finding| finding.text("rule") == RULE);
    ours.map(|found| ["file", "severity", "kind", "text"].map(|name| found.text(name).to_owned())).collect()
}

fn expected<const N: usize>(list: [[&str; 4]; N]) -> Vec<[String; 4]> {
    list.map(|found| found.map(str::to_owned)).into()
}

#[test]
fn every_kind_of_detail_has_an_example_that_is_found() {
    let root = project().join("tests/rules").join(RULE);
    for kind in Kind::ALL {
        let example = root.join(kind.name());
        let found: BTreeSet<String> = findings(&example)
            .iter()
            .filter(|finding| finding.text("rule") == RULE)
            .map(|finding| finding.text("kind").to_owned())
            .collect();
        assert!(found.contains(kind.name()), "{} has {found:?}", example.display());
    }
}

#[test]
fn every_finding_of_a_file_is_told_with_its_kind() {
    let folder = site_with_case("Ring 07700 900123, or 07700 900456.\n\n| Again |\n| --- |\n| 07700 900123 |", "");
    let phone = |text| ["content/case-studies/quiet.md", "error", "phone", text];
    let phones = expected([phone("07700 900123"), phone("07700 900456"), phone("07700 900123")]);
    assert_eq!(found(&folder), phones);
    let sarif = Waymark::on("check", folder.path()).arg("--format").arg("sarif").run().ends_with(1);
    assert_eq!(sarif.stdout.matches(r#""properties":{"kind":"phone"}"#).count(), 3, "{}", sarif.stdout);
}

#[test]
fn a_case_study_that_cannot_be_understood_is_looked_through_all_the_same() {
    for text in [
        "---\ntitle: [broken\n---\n\nRing 07700 900123.\n",
        "Ring 07700 900123.\n",
        "---\ntitle: never closed\nnote: ring 07700 900123\n",
        "+++\nlayout = \"post\"\n+++\nRing 07700 900123.\n",
        "---\r\ntitle: Foreign\r\nchild_name: x\r\n---\r\nRing 07700 900123.\r\n",
    ] {
        let folder = Folder::small_site();
        folder.write("content/case-studies/quiet.md", text);
        let phone = ["content/case-studies/quiet.md", "error", "phone", "07700 900123"];
        assert_eq!(found(&folder), expected([phone]), "{text}");
    }
}

#[test]
fn a_case_study_is_one_by_its_type_too_and_so_is_what_it_includes() {
    let folder = Folder::small_site();
    let text =
        case_study("{{include fragments/what-happened.md}}", "").replace("provenance", "type: case-study\nprovenance");
    folder.write("content/pages/study.md", text);
    folder.write("content/fragments/what-happened.md", "The meeting was on 14 March 2024.\n");
    folder.write("content/guidance/meeting.md", guidance("Meeting", "The law changed on 14 March 2024.\n"));
    let date = ["content/fragments/what-happened.md", "error", "exact-date", "14 March 2024"];
    assert_eq!(found(&folder), expected([date]));
}

#[test]
fn elsewhere_only_what_is_a_persons_own_is_told_and_as_a_warning() {
    let folder = Folder::small_site();
    let body = "Mr Smith in Leeds, 0113 496 0123, said on 14 March 2024: ring 07700 900123.\n";
    folder.write("content/guidance/ring.md", guidance("Ring", body));
    let phone = ["content/guidance/ring.md", "warning", "phone", "07700 900123"];
    assert_eq!(found(&folder), expected([phone]));
    Waymark::on("check", folder.path()).run().ends_with(0);
    Waymark::on("check", folder.path()).arg("--deny-warnings").run().ends_with(1);
}

#[test]
fn the_gate_cannot_be_softened() {
    for level in ["off", "warning"] {
        let folder = site_with_case("Ring 07700 900123.", "");
        folder.write("content/site.yaml", format!("rules:\n  identifying-detail: {level}\n"));
        let all = findings(folder.path());
        let told: Vec<String> = all.iter().map(Finding::headline).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(
            told[0].ends_with("error[identifying-detail]") && told[1].ends_with("error[unknown-value]"),
            "{told:?}"
        );
    }
}

#[test]
fn helplines_of_the_site_may_stand_and_their_look_alikes_may_not() {
    let body = "Ring 0113 496 0456 or (0113) 496 0456, see https://project.example/help?a=1, or ring 0113 496 0457.";
    let folder = site_with_case(body, "");
    let contact = "- id: project\n  name: Project\n  for: Worries\n  hours: Always\n  phone: 0113 496 0456\n  url: https://www.project.example/\n";
    folder.write("content/contacts.yaml", contact);
    let phone = ["content/case-studies/quiet.md", "error", "phone", "0113 496 0457"];
    assert_eq!(found(&folder), expected([phone]));
}

/// A theme that puts two fields of a page together.
fn joining_theme(folder: &Folder, template: &str) {
    let words = "{% extends \"page.html\" %}\n{% block after %}\n<p title=\"x\">{{ page.extra.first }}{{ page.extra.second }}</p>\n{% endblock after %}\n";
    folder.write(&format!("themes/default/templates/{template}"), words);
}

#[test]
fn what_comes_together_on_a_page_only_is_found_there_and_nothing_is_published() {
    let folder = site_with_case("Child A came late.", "extra: {first: \"14 Ma\", second: \"rch 2019\"}\n");
    Waymark::on("build", folder.path()).run().ends_with(0);
    let before = snapshot(&folder.join("public"));
    joining_theme(&folder, "case-study.html");
    folder
        .write("content/guidance/referral.md", guidance("Referral", "Changed. See [recording](recording.md#facts).\n"));
    assert_eq!(found(&folder), expected([["case-studies/quiet.html", "error", "exact-date", "14 March 2019"]]));
    let told = Waymark::on("build", folder.path()).run().ends_with(1);
    assert!(told.stderr.contains("Nothing was written"), "{}", told.stderr);
    assert_eq!(snapshot(&folder.join("public")), before);
    assert!(files(folder.path()).iter().all(|path| !path.contains(".waymark-new")));
}

#[test]
fn what_a_theme_of_the_site_puts_on_the_page_of_a_case_is_judged_as_the_case_is() {
    let folder = site_with_case("A child was worried.", "");
    let template = "themes/default/templates/case-study.html";
    let own = fs::read_to_string(project().join(template)).unwrap();
    let told = "{% block after %}<p data-x=\"kieran@example.org\">Seen in Rotherham by Kieran Ollerenshaw.</p>";
    folder.write(template, own.replacen("{% block after %}", told, 1));
    let page = "case-studies/quiet.html";
    let said = Waymark::on("build", folder.path()).run().ends_with(1).stderr;
    for what in ["an e-mail address", "the name of a place", "a person's name"] {
        let finding = format!("error[identifying-detail]: this looks like {what}");
        assert!(said.lines().any(|line| line.starts_with(page) && line.contains(&finding)), "{what}: {said}");
    }
}

#[test]
fn what_comes_together_elsewhere_is_a_warning_told_for_a_few_pages() {
    let folder = Folder::small_site();
    for number in 0..9 {
        let page = guidance(&format!("Page {number}"), "Words.\n")
            .replace("summary", "extra: {first: \"07700\", second: \"900123\"}\nsummary");
        folder.write(&format!("content/guidance/page-{number}.md"), page);
    }
    joining_theme(&folder, "guidance.html");
    for page in ["recording", "referral"] {
        let text = folder.read(&format!("content/guidance/{page}.md"));
        folder.write(
            &format!("content/guidance/{page}.md"),
            text.replace("summary", "extra: {first: a, second: b}\nsummary"),
        );
    }
    let page = |file| [file, "warning", "phone", "07700900123"];
    let pages = [page("guidance/page-0.html"), page("guidance/page-1.html"), page("guidance/page-2.html")];
    assert_eq!(found(&folder), expected(pages));
    assert!(Waymark::on("check", folder.path()).run().ends_with(0).stderr.contains("6 more files have it"));
}

#[test]
fn days_that_pages_show_of_themselves_are_no_findings() {
    let folder = site_with_case(
        "Child A came late. See [referral](../guidance/referral.md).",
        "published: 2026-05-18\nreview_by: 2027-05-17\nchanges:\n  - {date: 2026-06-01, note: New questions}\n",
    );
    assert_eq!(found(&folder), expected([]));
    Waymark::on("build", folder.path()).run().ends_with(0);
    assert!(folder.read("public/case-studies/quiet.html").contains("18 May 2026"));
}

#[test]
fn an_example_of_every_form_of_picture_is_refused_in_a_case_study() {
    let exif = b"II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0\x05\0\0\0\x1a\0\0\0\0\0\0\0Fern\0";
    let chunk = |name: &[u8], content: &[u8]| {
        [&u32::try_from(content.len()).unwrap().to_be_bytes()[..], name, content, &[0; 4]].concat()
    };
    let pictures: [(&str, Vec<u8>); 5] = [
        ("a.jpg", [b"\xff\xd8\xff\xe1\0\x29Exif\0\0", &exif[..], b"\xff\xda"].concat()),
        ("a.png", [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"eXIf", exif)].concat()),
        ("a.webp", [&b"RIFF\0\0\0\0WEBPEXIF\x1f\0\0\0"[..], exif].concat()),
        ("a.avif", [&b"\0\0\0\x1cftypavifinfe\0\0Exif\0"[..], exif].concat()),
        ("a.gif", b"GIF89a\x01\0\x01\0\0\0\0\x21\xfe\x0c07700 900123\0\x3b".to_vec()),
    ];
    for (name, bytes) in pictures {
        let folder = site_with_case(&format!("![A park](../images/{name})"), "");
        folder.write(&format!("content/images/{name}"), bytes);
        let found = found(&folder);
        assert!(!found.is_empty(), "{name}");
        assert!(found.iter().all(|[file, severity, ..]| file.ends_with(name) && severity == "error"), "{found:?}");
    }
}

#[test]
fn a_drawing_of_lines_and_letters_may_stand_in_a_case_study_and_a_name_in_it_may_not() {
    let drawing = |words: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t\" viewBox=\"0 0 666 357\">\
             <title id=\"t\">Levels</title><path d=\"M 666 357 L 10 20\"/>\
             <text font-family=\"Arial, Helvetica\" x=\"1\" y=\"2\">{words}</text></svg>"
        )
    };
    let folder = site_with_case("![Levels](../images/levels.svg)", "");
    folder.write("content/images/levels.svg", drawing("Level 4"));
    assert_eq!(found(&folder), Vec::<[String; 4]>::new());
    folder.write("content/images/levels.svg", drawing("Kayleigh Okonkwo"));
    assert_eq!(found(&folder).len(), 1, "{:?}", found(&folder));
    folder.write(
        "content/images/levels.svg",
        drawing("x").replace("</svg>", "<image href=\"data:image/png;base64,AAAA\"/></svg>"),
    );
    assert!(!found(&folder).is_empty(), "a picture within a drawing is not looked into, and so refused");
}

#[test]
fn words_behind_the_end_of_a_picture_are_found() {
    let folder = site_with_case("![A park](../images/a.jpg)", "");
    folder.write("content/images/a.jpg", b"\xff\xd8\xff\xda\0\x02\x01\x02\xff\xd9Kayleigh Okonkwo");
    assert!(!found(&folder).is_empty());
}

#[test]
fn names_in_ids_and_anchors_are_found_as_they_become_addresses() {
    for (body, more) in [
        ("## Goes missing {#kayleigh-okonkwo}", ""),
        ("## Goes missing {#shanice}", ""),
        ("## Goes missing {#rochdale}", ""),
        ("x", "episodes:\n  - id: kayleigh-of-rochdale\n    title: T\n    happened: H.\n"),
    ] {
        assert!(!found(&site_with_case(body, more)).is_empty(), "{body} {more}");
    }
    assert_eq!(found(&site_with_case("## Goes missing {#goes-missing}", "")), Vec::<[String; 4]>::new());
}

#[test]
fn what_a_site_declares_stands_for_itself_as_a_whole_and_no_person_or_local_body_is_declared() {
    let folder = site_with_case("They read What Leeds learnt from listening, in Leeds.", "");
    let page = |source: &str| format!("---\ntitle: G\nsummary: S.\nsources: [{source}]\n---\n\nText.\n");
    let in_cases = |folder: &Folder| -> Vec<String> {
        found(folder).into_iter().filter(|[file, ..]| file.contains("case")).map(|[.., text]| text).collect()
    };
    folder.write("content/guidance/g.md", page("{title: What Leeds learnt from listening}"));
    assert_eq!(in_cases(&folder), ["Leeds"]);
    let body = "Kayleigh Okonkwo went to Oakfield Academy.";
    folder.write("content/case-studies/quiet.md", case_study(body, ""));
    folder.write("content/guidance/g.md", page("{title: T, publisher: Oakfield Academy}"));
    folder.write("content/glossary.yaml", "- id: k\n  term: Kayleigh Okonkwo\n  means: A term.\n");
    assert_eq!(in_cases(&folder), ["Kayleigh Okonkwo", "Oakfield Academy"]);
}

#[test]
fn the_name_of_a_site_makes_none_of_its_words_public() {
    let folder = site_with_case("The Rochdale partnership met. They live in Rochdale.", "");
    folder.write("content/site.yaml", "title: Guidance of the Rochdale partnership\npublisher: Rochdale partnership\n");
    let texts: Vec<String> = found(&folder).into_iter().map(|[.., text]| text).collect();
    assert!(texts.iter().any(|text| text == "Rochdale"), "{texts:?}");
}

#[test]
fn a_name_in_small_letters_makes_it_no_word_and_kinds_of_place_are_read_as_well() {
    let texts = |body: &str, more: &str| -> Vec<String> {
        found(&site_with_case(body, more)).into_iter().map(|[.., text]| text).collect()
    };
    assert_eq!(texts("The worker met Zyndrilka. Somebody wrote zyndrilka on a wall.", ""), ["Zyndrilka"]);
    assert_eq!(
        texts("x", "settings: [school, rochdale]\nagencies: [st-bedes-school]\n"),
        ["rochdale", "st-bedes-school"]
    );
}

#[test]
fn names_in_addresses_are_found_wherever_an_address_may_stand() {
    for body in [
        "<https://www.gov.uk/kayleigh-okonkwo>",
        "See https://www.gov.uk/kayleigh-okonkwo now.",
        "[That][r]\n\n[r]: https://www.gov.uk/kayleigh-okonkwo",
    ] {
        let texts: Vec<String> = found(&site_with_case(body, "")).into_iter().map(|[.., text]| text).collect();
        assert_eq!(texts, ["kayleigh-okonkwo"], "{body}");
    }
}

#[test]
fn a_file_of_a_case_whose_words_nobody_can_look_through_is_told() {
    let folder = site_with_case("[A sheet](../downloads/a.pdf)", "");
    folder.write("content/downloads/a.pdf", b"%PDF-1.4\nstream\n\xff\xfe\nendstream\n");
    let texts = found(&folder);
    assert!(
        matches!(&texts[..], [[file, severity, kind, _]] if file.ends_with("a.pdf") && severity == "warning" && kind == "metadata"),
        "{texts:?}"
    );
}

#[test]
fn a_whole_name_in_guidance_or_a_data_file_is_a_warning() {
    let folder = Folder::small_site();
    folder.write("content/synonyms.yaml", "- from: Kayleigh Okonkwo\n  to: recording\n");
    let found = found(&folder);
    assert!(
        found.iter().any(|[_, severity, kind, text]| {
            (severity.as_str(), kind.as_str(), text.as_str()) == ("warning", "person-name", "Kayleigh Okonkwo")
        }),
        "{found:?}"
    );
}

#[test]
fn findings_are_the_same_in_every_run() {
    let folder = site_with_case("Child A came late.", "extra: {first: \"14 Ma\", second: \"rch 2019\"}\n");
    for number in 0..30 {
        let text = folder.read("content/case-studies/quiet.md");
        folder.write(&format!("content/case-studies/quiet-{number}.md"), text);
    }
    joining_theme(&folder, "case-study.html");
    let run = || Waymark::on("check", folder.path()).arg("--format").arg("json").run().stdout;
    let first = run();
    assert!(first.contains("14 March 2019"));
    for _ in 0..3 {
        assert_eq!(run(), first);
    }
}

#[test]
fn the_starter_and_the_demonstration_hold_nothing_of_the_kind() {
    for site in [project().to_owned(), project().join("starter")] {
        let found: Vec<String> =
            findings(&site).iter().filter(|found| found.text("rule") == RULE).map(Finding::headline).collect();
        assert_eq!(found, Vec::<String>::new());
    }
    assert!(fs::exists(project().join("starter/content")).unwrap());
}
