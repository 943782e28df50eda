//! What people are shown.

use super::*;
use crate::diagnostic::locate::locate;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::Sources;
use crate::rule::Rule;
use crate::source::{SourceId, Span};

fn written(text: &str, list: impl IntoIterator<Item = Diagnostic>, colour: bool) -> String {
    let sources = Sources::from_texts([("content/guidance/referral.md".to_owned(), text.into())]);
    let mut diagnostics = Diagnostics::new();
    list.into_iter().for_each(|diagnostic| diagnostics.push(diagnostic));
    let mut out = Vec::new();
    assert!(write(&mut out, &locate(&diagnostics, &sources), colour).is_ok());
    String::from_utf8_lossy(&out).into_owned()
}

fn broken_link(start: usize, end: usize) -> Diagnostic {
    let span = Span::new(SourceId(0), start, end);
    Diagnostic::at(Rule::BrokenLink, span, "no page named levls.md").hint("did you mean levels.md?")
}

#[test]
fn a_finding_is_its_place_its_message_the_marked_line_and_the_hint() {
    let unused = Diagnostic::file(Rule::UnusedFile, "content/map.png", "nothing links to this file");
    assert_eq!(
        written("# Referral\n\nSee [levels](levls.md).\n", [broken_link(25, 33), unused], false),
        "\
content/guidance/referral.md:3:14: error[broken-link]: no page named levls.md
3 | See [levels](levls.md).
  |              ^^^^^^^^
hint: did you mean levels.md?

content/map.png:1:1: warning[unused-file]: nothing links to this file
"
    );
}

#[test]
fn a_span_over_several_lines_is_marked_to_the_end_of_the_first() {
    let text = format!("{}one two\nthree\n", "\n".repeat(99));
    assert_eq!(
        written(&text, [broken_link(103, 112)], false),
        "\
content/guidance/referral.md:100:5: error[broken-link]: no page named levls.md
100 | one two
    |     ^^^
hint: did you mean levels.md?
"
    );
}

#[test]
fn nothing_that_an_author_writes_reaches_the_terminal_as_a_command() {
    let span = Span::new(SourceId(0), 2, 3);
    let spoof = "x\u{1b}[1A\nforged.md:1:1: error";
    let out = written("a\tb\u{1b}\u{202e}", [Diagnostic::at(Rule::RawHtml, span, spoof)], false);
    assert_eq!(
        out,
        "\
content/guidance/referral.md:1:3: error[raw-html]: x\\u{1b}[1A\\nforged.md:1:1: error
1 | a    b\\u{1b}\\u{202e}
  |      ^
"
    );
}

#[test]
fn an_empty_line_leaves_no_space_at_the_end_of_its_row() {
    assert!(written("", [broken_link(0, 0)], false).contains("\n1 |\n  | ^\n"));
}

#[test]
fn colour_is_written_only_when_it_is_asked_for() {
    assert_eq!(
        written("x", [broken_link(0, 1)], true),
        "content/guidance/referral.md:1:1: \
         \u{1b}[1m\u{1b}[31merror[broken-link]\u{1b}[0m: \
         \u{1b}[1mno page named levls.md\u{1b}[0m\n\
         \u{1b}[1m\u{1b}[34m1 |\u{1b}[0m x\n\
         \u{1b}[1m\u{1b}[34m  |\u{1b}[0m \u{1b}[1m\u{1b}[31m^\u{1b}[0m\n\
         \u{1b}[1m\u{1b}[36mhint:\u{1b}[0m did you mean levels.md?\n"
    );
    assert!(!written("x", [broken_link(0, 1)], false).contains('\u{1b}'));
}

#[test]
fn one_line_of_50_million_bytes_is_shown_as_a_short_one() {
    let text = "0123456789".repeat(5_000_000);
    let out = written(&text, [broken_link(25_000_000, 25_000_002)], false);
    assert!(out.contains(":1:25000001: "), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 164), "{out}");
}

#[test]
fn the_summary_counts_in_words() {
    assert_eq!(summary(2, 1), "2 errors and 1 warning");
    assert_eq!(summary(1, 0), "1 error");
    assert_eq!(summary(0, 2), "2 warnings");
    assert_eq!(summary(0, 0), "no errors and no warnings");
}
