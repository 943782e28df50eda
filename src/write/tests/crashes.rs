//! A build that is killed, at every step and in the middle of each, and what the next one finds.

use super::*;
use crate::write::list;
use crate::write::steps::Step;

const STEPS: [Step; 14] = [
    Step::Locked,
    Step::PutBack,
    Step::Recovered,
    Step::Staged,
    Step::Linking,
    Step::Linked,
    Step::Carrying,
    Step::Carried,
    Step::Sealing,
    Step::Sealed,
    Step::Aside,
    Step::Swapped,
    Step::Retiring,
    Step::Discarded,
];
const OLD: [(&str, &str); 4] = [("a", "1"), ("b", "1"), ("d/c", "1"), ("stale/e", "1")];
const NEW: [(&str, &str); 3] = [("a", "1"), ("b", "2"), ("d/n", "2")];

/// An old site with foreign files in it, and what it looks like.
fn start() -> (Bench, Tree) {
    let bench = Bench::with(&OLD);
    bench.foreign("CNAME", "mine");
    bench.foreign(".git/refs/main", "mine");
    bench.foreign("stale/notes", "mine");
    std::os::unix::fs::symlink("../a", bench.out().join("d/link")).unwrap();
    let old = tree(&bench.out());
    (bench, old)
}

/// Fails unless the output is the old site or the new one, list and foreign files included.
fn assert_whole(bench: &Bench, old: &Tree, new: &Tree) {
    let found = tree(&bench.out());
    assert!(found == *old || found == *new, "{found:#?}");
}

/// Kills a build at every moment there is, and lets `then` look at the outcome.
fn at_every_moment(then: impl Fn(&Bench, Step, &Tree, &Tree)) {
    let (mut moments, mut seen) = (0, Vec::new());
    let after = start().0;
    after.build(&NEW).unwrap();
    let new = tree(&after.out());
    for step in STEPS {
        for earlier in 0.. {
            let (bench, old) = start();
            if !fault::kill_at(step, earlier, || drop(bench.build(&NEW))) {
                break;
            }
            then(&bench, step, &old, &new);
            moments += 1;
            seen.push(step);
        }
    }
    assert!(moments > 25 && seen.contains(&Step::Linking) && seen.contains(&Step::Discarded));
}

/// On a good disk and on a poor one.
fn on_every_disk(run: impl Fn(bool)) {
    for poor in [false, true] {
        fault::on_poor_disk(poor, poor, || run(poor));
    }
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one_whole() {
    on_every_disk(|no_exchange| {
        at_every_moment(|bench, step, old, new| {
            // Between two renames there is a moment without a site, which the next open ends.
            if !(no_exchange && step == Step::Aside) {
                assert_whole(bench, old, new);
            }
        });
    });
}

#[test]
fn the_next_open_finds_it_whole_and_clears_what_was_left() {
    on_every_disk(|_| {
        at_every_moment(|bench, _, old, new| {
            drop(bench.open().unwrap());
            assert_whole(bench, old, new);
            bench.assert_tidy();
        });
    });
}

#[test]
fn the_next_build_is_as_good_as_if_nothing_had_happened() {
    on_every_disk(|_| {
        at_every_moment(|bench, _, _, new| {
            bench.build(&NEW).unwrap();
            assert_eq!(tree(&bench.out()), *new);
            bench.assert_tidy();
        });
    });
}

#[test]
fn the_clearing_up_may_be_killed_as_well() {
    for again in [Step::Locked, Step::PutBack, Step::Retiring, Step::Discarded, Step::Recovered] {
        on_every_disk(|_| {
            at_every_moment(|bench, _, old, new| {
                for earlier in 0.. {
                    if !fault::kill_at(again, earlier, || drop(bench.open())) {
                        break;
                    }
                    if again == Step::Discarded || again == Step::Recovered {
                        assert_whole(bench, old, new);
                    }
                }
                drop(bench.open().unwrap());
                assert_whole(bench, old, new);
                bench.assert_tidy();
            });
        });
    }
}

#[test]
fn a_build_killed_between_two_files_leaves_the_old_site() {
    let (bench, old) = start();
    let output = bench.open().unwrap();
    output.put("b", b"2").unwrap();
    fault::kill(output);
    assert_eq!(bench.names(), [".public.waymark-lock", ".public.waymark-new", "public"]);
    assert_eq!(tree(&bench.out()), old);
    bench.open().unwrap();
    assert_eq!(tree(&bench.out()), old);
    bench.assert_tidy();
}

#[test]
fn a_first_build_that_was_killed_leaves_nothing_or_all() {
    for exists in [false, true] {
        for step in STEPS {
            let bench = Bench::new();
            if exists {
                fs::create_dir(bench.out()).unwrap();
            }
            fault::kill_at(step, 0, || drop(bench.build(&NEW)));
            drop(bench.open().unwrap());
            let found = bench.site();
            assert!(found.is_empty() || found.len() == 4, "{step:?} {found:?}");
            bench.build(&NEW).unwrap();
            assert_eq!(bench.site().len(), 4);
            bench.assert_tidy();
        }
    }
}

#[test]
fn a_late_foreign_file_outlives_a_kill_after_the_swap() {
    let bench = start().0;
    let out = bench.out();
    fault::kill_at(Step::Swapped, 0, || {
        // The file comes by way of the folder that was the output a moment ago.
        drop(bench.build(&NEW));
    });
    assert!(list::marks(&bench.path(".public.waymark-new")));
    fs::write(bench.path(".public.waymark-new/late"), "mine").unwrap();
    drop(bench.open().unwrap());
    assert_eq!(fs::read_to_string(out.join("late")).unwrap(), "mine");
    bench.assert_tidy();
}

#[test]
fn an_old_site_found_aside_is_put_back() {
    let (bench, old) = start();
    fs::rename(bench.out(), bench.path(".public.waymark-old")).unwrap();
    drop(bench.open().unwrap());
    assert_eq!(tree(&bench.out()), old);
    bench.assert_tidy();
}

#[test]
fn a_leftover_that_is_no_folder_is_removed_and_links_are_not_followed() {
    let (bench, old) = start();
    fs::create_dir(bench.path("elsewhere")).unwrap();
    fs::write(bench.path("elsewhere/.waymark-output"), "waymark output 1\nx\n").unwrap();
    fs::write(bench.path("elsewhere/x"), "mine").unwrap();
    std::os::unix::fs::symlink("elsewhere", bench.path(".public.waymark-old")).unwrap();
    fs::write(bench.path(".public.waymark-new"), "?").unwrap();
    drop(bench.open().unwrap());
    assert_eq!(tree(&bench.out()), old);
    assert_eq!(tree(&bench.path("elsewhere")).len(), 2);
    assert_eq!(bench.names(), ["elsewhere", "public"]);
}
