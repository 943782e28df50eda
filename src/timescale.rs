//! When something is due: a [`Limit`](crate::document::timescale::Limit) and a day in, a day out.
//!
//! The rule of counting is ours, and every page that counts says it: the day on which something
//! happens does not count, the day on which it is due does. Statutory guidance on children says
//! "working days" and does not define them; here they are the days that are no Saturday, Sunday or
//! bank holiday of the nation. Hours are real hours, through nights and
//! weekends, also when the clocks change. A month ends on the
//! day of the same number, or on the last day of a shorter month.

mod calendar;
mod clock;
mod due;
mod words;

pub use calendar::Calendar;
pub use due::{Due, Unknown, due};
pub use words::in_words;
