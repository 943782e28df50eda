//! Findings for people: the place, the message, the source line with carets, and the hint.

mod palette;
pub mod snippet;

use super::locate::Located;
use palette::Palette;
use snippet::{Snippet, visible};
use std::io;

/// Writes findings for people, with an empty line between two of them.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(out: &mut dyn io::Write, located: &[Located], colour: bool) -> io::Result<()> {
    for (at, found) in located.iter().enumerate() {
        let palette = Palette::new(found.diagnostic.severity, colour);
        if at > 0 {
            writeln!(out)?;
        }
        write_headline(out, found, &palette)?;
        write_snippet(out, found, &palette)?;
        write_hint(out, found, &palette)?;
    }
    Ok(())
}

/// How many findings there were, in words: `2 errors and 1 warning`.
pub fn summary(errors: usize, warnings: usize) -> String {
    match (errors, warnings) {
        (0, 0) => "no errors and no warnings".into(),
        (_, 0) => counted(errors, "error"),
        (0, _) => counted(warnings, "warning"),
        _ => format!("{} and {}", counted(errors, "error"), counted(warnings, "warning")),
    }
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn write_headline(out: &mut dyn io::Write, found: &Located, palette: &Palette) -> io::Result<()> {
    let Palette { severity, strong, .. } = palette;
    let (file, line, column) = (visible(found.file), found.start.line, found.start.column);
    let (level, rule) = (found.severity(), found.diagnostic.rule.name());
    let message = visible(&found.diagnostic.message);
    write!(out, "{file}:{line}:{column}: {severity}{level}[{rule}]{severity:#}: ")?;
    writeln!(out, "{strong}{message}{strong:#}")
}

fn write_snippet(out: &mut dyn io::Write, found: &Located, palette: &Palette) -> io::Result<()> {
    let Some(line) = found.line else {
        return Ok(());
    };
    let Palette { severity, gutter, .. } = palette;
    let snippet = Snippet::new(line, found.within.clone());
    let number = found.start.line.to_string();
    let text = format!(" {}", snippet.text);
    writeln!(out, "{gutter}{number} |{gutter:#}{}", text.trim_end())?;
    let (margin, indent) = (" ".repeat(number.len()), " ".repeat(snippet.indent));
    let carets = "^".repeat(snippet.carets);
    writeln!(out, "{gutter}{margin} |{gutter:#} {indent}{severity}{carets}{severity:#}")
}

fn write_hint(out: &mut dyn io::Write, found: &Located, palette: &Palette) -> io::Result<()> {
    let Some(hint) = &found.diagnostic.hint else {
        return Ok(());
    };
    let label = palette.hint;
    writeln!(out, "{label}hint:{label:#} {}", visible(hint))
}

#[cfg(test)]
mod tests;
