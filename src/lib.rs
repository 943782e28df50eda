//! Waymark: Markdown guidance, threshold definitions and anonymised case studies in, one static
//! site out.
//!
//! The stages, in order: [`project`] → [`read`] → [`parse`] → [`vet`] → [`resolve`] → [`render`] beside [`index`] →
//! [`write`].
//! Each is a function from one type to the next; `ARCHITECTURE.md` has the table.

pub mod cli;
pub mod command;
pub mod diagnostic;
pub mod document;
pub mod front_matter;
pub mod identity;
pub mod import;
pub mod index;
pub mod inspect;
pub mod markdown;
pub mod metadata;
pub mod parse;
pub mod pipeline;
pub mod placeholder;
pub mod project;
pub mod read;
pub mod render;
pub mod resolve;
pub mod rule;
pub mod serve;
pub mod settings;
pub mod site;
pub mod source;
pub mod suggest;
pub mod takedown;
pub mod thresholds;
pub mod timescale;
pub mod vet;
pub mod write;
