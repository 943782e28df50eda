//! A small site that has a bit of everything, its index, and the way a browser asks it.

use search_index::{
    Answer, Engine, Error, Facet, Files, Page, Request, Section, Settings, Synonym, SynonymKind, Writer,
};
use std::sync::LazyLock;

/// The index's files.
pub static FILES: LazyLock<Files> = LazyLock::new(|| {
    let mut writer = Writer::new(&settings()).unwrap();
    for page in pages() {
        writer.add(&page).unwrap();
    }
    writer.finish().unwrap()
});

/// What stands between the quotes of a piece.
pub fn payload(name: &str) -> Option<&'static [u8]> {
    let file = FILES.file(&format!("{name}.js"))?;
    file.strip_prefix(format!("waymarkPiece(\"{name}\",\"").as_bytes())?.strip_suffix(b"\")\n")
}

/// Asks as a browser does: every piece goes through `change` on its way.
pub fn ask_by_pieces(request: &Request, change: impl Fn(&str, &[u8]) -> Vec<u8>) -> Result<Answer, Error> {
    let (engine, given) = Engine::open_given(&change("start", payload("start").unwrap()))?;
    // Two rounds are aimed at; a request that never settles is a fault.
    for _ in 0..50 {
        match engine.ask(request) {
            Err(Error::Missing(names)) => {
                for name in names {
                    given.give(&name, &change(&name, payload(&name).expect(&name)))?;
                }
            }
            ended => return ended,
        }
    }
    panic!("{request:?} goes on asking for pieces");
}

fn settings() -> Settings {
    let synonym = |kind, from: &[&str], to: &[&str]| Synonym {
        kind,
        from: from.iter().map(|&word| word.to_owned()).collect(),
        to: to.iter().map(|&word| word.to_owned()).collect(),
        nation: (kind == SynonymKind::Nation).then(|| "wales".to_owned()),
        hidden: false,
    };
    let types = [("guidance", "Guidance"), ("case-study", "Case study")];
    Settings {
        facets: vec![Facet {
            key: "type".to_owned(),
            label: "Type".to_owned(),
            values: types.map(|(key, label)| (key.to_owned(), label.to_owned())).to_vec(),
        }],
        synonyms: vec![
            synonym(SynonymKind::TwoWay, &["CSE", "child sexual exploitation"], &[]),
            synonym(SynonymKind::OneWay, &["front door"], &["MASH"]),
            synonym(SynonymKind::Related, &["cuckooing", "county lines"], &[]),
            synonym(SynonymKind::Nation, &["DSL"], &["DSP"]),
            synonym(SynonymKind::Ambiguous, &["ICO"], &["interim care order", "Information Commissioner"]),
        ],
        contact: Some("In an emergency ring 999.".to_owned()),
    }
}

fn pages() -> Vec<Page> {
    let page = |id: &str, title: &str, kind: &str, lang: &str, sections: &[(&str, &str)]| Page {
        id: id.to_owned(),
        url: format!("{id}.html"),
        title: title.to_owned(),
        summary: format!("What to know about {title}."),
        terms: vec!["s.47".to_owned()],
        lang: lang.to_owned(),
        facets: vec![("type".to_owned(), kind.to_owned())],
        standing: 100,
        notes: vec![("status".to_owned(), "In force".to_owned())],
        sections: sections
            .iter()
            .map(|(heading, text)| Section {
                heading: (*heading).to_owned(),
                anchor: heading.to_lowercase().replace(' ', "-"),
                text: (*text).to_owned(),
            })
            .collect(),
    };
    vec![
        page(
            "guidance/referral",
            "Making a referral",
            "guidance",
            "en",
            &[
                ("", "Ring the MASH within 24 hours. A section 47 enquiry may follow."),
                ("Child sexual exploitation", "Exploitation of children: county lines, cuckooing and coercion."),
            ],
        ),
        page(
            "guidance/orders",
            "Interim care orders",
            "guidance",
            "en",
            &[
                ("", "A court makes an interim care order."),
                ("", ""),
                ("Café, naïve and 5 mg", "Ünïcödé — 5 mg twice."),
            ],
        ),
        page("cy/plant", "Diogelu plant", "guidance", "cy", &[("", "Mae gan blant yr hawl i gael eu diogelu.")]),
        page("case-studies/kay", "Kay", "case-study", "en", &[("", "Kay is fictional. She was exploited.")]),
        page("pages/empty", "", "guidance", "en", &[]),
    ]
}
