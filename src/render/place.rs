//! Targets into addresses, as seen from one page.

use super::law;
use super::terms::TermFinder;
use super::view::LinkView;
use super::words::{address, made};
use crate::document::framework::response::Response;
use crate::document::meta::{Citation, Nation};
use crate::markdown::rows::RowKind;
use crate::markdown::{Host, LinkKind, Placed, Shown, Written};
use crate::resolve::relative;
use crate::site::{Site, Target, law_in_words, law_nations, nations_in_words};
use crate::timescale::in_words;
use std::collections::{BTreeMap, BTreeSet};

/// A contact's card.
#[derive(Clone, Debug, Default)]
pub struct Card {
    /// As HTML.
    pub html: String,
    /// In plain text.
    pub words: String,
}

/// The host of the render stage: places the targets of one page, in order.
pub struct Placing<'a> {
    /// The site.
    pub site: &'a Site,
    /// The address of the page that is being made.
    pub from: &'a str,
    /// Where its links lead, in the order of its text.
    pub targets: std::slice::Iter<'a, Target>,
    /// The nations that the page is about.
    pub nations: &'a [Nation],
    /// The sources that the page names, whose titles stand for their addresses.
    pub citations: &'a [Citation],
    /// Every contact's card, by number.
    pub cards: &'a BTreeMap<usize, Card>,
    /// Whether law is told with its Act, its nations and the day on which it was checked.
    pub law_in_full: bool,
    /// Whether somebody reads along.
    pub words: bool,
    /// Finds glossary terms, where they are to be marked.
    pub terms: Option<&'a TermFinder>,
    /// Terms that have been marked, in order.
    pub used: Vec<usize>,
    /// The same as a set.
    pub seen: BTreeSet<usize>,
}

impl Host for Placing<'_> {
    fn link(&mut self, written: Written) -> Placed {
        let target = self.targets.next().unwrap_or(&Target::Nowhere);
        if let (LinkKind::Contact, Target::Contact(number)) = (written.kind, target) {
            let Card { html, words } = self.cards.get(number).cloned().unwrap_or_default();
            return Placed { text: html, words, ..Placed::default() };
        }
        let mut placed = place(self.site, self.from, target);
        if let Target::Law(act, provision) = target {
            self.tell_law(&mut placed, *act, *provision, &written);
        }
        if let Target::Timescale(number) = target {
            self.explain(&mut placed, *number);
        }
        if let (LinkKind::DutySource, Target::External(address)) = (written.kind, target) {
            placed.text = self.name_of(address);
        }
        if *target == Target::Nowhere && placed.text.is_empty() {
            placed.text = written.destination;
        }
        placed
    }

    fn cell(&mut self, kind: RowKind, column: &str, text: &str) -> Option<Shown> {
        self.named(kind, column, text)
    }

    fn text(&mut self, text: &str) -> Option<String> {
        self.terms?.mark(text, &mut self.used, &mut self.seen)
    }

    fn wants_words(&self) -> bool {
        self.words
    }
}

impl Placing<'_> {
    /// The title under which the page cites an address, or else the name of its host.
    fn name_of(&self, address: &str) -> String {
        let cited =
            self.citations.iter().find(|citation| citation.url.as_ref().is_some_and(|url| url.value == address));
        let host = address.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or(address);
        cited.map_or_else(|| host.trim_start_matches("www.").to_owned(), |citation| citation.title.clone())
    }

    /// Adds to a timescale what sets it, and its nation if the page is about another.
    pub(super) fn explain(&self, placed: &mut Placed, number: usize) {
        let timescale = &self.site.timescales[number];
        let source = self.site.timescale_sources.get(number).map(|source| place(self.site, self.from, source).text);
        placed.title = timescale.source_title.clone().or(source).unwrap_or_default();
        if self.nations.iter().any(|nation| *nation != timescale.nation) {
            placed.after = format!(" ({})", timescale.nation.label());
        }
    }

    /// Adds to a law what the place asks for: a legal basis all of it, running text what its page leaves open.
    fn tell_law(&self, placed: &mut Placed, act: usize, provision: Option<usize>, written: &Written) {
        let known = &self.site.legislation[act];
        let section = provision.map(|at| &known.provisions[at]);
        if self.law_in_full {
            placed.text = section.map_or_else(|| known.title.clone(), |section| section.label.clone());
            placed.after = law::after(known, section);
        } else if written.kind == LinkKind::DutySource {
            placed.text = law::in_full(known, section);
        } else {
            placed.after = self.other_nations(act, provision, written);
        }
    }

    /// The nations of a law in brackets, if the page is about a nation where it does not apply.
    fn other_nations(&self, act: usize, provision: Option<usize>, written: &Written) -> String {
        let act = &self.site.legislation[act];
        let nations = law_nations(act, provision.map(|at| &act.provisions[at]));
        let all_shared = self.nations.iter().all(|nation| nations.contains(nation));
        if all_shared || written.kind != LinkKind::Link {
            return String::new();
        }
        format!(" ({})", nations_in_words(nations))
    }
}

/// The address and the own name of what a target leads to, seen from a page.
pub fn place(site: &Site, from: &str, target: &Target) -> Placed {
    let within = |url: &str, anchor: Option<&str>| {
        let path = if url == from { from.rsplit('/').next().unwrap_or(from).to_owned() } else { relative(from, url) };
        anchor.map_or_else(|| path.clone(), |anchor| format!("{path}#{anchor}"))
    };
    let (href, text) = match target {
        Target::Page(id, anchor) => {
            let page = site.page(*id);
            (within(&page.url, anchor.as_deref()), page.title().to_owned())
        }
        Target::Made(url, anchor) => (within(url, anchor.as_deref()), url.clone()),
        Target::Here(anchor) => (format!("#{anchor}"), anchor.clone()),
        Target::Asset(url) => (within(url, None), url.rsplit('/').next().unwrap_or(url).to_owned()),
        Target::External(address) => (address.clone(), address.clone()),
        Target::Term(number) => {
            let term = &site.glossary[*number];
            (within("glossary.html", Some(&term.id.value)), term.term.clone())
        }
        Target::Law(act, provision) => {
            let act = &site.legislation[*act];
            let provision = provision.map(|at| &act.provisions[at]);
            let anchor = provision
                .map_or_else(|| act.id.value.clone(), |provision| format!("{}-{}", act.id.value, provision.id.value));
            (within("legislation.html", Some(&anchor)), law_in_words(act, provision))
        }
        Target::Contact(number) => {
            let contact = &site.contacts[*number];
            (within("contacts.html", Some(&contact.id.value)), contact.name.clone())
        }
        Target::Sign(page, number) => {
            let (page, row) = (site.page(*page), site.indicator(*page, *number));
            row.map(|row| (within(&page.sign_url(&row.id.value), None), row.statement.value.clone()))
                .unwrap_or_default()
        }
        Target::Duty(page, number) => {
            let (page, row) = (site.page(*page), site.response(*page, *number));
            let placed = |row: &Response| (within(&page.duties_url(), Some(&row.id.value)), row.action.value.clone());
            row.map(placed).unwrap_or_default()
        }
        Target::Timescale(number) => {
            let timescale = &site.timescales[*number];
            (within("timescales.html", Some(&timescale.id.value)), in_words(&timescale.limit))
        }
        Target::Nowhere => (String::new(), String::new()),
    };
    Placed { href, text, external: matches!(target, Target::External(_)), ..Placed::default() }
}

/// A link to what a target leads to, with an address relative to the site's root.
pub fn target_link(site: &Site, target: &Target) -> LinkView {
    let mut placed = place(site, "", target);
    if let Target::Law(act, provision) = target {
        let act = &site.legislation[*act];
        placed.text = law::in_full(act, provision.map(|at| &act.provisions[at]));
    }
    made(&placed.text, &address(&placed.href), None)
}
