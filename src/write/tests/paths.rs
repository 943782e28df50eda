//! Paths that a build may and may not have.

use super::*;

#[test]
fn paths_that_are_not_plain_and_relative_are_refused_by_name() {
    let bench = Bench::new();
    let bad = [
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        "./a",
        "a/.",
        ".",
        "..",
        "../a",
        "a/../b",
        "a\\b",
        "a\nb",
        "a\0b",
        "a/\u{7f}",
        ".waymark-output",
        ".waymark-output/a",
        ".waymark-x",
    ];
    for path in bad {
        let said = message(bench.open().unwrap().put(path, b"x"));
        assert!(said.contains(&format!("published as {path:?}: ")), "{said}");
        let said = message(bench.open().unwrap().put_file(path, Path::new("/dev/null")));
        assert!(said.contains(&format!("published as {path:?}: ")), "{said}");
    }
    assert!(bench.names().is_empty());
}

#[test]
fn odd_but_plain_paths_are_fine() {
    let odd = [(" a", "1"), ("...", "2"), ("tŷ/ñ é", "3"), (".well-known/security.txt", "4"), ("d/.waymark-x", "5")];
    let bench = Bench::with(&odd);
    assert_eq!(bench.build(&odd).unwrap(), Summary { written: 0, unchanged: 5, removed: 0 });
    bench.build(&odd[1..]).unwrap();
    assert_eq!(bench.site().values().filter(|text| *text != "/").count(), 4);
}

#[test]
fn two_files_at_one_path_are_refused_even_if_they_are_the_same() {
    let bench = Bench::with(&[("a", "1")]);
    for text in ["1", "2"] {
        let output = bench.open().unwrap();
        output.put("a", text.as_bytes()).unwrap();
        let said = message(output.put("a", text.as_bytes()));
        assert!(said.contains("two files of this build have the path a: give"), "{said}");
    }
}

#[test]
fn a_path_that_is_both_file_and_folder_is_refused_in_either_order() {
    let clash = "a is both a file and a folder of this build";
    for old in [&[("x", "1")], &[("a", "1")], &[("a/b", "1")]] {
        for files in [[("a", "1"), ("a/b", "1")], [("a/b", "1"), ("a", "1")]] {
            let bench = Bench::with(old);
            let said = message(bench.build(&files));
            assert!(said.starts_with(clash), "{said}");
            assert_eq!(fs::read_to_string(bench.out().join(old[0].0)).unwrap(), "1");
        }
    }
}

#[test]
fn after_one_failure_the_build_cannot_be_finished() {
    let bench = Bench::with(&[("a", "1")]);
    let output = bench.open().unwrap();
    output.put("a", b"2").unwrap();
    output.put("../b", b"2").unwrap_err();
    output.put("c", b"2").unwrap();
    let said = message(output.finish());
    assert!(said.contains("public was left as it was: see the first error"), "{said}");
    assert_eq!(bench.site(), expect(&[("a", "1")]));
    bench.assert_tidy();
}

#[test]
fn a_source_that_cannot_be_read_is_named() {
    let bench = Bench::new();
    for from in ["missing.png", "."] {
        let output = bench.open().unwrap();
        let said = message(output.put_file("a.png", &bench.path(from)));
        assert!(said.starts_with("could not read ") && said.contains(from), "{said}");
    }
}

#[test]
fn an_error_says_what_and_its_source_says_why() {
    use std::error::Error;
    let bench = Bench::new();
    let error = bench.open().unwrap().put_file("a.png", &bench.path("missing.png")).unwrap_err();
    let cause = error.source().unwrap().to_string();
    assert!(cause.contains("No such file"), "{cause}");
    assert!(!error.to_string().contains(&cause));
    assert!(error.source().unwrap().source().is_none());
}
