//! Files in the output that we did not write.

use super::*;
use crate::write::steps::Step;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

#[test]
fn foreign_files_folders_and_links_are_kept_at_any_depth() {
    let bench = Bench::with(&[("a", "1"), ("d/b", "1"), ("gone/c", "1")]);
    bench.foreign("CNAME", "example.org");
    bench.foreign(".git/refs/heads/main", "abc");
    bench.foreign("d/notes.txt", "mine");
    bench.foreign("gone/kept.txt", "mine");
    fs::create_dir_all(bench.out().join("empty/folder")).unwrap();
    symlink("nowhere/../at all", bench.out().join("d/dangling")).unwrap();
    symlink("/", bench.out().join("root")).unwrap();
    bench.build(&[("a", "2"), ("d/b", "1")]).unwrap();
    let kept = [
        (".git", "/"),
        (".git/refs", "/"),
        (".git/refs/heads", "/"),
        (".git/refs/heads/main", "abc"),
        ("CNAME", "example.org"),
        ("a", "2"),
        ("d", "/"),
        ("d/b", "1"),
        ("d/dangling", "-> nowhere/../at all"),
        ("d/notes.txt", "mine"),
        ("empty", "/"),
        ("empty/folder", "/"),
        ("gone", "/"),
        ("gone/kept.txt", "mine"),
        ("root", "-> /"),
    ];
    assert_eq!(bench.site(), expect(&kept));
    bench.assert_tidy();
    bench.build(&[]).unwrap();
    let mut rest = expect(&kept);
    rest.remove("a");
    rest.remove("d/b");
    assert_eq!(bench.site(), rest);
}

#[test]
fn foreign_files_keep_inode_date_and_permissions_and_their_folders_too() {
    let bench = Bench::with(&[("a", "1")]);
    bench.foreign("private/deep/key", "secret");
    let [outer, deep, key] = ["private", "private/deep", "private/deep/key"].map(|path| bench.out().join(path));
    let modes = [(&key, 0o400), (&deep, 0o555), (&outer, 0o700)];
    for (path, mode) in modes {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    let look = |path: &PathBuf| path.metadata().map(|found| (found.mode(), found.mtime_nsec())).unwrap();
    let before = ([&outer, &deep, &key].map(look), key.metadata().unwrap().ino());
    for text in ["2", "3"] {
        bench.build(&[("a", text)]).unwrap();
        assert_eq!(([&outer, &deep, &key].map(look), key.metadata().unwrap().ino()), before);
        bench.assert_tidy();
    }
    // Nor do read-only folders keep a leftover from being removed.
    for step in [Step::Carried, Step::Sealed, Step::Swapped] {
        assert!(fault::kill_at(step, 0, || drop(bench.build(&[("a", "4")]))));
        drop(bench.open().unwrap());
        assert_eq!([&outer, &deep, &key].map(look), before.0);
        bench.assert_tidy();
    }
    fs::set_permissions(&deep, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn names_that_are_not_unicode_are_kept() {
    let bench = Bench::with(&[("a", "1")]);
    let odd = bench.out().join(OsStr::from_bytes(b"caf\xe9"));
    if fs::write(&odd, "mine").is_err() {
        eprintln!("skipped: this file system has Unicode names only");
        return;
    }
    bench.build(&[("a", "2")]).unwrap();
    assert_eq!(fs::read_to_string(odd).unwrap(), "mine");
}

#[test]
fn pipes_and_sockets_are_kept() {
    let bench = Bench::with(&[("a", "1")]);
    let _held = std::os::unix::net::UnixListener::bind(bench.out().join("socket")).unwrap();
    let inode = |path: &str| bench.out().join(path).symlink_metadata().unwrap().ino();
    let before = inode("socket");
    bench.build(&[("a", "2")]).unwrap();
    assert_eq!(inode("socket"), before);
    let said = message(fault::on_poor_disk(true, false, || bench.build(&[("a", "3")])));
    assert!(said.starts_with("could not carry over "), "{said}");
    assert_eq!((inode("socket"), fs::read_to_string(bench.out().join("a")).unwrap()), (before, "2".into()));
}

#[test]
fn paths_taken_by_foreign_files_are_refused_by_name_and_nothing_changes() {
    let bench = Bench::with(&[("a", "1"), ("d/b", "1")]);
    bench.foreign("CNAME", "mine");
    bench.foreign("e", "mine");
    bench.foreign("f/g", "mine");
    symlink("a", bench.out().join("d/link")).unwrap();
    let before = tree(&bench.out());
    let said = message(bench.build(&[("f", "2"), ("e/x", "2"), ("d/link", "1"), ("CNAME", "mine"), ("d/b", "2")]));
    assert!(said.contains("did not write: CNAME, d/link, e, f; move them, or rename"), "{said}");
    assert_eq!(tree(&bench.out()), before);
    bench.assert_tidy();
}

#[test]
fn a_foreign_folder_may_be_shared() {
    let bench = Bench::with(&[("a", "1")]);
    bench.foreign("d/mine", "1");
    bench.build(&[("d/ours", "1")]).unwrap();
    assert_eq!(bench.site(), expect(&[("d", "/"), ("d/mine", "1"), ("d/ours", "1")]));
    bench.build(&[]).unwrap();
    assert_eq!(bench.site(), expect(&[("d", "/"), ("d/mine", "1")]));
}

#[test]
fn a_list_that_lies_cannot_make_us_touch_anything_outside() {
    let bench = Bench::with(&[("a", "1")]);
    fs::write(bench.path("precious"), "mine").unwrap();
    let list = format!("waymark output 1\n../precious\n{}\n\n/\nd\n", bench.path("precious").display());
    bench.foreign(".waymark-output", &list);
    bench.foreign("d/mine", "1");
    bench.build(&[("b", "1")]).unwrap();
    assert_eq!(fs::read_to_string(bench.path("precious")).unwrap(), "mine");
    // What the list does not name counts as foreign, so nothing is lost.
    assert_eq!(bench.site(), expect(&[("a", "1"), ("b", "1"), ("d", "/"), ("d/mine", "1")]));
}

#[test]
fn foreign_files_with_names_that_we_keep_for_ourselves_are_not_written_over() {
    let bench = Bench::with(&[("a", "1")]);
    bench.foreign(".waymark-output.part", "mine");
    let said = message(bench.build(&[("a", "2")]));
    assert!(said.contains(".waymark-output.part"), "{said}");
    assert_eq!(bench.site(), expect(&[(".waymark-output.part", "mine"), ("a", "1")]));
}
