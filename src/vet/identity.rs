//! The identity gate on sources: nothing in them may identify a child.

use crate::diagnostic::Diagnostics;
use crate::parse::Parsed;
use crate::read::Sources;
use jiff::civil::Date;

/// Looks through every source of a site.
pub fn check(_parsed: &Parsed, _sources: &Sources, _at: Date, _diagnostics: &mut Diagnostics) {}
