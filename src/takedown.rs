//! What is left of a case study: a [`Trace`] of it and an edition's files in, [`Find`]s out.
//!
//! A page that was taken down may live on as a link, in a list, in an older bundle, or in the index. A
//! trace is the page's address, its title, its runs of words and its rare words; whatever other pages of
//! the same edition say as well is no trace of it.

mod look;
mod trace;
mod words;

pub use look::{Find, WITHIN, Watch, What, texts};
pub use trace::{Trace, Tracer};
