//! `waymark import`

use super::{
    Outcome,
    findings::{counted, say},
};
use crate::cli::{self, ImportFrom};
use crate::import::{Imported, Unmapped, jekyll};
use std::collections::BTreeMap;
use std::error::Error;

/// Imports a manual and lists what could not be mapped, each with its place, then how much of each kind.
///
/// # Errors
/// If the manual cannot be read or the new folder cannot be written.
pub fn run(args: &cli::Import) -> Result<Outcome, Box<dyn Error>> {
    let ImportFrom::Jekyll { src, dest } = &args.from;
    let Imported { pages, assets, unmapped } = jekyll(src, dest)?;
    for item in &unmapped {
        say(&format!("{}:{}:{}: {}", item.file, item.line, item.column, item.what))?;
    }
    if !unmapped.is_empty() {
        say("\nWhat could not be mapped, by kind:")?;
    }
    for (kind, count) in by_kind(&unmapped) {
        say(&format!("{count:>5}  {kind}"))?;
    }
    say(&format!(
        "Imported {} and {} into {}; {} could not be mapped.\nNow run: waymark check {2}",
        counted(pages, "page"),
        counted(assets, "other file"),
        dest.display(),
        counted(unmapped.len(), "thing"),
    ))?;
    Ok(Outcome::Clean)
}

/// A text without what its first brackets hold.
fn without_brackets(text: &str) -> String {
    match (text.find(" ("), text.find(')')) {
        (Some(open), Some(close)) if open < close => format!("{}{}", &text[..open], &text[close + 1..]),
        _ => text.to_owned(),
    }
}

/// How many there are of each kind, most first. Names in `quotes`, files and lists in brackets differ
/// from place to place and are left out of a kind.
fn by_kind(unmapped: &[Unmapped]) -> Vec<(String, usize)> {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for item in unmapped {
        let parts = item.what.split('`').enumerate().map(|(at, part)| if at % 2 == 0 { part } else { "`…`" });
        let general: String = parts.collect();
        let words = general.split(' ').map(|word| if word.ends_with(".md") { "…" } else { word });
        *kinds.entry(without_brackets(&words.collect::<Vec<_>>().join(" "))).or_default() += 1;
    }
    let mut kinds: Vec<(String, usize)> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    kinds
}
