//! What templates are given. One struct a thing that a template shows; every address is relative to
//! the site's root, so a template writes `{{ root }}{{ link.url }}`.

mod case_study;
mod framework;
mod reference;
mod timescale;

pub use case_study::{
    AnonymisationView, CaseStudyView, DecisionView, EpisodeView, EventView, IntruderTestView, LearningView, MissedView,
    PersonView, ShownSignView, SignView, TrainingView,
};
pub use framework::{FrameworkView, LadderView, LevelView, RungView};
pub use reference::{ActView, ContactView, ProvisionView, TermView};
pub use timescale::{CalendarView, HolidayView, TimescaleView};

use serde::Serialize;

/// The site as a whole: `site` in every template.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// Its name.
    pub title: String,
    /// What it is.
    pub description: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// This edition's name.
    pub edition: Option<String>,
    /// Shown on every page.
    pub notice: Option<String>,
    /// The language of pages that name none.
    pub language: String,
    /// Where it stands, ending in `/`.
    pub url: Option<String>,
    /// The day that it was built for.
    pub at: DateView,
    /// The contact shown on every page.
    pub emergency: Option<ContactView>,
    /// Where *Exit this page* leads; an address elsewhere.
    pub exit_page: Option<LinkView>,
    /// The licence of its text; an address elsewhere, or none.
    pub licence: Option<LicenceView>,
    /// Links in the header.
    pub navigation: Vec<LinkView>,
    /// Links to the pages that the build makes, as far as this site has them.
    pub generated: Vec<LinkView>,
    /// Whether search engines are asked to stay away.
    pub no_robots: bool,
    /// Whether the site has a search of its own.
    pub search: bool,
}

/// A page: `page` in every template. Pages that the build makes have a title and an address, and leave the rest empty.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PageView {
    /// Its title.
    pub title: String,
    /// What it tells.
    pub summary: Option<String>,
    /// Its address.
    pub url: String,
    /// Its language.
    pub lang: String,
    /// `guidance`, `page`, `case-study`, `framework`, or the name of the template of a page that the build makes.
    pub kind: String,
    /// The framework that it is a page of: it stands above the heading and in the title of the window.
    pub part_of: String,
    /// The kind for readers: "Case study".
    pub kind_label: String,
    /// Its text as HTML.
    pub body: String,
    /// The words of its text, if somebody reads along: before the first heading, then under each heading.
    #[serde(skip)]
    pub passages: Vec<String>,
    /// Headings of levels 2 and 3.
    pub contents: Vec<HeadingView>,
    /// The way down to it, the home page first, itself left out.
    pub breadcrumbs: Vec<LinkView>,
    /// The collections that it is part of, with the pages before and after it.
    pub collections: Vec<PlaceInCollection>,
    /// Related pages that its author names.
    pub related: Vec<LinkView>,
    /// Case studies that link to it.
    pub case_studies: Vec<LinkView>,
    /// Other pages that link to it.
    pub linked_from: Vec<LinkView>,
    /// What a reader must know before reading: out of date, withdrawn, for consultation.
    pub banners: Vec<BannerView>,
    /// `in-force` and so on; empty if the page does not say.
    pub status: String,
    /// "In force".
    pub status_label: String,
    /// "England and Wales".
    pub nations: String,
    /// First published.
    pub published: Option<DateView>,
    /// To be followed from.
    pub in_force_from: Option<DateView>,
    /// To be followed until.
    pub in_force_to: Option<DateView>,
    /// To be checked again by; the page's script warns when the day has passed at the time of reading.
    pub review_by: Option<DateView>,
    /// The last review.
    pub last_reviewed: Option<ReviewView>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Audiences.
    pub audiences: Vec<LinkView>,
    /// Topics.
    pub topics: Vec<LinkView>,
    /// What changed, newest first.
    pub changes: Vec<ChangeView>,
    /// Named sources.
    pub sources: Vec<SourceView>,
    /// Glossary terms that the text uses, in order of first use. The text has a button for each,
    /// `<button class="term" popovertarget="term-ID">`; the template must write the popovers.
    pub terms: Vec<TermView>,
    /// The same page in other languages.
    pub translations: Vec<TranslationView>,
    /// The licence of its text, if not the site's.
    pub licence: Option<String>,
    /// The acknowledgement that the licence asks for.
    pub attribution: Option<String>,
    /// What only a case study has.
    pub case_study: Option<CaseStudyView>,
    /// What only a framework has.
    pub framework: Option<FrameworkView>,
    /// The author's own `extra` fields.
    pub extra: serde_json::Value,
}

/// A link.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Its text.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// What is found there.
    pub summary: Option<String>,
    /// The kind of page, for readers; empty if that says nothing.
    pub kind_label: String,
    /// The status, if it is not "In force".
    pub status_label: String,
}

/// A group of links under a heading, such as a letter, a folder or a kind of page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct GroupView {
    /// The heading.
    pub title: String,
    /// The heading's id.
    pub id: String,
    /// A page of its own, if it has one.
    pub url: Option<String>,
    /// The links.
    pub links: Vec<LinkView>,
}

/// A heading of a page.
#[derive(Clone, Debug, Serialize)]
pub struct HeadingView {
    /// 2 or 3.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// A day.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DateView {
    /// `2026-09-30`.
    pub iso: String,
    /// "30 September 2026".
    pub text: String,
}

/// A banner at the head of a page.
#[derive(Clone, Debug, Serialize)]
pub struct BannerView {
    /// `withdrawn`, `superseded`, `draft`, `consultation`, `not-yet-in-force`, `expired`, `review-overdue`, `translation-behind`.
    pub kind: String,
    /// A few words.
    pub title: String,
    /// A sentence.
    pub text: String,
    /// Where to go instead.
    pub link: Option<LinkView>,
}

/// A page's place in a collection.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceInCollection {
    /// The collection's page.
    pub collection: LinkView,
    /// From 1.
    pub number: usize,
    /// How many pages it has.
    pub count: usize,
    /// The page before.
    pub previous: Option<LinkView>,
    /// The page after.
    pub next: Option<LinkView>,
}

/// An act of review.
#[derive(Clone, Debug, Serialize)]
pub struct ReviewView {
    /// When.
    pub on: DateView,
    /// By which role.
    pub by: String,
    /// What was checked.
    pub evidence: Option<String>,
}

/// A change. On `changes.html` and in the feed, `page` says to what.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView {
    /// A name that no other change has and that stays: the page's id, the day, and a number if the
    /// page changed more than once on that day.
    pub id: String,
    /// When.
    pub date: DateView,
    /// What.
    pub note: String,
    /// Why.
    pub reason: Option<String>,
    /// The page that changed.
    pub page: Option<LinkView>,
}

/// A named source; its address, if any, lies elsewhere.
#[derive(Clone, Debug, Serialize)]
pub struct SourceView {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The day of the version used.
    pub date: Option<DateView>,
}

/// The same page in another language.
#[derive(Clone, Debug, Serialize)]
pub struct TranslationView {
    /// `cy`.
    pub lang: String,
    /// "Cymraeg".
    pub language: String,
    /// Its address.
    pub url: String,
}

/// The licence of the site's text.
#[derive(Clone, Debug, Serialize)]
pub struct LicenceView {
    /// Its name.
    pub name: String,
    /// Its address elsewhere.
    pub url: Option<String>,
    /// The acknowledgement that it asks for.
    pub attribution: Option<String>,
}
