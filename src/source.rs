//! Source files and places in them: the only code that turns offsets into lines and columns.

use std::sync::OnceLock;

/// Number of a [`Source`] within one run, in path order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// One text file of the site folder, kept whole for the length of a run.
#[derive(Debug)]
pub struct Source {
    /// Its number in [`crate::read::Sources`].
    pub id: SourceId,
    /// Path relative to the site folder, with `/` between parts: `content/guidance/referral.md`.
    pub path: String,
    /// The whole text, front matter included. Never longer than 4 GiB.
    pub text: String,
    line_starts: OnceLock<Vec<u32>>,
}

/// A stretch of bytes in one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The source it lies in.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A value and the place where its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// Line and column as people count them: from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Span {
    /// A span from byte offsets; they saturate at 4 GiB.
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { source, start: clamp(start), end: clamp(end.max(start)) }
    }
}

impl Source {
    /// A source with its text.
    pub fn new(id: SourceId, path: String, text: String) -> Self {
        Source { id, path, text, line_starts: OnceLock::new() }
    }

    /// A span of this source.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.id, start, end)
    }

    /// The text of a span; empty if the span does not lie on character borders of this source.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Line and column of a byte offset. An offset past the end gives the end.
    pub fn position(&self, offset: u32) -> Position {
        let offset = self.floor(offset);
        let line = self.line_index(offset);
        let start = self.line_starts()[line] as usize;
        let before = self.text.get(start..offset).unwrap_or("");
        let column = before.trim_start_matches('\u{feff}').chars().count();
        Position { line: number(line) + 1, column: number(column) + 1 }
    }

    /// Line and column of a byte offset, counted on from an earlier offset whose position is known.
    /// Many places on one long line are found this way without counting it anew for each.
    pub fn position_from(&self, known: (u32, Position), offset: u32) -> Position {
        match self.text.get(self.floor(known.0)..self.floor(offset)) {
            Some(between) if !between.contains('\n') => {
                let at_start = known.1.column == 1;
                let counted = if at_start { between.trim_start_matches('\u{feff}') } else { between };
                Position { column: known.1.column + number(counted.chars().count()), ..known.1 }
            }
            _ => self.position(offset),
        }
    }

    /// The line that holds a byte offset, without its line ending, and the offset where it starts.
    pub fn line_at(&self, offset: u32) -> (&str, u32) {
        let starts = self.line_starts();
        let line = self.line_index(self.floor(offset));
        let start = starts[line];
        let end = starts.get(line + 1).map_or(self.text.len(), |&next| next as usize);
        let text = self.text.get(start as usize..end).unwrap_or("");
        (text.trim_end_matches(['\n', '\r']), start)
    }

    fn floor(&self, offset: u32) -> usize {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    fn line_index(&self, offset: usize) -> usize {
        let starts = self.line_starts();
        starts.partition_point(|&start| start as usize <= offset).saturating_sub(1)
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(at, _)| number(at) + 1)).collect()
        })
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_ignore_a_byte_order_mark() {
        let source = Source::new(SourceId(0), "a.md".into(), "\u{feff}tŷ\r\nnéw x".into());
        assert_eq!(source.position(3), Position { line: 1, column: 1 });
        let x = source.text.find('x').map_or(0, |at| at as u32);
        assert_eq!(source.position(x), Position { line: 2, column: 5 });
        assert_eq!(source.line_at(x).0, "néw x");
        assert_eq!(source.position(999), Position { line: 2, column: 6 });
    }

    #[test]
    fn a_position_counted_on_from_an_earlier_one_is_the_same_as_one_counted_alone() {
        let source = Source::new(SourceId(0), "a.md".into(), "\u{feff}tŷ\r\nn\u{feff}éw x".into());
        for from in 0..20 {
            for to in 0..20 {
                let known = (from, source.position(from));
                assert_eq!(source.position_from(known, to), source.position(to), "{from} to {to}");
            }
        }
    }
}
