//! Two frameworks side by side.

use super::book::{Book, jurisdiction};
use super::pairs::{self, Marks};
use super::view::{CompareGroupView, CompareRowView, CompareView, SideView};
use crate::render::words::{address, date, link};
use crate::thresholds::compare::{Row, Subject, Verdict, rows};

/// The page of a comparison.
pub fn page(left: &Book, right: &Book) -> CompareView {
    let rows = rows(&left.applied, &right.applied, &left.site.timescales);
    let kinds = [
        (Subject::Level, "levels", "Levels"),
        (Subject::Indicator, "signs", "Signs"),
        (Subject::Response, "responses", "What must, should and may be done"),
        (Subject::Timescale, "timescales", "Timescales"),
        (Subject::Ladder, "ladders", "If you do not agree"),
    ];
    let marks = if left.area() == right.area() || is_base_of(left, right) { Marks::Changes } else { Marks::Places };
    let groups = kinds.into_iter().map(|(subject, id, title)| {
        let found: Vec<&Row> = rows.iter().filter(|row| row.subject == subject).collect();
        let of = |verdict: Verdict| -> Vec<CompareRowView> {
            found.iter().filter(|row| row.verdict == verdict).map(|row| line(left, right, row, marks)).collect()
        };
        CompareGroupView {
            id: id.to_owned(),
            title: title.to_owned(),
            changed: of(Verdict::Changed),
            only_left: of(Verdict::OnlyLeft),
            only_right: of(Verdict::OnlyRight),
            same: of(Verdict::Same),
        }
    });
    let (left_name, right_name) = short_names(left, right);
    CompareView {
        left: side(left, left_name),
        right: side(right, right_name),
        of_places: marks == Marks::Places,
        groups: groups.collect(),
    }
}

/// Whether the right one is what an area makes of the left one.
fn is_base_of(left: &Book, right: &Book) -> bool {
    right.base == left.own && right.own != left.own
}

/// Names for the heads of columns: the places, or the versions where the places are the same, or else the titles.
fn short_names(left: &Book, right: &Book) -> (String, String) {
    let (a, b) = (left.area(), right.area());
    let versions = (left.applied.framework().version.as_ref(), right.applied.framework().version.as_ref());
    match versions {
        _ if a != b => (a, b),
        (Some(one), Some(other)) if one != other => (format!("{a}, version {one}"), format!("{b}, version {other}")),
        _ => (left.page().title().to_owned(), right.page().title().to_owned()),
    }
}

fn side(book: &Book, name: String) -> SideView {
    let page = book.page();
    let own = book.applied.framework();
    SideView {
        link: link(page),
        name,
        jurisdiction: jurisdiction(own),
        version: own.version.clone(),
        from: page.document.meta.in_force_from.map(date),
        to: page.document.meta.in_force_to.map(date),
    }
}

fn line(left: &Book, right: &Book, row: &Row, marks: Marks) -> CompareRowView {
    CompareRowView {
        title: row.title.clone(),
        left_url: row.left.as_ref().and_then(|id| place(left, row.subject, id)),
        right_url: row.right.as_ref().and_then(|id| place(right, row.subject, id)),
        fields: pairs::fields(row, left, right, marks),
    }
}

/// Where a side says it.
fn place(book: &Book, subject: Subject, id: &str) -> Option<String> {
    match subject {
        Subject::Level => {
            let level = book.applied.levels().iter().find(|level| level.anchor() == id)?;
            Some(if book.page().has_register() {
                book.level_url(level)
            } else {
                format!("{}#{id}", address(&book.page().url))
            })
        }
        Subject::Indicator => book.applied.indicator(id).map(|part| book.sign_url(part)),
        Subject::Response => book.applied.response(id).map(|part| book.duty_url(part.part)),
        Subject::Timescale => Some(format!("timescales.html#{id}")),
        Subject::Ladder => Some(format!("{}#{id}", address(&book.page().url))),
    }
}
