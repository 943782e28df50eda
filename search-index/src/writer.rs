//! Writes an index: pages in, files out.
//!
//! The same pages in the same order give the same bytes: one thread, one segment, and tantivy's random segment name
//! is replaced by a fixed one.

mod cut;
mod record;
mod text;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use tantivy::directory::RamDirectory;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::store::Compressor;
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Directory, Index, IndexSettings, TantivyDocument};

use crate::analysis::{Analyser, is_stop_word};
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::pack::{self, IndexId};
use crate::record::{Page, Settings, is_welsh};
use crate::shelf::{SUMS, sums};
use crate::start::{Cuts, Pages, Start};
use crate::store::Files;
use crate::zone::FIELD;

const TOKENIZER: &str = "record";

/// What tantivy may use before it would want to begin a second segment: more than any site needs.
const MEMORY: usize = 3 << 30;

/// Takes pages and gives the files of their index.
pub struct Writer {
    settings: Settings,
    index: SingleSegmentIndexWriter,
    directory: RamDirectory,
    field: Field,
    pages: Pages,
    texts: text::Texts,
    analyser: Analyser,
    record: String,
    welsh: bool,
}

impl Writer {
    /// A writer without pages.
    ///
    /// # Errors
    /// If tantivy cannot begin an index in memory.
    pub fn new(settings: &Settings) -> Result<Self, Error> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(TOKENIZER)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions)
            .set_fieldnorms(false);
        let field = schema.add_text_field(FIELD, TextOptions::default().set_indexing_options(indexing));
        let tokenizers = TokenizerManager::new();
        tokenizers.register(TOKENIZER, record::Records::new(Arc::new(Lexicon::new(&settings.synonyms))));
        let directory = RamDirectory::create();
        let settings_of_index = IndexSettings {
            docstore_compression: Compressor::None,
            docstore_compress_dedicated_thread: false,
            ..IndexSettings::default()
        };
        let index = Index::builder()
            .schema(schema.build())
            .settings(settings_of_index)
            .tokenizers(tokenizers)
            .single_segment_index_writer(directory.clone(), MEMORY)?;
        Ok(Self {
            settings: settings.clone(),
            index,
            directory,
            field,
            pages: Pages::default(),
            texts: text::Texts::default(),
            analyser: Analyser::new(false),
            record: String::new(),
            welsh: false,
        })
    }

    /// Adds a page. Values of facets that the settings do not know are left out.
    ///
    /// # Errors
    /// If tantivy refuses a record.
    pub fn add(&mut self, page: &Page) -> Result<(), Error> {
        let welsh = is_welsh(&page.lang);
        self.welsh |= welsh;
        let lead = crate::Section::default();
        let sections = if page.sections.is_empty() { std::slice::from_ref(&lead) } else { &page.sections };
        let mut length = 0;
        for (number, section) in sections.iter().enumerate() {
            record::compose(&mut self.record, page, section, number == 0, welsh);
            // Bytes over six are close enough to words, and cost nothing: lengths only damp the score.
            length += self.record.len() / 6;
            let mut document = TantivyDocument::default();
            document.add_text(self.field, &self.record);
            self.index.add_document(document)?;
        }
        let facets: Vec<Vec<u16>> = self.settings.facets.iter().map(|facet| values(facet, page)).collect();
        let title_words = content_words(&mut self.analyser, &page.title);
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        self.pages.push(sections.len() as u32, length, title_words, page.standing, &facets);
        self.texts.add(page);
        Ok(())
    }

    /// Writes the files.
    ///
    /// # Errors
    /// If tantivy cannot finish.
    pub fn finish(self) -> Result<Files, Error> {
        let index = self.index.finalize()?;
        let plain = plain_files(&index, &self.directory)?;
        let cut = cut::cut(&plain)?;
        let (words, first_words) = crate::words::pieces(&cut.words);
        let texts = self.texts.finish();
        let start = Start {
            engine: crate::dist::engine_id().to_owned(),
            settings: self.settings,
            pages: self.pages,
            welsh: self.welsh,
            files: plain.iter().map(|(name, bytes)| (name.clone(), bytes.len() as u64)).collect(),
            resident: cut.resident,
            common: texts.common,
            cuts: Cuts { texts: texts.begins, words: first_words, ..cut.cuts },
        };
        Ok(wrap(
            plain,
            &start,
            &[('d', cut.dictionary), ('t', cut.postings), ('p', cut.positions), ('w', words), ('x', texts.pieces)],
        ))
    }
}

/// Puts the files of an index together; `pieces` are squeezed already.
fn wrap(plain: BTreeMap<String, Vec<u8>>, start: &Start, pieces: &[(char, Vec<Vec<u8>>)]) -> Files {
    let start = pack::squeeze(&start.encode(), b"");
    let all = pieces.iter().flat_map(|(_, squeezed)| squeezed).chain([&start]).chain(plain.values());
    let id = IndexId(all.fold(0xcbf2_9ce4_8422_2325, |id, bytes| {
        (id ^ u64::from(crc32fast::hash(bytes))).wrapping_mul(0x0100_0000_01b3).rotate_left(17)
    }));
    let mut files = BTreeMap::new();
    files.insert("start.js".to_owned(), pack::wrap("start", id, &start));
    files.insert(SUMS.to_owned(), sums(id, plain.values().map(Vec::as_slice)));
    for (letter, squeezed) in pieces {
        for (number, squeezed) in squeezed.iter().enumerate() {
            let name = format!("{letter}/{number}");
            let file = pack::wrap(&name, id, squeezed);
            files.insert(format!("{name}.js"), file);
        }
    }
    files.extend(plain);
    Files(files)
}

fn values(facet: &crate::Facet, page: &Page) -> Vec<u16> {
    let named = page.facets.iter().filter(|(key, _)| *key == facet.key);
    let mut values: Vec<u16> = named
        .filter_map(|(_, value)| facet.values.iter().position(|(key, _)| key == value))
        .filter_map(|number| u16::try_from(number).ok())
        .collect();
    values.sort_unstable();
    values.dedup();
    values
}

/// How many different positions of `title` hold a word that carries meaning; all, if none does.
pub(crate) fn content_words(analyser: &mut Analyser, title: &str) -> usize {
    let (mut all, mut content, mut before) = (0, 0, None);
    analyser.each(title, &mut |token| {
        if before != Some(token.position) {
            before = Some(token.position);
            all += 1;
            content += usize::from(!is_stop_word(token.term));
        }
    });
    if content == 0 { all } else { content }
}

/// Name in place of tantivy's random one.
const SEGMENT: &str = "00000000000000000000000000000001";

/// The files of the index, with the segment's name made fixed.
fn plain_files(index: &Index, directory: &RamDirectory) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let read = |path: &Path| directory.atomic_read(path).map_err(|cause| Error::Write(cause.into()));
    let mut files = BTreeMap::new();
    let mut meta = String::from_utf8_lossy(&read(Path::new("meta.json"))?).into_owned();
    for segment in index.searchable_segment_metas()? {
        let id = segment.id().uuid_string();
        let dashed = |id: &str| [&id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..]].join("-");
        meta = meta.replace(&dashed(&id), &dashed(SEGMENT)).replace(&id, SEGMENT);
        for path in index.load_metas()?.list_segment_files() {
            if directory.exists(&path).unwrap_or(false) {
                files.insert(path.to_string_lossy().replace(&id, SEGMENT), read(&path)?);
            }
        }
    }
    files.insert("meta.json".to_owned(), meta.into_bytes());
    Ok(files)
}
