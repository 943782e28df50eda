//! What a case study must say about how it was made anonymous.

use crate::diagnostic::Diagnostics;
use crate::parse::Parsed;
use jiff::civil::Date;

/// Checks every case study of a site.
pub fn check(_parsed: &Parsed, _at: Date, _diagnostics: &mut Diagnostics) {}
