//! Tables: columns are aligned by classes, since the pages' policy refuses styles in the text.

use super::rows::Special;
use super::run::Run;
use pulldown_cmark::{Alignment, Tag, TagEnd};

/// The place within the table that is open. Tables do not nest.
#[derive(Debug, Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) in_head: bool,
    /// What is to be known of it if its rows mean something.
    pub(super) special: Option<Special>,
}

impl Run<'_> {
    /// Opens a table, in a frame that scrolls where the screen is narrow.
    pub(super) fn open_table(&mut self, alignments: Vec<Alignment>) {
        self.table = Table { alignments, ..Table::default() };
        self.html("<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n");
    }

    /// Opens a row.
    pub(super) fn open_row(&mut self, tag: String) {
        self.table.column = 0;
        self.html(tag);
    }

    /// Opens the head of a table, or a cell.
    pub(super) fn open_in_table(&mut self, tag: &Tag) {
        match tag {
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.html("<thead><tr>");
            }
            _ => {
                let alignment = self.table.alignments.get(self.table.column).copied().unwrap_or(Alignment::None);
                let class = match alignment {
                    Alignment::None | Alignment::Left => "",
                    Alignment::Center => " class=\"align-center\"",
                    Alignment::Right => " class=\"align-right\"",
                };
                self.table.column += 1;
                let cell = if self.table.in_head { "<th scope=\"col\"" } else { "<td" };
                self.html(format!("{cell}{class}>"));
            }
        }
    }

    /// Closes a table or a part of one.
    pub(super) fn close_in_table(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.html("</tr></thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell if self.table.in_head => self.html("</th>"),
            TagEnd::TableCell => self.html("</td>"),
            _ => self.html("</tbody></table>\n</div>\n"),
        }
    }
}
