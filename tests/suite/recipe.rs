//! Files of an example that cannot lie in a repository: links, odd names, odd bytes, great size.
//!
//! A `recipe.txt` has one file a line:
//!
//! ```text
//! file PATH "text with \n, \r, \t, \", \\, \xff, \u{feff} and \*1000{repeated text}"
//! link PATH -> TARGET
//! length PATH BYTES
//! ```
//!
//! A path takes the same escapes.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// Makes the files of a recipe below a folder.
pub fn follow(recipe: &str, root: &Path) {
    for line in recipe.lines().filter(|line| !line.trim().is_empty()) {
        let (verb, rest) = line.split_once(' ').unwrap_or_else(|| panic!("no recipe: {line}"));
        match verb {
            "file" => {
                let (path, text) = rest.split_once(" \"").unwrap();
                let text = text.strip_suffix('"').unwrap();
                fs::write(place(root, path), unescape(text)).unwrap();
            }
            "link" => {
                let (path, target) = rest.split_once(" -> ").unwrap();
                link(target, &place(root, path));
            }
            "length" => {
                let (path, length) = rest.rsplit_once(' ').unwrap();
                File::create(place(root, path)).unwrap().set_len(length.parse().unwrap()).unwrap();
            }
            _ => panic!("no recipe: {line}"),
        }
    }
}

fn place(root: &Path, path: &str) -> PathBuf {
    let file = root.join(os_string(unescape(path)));
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    file
}

#[cfg(unix)]
fn os_string(bytes: Vec<u8>) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes)
}

#[cfg(not(unix))]
fn os_string(bytes: Vec<u8>) -> OsString {
    String::from_utf8(bytes).unwrap().into()
}

#[cfg(unix)]
fn link(target: &str, path: &Path) {
    std::os::unix::fs::symlink(target, path).unwrap();
}

#[cfg(not(unix))]
fn link(_: &str, _: &Path) {
    unreachable!("recipes are followed on Unix only")
}

fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend(before.as_bytes());
        rest = escape(after, &mut bytes);
    }
    bytes.extend(rest.as_bytes());
    bytes
}

/// Appends what an escape stands for and gives what follows it.
fn escape<'t>(text: &'t str, bytes: &mut Vec<u8>) -> &'t str {
    let (letter, rest) = text.split_at(1);
    match letter {
        "n" => bytes.push(b'\n'),
        "r" => bytes.push(b'\r'),
        "t" => bytes.push(b'\t'),
        "x" => {
            bytes.push(u8::from_str_radix(&rest[..2], 16).unwrap());
            return &rest[2..];
        }
        "u" => {
            let (code, rest) = rest[1..].split_once('}').unwrap();
            let character = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
            bytes.extend(character.to_string().as_bytes());
            return rest;
        }
        "*" => {
            let (times, rest) = rest.split_once('{').unwrap();
            let (what, rest) = rest.split_once('}').unwrap();
            bytes.extend(what.repeat(times.parse().unwrap()).as_bytes());
            return rest;
        }
        itself => bytes.extend(itself.as_bytes()),
    }
    rest
}

#[test]
fn escapes_stand_for_their_bytes() {
    assert_eq!(unescape(r#"a\n\xff\u{feff}\"\\b\*3{cd}e"#), b"a\n\xff\xef\xbb\xbf\"\\bcdcdcde");
}
