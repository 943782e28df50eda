//! The demonstration site in `content/`: it is the tutorial, so nothing in it may be wrong.

use crate::crawl;
use crate::folder::{Folder, files, project, snapshot};
use crate::process::Waymark;

const ADDRESS: &str = "https://waymark.example/";

#[test]
fn it_builds_without_a_warning_and_every_link_of_it_leads_somewhere() {
    let out = Folder::empty();
    let public = out.join("public");
    let ran = Waymark::on("build", project()).arg("--deny-warnings").arg("--out").arg(&public).run().ends_with(0);
    assert!(ran.stderr.contains("no errors and no warnings"), "{}", ran.stderr);
    let faults = crawl::faults(&public, ADDRESS);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn it_builds_on_other_days_and_with_drafts() {
    for arguments in [&["--at", "2030-01-01"][..], &["--at", "2020-01-01", "--drafts"], &["--drafts"]] {
        let out = Folder::empty();
        let public = out.join("public");
        let build = Waymark::new(["build".as_ref(), project().as_os_str(), "--out".as_ref(), public.as_os_str()]);
        let ran = arguments.iter().fold(build, Waymark::arg).run();
        if ran.code == 0 {
            let faults = crawl::faults(&public, ADDRESS);
            assert!(faults.is_empty(), "{arguments:?}: {} faults:\n{}", faults.len(), faults.join("\n"));
        }
        assert!(ran.code <= 1, "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn the_output_is_the_same_with_any_number_of_threads_and_from_any_folder() {
    let copy = Folder::empty();
    for path in files(&project().join("content")) {
        copy.write(&format!("deep/er/content/{path}"), std::fs::read(project().join("content").join(&path)).unwrap());
    }
    let build = |name: &str, threads: &str, from_elsewhere: bool| {
        let public = copy.join(name);
        let run = if from_elsewhere {
            Waymark::new(["build", ".", "--at", crate::process::DAY]).within(&copy.join("deep/er"))
        } else {
            Waymark::on("build", project())
        };
        run.arg("--out").arg(&public).env("RAYON_NUM_THREADS", threads).run().ends_with(0);
        snapshot(&public)
    };
    let first = build("one", "1", false);
    assert!(first == build("four", "4", false), "four threads make another site");
    assert!(first == build("elsewhere", "2", true), "another folder makes another site");
}
