//! The words of a page: what readers see, hear and are not meant to see, each stretch on its own.
//!
//! Reads the HTML that this program writes; of any other it may miss the borders of a stretch, never the words.

use std::borrow::Cow;
use std::ops::Range;

/// A stretch of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'t> {
    /// Where its pieces begin: in bytes of its text, and in bytes of the page. The first piece begins the text.
    pub at: Vec<(usize, usize)>,
    /// What it is.
    pub sort: Sort,
    /// Its words, without tags, with references to characters resolved.
    pub text: Cow<'t, str>,
}

impl Part<'_> {
    /// Where a range of its text stands on the page. Within a piece with references to characters it may begin early.
    pub fn place(&self, range: &Range<usize>) -> (usize, usize) {
        let place = |offset: usize| {
            let piece = self.at.iter().rev().find(|(own, _)| *own <= offset).or(self.at.first());
            piece.map_or(offset, |(own, page)| page + offset.saturating_sub(*own))
        };
        let last = place(range.end.saturating_sub(1).max(range.start));
        (place(range.start), last + usize::from(!range.is_empty()))
    }
}

/// What a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Text, a comment, or an attribute that is read out.
    Words,
    /// An address or a name for programs.
    Address,
}

/// Elements that stand within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];
/// Attributes that hold addresses or names for programs. Those that are left out hold neither.
const ADDRESSES: &[&str] = &["action", "cite", "download", "href", "id", "name", "poster", "src", "srcset"];
const LEFT_OUT: &[&str] = &["class", "d", "lang", "points", "rel", "role", "style", "transform", "type", "viewBox"];

/// All stretches of a page, in order.
pub fn parts(html: &str) -> Vec<Part<'_>> {
    let mut parts = Parts { html, all: Vec::new(), run: String::new(), at: Vec::new() };
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        parts.text(at, at + found);
        at += found;
        let rest = &html[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let end = comment.find("-->").unwrap_or(comment.len());
            parts.add(at + 4, Sort::Words, &comment[..end]);
            at += (4 + end + 3).min(rest.len());
            continue;
        }
        let end = tag_end(rest);
        parts.tag(at, &rest[..end]);
        at += end;
    }
    parts.text(at, html.len());
    parts.end_run();
    parts.all
}

/// A stretch of HTML in its words alone.
pub fn words(html: &str) -> String {
    if !html.contains(['<', '>', '&']) {
        return html.to_owned();
    }
    // A stretch may begin or end within a tag.
    let html = match (html.find('<'), html.find('>')) {
        (open, Some(close)) if open.is_none_or(|open| close < open) => &html[close + 1..],
        _ => html,
    };
    let mut words = String::new();
    for piece in html.split('<') {
        let text = if words.is_empty() && html.starts_with(piece) {
            piece
        } else {
            piece.split_once('>').map_or("", |(_, text)| text)
        };
        words.push_str(&resolved(text));
    }
    words
}

struct Parts<'t> {
    html: &'t str,
    all: Vec<Part<'t>>,
    /// Words of the line that is being read.
    run: String,
    at: Vec<(usize, usize)>,
}

impl<'t> Parts<'t> {
    fn text(&mut self, from: usize, to: usize) {
        let text = &self.html[from..to];
        if text.is_empty() {
            return;
        }
        // Elements on lines of their own are entries of a list, not words of one line.
        if text.contains('\n') && text.trim().is_empty() {
            return self.end_run();
        }
        if self.run.trim().is_empty() {
            self.run.clear();
            self.at.clear();
        }
        let (text, from) = if self.run.is_empty() {
            (text.trim_start(), from + (text.len() - text.trim_start().len()))
        } else {
            (text, from)
        };
        self.at.push((self.run.len(), from));
        self.run.push_str(&resolved(text));
    }

    fn end_run(&mut self) {
        let (run, at) = (std::mem::take(&mut self.run), std::mem::take(&mut self.at));
        if !run.trim().is_empty() {
            self.all.push(Part { at, sort: Sort::Words, text: run.trim_end().to_owned().into() });
        }
    }

    fn add(&mut self, at: usize, sort: Sort, text: &'t str) {
        if !text.trim().is_empty() {
            self.all.push(Part { at: vec![(0, at)], sort, text: resolved(text) });
        }
    }

    fn tag(&mut self, at: usize, tag: &'t str) {
        let inside = tag.trim_start_matches(['<', '/']).trim_end_matches(['>', '/']);
        let name = inside.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
        if !INLINE.contains(&name) {
            self.end_run();
        }
        let mut rest = &inside[name.len()..];
        while let Some((key, after)) = rest.split_once('=') {
            let key = key.rsplit(char::is_whitespace).next().unwrap_or(key);
            let mark = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = mark.map_or(after, |mark| &after[mark.len_utf8()..]);
            let end =
                value.find(|c: char| mark.map_or_else(|| c.is_whitespace(), |mark| c == mark)).unwrap_or(value.len());
            let offset = value.as_ptr() as usize - tag.as_ptr() as usize;
            let sort = if ADDRESSES.contains(&key) { Sort::Address } else { Sort::Words };
            if !LEFT_OUT.contains(&key) {
                self.add(at + offset, sort, &value[..end]);
            }
            rest = &value[(end + usize::from(mark.is_some())).min(value.len())..];
        }
    }
}

/// Where a tag ends; a mark inside quotation marks does not end it.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// Text with the references to characters that this program writes resolved.
fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut all = String::with_capacity(text.len());
    let mut pieces = text.split('&');
    all.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let known = piece.split_once(';').and_then(|(name, rest)| Some((character(name)?, rest)));
        match known {
            Some((c, rest)) => {
                all.push(c);
                all.push_str(rest);
            }
            None => {
                all.push('&');
                all.push_str(piece);
            }
        }
    }
    all.into()
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(html: &str) -> Vec<(usize, &str, String)> {
        let sort = |sort| if sort == Sort::Words { "words" } else { "address" };
        parts(html).into_iter().map(|part| (part.at[0].1, sort(part.sort), part.text.into_owned())).collect()
    }

    #[test]
    fn words_within_a_line_come_together_and_lines_stay_apart() {
        let html = "<p>Meg<em>an</em> &amp; co</p>\n<p>Next <b>one</b></p>";
        assert_eq!(seen(html), [(3, "words", "Megan & co".to_owned()), (34, "words", "Next one".to_owned())]);
    }

    #[test]
    fn a_place_in_a_stretch_is_a_place_on_the_page() {
        let html = "<p> Meg<em>an</em> &amp; Sam</p>";
        let part = &parts(html)[0];
        assert_eq!(part.text, "Megan & Sam");
        let (start, end) = part.place(&(0..5));
        assert_eq!(&html[start..end], "Meg<em>an");
        assert_eq!(part.place(&(3..3)), (11, 11));
    }

    #[test]
    fn attributes_and_comments_are_words_too() {
        let html = "<img alt=\"a > b\" src='x/megan.png' class=big><!-- said -->";
        let expected = [(10, "words", "a > b"), (22, "address", "x/megan.png"), (49, "words", " said ")];
        assert_eq!(seen(html), expected.map(|(at, sort, text)| (at, sort, text.to_owned())));
    }

    #[test]
    fn broken_html_is_read_to_its_end() {
        for html in ["<", "<p", "<!--", "a<b c", "<a href=\"x", "<a href=", "</", "&", "&#xffffffff;", "<é ü=ö>"] {
            parts(html);
            words(html);
        }
        assert_eq!(seen("<a title=\"Megan"), [(10, "words", "Megan".to_owned())]);
    }

    #[test]
    fn a_stretch_has_its_words_alone() {
        assert_eq!(words("07<b>700</b> 900&nbsp;123"), "07700 900\u{a0}123");
        assert_eq!(words("tel:07700\">07700"), "07700");
        assert_eq!(words("plain"), "plain");
    }
}
