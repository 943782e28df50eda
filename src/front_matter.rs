//! Front matter and data files: the only code that knows YAML.
//!
//! [`fence::split`] finds the block, [`node::parse`] makes a tree in which every value knows its
//! place, and [`record::Record`] checks that tree against a table of fields. The same tables give
//! the JSON Schemas of `waymark schema`.

pub mod choice;
pub mod fence;
pub mod field;
pub mod node;
pub mod record;
pub mod schema;
mod unknown;
