//! `waymark search`

mod archive;
mod batch;
mod folder;
mod json;
mod locate;
mod paint;
mod terminal;

use super::Outcome;
use crate::cli;
use crate::suggest;
use locate::Located;
use search_index::{Answer, Engine, Request};
use std::error::Error;
use std::io::{self, BufWriter, IsTerminal, Write};
use terminal::Terminal;

/// Asks a built site.
///
/// # Errors
/// If there is no built site, or its index cannot be read.
pub fn run(args: &cli::Search) -> Result<Outcome, Box<dyn Error>> {
    let Located { store, place } = locate::locate(args.site.as_deref())?;
    let engine = Engine::open(store).map_err(|error| unreadable(&place, &error))?;
    known(&engine, &filters(args))?;
    let request = |query: String| Request { query, filters: filters(args), offset: 0, limit: args.limit };
    let ask = |query: String| engine.ask(&request(query)).map_err(|error| unreadable(&place, &error));
    let stdout = io::stdout();
    let coloured = stdout.is_terminal() && wants_colour();
    let mut out = BufWriter::new(stdout.lock());
    if let Some(file) = &args.queries {
        let found = batch::run(file, &ask, &mut out)?;
        out.flush()?;
        return Ok(outcome(found));
    }
    let query = args.query.join(" ");
    let answer = ask(query.clone())?;
    let found = has_hits(&answer);
    let terminal =
        Terminal { query: &query, place: &place, width: width(), coloured, narrowed: !filters(args).is_empty() };
    if !found {
        // What is near is no hit: it is said, but it is no data.
        let coloured = io::stderr().is_terminal() && wants_colour();
        let mut said = BufWriter::new(io::stderr().lock());
        Terminal { coloured, ..terminal }.nothing(&answer, &mut said)?;
        said.flush()?;
    } else if args.json {
        json::write(&answer.hits, None, &mut out)?;
    } else {
        terminal.answer(&answer, &mut out)?;
    }
    out.flush()?;
    Ok(outcome(found))
}

fn outcome(found: bool) -> Outcome {
    if found { Outcome::Clean } else { Outcome::Faulty }
}

fn wants_colour() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// As many columns as the terminal has, within what can be read well.
fn width() -> usize {
    const NARROWEST: usize = 40;
    const WIDEST: usize = 100;
    let columns = terminal_size::terminal_size().map(|(columns, _)| usize::from(columns.0));
    columns.unwrap_or(80).clamp(NARROWEST, WIDEST)
}

/// The facets that were chosen.
fn filters(args: &cli::Search) -> Vec<(String, String)> {
    let chosen = [
        ("type", &args.kind),
        ("topic", &args.topic),
        ("audience", &args.audience),
        ("nation", &args.nation),
        ("level", &args.level),
        ("status", &args.status),
    ];
    let pairs =
        chosen.into_iter().flat_map(|(key, values)| values.iter().map(move |value| (key.to_owned(), value.clone())));
    pairs.collect()
}

/// Refuses values that no page of the site can have.
fn known(engine: &Engine, filters: &[(String, String)]) -> Result<(), String> {
    // The command line knows all types, nations and statuses; the others are the site's own.
    let own = |key: &str| matches!(key, "topic" | "audience" | "level");
    for (key, value) in filters.iter().filter(|(key, _)| own(key)) {
        let values = engine.facets().iter().filter(|facet| facet.key == *key).flat_map(|facet| &facet.values);
        let values: Vec<&str> = values.map(|(known, _)| known.as_str()).collect();
        if !values.contains(&value.as_str()) {
            let hint = match suggest::did_you_mean(value, values.iter().copied()) {
                Some(hint) => hint,
                None if values.is_empty() => "no page has any".to_owned(),
                None => format!("there are: {}", values.join(", ")),
            };
            return Err(format!("this site has no {key} `{value}`; {hint}"));
        }
    }
    Ok(())
}

fn unreadable(place: &str, error: &search_index::Error) -> String {
    let cause = error.source().map(|cause| format!(" ({cause})")).unwrap_or_default();
    format!("{place}: {error}{cause}; build the site again, or copy it again whole")
}

/// Whether anything matches as it was typed.
fn has_hits(answer: &Answer) -> bool {
    !answer.nearest && !answer.hits.is_empty()
}
