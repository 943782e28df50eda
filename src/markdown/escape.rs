//! Text and addresses made fit for HTML. Writing to a string cannot fail.

use super::Placed;
use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

/// Appends an address to an attribute.
pub fn push_href(out: &mut String, href: &str) {
    let _ = escape_href(&mut *out, href);
}

/// Appends text to an attribute.
pub fn push_attribute(out: &mut String, text: &str) {
    let _ = escape_html(&mut *out, text);
}

/// Appends text to an element.
pub fn push_text(out: &mut String, text: &str) {
    let _ = escape_html_body_text(&mut *out, text);
}

/// The tag that opens a link.
pub(super) fn open_link(placed: &Placed, title: &str, class: &str) -> String {
    let mut tag = String::from("<a href=\"");
    push_href(&mut tag, &placed.href);
    tag.push('"');
    if !class.is_empty() {
        tag.push_str(&format!(" class=\"{class}\""));
    }
    if !title.is_empty() {
        tag.push_str(" title=\"");
        push_attribute(&mut tag, title);
        tag.push('"');
    }
    tag.push_str(if placed.external { " rel=\"external\">" } else { ">" });
    tag
}
