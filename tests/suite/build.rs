//! `waymark build`: what is written, what is left alone, and what is refused.

use crate::crawl;
use crate::folder::{Folder, files, guidance, project, snapshot};
use crate::process::{Ran, Waymark};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;
use waymark::write::Output;

fn build(site: &Folder) -> Waymark {
    Waymark::on("build", site.path())
}

/// When each file was written, and which file it is, as far as the system tells.
fn dates(root: &Path) -> BTreeMap<String, (SystemTime, u64)> {
    let date = |path: &String| {
        let metadata = fs::metadata(root.join(path)).unwrap();
        (metadata.modified().unwrap(), inode(&metadata))
    };
    files(root).into_iter().map(|path| (path.clone(), date(&path))).collect()
}

#[cfg(unix)]
fn inode(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> u64 {
    0
}

#[test]
fn a_site_is_built_into_public_and_says_so() {
    let site = Folder::small_site();
    let ran = build(&site).run().ends_with(0);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.starts_with("Built 3 pages in "), "{}", ran.stderr);
    assert!(ran.stderr.contains("Open "), "{}", ran.stderr);
    for path in [
        "index.html",
        "guidance/referral.html",
        "guidance/index.html",
        "a-z.html",
        "404.html",
        "images/square.svg",
        "sitemap.xml",
    ] {
        assert!(site.join("public").join(path).is_file(), "{path}");
    }
    let faults = crawl::faults(&site.join("public"), "https://waymark.example/");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let beside: Vec<String> = files(site.path())
        .into_iter()
        .filter(|path| path.contains("waymark-") && !path.starts_with("public/"))
        .collect();
    assert!(beside.is_empty(), "left beside the output: {beside:?}");
}

#[test]
fn a_second_build_changes_nothing_at_all() {
    let site = Folder::small_site();
    build(&site).run().ends_with(0);
    let (bytes, before) = (snapshot(&site.join("public")), dates(&site.join("public")));
    let ran = build(&site).run().ends_with(0);
    assert!(bytes == snapshot(&site.join("public")));
    assert_eq!(before, dates(&site.join("public")));
    assert!(ran.stderr.contains(": 0 files written, "), "{}", ran.stderr);
}

#[test]
fn a_changed_page_rewrites_few_files_and_leaves_the_others_alone() {
    let site = Folder::small_site();
    build(&site).run().ends_with(0);
    let before = dates(&site.join("public"));
    site.write(
        "content/guidance/referral.md",
        guidance("Referral", "Other words, and [recording](recording.md#facts).\n"),
    );
    build(&site).run().ends_with(0);
    let after = dates(&site.join("public"));
    let changed = after.iter().filter(|(path, date)| before.get(*path) != Some(date)).map(|(path, _)| path);
    // The index of all words changes with any of them.
    let own = |path: &&String| !path.starts_with(".waymark-") && !path.starts_with("search-index/");
    let changed: Vec<&String> = changed.filter(own).collect();
    assert_eq!(changed, ["guidance/referral.html"]);
}

#[test]
fn stale_files_go_and_foreign_files_stay() {
    let site = Folder::small_site();
    site.write("content/pages/old/page.md", "---\ntitle: Old\n---\n\nWords.\n");
    build(&site).run().ends_with(0);
    assert!(site.join("public/pages/old/page.html").exists());
    site.write("public/CNAME", "waymark.example\n");
    site.write("public/guidance/foreign.pdf", "not ours");
    site.remove("content/pages/old/page.md");
    fs::remove_dir_all(site.join("content/pages")).unwrap();
    build(&site).run().ends_with(0);
    assert!(!site.join("public/pages").exists(), "stale folders go with their files");
    assert_eq!(site.read("public/CNAME"), "waymark.example\n");
    assert_eq!(site.read("public/guidance/foreign.pdf"), "not ours");
}

#[test]
fn a_folder_with_files_of_others_is_not_built_into() {
    let site = Folder::small_site();
    site.write("public/precious.txt", "precious");
    let ran = build(&site).run().ends_with(2);
    assert!(ran.stderr.starts_with("waymark: "), "{}", ran.stderr);
    assert_eq!(files(&site.join("public")), ["precious.txt"]);
    let foreign = Folder::small_site();
    build(&foreign).run().ends_with(0);
    foreign.write("public/pages/new.html", "not ours");
    foreign.write("content/pages/new.md", "---\ntitle: New\n---\n\nWords.\n");
    let before = snapshot(&foreign.join("public"));
    assert!(build(&foreign).run().ends_with(2).stderr.contains("pages/new.html"));
    assert!(before == snapshot(&foreign.join("public")));
}

#[test]
fn content_themes_and_the_site_itself_are_never_built_into() {
    let site = Folder::small_site();
    site.write("themes/default/assets/own.css", "a {}\n");
    let before = snapshot(site.path());
    for out in [
        "",
        "content",
        "content/public",
        "themes",
        "themes/default",
        "themes/default/public",
        "..",
        "content/../content",
    ] {
        let ran = build(&site).arg("--out").arg(site.join(out)).run();
        assert_eq!(ran.code, 2, "--out {out}: {}", ran.stderr);
        assert!(before == snapshot(site.path()), "--out {out} wrote something");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(site.join("content"), site.join("public")).unwrap();
        assert_eq!(build(&site).run().code, 2);
    }
}

#[test]
fn two_builds_at_once_do_not_meet() {
    let site = Folder::small_site();
    let first = Output::open(&site.join("public"), &[]).unwrap();
    let ran = build(&site).run().ends_with(2);
    assert!(ran.stderr.contains("another build"), "{}", ran.stderr);
    drop(first);
    build(&site).run().ends_with(0);
}

#[test]
fn an_output_that_cannot_be_written_is_named_and_left_alone() {
    let site = Folder::small_site();
    site.write("file", "a file");
    for out in ["file", "file/inside"] {
        let ran = build(&site).arg("--out").arg(site.join(out)).run().ends_with(2);
        assert!(ran.stderr.contains("file"), "{}", ran.stderr);
    }
    assert_eq!(site.read("file"), "a file");
}

#[test]
fn a_site_with_errors_leaves_the_old_output_as_it_was() {
    let site = Folder::small_site();
    build(&site).run().ends_with(0);
    let before = dates(&site.join("public"));
    site.write("content/guidance/referral.md", guidance("Referral", "[Nothing](nothing.md)\n"));
    let ran = build(&site).run().ends_with(1);
    assert!(ran.stderr.contains("Nothing was written: 1 error"), "{}", ran.stderr);
    assert_eq!(before, dates(&site.join("public")));
    site.write("content/guidance/referral.md", guidance("Referral", "## One\n\n#### Skipped\n"));
    let ran = build(&site).arg("--deny-warnings").run().ends_with(1);
    assert!(ran.stderr.contains("Nothing was written"), "{}", ran.stderr);
    assert_eq!(before, dates(&site.join("public")));
    build(&site).run().ends_with(0);
}

#[test]
fn the_day_and_drafts_decide_what_is_published() {
    let site = Folder::small_site();
    site.write("content/guidance/later.md", "---\ntitle: Later\nsummary: S.\npublished: 2026-12-01\n---\n\nWords.\n");
    site.write("content/guidance/draft.md", "---\ntitle: Draft\nsummary: S.\nstatus: draft\n---\n\nWords.\n");
    let there = |arguments: &[&str]| {
        let run = arguments.iter().fold(Waymark::new(["build"]).arg(site.path()), Waymark::arg);
        run.run().ends_with(0);
        ["later", "draft"].map(|page| site.join(&format!("public/guidance/{page}.html")).exists())
    };
    assert_eq!(there(&["--at", "2026-11-30"]), [false, false]);
    assert_eq!(there(&["--at", "2026-12-01"]), [true, false]);
    assert_eq!(there(&["--at", "2026-11-30", "--drafts"]), [true, true]);
    assert!(site.read("public/guidance/draft.html").contains("Draft"));
    assert_eq!(there(&["--at", "2026-11-30"]), [false, false]);
}

#[test]
fn old_addresses_lead_to_their_pages() {
    let site = Folder::small_site();
    site.write(
        "content/pages/new.md",
        "---\ntitle: New\naliases: [old.html, deep/er/old.html, moved]\n---\n\nWords.\n",
    );
    build(&site).run().ends_with(0);
    for (old, href) in [
        ("old.html", "pages/new.html"),
        ("deep/er/old.html", "../../pages/new.html"),
        ("moved/index.html", "../pages/new.html"),
    ] {
        assert!(site.read(&format!("public/{old}")).contains(href), "{old}");
    }
    assert_eq!(crawl::faults(&site.join("public"), "https://waymark.example/"), Vec::<String>::new());
}

#[test]
fn whatever_authors_call_their_headings_no_id_stands_twice() {
    let site = Folder::small_site();
    let names = [
        "Main",
        "Contents",
        "Footer",
        "Header",
        "Levels",
        "Level 1",
        "Framework levels",
        "Case people",
        "Fn 1",
        "Fnref 1",
        "Term cse",
        "Notes",
        "Letter A",
        "Search",
        "Nav",
        "Top",
        "Related",
        "Changes",
        "Sources",
        "Title",
        "Details",
        "About this page",
        "The gate",
        "Case training",
    ];
    let headings: String = names.iter().map(|name| format!("## {name}\n\nWords on CSE.[^1]\n\n")).collect();
    let body = format!("{headings}{{{{contact police}}}}\n\n{{{{contact police}}}}\n\n[^1]: A note.\n");
    site.write("content/guidance/referral.md", guidance("Referral", &body));
    site.write("content/thresholds/need.md", format!("---\ntitle: Levels\nsummary: S.\njudgement_statement: S.\nlevels: [{{number: 1, label: A}}, {{number: 2, label: B}}]\n---\n\n{body}"));
    site.write("content/case-studies/a.md", format!("---\ntitle: Case\nsummary: S.\nprovenance: fictional\nwarnings: [Violence]\ncast: [{{label: Child A, role: Pupil}}]\ntimeline: [{{at: Month 1, event: E}}]\nlearning: [{{point: P}}]\nquestions: [Why?]\nepisodes: [{{id: the-gate, title: The gate, happened: H}}]\nanonymisation: {{by: Learning lead, checked_by: Information officer, date: 2026-03-02, remove_after: 2031-03-01}}\n---\n\n{body}"));
    site.write("content/guidance/index.md", format!("---\ntitle: Guidance\n---\n\n{body}"));
    site.write("content/index.md", format!("---\ntitle: Home\n---\n\n{body}"));
    site.write("content/glossary.yaml", "- {id: cse, term: child sexual exploitation, abbreviation: CSE, definition: A form of abuse.}\n- {id: main-thing, term: main thing, definition: \"See [it](term:cse).\"}\n");
    site.write("content/contacts.yaml", "- {id: police, name: Police, phone: '999', for: Danger, hours: Always}\n- {id: main-door, name: Main, for: Things, hours: Never}\n");
    site.write("content/legislation.yaml", "- {id: main-act, title: Main Act 2000, nations: [england], url: 'https://www.legislation.gov.uk/', provisions: [{id: s1, label: section 1}]}\n");
    site.write("content/site.yaml", "emergency: police\nexit_page: {url: 'https://example.org/'}\n");
    site.remove("content/guidance/recording.md");
    fs::remove_dir_all(site.join("content/images")).unwrap();
    build(&site).run().ends_with(0);
    let faults = crawl::faults(&site.join("public"), "");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_empty_site_and_a_site_with_one_word_are_built() {
    let empty = Folder::empty();
    fs::create_dir(empty.join("content")).unwrap();
    let ran: Ran = build(&empty).run().ends_with(0);
    assert!(ran.stderr.contains("Built 0 pages"), "{}", ran.stderr);
    assert_eq!(crawl::faults(&empty.join("public"), ""), Vec::<String>::new());
    let one = Folder::with([("content/index.md", "---\ntitle: A\n---\n")]);
    build(&one).run().ends_with(0);
    assert_eq!(crawl::faults(&one.join("public"), ""), Vec::<String>::new());
}

#[test]
fn names_that_need_escapes_lead_where_they_say() {
    let site = Folder::with([
        (
            "content/pages/a page & more.md",
            "---\ntitle: \"<A> & 'b' \\\"c\\\"\"\n---\n\n[Tŷ](tŷ.md) [file](../downloads/fo%20rm%20%26.txt)\n",
        ),
        ("content/pages/tŷ.md", "---\ntitle: Tŷ\n---\n\n[a](a%20page%20&%20more.md#β) [b](<a page & more.md>)\n"),
        ("content/downloads/fo rm &.txt", "x"),
    ]);
    site.write("content/pages/a page & more.md", site.read("content/pages/a page & more.md") + "\n## β\n\nWords.\n");
    build(&site).run().ends_with(0);
    assert_eq!(crawl::faults(&site.join("public"), ""), Vec::<String>::new());
}

#[test]
fn a_site_of_relative_path_is_built_where_it_stands() {
    let site = Folder::small_site();
    Waymark::new(["build"]).within(site.path()).run().ends_with(0);
    assert!(site.join("public/index.html").exists());
    Waymark::new(["build", ".", "--out", "other"]).within(site.path()).run().ends_with(0);
    assert!(site.join("other/index.html").exists());
    Waymark::new(["build", "content/.."]).within(site.path()).run().ends_with(0);
    assert_eq!(Waymark::new(["build"]).within(&project().join("src")).run().code, 2);
}
