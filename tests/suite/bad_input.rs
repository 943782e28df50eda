//! Bad input: nothing panics, nothing takes over, and every finding still points into its file.
//!
//! A build without optimisation is about ten times slower than the one that people run, so each
//! run here may take five times the two seconds that it may take there.

mod arbitrary;

use crate::finding::findings;
use crate::folder::{Folder, guidance};
use crate::process::{Ran, Waymark, head};
use std::fmt::Write;

/// The most seconds of one run.
const LONGEST: u64 = 10;

/// Builds a site with one page of guidance. Whether it has errors does not matter here.
fn build(body: &str) -> Ran {
    build_site(&[("content/guidance/page.md", &guidance("Page", body))])
}

fn build_site(files: &[(&str, &str)]) -> Ran {
    let site = Folder::with(files.iter().copied());
    Waymark::on("build", site.path()).at_most(LONGEST).run()
}

#[test]
fn one_line_of_fifty_megabytes_is_refused_in_a_line() {
    let site = Folder::small_site();
    site.write("content/guidance/long.md", "x".repeat(50 << 20));
    let ran = Waymark::on("check", site.path()).at_most(LONGEST).run().ends_with(1);
    assert!(ran.stderr.contains("error[unreadable]: this file is 50 MiB long"), "{}", head(&ran.stderr));
    assert!(ran.stderr.len() < 2_000, "{}", head(&ran.stderr));
}

#[test]
fn one_line_of_four_megabytes_is_built() {
    build(&"word [link](nothing.md) ".repeat(10)).ends_with(1);
    build(&"words and *more* ".repeat(4 << 16)).ends_with(0);
    build(&"x".repeat(4 << 20)).ends_with(0);
}

#[test]
fn ten_thousand_of_anything_nested_is_built() {
    const N: usize = 10_000;
    for (name, body) in [
        ("brackets", "[".repeat(N)),
        ("closed brackets", "[".repeat(N) + "a" + &"]".repeat(N)),
        ("links", "[".repeat(N) + &"](referral.md)".repeat(N)),
        ("images", "![".repeat(N) + &"](x.png)".repeat(N)),
        ("quotations", "> ".repeat(N) + "a"),
        ("emphasis", "*a ".repeat(N) + &"*".repeat(N)),
        ("mixed emphasis", "*a **b _c __d ".repeat(N / 4)),
        ("closed emphasis", "*".repeat(N) + "a" + &"*".repeat(N)),
        ("strikethrough", "~~a ".repeat(N)),
        ("code", (1..150).map(|n| "`".repeat(n) + " a ").collect()),
        ("backslashes", "\\".repeat(N)),
        ("references", "&".repeat(N) + &"&amp;".repeat(N)),
        ("footnotes", "[^a]".repeat(N) + "\n\n[^a]: b\n"),
        (
            "footnotes of their own",
            (0..2_000).fold(String::new(), |text, n| text + &format!("[^{n}]\n\n[^{n}]: b\n\n")),
        ),
        ("alerts", "> [!NOTE]\n".repeat(N)),
        ("tags", "<a ".repeat(N)),
        ("comments", "<!-- ".repeat(N)),
        ("directives", "{{".repeat(N) + &"}}".repeat(N)),
        ("blocks", "::: steps\n".repeat(2_000)),
        ("closed blocks", "::: steps\n".repeat(2_000) + &":::\n".repeat(2_000)),
        (
            "reference definitions",
            (0..N).fold(String::new(), |text, n| text + &format!("[{n}]: x{n}\n")) + &"[1] ".repeat(N),
        ),
        ("autolinks", "<https://a.example/> ".repeat(2_000)),
        ("tables", "|a".repeat(2_000) + "\n" + &"|-".repeat(2_000) + "\n|b"),
        ("rows", "|a|b|\n|-|-|\n".to_owned() + &"|c|d|\n".repeat(2_000)),
    ] {
        let took = build(&body).took;
        assert!(took.as_secs() < LONGEST, "{name} takes {took:?}");
    }
}

#[test]
fn deep_lists_are_built() {
    let deep: String = (0..1_000).map(|depth| "  ".repeat(depth) + "- a\n").collect();
    build(&deep);
    build(&("- ".repeat(10_000) + "a"));
    build(&("1. ".repeat(5_000) + "a"));
    build(&(0..300).map(|depth| "   ".repeat(depth) + "> - a\n").collect::<String>());
}

#[test]
fn long_and_many_headings_are_built() {
    build(&format!("## {}\n\nWords.\n", "word ".repeat(200_000))).ends_with(0);
    build(&format!("## {}\n", "[a](b.md) ".repeat(5_000))).ends_with(1);
}

#[test]
fn ten_thousand_headings_of_one_name_are_told_apart_soon() {
    build(&"## Signs\n\nWords.\n\n".repeat(10_000)).ends_with(0);
}

#[test]
fn ten_thousand_links_to_headings_are_found_soon() {
    let own: String = (0..10_000).map(|n| format!("## Part {n}\n\n[a](#part-{})\n\n", 9_999 - n)).collect();
    build(&own).ends_with(0);
}

#[test]
fn thousands_of_links_to_nothing_are_told_soon() {
    let mut site = vec![("content/guidance/links.md".to_owned(), guidance("Links", &links(3_000)))];
    site.extend(
        (0..1_000).map(|n| (format!("content/guidance/page-about-something-{n}.md"), guidance("Page", "Words.\n"))),
    );
    let site: Vec<(&str, &str)> = site.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let ran = build_site(&site).ends_with(1);
    assert!(ran.stderr.contains("3000 errors"), "{}", head(&ran.stderr));
}

fn links(count: usize) -> String {
    (0..count).fold(String::new(), |mut text, n| {
        let _ = writeln!(text, "- [a](page-abuot-somethng-{n}-else.md#anchor)");
        text
    })
}

#[test]
fn thousands_of_anchors_to_nothing_are_told_soon() {
    let headings: String = (0..1_000).map(|n| format!("## Part number {n}\n\nWords.\n\n")).collect();
    let body: String = (0..1_000).map(|n| format!("[a](#part-nmber-{n}x) ")).collect();
    build(&(headings + &body)).ends_with(1);
}

#[test]
fn fragments_that_multiply_are_stopped() {
    let mut site = vec![("content/guidance/page.md".to_owned(), guidance("Page", "{{include fragments/f0.md}}\n"))];
    for depth in 0..7 {
        site.push((
            format!("content/fragments/f{depth}.md"),
            format!("{{{{include fragments/f{}.md}}}}\n\n", depth + 1).repeat(20),
        ));
    }
    site.push(("content/fragments/f7.md".to_owned(), "Words.\n".to_owned()));
    let site: Vec<(&str, &str)> = site.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    build_site(&site);
}

#[test]
fn odd_characters_are_built() {
    build("A\0B\u{1}\u{7f}\u{feff}\u{202e}\u{2028}\u{fffd}\u{10ffff}\u{e000} must\n\n\u{e000}\n\n::: \0\n:::\n");
    build("\r\r\r\n\n\r:::\r\n::: steps\r\r\n:::\r");
    build_site(&[("content/guidance/\u{1}odd.md", "---\ntitle: \"a\\0b\\u202e\"\nsummary: S.\n---\n\0")]);
    build_site(&[("content/index.md", "---\ntitle: \0\n---\n")]);
    build_site(&[
        ("content/index.md", "---\n\0\n---\n"),
        ("content/site.yaml", "\0"),
        ("content/glossary.yaml", "\u{feff}\u{feff}"),
    ]);
}

#[test]
fn large_and_deep_yaml_is_read_or_refused() {
    let front =
        |yaml: String| ("content/guidance/page.md", format!("---\ntitle: A\nsummary: S.\n{yaml}\n---\n\nWords.\n"));
    for yaml in [
        format!("owner: {}", "x".repeat(1 << 20)),
        format!("owner: \"{}\"", "\\n".repeat(1 << 18)),
        format!("owner: |\n{}", "  line\n".repeat(1 << 16)),
        format!("extra: {}{}", "[".repeat(100_000), "]".repeat(100_000)),
        format!("extra: {}", "{a: ".repeat(100_000)),
        format!("extra:\n{}", (0..2_000).map(|depth| " ".repeat(depth + 1) + "a:\n").collect::<String>()),
        format!("extra: {}a", "- ".repeat(50_000)),
        format!("extra: {}a", "? ".repeat(50_000)),
        format!("extra: {}", "!!a ".repeat(10_000)),
        format!("search_terms: [{}]", "a, ".repeat(100_000)),
        format!("extra: {{{}}}", (0..50_000).map(|n| format!("k{n}: 1, ")).collect::<String>()),
        format!("{}: 1", "k".repeat(1 << 20)),
        format!("status: {}", "d".repeat(1 << 20)),
        format!("published: {}", "2".repeat(1 << 20)),
        format!("related: [{}]", "a".repeat(1 << 20)),
        "extra: &a [*a]".to_owned(),
        "extra: &a {b: *a}".to_owned(),
        "<<: {title: B}".to_owned(),
    ] {
        let (path, text) = front(yaml);
        let ran = build_site(&[(path, &text)]);
        let longest = ran.stderr.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        assert!(
            longest < 2_000,
            "a line of {longest} characters is told for {}",
            text.chars().take(60).collect::<String>()
        );
    }
}

#[test]
fn findings_in_odd_files_point_where_they_say() {
    let site = Folder::with([
        (
            "content/pages/mark.md",
            "\u{feff}---\r\ntitle: Tŷ\r\nrelated: [náda.md]\r\n---\r\n\r\n🛟 é [a](b.md)\r\n\r\n::: banana\r\n:::\r\n",
        ),
        ("content/pages/tabs.md", "---\ntitle: \"A\"\nrelated:   \t[ a.md ]\n---\n\n\t[a](b.md)\n\n*\t[a](b.md)\n"),
        ("content/pages/no-last-line.md", "---\ntitle: A\nowner: 'a"),
        ("content/pages/only-a-fence.md", "---"),
        (
            "content/pages/long.md",
            "---\ntitle: A\n---\n\n> - | [a](b.md)\n>   \n>     [c](d.md)\n\n[e]: <f g.md> 'h'\n\n[e] ![i][e] <j@k.l> [m](<n\\>.md>)",
        ),
        ("content/site.yaml", "\u{feff}title: Tŷ\r\nnotice: é\r\nbanana: 1\r\n"),
        (
            "content/glossary.yaml",
            "- id: a\r\n  term: Tŷ\r\n  definition: >-\r\n    Two\r\n    [lines](nothing.md).\r\n",
        ),
    ]);
    assert!(findings(site.path()).len() > 10);
}
