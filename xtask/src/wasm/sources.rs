//! The texts that the engine is compiled from.

use super::made_from::sha256;
use crate::Outcome;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The sections of the workspace's Cargo.toml that reach the engine.
const SECTIONS: &[&str] = &["workspace.package", "profile.release", "profile.wasm"];

/// The hash of every text that the engine is compiled from, by its path from the root of the repository.
#[derive(Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Sources(BTreeMap<String, String>);

impl Sources {
    /// Reads the sources as they are now. A file `tests.rs` is compiled for tests alone.
    pub fn read(root: &Path) -> Outcome<Self> {
        let engine = root.join("search-index");
        let mut texts = BTreeMap::new();
        let mut folders = vec![engine.join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.file_name().is_some_and(|name| name != "tests.rs") {
                    texts.insert(name(root, &path), hash(&fs::read_to_string(&path)?));
                }
            }
        }
        let manifest = engine.join("Cargo.toml");
        texts.insert(name(root, &manifest), hash(&fs::read_to_string(manifest)?));
        let workspace = fs::read_to_string(root.join("Cargo.toml"))?;
        texts.insert("Cargo.toml".to_owned(), hash(&sections(&workspace)));
        Ok(Sources(texts))
    }

    /// A short name for all of them together.
    pub fn id(&self) -> Outcome<String> {
        Ok(hash(&serde_json::to_string(self)?).chars().take(16).collect())
    }

    /// What has changed between these and others, in words.
    pub fn differences(&self, now: &Sources) -> Vec<String> {
        let names: BTreeSet<&String> = self.0.keys().chain(now.0.keys()).collect();
        let differing = names.into_iter().filter(|name| self.0.get(*name) != now.0.get(*name));
        differing
            .map(|name| match (self.0.get(name), now.0.get(name)) {
                (Some(_), None) => format!("{name} is gone"),
                (None, _) => format!("{name} is new"),
                _ => format!("{name} has changed"),
            })
            .collect()
    }
}

/// The hash of a text, whatever its lines end with on this machine.
fn hash(text: &str) -> String {
    sha256(text.replace("\r\n", "\n").as_bytes())
}

fn name(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.iter().map(std::ffi::OsStr::to_string_lossy).collect::<Vec<_>>().join("/")
}

/// The lines of Cargo.toml that reach the engine, without comments.
fn sections(manifest: &str) -> String {
    let mut kept = String::new();
    let mut reaches = false;
    for line in manifest.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(header) = line.strip_prefix('[') {
            let header = header.trim_end_matches(']');
            reaches = SECTIONS.iter().any(|section| {
                header.strip_prefix(section).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            });
        }
        if reaches {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn repository(files: &[(&str, &str)]) -> Sources {
        let root = tempfile::tempdir().unwrap();
        let given = [("Cargo.toml", ""), ("search-index/Cargo.toml", ""), ("search-index/src/lib.rs", "a\nb\n")];
        for (path, text) in given.iter().chain(files) {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Sources::read(root.path()).unwrap()
    }

    #[test]
    fn a_change_is_named() {
        let then = repository(&[("search-index/src/a/b.rs", "")]);
        let now = repository(&[("search-index/src/lib.rs", "a\n"), ("search-index/src/c.rs", "")]);
        let changes =
            ["search-index/src/a/b.rs is gone", "search-index/src/c.rs is new", "search-index/src/lib.rs has changed"];
        assert_eq!(then.differences(&now), changes);
    }

    #[test]
    fn line_ends_and_other_folders_change_nothing() {
        let now = repository(&[
            ("search-index/src/lib.rs", "a\r\nb\r\n"),
            ("search-index/dist/a.js", ""),
            ("search-index/src/a/tests.rs", ""),
        ]);
        assert_eq!(repository(&[]).differences(&now), [""; 0]);
    }

    #[test]
    fn only_some_sections_of_the_workspace_reach_the_engine() {
        let manifest = "[workspace.package]\nedition = \"2024\"\n[dependencies]\na = \"1\"\n\n# Small.\n\
                        [profile.wasm]\nlto = \"fat\"\n[profile.wasm.package.a]\nopt-level = 3\n[profile.wasmer]\nb = 1\n";
        let kept = "[workspace.package]\nedition = \"2024\"\n[profile.wasm]\nlto = \"fat\"\n\
                    [profile.wasm.package.a]\nopt-level = 3\n";
        assert_eq!(sections(manifest), kept);
    }
}
