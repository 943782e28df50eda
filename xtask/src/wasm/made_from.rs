//! What a built engine was made from, as search-index/dist/built-from.json keeps it.

use super::compile::told;
use super::sources::Sources;
use super::toolchain::StandardLibrary;
use super::{lock, payload};
use crate::Outcome;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

/// A built engine's pedigree.
#[derive(Debug, Deserialize, Serialize)]
pub struct MadeFrom {
    /// The compiler, as it calls itself.
    pub compiler: String,
    /// Where its standard library came from.
    pub standard_library: StandardLibrary,
    /// The built module.
    pub wasm: Built,
    /// The packed module.
    pub gzip: Built,
    /// The script that carries the packed module.
    pub script: Built,
    /// What cargo and the compiler were told beside the profile.
    pub told: Vec<String>,
    /// The packages it was linked from, as `NAME VERSION`.
    pub packages: BTreeSet<String>,
    /// The texts it was compiled from.
    pub sources: Sources,
}

/// A file that was built.
#[derive(Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Built {
    bytes: usize,
    sha256: String,
}

impl MadeFrom {
    /// What has changed since then, in words; nothing if the engine is what its sources would give.
    pub fn changes(&self, root: &Path) -> Outcome<Vec<String>> {
        let mut changes = self.sources.differences(&Sources::read(root)?);
        let fixed = lock::packages(&std::fs::read_to_string(root.join("Cargo.lock"))?);
        changes.extend(self.packages.difference(&fixed).map(|package| format!("Cargo.lock no longer has {package}")));
        if self.told != told(self.standard_library) {
            changes.push("the compiler is told something else".to_owned());
        }
        Ok(changes)
    }

    /// Whether a script is the one that was built, and holds the module that was built.
    pub fn is_of(&self, script: &str) -> bool {
        let wasm = payload::module(script);
        Built::new(script.as_bytes()) == self.script && wasm.is_some_and(|wasm| Built::new(&wasm) == self.wasm)
    }

    /// How large the engine is, in thousands of bytes.
    pub fn sizes(&self) -> String {
        let sizes = [&self.wasm, &self.gzip, &self.script].map(|built| built.bytes.div_ceil(1000));
        format!("The engine: {} kB, packed {} kB, as a script {} kB", sizes[0], sizes[1], sizes[2])
    }
}

impl Built {
    /// The length and the hash of these bytes.
    pub fn new(bytes: &[u8]) -> Self {
        Built { bytes: bytes.len(), sha256: sha256(bytes) }
    }
}

impl fmt::Display for Built {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} bytes, SHA-256 {}", self.bytes, self.sha256)
    }
}

/// SHA-256, as most programs write it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
