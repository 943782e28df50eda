//! Site folders that tests make, change and look at.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

/// A folder that goes when the test ends.
pub struct Folder(TempDir);

impl Folder {
    /// An empty folder.
    pub fn empty() -> Folder {
        Folder(TempDir::new().unwrap())
    }

    /// A folder with files, by path and text.
    pub fn with<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Folder {
        let folder = Folder::empty();
        for (path, text) in files {
            folder.write(path, text);
        }
        folder
    }

    /// A small site: two pages that link to each other, an image and settings.
    pub fn small_site() -> Folder {
        Folder::with([
            ("content/site.yaml", "title: Small site\nurl: https://waymark.example/\n"),
            ("content/index.md", "---\ntitle: Home\n---\n\nSee [referral](guidance/referral.md).\n"),
            ("content/guidance/referral.md", &guidance("Referral", "See [recording](recording.md#facts).\n")),
            (
                "content/guidance/recording.md",
                &guidance("Recording", "## Facts\n\n![A square](../images/square.svg)\n"),
            ),
            ("content/images/square.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n"),
        ])
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Where something in it is.
    pub fn join(&self, path: &str) -> PathBuf {
        self.path().join(path)
    }

    /// Writes a file, and makes the folders above it.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Takes a file away.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.join(path)).unwrap();
    }
}

/// A page of guidance.
pub fn guidance(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nsummary: What to do.\n---\n\n{body}")
}

/// Every file below a folder with its bytes, by path with `/` between parts.
pub fn snapshot(root: &Path) -> BTreeMap<String, Vec<u8>> {
    files(root).into_iter().map(|path| (path.clone(), fs::read(root.join(path)).unwrap())).collect()
}

/// The paths of all files below a folder, with `/` between parts.
pub fn files(root: &Path) -> Vec<String> {
    let entries = WalkDir::new(root).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    files.map(|entry| slashed(entry.path().strip_prefix(root).unwrap())).collect()
}

/// A path with `/` between its parts.
pub fn slashed(path: &Path) -> String {
    path.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/")
}

/// The project itself, whose `content/` is the demonstration site.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
