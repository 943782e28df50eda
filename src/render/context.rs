//! What templates are given.

use super::view::PageView;
use crate::resolve::to_root;
use serde::Serialize;
use tera::Context;

/// What every template of a page is given.
pub fn context(path: &str, view: &PageView) -> Context {
    let mut context = Context::new();
    context.insert("page", view);
    context.insert("root", &to_root(path));
    context
}

/// A context with one value more.
pub fn with(mut context: Context, name: &'static str, value: &(impl Serialize + ?Sized)) -> Context {
    context.insert(name, value);
    context
}
