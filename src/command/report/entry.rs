//! What every report is made of: one entry a thing, told to people in lines and to programs as JSON.

use crate::cli::ReportFormat;
use serde_json::Value;
use std::io::{self, Write};

/// An entry of a report.
#[derive(Debug)]
pub struct Entry {
    /// What it is about.
    pub title: String,
    /// What is said of it, a line each.
    pub lines: Vec<String>,
    /// The same for programs.
    pub json: Value,
}

/// Writes a report.
pub fn write(out: &mut dyn Write, entries: &[Entry], format: ReportFormat) -> io::Result<()> {
    for entry in entries {
        match format {
            ReportFormat::Human => {
                writeln!(out, "{}", entry.title)?;
                for line in &entry.lines {
                    writeln!(out, "  {line}")?;
                }
            }
            ReportFormat::Json => writeln!(out, "{}", entry.json)?,
        }
    }
    Ok(())
}
