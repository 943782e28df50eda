//! Links: addresses of the original become paths to `.md` files.

use super::Unmapped;
use super::address::{Addresses, Target, has_scheme};
use super::draft::{Draft, Edits};
use super::heading::Headings;
use super::html_inline::destination;
use super::html_tag::{Tag, Token, tokens};
use super::page::Page;
use super::place::relative;
use super::region::Regions;
use crate::markdown::options;
use crate::markdown::raw_html::is_safe_address;
use pulldown_cmark::{Event, LinkType, Parser, Tag as Element, TagEnd};
use std::collections::BTreeSet;
use std::ops::Range;

/// What links can lead to.
#[derive(Clone, Copy)]
pub(super) struct Map<'m> {
    /// Addresses of the original.
    pub addresses: &'m Addresses,
    /// All pages.
    pub pages: &'m [Page<'m>],
    /// The headings of each page.
    pub headings: &'m [&'m Headings],
}

/// What the links of one page came to.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// Files of the original that the page needs.
    pub files: BTreeSet<String>,
    /// Elements of HTML that the page still holds.
    pub elements: BTreeSet<String>,
    /// What could not be mapped.
    pub unmapped: Vec<Unmapped>,
}

/// What becomes of an address.
enum Fate {
    Stays,
    Becomes(String),
    /// The text stays, without a link.
    Goes,
    /// An image of another site, which a page may not load.
    Elsewhere,
}

/// A page whose links are being rewritten.
struct Walk<'m, 'd, 's> {
    map: Map<'m>,
    number: usize,
    draft: &'d Draft<'s>,
    links: Links,
    edits: Edits,
}

/// Rewrites the links of a page.
pub(super) fn convert(draft: &mut Draft, map: Map, number: usize) -> Links {
    let mut walk = Walk { map, number, draft, links: Links::default(), edits: Edits::default() };
    walk.markdown();
    walk.html();
    let Walk { links, edits, .. } = walk;
    draft.apply(edits);
    links
}

/// A link or image whose end has not been reached yet.
struct Open {
    range: Range<usize>,
    /// Whether its address stands in it, and not elsewhere on the page.
    inline: bool,
    is_image: bool,
    /// Where its text ends, as far as that is known.
    text_end: usize,
}

impl Walk<'_, '_, '_> {
    fn markdown(&mut self) {
        let text = self.draft.text.as_str();
        let parser = Parser::new_ext(text, options());
        let definitions: Vec<Range<usize>> =
            parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
        let mut open: Vec<Open> = Vec::new();
        for (event, range) in parser.into_offset_iter() {
            let end = range.end;
            match event {
                Event::Start(Element::Link { link_type, .. }) => open.push(Open::new(range, link_type, false)),
                Event::Start(Element::Image { link_type, .. }) => open.push(Open::new(range, link_type, true)),
                Event::End(TagEnd::Link | TagEnd::Image) => {
                    if let Some(link) = open.pop() {
                        self.written(&link, open.is_empty());
                    }
                    open.iter_mut().for_each(|outer| outer.text_end = outer.text_end.max(end));
                }
                _ => open.iter_mut().for_each(|link| link.text_end = link.text_end.max(end)),
            }
        }
        for definition in definitions {
            let Some(colon) = text[definition.clone()].find("]:") else { continue };
            let place = address_at(text, definition.start + colon + 2);
            if let Fate::Becomes(new) = self.fate(text[place.clone()].trim_matches(['<', '>']), place.start, false) {
                self.edits.replace(place, destination(&new));
            }
        }
    }

    fn written(&mut self, link: &Open, is_outermost: bool) {
        let text = self.draft.text.as_str();
        let Open { range, text_end, is_image, .. } = link;
        if !link.inline || !text[*text_end..range.end].starts_with("](") {
            return;
        }
        let place = address_at(text, text_end + 2);
        let address = text[place.clone()].trim_matches(['<', '>']).replace("&amp;", "&");
        let text_start = range.start + if *is_image { 2 } else { 1 };
        match self.fate(&address, place.start, *is_image) {
            Fate::Becomes(new) => self.edits.replace(place, destination(&new)),
            Fate::Elsewhere if is_outermost => {
                self.edits.delete(range.start..range.start + 1);
                let alt = &text[text_start..*text_end];
                if alt.is_empty() || alt == "decorative" {
                    let name = address.rsplit('/').find(|part| !part.is_empty()).unwrap_or("image");
                    self.edits.replace(text_start..*text_end, name.replace(['[', ']', '_', '*'], "-"));
                }
            }
            Fate::Goes | Fate::Elsewhere => {
                self.edits.delete(range.start..text_start);
                self.edits.delete(*text_end..range.end);
            }
            Fate::Stays => {}
        }
    }

    fn html(&mut self) {
        let text = self.draft.text.as_str();
        let regions = Regions::of(text);
        for token in tokens(text, 0..text.len()) {
            let Token::Tag(tag) = token else { continue };
            if tag.closing || (regions.is_code(tag.range.start) && !regions.is_html(tag.range.start)) {
                continue;
            }
            self.attribute(&tag);
            self.links.elements.insert(tag.name);
        }
    }

    fn attribute(&mut self, tag: &Tag) {
        let name = match tag.name.as_str() {
            "a" => "href",
            "img" => "src",
            _ => return,
        };
        for attribute in tag.attributes.iter().filter(|attribute| attribute.name == name) {
            let address = self.draft.text[attribute.value.clone()].replace("&amp;", "&");
            match self.fate(&address, attribute.value.start, name == "src") {
                Fate::Becomes(new) => {
                    self.edits.replace(attribute.value.clone(), new.replace('&', "&amp;").replace('"', "%22"));
                }
                Fate::Goes => self.edits.replace(attribute.value.clone(), "#"),
                Fate::Elsewhere | Fate::Stays => {}
            }
        }
    }

    fn fate(&mut self, written: &str, offset: usize, is_image: bool) -> Fate {
        let address = written.trim();
        let map = self.map;
        let page = &map.pages[self.number];
        if address.is_empty() || !is_safe_address(address) {
            let what = if address.is_empty() {
                "a link without an address".to_owned()
            } else {
                format!("the address `{address}`, which Waymark does not allow,")
            };
            self.list(offset, format!("{what} was taken out; its text was kept"));
            return Fate::Goes;
        }
        let Some(within) = map.addresses.within(address) else {
            let lacks_scheme = !has_scheme(address);
            if is_image {
                self.list(offset, format!("the image `{address}` of another site became a link; put a copy into this site if its licence allows"));
                return Fate::Elsewhere;
            }
            return if lacks_scheme { Fate::Becomes(format!("https:{address}")) } else { Fate::Stays };
        };
        let (path, fragment) = within.split_once('#').unwrap_or((within, ""));
        let target = if path.is_empty() { Some(Target::Page(self.number)) } else { map.addresses.find(page, path) };
        match target {
            Some(Target::Page(number)) => Fate::Becomes(self.path_to(number, fragment, offset)),
            Some(Target::Home) => Fate::Becomes(relative(&page.place.path, "index.md")),
            Some(Target::File(file)) => {
                let place = relative(&page.place.path, &map.addresses.place_of_file(&file));
                self.links.files.insert(file);
                Fate::Becomes(place)
            }
            None => {
                let what = if is_image { "image" } else { "link" };
                self.list(
                    offset,
                    format!("the {what} `{address}` leads to nothing in this folder and was left as it is"),
                );
                Fate::Stays
            }
        }
    }

    /// The path to a page and a section of it.
    fn path_to(&mut self, number: usize, fragment: &str, offset: usize) -> String {
        let map = self.map;
        let path = relative(&map.pages[self.number].place.path, &map.pages[number].place.path);
        let path = if number == self.number && !fragment.is_empty() { String::new() } else { path };
        match map.headings[number].id(fragment) {
            Some("") if path.is_empty() => relative(&map.pages[number].place.path, &map.pages[number].place.path),
            Some("") => path,
            Some(id) => format!("{path}#{id}"),
            None => {
                let file = &map.pages[number].source.path;
                self.list(offset, format!("the link to `#{fragment}` names a section that {file} does not have"));
                format!("{path}#{fragment}")
            }
        }
    }

    fn list(&mut self, offset: usize, what: String) {
        self.links.unmapped.push(self.draft.unmapped(offset, what));
    }
}

impl Open {
    fn new(range: Range<usize>, link_type: LinkType, is_image: bool) -> Open {
        let text_end = range.start + if is_image { 2 } else { 1 };
        Open { range, inline: link_type == LinkType::Inline, is_image, text_end }
    }
}

/// The place of the address that follows an offset, without angle brackets.
fn address_at(text: &str, offset: usize) -> Range<usize> {
    let start = offset + (text[offset..].len() - text[offset..].trim_start().len());
    if text[start..].starts_with('<') {
        let length = text[start..].find(['>', '\n']).unwrap_or(1);
        return start..start + length + usize::from(text[start + length..].starts_with('>'));
    }
    let mut depth = 0;
    let end = text[start..].char_indices().find(|(_, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        c.is_whitespace() || depth < 0
    });
    start..end.map_or(text.len(), |(length, _)| start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_markdown_ends_it() {
        let at = |text: &str| text[address_at(text, 0)].to_owned();
        assert_eq!(at(" /a(b)c \"title\")"), "/a(b)c");
        assert_eq!(at("<a b> x)"), "<a b>");
        assert_eq!(at(")"), "");
    }
}
