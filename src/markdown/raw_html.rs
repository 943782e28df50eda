//! HTML that authors write: only tags on the site's list pass, rebuilt from their parts.
//!
//! Nothing is passed on as it was written. A tag that reads as `<name attribute="value">`, whose name
//! the site allows, is written anew with the attributes on our list; all else is dropped or shown as
//! text. Elements that could change how what follows is read can never be allowed.

use super::LinkKind;
use super::escape::{push_attribute, push_text};

/// Elements that a site may allow. None runs code, loads anything but an image, or changes how text is parsed.
const POSSIBLE: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];
/// Elements that stand within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];
const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];
/// Elements whose content goes with them.
const WITH_CONTENT: &[&str] =
    &["script", "style", "template", "iframe", "object", "noscript", "textarea", "title", "svg", "math"];
const ATTRIBUTES: &[&str] = &[
    "abbr", "alt", "cite", "class", "colspan", "datetime", "dir", "headers", "height", "id", "lang", "open",
    "reversed", "rowspan", "scope", "span", "start", "title", "value", "width",
];

/// Decides what an address becomes, as for any other link or image.
pub type Place<'p> = &'p mut dyn FnMut(LinkKind, String) -> String;

/// What became of a stretch of HTML.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// What may be written.
    pub html: String,
    /// What of it a reader sees: line breaks separate blocks.
    pub words: String,
    /// The first element that was refused.
    pub refused: Option<String>,
    /// Whether an image does not say what it shows. An empty `alt` says that it only decorates.
    pub without_alt: bool,
}

/// Cleans the HTML of one page, stretch by stretch, and keeps its tags balanced.
#[derive(Debug, Default)]
pub struct Cleaner {
    open: Vec<String>,
    /// The element whose content is being dropped.
    dropping: Option<String>,
}

/// Whether no setting can let an element pass.
pub fn is_never_allowed(name: &str) -> bool {
    !POSSIBLE.contains(&name)
}

/// Whether an address that an author wrote may be followed: relative, or http, https, mailto or tel.
/// Browsers ignore spaces and control characters in a scheme, so they are ignored here.
pub fn is_safe_address(address: &str) -> bool {
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let head = plain.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':') {
        None => true,
        Some((scheme, _)) => matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto" | "tel"),
    }
}

impl Cleaner {
    /// Cleans a stretch.
    pub fn clean(&mut self, html: &str, allowed: &[String], place: Place) -> Cleaned {
        let mut cleaned = Cleaned::default();
        let mut rest = html;
        while !rest.is_empty() {
            let text = rest.find('<').unwrap_or(rest.len());
            if self.dropping.is_none() {
                let plain = decode(&rest[..text]);
                push_text(&mut cleaned.html, &plain);
                cleaned.words.extend(plain.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
            }
            rest = &rest[text..];
            if rest.is_empty() {
                break;
            }
            rest = self.markup(rest, allowed, place, &mut cleaned);
        }
        cleaned
    }

    /// The tags that close what is still open.
    pub fn close_all(&mut self) -> String {
        std::mem::take(&mut self.open).into_iter().rev().map(|name| format!("</{name}>")).collect()
    }

    /// Handles the markup that `rest` begins with and gives what follows it.
    fn markup<'a>(&mut self, rest: &'a str, allowed: &[String], place: Place, cleaned: &mut Cleaned) -> &'a str {
        for (open, close) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")] {
            if let Some(inner) = rest.strip_prefix(open) {
                return inner.find(close).map_or("", |end| &inner[end + close.len()..]);
            }
        }
        let Some((tag, after)) = Tag::read(rest) else {
            if self.dropping.is_none() {
                cleaned.html.push_str("&lt;");
            }
            return &rest[1..];
        };
        if let Some(dropping) = &self.dropping {
            if tag.closing && tag.name == *dropping {
                self.dropping = None;
            }
        } else if allowed.contains(&tag.name) && !is_never_allowed(&tag.name) {
            cleaned.without_alt |=
                tag.name == "img" && !tag.closing && !tag.attributes.iter().any(|(name, _)| name == "alt");
            self.write(&tag, place, &mut cleaned.html);
            tag.show(&mut cleaned.words);
        } else {
            if !tag.closing {
                cleaned.refused.get_or_insert_with(|| tag.name.clone());
            }
            if WITH_CONTENT.contains(&tag.name.as_str()) && !tag.closing && !tag.self_closing {
                self.dropping = Some(tag.name.clone());
            }
        }
        after
    }

    fn write(&mut self, tag: &Tag, place: Place, out: &mut String) {
        if tag.closing {
            if let Some(at) = self.open.iter().rposition(|open| *open == tag.name) {
                for name in self.open.drain(at..).rev() {
                    out.push_str(&format!("</{name}>"));
                }
            }
            return;
        }
        out.push('<');
        out.push_str(&tag.name);
        for (name, value) in &tag.attributes {
            let value = match (tag.name.as_str(), name.as_str()) {
                ("a", "href") => place(LinkKind::Link, decode(value)),
                ("img", "src") => place(LinkKind::Image, decode(value)),
                _ if ATTRIBUTES.contains(&name.as_str()) => decode(value),
                _ => continue,
            };
            out.push_str(&format!(" {name}=\""));
            push_attribute(out, &value);
            out.push('"');
        }
        out.push('>');
        if !VOID.contains(&tag.name.as_str()) {
            self.open.push(tag.name.clone());
        }
    }
}

/// A tag, as far as it was read.
struct Tag {
    name: String,
    closing: bool,
    self_closing: bool,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// Reads a whole tag; `None` if the text begins with none.
    fn read(text: &str) -> Option<(Tag, &str)> {
        let inner = text.strip_prefix('<')?;
        let (closing, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let length = inner.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(inner.len());
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let name = inner[..length].to_ascii_lowercase();
        let mut rest = &inner[length..];
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('>') {
                return Some((Tag { name, closing, self_closing: false, attributes }, after));
            }
            if let Some(after) = rest.strip_prefix("/>") {
                return Some((Tag { name, closing, self_closing: true, attributes }, after));
            }
            let (attribute, after) = read_attribute(rest)?;
            attributes.push(attribute);
            rest = after;
        }
    }
}

impl Tag {
    /// What a reader sees of the tag itself.
    fn show(&self, words: &mut String) {
        match self.name.as_str() {
            "img" => words.extend(self.attributes.iter().filter(|(name, _)| name == "alt").map(|(_, alt)| decode(alt))),
            "br" => words.push(' '),
            name if INLINE.contains(&name) => {}
            _ => words.push('\n'),
        }
    }
}

fn read_attribute(text: &str) -> Option<((String, String), &str)> {
    let length = text.find(|c: char| c.is_whitespace() || "=>/\"'<`".contains(c)).unwrap_or(text.len());
    if length == 0 {
        return text.strip_prefix('/').map(|after| ((String::new(), String::new()), after));
    }
    let name = text[..length].to_ascii_lowercase();
    let after = text[length..].trim_start();
    let Some(value) = after.strip_prefix('=') else { return Some(((name, String::new()), &text[length..])) };
    let value = value.trim_start();
    let (value, after) = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split_once(quote)?,
        _ => value.split_at(value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len())),
    };
    Some(((name, value.to_owned()), after))
}

/// Undoes character references, as a browser would before it judges an address. Unknown ones stay as they are.
fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest) {
            Some((c, length)) => {
                out.push(c);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(text: &str) -> Option<(char, usize)> {
    let digits = |text: &str, radix| {
        let length = text.find(|c: char| !c.is_digit(radix)).unwrap_or(text.len());
        let c = u32::from_str_radix(&text[..length], radix).ok().and_then(char::from_u32)?;
        Some((c, length + usize::from(text[length..].starts_with(';'))))
    };
    if let Some(hex) = text.strip_prefix("&#x").or_else(|| text.strip_prefix("&#X")) {
        return digits(hex, 16).map(|(c, length)| (c, length + 3));
    }
    if let Some(decimal) = text.strip_prefix("&#") {
        return digits(decimal, 10).map(|(c, length)| (c, length + 2));
    }
    const NAMED: &[(&str, char)] = &[
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&quot;", '"'),
        ("&apos;", '\''),
        ("&nbsp;", '\u{a0}'),
        ("&colon;", ':'),
        ("&Tab;", '\t'),
        ("&NewLine;", '\n'),
        ("&pound;", '£'),
        ("&ndash;", '–'),
        ("&mdash;", '—'),
        ("&hellip;", '…'),
        ("&lsquo;", '‘'),
        ("&rsquo;", '’'),
        ("&ldquo;", '“'),
        ("&rdquo;", '”'),
        ("&copy;", '©'),
        ("&times;", '×'),
    ];
    NAMED.iter().find(|(name, _)| text.starts_with(name)).map(|(name, c)| (*c, name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(html: &str) -> String {
        let allowed: Vec<String> = ["b", "a", "div", "script", "img", "br"].map(str::to_owned).to_vec();
        let mut cleaner = Cleaner::default();
        let mut place = |_, address: String| if is_safe_address(&address) { address } else { "#".to_owned() };
        let mut out = cleaner.clean(html, &allowed, &mut place).html;
        out.push_str(&cleaner.close_all());
        out
    }

    #[test]
    fn allowed_tags_are_rebuilt_and_balanced() {
        assert_eq!(clean("<B CLASS=x onclick='y'>t"), "<b class=\"x\">t</b>");
        assert_eq!(clean("</div></main><div>x"), "<div>x</div>");
        assert_eq!(clean("a &amp; b &lt; c"), "a &amp; b &lt; c");
    }

    #[test]
    fn scripts_never_pass() {
        for html in [
            "<script>alert(1)</script>",
            "<SCRIPT/x>alert(1)</script>",
            "<svg><script>alert(1)</script></svg>",
            "<iframe src=x>alert(1)</iframe>",
        ] {
            assert_eq!(clean(html), "", "{html}");
        }
        for html in [
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\" java\nscript:alert(1)\">x</a>",
            "<a href=\"&#106;avascript:alert(1)\">x</a>",
            "<a href=\"javascript&colon;alert(1)\">x</a>",
            "<a href='data:text/html,x'>x</a>",
        ] {
            assert_eq!(clean(html), "<a href=\"#\">x</a>", "{html}");
        }
        assert_eq!(clean("<img src=x onerror=alert(1)>"), "<img src=\"x\">");
        assert_eq!(clean("<b <script>alert(1)</script>"), "&lt;b ");
    }
}
