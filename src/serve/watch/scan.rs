//! Looks through folders for changes, where the system does not tell of them.

use super::FOLDERS;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// A number that is another whenever a file of the site has come, gone or changed.
pub fn scan(root: &Path) -> u64 {
    let entries = FOLDERS.iter().flat_map(|folder| WalkDir::new(root.join(folder)).follow_links(true));
    // Folders are read in any order.
    entries.map(|entry| entry.map_or(1, |entry| stamp(&entry))).fold(0, u64::wrapping_add)
}

fn stamp(entry: &DirEntry) -> u64 {
    let mut hasher = DefaultHasher::new();
    entry.path().hash(&mut hasher);
    if let Ok(metadata) = entry.metadata()
        && metadata.is_file()
    {
        (metadata.len(), metadata.modified().ok()).hash(&mut hasher);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::scan;
    use std::fs;

    #[test]
    fn saves_new_files_names_and_removals_are_seen() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let path = |path: &str| folder.path().join(path);
        fs::create_dir(path("content")).expect("made");
        let changes: [(&str, &dyn Fn()); 5] = [
            ("new", &|| fs::write(path("content/a.md"), "one").expect("saved")),
            ("saved", &|| fs::write(path("content/a.md"), "more").expect("saved")),
            ("renamed", &|| fs::rename(path("content/a.md"), path("content/b.md")).expect("renamed")),
            ("gone", &|| fs::remove_file(path("content/b.md")).expect("gone")),
            ("all gone", &|| fs::remove_dir(path("content")).expect("gone")),
        ];
        for (name, change) in changes {
            let before = scan(folder.path());
            assert_eq!(scan(folder.path()), before);
            change();
            assert_ne!(scan(folder.path()), before, "{name}");
        }
        fs::write(path("beside"), "").expect("saved");
        assert_eq!(scan(folder.path()), scan(folder.path()));
    }
}
