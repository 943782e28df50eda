//! The `read` stage: [`Project`] in, [`Sources`] out. With `write`, the only stage that touches the disk.

mod active;
mod asset;

pub use asset::Found;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::project::Project;
use crate::rule::Rule;
use crate::source::{Source, SourceId, Span};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The largest text file that is read. A page of guidance is a thousandth of this.
pub const LARGEST_TEXT: u64 = 16 * 1024 * 1024;

/// Everything that a run works on: the text files of `content/`, and the names of all others.
#[derive(Debug, Default)]
pub struct Sources {
    list: Vec<Source>,
    /// Sources of which there is no text, or not the right one; that has been reported.
    unread: BTreeSet<SourceId>,
    /// Files that are not text of ours, by path relative to `content/`: images and downloads.
    pub assets: BTreeMap<String, PathBuf>,
    /// What is in each of them, by the same path.
    pub found: BTreeMap<String, Found>,
    /// Those of them that a browser might run, with the reason.
    pub active: BTreeMap<String, String>,
    /// Files of the site's own theme, by path relative to `themes/default/`.
    pub theme: BTreeMap<String, Vec<u8>>,
}

impl Sources {
    /// The source with a number.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.list[id.0 as usize]
    }

    /// Whether the text of a source is what its file holds.
    pub fn was_read(&self, id: SourceId) -> bool {
        !self.unread.contains(&id)
    }

    /// All sources, in path order.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.list.iter()
    }

    /// All sources, to be shared out between threads.
    pub fn par_iter(&self) -> impl IndexedParallelIterator<Item = &Source> {
        self.list.par_iter()
    }

    /// The source with a path relative to the site folder.
    pub fn at_path(&self, path: &str) -> Option<&Source> {
        self.list.binary_search_by(|source| source.path.as_str().cmp(path)).ok().map(|at| &self.list[at])
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).slice(span)
    }

    /// Sources from texts, by path relative to the site folder; for tests and previews.
    pub fn from_texts(texts: impl IntoIterator<Item = (String, String)>) -> Sources {
        let sorted: BTreeMap<String, String> = texts.into_iter().collect();
        let list = sorted.into_iter().enumerate().map(|(at, (path, text))| Source::new(id(at), path, text)).collect();
        Sources { list, ..Sources::default() }
    }
}

fn id(at: usize) -> SourceId {
    SourceId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// Reads a site folder. Files that cannot be read are reported, and the rest is read all the same.
pub fn read(project: &Project, diagnostics: &mut Diagnostics) -> Sources {
    let mut texts: Vec<(String, PathBuf)> = Vec::new();
    let mut assets = BTreeMap::new();
    let mut active = BTreeMap::new();
    for (path, file) in walk(&project.content, "content", diagnostics) {
        if is_text(&path) {
            texts.push((format!("content/{path}"), file));
        } else {
            if let Some(fault) = active::fault(&path, &file) {
                active.insert(path.clone(), fault);
            }
            assets.insert(path, file);
        }
    }
    texts.sort();
    let read: Vec<(Source, Option<Diagnostic>)> =
        texts.into_par_iter().enumerate().map(|(at, (path, file))| read_text(id(at), path, &file)).collect();
    let mut list = Vec::with_capacity(read.len());
    let mut unread = BTreeSet::new();
    for (source, fault) in read {
        if let Some(fault) = fault {
            diagnostics.push(fault);
            unread.insert(source.id);
        }
        list.push(source);
    }
    let found =
        assets.par_iter().map(|(path, file): (&String, &PathBuf)| (path.clone(), asset::look(path, file))).collect();
    Sources { list, unread, assets, found, active, theme: read_theme(&project.theme, diagnostics) }
}

fn is_text(path: &str) -> bool {
    path.ends_with(".md") || (path.ends_with(".yaml") && !path.contains('/'))
}

fn read_text(id: SourceId, path: String, file: &Path) -> (Source, Option<Diagnostic>) {
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    if length > LARGEST_TEXT {
        let fault =
            Diagnostic::file(Rule::Unreadable, &path, format!("this file is {} MiB long", length.div_ceil(1 << 20)))
                .hint("a text file may have 16 MiB; split it, or offer it as a download in another format");
        return (Source::new(id, path, String::new()), Some(fault));
    }
    match std::fs::read(file).map(String::from_utf8) {
        Ok(Ok(text)) => (Source::new(id, path, text), None),
        Ok(Err(error)) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let source = Source::new(id, path, text);
            let fault = Diagnostic::at(
                Rule::NotUtf8,
                source.span(at, at + '\u{fffd}'.len_utf8()),
                "this file is not UTF-8 from here on",
            )
            .hint("save it as UTF-8; in Windows editors, choose the encoding under Save as");
            (source, Some(fault))
        }
        Err(error) => {
            let fault = Diagnostic::file(Rule::Unreadable, &path, format!("this file cannot be read: {error}"));
            (Source::new(id, path, String::new()), Some(fault))
        }
    }
}

/// Files below a folder, with paths relative to it. Hidden files are passed over; links are followed
/// only to files inside the folder.
fn walk(root: &Path, name: &str, diagnostics: &mut Diagnostics) -> Vec<(String, PathBuf)> {
    let mut files = Vec::new();
    let real_root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let mut entries = WalkDir::new(root).follow_links(true).into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.push(unreadable_entry(root, name, &error));
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        let leads_out = entry.path_is_symlink() && !leads_inside(&real_root, entry.path());
        let passed_over = entry.depth() > 0 && is_hidden(entry.file_name().as_encoded_bytes());
        if is_folder && (leads_out || passed_over) {
            entries.skip_current_dir();
        }
        match relative(root, entry.path()) {
            _ if passed_over => {}
            None => diagnostics.push(unnameable(name, entry.path().strip_prefix(root).unwrap_or(entry.path()))),
            Some(path) if leads_out => diagnostics.push(outside(name, &path)),
            Some(path) if !is_folder => files.push((path, entry.into_path())),
            Some(_) => {}
        }
    }
    files
}

fn outside(name: &str, path: &str) -> Diagnostic {
    Diagnostic::file(Rule::Unreadable, format!("{name}/{path}"), "this link leads out of the site folder")
        .hint("copy the file into the site folder")
}

fn unnameable(name: &str, path: &Path) -> Diagnostic {
    Diagnostic::file(Rule::NotUtf8, name, format!("the name of {} is not UTF-8", path.display()))
}

fn is_hidden(name: &[u8]) -> bool {
    name.starts_with(b".") || name.ends_with(b"~")
}

fn relative(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

fn leads_inside(real_root: &Path, path: &Path) -> bool {
    path.canonicalize().is_ok_and(|target| target.starts_with(real_root))
}

fn unreadable_entry(root: &Path, name: &str, error: &walkdir::Error) -> Diagnostic {
    let path = error
        .path()
        .and_then(|path| relative(root, path))
        .map_or_else(|| name.to_owned(), |path| format!("{name}/{path}"));
    if error.loop_ancestor().is_some() {
        return Diagnostic::file(Rule::Unreadable, path, "this link leads back to a folder that holds it")
            .hint("remove the link");
    }
    let cause = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    Diagnostic::file(Rule::Unreadable, path, format!("this cannot be read: {cause}"))
}

fn read_theme(root: &Path, diagnostics: &mut Diagnostics) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    other_themes(root, diagnostics);
    if !root.is_dir() {
        return files;
    }
    for (path, file) in walk(root, "themes/default", diagnostics) {
        match std::fs::read(&file) {
            Ok(bytes) => {
                files.insert(path, bytes);
            }
            Err(error) => diagnostics.push(Diagnostic::file(
                Rule::Unreadable,
                format!("themes/default/{path}"),
                format!("this file cannot be read: {error}"),
            )),
        }
    }
    files
}

/// A theme of another name is never used.
fn other_themes(root: &Path, diagnostics: &mut Diagnostics) {
    let beside = root.parent().and_then(|themes| std::fs::read_dir(themes).ok()).into_iter().flatten().flatten();
    let mut names: Vec<String> = beside
        .filter(|entry| entry.path().is_dir() && entry.path() != root)
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !is_hidden(name.as_bytes()))
        .collect();
    names.sort();
    for name in names {
        diagnostics.push(
            Diagnostic::file(Rule::UnusedFile, format!("themes/{name}"), "nothing reads this folder")
                .hint("what replaces the default theme stands in themes/default/"),
        );
    }
}
