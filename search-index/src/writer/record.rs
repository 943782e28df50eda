//! A record as tantivy sees it: one text with a mark before each zone, taken apart by a tokenizer.

use std::sync::Arc;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::analysis::Analyser;
use crate::lexicon::{Lexicon, PhraseFinder};
use crate::record::{Page, Section};
use crate::zone::Zone;

/// Begins a Welsh record.
const WELSH: char = '\u{4}';

/// Writes the record of a section into `record`. The first section carries what belongs to the whole page.
pub fn compose(record: &mut String, page: &Page, section: &Section, first: bool, welsh: bool) {
    record.clear();
    if welsh {
        record.push(WELSH);
    }
    if first {
        push(record, Zone::Name, &page.title);
        push(record, Zone::Lead, &page.summary);
        page.terms.iter().for_each(|term| push(record, Zone::Lead, term));
    } else {
        push(record, Zone::Name, &section.heading);
    }
    push(record, Zone::Body, &section.text);
}

fn push(record: &mut String, zone: Zone, text: &str) {
    if !text.is_empty() {
        record.push(zone.mark());
        // Texts come from pages, where no control character means anything.
        if text.bytes().any(|byte| byte < 0x20 && byte != b'\n') {
            record.extend(text.chars().map(|c| if c < ' ' && c != '\n' { ' ' } else { c }));
        } else {
            record.push_str(text);
        }
    }
}

/// Takes records apart.
#[derive(Clone)]
pub struct Records {
    lexicon: Arc<Lexicon>,
    english: Analyser,
    welsh: Analyser,
    finder: PhraseFinder,
    tokens: Tokens,
}

/// The terms of a record, one after the other.
#[derive(Clone, Default)]
struct Tokens {
    terms: String,
    /// End in `terms`, and position.
    ends: Vec<(u32, u32)>,
}

impl Tokens {
    fn push(&mut self, parts: &[&str], position: u32) {
        parts.iter().for_each(|part| self.terms.push_str(part));
        self.ends.push((self.terms.len() as u32, position));
    }
}

impl Records {
    pub fn new(lexicon: Arc<Lexicon>) -> Self {
        let finder = PhraseFinder::default();
        Self { lexicon, english: Analyser::new(false), welsh: Analyser::new(true), finder, tokens: Tokens::default() }
    }

    fn zone(&mut self, zone: Zone, text: &str, welsh: bool, shift: u32) -> u32 {
        let Self { lexicon, tokens, finder, .. } = self;
        let analyser = if welsh { &mut self.welsh } else { &mut self.english };
        let mut last = 0;
        finder.clear();
        analyser.each(text, &mut |token| {
            last = token.position + 1;
            tokens.push(&[token.term, zone.suffix()], token.position + shift);
            finder.feed(lexicon, token.term, token.position, &mut |phrase, position| {
                tokens.push(&[phrase, zone.suffix()], position + shift);
            });
        });
        last
    }
}

impl Tokenizer for Records {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, record: &'a str) -> Stream<'a> {
        self.tokens.terms.clear();
        self.tokens.ends.clear();
        let (welsh, record) = record.strip_prefix(WELSH).map_or((false, record), |rest| (true, rest));
        let mut shift = [0u32; 3];
        let mut rest = record;
        while let Some(zone) = rest.bytes().next().and_then(Zone::of_mark) {
            let text = &rest[1..];
            let end = text.bytes().position(|byte| Zone::of_mark(byte).is_some()).unwrap_or(text.len());
            let at = &mut shift[zone as usize];
            let start = *at;
            // A gap, so that no phrase reaches from one text into the next.
            *at += self.zone(zone, &text[..end], welsh, start) + 4;
            rest = &text[end..];
        }
        Stream { tokens: &self.tokens, next: 0, token: Token::default() }
    }
}

/// Terms on their way into the index.
pub struct Stream<'a> {
    tokens: &'a Tokens,
    next: usize,
    token: Token,
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        let Some((end, position)) = self.tokens.ends.get(self.next) else {
            return false;
        };
        let start = if self.next == 0 { 0 } else { self.tokens.ends[self.next - 1].0 };
        self.token.text.clear();
        self.token.text.push_str(&self.tokens.terms[start as usize..*end as usize]);
        self.token.position = *position as usize;
        self.next += 1;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
