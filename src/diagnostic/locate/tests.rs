//! Places, order and repetitions.

use super::*;
use crate::rule::Rule;

fn sources(texts: &[(&str, &str)]) -> Sources {
    Sources::from_texts(texts.iter().map(|(path, text)| ((*path).into(), (*text).into())))
}

fn found(list: impl IntoIterator<Item = Diagnostic>) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    list.into_iter().for_each(|diagnostic| diagnostics.push(diagnostic));
    diagnostics
}

fn at(start: usize, end: usize, message: &str) -> Diagnostic {
    Diagnostic::at(Rule::BrokenLink, Span::new(SourceId(0), start, end), message)
}

fn position(line: u32, column: u32) -> Position {
    Position { line, column }
}

#[test]
fn findings_are_sorted_by_file_start_rule_and_message_and_never_repeated() {
    let sources = sources(&[("content/a.md", "one\ntwo"), ("content/b.md", "one")]);
    let rule = |rule, start| Diagnostic::at(rule, Span::new(SourceId(0), start, 7), "m");
    let diagnostics = found([
        Diagnostic::at(Rule::BadDate, Span::new(SourceId(1), 0, 1), "in b"),
        rule(Rule::MissingAlt, 4),
        rule(Rule::BadDate, 4),
        at(0, 3, "z"),
        at(0, 3, "a"),
        at(0, 3, "z"),
        at(0, 3, "z").hint("the same with a hint"),
    ]);
    let located = locate(&diagnostics, &sources);
    let seen: Vec<String> = located
        .iter()
        .map(|x| {
            let (rule, message) = (x.diagnostic.rule.name(), &x.diagnostic.message);
            format!("{}:{} {rule} {message} {}", x.file, x.start.line, x.diagnostic.hint.is_some())
        })
        .collect();
    assert_eq!(
        seen,
        [
            "content/a.md:1 broken-link a false",
            "content/a.md:1 broken-link z false",
            "content/a.md:1 broken-link z true",
            "content/a.md:2 bad-date m false",
            "content/a.md:2 missing-alt m false",
            "content/b.md:1 bad-date in b false",
        ]
    );
}

#[test]
fn a_span_has_its_positions_its_text_and_its_first_line() {
    let sources = sources(&[("a.md", "\u{feff}dŵr x\r\nnext\r\n")]);
    let diagnostics = found([at(3, 10, "all of line 1"), at(8, 14, "over both lines")]);
    let located = locate(&diagnostics, &sources);
    assert_eq!((located[0].start, located[0].end), (position(1, 1), position(1, 7)));
    assert_eq!((located[0].line, located[0].within.clone()), (Some("dŵr x"), 0..6));
    assert_eq!((located[1].start, located[1].end), (position(1, 5), position(2, 4)));
    assert_eq!((located[1].line, located[1].within.clone()), (Some("dŵr x"), 5..6));
    assert_eq!(located[1].text, "x\r\nnex");
}

#[test]
fn a_place_in_another_text_is_found_in_that_text() {
    let place =
        Place::Other { file: "themes/default/page.html".into(), text: "<main>\n{{ titel }}".into(), range: (10, 15) };
    let diagnostics = found([Diagnostic::new(Rule::Template, place, "no such field")]);
    let sources = Sources::default();
    let located = locate(&diagnostics, &sources);
    assert_eq!(located[0].file, "themes/default/page.html");
    assert_eq!((located[0].start, located[0].end), (position(2, 4), position(2, 9)));
    assert_eq!((located[0].line, located[0].text.as_str()), (Some("{{ titel }}"), "titel"));
}

#[test]
fn a_whole_file_is_line_1_column_1_without_a_source_line() {
    let diagnostics = found([Diagnostic::file(Rule::UnusedFile, "content/x.png", "not used")]);
    let sources = Sources::default();
    let located = locate(&diagnostics, &sources);
    assert_eq!((located[0].start, located[0].end), (position(1, 1), position(1, 1)));
    assert_eq!((located[0].file, located[0].line), ("content/x.png", None));
}

#[test]
fn no_more_than_200_characters_of_a_text_are_kept() {
    let sources = sources(&[("a.md", &"ŵ".repeat(300))]);
    let diagnostics = found([at(0, 600, "long")]);
    let located = locate(&diagnostics, &sources);
    assert_eq!(located[0].text, "ŵ".repeat(200));
    assert_eq!(located[0].end, position(1, 301));
}

#[test]
fn a_place_past_the_end_or_inside_a_character_does_no_harm() {
    let sources = sources(&[("a.md", "ŵ")]);
    let diagnostics = found([at(1, 1, "inside"), at(90, 99, "past")]);
    let located = locate(&diagnostics, &sources);
    assert_eq!((located[0].start, located[0].within.clone()), (position(1, 1), 0..0));
    assert_eq!((located[1].start, located[1].within.clone()), (position(1, 2), 2..2));
}

#[test]
fn many_findings_on_one_enormous_line_are_located_without_counting_it_again_for_each() {
    let text = "ŵ".repeat(8 << 20);
    let sources = sources(&[("a.md", &text)]);
    let diagnostics = found((0..20_000).rev().map(|n| at(n * 800, n * 800 + 2, "m")));
    let located = locate(&diagnostics, &sources);
    assert_eq!(located.len(), 20_000);
    assert_eq!(located[19_999].start, position(1, 19_999 * 400 + 1));
}
