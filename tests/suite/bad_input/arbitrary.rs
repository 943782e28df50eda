//! Arbitrary text as pages and as front matter.

use crate::markup::tags;
use crate::reading::Reading;
use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Mutex;
use waymark::diagnostic::locate::locate;
use waymark::diagnostic::{Diagnostics, Place};
use waymark::parse::parse;
use waymark::read::Sources;
use waymark::render::theme::Theme;
use waymark::render::{Sink, render};
use waymark::resolve::resolve;
use waymark::rule::Rule;
use waymark::vet::vet;

/// What Markdown is made of.
const MARKDOWN: &[&str] = &[
    "# ",
    "## ",
    "### ",
    "\n",
    "\n\n",
    " ",
    "  ",
    "    ",
    "\t",
    "\r\n",
    "- ",
    "1. ",
    "> ",
    "* ",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "~~~\n",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "<",
    ">",
    "](page.md)",
    "](page.md#a)",
    "](#a)",
    "[^1]",
    "[^1]: ",
    "[a]: ",
    "{#a}",
    "{#a .b c=d}",
    "\n\n## a {#b}\n\n",
    "\n\n## fn a\n\n",
    "|",
    "|-|-|\n",
    ":::",
    "::: steps\n",
    "::: must agency=\"A\" source=\"page.md\"\n",
    "::: details \"T\"\n",
    "\n:::\n",
    "{{",
    "}}",
    "{{include fragments/f.md}}",
    "{{contact c}}",
    "<b>",
    "</b>",
    "<script>",
    "</script>",
    "<div onclick=x>",
    "<!--",
    "-->",
    "&amp;",
    "&#",
    "javascript:",
    "](javascript:alert(1))",
    "<javascript:x>",
    "term:t",
    "law:l#s",
    "[](term:t)",
    "[](law:l)",
    "https://a.example/",
    "> [!NOTE]\n",
    ": ",
    "a",
    "b c",
    "term",
    "é",
    "🛟",
    "\u{202e}",
    "\0",
    "\u{e000}",
    "\\",
    "\"",
    "'",
    "---\n",
    "===\n",
    "<a href=\"x\">",
];

/// What front matter is made of.
const YAML: &[&str] = &[
    "title: ",
    "summary: ",
    "status: ",
    "published: ",
    "reviewed:\n",
    "changes:\n",
    "related: ",
    "sources:\n",
    "topics: ",
    "extra: ",
    "levels:\n",
    "  - ",
    "- ",
    "on: ",
    "url: ",
    "a",
    "b: ",
    "draft",
    "2026-01-01",
    "2026-02-30",
    "\n",
    "\n",
    " ",
    "  ",
    "\t",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ":",
    "#",
    "&a ",
    "*a",
    "!!str ",
    "|\n",
    ">-\n",
    "~",
    "null",
    "1.10",
    "true",
    "é",
    "🛟",
    "\0",
    "\r\n",
    "? ",
    "<<: ",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "\u{feff}",
];

fn soup(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![vec(select(of), 0..60).prop_map(|parts| parts.concat()), "\\PC{0,80}", any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_may_be_the_body_of_a_page(body in soup(MARKDOWN), fragment in soup(MARKDOWN)) {
        hold(&format!("---\ntitle: Page\n---\n{body}"), &fragment, "");
    }

    #[test]
    fn any_text_may_be_front_matter(yaml in soup(YAML)) {
        hold(&format!("---\n{yaml}\n---\n\nWords.\n"), "", "");
    }

    #[test]
    fn any_text_may_be_a_file_of_any_kind(page in soup(YAML), settings in soup(YAML)) {
        hold(&page, &page, &settings);
    }
}

/// Runs the pipeline over a site with a page, a fragment and settings, and holds what came of it
/// against what is promised whatever the input.
fn hold(page: &str, fragment: &str, settings: &str) {
    let texts = [
        ("content/page.md", page),
        ("content/case-studies/page.md", page),
        ("content/fragments/f.md", fragment),
        ("content/site.yaml", settings),
        ("content/glossary.yaml", "- {id: t, term: term, definition: A word.}\n"),
        (
            "content/legislation.yaml",
            "- {id: l, title: Act, nations: [wales], url: 'https://a.example/', provisions: [{id: s, label: s}]}\n",
        ),
        ("content/contacts.yaml", "- {id: c, name: C, for: D, hours: E}\n"),
    ];
    let sources = Sources::from_texts(texts.map(|(path, text)| (path.to_owned(), text.to_owned())));
    let mut diagnostics = Diagnostics::new();
    let parsed = parse(&sources, &mut diagnostics);
    let nowhere = std::path::PathBuf::new();
    let project = waymark::project::Project {
        root: nowhere.clone(),
        content: nowhere.clone(),
        theme: nowhere,
        at: date(2026, 11, 23),
        drafts: true,
    };
    let vetted = vet(parsed, &sources, project.at, &mut diagnostics);
    let site = resolve(vetted, &sources, &project, &[], &mut diagnostics);
    in_place(&diagnostics, &sources);
    let mut theme = Theme::load(&BTreeMap::new(), &mut Diagnostics::new()).unwrap();
    let sink = Pages::default();
    let reading = Reading::of(&site);
    let Ok(()) = render(&site, &sources, &mut theme, &sink, &reading, &|| (), &mut diagnostics);
    for record in reading.records() {
        let text = || record.sections.iter().flat_map(|section| section.text.chars());
        assert!(text().all(|c| c != '\0' && c != '\u{e000}'), "{record:?}");
    }
    in_place(&diagnostics, &sources);
    // Authors are told of ids that they chose twice; all others must be told apart.
    let told = diagnostics.list().iter().any(|diagnostic| diagnostic.rule == Rule::DuplicateAnchor);
    for (path, html) in sink.0.into_inner().unwrap() {
        safe(&path, &html);
        assert!(told || ids_stand_once(&html), "{path}: an id stands twice in\n{html}");
    }
}

fn in_place(diagnostics: &Diagnostics, sources: &Sources) {
    for diagnostic in diagnostics.list() {
        if let Place::Text(span) = &diagnostic.place {
            let text = &sources.get(span.source).text;
            let (start, end) = (span.start as usize, span.end as usize);
            assert!(text.get(start..end).is_some(), "{diagnostic:?} does not lie in {text:?}");
        }
    }
    for located in locate(diagnostics, sources) {
        assert!(located.start <= located.end, "{located:?}");
        assert!(located.line.is_none_or(|line| line.get(located.within.clone()).is_some()), "{located:?}");
    }
}

/// Nothing that an author writes runs as code or leaves the site unseen.
fn safe(path: &str, html: &str) {
    for tag in tags(html) {
        let inline = tag.name == "script" && (!tag.text.trim().is_empty() || tag.attribute("src").is_none());
        assert!(!inline && !["iframe", "object", "style", "base"].contains(&tag.name.as_str()), "{path}: {tag:?}");
        for (name, value) in &tag.attributes {
            let plain: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let scheme = plain.split(':').next().unwrap().to_lowercase();
            let address = matches!(name.as_str(), "href" | "src")
                && ["javascript", "data", "vbscript"].contains(&scheme.as_str());
            assert!(!name.starts_with("on") && !address, "{path}: {tag:?}");
        }
    }
}

fn ids_stand_once(html: &str) -> bool {
    let mut seen = HashSet::new();
    tags(html).iter().filter_map(|tag| tag.attribute("id")).all(|id| seen.insert(id.to_owned()))
}

/// Keeps the pages.
#[derive(Default)]
struct Pages(Mutex<Vec<(String, String)>>);

impl Sink for Pages {
    type Error = std::convert::Infallible;

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Self::Error> {
        if path.ends_with(".html") {
            let html = String::from_utf8(bytes.to_vec()).expect("pages are UTF-8");
            self.0.lock().unwrap().push((path.to_owned(), html));
        }
        Ok(())
    }

    fn put_file(&self, _: &str, _: &Path) -> Result<(), Self::Error> {
        Ok(())
    }
}
