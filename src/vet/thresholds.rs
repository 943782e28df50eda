//! The compiler of thresholds: what a framework must say, and must not contradict.

use crate::diagnostic::Diagnostics;
use crate::parse::Parsed;
use jiff::civil::Date;

/// Checks every framework of a site.
pub fn check(_parsed: &Parsed, _at: Date, _diagnostics: &mut Diagnostics) {}
