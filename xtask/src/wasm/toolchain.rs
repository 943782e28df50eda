//! A compiler that can build for browsers.

use crate::Outcome;
use crate::step::answer;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What the engine is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

const HOW: &str = "\
no Rust compiler here can build for browsers; install one of these:
  with rustup:          rustup target add wasm32-unknown-unknown
  on Debian and Ubuntu: sudo apt-get install --no-install-recommends rustc-web cargo-web rust-web-src rust-web-llvm lld-22";

/// A Rust compiler and what belongs to it.
#[derive(Debug)]
pub struct Toolchain {
    pub rustc: PathBuf,
    pub cargo: PathBuf,
    pub standard_library: StandardLibrary,
    version: String,
}

/// Where the standard library for browsers comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StandardLibrary {
    /// It came with the compiler.
    Ready,
    /// Only its source came with the compiler, and it is built with the engine.
    Source,
}

impl Toolchain {
    /// The first toolchain that has the standard library ready, or else the first that has its source.
    pub fn find() -> Outcome<Self> {
        let found: Vec<Toolchain> = compilers().iter().filter_map(|rustc| Toolchain::at(rustc)).collect();
        let ready = found.iter().position(|found| found.standard_library == StandardLibrary::Ready).unwrap_or(0);
        found.into_iter().nth(ready).ok_or_else(|| HOW.into())
    }

    /// The name and number by which the compiler calls itself.
    pub fn version(&self) -> &str {
        &self.version
    }

    fn at(rustc: &Path) -> Option<Self> {
        let cargo = rustc.with_file_name("cargo").with_extension(std::env::consts::EXE_EXTENSION);
        let standard_library = StandardLibrary::of(rustc)?;
        let version = answer(rustc, &["--version"])?;
        cargo.is_file().then(|| Toolchain { rustc: rustc.to_owned(), cargo, standard_library, version })
    }
}

impl StandardLibrary {
    fn of(rustc: &Path) -> Option<Self> {
        let ready = answer(rustc, &["--print", "target-libdir", "--target", TARGET])?;
        if Path::new(&ready).is_dir() {
            return Some(StandardLibrary::Ready);
        }
        let sysroot = answer(rustc, &["--print", "sysroot"])?;
        let source = Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.toml");
        source.is_file().then_some(StandardLibrary::Source)
    }
}

/// Every compiler on the search path, and Debian's, which need not stand there.
fn compilers() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut found = Vec::new();
    for folder in std::env::split_paths(&path).chain([PathBuf::from("/usr/bin")]) {
        let rustc = folder.join("rustc").with_extension(std::env::consts::EXE_EXTENSION);
        if rustc.is_file() && !found.contains(&rustc) {
            found.push(rustc);
        }
    }
    found
}
