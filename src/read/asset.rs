//! Files that are no text of ours: what they say, and what they say of themselves.

use super::LARGEST_TEXT;
use crate::metadata::{self, Inside};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Extensions of files that are text.
const TEXT: &[&str] =
    &["csv", "htm", "html", "ics", "json", "md", "rtf", "srt", "svg", "txt", "vtt", "xml", "yaml", "yml"];

/// What was found in a file.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Its text, if it is one.
    pub text: Option<String>,
    /// What it says of itself besides.
    pub inside: Inside,
}

/// Looks into a file. What cannot be read is told when it is to be published.
pub fn look(path: &str, file: &Path) -> Found {
    let mut bytes = Vec::new();
    let read = File::open(file).and_then(|file| file.take(metadata::LONGEST).read_to_end(&mut bytes));
    if read.is_err() {
        return Found::default();
    }
    let inside = metadata::read(&bytes);
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase();
    bytes.truncate(usize::try_from(LARGEST_TEXT).unwrap_or(usize::MAX));
    let text = TEXT.contains(&extension.as_str()).then(|| String::from_utf8_lossy(&bytes).into_owned());
    Found { text, inside }
}
