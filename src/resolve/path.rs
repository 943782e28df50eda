//! Paths within a site: always `/` between parts, never above the root.

/// Joins a folder and a relative path. `None` if it would lead above the root. A path that begins
/// with `/` starts from the root.
pub fn normalise(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> =
        if path.starts_with('/') { Vec::new() } else { folder.split('/').filter(|part| !part.is_empty()).collect() };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The way from a file to another, both given from the root.
pub fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = folder_of(from).split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = to.len().saturating_sub(1);
    let shared = from.iter().zip(&to[..folders]).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - shared);
    format!("{up}{}", to[shared..].join("/"))
}

/// The folder of a file, without a slash at its end.
pub fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The way from a file up to the root: `""`, `"../"`, ….
pub fn to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// Undoes `%20` and its like; what is no valid escape stays as it is.
pub fn percent_decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = bytes
            .get(at + 1..at + 3)
            .filter(|hex| hex.iter().all(u8::is_ascii_hexdigit))
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match escaped {
            Some(byte) if bytes[at] == b'%' => {
                out.push(byte);
                at += 3;
            }
            _ => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_join_and_never_leave_the_root() {
        assert_eq!(normalise("guidance/harms", "../practice/a.md").as_deref(), Some("guidance/practice/a.md"));
        assert_eq!(normalise("guidance", "/index.md").as_deref(), Some("index.md"));
        assert_eq!(normalise("guidance", "../../etc/passwd"), None);
    }

    #[test]
    fn the_way_back_is_shortest() {
        assert_eq!(relative("guidance/harms/a.html", "guidance/practice/b.html"), "../practice/b.html");
        assert_eq!(relative("a.html", "b.html"), "b.html");
        assert_eq!(relative("x/y/a.html", "b.html"), "../../b.html");
        assert_eq!(to_root("x/y/a.html"), "../../");
    }

    #[test]
    fn percent_escapes_are_undone() {
        assert_eq!(percent_decode("a%20b%zz"), "a b%zz");
    }
}
