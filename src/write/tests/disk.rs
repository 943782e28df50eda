//! Disks that are full, mounted or read-only.

use super::*;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

/// A small file system in memory, unmounted when dropped; `None`, and a line that says so, where
/// we may not mount.
struct Small(PathBuf);

impl Small {
    fn mount(at: PathBuf) -> Option<Small> {
        fs::create_dir_all(&at).unwrap();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=256k", "none"]).arg(&at).output();
        if mount.is_ok_and(|done| done.status.success()) {
            return Some(Small(at));
        }
        eprintln!("skipped: this test must be allowed to mount a file system");
        None
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        Command::new("umount").arg(&self.0).status().unwrap();
    }
}

#[test]
fn a_full_disk_leaves_the_old_site_and_no_stage() {
    let bench = Bench::new();
    let Some(small) = Small::mount(bench.path("small")) else { return };
    let out = small.0.join("public");
    let build = |size: usize| {
        let output = Output::open(&out, &[])?;
        output.put("a", b"1")?;
        output.put("big", &vec![b'x'; size])?;
        output.finish()
    };
    build(1000).unwrap();
    let before = tree(&out);
    let error = build(1_000_000).unwrap_err();
    let said = error.to_string();
    assert!(said.starts_with("could not write ") && said.contains("make room on the disk"), "{said}");
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "No space left on device (os error 28)");
    assert_eq!(tree(&out), before);
    assert_eq!(fs::read_dir(&small.0).unwrap().count(), 1);
    build(2000).unwrap();
}

#[test]
fn a_mounted_file_system_is_refused_as_the_output_and_inside_it() {
    let bench = Bench::with(&[("a", "1")]);
    {
        let Some(small) = Small::mount(bench.out().join("files")) else { return };
        fs::write(small.0.join("mine"), "1").unwrap();
        let said = message(bench.open());
        assert!(said.contains("public/files is a mounted file system"), "{said}");
        bench.assert_tidy();
        assert_eq!(fs::read_to_string(small.0.join("mine")).unwrap(), "1");
    }
    let small = Small::mount(bench.path("disk")).unwrap();
    let said = message(Output::open(&small.0, &[]));
    assert!(said.contains("disk is a mounted file system"), "{said}");
    Output::open(&small.0.join("public"), &[]).unwrap().finish().unwrap();
}

#[test]
fn folders_that_may_not_be_written_into_are_named_and_nothing_changes() {
    let bench = Bench::with(&[("a", "1")]);
    let allow = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    allow(&bench.out(), 0o555);
    if fs::write(bench.out().join("probe"), "").is_ok() {
        fs::remove_file(bench.out().join("probe")).unwrap();
        eprintln!("skipped: permissions do not bind the superuser");
        return;
    }
    let said = message(bench.build(&[("a", "2")]));
    assert!(said.contains("could not write into ") && said.contains("the right to write there"), "{said}");
    allow(&bench.out(), 0o755);
    allow(bench.folder.path(), 0o555);
    let said = message(bench.build(&[("a", "2")]));
    assert!(said.contains(".public.waymark-lock; nothing was published: ask for"), "{said}");
    allow(bench.folder.path(), 0o755);
    assert_eq!(bench.site(), expect(&[("a", "1")]));
    bench.assert_tidy();
}
