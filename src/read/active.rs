//! Files that could run code in a reader's browser when they are opened from the site.

use std::path::Path;

/// Extensions that browsers show as pages or run.
const PAGES: &[&str] =
    &["html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "xml", "xsl", "xslt", "js", "mjs", "wasm", "swf", "hta"];

/// Why a file must not be published, if it must not.
pub fn fault(path: &str, file: &Path) -> Option<String> {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase();
    if PAGES.contains(&extension.as_str()) {
        return Some(format!("a browser would run or show a .{extension} file as a page of this site"));
    }
    if extension != "svg" {
        return None;
    }
    let text = String::from_utf8_lossy(&std::fs::read(file).ok()?).to_lowercase();
    let found = ["<script", "<foreignobject", "javascript:", "<!entity", "<iframe", "<handler"]
        .into_iter()
        .find(|code| text.contains(code));
    found.map(|code| format!("this drawing holds `{code}`")).or_else(|| event_handler(&text))
}

/// An attribute such as `onload=`.
fn event_handler(text: &str) -> Option<String> {
    let begins = |before: &str| before.ends_with(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '/'));
    text.match_indices("on").filter(|(at, _)| begins(&text[..*at])).find_map(|(at, _)| {
        let rest = &text[at..];
        let length = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let is_attribute = length > 2 && rest[length..].trim_start().starts_with('=');
        is_attribute.then(|| format!("this drawing holds the event handler `{}`", &rest[..length]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handlers_are_found_and_words_are_not() {
        assert!(event_handler("<svg onload=\"x\">").is_some());
        assert!(event_handler("<g\nonclick = 'x'>").is_some());
        assert!(event_handler("<text>based on trust = good</text>").is_none());
        assert!(event_handler("<text>only on a phone</text>").is_none());
    }

    #[test]
    fn pages_and_scripts_are_no_downloads() {
        assert!(fault("downloads/x.HTML", Path::new("none")).is_some());
        assert!(fault("downloads/x.pdf", Path::new("none")).is_none());
    }
}
