//! Rows of frameworks: what is read of them, what a page shows of them, and what always holds.

use crate::folder::{Folder, project};
use crate::process::{DAY, Waymark};
use proptest::prelude::*;
use std::collections::BTreeMap;
use waymark::diagnostic::{Diagnostics, Place};
use waymark::document::framework::cells::{self, Unread};
use waymark::document::framework::indicator::{AgeBand, IndicatorKind, Levels};
use waymark::document::framework::party::{Agency, Party};
use waymark::document::framework::response::{Consent, Duty, Within};
use waymark::document::framework::{when, within};
use waymark::document::timescale::{Limit, LimitKind, Unit};
use waymark::markdown::{Collect, Host, Input, Placed, Written, convert};
use waymark::parse::parse;
use waymark::pipeline::load;
use waymark::project::Project;
use waymark::read::Sources;
use waymark::rule::Rule;
use waymark::site::{PageId, Target};

/// The example of `tests/rules` in which all is well; it has every form that a row may have.
fn fine() -> Folder {
    let folder = Folder::empty();
    let from = project().join("tests/rules/threshold-table/fine/content");
    for file in
        ["contacts.yaml", "legislation.yaml", "timescales.yaml", "fragments/overrides.md", "thresholds/levels.md"]
    {
        folder.write(&format!("content/{file}"), std::fs::read_to_string(from.join(file)).unwrap());
    }
    folder
}

#[test]
fn every_form_of_a_row_is_read() {
    let folder = fine();
    let project = Project::open(folder.path(), DAY.parse().unwrap(), false).unwrap();
    let mut diagnostics = Diagnostics::new();
    let loaded = load(&project, &mut diagnostics);
    assert!(diagnostics.list().is_empty(), "{:?}", diagnostics.list());
    let (site, page) = (&loaded.site, &loaded.site.pages[0]);
    let framework = page.framework().unwrap();
    let slice = |span| loaded.sources.slice(span);

    let phone = &framework.indicators[0];
    assert_eq!(phone.statement.value, "Has a second phone | tablet");
    assert_eq!(slice(phone.statement.span), r"Has a *second* phone \| tablet");
    assert_eq!((slice(phone.id.span), phone.kind.value), ("second-phone", IndicatorKind::HarmIndicator));
    assert_eq!(phone.points_to.as_ref().unwrap().value, Levels { lowest: 1, highest: 2 });
    assert_eq!(phone.domain.as_ref().map(|domain| slice(domain.span)), Some("behaviour"));
    assert_eq!(phone.ages, [AgeBand::TenToTwelve, AgeBand::ThirteenToFifteen]);
    assert_eq!(
        (&phone.seen_by[..], &phone.search_terms[..]),
        (&[Agency::Education][..], &["burner".to_owned(), "two phones".to_owned()][..])
    );
    assert_eq!(phone.everyday.as_deref(), Some("Handed down: a | b"));
    assert_eq!(page.document.outline.links[phone.links.clone()][0].destination, "https://example.org/a|b");
    let ids: Vec<&str> = framework.indicators.iter().map(|row| row.id.value.as_str()).collect();
    assert_eq!(ids, ["second-phone", "late-home", "club", "new-clothes"]);
    assert!(framework.indicators[2].points_to.is_none(), "what a block says of levels is not said of strengths");
    assert_eq!(framework.indicators[3].points_to.as_ref().unwrap().value, Levels { lowest: 1, highest: 2 });

    let (talk, refer) = (&framework.responses[0], &framework.responses[1]);
    assert_eq!((talk.duty.value, talk.consent), (Duty::Should, Some(Consent::Required)));
    assert_eq!(talk.within.as_ref().unwrap().value, Within::Immediately);
    let lead = Party { agency: Agency::SocialCare, role: Some("duty worker".to_owned()) };
    assert_eq!(talk.lead.as_ref().unwrap().value, lead);
    assert_eq!(talk.with[1], Party { agency: Agency::Education, role: Some("lead".to_owned()) });
    assert_eq!(talk.basis.as_ref().unwrap().text.value, "[the Act](law:care-act#s1)");
    assert_eq!(page.targets[talk.basis_links()], [Target::Law(0, Some(0))]);
    assert_eq!(refer.within.as_ref().unwrap().value, Within::Defined("assessment".to_owned()));
    assert_eq!(refer.route.as_ref().unwrap().value, "front-door");

    let form = refer.form.as_ref().unwrap();
    assert_eq!((form.words.as_str(), refer.record.as_deref()), ("The form", Some("Whom you rang")));
    assert_eq!(page.targets[form.links.clone()], [Target::Page(PageId(0), Some("words".to_owned()))]);
    let hours = Limit { amount: 2, unit: Unit::Hours, from: "the call".to_owned(), kind: LimitKind::Maximum };
    assert_eq!(refer.feedback_due.as_ref().unwrap().value, Within::Own(hours));
    let applied = site.applied(PageId(0)).unwrap();
    let steps = |response| applied.if_not_agreed(response).iter().map(|rung| rung.step.as_str()).collect::<Vec<_>>();
    assert_eq!(steps(refer), ["Ring again", "Ask the managers"]);
    assert_eq!(steps(talk), ["Talk to each other", "Ask the managers"], "without a ladder of its own");

    let clothes = &framework.indicators[3];
    let counts = |day: &str| clothes.counts_on(day.parse().unwrap());
    assert_eq!(["2025-12-31", "2026-01-01", "2027-01-31", "2027-02-01"].map(counts), [false, true, true, false]);

    let young = &framework.overrides[0];
    assert_eq!((young.then.value.as_str(), young.when.value.ages.len()), ("refer-now", 2));
    assert_eq!(loaded.sources.get(young.span.source).path, "content/fragments/overrides.md");

    assert_eq!(site.thresholds.sign("late-home"), Some((PageId(0), 1)));
    assert_eq!(site.thresholds.duty("refer-now"), Some((PageId(0), 1)));
    assert_eq!(
        page.targets[..4],
        [
            Target::Sign(PageId(0), 0),
            Target::Duty(PageId(0), 1),
            Target::Here("sign-second-phone".to_owned()),
            Target::Timescale(0)
        ]
    );
}

#[test]
fn a_page_shows_rows_as_written_without_their_ids() {
    let folder = fine();
    let sources =
        Sources::from_texts([("content/thresholds/levels.md".to_owned(), folder.read("content/thresholds/levels.md"))]);
    let source = sources.at_path("content/thresholds/levels.md").unwrap();
    let start = source.text.find("::: indicators").unwrap();
    let end = start + source.text[start..].find("And between").unwrap();
    let input = Input { sources: &sources, source, range: start..end, allowed_html: &[], reserved: &[] };
    let html = convert(&input, &mut AsWritten::default(), &mut Diagnostics::new()).html;
    let expected = r#"<div class="rows rows-indicators">
<p>Words may stand before a table, and | in a cell needs a backslash.</p>
<div class="table" role="group" aria-label="Table" tabindex="0">
<table>
<thead><tr><th scope="col">SIGN</th><th scope="col">kind</th><th scope="col">Harms</th><th scope="col" class="align-center">Levels</th><th scope="col">Ordinary explanation</th><th scope="col">Search terms</th><th scope="col" class="align-right">Source</th></tr></thead>
<tbody>
<tr id="sign-second-phone"><td><a href="sign:second-phone">Has a <em>second</em> phone | tablet</a></td><td>harm</td><td>cce</td><td class="align-center">1–2</td><td>Handed down: <code>a | b</code></td><td>burner, two phones</td><td class="align-right"><a href="https://example.org/a%7Cb">A | B</a></td></tr>
<tr id="sign-late-home"><td><a href="sign:late-home">Comes home late</a></td><td>Sign of harm</td><td>cse</td><td class="align-center">2</td><td></td><td></td><td class="align-right">–</td></tr>
<tr id="sign-club"><td><a href="sign:club">Belongs to a club</a></td><td>Strength</td><td></td><td class="align-center">–</td><td></td><td></td><td class="align-right"></td></tr>
</tbody></table>
</div>
</div>
"#;
    assert_eq!(html, expected);
}

#[test]
fn readers_are_shown_names_instead_of_ids() {
    let folder = fine();
    folder.write(
        "content/glossary.yaml",
        "- {id: cse, term: sexual exploitation, abbreviation: CSE, definition: Harm.}\n",
    );
    folder.write("content/site.yaml", "title: Names\nsearch: false\n");
    Waymark::on("build", folder.path()).arg("--out").arg(folder.join("public")).run().ends_with(0);
    let html = folder.read("public/thresholds/levels.html");
    for cell in [
        "<td>Sign of harm</td>",
        "CSE</button></td>",
        "<td>cce</td>",
        "<td>level 1; harm: cce or ",
        "<td>Police, Education (lead)</td>",
        "<td>level 2; kind of sign: Sign of harm or Sign of risk</td>",
        "title=\"Care Act 1999, section 1 (England)\">within 45 working days of the referral</a></td>",
        "<td>Front door</td>",
        "<td>sign: “Has a second phone | tablet”; kind of sign: Sign of harm; age: 5 to 9 or 10 to 12</td>",
        "<td><a href=\"levels/duties.html#refer-now\">Tell the front door</a></td><td>Must</td>",
    ] {
        assert!(html.contains(cell), "{cell} in {html}");
    }
}

#[test]
fn a_timescale_stands_anywhere_in_running_text() {
    let text = "By {{timescale a}}, or *{{ timescale  b }}*.\n\n{{timescale c}}\n\n| x |\n| --- |\n| {{timescale d}}; `{{timescale e}}` \\{{timescale f}} |\n\nNote[^1].\n\n[^1]: {{timescale g}}\n";
    let sources = Sources::from_texts([("content/a.md".to_owned(), text.to_owned())]);
    let source = sources.at_path("content/a.md").unwrap();
    let input = Input { sources: &sources, source, range: 0..text.len(), allowed_html: &[], reserved: &[] };
    let (mut collect, mut diagnostics) = (Collect::default(), Diagnostics::new());
    convert(&input, &mut collect, &mut diagnostics);
    let found: Vec<(&str, &str)> =
        collect.links.iter().map(|link| (link.destination.as_str(), sources.slice(link.span))).collect();
    assert!(diagnostics.list().is_empty(), "{:?}", diagnostics.list());
    assert_eq!(
        found,
        ["a", "b", "c", "d", "g"]
            .map(|id| (["timescale:", id].concat(), id))
            .iter()
            .map(|(to, id)| (to.as_str(), *id))
            .collect::<Vec<_>>()
    );
    let converted = convert(&input, &mut AsWritten::default(), &mut Diagnostics::new());
    assert!(
        converted.html.contains("<p>By <a href=\"timescale:a\" class=\"timescale\">in time</a>, or <em><a "),
        "{}",
        converted.html
    );
    assert!(
        converted.html.contains("<p><a href=\"timescale:c\" class=\"timescale\">in time</a></p>"),
        "{}",
        converted.html
    );
    assert!(converted.html.contains("<code>{{timescale e}}</code> {{timescale f}}</td>"), "{}", converted.html);
    assert_eq!(
        converted.passages,
        ["By in time, or in time.\nin time\nx\nin time; {{timescale e}} {{timescale f}}\nNote.\nin time"]
    );
}

/// A host for which every link leads where it says.
#[derive(Default)]
struct AsWritten(Vec<Written>);

impl Host for AsWritten {
    fn link(&mut self, written: Written) -> Placed {
        self.0.push(written.clone());
        Placed { href: written.destination, text: "in time".to_owned(), ..Placed::default() }
    }

    fn wants_words(&self) -> bool {
        true
    }
}

/// What rows are made of, whole and broken.
const PIECES: &[&str] = &[
    "| ",
    "|",
    " | ",
    "\\|",
    "\n",
    "\n\n",
    "::: indicators\n",
    "::: responses lead=\"police\"\n",
    "::: overrides\n",
    "::: indicators kind=\"risk\" levels=\"1 to 2\"\n",
    ":::\n",
    "| Id | Sign | Kind | Levels |\n| --- | --- | --- | --- |\n",
    "| Id | Duty | Action | When | Within | Lead |\n| --- | --- | --- | --- | --- | --- |\n",
    "| Id | When | Then | Duty |\n| --- | --- | --- | --- |\n",
    "| Sign |\n|---|\n",
    "| a-b | Sees tŷ *x* | risk | 1–2 |\n",
    "| a-b | must | Do it | level 1; harm x | 5 days | police (é |\n",
    "| é | always | a-b | may |\n",
    "a-b",
    "Ŵy",
    "2 to 4",
    "–",
    "{{timescale a}}",
    "{{timescale",
    "}}",
    "\\{{timescale é}}",
    "`",
    "*",
    "[t](sign:a-b)",
    "[](law:a\\|b)",
    "[",
    "](",
    "<b>",
    "![",
    "# Sign a b\n",
    "- ",
    "> ",
    "[^1]",
    "[^1]: ",
    "\\",
    "\t",
    "\u{feff}",
    "\u{301}",
    "&amp;",
    "   ",
];

proptest! {
    #[test]
    fn no_text_is_too_odd_and_every_place_lies_on_characters(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)
    ) {
        let front = "---\ntitle: A\nsummary: B\njudgement_statement: C\nlevels:\n  - {number: 1, label: D}\n---\n";
        let text = format!("{front}{}", pieces.concat());
        let sources = Sources::from_texts([("content/thresholds/a.md".to_owned(), text.clone())]);
        let mut diagnostics = Diagnostics::new();
        let parsed = parse(&sources, &mut diagnostics);
        let places = |start: u32, end: u32| text.get(start as usize..end as usize).is_some();
        for finding in diagnostics.list() {
            if let Place::Text(span) = &finding.place {
                prop_assert!(places(span.start, span.end), "{finding:?}");
            }
        }
        let document = &parsed.documents[0];
        let source = sources.at_path("content/thresholds/a.md").unwrap();
        let waymark::document::Kind::Framework(framework) = &document.kind else { unreachable!() };
        let links = &document.outline.links;
        for row in &framework.indicators {
            prop_assert!(links.get(row.links.clone()).is_some());
            prop_assert_eq!(source.slice(row.id.span).trim_matches(|c| "`*_[]\\".contains(c)).is_empty(), false);
        }
        for row in &framework.responses {
            prop_assert!(links.get(row.basis_links()).is_some());
            prop_assert!(places(row.trigger.span.start, row.trigger.span.end));
        }
        // What is noted once is placed once, in the same order: or every link of a page would lead elsewhere.
        let input = Input { sources: &sources, source, range: document.body.clone(), allowed_html: &[], reserved: &document.kind.reserved() };
        let mut placed = AsWritten::default();
        let converted = convert(&input, &mut placed, &mut Diagnostics::new());
        let written = |links: &[Written]| links.iter().map(|link| (link.kind, link.destination.clone())).collect::<Vec<_>>();
        prop_assert_eq!(written(links), written(&placed.0));
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        for part in converted.html.split(" id=\"").skip(1) {
            *ids.entry(part.split('"').next().unwrap()).or_default() += 1;
        }
        let twice = ids.into_iter().any(|(_, times)| times > 1);
        prop_assert!(!twice || diagnostics.list().iter().any(|finding| finding.rule == Rule::DuplicateAnchor), "{}", converted.html);
    }

    #[test]
    fn no_cell_is_too_odd(text in "[a-z0-9 ;,()–%|é\u{301}]{0,24}|(level|harm|sign|kind|ages|always|5|72|working day|days|from|of|\\(target\\)|;|,|-| |police|é){0,10}") {
        let fits = |read: Option<Unread>| read.is_none_or(|unread| text.get(unread.range).is_some());
        prop_assert!(fits(when::read(&text).err()));
        prop_assert!(fits(within::read(&text).err()));
        prop_assert!(fits(cells::levels((0, &text)).err()));
        prop_assert!(fits(cells::party((0, &text)).err()));
        prop_assert!(fits(cells::age_band((0, &text)).err()));
        for (at, item) in cells::items(&text, ',') {
            prop_assert_eq!(text.get(at..at + item.len()), Some(item));
        }
    }
}
