//! When something is due: a [`Limit`](crate::document::timescale::Limit) and a day in, a day out.
//!
//! The rules are those that the courts of England and Wales count by (Civil Procedure Rules, rule 2.8,
//! "clear days" left out): the day on which something happens does not count, the day on which it is
//! due does. Hours run by the clock, through nights and weekends. A month ends on the day of the same
//! number, or on the last day of a shorter month. Statutory guidance on children says "working days"
//! and does not define them; here they are the days that are no Saturday, Sunday or bank holiday of
//! the nation, and the day of a referral on a weekend does not count either.

mod calendar;
mod due;
mod words;

pub use calendar::Calendar;
pub use due::{Due, Unknown, due};
pub use words::in_words;
