//! Hits as JSON, one object a line.

use search_index::{Hit, SectionHit};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<usize>,
    rank: u32,
    id: &'a str,
    url: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    heading: Option<&'a str>,
    r#type: &'a str,
    score: f32,
    snippet: &'a str,
    matched: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sections: Vec<Section<'a>>,
}

#[derive(Serialize)]
struct Section<'a> {
    url: &'a str,
    heading: &'a str,
    snippet: &'a str,
}

impl Section<'_> {
    fn of(section: &SectionHit) -> Section<'_> {
        Section { url: &section.url, heading: &section.heading, snippet: &section.snippet.text }
    }
}

/// Writes hits, with the number of the query if there are several.
pub fn write(hits: &[Hit], query: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    for hit in hits {
        let line = Line {
            query,
            rank: hit.rank,
            id: &hit.id,
            url: &hit.url,
            title: &hit.title,
            heading: hit.heading.as_deref(),
            r#type: hit.facets.get("type").and_then(|types| types.first()).map_or("", String::as_str),
            score: hit.score,
            snippet: &hit.snippet.text,
            matched: &hit.matched,
            sections: hit.sections.iter().map(Section::of).collect(),
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}
