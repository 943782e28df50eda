//! What somebody else does in the output while a build is running.

use super::*;
use crate::write::steps::Step;
use std::fs::File;
use std::time::{Duration, SystemTime};

/// Writes a file beside and renames it into place, as careful programs do.
fn replace(path: &Path, text: &str, age: Duration) {
    let beside = path.with_extension("tmp");
    fs::write(&beside, text).unwrap();
    File::options().write(true).open(&beside).unwrap().set_modified(SystemTime::now() - age).unwrap();
    fs::rename(beside, path).unwrap();
}

#[test]
fn a_foreign_file_that_comes_or_changes_after_the_carrying_over_is_not_lost() {
    for no_exchange in [false, true] {
        for step in [Step::Carried, Step::Sealed] {
            let bench = Bench::with(&[("a", "1"), ("d/b", "1")]);
            bench.foreign("CNAME", "old");
            let old = SystemTime::now() - Duration::from_secs(60);
            File::options().write(true).open(bench.out().join("CNAME")).unwrap().set_modified(old).unwrap();
            let out = bench.out();
            fault::at(step, 0, move || {
                replace(&out.join("CNAME"), "new", Duration::ZERO);
                fs::create_dir_all(out.join(".git/objects")).unwrap();
                fs::write(out.join(".git/objects/1"), "late").unwrap();
                std::os::unix::fs::symlink("a", out.join("d/late")).unwrap();
            });
            fault::on_poor_disk(false, no_exchange, || bench.build(&[("a", "2")]).unwrap());
            let site = [
                (".git", "/"),
                (".git/objects", "/"),
                (".git/objects/1", "late"),
                ("CNAME", "new"),
                ("a", "2"),
                ("d", "/"),
                ("d/late", "-> a"),
            ];
            assert_eq!(bench.site(), expect(&site));
            bench.assert_tidy();
        }
    }
}

#[test]
fn a_late_foreign_file_in_the_place_of_a_page_stays_and_stops_the_next_build() {
    for age in [Duration::ZERO, Duration::from_secs(3600)] {
        let bench = Bench::with(&[("a", "1")]);
        let out = bench.out();
        fault::at(Step::Sealed, 0, move || replace(&out.join("new"), "mine", age));
        bench.build(&[("a", "2"), ("new", "ours")]).unwrap();
        assert_eq!(bench.site(), expect(&[("a", "2"), ("new", "ours")]));
        let error = bench.open().unwrap_err();
        let said = format!("{error}: {}", std::error::Error::source(&error).unwrap());
        assert!(said.contains("could not clear ") && said.contains("public.waymark-new"), "{said}");
        assert!(said.contains("the new site has a file of its own in the place of new"), "{said}");
        let late = bench.path(".public.waymark-new/new");
        assert_eq!(fs::read_to_string(&late).unwrap(), "mine");
        fs::rename(late, bench.path("rescued")).unwrap();
        bench.build(&[("a", "3")]).unwrap();
        assert_eq!(bench.names(), ["public", "rescued"]);
    }
}

#[test]
fn a_file_that_comes_into_the_old_folder_while_that_is_being_removed_is_not_lost() {
    let bench = Bench::with(&[("a", "1")]);
    // As from a shell whose folder this was a moment ago.
    let late = bench.path(".public.waymark-new/late");
    fault::at(Step::Discarded, 0, move || fs::write(late, "mine").unwrap());
    bench.build(&[("a", "2")]).unwrap();
    assert_eq!(bench.names(), [".public.waymark-new", "public"]);
    drop(bench.open().unwrap());
    assert_eq!(bench.site(), expect(&[("a", "2"), ("late", "mine")]));
    bench.assert_tidy();
}

#[test]
fn a_late_file_in_an_empty_folder_stops_the_build_and_is_not_lost() {
    for step in [Step::Staged, Step::Sealed] {
        let bench = Bench::new();
        fs::create_dir(bench.out()).unwrap();
        let out = bench.out();
        fault::at(step, 0, move || fs::write(out.join("CNAME"), "mine").unwrap());
        bench.build(&[("a", "1")]).unwrap_err();
        assert_eq!(bench.site(), expect(&[("CNAME", "mine")]));
        bench.assert_tidy();
    }
}

#[test]
fn a_foreign_file_that_comes_before_the_end_is_carried_over() {
    let bench = Bench::with(&[("a", "1")]);
    let output = bench.open().unwrap();
    output.put("a", b"2").unwrap();
    bench.foreign("d/CNAME", "mine");
    output.finish().unwrap();
    assert_eq!(bench.site(), expect(&[("a", "2"), ("d", "/"), ("d/CNAME", "mine")]));
}

#[test]
fn an_output_that_vanishes_is_built_if_nothing_is_missing_and_refused_otherwise() {
    let bench = Bench::with(&[("a", "1"), ("b", "1")]);
    let output = bench.open().unwrap();
    output.put("a", b"2").unwrap();
    output.put("b", b"1").unwrap();
    fs::remove_dir_all(bench.out()).unwrap();
    let said = message(output.finish());
    assert!(said.starts_with("could not carry over "), "{said}");
    assert!(bench.names().is_empty());
    let output = bench.open().unwrap();
    output.put("a", b"2").unwrap();
    output.finish().unwrap();
    assert_eq!(bench.site(), expect(&[("a", "2")]));
}
