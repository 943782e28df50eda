//! What templates are given of timescales.

use super::{DateView, LinkView};
use serde::Serialize;

/// A timescale.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TimescaleView {
    /// Its id, which is its anchor.
    pub id: String,
    /// What has to be done.
    pub name: String,
    /// "within 45 working days of the referral".
    pub words: String,
    /// How many.
    pub amount: u32,
    /// Of what, as `working-days`.
    pub unit: String,
    /// What the count starts from.
    pub from: String,
    /// "at most", "aim for" or "on average".
    pub kind: String,
    /// "England", or "Exampleshire, England".
    pub nation: String,
    /// `england`.
    pub nation_id: String,
    /// What sets it.
    pub source: Option<LinkView>,
    /// Whether the source lies elsewhere.
    pub is_elsewhere: bool,
    /// What to know when using it.
    pub note: Option<String>,
    /// When it was checked.
    pub as_at: Option<DateView>,
}

/// The bank holidays of a nation.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarView {
    /// "England".
    pub nation: String,
    /// `england`.
    pub nation_id: String,
    /// Where they are published.
    pub source: String,
    /// When they were checked.
    pub as_at: Option<DateView>,
    /// Every bank holiday from this day on is listed.
    pub from: DateView,
    /// Every bank holiday up to this day is listed.
    pub until: DateView,
    /// The days, in order.
    pub days: Vec<HolidayView>,
}

/// A bank holiday.
#[derive(Clone, Debug, Serialize)]
pub struct HolidayView {
    /// The day.
    pub date: DateView,
    /// Its name.
    pub name: String,
}
