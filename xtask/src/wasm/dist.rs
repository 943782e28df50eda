//! The folder of the built engine.

use super::made_from::MadeFrom;
use crate::Outcome;
use std::fs;
use std::path::{Path, PathBuf};

/// Puts a built engine there.
pub fn write(root: &Path, script: &str, made_from: &MadeFrom) -> Outcome {
    fs::create_dir_all(dist(root))?;
    fs::write(dist(root).join("engine.js"), script)?;
    fs::write(dist(root).join("engine.id"), made_from.sources.id()? + "\n")?;
    fs::write(pedigree(root), serde_json::to_string_pretty(made_from)? + "\n")?;
    Ok(())
}

/// What the engine there was made from.
pub fn made_from(root: &Path) -> Outcome<MadeFrom> {
    let text = fs::read_to_string(pedigree(root)).map_err(|error| format!("{}: {error}", pedigree(root).display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// Fails if the engine there is not the one that its sources would give today.
pub fn is_current(root: &Path) -> Outcome {
    let made_from = made_from(root)?;
    let mut changes = made_from.changes(root)?;
    if !made_from.is_of(&fs::read_to_string(dist(root).join("engine.js"))?) {
        changes.push("search-index/dist/engine.js is not the one that was built".to_owned());
    }
    if fs::read_to_string(dist(root).join("engine.id"))?.trim() != made_from.sources.id()? {
        changes.push("search-index/dist/engine.id is not the one that was built".to_owned());
    }
    if changes.is_empty() {
        return Ok(());
    }
    let changes = changes.join("\n  ");
    Err(format!(
        "the engine for browsers is out of date; run `cargo xtask wasm` and commit search-index/dist/:\n  {changes}"
    )
    .into())
}

fn dist(root: &Path) -> PathBuf {
    root.join("search-index").join("dist")
}

fn pedigree(root: &Path) -> PathBuf {
    dist(root).join("built-from.json")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use crate::place::root;

    #[test]
    fn the_engine_for_browsers_belongs_to_its_sources() {
        super::is_current(root()).unwrap();
    }
}
