//! Answers requests: the same code over plain files and over the pieces a browser was given.
//!
//! A request goes through four steps: [`plan`] finds the terms its words lead to, [`score`] goes through their
//! postings, [`select`] filters, counts and sorts pages, [`look`] reads the text of the best ones again. When a shelf
//! does not have a piece yet, a step goes on as far as it can, so that all that is missing is asked for at once.

mod dictionary;
mod look;
mod number;
mod phrase;
mod plan;
mod score;
mod select;
mod spelling;
mod weights;

use std::sync::Arc;

use tantivy::index::InvertedIndexReader;
use tantivy::{Index, SegmentReader};

use crate::answer::{Answer, Request};
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::pack;
use crate::shelf::{Given, Library, Shelf, Stored};
use crate::start::Start;
use crate::store::Store;
use crate::zone::FIELD;

/// The sources this engine was built from, if it was built for browsers: host and cache may give it the index of
/// another edition, whose answers would not be those of the program.
const OWN: Option<&str> = option_env!("SEARCH_INDEX_SOURCES");

/// An opened index.
pub struct Engine {
    pub(crate) start: Arc<Start>,
    pub(crate) shelf: Arc<dyn Shelf>,
    /// The page of each record.
    page_of: Vec<u32>,
    lexicon: Lexicon,
    /// Nothing, for a site without pages.
    pub(crate) field: Option<Arc<InvertedIndexReader>>,
}

impl Engine {
    /// Opens an index from its files.
    ///
    /// # Errors
    /// Damage, another version, files of two indexes, or what reading says.
    pub fn open(store: Arc<dyn Store>) -> Result<Self, Error> {
        let file = crate::shelf::whole(store.as_ref(), "start.js")?;
        let (id, content) = pack::unwrap("start", None, b"", &file)?;
        let start = Arc::new(Start::decode(&content).ok_or_else(|| Error::damaged("start"))?);
        let shelf = Arc::new(Stored::open(store, Arc::clone(&start), id)?);
        Self::over(start, shelf)
    }

    /// Opens an index from what stands between the quotes of its piece `start`; the other pieces are given to the
    /// shelf as [`Error::Missing`] asks for them.
    ///
    /// # Errors
    /// Damage or another version.
    pub fn open_given(payload: &[u8]) -> Result<(Self, Arc<Given>), Error> {
        let (id, content) = pack::read("start", None, b"", payload)?;
        let start = Arc::new(Start::decode(&content).ok_or_else(|| Error::damaged("start"))?);
        if OWN.is_some_and(|own| own != start.engine) {
            return Err(Error::Mixed { piece: "the engine".to_owned() });
        }
        let shelf = Arc::new(Given::new(Arc::clone(&start), id));
        Ok((Self::over(start, Arc::clone(&shelf) as Arc<dyn Shelf>)?, shelf))
    }

    fn over(start: Arc<Start>, shelf: Arc<dyn Shelf>) -> Result<Self, Error> {
        let field = open_field(Library::new(Arc::clone(&start), Arc::clone(&shelf)))?;
        let pages = 0..start.pages.len();
        let page_of = pages.flat_map(|page| start.pages.records_of(page).map(move |_| page as u32)).collect();
        let lexicon = Lexicon::new(&start.settings.synonyms);
        Ok(Self { start, shelf, page_of, lexicon, field })
    }

    /// What pages can be filtered by.
    pub fn facets(&self) -> &[crate::Facet] {
        &self.start.settings.facets
    }

    /// Answers.
    ///
    /// # Errors
    /// Damage, or [`Error::Missing`] pieces.
    pub fn ask(&self, request: &Request) -> Result<Answer, Error> {
        let plan = plan::plan(self, &request.query, &request.filters)?;
        self.settled()?;
        let scores = score::score(self, &plan)?;
        self.settled()?;
        let selection = select::select(self, &plan, &scores);
        if selection.pages.is_empty() && !plan.nearest {
            return self.nearest(request);
        }
        let answer = look::look(self, &plan, &selection, request)?;
        self.settled()?;
        Ok(answer)
    }

    /// The nearest there is to a request that nothing matches.
    fn nearest(&self, request: &Request) -> Result<Answer, Error> {
        let exact = plan::plan(self, &request.query, &request.filters)?;
        let plan = plan::relaxed(self, &request.query)?;
        self.settled()?;
        let scores = score::score(self, &plan)?;
        self.settled()?;
        let mut selection = select::select(self, &plan, &scores);
        // What was chosen stays chosen on the screen, though it does not count any more.
        selection.facets = select::none(self, &exact);
        let mut answer = look::look(self, &plan, &selection, request)?;
        self.settled()?;
        answer.total = 0;
        answer.nearest = true;
        answer.contact.clone_from(&self.start.settings.contact);
        Ok(answer)
    }

    /// Fails with all pieces that were asked for and are not there.
    fn settled(&self) -> Result<(), Error> {
        let missing = self.shelf.missing();
        if missing.is_empty() { Ok(()) } else { Err(Error::Missing(missing)) }
    }
}

/// Opens the field of an index; `None` if it has no records.
pub(crate) fn open_field(library: Library) -> Result<Option<Arc<InvertedIndexReader>>, Error> {
    let open = || -> tantivy::Result<_> {
        let index = Index::open(library)?;
        let Some(segment) = index.searchable_segments()?.pop() else {
            return Ok(None);
        };
        let reader = SegmentReader::open(&segment)?;
        reader.inverted_index(index.schema().get_field(FIELD)?).map(Some)
    };
    open().map_err(|_| Error::damaged("start"))
}
