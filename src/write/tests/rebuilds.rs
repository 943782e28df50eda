//! Building, and building again.

use super::*;
use std::thread;
use std::time::SystemTime;

/// What changes if a file is written anew.
fn identity(path: &Path) -> (u64, SystemTime) {
    use std::os::unix::fs::MetadataExt;
    let metadata = path.metadata().unwrap();
    (metadata.ino(), metadata.modified().unwrap())
}

#[test]
fn a_first_build_makes_the_folder_and_its_parents_and_a_sorted_list() {
    let bench = Bench::new();
    let out = bench.path("far/away/public");
    let output = Output::open(&out, &[]).unwrap();
    output.put("b/c/d.html", b"d").unwrap();
    output.put("a.html", b"").unwrap();
    assert!(!out.exists());
    assert_eq!(output.finish().unwrap(), Summary { written: 2, unchanged: 0, removed: 0 });
    let list = "waymark output 1\na.html\nb/c/d.html\n";
    let site = [(".waymark-output", list), ("a.html", ""), ("b", "/"), ("b/c", "/"), ("b/c/d.html", "d")];
    assert_eq!(tree(&out), expect(&site));
    assert_eq!(tree(&bench.path("far/away")).len(), site.len() + 1);
}

#[test]
fn an_empty_folder_is_published_into_and_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new();
    fs::create_dir(bench.out()).unwrap();
    for text in ["1", "2"] {
        fs::set_permissions(bench.out(), fs::Permissions::from_mode(0o2750)).unwrap();
        bench.build(&[("a", text)]).unwrap();
        assert_eq!(bench.site(), expect(&[("a", text)]));
        assert_eq!(bench.out().metadata().unwrap().permissions().mode() & 0o7777, 0o2750);
    }
    bench.assert_tidy();
}

#[test]
fn a_build_that_changes_nothing_touches_nothing() {
    let files = [("a", "1"), ("d/b", "2")];
    let bench = Bench::with(&files);
    bench.foreign("CNAME", "x");
    let before = [".", "a", "d", "d/b", "CNAME"].map(|path| identity(&bench.out().join(path)));
    assert_eq!(bench.build(&files).unwrap(), Summary { written: 0, unchanged: 2, removed: 0 });
    assert_eq!([".", "a", "d", "d/b", "CNAME"].map(|path| identity(&bench.out().join(path))), before);
    bench.assert_tidy();
}

#[test]
fn unchanged_files_keep_inode_and_date_when_one_among_many_changes() {
    let path = |n: usize| format!("{}/{n}.html", n % 7);
    let text = |n: usize| "x".repeat(n * 300);
    let names: Vec<(String, String)> = (0..400).map(|n| (path(n), text(n))).collect();
    let mut files: Vec<(&str, &str)> = names.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let bench = Bench::with(&files);
    let before: Vec<_> = files.iter().map(|(path, _)| identity(&bench.out().join(path))).collect();
    let changed = text(300).replacen('x', "y", 1);
    files[300].1 = &changed;
    for _ in 0..2 {
        bench.build(&files).unwrap();
    }
    for (n, (path, text)) in files.iter().enumerate() {
        let file = bench.out().join(path);
        assert_eq!(fs::read_to_string(&file).unwrap(), *text);
        assert_eq!(identity(&file) == before[n], n != 300);
    }
}

#[test]
fn files_of_the_same_length_that_differ_only_late_are_told_apart() {
    let long = "x".repeat(200_000);
    let other = format!("{}y", &long[1..]);
    let bench = Bench::with(&[("a", &long)]);
    assert_eq!(bench.build(&[("a", &other)]).unwrap().written, 1);
    assert_eq!(bench.site(), expect(&[("a", &other)]));
}

#[test]
fn stale_files_and_their_folders_go() {
    let bench = Bench::with(&[("a", "1"), ("old/deep/b", "2"), ("old/c", "3")]);
    assert_eq!(bench.build(&[("a", "1")]).unwrap(), Summary { written: 0, unchanged: 1, removed: 2 });
    assert_eq!(bench.site(), expect(&[("a", "1")]));
    bench.assert_tidy();
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let bench = Bench::with(&[("a", "1"), ("b/c", "2")]);
    bench.build(&[("a/x", "1"), ("b", "2")]).unwrap();
    assert_eq!(bench.site(), expect(&[("a", "/"), ("a/x", "1"), ("b", "2")]));
}

#[test]
fn a_file_of_ours_that_somebody_deleted_or_changed_is_written_again() {
    let files = [("a", "1"), ("b", "2")];
    let bench = Bench::with(&files);
    fs::remove_file(bench.out().join("a")).unwrap();
    fs::write(bench.out().join("b"), "!").unwrap();
    assert_eq!(bench.build(&files).unwrap(), Summary { written: 2, unchanged: 0, removed: 0 });
    assert_eq!(bench.site(), expect(&files));
}

#[test]
fn a_folder_of_ours_replaced_by_a_link_is_never_followed() {
    let bench = Bench::with(&[("d/a", "1"), ("b", "1")]);
    fs::rename(bench.out().join("d"), bench.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", bench.out().join("d")).unwrap();
    let said = message(bench.build(&[("d/a", "2"), ("b", "2")]));
    assert!(said.contains(": d; move"), "{said}");
    assert_eq!(tree(&bench.path("elsewhere")), expect(&[("a", "1")]));
    // Without a page in that place, the link is a foreign file like any other.
    bench.build(&[("b", "2")]).unwrap();
    assert_eq!(bench.site()["d"], "-> ../elsewhere");
    assert_eq!(tree(&bench.path("elsewhere")), expect(&[("a", "1")]));
}

#[test]
fn a_file_is_copied_and_linked_to_the_old_one_when_it_is_the_same() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::with(&[("other", "1")]);
    let source = bench.path("picture");
    fs::write(&source, "p".repeat(150_000)).unwrap();
    fs::set_permissions(&source, fs::Permissions::from_mode(0o600)).unwrap();
    let build = |other: &str| {
        let output = bench.open().unwrap();
        output.put_file("img/picture", &source).unwrap();
        output.put("other", other.as_bytes()).unwrap();
        output.finish().unwrap()
    };
    assert_eq!(build("2").written, 2);
    let copy = bench.out().join("img/picture");
    let before = identity(&copy);
    assert_eq!(fs::read(&copy).unwrap(), fs::read(&source).unwrap());
    assert_ne!(copy.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(build("3"), Summary { written: 1, unchanged: 1, removed: 0 });
    assert_eq!(identity(&copy), before);
    fs::write(&source, "q".repeat(150_000)).unwrap();
    assert_eq!(build("3"), Summary { written: 1, unchanged: 1, removed: 0 });
    assert_eq!(fs::read(&copy).unwrap(), fs::read(&source).unwrap());
}

#[test]
fn a_dropped_output_leaves_the_old_one_as_it_was() {
    let bench = Bench::with(&[("a", "1")]);
    let before = identity(&bench.out());
    let output = bench.open().unwrap();
    output.put("a", b"2").unwrap();
    output.put("b", b"2").unwrap();
    drop(output);
    assert_eq!(bench.site(), expect(&[("a", "1")]));
    assert_eq!(identity(&bench.out()), before);
    bench.assert_tidy();
}

#[test]
fn the_order_and_number_of_threads_do_not_show() {
    let build = |threads: usize| {
        let bench = Bench::new();
        for round in 0..2 {
            let output = bench.open().unwrap();
            thread::scope(|scope| {
                for share in 0..threads {
                    let output = &output;
                    scope.spawn(move || {
                        for n in (0..600).rev().filter(|n| n % threads == share) {
                            let text = if n % 50 == round { "changed" } else { "same" };
                            output.put(&format!("{}/{}/{n}", n % 3, n % 5), text.as_bytes()).unwrap();
                        }
                    });
                }
            });
            output.finish().unwrap();
        }
        tree(&bench.out())
    };
    assert_eq!(build(1), build(8));
}

#[test]
fn where_links_are_refused_files_are_copied_and_keep_their_date() {
    let bench = Bench::with(&[("a", "1"), ("b", "1")]);
    bench.foreign("CNAME", "x");
    let dates = || ["a", "CNAME"].map(|path| identity(&bench.out().join(path)).1);
    let before = dates();
    fault::on_poor_disk(true, true, || bench.build(&[("a", "1"), ("b", "2")]).unwrap());
    assert_eq!(dates(), before);
    assert_eq!(bench.site(), expect(&[("CNAME", "x"), ("a", "1"), ("b", "2")]));
    bench.assert_tidy();
}
