//! Reads HTML that Waymark wrote: tags with their attributes, and nothing more.

/// A start tag.
#[derive(Debug)]
pub struct Tag {
    /// Its name, in lower case.
    pub name: String,
    /// Names in lower case, and values with character references undone.
    pub attributes: Vec<(String, String)>,
    /// The text between it and the next tag.
    pub text: String,
}

impl Tag {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Elements whose content is not markup.
const TEXT_ONLY: &[&str] = &["script", "style", "title", "textarea"];

/// The start tags of a document, in order.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (mut tag, after) = start(&rest[1..]);
            let length = match TEXT_ONLY.contains(&tag.name.as_str()) {
                true => after.find(&format!("</{}", tag.name)).unwrap_or(after.len()),
                false => after.find('<').unwrap_or(after.len()),
            };
            tag.text = after[..length].to_owned();
            tags.push(tag);
            rest = &after[length..];
        } else {
            rest = &rest[1..];
        }
    }
    tags
}

fn start(text: &str) -> (Tag, &str) {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).unwrap_or(text.len());
    let mut tag = Tag { name: text[..end].to_lowercase(), attributes: Vec::new(), text: String::new() };
    let mut rest = text[end..].trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    while !rest.is_empty() && !rest.starts_with('>') {
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len()).max(1);
        let name = rest[..end].to_lowercase();
        let (value, after) = value(rest[end..].trim_start());
        tag.attributes.push((name, decode(value)));
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    }
    (tag, rest.strip_prefix('>').unwrap_or(""))
}

/// The value that follows an attribute's name, and the rest.
fn value(text: &str) -> (&str, &str) {
    let Some(text) = text.strip_prefix('=') else { return ("", text) };
    let text = text.trim_start();
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => text[1..].split_once(quote).unwrap_or((&text[1..], "")),
        _ => text.split_at(text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len())),
    }
}

/// Undoes the character references that our escaping and Tera's write.
pub fn decode(text: &str) -> String {
    let plain = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&#x3D;", "="),
    ];
    let text = plain.iter().fold(text.to_owned(), |text, (reference, character)| text.replace(reference, character));
    text.replace("&amp;", "&")
}

/// Undoes `%20` and its like.
pub fn percent_decode(text: &str) -> String {
    waymark::resolve::percent_decode(text)
}

#[test]
fn tags_are_read_with_their_attributes() {
    let html = "<!doctype html><!-- <x> --><p class=a id='b' hidden>t<br/><a href=\"c&amp;d\">e</a><script src=x>1 < <b></script>";
    let tags = tags(html);
    let names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["p", "br", "a", "script"]);
    assert_eq!(
        (tags[0].attribute("class"), tags[0].attribute("id"), tags[0].attribute("hidden")),
        (Some("a"), Some("b"), Some(""))
    );
    assert_eq!(tags[2].attribute("href"), Some("c&d"));
    assert_eq!(tags[3].text, "1 < <b>");
}
