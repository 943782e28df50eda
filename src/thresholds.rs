//! What threshold frameworks mean: local changes applied, what an indicator asks for, two frameworks side
//! by side. Pure; knows nothing of files and pages.

pub mod applied;
pub mod compare;
pub mod fits;
pub mod limit;
pub mod wording;

pub use applied::{Applied, Origin, Part, apply};
pub use compare::rows;
pub use fits::{Owed, Reason, responses_for};
