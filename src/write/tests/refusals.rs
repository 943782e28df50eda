//! What must not be published into, and that it is left alone.

use super::*;
use std::os::unix::fs::symlink;

/// A site folder with content, a theme, and a folder that is neither.
fn site() -> Bench {
    let bench = Bench::new();
    for folder in ["site/content/guidance", "site/themes/default", "site/docs"] {
        fs::create_dir_all(bench.path(folder)).unwrap();
    }
    bench
}

fn open_in(bench: &Bench, out: &str) -> Result<Output, WriteError> {
    let protected = ["site/content", "site/content/guidance", "site/themes", "site", "site/missing"]
        .map(|folder| bench.path(folder));
    Output::open(&bench.path(out), &protected.each_ref().map(PathBuf::as_path))
}

#[test]
fn folders_of_the_site_are_never_published_into() {
    let bench = site();
    let before = tree(bench.folder.path());
    let refused = [
        "site",
        "site/",
        "site/.",
        ".",
        "site/content",
        "site/content/guidance",
        "site/content/new",
        "site/content/new/deeper",
        "site/themes/public",
        "site/missing",
        "site/missing/public",
        "site/docs/../content",
    ];
    for out in refused {
        assert!(matches!(open_in(&bench, out), Err(WriteError::Protected { .. })), "{out}");
        assert_eq!(tree(bench.folder.path()), before, "{out}");
    }
}

#[test]
fn a_link_does_not_hide_that_a_folder_is_protected() {
    let bench = site();
    symlink("site/content", bench.path("link")).unwrap();
    symlink("../elsewhere", bench.path("site/missing")).unwrap();
    fs::create_dir(bench.path("elsewhere")).unwrap();
    for out in ["link/public", "elsewhere", "elsewhere/public"] {
        assert!(matches!(open_in(&bench, out), Err(WriteError::Protected { .. })), "{out}");
    }
}

#[test]
fn beside_the_site_or_in_it_beside_its_folders_is_fine() {
    let bench = site();
    symlink("site", bench.path("link")).unwrap();
    for out in ["site/public", "public", "site-public", "link/dist", "site/docs", "site/build/public"] {
        open_in(&bench, out).unwrap().finish().unwrap();
        assert!(bench.path(out).join(".waymark-output").is_file());
    }
}

#[test]
fn the_message_names_both_folders() {
    let bench = site();
    let said = message(open_in(&bench, "site/content/public"));
    assert!(said.contains("site/content/public is, holds or lies inside "), "{said}");
    assert!(said.contains("site/content, which must not be overwritten: choose another"), "{said}");
}

#[test]
fn a_file_is_not_published_into() {
    let bench = Bench::new();
    fs::write(bench.out(), "mine").unwrap();
    let said = message(bench.open());
    assert!(said.contains("public is a file: remove it"), "{said}");
    assert_eq!(tree(bench.folder.path()), expect(&[("public", "mine")]));
}

#[test]
fn a_link_is_not_published_into_whatever_it_leads_to() {
    let bench = Bench::new();
    fs::create_dir(bench.path("real")).unwrap();
    for target in ["real", "nowhere"] {
        symlink(target, bench.out()).unwrap();
        for out in ["public", "public/"] {
            let said = message(Output::open(&bench.path(out), &[]));
            assert!(said.contains("public is a symbolic link: remove it"), "{said}");
        }
        fs::remove_file(bench.out()).unwrap();
    }
    assert_eq!(tree(bench.folder.path()), expect(&[("real", "/")]));
}

#[test]
fn a_folder_with_files_in_it_that_waymark_did_not_build_is_refused() {
    let bench = Bench::new();
    bench.foreign("thesis.doc", "years");
    let before = tree(bench.folder.path());
    let said = message(bench.open());
    assert!(said.contains("public has files in it that Waymark did not write: empty it"), "{said}");
    assert_eq!(tree(bench.folder.path()), before);
}

#[test]
fn a_list_of_another_format_is_refused() {
    for list in ["waymark output 2\na\n", "", "waymark output 1 \n", "\u{0}"] {
        let bench = Bench::new();
        bench.foreign(".waymark-output", list);
        let before = tree(bench.folder.path());
        let said = message(bench.open());
        assert!(said.contains(".waymark-output is not a list that this version"), "{said}");
        assert_eq!(tree(bench.folder.path()), before);
    }
}

#[test]
fn a_list_that_is_no_regular_file_marks_nothing() {
    let bench = Bench::with(&[("a", "1")]);
    fs::rename(bench.out().join(".waymark-output"), bench.path("list")).unwrap();
    symlink("../list", bench.out().join(".waymark-output")).unwrap();
    assert!(matches!(bench.open(), Err(WriteError::NotOurs { .. })));
}

#[test]
fn paths_without_a_name_are_refused() {
    let bench = Bench::new();
    for out in ["/", "", "..", "public/..", "nowhere/../public", ".public.waymark-new", ".x.waymark-lock"] {
        let out = if out == "/" || out.is_empty() { PathBuf::from(out) } else { bench.path(out) };
        assert!(matches!(Output::open(&out, &[]), Err(WriteError::Nameless { .. })), "{}", out.display());
    }
    assert!(bench.names().is_empty());
}

#[test]
fn a_second_build_is_refused_at_once_while_the_first_runs() {
    let bench = Bench::with(&[("a", "1")]);
    let first = bench.open().unwrap();
    first.put("a", b"2").unwrap();
    let said = message(bench.open());
    assert!(said.contains("another build is running and writes into "), "{said}");
    first.put("b", b"2").unwrap();
    first.finish().unwrap();
    assert_eq!(bench.site(), expect(&[("a", "2"), ("b", "2")]));
    bench.build(&[("a", "3")]).unwrap();
    bench.assert_tidy();
}

#[test]
fn builds_into_neighbouring_folders_do_not_hinder_each_other() {
    let bench = Bench::new();
    let one = bench.open().unwrap();
    let other = Output::open(&bench.path("other"), &[]).unwrap();
    one.finish().unwrap();
    other.finish().unwrap();
    assert_eq!(bench.names(), ["other", "public"]);
}

#[test]
fn of_many_builds_that_race_for_the_lock_one_at_a_time_gets_it() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    let (bench, inside, done) = (Bench::new(), AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (bench, inside, done) = (&bench, &inside, &done);
            scope.spawn(move || {
                for round in 0..50 {
                    let output = match bench.open() {
                        Err(WriteError::Busy { .. }) => continue,
                        output => output.unwrap(),
                    };
                    assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                    output.put("a", format!("{thread} {round}").as_bytes()).unwrap();
                    inside.fetch_sub(1, Ordering::SeqCst);
                    output.finish().unwrap();
                    done.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
    });
    assert!(done.into_inner() > 0);
    bench.assert_tidy();
}
