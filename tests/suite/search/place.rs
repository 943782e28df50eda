//! Where a site is searched: folders, copies of them, zip files.

use super::{built, hits, search, site};
use crate::folder::{Folder, snapshot};
use std::io::Write;
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Packs a built site, its names after a prefix.
fn pack(folder: &Folder, prefix: &str, name: &str) {
    let mut zip = ZipWriter::new(std::fs::File::create(folder.join(name)).unwrap());
    for (path, bytes) in snapshot(&folder.join("public")) {
        zip.start_file(format!("{prefix}{path}"), SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap();
}

#[test]
fn a_copy_and_a_zip_file_answer_as_the_folder_does() {
    let folder = built();
    let here = hits(&search(&folder, &["referral", "--json"]).ends_with(0));
    let copy = Folder::empty();
    for (path, bytes) in snapshot(&folder.join("public")) {
        copy.write(&format!("stick/{path}"), bytes);
    }
    pack(&folder, "", "flat.zip");
    pack(&folder, "guidance 2026/", "within.zip");
    for place in [
        folder.join("public"),
        folder.path().to_owned(),
        copy.join("stick"),
        folder.join("flat.zip"),
        folder.join("within.zip"),
    ] {
        let ran = search(&copy, &["referral", "--json", "--site", place.to_str().unwrap()]).ends_with(0);
        assert_eq!(hits(&ran), here, "{}", place.display());
    }
    // Within the folder itself nothing need be named.
    let there = Folder::empty();
    for (path, bytes) in snapshot(&folder.join("public")) {
        there.write(&path, bytes);
    }
    assert_eq!(hits(&search(&there, &["referral", "--json"]).ends_with(0)), here);
    let ran = search(&there, &["referral"]).ends_with(0);
    assert!(ran.stdout.contains("\n   guidance/referral.html"), "{}", ran.stdout);
}

#[test]
fn what_cannot_be_searched_is_said_with_a_way_out() {
    let folder = site();
    folder.write("empty/note.txt", "nothing");
    folder.write("no.zip", "no zip file");
    pack(&built(), "a/b/", "deep.zip");
    for (site, said) in [
        (None, "waymark build"),
        (Some("."), "has not been built"),
        (Some("empty"), "holds no search-index/"),
        (Some("nowhere"), "there is no folder or file nowhere"),
        (Some("no.zip"), "no zip file that can be read"),
    ] {
        let mut arguments = vec!["referral"];
        arguments.extend(site.into_iter().flat_map(|site| ["--site", site]));
        let ran = search(&folder, &arguments).ends_with(2);
        assert!(ran.stdout.is_empty() && ran.stderr.contains(said), "{site:?}: {}", ran.stderr);
    }
    let deep = built();
    pack(&deep, "a/b/", "deep.zip");
    let ran = search(&deep, &["referral", "--site", "deep.zip"]).ends_with(2);
    assert!(ran.stderr.contains("holds no search-index/"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_index_is_not_followed() {
    let folder = built();
    let index = folder.join("public/search-index");
    let outside = folder.join("outside");
    let name = std::fs::read_dir(&index)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|extension| extension == "term"))
        .unwrap();
    std::fs::rename(&name, &outside).unwrap();
    std::os::unix::fs::symlink(Path::new("../../outside"), &name).unwrap();
    // The same bytes would answer, if they were read.
    search(&folder, &["referral"]).ends_with(2);
}
