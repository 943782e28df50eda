//! `cargo xtask wasm`: the engine for browsers, built from search-index/ and kept in search-index/dist/.
//!
//! The result is committed, because not every machine can build it; a test tells when it is older than its sources.

mod compile;
mod dist;
mod lock;
mod made_from;
mod module;
mod payload;
mod sources;
mod toolchain;

use crate::Outcome;
use crate::place::root;
use crate::step::say;
use made_from::{Built, MadeFrom};
use sources::Sources;
use toolchain::Toolchain;

/// Builds the engine and puts it into search-index/dist/.
pub fn run() -> Outcome {
    let toolchain = Toolchain::find()?;
    let sources = Sources::read(root())?;
    let packages = compile::packages(&toolchain)?;
    let wasm = compile::compile(&toolchain, &sources)?;
    say("Packing it takes some seconds.");
    let gzip = payload::pack(&wasm)?;
    let script = payload::script(&gzip);
    let made_from = MadeFrom {
        compiler: toolchain.version().to_owned(),
        standard_library: toolchain.standard_library,
        wasm: Built::new(&wasm),
        gzip: Built::new(&gzip),
        script: Built::new(script.as_bytes()),
        told: compile::told(toolchain.standard_library),
        packages,
        sources,
    };
    dist::write(root(), &script, &made_from)?;
    say(&made_from.sizes());
    Ok(())
}

/// Builds the engine once more and compares it with the one in search-index/dist/. Only the same compiler gives the
/// same bytes, so where another one stands nothing is compared.
pub fn check() -> Outcome {
    dist::is_current(root())?;
    let kept = dist::made_from(root())?;
    let toolchain = match Toolchain::find() {
        Ok(toolchain) => toolchain,
        Err(why) => {
            say(&format!("The engine was not compared: {why}"));
            return Ok(());
        }
    };
    if (toolchain.version(), toolchain.standard_library) != (&kept.compiler, kept.standard_library) {
        say(&format!("The engine was not compared: {} built it, and here is {}", kept.compiler, toolchain.version()));
        return Ok(());
    }
    let built = Built::new(&compile::compile(&toolchain, &Sources::read(root())?)?);
    if built != kept.wasm {
        return Err(
            format!("different: built now, the engine is {built}, and in search-index/dist/ {}", kept.wasm).into()
        );
    }
    say(&format!("Equal: the engine is {built}"));
    Ok(())
}
