//! Two frameworks side by side, and what a local one changes.

use super::EvidenceView;
use crate::render::view::{DateView, LinkView};
use serde::Serialize;

/// What a local framework changes: the national text and the local one side by side.
#[derive(Clone, Debug, Serialize)]
pub struct LocalView {
    /// An id, unique on the page.
    pub id: String,
    /// "Stricter locally".
    pub label: String,
    /// The name of what is changed.
    pub title: String,
    /// Its page or place, if it has one.
    pub url: Option<String>,
    /// "Exampleshire".
    pub area: String,
    /// The local framework.
    pub framework: LinkView,
    /// Whether national and local text stand beside each other; else there is only one of them.
    pub two_sided: bool,
    /// What both say, field by field.
    pub fields: Vec<PairView>,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub approved_by: String,
    /// When.
    pub date: DateView,
    /// What allows it.
    pub authority: Option<EvidenceView>,
}

/// What two frameworks say in one field, as HTML with the changed words marked.
#[derive(Clone, Debug, Serialize)]
pub struct PairView {
    /// The field.
    pub name: String,
    /// On the left.
    pub left: String,
    /// On the right.
    pub right: String,
    /// Whether they differ.
    pub differs: bool,
}

/// Two frameworks side by side.
#[derive(Clone, Debug, Serialize)]
pub struct CompareView {
    /// On the left.
    pub left: SideView,
    /// On the right.
    pub right: SideView,
    /// Whether they are of two places, and neither came out of the other.
    pub of_places: bool,
    /// Levels, signs, responses, timescales.
    pub groups: Vec<CompareGroupView>,
}

/// One of the two.
#[derive(Clone, Debug, Serialize)]
pub struct SideView {
    /// The framework.
    pub link: LinkView,
    /// A short name, for the heads of columns.
    pub name: String,
    /// Where it applies.
    pub jurisdiction: String,
    /// Its version.
    pub version: Option<String>,
    /// In force from.
    pub from: Option<DateView>,
    /// In force until.
    pub to: Option<DateView>,
}

/// One kind of thing in two frameworks.
#[derive(Clone, Debug, Serialize)]
pub struct CompareGroupView {
    /// An id, unique on the page.
    pub id: String,
    /// "Levels".
    pub title: String,
    /// What differs.
    pub changed: Vec<CompareRowView>,
    /// What only the left one has.
    pub only_left: Vec<CompareRowView>,
    /// What only the right one has.
    pub only_right: Vec<CompareRowView>,
    /// What is the same in both.
    pub same: Vec<CompareRowView>,
}

/// A thing in two frameworks.
#[derive(Clone, Debug, Serialize)]
pub struct CompareRowView {
    /// Its name.
    pub title: String,
    /// Its place on the left.
    pub left_url: Option<String>,
    /// Its place on the right.
    pub right_url: Option<String>,
    /// What both say.
    pub fields: Vec<PairView>,
}
