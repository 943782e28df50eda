//! What search is given of a page: the words that a reader sees, section by section.

use crate::folder::Folder;
use crate::process::DAY;
use crate::reading::Reading;
use search_index::{Page, Section};
use std::convert::Infallible;
use std::path::Path;
use waymark::diagnostic::Diagnostics;
use waymark::index;
use waymark::pipeline::load;
use waymark::project::Project;
use waymark::render::{Sink, render};

struct Nowhere;

impl Sink for Nowhere {
    type Error = Infallible;

    fn put(&self, _: &str, _: &[u8]) -> Result<(), Infallible> {
        Ok(())
    }

    fn put_file(&self, _: &str, _: &Path) -> Result<(), Infallible> {
        Ok(())
    }
}

/// The records of a site, and what it says about its search.
fn records(folder: &Folder) -> (Vec<Page>, search_index::Settings) {
    let project = Project::open(folder.path(), DAY.parse().unwrap(), false).unwrap();
    let mut diagnostics = Diagnostics::new();
    let mut loaded = load(&project, &mut diagnostics);
    assert!(diagnostics.list().is_empty(), "{:?}", diagnostics.list());
    let reader = Reading::of(&loaded.site);
    let theme = loaded.theme.as_mut().unwrap();
    let Ok(()) = render(&loaded.site, &loaded.sources, theme, &Nowhere, &reader, &|| (), &mut diagnostics);
    (reader.records(), index::settings(&loaded.site))
}

fn record<'r>(records: &'r [Page], id: &str) -> &'r Page {
    records.iter().find(|page| page.id == id).unwrap_or_else(|| panic!("no record {id}"))
}

fn text(page: &Page) -> String {
    let section = |section: &Section| format!("## {}#{}\n{}\n", section.heading, section.anchor, section.text);
    page.sections.iter().map(section).collect()
}

const EVERYTHING: &str = r#"---
title: Everything
summary: All that a page may hold.
search_terms: [front door, MASH]
aliases: [guidance/old-name.html, guidance/older/]
topics: [referral]
audience: [teachers]
nations: [england, wales]
status: in-force
review_by: 2027-03-31
---

Words *with* **marks**, `code` & &pound;5.[^why]
A second line of [the paragraph](other.md), and [](other.md).

[^why]: A note with a [link](other.md).

## A *heading* with `code`

- one
- two

  more of two
1. first

| Sign | Meaning |
| :-- | --: |
| New shoes. | A gift |
|  | Nothing |

### Term

MASH
: A hub.

```
let x = 1;
  y
```

> [!WARNING]
> Take care.

> Quoted.

![A map of the area](map.png) and ![decorative](map.png)

![Two people](map.png "A caption")

## Blocks {#own-id}

::: must agency="Police" source="law:ca#s46"
Act at once, [see](law:ca#s46).
:::

::: details "Why?"
Because.
:::

{{contact front-door}}

{{include fragments/danger.md}}

<details><summary>Raw</summary><p>Text &amp; <b>bold</b></p><img src="map.png" alt="Drawn"></details>

Last[^why].
"#;

fn everything() -> Folder {
    let folder = Folder::with([
        ("content/site.yaml", "title: Site\nraw_html: [details, summary, p, b, img]\nemergency: front-door\n"),
        ("content/guidance/everything.md", EVERYTHING),
        ("content/guidance/other.md", "---\ntitle: The other\nsummary: Words.\n---\n\nText.\n"),
        ("content/fragments/danger.md", "Ring 999.\n\n## In danger\n\nNow.\n"),
        (
            "content/legislation.yaml",
            "- id: ca\n  title: Children Act 1989\n  nations: [england, wales]\n  url: https://www.legislation.gov.uk/ca\n  summary: Care of children.\n  provisions:\n    - id: s46\n      label: section 46\n      summary: Police protection.\n",
        ),
        (
            "content/contacts.yaml",
            "- id: front-door\n  name: Front door\n  for: Worries.\n  hours: Always.\n  phone: \"01632 960100\"\n",
        ),
        (
            "content/glossary.yaml",
            "- id: mash\n  term: multi-agency safeguarding hub\n  abbreviation: MASH\n  also: [first response, multi-agency safeguarding hubs]\n  definition: See [the other](guidance/other.md).\n",
        ),
    ]);
    folder.write("content/guidance/map.png", b"\x89PNG\r\n\x1a\n");
    folder
}

#[test]
fn the_words_of_a_page_are_those_that_a_reader_sees() {
    let (records, settings) = records(&everything());
    let page = record(&records, "guidance/everything");
    let expected = "\
##  #
Words with marks, code & £5. A second line of the paragraph, and The other.
A note with a link.
## A heading with code#a-heading-with-code
one
two
more of two
first
Sign; Meaning
New shoes. A gift
Nothing
## Term#term
MASH
A hub.
let x = 1;
  y
Warning
Take care.
Quoted.
A map of the area and
Two people
A caption
## Blocks#own-id
Must Police, Children Act 1989, section 46 (England and Wales)
Act at once, see.
Why?
Because.
Front door
01632 960100
Worries.
Hours: Always.
Ring 999.
## In danger#in-danger
Now.
Raw
Text & bold
Drawn
Last.
"
    .replacen("##  #", "## #", 1);
    assert_eq!(text(page), expected);
    assert_eq!(page.terms, ["front door", "MASH", "old name", "older"]);
    let facets: Vec<String> = page.facets.iter().map(|(key, value)| format!("{key}={value}")).collect();
    let filed =
        ["type=guidance", "topic=referral", "audience=teachers", "nation=england", "nation=wales", "status=in-force"];
    assert_eq!(facets, filed);
    let notes: Vec<String> = page.notes.iter().map(|(key, value)| format!("{key}={value}")).collect();
    assert_eq!(notes, ["type=Guidance", "status=In force", "nation=England and Wales", "review_by=2027-03-31"]);
    assert_eq!((page.lang.as_str(), page.standing), ("en", 100));
    assert_eq!(settings.contact.as_deref(), Some("Front door: 01632 960100"));
    let topic = settings.facets.iter().find(|facet| facet.key == "topic").unwrap();
    assert_eq!(topic.values, [("referral".to_owned(), "Referral".to_owned())]);
}

#[test]
fn entries_of_data_files_are_sections_with_their_anchors() {
    let (records, settings) = records(&everything());
    let glossary = text(record(&records, "glossary"));
    assert_eq!(
        glossary,
        "## #\n\n## multi-agency safeguarding hub (MASH)#mash\nSee the other.\nAlso written: first response, multi-agency safeguarding hubs\n"
    );
    let law = text(record(&records, "legislation"));
    assert_eq!(
        law,
        "## #\n\n## Children Act 1989#ca\nCare of children.\nEngland and Wales\n## Children Act 1989, section 46#ca-s46\nPolice protection.\nEngland and Wales\n"
    );
    assert_eq!(
        text(record(&records, "contacts")),
        "## #\n\n## Front door#front-door\n01632 960100\nWorries.\nHours: Always.\n"
    );
    let words: Vec<(Vec<String>, Vec<String>)> = settings.synonyms.into_iter().map(|s| (s.from, s.to)).collect();
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        words,
        [
            (owned(&["multi-agency safeguarding hub", "MASH"]), Vec::new()),
            (owned(&["first response"]), owned(&["multi-agency safeguarding hub"])),
        ]
    );
}

#[test]
fn pages_that_are_not_to_be_followed_count_less_or_are_not_found() {
    let page = |matter: &str| format!("---\ntitle: A page\nsummary: Words.\n{matter}\n---\n\nText.\n");
    let folder = Folder::with([
        ("content/guidance/plain.md", page("").as_str()),
        ("content/guidance/superseded.md", page("status: superseded").as_str()),
        ("content/guidance/older.md", page("status: in-force").as_str()),
        ("content/guidance/newer.md", page("supersedes: [guidance/older]").as_str()),
        ("content/guidance/over.md", page("in_force_to: 2026-11-22").as_str()),
        ("content/guidance/asked.md", page("status: consultation").as_str()),
        ("content/guidance/approved.md", page("status: approved").as_str()),
        ("content/guidance/gone.md", page("status: withdrawn").as_str()),
        ("content/guidance/kept-out.md", page("search: false").as_str()),
        ("content/guidance/welsh.md", page("lang: cy").as_str()),
    ]);
    let (records, _) = records(&folder);
    let found: Vec<(&str, u8)> = records.iter().map(|page| (page.id.as_str(), page.standing)).collect();
    let expected = [
        ("guidance/approved", 100),
        ("guidance/asked", 80),
        ("guidance/newer", 100),
        ("guidance/older", 40),
        ("guidance/over", 40),
        ("guidance/plain", 100),
        ("guidance/superseded", 40),
        ("guidance/welsh", 100),
        ("changes", 75),
    ];
    assert_eq!(found, expected);
    let older: Vec<&str> = record(&records, "guidance/older").notes.iter().map(|(_, note)| note.as_str()).collect();
    assert_eq!(older, ["Guidance", "In force", "A page", "guidance/newer.html"]);
    assert!(record(&records, "guidance/welsh").notes.contains(&("language".to_owned(), "Cymraeg".to_owned())));
}

#[test]
fn frameworks_and_case_studies_are_read_whole() {
    let (records, _) = records(&Folder::with([
        (
            "content/thresholds/need.md",
            "---\ntitle: Levels of need\nsummary: What to do.\njudgement_statement: It supports judgement.\njurisdiction: {nation: england}\nlevels:\n  - {number: 4, label: Significant harm, descriptor: Likely harm., consent: not-required, consent_note: Not needed.}\n  - {number: 1, label: Universal, aliases: [All children]}\n---\n\nLead.\n\n## Limits\n\nIt is no score.\n",
        ),
        (
            "content/case-studies/phone.md",
            "---\ntitle: A borrowed phone\nsummary: A story.\nprovenance: fictional\nwarnings: [Threats]\nharms: [county-lines]\ncast:\n  - {label: Child A, role: Pupil}\ntimeline:\n  - {at: Week 1, event: A new phone., known_to: [school]}\nlearning:\n  - {point: Ask.}\nquestions: [What would you ask?]\nbackground: Home was far.\nepisodes:\n  - {id: the-loan, title: The loan, happened: A phone was lent., known: It rang., done: Nothing., rationale: It was small., good_practice: [A note.], decision: {question: And now?, options: [Ask.], discussion: Be kind.}}\nvoice: Nobody asked.\nanonymisation: {by: Learning lead, checked_by: Information officer, date: 2026-03-02, remove_after: 2031-03-01}\n---\n\n## Background\n\nIt was quiet.\n",
        ),
    ]));
    let framework = record(&records, "thresholds/need");
    assert_eq!(
        text(framework),
        "## #\nIt supports judgement.\nApplies in: England\nLead.\n## Level 1: Universal#level-1\nAlso called: All children\n## Level 4: Significant harm#level-4\nLikely harm.\nConsent: Not needed.\n## Limits#limits\nIt is no score.\n"
    );
    assert!(framework.facets.contains(&("level".to_owned(), "4".to_owned())));
    assert_eq!(
        text(record(&records, "case-studies/phone")),
        "## #\nThis case study includes: Threats\nKind of account: Fictional\nHarms: county lines\n## Background#case-background\nHome was far.\n## People#case-people\nChild A: Pupil\n## Timeline#case-timeline\nWeek 1: A new phone.\nKnown to: school\n## The loan#the-loan\nA phone was lent.\nIt rang.\nNothing.\nIt was small.\nGood practice: A note.\nAnd now?\nAsk.\nBe kind.\n## Voice of the child#case-voice\nNobody asked.\n## Background#background\nIt was quiet.\n## Learning points#case-learning\nAsk.\n## Questions for practice#case-questions\nWhat would you ask?\n"
    );
}
