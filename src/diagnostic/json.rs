//! Findings for programs: one JSON object a line.

use super::locate::Located;
use serde::Serialize;
use std::io;

/// One line. Lines and columns count from 1, columns in characters.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    severity: &'static str,
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    text: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
}

/// Writes findings as JSON, one object a line.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(out: &mut dyn io::Write, located: &[Located]) -> io::Result<()> {
    for found in located {
        serde_json::to_writer(&mut *out, &row(found))?;
        writeln!(out)?;
    }
    Ok(())
}

fn row<'a>(found: &'a Located) -> Row<'a> {
    Row {
        file: found.file,
        line: found.start.line,
        column: found.start.column,
        end_line: found.end.line,
        end_column: found.end.column,
        severity: found.severity(),
        rule: found.diagnostic.rule.name(),
        kind: found.diagnostic.kind,
        text: &found.text,
        message: &found.diagnostic.message,
        hint: found.diagnostic.hint.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::locate::locate;
    use crate::diagnostic::{Diagnostic, Diagnostics};
    use crate::read::Sources;
    use crate::rule::Rule;
    use crate::source::{SourceId, Span};

    #[test]
    fn each_finding_is_one_line_and_has_a_hint_only_where_there_is_one() {
        let sources = Sources::from_texts([("content/tŷ.md".to_owned(), "a \"b\nc\" d".to_owned())]);
        let mut diagnostics = Diagnostics::new();
        let span = Span::new(SourceId(0), 2, 7);
        diagnostics.push(Diagnostic::at(Rule::BrokenLink, span, "no page").hint("make one"));
        diagnostics.push(Diagnostic::file(Rule::UnusedFile, "content/x.png", "not used").kind("image"));
        let mut out = Vec::new();
        assert!(write(&mut out, &locate(&diagnostics, &sources)).is_ok());
        assert_eq!(
            String::from_utf8_lossy(&out),
            r#"{"file":"content/tŷ.md","line":1,"column":3,"end_line":2,"end_column":3,"severity":"error","rule":"broken-link","text":"\"b\nc\"","message":"no page","hint":"make one"}
{"file":"content/x.png","line":1,"column":1,"end_line":1,"end_column":1,"severity":"warning","rule":"unused-file","kind":"image","text":"","message":"not used"}
"#
        );
    }

    #[test]
    fn no_findings_are_no_lines() {
        let mut out = Vec::new();
        assert!(write(&mut out, &[]).is_ok());
        assert!(out.is_empty());
    }
}
