//! A body on its way from one dialect of Markdown to the other.

use super::Unmapped;
use super::marked::Marked;
use crate::source::Source;
use std::ops::Range;

/// Text that is being changed, and the place in its source of every part.
#[derive(Debug)]
pub(super) struct Draft<'s> {
    /// The text as it now is.
    pub text: String,
    source: &'s Source,
    pieces: Vec<Piece>,
}

/// A stretch of the text: copied from the source byte for byte, or written in place of what stood there.
#[derive(Clone, Copy, Debug)]
struct Piece {
    at: usize,
    origin: usize,
    copied: bool,
}

/// Changes to a text, each to a stretch of its own.
#[derive(Debug, Default)]
pub(super) struct Edits {
    list: Vec<(Range<usize>, Marked)>,
}

impl Edits {
    /// Puts a text in the place of a stretch.
    pub fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.list.push((range, Marked::from(text.into())));
    }

    /// Puts a text in the place of a stretch, parts of which come from places of their own.
    pub fn replace_marked(&mut self, range: Range<usize>, text: Marked) {
        self.list.push((range, text));
    }

    /// Takes a stretch out.
    pub fn delete(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    /// Puts a text in.
    pub fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }
}

impl<'s> Draft<'s> {
    /// The body of a source.
    pub fn new(source: &'s Source, body: Range<usize>) -> Self {
        let text = source.text.get(body.clone()).unwrap_or_default().to_owned();
        Draft { text, source, pieces: vec![Piece { at: 0, origin: body.start, copied: true }] }
    }

    /// Where a place in the text stands in the source.
    pub fn origin(&self, offset: usize) -> usize {
        let after = self.pieces.partition_point(|piece| piece.at <= offset);
        let Some(piece) = after.checked_sub(1).and_then(|at| self.pieces.get(at)) else { return 0 };
        if piece.copied { piece.origin + (offset - piece.at) } else { piece.origin }
    }

    /// What could not be mapped at a place in the text.
    pub fn unmapped(&self, offset: usize, what: impl Into<String>) -> Unmapped {
        Unmapped::at(self.source, self.origin(offset), what)
    }

    /// Makes the changes. Where two of them overlap, the later one is left out.
    pub fn apply(&mut self, mut edits: Edits) {
        if edits.list.is_empty() {
            return;
        }
        edits.list.sort_by_key(|(range, _)| range.start);
        let mut changed =
            Draft { text: String::with_capacity(self.text.len()), source: self.source, pieces: Vec::new() };
        let mut done = 0;
        for (range, new) in edits.list {
            if range.start < done || range.end > self.text.len() {
                continue;
            }
            self.copy(done..range.start, &mut changed);
            let start = changed.text.len();
            for (at, origin) in [(0, range.start)].into_iter().chain(new.marks) {
                changed.pieces.push(Piece { at: start + at, origin: self.origin(origin), copied: false });
            }
            changed.text.push_str(&new.text);
            done = range.end;
        }
        self.copy(done..self.text.len(), &mut changed);
        *self = changed;
    }

    fn copy(&self, range: Range<usize>, to: &mut Draft) {
        let first = self.pieces.partition_point(|piece| piece.at <= range.start).saturating_sub(1);
        for piece in self.pieces[first..].iter().take_while(|piece| piece.at < range.end) {
            let from = piece.at.max(range.start);
            to.pieces.push(Piece {
                at: to.text.len() + from - range.start,
                origin: self.origin(from),
                copied: piece.copied,
            });
        }
        to.text.push_str(&self.text[range]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    #[test]
    fn places_lead_back_to_the_source_through_several_rounds_of_changes() {
        let source = Source::new(SourceId(0), "a.md".into(), "one two three".into());
        let mut draft = Draft::new(&source, 0..13);
        let mut edits = Edits::default();
        edits.replace(4..7, "second");
        edits.insert(0, "> ");
        draft.apply(edits);
        assert_eq!(draft.text, "> one second three");
        let mut edits = Edits::default();
        edits.delete(0..6);
        draft.apply(edits);
        assert_eq!(draft.text, "second three");
        assert_eq!(draft.origin(3), 4);
        assert_eq!(draft.origin(7), 8);
        assert_eq!(draft.unmapped(7, "x").column, 9);
    }
}
