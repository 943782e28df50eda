//! Indicators: what somebody may see, and the range of levels that it points to. Never a score.

use super::party::Agency;
use crate::front_matter::choice::choice;
use crate::source::{Span, Spanned};
use jiff::civil::Date;
use std::ops::Range;

choice! {
    /// What an indicator says. Harm that is happening and risk of harm are kept apart, as the evidence on
    /// screening tools asks (Brown and others 2017, Centre of expertise on child sexual abuse).
    IndicatorKind {
        /// A circumstance that people who exploit look for; never the cause of harm.
        Vulnerability "vulnerability" "Background"
        /// A sign that harm may come.
        RiskIndicator "risk" "Sign of risk"
        /// A sign that harm is happening.
        HarmIndicator "harm" "Sign of harm"
        /// What makes a child safer.
        ProtectiveFactor "protective" "Strength"
        /// What a person who causes harm does.
        PerpetratorBehaviour "perpetrator" "What an exploiter does"
        /// What a place, group or online space is like.
        ContextFactor "context" "Place or group"
    }
}

choice! {
    /// How old the child is. Bands, because an exact age can identify a child.
    AgeBand {
        /// Not born yet.
        Unborn "unborn" "Unborn"
        /// Under 1.
        UnderOne "under-1" "Under 1"
        /// 1 to 4.
        OneToFour "1-4" "1 to 4"
        /// 5 to 9.
        FiveToNine "5-9" "5 to 9"
        /// 10 to 12.
        TenToTwelve "10-12" "10 to 12"
        /// 13 to 15.
        ThirteenToFifteen "13-15" "13 to 15"
        /// 16 and 17.
        SixteenToSeventeen "16-17" "16 to 17"
        /// 18 to 25, for those who are moving into adulthood.
        EighteenToTwentyFive "18-25" "18 to 25"
    }
}

/// One row of a `::: indicators` table.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Unique in the site, stable, citable: `sign:second-phone`.
    pub id: Spanned<String>,
    /// What somebody may see, neutral and without blame.
    pub statement: Spanned<String>,
    /// What it says.
    pub kind: Spanned<IndicatorKind>,
    /// Harm types, as slugs of the framework's `harms`; empty means all of them.
    pub harms: Vec<Spanned<String>>,
    /// The framework's domain, by id.
    pub domain: Option<Spanned<String>>,
    /// The levels that it points to, lowest and highest. `None` only for protective factors.
    pub points_to: Option<Spanned<Levels>>,
    /// Ages that it is about; empty means every age.
    pub ages: Vec<AgeBand>,
    /// Where it is seen, as slugs such as `school`; empty means anywhere.
    pub settings: Vec<String>,
    /// Who is likely to see it; empty means anyone.
    pub seen_by: Vec<Agency>,
    /// "now or in the last 6 months".
    pub recency: Option<String>,
    /// What may explain it without harm.
    pub everyday: Option<String>,
    /// What to think of when it stands together with others; or, for a strength, how to build on it.
    pub combine: Option<String>,
    /// Words that readers may type for it.
    pub search_terms: Vec<String>,
    /// The day from which it counts, if that is not the framework's own.
    pub since: Option<Spanned<Date>>,
    /// The last day on which it counts, if it ends before the framework.
    pub until: Option<Spanned<Date>>,
    /// Numbers of the links in its column Source, in the outline of its document: evidence and what to read.
    pub links: Range<usize>,
    /// The row.
    pub span: Span,
}

impl Indicator {
    /// Whether it counts on a day.
    pub fn counts_on(&self, day: Date) -> bool {
        self.since.as_ref().is_none_or(|since| since.value <= day) && !self.has_ended(day)
    }

    /// Whether it counts no longer on a day.
    pub fn has_ended(&self, day: Date) -> bool {
        self.until.as_ref().is_some_and(|until| until.value < day)
    }
}

/// A range of levels, lowest and highest, both included. A range and never a sum: a child is not a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    /// The lowest.
    pub lowest: u32,
    /// The highest, not below the lowest.
    pub highest: u32,
}

impl Levels {
    /// Whether a level lies in the range.
    pub fn holds(self, level: u32) -> bool {
        (self.lowest..=self.highest).contains(&level)
    }

    /// Whether two ranges share a level.
    pub fn meets(self, other: Levels) -> bool {
        self.lowest <= other.highest && other.lowest <= self.highest
    }
}
