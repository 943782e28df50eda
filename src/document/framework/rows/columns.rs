//! Which column of a table is which.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::framework::cells::is_score;
use crate::markdown::rows::{RowKind, RowTable};
use crate::rule::Rule;
use crate::source::Spanned;
use crate::suggest::nearest;

/// A column that a table may have.
pub struct Column {
    /// Its name in the header.
    pub name: &'static str,
    required: bool,
    /// Whether an attribute of the block may stand for its empty cells.
    is_attribute: bool,
}

const fn column(name: &'static str) -> Column {
    Column { name, required: false, is_attribute: true }
}

const fn required(name: &'static str) -> Column {
    Column { name, required: true, is_attribute: true }
}

/// A column whose cells are each row's own.
const fn own(name: &'static str, required: bool) -> Column {
    Column { name, required, is_attribute: false }
}

const INDICATOR: &[Column] = &[
    own("Id", true),
    own("Sign", true),
    required("Kind"),
    column("Harms"),
    column("Levels"),
    column("Domain"),
    column("Ages"),
    column("Settings"),
    column("Seen by"),
    column("Recency"),
    column("Ordinary explanation"),
    column("Together with"),
    column("Search terms"),
    column("Since"),
    column("Until"),
    own("Source", false),
];

const RESPONSE: &[Column] = &[
    own("Id", true),
    required("Duty"),
    own("Action", true),
    required("When"),
    column("Lead"),
    column("With"),
    column("Inform"),
    column("Within"),
    column("Consent"),
    own("Basis", false),
    column("Route"),
    own("Form", false),
    column("Record"),
    column("Feedback due"),
    column("If not agreed"),
];

const OVERRIDE: &[Column] = &[own("Id", true), required("When"), required("Then"), required("Duty"), column("Why")];

/// The columns that a kind of row has.
pub fn known(kind: RowKind) -> &'static [Column] {
    match kind {
        RowKind::Indicator => INDICATOR,
        RowKind::Response => RESPONSE,
        RowKind::Override => OVERRIDE,
    }
}

/// The header and the attributes of a table, understood.
pub struct Columns<'t> {
    /// For each column of the header, its name; `None` for one that has been reported.
    pub names: Vec<Option<&'static str>>,
    /// For each attribute that is known, the column that it stands for.
    pub defaults: Vec<(&'static str, &'t Spanned<String>)>,
    /// Whether every column that must be there is there.
    pub are_complete: bool,
}

impl<'t> Columns<'t> {
    /// Understands a table's header and attributes, and reports what is wrong with them.
    pub fn of(table: &'t RowTable, diagnostics: &mut Diagnostics) -> Columns<'t> {
        let known = known(table.kind);
        let mut names: Vec<Option<&'static str>> = Vec::with_capacity(table.columns.len());
        for written in &table.columns {
            let found = find(known, written, "column", diagnostics).map(|column| column.name);
            if found.is_some() && names.contains(&found) {
                diagnostics.push(
                    Diagnostic::at(Rule::ThresholdTable, written.span, "this column stands twice")
                        .hint("keep one of the two"),
                );
                names.push(None);
            } else {
                names.push(found);
            }
        }
        let mut defaults = Vec::new();
        for (key, value) in &table.defaults {
            match find(known, key, "attribute", diagnostics) {
                Some(column) if column.is_attribute => defaults.push((column.name, value)),
                Some(column) => diagnostics.push(
                    Diagnostic::at(
                        Rule::ThresholdTable,
                        key.span,
                        format!("every row has a {} of its own", column.name),
                    )
                    .hint("make it a column"),
                ),
                None => {}
            }
        }
        let mut are_complete = true;
        for column in known.iter().filter(|column| column.required) {
            let is_there = names.contains(&Some(column.name)) || defaults.iter().any(|(name, _)| *name == column.name);
            if !is_there {
                let message = format!("this table of {} has no column {}", table.kind.block(), column.name);
                let hint = format!("its columns: {}", listed(known));
                diagnostics.push(Diagnostic::at(Rule::ThresholdTable, table.span, message).hint(hint));
                are_complete = false;
            }
        }
        Columns { names, defaults, are_complete }
    }
}

/// A name as it is compared: case, spaces, hyphens and underscores aside.
fn key(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || c == '-' || c == '_').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}

fn find(
    known: &'static [Column],
    written: &Spanned<String>,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'static Column> {
    let wanted = key(&written.value);
    let found = known.iter().find(|column| key(column.name) == wanted);
    if found.is_none() {
        diagnostics.push(unknown(known, written, what));
    }
    found
}

fn unknown(known: &[Column], written: &Spanned<String>, what: &str) -> Diagnostic {
    if is_score(&written.value) {
        let message = format!("`{}` would weigh a child's signs against each other", written.value);
        return Diagnostic::at(Rule::Score, written.span, message)
            .hint("take it out; say in Levels which levels a sign points to, as a range");
    }
    if written.value.is_empty() {
        return Diagnostic::at(Rule::ThresholdTable, written.span, "this column has no name")
            .hint(format!("one of: {}", listed(known)));
    }
    let hint = nearest(&written.value, known.iter().map(|column| column.name)).map(|name| {
        let name = if what == "attribute" { key(name) } else { name.to_owned() };
        format!("did you mean `{name}`?")
    });
    Diagnostic::at(Rule::ThresholdTable, written.span, format!("there is no {what} `{}`", written.value))
        .hint(hint.unwrap_or_else(|| format!("one of: {}", listed(known))))
}

fn listed(known: &[Column]) -> String {
    known.iter().map(|column| column.name).collect::<Vec<_>>().join(", ")
}
