//! Compiling the engine for browsers.

use super::module;
use super::sources::Sources;
use super::toolchain::{StandardLibrary, TARGET, Toolchain};
use crate::Outcome;
use crate::place::{root, target};
use crate::step::{cannot_start, step};
use std::collections::BTreeSet;
use std::process::Command;

/// How the standard library comes about: with its own choices of small code over fast code, if it is built.
fn library(standard_library: StandardLibrary) -> &'static [&'static str] {
    match standard_library {
        StandardLibrary::Ready => &[],
        StandardLibrary::Source => &["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"],
    }
}

/// What the compiler is told beside the profile `wasm` of Cargo.toml.
fn flags(standard_library: StandardLibrary) -> Vec<String> {
    // Nothing in the engine may ask for random numbers: a browser's could only come through an import, and it has none.
    let random = ["--cfg", "getrandom_backend=\"unsupported\""];
    // Nobody would hear what a panic says. Without it the engine is smaller by a tenth, and names no folder of the
    // machine that it was built on.
    let silent = ["-Zlocation-detail=none"];
    let silent_library = ["-Zunstable-options", "-Cpanic=immediate-abort"];
    let mut flags = [random.as_slice(), &silent].concat();
    if standard_library == StandardLibrary::Source {
        flags.extend(silent_library);
    }
    flags.into_iter().map(str::to_owned).collect()
}

/// Everything that cargo and the compiler are told beside the profile.
pub fn told(standard_library: StandardLibrary) -> Vec<String> {
    let library = library(standard_library).iter().map(|&word| word.to_owned());
    library.chain(flags(standard_library)).collect()
}

/// Builds the engine and gives the module.
///
/// The engine is told the name of its sources, so that it opens no index that was made for another engine.
pub fn compile(toolchain: &Toolchain, sources: &Sources) -> Outcome<Vec<u8>> {
    let folder = target()?;
    let mut build = cargo(toolchain, "rustc");
    build.args(["--package", "search-index", "--lib", "--crate-type", "cdylib", "--profile", "wasm"]);
    build.args(["--target", TARGET, "--locked", "--target-dir"]).arg(&folder);
    build.args(library(toolchain.standard_library));
    build.env("SEARCH_INDEX_SOURCES", sources.id()?);
    build.env("CARGO_ENCODED_RUSTFLAGS", flags(toolchain.standard_library).join("\u{1f}"));
    step(&format!("the engine, by {}", toolchain.version()), &mut build)?;
    let wasm = std::fs::read(folder.join(TARGET).join("wasm").join("search_index.wasm"))?;
    module::check(&wasm)?;
    Ok(wasm)
}

/// The packages that the engine is made of, as `NAME VERSION`, in order.
pub fn packages(toolchain: &Toolchain) -> Outcome<BTreeSet<String>> {
    let mut tree = cargo(toolchain, "tree");
    tree.args(["--package", "search-index", "--edges", "normal,build", "--target", TARGET, "--locked"]);
    tree.args(["--prefix", "none", "--no-dedupe", "--format", "{p}"]);
    let output = tree.output().map_err(|error| cannot_start(&tree, &error))?;
    if !output.status.success() {
        return Err(format!("cargo tree: {}", String::from_utf8_lossy(&output.stderr).trim()).into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter_map(package).collect())
}

/// Reads a line of `cargo tree` such as `serde v1.0.2 (proc-macro)`.
fn package(line: &str) -> Option<String> {
    let mut words = line.split(' ');
    Some(format!("{} {}", words.next()?, words.next()?.strip_prefix('v')?))
}

/// A cargo of that toolchain, in the repository.
fn cargo(toolchain: &Toolchain, command: &str) -> Command {
    let mut cargo = Command::new(&toolchain.cargo);
    cargo.arg(command).current_dir(root()).env("RUSTC", &toolchain.rustc);
    // This program was started by a cargo that may belong to another compiler, whose libraries are none of its own.
    for name in ["CARGO", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "RUSTFLAGS"] {
        cargo.env_remove(name);
    }
    // Some of what is asked is for nightly compilers alone, and for those that are told to be one.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo
}

#[cfg(test)]
mod tests {
    use super::package;

    #[test]
    fn a_line_of_the_tree_is_a_package() {
        assert_eq!(package("serde_derive v1.0.228 (proc-macro) (*)").as_deref(), Some("serde_derive 1.0.228"));
        assert_eq!(package("search-index v0.1.0 (/a/b)").as_deref(), Some("search-index 0.1.0"));
        assert_eq!(package(""), None);
    }
}
