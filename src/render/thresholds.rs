//! The pages that a framework has besides its document: navigator, matrix, levels, signs, the register of
//! duties, and comparisons. `leaf` says which files there are; each page has a file here that makes its view.

mod basis;
mod book;
mod changes;
mod comparison;
mod csv;
mod duties;
mod ladders;
mod leaf;
mod level;
mod limits;
mod matrix;
mod navigator;
mod pairs;
mod reading;
mod signs;
pub mod view;
mod wording;

pub use basis::basis_in_words;
pub use book::jurisdiction;
pub use ladders::ladders;
pub use leaf::{Leaf, all};
pub use limits::{OwnLimit, own_limits};
pub use signs::cases_of_links;
pub use wording::{capital, names};

use super::Shared;
use crate::site::PageId;
use book::Book;
use tera::Context;
use view::{BookView, LocalView, NamedView, SignView, SignsView};

/// What the page of a framework's document is given besides: `book`, its `signs` by letter, and the `changes`
/// that it makes locally.
pub fn add_to(context: &mut Context, shared: &Shared, id: PageId, path: &str) {
    if let Some((book, signs, changes)) = of_document(shared, id, path) {
        context.insert("book", &book);
        context.insert("signs", &signs);
        context.insert("changes", &changes);
    }
}

fn of_document(shared: &Shared, id: PageId, path: &str) -> Option<(BookView, Vec<SignsView>, Vec<LocalView>)> {
    let book = Book::of(shared.site, id)?;
    let mut signs: Vec<SignView> =
        book.applied.indicators.iter().filter(|part| part.applies()).map(|part| signs::sign(&book, part)).collect();
    signs.sort_by_key(|sign| sign.statement.to_lowercase());
    let mut letters: Vec<SignsView> = Vec::new();
    for sign in signs {
        let NamedView { id, label } = letter(&sign.statement);
        match letters.last_mut() {
            Some(last) if last.id == id => last.signs.push(sign),
            _ => letters.push(SignsView { id, title: label, signs: vec![sign] }),
        }
    }
    Some((book.view(path), letters, changes::of_book(&book)))
}

fn letter(statement: &str) -> NamedView {
    let first = statement.chars().find(|c| c.is_alphanumeric()).unwrap_or('#');
    NamedView { id: format!("signs-{}", first.to_lowercase()), label: first.to_uppercase().to_string() }
}
