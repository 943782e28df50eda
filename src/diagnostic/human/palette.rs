//! The colours of findings on a terminal.

use crate::diagnostic::Severity;
use anstyle::{AnsiColor, Style};

/// One style for each part of a finding. Without colour, every style writes nothing.
pub struct Palette {
    /// The severity with its rule, and the carets.
    pub severity: Style,
    /// The message.
    pub strong: Style,
    /// Line numbers and the bar beside the source line.
    pub gutter: Style,
    /// The word before a hint.
    pub hint: Style,
}

impl Palette {
    /// The styles for a severity.
    pub fn new(severity: Severity, colour: bool) -> Self {
        let bold = |paint: AnsiColor| match colour {
            true => Style::new().bold().fg_color(Some(paint.into())),
            false => Style::new(),
        };
        Palette {
            severity: bold(match severity {
                Severity::Error => AnsiColor::Red,
                Severity::Warning => AnsiColor::Yellow,
            }),
            strong: if colour { Style::new().bold() } else { Style::new() },
            gutter: bold(AnsiColor::Blue),
            hint: bold(AnsiColor::Cyan),
        }
    }
}
