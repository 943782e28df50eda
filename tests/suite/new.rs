//! `waymark new`

use crate::folder::Folder;
use crate::process::Waymark;
use std::fs;

#[test]
fn a_new_site_builds_without_a_warning() {
    let folder = Folder::empty();
    let made = Waymark::new(["new", "deep/down/site"]).within(folder.path()).run().ends_with(0);
    assert!(made.stdout.is_empty());
    assert!(made.stderr.contains("waymark serve deep/down/site"), "{}", made.stderr);
    assert_eq!(folder.read("deep/down/site/.gitignore").lines().last(), Some("/public"));
    assert!(!folder.join("deep/down/site/public").exists(), "a build of starter/ got into the program");

    Waymark::new(["build", "deep/down/site", "--deny-warnings"]).within(folder.path()).run().ends_with(0);
    for page in ["index", "guidance/index", "glossary", "legislation", "contacts"] {
        let html = folder.read(&format!("deep/down/site/public/{page}.html"));
        assert!(html.contains("This is example text to start from."), "{page}");
    }
    assert!(folder.read("deep/down/site/public/contacts.html").contains("tel:999"));
}

#[test]
fn an_empty_folder_is_as_good_as_none() {
    let folder = Folder::empty();
    fs::create_dir(folder.join("my site")).unwrap();
    let made = Waymark::new(["new", "my site"]).within(folder.path()).run().ends_with(0);
    assert!(made.stderr.contains("waymark serve \"my site\""), "{}", made.stderr);
    assert!(folder.join("my site/content/site.yaml").is_file());
}

#[test]
fn a_folder_with_anything_in_it_is_left_as_it_is() {
    let folder = Folder::with([(".hidden", "mine")]);
    let refused = Waymark::new(["new", "."]).within(folder.path()).run().ends_with(2);
    assert!(refused.stderr.contains("is not empty"), "{}", refused.stderr);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    assert_eq!(folder.read(".hidden"), "mine");
}

#[test]
fn a_file_is_no_folder_to_make_a_site_in() {
    let folder = Folder::with([("file", "mine")]);
    for place in ["file", "file/site"] {
        let refused = Waymark::new(["new", place]).within(folder.path()).run().ends_with(2);
        assert!(refused.stderr.contains("is a file"), "{}", refused.stderr);
    }
    assert_eq!(folder.read("file"), "mine");
}
