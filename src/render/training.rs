//! The training pack of a case study: a briefing, an exercise, handouts and slides, made from its fields.

mod briefing;
mod exercise;
mod handouts;
mod slides;

use super::banner::banners;
use super::case_study::case_study;
use super::context::{context, with};
use super::lists::made_page;
use super::view::{CaseStudyView, PageView};
use super::words::{address, date, lang, link, made};
use crate::site::training::Part;
use crate::site::{Page, PageId, Site, nations_in_words};
use tera::Context;

/// The template of a page of the pack, and what it is given.
pub fn page(site: &Site, id: PageId, part: Part) -> (&'static str, Context) {
    let page = site.page(id);
    let case = case_study(site, page).unwrap_or_default();
    let view = view(site, page, part, case.training.minutes);
    let context = with(context(&page.training_url(part), &view), "case", &case);
    let context = with(context, "case_page", &link(page));
    let context = with(context, "part", part.name());
    match part {
        Part::Briefing => ("training/briefing.html", with(context, "briefing", &briefing::make(site, page, &case))),
        Part::Exercise => ("training/exercise.html", with(context, "exercise", &exercise::make(&case))),
        Part::Handouts => ("training/handouts.html", with(context, "signs", &handouts::signs(site, page, &case))),
        Part::Slides => ("training/slides.html", with(context, "slides", &slides::make(page.title(), &case))),
    }
}

/// What is said of the case study is said of its pack too: its language, status, review and warnings.
fn view(site: &Site, page: &Page, part: Part, minutes: u32) -> PageView {
    let meta = &page.document.meta;
    let part_title = part.title(minutes);
    let title = format!("{}: {}", page.title(), in_running_text(&part_title));
    let above = site.sections_above(&page.document.path).skip(1);
    let above = above.map(|section| made(&section.title, &address(&section.url), None)).chain([link(page)]);
    PageView {
        kind_label: part_title,
        lang: lang(site, meta),
        banners: banners(site, page),
        status: meta.status.map_or_else(String::new, |status| status.name().to_owned()),
        status_label: meta.status.map_or_else(String::new, |status| status.label().to_owned()),
        nations: nations_in_words(&meta.nations),
        review_by: meta.review_by.map(date),
        owner: meta.owner.clone(),
        ..made_page(site, &title, &page.training_url(part), "training", Some(part.summary()), above.collect())
    }
}

/// A heading within a sentence: "Seven-minute briefing" is "seven-minute briefing".
fn in_running_text(heading: &str) -> String {
    let mut letters = heading.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The points of a case at which readers are asked what they would do, with the numbers of their episodes.
fn decisions(case: &CaseStudyView) -> impl Iterator<Item = &super::view::EpisodeView> {
    case.episodes.iter().filter(|episode| episode.decision.is_some())
}
