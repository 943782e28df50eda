//! Where the engine reads from: the files of an index, or the pieces a browser has been given.

mod directory;
mod given;
mod stored;

pub use directory::Library;
pub use given::Given;
pub use stored::Stored;
pub(crate) use stored::{SUMS, sums, whole};

use std::io;
use std::ops::Range;
use std::sync::Arc;

use crate::error::Error;

/// Reads one index.
pub trait Shelf: Send + Sync {
    /// Bytes of the tantivy file with this number in [`crate::start::Start::files`].
    ///
    /// # Errors
    /// [`io::ErrorKind::WouldBlock`] if they have not been given yet; anything else is damage.
    fn read(&self, file: usize, range: Range<u64>) -> io::Result<Vec<u8>>;

    /// The content of a piece of text (`x/N`) or words (`w/N`).
    ///
    /// # Errors
    /// [`Error::Missing`] if it has not been given yet; anything else is damage.
    fn piece(&self, name: &str) -> Result<Arc<Vec<u8>>, Error>;

    /// Notes that pieces will be needed, so that they can be fetched together.
    fn expect(&self, _names: &mut dyn Iterator<Item = String>) {}

    /// Whether anything was asked for that is not there.
    fn waits(&self) -> bool {
        false
    }

    /// The pieces that were asked for and are not there, sorted; the list is empty afterwards.
    fn missing(&self) -> Vec<String> {
        Vec::new()
    }
}
