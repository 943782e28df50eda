//! The small site.

use std::sync::Arc;

use search_index::{Answer, Engine, Facet, Files, Page, Request, Section, Settings, Synonym, SynonymKind, Writer};

/// Queries of every kind, for engines that must answer alike.
pub const QUERIES: [&str; 16] = [
    "referral",
    "cse",
    "countylines",
    "\"interim care order\"",
    "refferal",
    "front door",
    "s.47",
    "plant",
    "unexpl",
    "phone type:case-study",
    "sexual type:case-study",
    "qqqqzz",
    "what should happen about gifts -sexual",
    "tell parents before referral",
    "\"quoted",
    "",
];

/// A page of one section without a heading, then one a heading.
pub fn page(id: &str, title: &str, sections: &[(&str, &str)]) -> Page {
    let section = |(number, (heading, text)): (usize, &(&str, &str))| Section {
        heading: (*heading).to_owned(),
        anchor: if heading.is_empty() { String::new() } else { format!("part-{number}") },
        text: (*text).to_owned(),
    };
    Page {
        id: id.to_owned(),
        url: format!("{id}.html"),
        title: title.to_owned(),
        lang: "en".to_owned(),
        standing: 100,
        facets: vec![("type".to_owned(), "guidance".to_owned())],
        sections: sections.iter().enumerate().map(section).collect(),
        ..Page::default()
    }
}

/// Pages that have nothing of most queries, so that words are as rare as in a real site.
fn others() -> impl Iterator<Item = Page> {
    let words = ["meeting", "plan", "record", "review", "worker", "family", "visit", "school", "notes", "agency"];
    (0..40).map(move |n| {
        let text: Vec<&str> = (0..60).map(|at| words[(at * (n + 3) + n) % words.len()]).collect();
        page(&format!("other-{n}"), &format!("Page {n} of the handbook"), &[("", &text.join(" "))])
    })
}

pub fn settings() -> Settings {
    let strings = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let synonym = |kind, from: &[&str], to: &[&str]| Synonym {
        kind,
        from: strings(from),
        to: strings(to),
        nation: None,
        hidden: false,
    };
    let values =
        |values: &[(&str, &str)]| values.iter().map(|(key, label)| ((*key).to_owned(), (*label).to_owned())).collect();
    Settings {
        facets: vec![
            Facet {
                key: "type".into(),
                label: "Type".into(),
                values: values(&[("guidance", "Guidance"), ("case-study", "Case study")]),
            },
            Facet {
                key: "nation".into(),
                label: "Nation".into(),
                values: values(&[("england", "England"), ("wales", "Wales")]),
            },
        ],
        synonyms: vec![
            synonym(SynonymKind::TwoWay, &["CSE", "child sexual exploitation"], &[]),
            synonym(SynonymKind::OneWay, &["front door"], &["MASH"]),
            synonym(SynonymKind::Related, &["cuckooing", "county lines"], &[]),
            synonym(SynonymKind::Ambiguous, &["ICO"], &["interim care order", "Information Commissioner"]),
            Synonym { nation: Some("wales".into()), ..synonym(SynonymKind::Nation, &["DSL"], &["DSP"]) },
        ],
        contact: Some("Immediate danger: ring 999".into()),
    }
}

pub fn pages() -> Vec<Page> {
    let mut pages = vec![
        page(
            "referral",
            "Making a referral",
            &[
                ("", "Ring the hub first. Write it down the same day."),
                ("Consent", "Tell parents before you refer, unless that puts the child at risk of significant harm."),
                (
                    "What happens next",
                    "The multi-agency safeguarding hub, MASH, answers within one working day. A referral may lead to an enquiry under section 47.",
                ),
            ],
        ),
        page(
            "county-lines",
            "County lines",
            &[
                ("", "Children are made to carry drugs. Cuckooing means taking over a home."),
                ("Signs", "A second phone, unexplained gifts, a runaway child who is missing from home."),
            ],
        ),
        page(
            "cse",
            "Child sexual exploitation",
            &[
                ("", "An adult gives a child something for sexual acts."),
                ("Signs", "Older friends and unexplained gifts."),
            ],
        ),
        page(
            "orders",
            "Court orders",
            &[
                ("", "An interim care order places a child in care for a while."),
                (
                    "Data protection",
                    "The Information Commissioner can help. Who can see out of hours notes is another matter.",
                ),
            ],
        ),
        page(
            "leads",
            "The designated lead",
            &[("", "In schools the DSL takes the lead. DSP is the word in Wales. Timescale: 72 hours.")],
        ),
    ];
    pages[0].facets.push(("nation".into(), "england".into()));
    pages[4].facets.push(("nation".into(), "wales".into()));
    let mut welsh = page("plant", "Amddiffyn plant", &[("", "Mae diogelu yn bwysig. Gofal dros blant a phlant.")]);
    welsh.lang = "cy".into();
    let mut case = page("case", "The borrowed phone", &[("", "A child carries a second phone along the railway.")]);
    case.facets = vec![("type".into(), "case-study".into())];
    case.summary = "How a worker noticed debt bondage.".into();
    case.terms = vec!["food".into()];
    pages.extend([welsh, case]);
    pages.extend(others());
    pages
}

pub fn files() -> Files {
    let mut writer = Writer::new(&settings()).unwrap();
    pages().iter().for_each(|page| writer.add(page).unwrap());
    writer.finish().unwrap()
}

pub fn engine() -> Engine {
    Engine::open(Arc::new(files())).unwrap()
}

pub fn ask(query: &str) -> Answer {
    engine().ask(&request(query)).unwrap()
}

pub fn request(query: &str) -> Request {
    Request { query: query.to_owned(), ..Request::default() }
}

pub fn ids(answer: &Answer) -> Vec<&str> {
    answer.hits.iter().map(|hit| hit.id.as_str()).collect()
}

pub fn first(query: &str) -> String {
    ask(query).hits.first().map(|hit| hit.url.clone()).unwrap_or_default()
}
