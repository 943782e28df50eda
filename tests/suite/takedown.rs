//! `waymark takedown`

use crate::folder::{Folder, project, snapshot};
use crate::process::{Ran, Waymark};
use std::fs;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use walkdir::WalkDir;
use zip::write::SimpleFileOptions;

const CASE: &str = "---
title: The ferret in the drawer
summary: A small case.
provenance: fictional
warnings: [Nothing much]
anonymisation:
  by: Author
  checked_by: Reviewer
  date: 2026-01-05
  remove_after: 2030-01-05
---

The child kept a quartz ferret in the drawer by the door and never spoke of it.
";
const LINK: &str = "\nSee [a case](case-studies/ferret.md).\n";

/// A site with a case that its home page links to.
fn site() -> Folder {
    let site = Folder::small_site();
    site.write("content/case-studies/ferret.md", CASE);
    site.write("content/index.md", format!("{}{LINK}", site.read("content/index.md")));
    build(&site, "old");
    site
}

fn build(site: &Folder, out: &str) {
    Waymark::on("build", site.path()).arg("--out").arg(site.join(out)).run().ends_with(0);
}

fn takedown(site: &Folder, arguments: &[&str]) -> Ran {
    Waymark::new(["takedown"].iter().chain(arguments)).within(site.path()).run()
}

fn remove(site: &Folder) {
    fs::remove_file(site.join("content/case-studies/ferret.md")).unwrap();
    site.write("content/index.md", site.read("content/index.md").replace(LINK, ""));
}

#[test]
fn an_edition_that_holds_the_case_is_named_with_every_place() {
    let site = site();
    let ran = takedown(&site, &["ferret", "old"]).ends_with(1);
    for place in [
        "old: still holds it",
        "case-studies/ferret.html  the page itself",
        "search-index  a page of the index: case-studies/ferret",
        "index.html  its address",
    ] {
        assert!(ran.stdout.contains(place), "{place} is missing from:\n{}", ran.stdout);
    }
    assert!(ran.stderr.contains("The site's content still has it"), "{}", ran.stderr);
}

#[test]
fn after_removal_the_output_and_its_index_are_proved_to_hold_no_trace() {
    let site = site();
    remove(&site);
    build(&site, "new");
    let ran = takedown(&site, &["case-studies/ferret", "new", "--from", "old", "--format", "json"]).ends_with(0);
    assert!(ran.stdout.contains(r#""holds":false"#), "{}", ran.stdout);
    let both = takedown(&site, &["ferret", "new", "old"]).ends_with(1);
    assert!(both.stdout.contains("new: no trace"), "{}", both.stdout);
    assert!(both.stdout.contains("old: still holds it"), "{}", both.stdout);
}

#[test]
fn a_case_can_be_named_by_the_id_that_it_has_of_its_own() {
    let site = site();
    site.write("content/case-studies/ferret.md", CASE.replacen("---\n", "---\nid: cs-twelve\n", 1));
    build(&site, "old");
    remove(&site);
    build(&site, "new");
    let ran = takedown(&site, &["cs-twelve", "new", "old", "--from", "old"]).ends_with(1);
    assert!(ran.stdout.contains("new: no trace"), "{}", ran.stdout);
    assert!(ran.stdout.contains("a page of the index: cs-twelve"), "{}", ran.stdout);
}

#[test]
fn a_picture_that_only_the_case_had_is_a_trace_under_whatever_name() {
    let site = site();
    let picture = r#"<svg xmlns="http://www.w3.org/2000/svg"><title>A drawer</title></svg>"#;
    site.write("content/images/drawer.svg", picture);
    site.write("content/case-studies/ferret.md", format!("{CASE}\n![A drawer](../images/drawer.svg)\n"));
    build(&site, "old");
    remove(&site);
    site.remove("content/images/drawer.svg");
    build(&site, "new");
    let proved = takedown(&site, &["ferret", "new", "--from", "old"]).ends_with(0);
    assert!(proved.stdout.contains("new: no trace"), "{}", proved.stdout);
    site.write("new/images/other.svg", picture);
    let ran = takedown(&site, &["ferret", "new", "--from", "old"]).ends_with(1);
    assert!(ran.stdout.contains("images/other.svg  a file that only it used"), "{}", ran.stdout);
}

/// Neighbours in a collection, positions in it and words that all cases share are not what only one case said.
#[test]
fn a_case_among_others_can_be_proved_to_be_gone() {
    let site = Folder::empty();
    for (path, bytes) in snapshot(&project().join("content")) {
        site.write(&format!("content/{path}"), bytes);
    }
    build(&site, "old");
    site.remove("content/case-studies/always-on.md");
    for path in ["content/site.yaml", "content/index.md", "content/case-studies/index.md"] {
        let text = site.read(path);
        let rest = text.lines().filter(|line| !line.contains("always-on")).collect::<Vec<_>>().join("\n");
        site.write(path, rest + "\n");
    }
    build(&site, "new");
    let ran = takedown(&site, &["always-on", "new", "--from", "old"]).ends_with(0);
    assert!(ran.stdout.contains("new: no trace"), "{}", ran.stdout);
}

#[test]
fn words_of_the_case_that_were_copied_into_another_page_are_a_trace() {
    let site = site();
    remove(&site);
    let copied = "\nSomebody kept a quartz ferret in the drawer by the door.\n";
    site.write("content/index.md", format!("{}{copied}", site.read("content/index.md")));
    build(&site, "new");
    let ran = takedown(&site, &["ferret", "new", "--from", "old"]).ends_with(1);
    assert!(ran.stdout.contains("index.html  runs of its words"), "{}", ran.stdout);
    assert!(ran.stdout.contains("search-index (index)  runs of its words"), "{}", ran.stdout);
}

#[test]
fn a_zip_file_is_an_edition_as_well() {
    let site = site();
    pack(&site.join("old"), &site.join("old.zip"));
    let ran = takedown(&site, &["ferret", "old.zip"]).ends_with(1);
    assert!(ran.stdout.contains("case-studies/ferret.html  the page itself"), "{}", ran.stdout);
}

#[test]
fn a_copy_in_a_zip_file_that_an_edition_offers_is_found_and_one_that_cannot_be_opened_is_told() {
    let site = site();
    remove(&site);
    build(&site, "new");
    fs::create_dir_all(site.join("new/downloads")).unwrap();
    pack(&site.join("old"), &site.join("new/downloads/handouts.zip"));
    let ran = takedown(&site, &["ferret", "new", "--from", "old"]).ends_with(1);
    let page = "downloads/handouts.zip:guidance/case-studies/ferret.html  the page itself";
    assert!(ran.stdout.contains(page), "{}", ran.stdout);
    site.write("new/downloads/handouts.zip", "PK and then nothing");
    let ran = takedown(&site, &["ferret", "new", "--from", "old"]).ends_with(2);
    assert!(ran.stderr.contains("downloads/handouts.zip"), "{}", ran.stderr);
}

#[test]
fn words_of_the_case_in_an_office_document_are_a_trace() {
    let site = site();
    remove(&site);
    build(&site, "new");
    let mut zip = zip::ZipWriter::new(File::create(site.join("new/handout.docx")).unwrap());
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let words = "<w:p><w:t>Somebody kept a quartz fer</w:t><w:t>ret in the drawer by the door.</w:t></w:p>";
    zip.write_all(words.as_bytes()).unwrap();
    zip.finish().unwrap();
    let ran = takedown(&site, &["ferret", "new", "--from", "old"]).ends_with(1);
    assert!(ran.stdout.contains("handout.docx  runs of its words"), "{}", ran.stdout);
}

#[test]
fn a_case_that_nobody_knows_cannot_be_proved_to_be_gone() {
    let site = site();
    let ran = takedown(&site, &["feret", "old"]).ends_with(2);
    assert!(ran.stderr.contains("--from"), "{}", ran.stderr);
}

#[test]
fn a_folder_that_is_no_built_site_is_refused() {
    let site = site();
    let ran = takedown(&site, &["ferret", "content"]).ends_with(2);
    assert!(ran.stderr.contains("no built site"), "{}", ran.stderr);
}

fn pack(folder: &Path, file: &Path) {
    let mut zip = zip::ZipWriter::new(File::create(file).unwrap());
    for entry in WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        zip.start_file(format!("guidance/{name}"), SimpleFileOptions::default()).unwrap();
        zip.write_all(&fs::read(entry.path()).unwrap()).unwrap();
    }
    zip.finish().unwrap();
}
