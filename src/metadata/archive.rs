//! Office documents: zip files with who wrote them, who saved them last, and their text.

use super::{Inside, Tells, read as read_file};
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// More of one part is not looked at.
const LONGEST_PART: u64 = 16 * 1024 * 1024;
const MOST_PARTS: usize = 2_000;

/// Elements that tell something, in the documents of Microsoft and in open ones.
const ELEMENTS: &[(&str, Tells)] = &[
    ("dc:creator", Tells::Who),
    ("cp:lastModifiedBy", Tells::Who),
    ("meta:initial-creator", Tells::Who),
    ("meta:printed-by", Tells::Who),
    ("Manager", Tells::Who),
    ("Company", Tells::Who),
    ("dc:title", Tells::Remark),
    ("dc:description", Tells::Remark),
    ("dc:subject", Tells::Remark),
    ("cp:keywords", Tells::Remark),
];

pub fn read(bytes: &[u8], inside: &mut Inside) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return };
    for number in 0..archive.len().min(MOST_PARTS) {
        let Ok(part) = archive.by_index(number) else { continue };
        let Ok(name) = part.name().map(Cow::into_owned) else { continue };
        let is_picture = [".jpg", ".jpeg", ".png", ".gif", ".webp"].iter().any(|ending| name.ends_with(ending));
        if !is_picture && !name.ends_with(".xml") && !name.ends_with("html") && !name.ends_with(".txt") {
            continue;
        }
        let mut content = Vec::new();
        if part.take(LONGEST_PART).read_to_end(&mut content).is_err() {
            continue;
        }
        if is_picture {
            inside.traces.extend(read_file(&content).traces);
            continue;
        }
        let text = String::from_utf8_lossy(&content).into_owned();
        if name.starts_with("docProps/") || name == "meta.xml" {
            properties(&text, inside);
        } else if has_words(&name) {
            inside.texts.push(words(&text));
        }
    }
}

/// The words of a part, a paragraph a line.
fn words(text: &str) -> String {
    let mut words = String::new();
    for piece in text.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let ends = ["/w:p", "/a:p", "/text:p", "/text:h", "/si", "/p", "/h", "/li", "/td", "w:tab", "w:br"];
        if ends.iter().any(|end| tag.starts_with(end)) {
            words.push('\n');
        }
        words.push_str(text);
    }
    words
}

fn properties(text: &str, inside: &mut Inside) {
    for (element, tells) in ELEMENTS {
        let open = format!("<{element}");
        for (at, _) in text.match_indices(&open) {
            let content = text[at + open.len()..].split_once('>').map(|(_, content)| content);
            let words = content.and_then(|content| content.split('<').next()).unwrap_or_default();
            inside.add(*tells, words);
        }
    }
}

/// Whether a part holds what a reader reads, not how it looks.
fn has_words(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let known =
        ["document", "comments", "footnotes", "endnotes", "header", "footer", "sharedStrings", "slide", "notesSlide"];
    let of_office = known.iter().any(|known| {
        file.strip_prefix(known).is_some_and(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()) == ".xml")
    });
    of_office || name == "content.xml" || name.ends_with("html") || name.ends_with(".txt")
}
