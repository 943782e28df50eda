//! What the templates of a framework's own pages are given: `book`, and one view a page. Addresses are
//! relative to the site's root, except in HTML, whose links are written for the page at hand.

mod pages;
mod sides;

pub use pages::{
    CellView, DomainView, EpisodeView, FilterView, LevelPageView, MatrixView, NavigatorView, OverrideView,
    RegisterView, ShownView, SignPageView, SignsView,
};
pub use sides::{CompareGroupView, CompareRowView, CompareView, LocalView, PairView, SideView};

use crate::render::view::{ContactView, DateView, LinkView};
use serde::Serialize;

/// The framework that a page belongs to: `book` in every template of `thresholds/`.
#[derive(Clone, Debug, Serialize)]
pub struct BookView {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// "Exampleshire, England".
    pub jurisdiction: String,
    /// Its version.
    pub version: Option<String>,
    /// "child", or "place or group": who or what is assessed.
    pub about: String,
    /// Says that it supports professional judgement.
    pub judgement_statement: String,
    /// The national framework that it changes locally.
    pub base: Option<LinkView>,
    /// Local frameworks that change it.
    pub overlays: Vec<LinkView>,
    /// Whether it has pages of its own besides its document.
    pub has_pages: bool,
    /// Its levels, lowest first.
    pub levels: Vec<StepView>,
    /// Its other pages, this one among them.
    pub near: Vec<NearView>,
    /// Comparisons with other frameworks.
    pub comparisons: Vec<LinkView>,
}

/// A page of the same framework.
#[derive(Clone, Debug, Serialize)]
pub struct NearView {
    /// Its name.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Whether it is the page at hand.
    pub current: bool,
}

/// A level, in a line.
#[derive(Clone, Debug, Serialize)]
pub struct StepView {
    /// From 1.
    pub number: u32,
    /// Its name.
    pub label: String,
    /// Its page.
    pub url: String,
    /// What describes it.
    pub descriptor: Option<String>,
    /// What describes it in the national framework, where a local one has its own words.
    pub national: Option<String>,
    /// Its law: its own, or else that of the national level.
    pub law: Vec<LinkView>,
    /// What is always done at it.
    pub response: Option<String>,
    /// Whether the sign at hand can point to it.
    pub inside: bool,
}

/// Something with an id and a name, such as a harm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamedView {
    /// As authors write it.
    pub id: String,
    /// For readers.
    pub label: String,
}

/// A sign.
#[derive(Clone, Debug, Serialize)]
pub struct SignView {
    /// Its id.
    pub id: String,
    /// Its page.
    pub url: String,
    /// What somebody may see.
    pub statement: String,
    /// `harm` and so on.
    pub kind: String,
    /// "Sign of harm".
    pub kind_label: String,
    /// "Levels 2 to 4"; none for a strength.
    pub range: Option<String>,
    /// The lowest level that it points to; 0 for a strength.
    pub lowest: u32,
    /// The highest.
    pub highest: u32,
    /// Its domain.
    pub domain: NamedView,
    /// Its harms; empty means all.
    pub harms: Vec<NamedView>,
    /// Ages; empty means every age.
    pub ages: Vec<NamedView>,
    /// Settings; empty means anywhere.
    pub settings: Vec<NamedView>,
    /// Who is likely to see it; empty means anyone.
    pub seen_by: Vec<String>,
    /// How recent.
    pub recency: Option<String>,
    /// What may explain it without harm.
    pub everyday: Option<String>,
    /// What to think of when it stands with others.
    pub combine: Option<String>,
    /// The day from which it counts, if it is not the framework's own.
    pub since: Option<DateView>,
    /// The last day on which it counts, if it ends before the framework.
    pub until: Option<DateView>,
    /// Whether that day has passed on the day of the build.
    pub ended: bool,
    /// Whether it has begun to count by the day of the build.
    pub begun: bool,
    /// What a local framework did to it: "Added locally"; empty if nothing.
    pub local: String,
}

/// A response.
#[derive(Clone, Debug, Serialize)]
pub struct DutyView {
    /// Its id: the anchor in the register.
    pub id: String,
    /// Its place in the register.
    pub url: String,
    /// `must` and so on.
    pub duty: String,
    /// "Must".
    pub duty_label: String,
    /// What is done.
    pub action: String,
    /// When it applies, as the framework says: "At level 4".
    pub when: String,
    /// The ages that it is for, as ids; empty means every age.
    pub ages: String,
    /// The harms that it is for, as ids; empty means every harm.
    pub harms: String,
    /// The levels that it is for, as `3 4`; empty if it is for other reasons.
    pub levels: String,
    /// How soon it is read: 0 for what is done at once, then what is not to be done, what is for a harm or sign, the rest.
    pub urgency: u32,
    /// Whether it applies always.
    pub always: bool,
    /// Why it applies to the sign at hand; empty on other pages.
    pub why: Vec<String>,
    /// Who leads.
    pub lead: String,
    /// The agency that leads, as an id; empty if none is named.
    pub leader: String,
    /// Whether whoever reads it leads it: anyone, and nobody in particular.
    pub is_readers: bool,
    /// The agencies that have a part in it, as ids divided by spaces.
    pub agencies: String,
    /// Who takes part.
    pub with: String,
    /// Who is told.
    pub inform: String,
    /// "within 45 working days of the referral".
    pub within: String,
    /// Where that timescale is explained.
    pub within_url: Option<String>,
    /// Whether consent is needed.
    pub consent: String,
    /// Its legal basis as HTML, with links for the page at hand.
    pub basis: String,
    /// The basis in plain words.
    #[serde(skip)]
    pub basis_words: String,
    /// Addresses that the basis names.
    #[serde(skip)]
    pub basis_links: Vec<String>,
    /// Whom to ring, by the route's id; empty if none is named.
    pub route: String,
    /// That route's name.
    pub route_name: String,
    /// The form that is filled in, as HTML, with links for the page at hand.
    pub form: String,
    /// The form in plain words.
    #[serde(skip)]
    pub form_words: String,
    /// Addresses that it is found at.
    #[serde(skip)]
    pub form_links: Vec<String>,
    /// What is written down.
    pub record: String,
    /// By when whoever raised the concern hears what came of it.
    pub feedback: String,
    /// Where that timescale is explained.
    pub feedback_url: Option<String>,
    /// The name of the ladder of its own for those who do not agree; empty if the framework's escalation holds.
    pub if_not_agreed: String,
    /// Where that ladder stands.
    pub if_not_agreed_url: String,
    /// The steps of its ladder or of the escalation, in plain words.
    #[serde(skip)]
    pub ladder_words: String,
    /// What a local framework did to it; empty if nothing.
    pub local: String,
    /// Why it does not apply in this area; empty if it does.
    pub not_here: String,
}

/// Responses under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct DutiesView {
    /// An id: `must`, or that of an agency.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The responses.
    pub duties: Vec<DutyView>,
}

/// Whom to ring.
#[derive(Clone, Debug, Serialize)]
pub struct RouteView {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The role that answers; empty if none is named.
    pub role: String,
    /// When its contact answers: "In working hours"; empty if it is the only one.
    pub when: String,
    /// In working hours.
    pub contact: ContactView,
    /// At other times, if that is another contact.
    pub out_of_hours: Option<ContactView>,
    /// What a local framework did to it; empty if nothing.
    pub local: String,
}

/// A link to evidence, within the site or elsewhere.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceView {
    /// Its name.
    pub title: String,
    /// Its address: as seen from the site's root, or elsewhere.
    pub url: String,
    /// Whether it lies elsewhere.
    pub external: bool,
}
