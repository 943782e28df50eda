//! What the engine promises, on a small site.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod browser;
mod contents;
mod damage;
mod ranking;
mod refining;
mod site;
mod wasm;
mod words;
