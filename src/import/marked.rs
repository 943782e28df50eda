//! New text that remembers from where parts of it come.

/// A text with marks: places in it, and the places in the old text that they come from.
#[derive(Clone, Debug, Default)]
pub(super) struct Marked {
    /// The text.
    pub text: String,
    /// Offset in the text, and offset in the old text; rising in the first.
    pub marks: Vec<(usize, usize)>,
}

impl From<String> for Marked {
    fn from(text: String) -> Self {
        Marked { text, marks: Vec::new() }
    }
}

impl Marked {
    /// Appends a text.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Says that what is appended next comes from a place in the old text.
    pub fn mark(&mut self, origin: usize) {
        self.marks.push((self.text.len(), origin));
    }

    /// Appends a text with its marks.
    pub fn append(&mut self, other: &Marked) {
        let start = self.text.len();
        self.marks.extend(other.marks.iter().map(|(at, origin)| (start + at, *origin)));
        self.text.push_str(&other.text);
    }

    /// The text without white space at its ends.
    pub fn trimmed(self) -> Marked {
        let kept = self.text.trim();
        let start = self.text.len() - self.text.trim_start().len();
        let marks = self.marks.iter().map(|(at, origin)| (at.saturating_sub(start).min(kept.len()), *origin)).collect();
        Marked { text: kept.to_owned(), marks }
    }

    /// The text with one text before its first line and another before each further line that is not empty.
    pub fn indented(&self, first: &str, further: &str) -> Marked {
        let mut indented = Marked::default();
        let mut marks = self.marks.iter().peekable();
        let mut offset = 0;
        for (number, line) in self.text.split_inclusive('\n').enumerate() {
            let prefix = if number == 0 { first } else { further };
            indented.push(if line == "\n" { prefix.trim_end() } else { prefix });
            let end = offset + line.len();
            while let Some((at, origin)) = marks.next_if(|(at, _)| *at < end) {
                indented.marks.push((indented.text.len() + at - offset, *origin));
            }
            indented.push(line);
            offset = end;
        }
        indented
    }

    /// Several texts with something between them.
    pub fn join<'m>(parts: impl IntoIterator<Item = &'m Marked>, between: &str) -> Marked {
        let mut joined = Marked::default();
        for (number, part) in parts.into_iter().enumerate() {
            if number > 0 {
                joined.push(between);
            }
            joined.append(part);
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_with_their_words() {
        let mut text = Marked::from(" one\n".to_owned());
        text.mark(7);
        text.push("two ");
        let text = text.trimmed().indented("- ", "  ");
        assert_eq!(text.text, "- one\n  two");
        assert_eq!(text.marks, [(8, 7)]);
        let joined = Marked::join([&text, &text], "\n\n");
        assert_eq!(joined.marks, [(8, 7), (21, 7)]);
    }
}
