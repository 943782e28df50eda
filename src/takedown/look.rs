//! Looks through an edition.

use super::trace::Title;
use super::trace::fingerprint;
use super::{Trace, words};
use crate::metadata;
use search_index::{Contents, Shown};
use serde::Serialize;
use std::collections::HashSet;

/// What was found in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Find {
    /// The file, relative to the edition's root.
    pub file: String,
    /// What it is.
    pub what: What,
    /// How often, or the text that was found.
    pub text: String,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// The page, or a page that is made of it.
    Page,
    /// Its address: a link, an entry of a list.
    Address,
    /// Its title.
    Title,
    /// A picture or another file that only it used.
    File,
    /// Runs of its words.
    Phrases,
    /// A page of the index.
    IndexPage,
    /// A word of the index's dictionary that stands in none of the index's pages.
    IndexTerm,
}

impl What {
    /// What it is, for people.
    pub fn label(self) -> &'static str {
        match self {
            What::Page => "the page itself",
            What::Address => "its address",
            What::Title => "its title",
            What::File => "a file that only it used",
            What::Phrases => "runs of its words",
            What::IndexPage => "a page of the index",
            What::IndexTerm => "a word of the index that no page has",
        }
    }
}

/// Stands between the path of a zip file and that of a file in it.
pub const WITHIN: char = ':';

/// Looks for one trace in the files of one edition.
#[derive(Debug)]
pub struct Watch<'a> {
    trace: &'a Trace,
    finds: Vec<Find>,
}

impl<'a> Watch<'a> {
    /// A watch for a trace.
    pub fn new(trace: &'a Trace) -> Watch<'a> {
        Watch { trace, finds: Vec::new() }
    }

    /// Looks at a file. Of documents that are no plain text, what can be read of them is looked at.
    pub fn file(&mut self, path: &str, bytes: &[u8]) {
        let is_packed = path.rsplit_once(WITHIN).is_some_and(|(_, path)| addresses(path, &self.trace.stem) > 0);
        if is_packed || self.trace.is_own(path) {
            return self.find(path, What::Page, String::new());
        }
        if self.trace.files.contains(&fingerprint(bytes)) {
            self.find(path, What::File, String::new());
        }
        if self.is_named(path) {
            self.find(path, What::Address, "in its name".to_owned());
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                self.text(path, text);
                let hidden = words::hidden(text);
                if !hidden.is_empty() {
                    self.words(path, &hidden);
                }
            }
            Err(_) => {
                let inside = metadata::read(bytes);
                let words = inside.traces.into_iter().map(|trace| trace.words);
                let loose = std::iter::once(metadata::loosely(bytes));
                let texts: Vec<String> = inside.texts.into_iter().chain(words).chain(loose).collect();
                self.text(path, &texts.join("\n\n"));
            }
        }
    }

    /// Whether a file elsewhere is called after the case: `images/red-ferret-handout.png`. Beside it another case may be.
    fn is_named(&self, path: &str) -> bool {
        let (folder, last) = self.trace.stem.rsplit_once('/').unwrap_or(("", &self.trace.stem));
        let name = path.rsplit(['/', WITHIN]).next().unwrap_or(path);
        let rest = name.find(last).map(|at| (&name[..at], &name[at + last.len()..]));
        let is_whole = rest.is_some_and(|(before, after)| {
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        });
        last.contains('-') && is_whole && !(path.starts_with(folder) && name.ends_with(".html"))
    }

    /// The last part of an address is a name of the case by itself, if it is more than one word.
    fn last(&self) -> Option<&'a str> {
        self.trace.stem.rsplit('/').next().filter(|last| last.contains('-'))
    }

    fn text(&mut self, path: &str, text: &str) {
        let found = addresses(text, self.last().unwrap_or(&self.trace.stem));
        if found > 0 {
            self.find(path, What::Address, times(found));
        }
        self.words(path, text);
    }

    fn words(&mut self, path: &str, text: &str) {
        let texts = words::of(text);
        if let Some(title) = self.trace.title.as_ref().filter(|title| holds_title(&texts, text, title)) {
            self.find(path, What::Title, title.text.clone());
        }
        let own: HashSet<u64> = words::phrases(&texts).filter(|phrase| self.trace.phrases.contains(phrase)).collect();
        if !own.is_empty() {
            self.find(path, What::Phrases, times(own.len()));
        }
    }

    /// Looks at everything that the edition's index says.
    pub fn index(&mut self, file: &str, contents: &Contents) {
        let mut said: HashSet<String> = HashSet::new();
        for page in &contents.pages {
            if page.id == self.trace.id || self.trace.is_own(&page.url) {
                self.find(file, What::IndexPage, page.id.clone());
            }
            let texts = texts(page);
            if page.id != self.trace.id {
                self.words(&format!("{file} ({})", page.id), &texts.join("\n\n"));
            }
            said.extend(texts.iter().flat_map(|text| words::of(text)).flatten());
        }
        for line in &contents.settings {
            self.words(file, line);
            said.extend(words::of(line).into_iter().flatten());
        }
        for term in contents.terms.iter().filter(|term| self.trace.words.contains(*term) && !said.contains(*term)) {
            self.find(file, What::IndexTerm, term.clone());
        }
    }

    fn find(&mut self, file: &str, what: What, text: String) {
        self.finds.push(Find { file: file.to_owned(), what, text });
    }

    /// Everything that was found: the page first, then what names it, in the order of the files.
    pub fn finish(mut self) -> Vec<Find> {
        self.finds.sort_by_key(|find| find.what);
        self.finds
    }
}

/// What an index shows of a page.
pub fn texts(page: &Shown) -> Vec<&str> {
    let sections = page.sections.iter().flat_map(|(heading, _, text)| [heading.as_str(), text]);
    let notes = page.notes.iter().map(|(_, note)| note.as_str());
    [page.title.as_str(), &page.summary].into_iter().chain(sections).chain(notes).collect()
}

/// Whether a title stands in a text, in whatever case. One word may be a word like any other: its capital tells. A title
/// that other pages say in sentences of theirs has to stand by itself, as a link, a heading or in quotation marks.
fn holds_title(texts: &[Vec<String>], text: &str, title: &Title) -> bool {
    match title.words.len() {
        0 => false,
        _ if title.is_common => stands_alone(text, &title.text),
        1 => text.contains(&title.text),
        _ => text.contains(&title.text) || title.said_in(texts) > 0,
    }
}

fn stands_alone(text: &str, title: &str) -> bool {
    let opens =
        |before: &str| before.is_empty() || before.ends_with(['>', '"', '“', '‘', '[', '\n', '*', '_', '#', '|']);
    let closes =
        |after: &str| after.is_empty() || after.starts_with(['<', '"', '”', '’', ']', '\n', '*', '_', '|', '.']);
    text.match_indices(title).any(|(at, _)| {
        let (before, after) = (text[..at].trim_end_matches(' '), text[at + title.len()..].trim_start_matches(' '));
        opens(before) && closes(after)
    })
}

/// How often an address stands in a text, as a whole.
fn addresses(text: &str, stem: &str) -> usize {
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    text.match_indices(stem)
        .filter(|(at, _)| !text[..*at].ends_with(goes_on) && !text[at + stem.len()..].starts_with(goes_on))
        .count()
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::takedown::Tracer;

    fn trace() -> Trace {
        let mut tracer = Tracer::new(Some("The ferret".into()));
        tracer.read("The child had a quartz ferret and kept it in the drawer by the door.", true);
        tracer.read("The child had a good plan and was seen at home every week by the worker.", false);
        tracer.finish("case-studies/ferret".into(), "case-studies/ferret".into())
    }

    fn found(path: &str, text: &str) -> Vec<What> {
        let trace = trace();
        let mut watch = Watch::new(&trace);
        watch.file(path, text.as_bytes());
        watch.finish().into_iter().map(|find| find.what).collect()
    }

    #[test]
    fn the_page_and_what_is_made_of_it_are_found_by_their_paths() {
        assert_eq!(found("case-studies/ferret.html", ""), [What::Page]);
        assert_eq!(found("case-studies/ferret/slides.html", ""), [What::Page]);
        assert_eq!(found("case-studies/ferrets.html", ""), []);
    }

    #[test]
    fn links_titles_and_copied_words_are_found_in_other_files() {
        assert_eq!(found("a-z.html", "<a href=\"case-studies/ferret.html\">x</a>"), [What::Address]);
        assert_eq!(found("a-z.html", "<a href=\"case-studies/ferret-two.html\">x</a>"), []);
        assert_eq!(found("feed.xml", "<title>The ferret</title>"), [What::Title]);
        assert_eq!(found("c.html", "Read <em>the</em> ferret for more."), [What::Title]);
        assert_eq!(found("b.html", "kept it in <b>the drawer by</b> the door"), [What::Phrases]);
    }

    #[test]
    fn a_title_that_others_say_as_well_is_found_where_it_stands_by_itself() {
        let mut tracer = Tracer::new(Some("The way home".into()));
        tracer.read("The child took the bus and was followed for half an hour.", true);
        tracer.read("Afraid of a route, a lesson or the way home.", false);
        let trace = tracer.finish("case-studies/the-way-home".into(), "case-studies/the-way-home".into());
        let found = |text: &str| {
            let mut watch = Watch::new(&trace);
            watch.file("a.html", text.as_bytes());
            watch.finish().len()
        };
        assert_eq!(found("<p>Afraid of the way home. The way home is long.</p>"), 0);
        assert_eq!(found("<li>The way home</li>"), 1);
        assert_eq!(found("<p>Read “The way home”.</p>"), 1);
    }

    #[test]
    fn attributes_comments_names_and_packed_files_hide_nothing() {
        let words = "kept it in the drawer by the door";
        assert_eq!(found("b.html", &format!("<img alt=\"{words}\">")), [What::Phrases]);
        assert_eq!(found("b.html", &format!("<!-- {words} -->")), [What::Phrases]);
        assert_eq!(found("b.html", &format!("<nav><a title='{words}'>x</a></nav>")), []);
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(words.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let blob: Vec<u8> = [0, 0xff, 0].into_iter().chain(words.bytes()).collect();
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut gzip, words.as_bytes()).unwrap();
        for bytes in [wide, blob, gzip.finish().unwrap()] {
            let trace = trace();
            let mut watch = Watch::new(&trace);
            watch.file("x.bin", &bytes);
            assert_eq!(watch.finish().len(), 1);
        }
        let mut tracer = Tracer::new(None);
        tracer.read("Nothing of note.", true);
        let trace = tracer.finish("case-studies/red-ferret".into(), "case-studies/red-ferret".into());
        let mut watch = Watch::new(&trace);
        watch.file("images/red-ferret-handout.png", b"");
        assert_eq!(watch.finish()[0].what, What::Address);
    }

    #[test]
    fn what_other_pages_say_as_well_is_no_trace() {
        assert_eq!(found("b.html", "The child had a good plan and was seen at home every week."), []);
    }

    #[test]
    fn a_word_that_stays_in_the_dictionary_without_a_page_is_found() {
        let trace = trace();
        let mut watch = Watch::new(&trace);
        let terms = ["quartz", "plan"].map(str::to_owned).into();
        watch.index("search-index", &Contents { terms, ..Contents::default() });
        let finds = watch.finish();
        assert_eq!(finds.len(), 1);
        assert_eq!((finds[0].what, finds[0].text.as_str()), (What::IndexTerm, "quartz"));
    }
}
