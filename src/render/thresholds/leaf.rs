//! The files that a framework has besides its document: what each is called, and how it is made.

use super::book::{Book, books};
use super::duties::Seen;
use super::view::LevelPageView;
use super::{comparison, csv, level, matrix, navigator, signs};
use crate::diagnostic::Diagnostic;
use crate::render::banner::banners;
use crate::render::context::{self, with};
use crate::render::view::{LinkView, PageView};
use crate::render::words::{address, date, lang, link, made};
use crate::render::{FrameworkPart, Readable, Shared, lists};
use crate::site::thresholds::comparison_url;
use crate::site::{PageId, Site, nations_in_words};
use search_index::Page as Read;
use serde::Serialize;
use tera::Context;

/// A file of a framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// Domains and levels.
    Matrix(PageId),
    /// From what one sees to what is to be done.
    Navigator(PageId),
    /// The level at a place.
    Level(PageId, usize),
    /// The sign with a number.
    Sign(PageId, usize),
    /// The register of duties.
    Duties(PageId),
    /// The same for spreadsheets.
    DutiesTable(PageId),
    /// Two frameworks side by side.
    Comparison(PageId, PageId),
}

/// Every file of every framework.
pub fn all(site: &Site) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for id in books(site) {
        let Some(book) = Book::of(site, id) else { continue };
        leaves.extend([Leaf::Matrix(id), Leaf::Navigator(id), Leaf::Duties(id), Leaf::DutiesTable(id)]);
        leaves.extend((0..book.applied.levels().len()).map(|at| Leaf::Level(id, at)));
        leaves.extend((0..book.applied.framework().indicators.len()).map(|at| Leaf::Sign(id, at)));
    }
    leaves.extend(site.thresholds.comparisons.iter().map(|(left, right)| Leaf::Comparison(*left, *right)));
    leaves
}

impl Leaf {
    /// The framework that it belongs to; of a comparison, the left one.
    pub fn framework(self) -> PageId {
        match self {
            Leaf::Matrix(id)
            | Leaf::Navigator(id)
            | Leaf::Level(id, _)
            | Leaf::Sign(id, _)
            | Leaf::Duties(id)
            | Leaf::DutiesTable(id)
            | Leaf::Comparison(id, _) => id,
        }
    }

    /// Whether it is a page that somebody reads.
    pub fn is_page(self) -> bool {
        !matches!(self, Leaf::DutiesTable(_))
    }

    /// The address of the file.
    pub fn path(self, site: &Site) -> String {
        let page = site.page(self.framework());
        match self {
            Leaf::Matrix(_) => page.matrix_url(),
            Leaf::Navigator(_) => page.navigator_url(),
            Leaf::Duties(_) => page.duties_url(),
            Leaf::DutiesTable(_) => page.duties_csv_url(),
            Leaf::Comparison(left, right) => comparison_url(site.page(left), site.page(right)),
            Leaf::Level(id, at) => {
                let book = Book::of(site, id);
                let level = book.as_ref().and_then(|book| book.applied.levels().get(at));
                page.level_url(level.map_or(0, |level| level.number.value))
            }
            Leaf::Sign(id, number) => {
                page.sign_url(site.indicator(id, number).map_or("", |sign| sign.id.value.as_str()))
            }
        }
    }

    fn level(self) -> Option<usize> {
        if let Leaf::Level(_, at) = self { Some(at) } else { None }
    }

    /// What search is told that it is.
    fn part(self, level: Option<&LevelPageView>) -> Option<FrameworkPart<'_>> {
        match self {
            Leaf::Navigator(_) => Some(FrameworkPart::Navigator),
            Leaf::Matrix(_) => Some(FrameworkPart::Matrix),
            Leaf::Duties(_) => Some(FrameworkPart::Register),
            Leaf::Level(..) => level.map(FrameworkPart::Level),
            Leaf::Sign(..) | Leaf::DutiesTable(_) | Leaf::Comparison(..) => None,
        }
    }

    /// Makes the file and gives what was read of it.
    pub fn run(self, shared: &Shared, out: &mut Vec<u8>) -> Result<Option<Read>, Box<Diagnostic>> {
        let path = self.path(shared.site);
        let Some(book) = Book::of(shared.site, self.framework()) else { return Ok(None) };
        let seen = Seen { book: &book, path: &path };
        let summary = |text: String| frame(&book, &path, &text);
        let at_level = self.level().and_then(|at| level::page(&book, at, &path));
        let (template, view, name, value) = match self {
            Leaf::DutiesTable(_) => {
                out.clear();
                out.extend_from_slice(csv::register(&book, &seen.everything()).as_bytes());
                return Ok(None);
            }
            Leaf::Matrix(_) => {
                let view = summary(
                    "Every sign of this framework, by part of life and by the levels that it can point to.".to_owned(),
                );
                ("thresholds/matrix.html", part(&book, view, "Signs by level"), "matrix", json(&matrix::matrix(&book)))
            }
            Leaf::Navigator(_) => {
                let view = summary("Choose what you have seen. You get what each sign can point to, what must, should and may be done, by whom and by when, and whom to ring.".to_owned());
                let value = json(&navigator::page(&book, &path));
                ("thresholds/navigator.html", part(&book, view, "Navigator"), "navigator", value)
            }
            Leaf::Duties(_) => {
                let view = summary(
                    "Every must, should, may and do not of this framework, by the agency that leads.".to_owned(),
                );
                ("thresholds/duties.html", part(&book, view, "Who does what"), "register", json(&seen.register()))
            }
            Leaf::Level(..) => {
                let page = &at_level;
                let title = page.as_ref().map(|page| format!("Level {}: {}", page.step.number, page.step.label));
                let text = page.as_ref().and_then(|page| page.step.descriptor.clone()).unwrap_or_default();
                ("thresholds/level.html", part(&book, summary(text), &title.unwrap_or_default()), "level", json(page))
            }
            Leaf::Sign(_, number) => {
                let Some(page) = signs::page(&book, number, &path) else { return Ok(None) };
                let mut view = titled(summary(String::new()), &page.sign.statement);
                view.kind_label.clone_from(&page.sign.kind_label);
                let read = shared.reader.read(&Readable::Sign(shared.site.page(book.own), &view, &page));
                let context = context(&path, &view, &book);
                let context = with(context, "sign_page", &page);
                shared.theme.render("thresholds/sign.html", &context, &path, out).map_err(Box::new)?;
                return Ok(read);
            }
            Leaf::Comparison(_, right) => {
                let Some(other) = Book::of(shared.site, right) else { return Ok(None) };
                let page = comparison::page(&book, &other);
                let title = format!("{} and {} side by side", page.left.name, page.right.name);
                let view = summary(
                    "What is the same in two frameworks, what differs, and what only one of them has.".to_owned(),
                );
                ("thresholds/compare.html", titled(view, &title), "comparison", json(&page))
            }
        };
        let read = self
            .part(at_level.as_ref())
            .and_then(|what| shared.reader.read(&Readable::Part(shared.site.page(book.own), &view, what)));
        let context = with(context(&path, &view, &book), name, &value);
        shared.theme.render(template, &context, &path, out).map_err(Box::new)?;
        Ok(read)
    }
}

fn json(value: &impl Serialize) -> serde_json::Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn titled(view: PageView, title: &str) -> PageView {
    PageView { title: title.to_owned(), ..view }
}

/// A page of the same kind as others have: the framework's own title tells them apart.
fn part(book: &Book, view: PageView, title: &str) -> PageView {
    PageView { part_of: book.page().title().to_owned(), ..titled(view, title) }
}

/// A page of a framework: what the framework says of its standing holds for each of them.
fn frame(book: &Book, path: &str, summary: &str) -> PageView {
    let site = book.site;
    let page = book.page();
    let meta = &page.document.meta;
    let above = site.sections_above(&page.document.path).skip(1);
    let above = above.map(|section| made(&section.title, &address(&section.url), None));
    let above: Vec<LinkView> = above.chain([link(page)]).collect();
    PageView {
        kind_label: "Thresholds".to_owned(),
        lang: lang(site, meta),
        banners: banners(site, page),
        status: meta.status.map_or_else(String::new, |status| status.name().to_owned()),
        status_label: meta.status.map_or_else(String::new, |status| status.label().to_owned()),
        nations: nations_in_words(&meta.nations),
        published: meta.published.map(date),
        in_force_from: meta.in_force_from.map(date),
        in_force_to: meta.in_force_to.map(date),
        review_by: meta.review_by.map(date),
        owner: meta.owner.clone(),
        ..lists::made_page(site, "", path, "thresholds", Some(summary).filter(|text| !text.is_empty()), above)
    }
}

fn context(path: &str, view: &PageView, book: &Book) -> Context {
    with(context::context(path, view), "book", &book.view(&address(path)))
}
