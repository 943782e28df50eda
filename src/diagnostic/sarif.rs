//! Findings for code review tools: SARIF 2.1.0, one run.

mod log;

use super::Severity;
use super::locate::Located;
use crate::rule::Rule;
use log::{
    Artifact, Configuration, Descriptor, Driver, Finding, Location, Log, Physical, Properties, Region, Roots, Run,
    SiteRoot, Text, Tool,
};
use std::fmt::Write as _;
use std::io;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes findings as one SARIF log.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(out: &mut dyn io::Write, located: &[Located]) -> io::Result<()> {
    let run = Run {
        tool: Tool { driver: driver() },
        original_uri_base_ids: Roots { site: SiteRoot { description: text("The site folder.") } },
        column_kind: "unicodeCodePoints",
        results: located.iter().map(finding).collect(),
    };
    let log = Log { version: "2.1.0", schema: SCHEMA, runs: [run] };
    serde_json::to_writer(&mut *out, &log)?;
    writeln!(out)
}

fn driver() -> Driver {
    Driver {
        name: "waymark",
        version: env!("CARGO_PKG_VERSION"),
        rules: Rule::ALL.iter().copied().map(descriptor).collect(),
    }
}

fn descriptor(rule: Rule) -> Descriptor {
    let level = match rule.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    Descriptor {
        id: rule.name(),
        short_description: text(rule.explanation()),
        default_configuration: Configuration { level },
    }
}

fn finding(found: &Located) -> Finding {
    let rule = found.diagnostic.rule;
    let physical_location = Physical {
        artifact_location: Artifact { uri: encoded(found.file), uri_base_id: "SITE" },
        region: Region {
            start_line: found.start.line,
            start_column: found.start.column,
            end_line: found.end.line,
            end_column: found.end.column,
        },
    };
    Finding {
        rule_id: rule.name(),
        rule_index: Rule::ALL.iter().position(|&other| other == rule),
        level: found.severity(),
        message: Text { text: message(found) },
        locations: [Location { physical_location }],
        properties: found.diagnostic.kind.map(|kind| Properties { kind }),
    }
}

/// The message and the hint. SARIF would take single braces for placeholders, so they are doubled.
fn message(found: &Located) -> String {
    let mut message = found.diagnostic.message.clone();
    if let Some(hint) = &found.diagnostic.hint {
        message.push_str("\nhint: ");
        message.push_str(hint);
    }
    message.replace('{', "{{").replace('}', "}}")
}

fn text(text: &str) -> Text {
    Text { text: text.to_owned() }
}

/// A relative path as a URI.
fn encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::locate::locate;
    use crate::diagnostic::{Diagnostic, Diagnostics};
    use crate::read::Sources;
    use crate::source::{SourceId, Span};

    fn written(diagnostics: &Diagnostics) -> String {
        let text = "see {{contact}}".to_owned();
        let sources = Sources::from_texts([("content/tŷ 1.md".to_owned(), text)]);
        let mut out = Vec::new();
        assert!(write(&mut out, &locate(diagnostics, &sources)).is_ok());
        String::from_utf8_lossy(&out).into_owned()
    }

    /// What stands between two marks.
    fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
        let rest = text.split_once(from).map_or("", |(_, rest)| rest);
        rest.split_once(to).map_or(rest, |(inside, _)| inside)
    }

    #[test]
    fn a_log_names_the_tool_every_rule_and_the_unit_of_columns() {
        let log = written(&Diagnostics::new());
        let version = env!("CARGO_PKG_VERSION");
        let head = format!(
            r#"{{"version":"2.1.0","$schema":"{SCHEMA}","runs":[{{"tool":{{"driver":{{"name":"waymark","version":"{version}","rules":[{{"id":"{first}","shortDescription":{{"text":"{}"}},"defaultConfiguration":{{"level":"error"}}}},"#,
            Rule::ALL[0].explanation(),
            first = Rule::ALL[0].name(),
        );
        assert!(log.starts_with(&head), "{log}");
        let tail = r#"}]}},"originalUriBaseIds":{"SITE":{"description":{"text":"The site folder."}}},"columnKind":"unicodeCodePoints","results":[]}]}"#;
        assert_eq!(log.matches(r#""shortDescription""#).count(), Rule::ALL.len());
        assert!(log.trim_end().ends_with(tail), "{log}");
    }

    #[test]
    fn a_result_has_its_rule_message_with_hint_and_place() {
        let mut diagnostics = Diagnostics::new();
        let span = Span::new(SourceId(0), 4, 15);
        let message = "no contact for {{contact}}";
        diagnostics.push(Diagnostic::at(Rule::BrokenAnchor, span, message).hint("name one"));
        let index = Rule::ALL.iter().position(|rule| *rule == Rule::BrokenAnchor).unwrap_or_default();
        assert_eq!(
            between(&written(&diagnostics), r#""results":["#, "]}]}\n")
                .replace(&format!("\"ruleIndex\":{index}"), "\"ruleIndex\":I"),
            r#"{"ruleId":"broken-anchor","ruleIndex":I,"level":"error","message":{"text":"no contact for {{{{contact}}}}\nhint: name one"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"content/t%C5%B7%201.md","uriBaseId":"SITE"},"region":{"startLine":1,"startColumn":5,"endLine":1,"endColumn":16}}}]}"#
        );
    }

    #[test]
    fn a_path_is_percent_encoded_but_for_its_slashes() {
        assert_eq!(encoded("content/a-b_c.~/100%#?:[1].md"), "content/a-b_c.~/100%25%23%3F%3A%5B1%5D.md");
    }
}
