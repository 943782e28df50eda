//! The rows of `::: indicators`, `::: responses` and `::: overrides`: tables as written in, typed rows out.

mod columns;
mod indicator;
mod overriding;
mod reading;
mod response;

use super::Framework;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::rows::{RowKind, RowTable, is_id};
use crate::rule::Rule;
use columns::Columns;
use reading::Reading;

impl Framework {
    /// Reads the rows of its tables, in the order of the text. What cannot be read is reported at its cell.
    pub fn read_rows(&mut self, tables: &[RowTable], diagnostics: &mut Diagnostics) {
        for table in tables {
            let columns = Columns::of(table, diagnostics);
            for row in &table.rows {
                let mut reading = Reading::new(&columns, table, row, diagnostics);
                if !reading.check_cells() {
                    continue;
                }
                match table.kind {
                    RowKind::Indicator => self.indicators.extend(indicator::read(&mut reading)),
                    RowKind::Response => self.responses.extend(response::read(&mut reading)),
                    RowKind::Override => self.overrides.extend(overriding::read(&mut reading)),
                }
                if reading.is_faulty || !columns.are_complete {
                    let id = reading.value("Id").map(|id| id.text).filter(|id| is_id(id));
                    self.unread.insert(id.unwrap_or_default());
                }
            }
        }
    }
}

/// Reports tables of rows in a document that is no framework.
pub fn misplaced(tables: &[RowTable], diagnostics: &mut Diagnostics) {
    for table in tables {
        let message = format!("only a threshold framework has {}", table.kind.block());
        diagnostics.push(
            Diagnostic::at(Rule::ThresholdTable, table.span, message)
                .hint("frameworks stand in content/thresholds/, or have type: framework"),
        );
    }
}
