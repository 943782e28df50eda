//! Tables of fields: what a document type or data file may hold.

/// One field of a mapping.
#[derive(Debug)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// What it is for, in a sentence; shown by editors that read the JSON Schema.
    pub doc: &'static str,
}

/// What a field may hold.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text that is not empty.
    Text,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// Lower-case letters, digits and hyphens.
    Slug,
    /// A calendar date, `YYYY-MM-DD`.
    Date,
    /// A whole number from 1.
    Number,
    /// `true` or `false`.
    Flag,
    /// One of some names.
    Choice(&'static [&'static str]),
    /// A list of texts; a single text counts as a list of one.
    Texts,
    /// A list of slugs.
    Slugs,
    /// A list of some names.
    Choices(&'static [&'static str]),
    /// A mapping.
    Record(&'static [Field]),
    /// A list of mappings.
    Records(&'static [Field]),
    /// A mapping with keys of the author's own and text values.
    Names,
    /// Anything at all.
    Free,
}

/// A field that may be left out.
pub const fn optional(name: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { name, kind, required: false, doc }
}

/// A field that must be there.
pub const fn required(name: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { name, kind, required: true, doc }
}
