//! A full-text index of a static site that gives the same answers in a program, over HTTP and from a memory stick.
//!
//! [`Writer`] takes [`Page`]s and gives [`Files`]; [`Engine`] answers [`Request`]s over any [`Store`]. The same engine,
//! compiled to WebAssembly, answers in browsers over the pieces that a query needs. The README draws the format.
// The browser's engine only reads, so all that writes is idle there.
#![cfg_attr(target_family = "wasm", allow(dead_code, unused_imports))]

mod analysis;
mod answer;
#[cfg(target_family = "wasm")]
mod browser;
#[cfg(not(target_family = "wasm"))]
mod contents;
#[cfg(not(target_family = "wasm"))]
mod dist;
mod engine;
mod error;
mod lexicon;
mod pack;
mod query;
mod record;
mod shelf;
mod shown;
mod start;
mod store;
mod words;
#[cfg(not(target_family = "wasm"))]
mod writer;
mod zone;

pub use answer::{Also, AlsoKind, Answer, FacetCount, Hit, Request, SectionHit, Snippet, ValueCount};
#[cfg(not(target_family = "wasm"))]
pub use contents::Contents;
#[cfg(not(target_family = "wasm"))]
pub use dist::engine_js;
pub use engine::Engine;
pub use error::Error;
pub use pack::VERSION;
pub use record::{Facet, Page, Section, Settings, Synonym, SynonymKind};
pub use shelf::Given;
#[cfg(not(target_family = "wasm"))]
pub use shown::Shown;
pub use store::{Files, Store};
#[cfg(not(target_family = "wasm"))]
pub use writer::Writer;
