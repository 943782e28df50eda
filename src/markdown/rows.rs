//! Tables whose rows mean something: those in `::: indicators`, `::: responses` and `::: overrides`.
//! The parse stage notes them cell by cell; pages show them as written, without their column of ids.

use super::convert::Walk;
use super::escape::open_link;
use super::run::Run;
use super::{LinkKind, Shown, Written};
use crate::diagnostic::Diagnostic;
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// What the rows of a block are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Signs.
    Indicator,
    /// Who must, should or may do what.
    Response,
    /// What always leads to a response.
    Override,
}

/// A table of such a block.
#[derive(Clone, Debug)]
pub struct RowTable {
    /// What its rows are.
    pub kind: RowKind,
    /// The header.
    pub span: Span,
    /// The attributes of the block: values of cells that are empty or not there.
    pub defaults: Vec<(Spanned<String>, Spanned<String>)>,
    /// The header's cells.
    pub columns: Vec<Spanned<String>>,
    /// The rows below it.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// The whole row.
    pub span: Span,
    /// Its cells; fewer than the table has columns if its author wrote fewer.
    pub cells: Vec<Cell>,
    /// What stands beyond the last column.
    pub extra: Option<Span>,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its words, without markup.
    pub text: String,
    /// As written.
    pub markdown: String,
    /// Its place.
    pub span: Span,
    /// Numbers of its links in the outline.
    pub links: Range<usize>,
}

/// An open block of such tables.
#[derive(Debug)]
pub(super) struct RowBlock {
    pub(super) kind: RowKind,
    pub(super) defaults: Vec<(Spanned<String>, Spanned<String>)>,
    /// How many tables it has had.
    pub(super) tables: usize,
}

/// The columns of the open table that pages treat in a way of their own.
#[derive(Debug)]
pub(super) struct Special {
    kind: RowKind,
    /// The names of the columns, in lower case.
    names: Vec<String>,
    id: Option<usize>,
    linked: Option<usize>,
    /// The id of the present row, if it is one.
    row_id: Option<String>,
    /// Where its text ends.
    row_end: usize,
    /// What closes the present cell.
    close: Option<&'static str>,
    /// The table, while it is being noted.
    noted: Option<RowTable>,
}

impl RowKind {
    /// The rows of a block with a name.
    pub fn of_block(name: &str) -> Option<RowKind> {
        match name {
            "indicators" => Some(RowKind::Indicator),
            "responses" => Some(RowKind::Response),
            "overrides" => Some(RowKind::Override),
            _ => None,
        }
    }

    /// The name of their block.
    pub fn block(self) -> &'static str {
        match self {
            RowKind::Indicator => "indicators",
            RowKind::Response => "responses",
            RowKind::Override => "overrides",
        }
    }

    /// The anchor of a row on its framework's page.
    pub fn anchor(self, id: &str) -> String {
        match self {
            RowKind::Indicator => format!("sign-{id}"),
            RowKind::Response => format!("duty-{id}"),
            RowKind::Override => format!("override-{id}"),
        }
    }

    /// The column whose text leads to a page about the row, and how that link is written.
    fn link(self) -> Option<(&'static str, &'static str)> {
        match self {
            RowKind::Indicator => Some(("sign", "sign:")),
            RowKind::Response => Some(("action", "duty:")),
            RowKind::Override => None,
        }
    }
}

impl Row {
    /// The cell of a column, if the author wrote it.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.get(column)
    }
}

/// Whether a text can be an id: lower-case letters, digits and hyphens.
pub fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

impl Walk<'_> {
    /// Opens a table of a block whose rows mean something.
    pub(super) fn open_rows(&mut self, run: &mut Run, at: usize) {
        let Some(block) = self.blocks.of_rows() else { return };
        block.tables += 1;
        let kind = block.kind;
        let defaults = block.defaults.clone();
        let head = cells_of(run, at + 1);
        let columns: Vec<Spanned<String>> =
            head.iter().map(|cell| Spanned { value: run.plain_text(*cell), span: cell_span(run, *cell) }).collect();
        let names: Vec<String> = columns.iter().map(|column| column.value.to_lowercase()).collect();
        let named = |name: &str| names.iter().position(|column| column == name);
        let (id, linked) = (named("id"), kind.link().and_then(|(column, _)| named(column)));
        let span = run.span(&run.events[at + 1].1.clone());
        let noted = (!self.host.wants_html()).then_some(RowTable { kind, span, defaults, columns, rows: Vec::new() });
        run.table.special = Some(Special { kind, names, id, linked, row_id: None, row_end: 0, close: None, noted });
    }

    /// Opens a row, and gives the tag that opens it on the page.
    pub(super) fn open_row(&mut self, run: &mut Run, at: usize) -> String {
        let Some(mut special) = run.table.special.take() else { return "<tr>".to_owned() };
        let cells = cells_of(run, at);
        let id = special.id.and_then(|column| cells.get(column)).map(|cell| run.plain_text(*cell));
        special.row_id = id.filter(|id| is_id(id));
        special.row_end = row_end(run, at);
        if let Some(table) = &mut special.noted {
            let range = run.events[at].1.clone();
            table.rows.push(Row { span: run.span(&range), cells: Vec::new(), extra: extra(run, at, &cells) });
        }
        let anchor = special.row_id.as_deref().map(|id| special.kind.anchor(id));
        let tag = match anchor {
            Some(anchor) if self.ids.take(&anchor) => format!("<tr id=\"{anchor}\">"),
            Some(anchor) => {
                self.taken_by_a_heading(run, at, &anchor);
                "<tr>".to_owned()
            }
            None => "<tr>".to_owned(),
        };
        run.table.special = Some(special);
        tag
    }

    /// A row whose id another row has is reported where all ids are known; a heading is only known here.
    fn taken_by_a_heading(&mut self, run: &Run, at: usize, anchor: &str) {
        if self.headings.iter().any(|heading| heading.id == anchor) {
            let message = format!("a heading above has the id `{anchor}`, which this row needs");
            let span = run.span(&run.events[at].1.clone());
            self.diagnostics.push(
                Diagnostic::at(Rule::DuplicateAnchor, span, message).hint("give the heading another: ## Heading {#id}"),
            );
        }
    }

    /// Begins a cell of a row that means something. Gives the number of the event after the cell if it is
    /// not shown.
    pub(super) fn open_cell(&mut self, run: &mut Run, at: usize, tag: &Tag) -> Option<usize> {
        if !matches!(tag, Tag::TableCell) {
            return None;
        }
        let column = run.table.column;
        let in_head = run.table.in_head;
        let mut special = run.table.special.take()?;
        let hidden = special.id == Some(column);
        let mut open = None;
        if !hidden && !in_head && special.linked == Some(column) {
            open = self.row_link(run, at, &special);
        }
        if let Some(table) = special.noted.as_mut().filter(|_| !in_head)
            && let Some(row) = table.rows.last_mut()
            && !is_missing(run, at, special.row_end)
        {
            let from = self.host.links_noted();
            row.cells.push(Cell {
                text: run.plain_text(at),
                markdown: cell_markdown(run, at),
                span: cell_span(run, at),
                links: from..from,
            });
        }
        if hidden {
            run.table.column += 1;
            run.table.special = Some(special);
            return Some(run.end_of(at) + 1);
        }
        special.close = open.is_some().then_some("</a>");
        run.table.special = Some(special);
        run.open_in_table(&Tag::TableCell);
        if let Some(open) = open {
            run.quiet += 1;
            run.html(open);
        } else if !in_head && self.instead(run, at, column) {
            return Some(run.end_of(at));
        }
        Some(at + 1)
    }

    /// Writes what the host shows instead of a cell's own text, if that is nothing but text.
    fn instead(&mut self, run: &mut Run, at: usize, column: usize) -> bool {
        let is_text = matches!(run.events.get(at + 1), Some((Event::Text(_), _))) && run.end_of(at) == at + 2;
        let Some(special) = run.table.special.as_ref().filter(|_| is_text) else { return false };
        let name = special.names.get(column).map(String::as_str).unwrap_or_default();
        let shown = self.host.cell(special.kind, name, &run.plain_text(at));
        let range = run.events[at + 1].1.clone();
        match shown {
            Some(Shown::Words(words)) => self.plain(run, words, &range),
            Some(Shown::Link(placed)) => {
                self.place(run, &placed, if placed.title.is_empty() { "" } else { "timescale" });
            }
            None => return false,
        }
        true
    }

    /// The tag that links the statement of a row to the page about it.
    fn row_link(&mut self, run: &Run, at: usize, special: &Special) -> Option<String> {
        let (column, scheme) = special.kind.link()?;
        let id = special.row_id.as_deref()?;
        let span = cell_span(run, at);
        let inside = &run.events[at..run.end_of(at)];
        if inside.iter().any(|(event, _)| matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. }))) {
            let message = format!("the {column} of a row leads to a page of its own, so it holds no other link");
            self.diagnostics
                .push(Diagnostic::at(Rule::ThresholdTable, span, message).hint("put the link into another column"));
            return None;
        }
        let placed = self.host.link(Written { kind: LinkKind::Row, destination: format!("{scheme}{id}"), span });
        (!placed.href.is_empty()).then(|| open_link(&placed, "", ""))
    }

    /// Closes what was opened for a cell, and hands a table that has been noted to the host.
    pub(super) fn close_in_rows(&mut self, run: &mut Run, tag: &TagEnd) {
        match tag {
            TagEnd::TableCell => self.close_cell(run),
            TagEnd::Table => {
                if let Some(table) = run.table.special.take().and_then(|special| special.noted) {
                    self.host.rows(table);
                }
            }
            _ => {}
        }
    }

    fn close_cell(&mut self, run: &mut Run) {
        let in_head = run.table.in_head;
        let column = run.table.column;
        let Some(special) = &mut run.table.special else { return };
        if let Some(table) = special.noted.as_mut().filter(|_| !in_head)
            && let Some(row) = table.rows.last_mut()
            && row.cells.len() == column
            && let Some(cell) = row.cells.last_mut()
        {
            cell.links.end = self.host.links_noted();
        }
        if let Some(close) = special.close.take() {
            run.quiet -= 1;
            run.html(close);
        }
    }
}

/// The numbers of the events that open the cells of a row.
fn cells_of(run: &Run, at: usize) -> Vec<usize> {
    let end = run.end_of(at);
    (at..end).filter(|number| matches!(run.events[*number].0, Event::Start(Tag::TableCell))).collect()
}

/// The range of a cell without the spaces around its text.
fn cell_range(run: &Run, at: usize) -> Range<usize> {
    let range = run.events[at].1.clone();
    let text = &run.padded.text[range.clone()];
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return range;
    }
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + trimmed.len()
}

fn cell_span(run: &Run, at: usize) -> Span {
    run.span(&cell_range(run, at))
}

fn cell_markdown(run: &Run, at: usize) -> String {
    run.padded.text[cell_range(run, at)].trim().to_owned()
}

/// Where the text of the row that a cell belongs to ends.
fn row_end(run: &Run, at: usize) -> usize {
    let row = &run.events[at].1;
    row.start + run.padded.text[row.clone()].trim_end().len()
}

/// Whether the parser has put in a cell that its author did not write.
fn is_missing(run: &Run, at: usize, row_end: usize) -> bool {
    let range = &run.events[at].1;
    range.is_empty() && range.start >= row_end
}

/// What an author wrote beyond the last column, which the parser drops.
fn extra(run: &Run, at: usize, cells: &[usize]) -> Option<Span> {
    let last = run.events[*cells.last()?].1.end;
    let end = row_end(run, at);
    let rest = run.padded.text.get(last..end)?.strip_prefix('|')?;
    let text = rest.trim_start();
    (!text.is_empty()).then(|| run.span(&(end - text.len()..end)))
}
