//! Responses: who must, should or may do what, by when, and on what legal basis.

use super::indicator::{AgeBand, IndicatorKind, Levels};
use super::party::Party;
use crate::document::timescale::Limit;
use crate::front_matter::choice::choice;
use crate::source::{Span, Spanned};
use std::ops::Range;

choice! {
    /// How strongly a response binds.
    Duty {
        /// A legal duty.
        Must "must" "Must"
        /// Statutory or local guidance, to be followed unless there is a good reason, which is recorded.
        Should "should" "Should"
        /// A power or a choice.
        May "may" "May"
        /// What is not to be done.
        DoNot "do-not" "Do not"
    }
}

choice! {
    /// Whether consent is needed.
    Consent {
        /// The question does not arise.
        NotApplicable "not-applicable" "The question does not arise"
        /// Nothing happens without it.
        Required "required" "Needed"
        /// Asked for, unless asking would raise the risk.
        SeekUnlessItRaisesRisk "seek-unless-it-raises-risk" "Ask, unless asking would raise the risk"
        /// The law does not ask for it.
        NotRequired "not-required" "Not needed"
    }
}

/// One row of a `::: responses` table.
#[derive(Clone, Debug)]
pub struct Response {
    /// Unique in the site, stable, citable: `duty:strategy-discussion`.
    pub id: Spanned<String>,
    /// How strongly it binds.
    pub duty: Spanned<Duty>,
    /// What is done.
    pub action: Spanned<String>,
    /// When it applies.
    pub trigger: Spanned<Trigger>,
    /// Who leads.
    pub lead: Option<Spanned<Party>>,
    /// Who takes part.
    pub with: Vec<Party>,
    /// Who is told.
    pub inform: Vec<Party>,
    /// By when.
    pub within: Option<Spanned<Within>>,
    /// Whether consent is needed.
    pub consent: Option<Consent>,
    /// Its legal basis or the guidance that asks for it.
    pub basis: Option<Worded>,
    /// The form that is filled in.
    pub form: Option<Worded>,
    /// The framework's route, by id: whom to ring.
    pub route: Option<Spanned<String>>,
    /// What is written down.
    pub record: Option<String>,
    /// By when whoever raised the concern hears what came of it.
    pub feedback_due: Option<Spanned<Within>>,
    /// The framework's ladder for those who do not agree, by id. Without one its escalation holds.
    pub if_not_agreed: Option<Spanned<String>>,
    /// The row.
    pub span: Span,
}

/// A cell as its author worded it.
#[derive(Clone, Debug)]
pub struct Worded {
    /// Markdown, with links.
    pub text: Spanned<String>,
    /// The same without markup.
    pub words: String,
    /// Numbers of its links, in the outline of its document.
    pub links: Range<usize>,
}

impl Response {
    /// Numbers of the links in its basis, in the outline of its document.
    pub fn basis_links(&self) -> Range<usize> {
        self.basis.as_ref().map_or(0..0, |basis| basis.links.clone())
    }

    /// Its limits: by when it is done, and by when somebody hears of it.
    pub fn limits(&self) -> impl Iterator<Item = &Spanned<Within>> {
        self.within.iter().chain(&self.feedback_due)
    }
}

/// When a response applies: every part that is named must fit. No part means always.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trigger {
    /// These levels.
    pub levels: Option<Levels>,
    /// One of these harm types.
    pub harms: Vec<String>,
    /// One of these indicators, by id.
    pub indicators: Vec<String>,
    /// One of these kinds of indicator.
    pub kinds: Vec<IndicatorKind>,
    /// One of these ages.
    pub ages: Vec<AgeBand>,
}

/// By when: by a timescale that the site defines once, or in words of the row's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Within {
    /// At once.
    Immediately,
    /// The id of an entry of `timescales.yaml`.
    Defined(String),
    /// "1 working day from referral".
    Own(Limit),
}

/// One row of an `::: overrides` table: what always leads to a response, whatever the level.
#[derive(Clone, Debug)]
pub struct Override {
    /// Unique in the site.
    pub id: Spanned<String>,
    /// When.
    pub when: Spanned<Trigger>,
    /// The response, by id.
    pub then: Spanned<String>,
    /// How strongly.
    pub duty: Spanned<Duty>,
    /// Why, for readers.
    pub why: Option<String>,
    /// Numbers of the links in its row, in the outline of its document.
    pub links: Range<usize>,
    /// The row.
    pub span: Span,
}
