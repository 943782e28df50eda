//! Footnotes: numbered by their first mention, listed at the end of the page with a way back.

use super::escape::push_attribute;
use super::heading::slug;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The notes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    order: Vec<String>,
    mentions: BTreeMap<String, usize>,
    texts: BTreeMap<String, String>,
}

impl Notes {
    /// The HTML of a mention.
    pub(super) fn reference(&mut self, name: &str) -> String {
        let number = self.number(name);
        let count = self.mentions.entry(name.to_owned()).or_default();
        *count += 1;
        let anchor = anchor(name, number);
        let back = if *count == 1 { String::new() } else { format!("-{count}") };
        format!(
            "<sup class=\"note-mark\"><a href=\"#fn-{anchor}\" id=\"fnref-{anchor}{back}\" aria-label=\"Note {number}\">{number}</a></sup>"
        )
    }

    /// Keeps the HTML of a note.
    pub(super) fn define(&mut self, name: String, html: String) {
        self.texts.entry(name).or_insert(html);
    }

    /// Appends the list of all notes that are mentioned.
    pub(super) fn write(&self, out: &mut String) {
        let mentioned: Vec<_> =
            self.order.iter().enumerate().filter(|(_, name)| self.texts.contains_key(*name)).collect();
        if mentioned.is_empty() {
            return;
        }
        out.push_str("<section class=\"notes\" aria-label=\"Notes\">\n<ol>\n");
        for (at, name) in mentioned {
            let anchor = anchor(name, at + 1);
            let _ = writeln!(
                out,
                "<li id=\"fn-{anchor}\">{}<a class=\"note-back\" href=\"#fnref-{anchor}\" aria-label=\"Back to mention {}\">↩</a></li>",
                self.texts[name],
                at + 1
            );
        }
        out.push_str("</ol>\n</section>\n");
    }

    fn number(&mut self, name: &str) -> usize {
        match self.order.iter().position(|known| known == name) {
            Some(at) => at + 1,
            None => {
                self.order.push(name.to_owned());
                self.order.len()
            }
        }
    }
}

/// Names become ids where they can; others are told apart by their number.
fn anchor(name: &str, number: usize) -> String {
    let mut escaped = String::new();
    match slug(name) {
        own if own.is_empty() => number.to_string(),
        own => {
            push_attribute(&mut escaped, &own);
            escaped
        }
    }
}
