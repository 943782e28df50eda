//! The `vet` stage: [`Parsed`] in, [`Vetted`] out.
//!
//! The only maker of a [`Vetted`]: what has not been held against the rules of thresholds and of
//! anonymity reaches no template and no index.

mod case_studies;
mod identity;
mod phrase;
mod thresholds;

pub use identity::{Judged, check as look_through, finding};

use crate::diagnostic::Diagnostics;
use crate::parse::Parsed;
use crate::read::Sources;
use jiff::civil::Date;

/// Everything that the files of a site say, vetted.
#[derive(Debug)]
pub struct Vetted {
    parsed: Parsed,
    judged: Judged,
}

impl Vetted {
    /// What was parsed.
    pub fn into_parsed(self) -> Parsed {
        self.parsed
    }

    /// What was judged of the sources, by which the output is judged as well.
    pub fn take_judged(&mut self) -> Judged {
        std::mem::take(&mut self.judged)
    }
}

/// Holds frameworks against each other and the law, and every source against the rules of anonymity.
pub fn vet(parsed: Parsed, sources: &Sources, at: Date, diagnostics: &mut Diagnostics) -> Vetted {
    thresholds::check(&parsed, sources, at, diagnostics);
    case_studies::check(&parsed, sources, at, diagnostics);
    let judged = identity::check(&parsed, sources, at, diagnostics);
    case_studies::telling::check(&parsed, sources, &judged, diagnostics);
    Vetted { parsed, judged }
}
