//! Many queries at once: a file with one query a line.

use super::{has_hits, json};
use rayon::prelude::*;
use search_index::Answer;
use std::error::Error;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

/// Queries are asked in blocks of so many, on all cores, and answered in their order.
const BLOCK: usize = 256;

/// Asks every line of a file, and writes all hits with the number of their line. Says whether any query had one.
pub fn run(
    file: &Path,
    ask: &(impl Fn(String) -> Result<Answer, String> + Sync),
    out: &mut impl Write,
) -> Result<bool, Box<dyn Error>> {
    let text = read(file).map_err(|error| format!("cannot read the queries in {}: {error}", file.display()))?;
    let text = String::from_utf8_lossy(&text);
    let queries: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    let mut found = false;
    for (block, lines) in queries.chunks(BLOCK).enumerate() {
        let answer =
            |query: &&str| if query.trim().is_empty() { Ok(Answer::default()) } else { ask((*query).to_owned()) };
        let answers: Vec<Answer> = lines.par_iter().map(answer).collect::<Result<_, String>>()?;
        for (at, answer) in answers.iter().enumerate().filter(|(_, answer)| has_hits(answer)) {
            json::write(&answer.hits, Some(block * BLOCK + at + 1), out)?;
            found = true;
        }
    }
    Ok(found)
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file != Path::new("-") {
        return fs::read(file);
    }
    let mut text = Vec::new();
    io::stdin().lock().read_to_end(&mut text)?;
    Ok(text)
}
