//! Whole imports: small manuals, and the two real ones where they are at hand.

use super::{ImportError, Imported, jekyll};
use crate::diagnostic::{Diagnostics, Severity};
use crate::parse::parse;
use crate::project::Project;
use crate::read::read;
use crate::settings::Settings;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

fn import(files: &[(&str, &str)]) -> (Imported, tempfile::TempDir) {
    let source = folder(files);
    let dest = tempfile::tempdir().unwrap();
    let imported = jekyll(source.path(), &dest.path().join("site")).unwrap();
    (imported, dest)
}

fn text(dest: &tempfile::TempDir, path: &str) -> String {
    fs::read_to_string(dest.path().join("site/content").join(path)).unwrap()
}

fn listed(imported: &Imported) -> Vec<String> {
    imported.unmapped.iter().map(ToString::to_string).collect()
}

#[test]
fn a_page_is_carried_over_with_its_links_and_images() {
    let (imported, dest) = import(&[
        ("_config.yml", "title: The manual\nurl: https://example.org\nbaseurl: /m\ndescription: About it\n"),
        ("m/index.md", "---\ntitle: Home\n---\nSee [a](/m/a/) and [b](a/b.html#two-words).\n"),
        (
            "m/a/index.md",
            "---\ntitle: A\nlayout: wide\n---\n[up](..) [far](https://example.org/m/a/b) ![p](/m/img/p%20q.png)\n",
        ),
        (
            "m/a/b.md",
            "---\ntitle: B\naudience: Some Readers\n---\nText.\n\n## Two words\n\n[dead](/other) [gone](b#none) <b>x</b>\n",
        ),
        ("m/img/p q.png", "png"),
        ("m/img/unused.png", "png"),
        ("_layouts/wide.html", "{{ content }}"),
        ("m/old.html", "---\ntitle: Old\n---\n<p>x</p>"),
        ("README.md", "# About the repository\n"),
    ]);
    assert_eq!((imported.pages, imported.assets), (3, 1));
    assert_eq!(
        text(&dest, "index.md"),
        "---\ntitle: \"Home\"\nsummary: \"See a and b.\"\naliases:\n  - \"m/index.html\"\n---\n\nSee [a](guidance/a/index.md) and [b](guidance/a/b.md#two-words).\n"
    );
    let page = text(&dest, "guidance/a/index.md");
    assert!(page.ends_with("[up](../../index.md) [far](b.md) ![p](<../img/p q.png>)\n"), "{page}");
    assert!(page.contains("extra:\n  layout: \"wide\"\n"), "{page}");
    assert!(dest.path().join("site/content/guidance/img/p q.png").is_file());
    let page = text(&dest, "guidance/a/b.md");
    assert!(
        page.contains("audience:\n  - \"some-readers\"\n") && page.ends_with("[dead](/other) [gone](#none) **x**\n"),
        "{page}"
    );
    assert_eq!(
        listed(&imported),
        [
            "README.md:1:1: this page is about the repository and was left out",
            "m/a/b.md:9:8: the link `/other` leads to nothing in this folder and was left as it is",
            "m/a/b.md:9:23: the link to `#none` names a section that m/a/b.md does not have",
            "m/old.html:1:1: this page is written in HTML and was left out; only Markdown is imported",
        ]
    );
    let settings = text(&dest, "site.yaml");
    assert!(
        settings.contains("title: \"The manual\"")
            && settings.contains("  broken-link: warning\n")
            && settings.contains("  broken-anchor: warning\n")
    );
}

#[test]
fn translations_know_what_they_translate() {
    let (imported, dest) = import(&[
        ("content/debt_help.en.md", "# Debt\n\nOwe.\n"),
        ("content/debt_help.cy.md", "#Dyled\n\n[treth](/cy/tax) [pobl](/debt-help)\n"),
        ("content/tax.cy.md", "---\ndescription: D\n---\n# Treth\n"),
    ]);
    assert_eq!((imported.pages, listed(&imported).len()), (3, 0));
    assert_eq!(
        text(&dest, "guidance/debt_help.cy.md"),
        "---\ntitle: \"Dyled\"\nsummary: \"treth pobl\"\nlang: \"cy\"\ntranslation_of: \"debt_help.md\"\n---\n\n[treth](tax.cy.md) [pobl](debt_help.cy.md)\n"
    );
    assert!(text(&dest, "index.md").contains("- [Debt](guidance/debt_help.md)"));
}

#[test]
fn images_of_other_sites_become_links() {
    let (imported, dest) = import(&[(
        "a.md",
        "---\ntitle: A\n---\n![b](https://c.d/e.png) [![f](//c.d/g_h.png)](https://i.j) ![](http://c.d/k_l.png)\n\n[m]() [n](javascript:x) [o][p]\n\n[p]: /a.html 'q'\n",
    )]);
    assert!(text(&dest, "guidance/a.md").ends_with(
        "---\n\n[b](https://c.d/e.png) [f](https://i.j) [k-l.png](http://c.d/k_l.png)\n\nm n [o][p]\n\n[p]: a.md 'q'\n"
    ));
    assert_eq!(imported.unmapped.len(), 5);
    assert!(!text(&dest, "site.yaml").contains("rules:"));
}

#[test]
fn what_a_browser_would_run_is_not_carried_over() {
    let (imported, dest) = import(&[
        ("a.md", "[b](b.html) [c](c.js) ![d](d.svg) [e](e.txt)\n"),
        ("b.html", ""),
        ("c.js", ""),
        ("d.svg", "<svg onload='x'/>"),
        ("e.txt", ""),
    ]);
    assert_eq!((imported.assets, listed(&imported).len()), (1, 3), "{:?}", listed(&imported));
    assert!(text(&dest, "site.yaml").contains("# 3 found"));
}

#[test]
fn importing_never_overwrites_and_leaves_nothing_half_made() {
    let source = folder(&[("a.md", "# A\n")]);
    let dest = folder(&[("mine.txt", "mine")]);
    assert!(matches!(jekyll(source.path(), dest.path()), Err(ImportError::Occupied(_))));
    assert!(matches!(jekyll(source.path(), &dest.path().join("mine.txt")), Err(ImportError::Occupied(_))));
    assert!(matches!(
        jekyll(source.path(), &dest.path().join("mine.txt/x")),
        Err(ImportError::Unwritable(..) | ImportError::Unreadable(..))
    ));
    assert!(matches!(jekyll(&source.path().join("none"), &dest.path().join("x")), Err(ImportError::NoFolder(_))));
    assert!(matches!(jekyll(dest.path(), &dest.path().join("x")), Err(ImportError::NoMarkdown(_))));
    assert_eq!(fs::read_dir(dest.path()).unwrap().count(), 1);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(jekyll(source.path(), empty.path()).unwrap().pages, 1);
    assert!(matches!(jekyll(source.path(), empty.path()), Err(ImportError::Occupied(_))));
}

fn corpus(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora").join(name);
    path.is_dir().then_some(path)
}

/// Imports a manual, reads it back with Waymark's own code and gives what is left to complain about.
fn import_corpus(source: &Path) -> (Imported, Vec<String>) {
    let dest = tempfile::tempdir().unwrap();
    let site = dest.path().join("site");
    let imported = jekyll(source, &site).unwrap();
    assert!(matches!(jekyll(source, &site), Err(ImportError::Occupied(_))));
    let project = Project::open(&site, jiff::civil::date(2026, 1, 1), false).unwrap();
    let mut diagnostics = Diagnostics::new();
    let sources = read(&project, &mut diagnostics);
    let parsed = parse(&sources, &mut diagnostics);
    assert_eq!(parsed.documents.iter().filter(|document| document.path != "index.md").count(), imported.pages);
    diagnostics.apply(&parsed.settings.rules);
    hubs_are_declared(&parsed.settings, parsed.documents.iter().map(|document| &document.meta));
    let errors =
        diagnostics.list().iter().filter(|fault| fault.severity == Severity::Error).map(|fault| format!("{fault:?}"));
    (imported, errors.collect())
}

fn hubs_are_declared<'m>(settings: &Settings, metas: impl Iterator<Item = &'m crate::document::meta::Meta>) {
    let ids =
        |hubs: &[crate::settings::Hub]| -> BTreeSet<String> { hubs.iter().map(|hub| hub.id.value.clone()).collect() };
    let (topics, audiences) = (ids(&settings.topics), ids(&settings.audiences));
    for meta in metas {
        assert!(meta.topics.iter().all(|topic| topics.contains(&topic.value)));
        assert!(meta.audience.iter().all(|audience| audiences.contains(&audience.value)));
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(100))]

    /// Whatever stands in a page, it is imported, read back without an error, and its places exist.
    #[test]
    fn no_page_is_too_odd(parts in proptest::collection::vec(proptest::sample::select(ODDITIES), 0..14)) {
        let source = folder(&[("a/b.md", &parts.concat()), ("a/c.cy.md", "# Tŷ\n\n## Un\n"), ("i.png", "")]);
        let (imported, errors) = import_corpus(source.path());
        proptest::prop_assert_eq!((imported.pages, errors), (2, Vec::new()));
        let lines = u32::try_from(parts.concat().split('\n').count()).unwrap();
        proptest::prop_assert!(imported.unmapped.iter().all(|one| one.line <= lines && !one.what.is_empty()), "{:?}", imported.unmapped);
    }
}

/// Pieces of pages: of every dialect, broken off in the middle.
const ODDITIES: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "    ",
    "tŷ",
    "a",
    "# ",
    "## B",
    "###C\n",
    "\nD\n---\n",
    "---\n",
    "---\ntitle: x\n---\n",
    "title: {a: b\n",
    "summary: \"\n",
    "{{",
    "}}",
    "{% raw %}",
    "{% endraw %}",
    "{% for x in y %}",
    "{% endfor %}",
    "{{ x }}",
    "{% comment %}",
    "{:.x}",
    "{: #y}",
    "{::z /}",
    "{:toc}",
    "{#id}",
    "*[AB]: cd\n",
    "^",
    "%",
    "^e^\n",
    "$E\n",
    "$C\n",
    "**F**",
    "s1. g\n",
    "x[h](i)x",
    "|",
    "|-|\n",
    "| a | b |\n",
    "-|-\n",
    "<div>",
    "</div>",
    "<p class='x'>",
    "</p>",
    "<a href=/i.png>",
    "</a>",
    "<br>",
    "<br/><br/>",
    "<b>",
    "</b>",
    "<table><tr><td>",
    "</td></tr></table>",
    "<ul><li>",
    "</li></ul>",
    "<img src='",
    "' alt=''>",
    "<!--",
    "-->",
    "<h2 id=q>",
    "</h2>",
    "<script>",
    "</script>",
    "<form>",
    "[j](c#un)",
    "[k](",
    "]",
    "[l]: /i.png\n",
    "[l]",
    "![m](i.png)",
    "![](https://n.o/p.png)",
    "`",
    "```\n",
    ":::",
    "::: must\n",
    "> ",
    "- ",
    "1. ",
    "<pre>",
    "</pre>",
    "<figure>",
    "<figcaption>",
    "\u{a0}",
    "\u{feff}",
    "\\",
    "&amp;",
    "<dl><dt>a<dd>",
    "<hr>",
    "[^1]",
    "[^1]: r\n",
    "\t",
    "--",
    "\r\n",
    "<https://s.t>",
    "term:",
    "[u](term:v)",
    "[w](law:x#y)",
];

#[test]
fn the_service_manual_is_imported_whole() {
    let Some(source) = corpus("service-design-manual") else { return };
    let (imported, errors) = import_corpus(&source);
    assert_eq!((imported.pages, errors), (204, Vec::new()));
}

#[test]
fn the_pension_guidance_is_imported_in_both_languages() {
    let Some(source) = corpus("pension-guidance") else { return };
    let (imported, errors) = import_corpus(&source);
    assert_eq!((imported.pages, errors), (128, Vec::new()));
}
