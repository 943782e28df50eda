//! One row being read: its cells by name, and what is wrong with them.

use super::columns::Columns;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::cells::{Unread, id, is_bare_number, items};
use crate::markdown::rows::{Cell, Row, RowTable};
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use std::ops::Range;

/// Cells in which a number means something else than a weight; what they ask for is told by their own readers.
const NUMBERS: &[&str] = &["Levels", "When", "Within", "Feedback due", "Since", "Until"];
/// What stands for "nothing here".
const DASHES: &[&str] = &["-", "–", "—"];

/// One row being read.
pub struct Reading<'r> {
    columns: &'r Columns<'r>,
    row: &'r Row,
    width: usize,
    diagnostics: &'r mut Diagnostics,
    /// Whether something in it could not be read.
    pub is_faulty: bool,
}

/// What stands in a cell, or in the attribute that stands for it.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its words, without markup. Never empty.
    pub text: String,
    /// As written.
    pub markdown: String,
    /// Its place.
    pub span: Span,
    /// Numbers of its links in the outline.
    pub links: Range<usize>,
}

impl Value {
    fn of_cell(cell: &Cell) -> Value {
        Value { text: cell.text.clone(), markdown: cell.markdown.clone(), span: cell.span, links: cell.links.clone() }
    }

    /// Its words with their place.
    pub fn spanned(&self) -> Spanned<String> {
        Spanned { value: self.text.clone(), span: self.span }
    }

    /// The place of a part of its words: that part, if they are written as they read, or else all of it.
    fn part(&self, range: &Range<usize>) -> Span {
        let length = usize::try_from(self.span.end - self.span.start).unwrap_or(0);
        if self.text != self.markdown || self.text.len() != length {
            return self.span;
        }
        let at = usize::try_from(self.span.start).unwrap_or(0);
        Span::new(self.span.source, at + range.start, at + range.end)
    }
}

impl<'r> Reading<'r> {
    /// Begins a row.
    pub fn new(
        columns: &'r Columns<'r>,
        table: &'r RowTable,
        row: &'r Row,
        diagnostics: &'r mut Diagnostics,
    ) -> Reading<'r> {
        Reading { columns, row, width: table.columns.len(), diagnostics, is_faulty: false }
    }

    /// Reports a row with more or fewer cells than its table has columns, and cells that hold a bare number.
    /// Gives `false` if it is no row at all: the line after a table, without an empty one between.
    pub fn check_cells(&mut self) -> bool {
        let (cells, width) = (self.row.cells.len(), self.width);
        if let [only] = &self.row.cells[..]
            && width > 1
            && only.span.start == self.row.span.start
        {
            let message = "this line is read as a row of the table above it".to_owned();
            self.fault(self.row.span, message, "put an empty line before it");
            return false;
        }
        if cells < width {
            let end = self.row.cells.last().map_or(self.row.span, |cell| cell.span);
            let number = if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") };
            let message = format!("this row has {number}, and its table {width} columns");
            self.fault(end, message, "write every cell, the empty ones too");
        }
        if let Some(extra) = self.row.extra {
            let message = format!("this stands beyond the last of the table's {width} columns");
            self.fault(extra, message, "write a | that is part of the text as \\|");
        }
        for (cell, name) in self.row.cells.iter().zip(&self.columns.names) {
            let may_be = name.is_none_or(|name| NUMBERS.contains(&name));
            if !may_be && is_bare_number(&cell.text) {
                self.is_faulty = true;
                let message = format!("`{}` is a bare number, and nothing here is counted or weighed", cell.text);
                self.diagnostics.push(
                    Diagnostic::at(Rule::Score, cell.span, message).hint("say it in words, or take the number out"),
                );
            }
        }
        true
    }

    /// What a cell holds; if it is empty, what the block says for all its rows.
    pub fn value(&self, name: &str) -> Option<Value> {
        let cell = self.cell(name);
        if cell.is_some_and(|cell| DASHES.contains(&cell.text.as_str())) {
            return None;
        }
        let own = cell.filter(|cell| !cell.text.is_empty() || !cell.links.is_empty());
        own.map(Value::of_cell).or_else(|| self.default_of(name))
    }

    /// What a cell itself holds.
    pub fn own_value(&self, name: &str) -> Option<Value> {
        let cell = self.cell(name).filter(|cell| !cell.text.is_empty() && !DASHES.contains(&cell.text.as_str()));
        cell.map(Value::of_cell)
    }

    /// The same for a cell that must not be empty.
    pub fn required(&mut self, name: &str) -> Option<Value> {
        let value = self.value(name);
        let is_column = self.columns.names.contains(&Some(name));
        // A column that is not there at all has been reported once, and so has a cell that is not there.
        if value.is_none() && is_column && self.position(name).is_some_and(|at| at < self.row.cells.len()) {
            let span = self.cell(name).map_or(self.row.span, |cell| cell.span);
            self.fault(span, format!("this row has no {name}"), "write it into this cell");
        }
        self.is_faulty |= value.is_none();
        value
    }

    /// The id of the row.
    pub fn id(&mut self) -> Option<Spanned<String>> {
        let value = self.required("Id")?;
        let id = self.understood(id((0, &value.text)), &value)?;
        Some(Spanned { value: id, span: value.span })
    }

    /// What a reader of texts makes of a value; a fault is reported at its place.
    pub fn understood<T>(&mut self, read: Result<T, Unread>, value: &Value) -> Option<T> {
        read.map_err(|unread| {
            self.is_faulty = true;
            let span = value.part(&unread.range);
            self.diagnostics.push(Diagnostic::at(unread.rule, span, unread.message).hint(unread.hint));
        })
        .ok()
    }

    /// One value of a cell.
    pub fn one<T>(&mut self, name: &str, read: impl Fn((usize, &str)) -> Result<T, Unread>) -> Option<Spanned<T>> {
        let value = self.value(name)?;
        self.one_of(&value, read)
    }

    /// One value of a cell that must not be empty.
    pub fn required_one<T>(
        &mut self,
        name: &str,
        read: impl Fn((usize, &str)) -> Result<T, Unread>,
    ) -> Option<Spanned<T>> {
        let value = self.required(name)?;
        self.one_of(&value, read)
    }

    fn one_of<T>(&mut self, value: &Value, read: impl Fn((usize, &str)) -> Result<T, Unread>) -> Option<Spanned<T>> {
        let found = self.understood(read((0, &value.text)), value)?;
        Some(Spanned { value: found, span: value.span })
    }

    /// The values of a cell that holds a list; what cannot be read is left out.
    pub fn list<T>(&mut self, name: &str, read: impl Fn((usize, &str)) -> Result<T, Unread>) -> Vec<Spanned<T>> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let each = items(&value.text, ',').filter_map(|item| {
            let span = value.part(&(item.0..item.0 + item.1.len()));
            self.understood(read(item), &value).map(|value| Spanned { value, span })
        });
        each.collect()
    }

    /// The values of a list without their places.
    pub fn plain_list<T>(&mut self, name: &str, read: impl Fn((usize, &str)) -> Result<T, Unread>) -> Vec<T> {
        self.list(name, read).into_iter().map(|item| item.value).collect()
    }

    /// The words of a cell.
    pub fn words(&self, name: &str) -> Option<String> {
        self.value(name).map(|value| value.text).filter(|text| !text.is_empty())
    }

    /// The place of the row.
    pub fn span(&self) -> Span {
        self.row.span
    }

    /// Numbers of all links of the row.
    pub fn links(&self) -> Range<usize> {
        let cells = || self.row.cells.iter().map(|cell| &cell.links).filter(|links| !links.is_empty());
        let start = cells().map(|links| links.start).min().unwrap_or(0);
        start..cells().map(|links| links.end).max().unwrap_or(start)
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.columns.names.iter().position(|column| *column == Some(name))
    }

    fn cell(&self, name: &str) -> Option<&'r Cell> {
        self.row.cell(self.position(name)?)
    }

    fn default_of(&self, name: &str) -> Option<Value> {
        let (_, value) = self.columns.defaults.iter().find(|(column, _)| *column == name)?;
        let text = value.value.trim().to_owned();
        let is_empty = text.is_empty() || DASHES.contains(&text.as_str());
        (!is_empty).then(|| Value { markdown: text.clone(), text, span: value.span, links: 0..0 })
    }

    fn fault(&mut self, span: Span, message: String, hint: &str) {
        self.is_faulty = true;
        self.diagnostics.push(Diagnostic::at(Rule::ThresholdTable, span, message).hint(hint));
    }
}
