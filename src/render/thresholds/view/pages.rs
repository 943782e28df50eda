//! One view a page: matrix, sign, level, navigator, register.

use super::{DutiesView, DutyView, EvidenceView, LocalView, NamedView, RouteView, SignView, StepView};
use crate::render::view::LinkView;
use serde::Serialize;

/// The matrix of domains and levels.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixView {
    /// Its rows, a group a domain.
    pub domains: Vec<DomainView>,
    /// How many columns levels have.
    pub levels: usize,
}

/// A domain in the matrix.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DomainView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The group that it belongs to, unless it is called so itself.
    pub group: Option<String>,
    /// What belongs to it.
    pub summary: Option<String>,
    /// Its rows. A cell spans the levels that its signs point to.
    pub rows: Vec<Vec<CellView>>,
    /// Its strengths.
    pub strengths: Vec<SignView>,
}

/// A cell of the matrix.
#[derive(Clone, Debug, Serialize)]
pub struct CellView {
    /// How many levels it spans.
    pub span: u32,
    /// "Levels 2 to 4"; empty in an empty cell.
    pub range: String,
    /// The signs that point to just these levels.
    pub signs: Vec<SignView>,
}

/// The page of a sign, besides the sign.
#[derive(Clone, Debug, Serialize)]
pub struct SignPageView {
    /// The sign.
    pub sign: SignView,
    /// What its kind means.
    pub kind_note: String,
    /// What must, should and may follow, and what is not to be done.
    pub owed: Vec<DutiesView>,
    /// What is asked for a harm, where the sign is of none in particular.
    pub of_harm: Vec<DutyView>,
    /// What applies whatever anybody sees.
    pub always: Vec<DutyView>,
    /// Whom to ring.
    pub routes: Vec<RouteView>,
    /// Cases that show it.
    pub cases: Vec<ShownView>,
    /// Evidence and what to read.
    pub evidence: Vec<EvidenceView>,
    /// What local frameworks change in it.
    pub changes: Vec<LocalView>,
    /// The sign before it in the framework.
    pub previous: Option<LinkView>,
    /// The sign after it.
    pub next: Option<LinkView>,
}

/// A case study that shows a sign.
#[derive(Clone, Debug, Serialize)]
pub struct ShownView {
    /// The case study.
    pub case: LinkView,
    /// The episodes in which the sign was there and was not seen.
    pub episodes: Vec<EpisodeView>,
}

/// An episode that shows a sign.
#[derive(Clone, Debug, Serialize)]
pub struct EpisodeView {
    /// The episode on the page of its case.
    pub link: LinkView,
    /// How the sign showed.
    pub how: Option<String>,
}

/// The page of a level, besides the level in a line.
#[derive(Clone, Debug, Serialize)]
pub struct LevelPageView {
    /// The level.
    pub step: StepView,
    /// Names that other areas use.
    pub aliases: Vec<String>,
    /// Whether consent is needed.
    pub consent: Option<String>,
    /// What to know about consent.
    pub consent_note: Option<String>,
    /// When to move up.
    pub step_up: Option<String>,
    /// When to move down.
    pub step_down: Option<String>,
    /// The signs that can point here, by domain.
    pub domains: Vec<SignsView>,
    /// What is done at this level: must, should, may, do not.
    pub duties: Vec<DutiesView>,
    /// What applies at every level.
    pub always: Vec<DutyView>,
    /// What a local framework changes at this level.
    pub changes: Vec<LocalView>,
    /// The level below.
    pub below: Option<StepView>,
    /// The level above.
    pub above: Option<StepView>,
}

/// Signs under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct SignsView {
    /// An id, unique on the page.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The signs.
    pub signs: Vec<SignView>,
}

/// The navigator: the matrix, everything that may follow, and what the signs can be narrowed by.
#[derive(Clone, Debug, Serialize)]
pub struct NavigatorView {
    /// The matrix that stands on the page without JavaScript, and that the script takes its signs from.
    pub matrix: MatrixView,
    /// For each sign by id, the responses that it asks for: `response` or `response!override`.
    pub owed: std::collections::BTreeMap<String, String>,
    /// Every response, by duty.
    pub duties: Vec<DutiesView>,
    /// The levels that responses are for, the most urgent first.
    pub groups: Vec<NamedView>,
    /// Every agency that has a part in a response.
    pub agencies: Vec<NamedView>,
    /// What leads to a response whatever the level.
    pub overrides: Vec<OverrideView>,
    /// Whom to ring.
    pub routes: Vec<RouteView>,
    /// What the signs can be narrowed by.
    pub filters: Vec<FilterView>,
}

/// An override.
#[derive(Clone, Debug, Serialize)]
pub struct OverrideView {
    /// Its id.
    pub id: String,
    /// How strongly it binds.
    pub duty: String,
    /// When, in words.
    pub when: String,
    /// The ages that it is for, as ids; empty means every age.
    pub ages: String,
    /// What follows.
    pub then: String,
    /// The response in the register.
    pub url: String,
    /// "Should".
    pub duty_label: String,
    /// Why.
    pub why: String,
}

/// Something that signs can be narrowed by.
#[derive(Clone, Debug, Serialize)]
pub struct FilterView {
    /// `harms`: the name of the data attribute.
    pub id: String,
    /// "Harm".
    pub title: String,
    /// What can be chosen.
    pub choices: Vec<NamedView>,
}

/// The register of duties.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterView {
    /// By the agency that leads.
    pub agencies: Vec<DutiesView>,
    /// Every agency that has a part in one of them.
    pub parts: Vec<NamedView>,
    /// Every strength that occurs.
    pub strengths: Vec<NamedView>,
    /// Where the same stands as a table for spreadsheets.
    pub csv: String,
}
