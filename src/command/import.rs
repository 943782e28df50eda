//! `waymark import`

use super::{Outcome, findings::say};
use crate::cli::{self, ImportFrom};
use crate::import::{Imported, jekyll};
use std::error::Error;

/// Imports a manual and lists what could not be mapped.
///
/// # Errors
/// If the manual cannot be read or the new folder cannot be written.
pub fn run(args: &cli::Import) -> Result<Outcome, Box<dyn Error>> {
    let ImportFrom::Jekyll { src, dest } = &args.from;
    let Imported { pages, assets, unmapped } = jekyll(src, dest)?;
    for item in &unmapped {
        say(&format!("{}:{}:{}: {}", item.file, item.line, item.column, item.what))?;
    }
    say(&format!(
        "Imported {pages} pages and {assets} images and downloads into {}; {} things could not be mapped.\nNow run: waymark check {0}",
        dest.display(),
        unmapped.len(),
    ))?;
    Ok(Outcome::Clean)
}
