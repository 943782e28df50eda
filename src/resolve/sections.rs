//! Folders as sections: each has a page of its own and a place in the breadcrumbs.

use super::by_title;
use super::path::folder_of;
use crate::site::{Page, PageId, Section};
use std::collections::{BTreeMap, BTreeSet};

/// Makes a section of every folder that holds documents, and of the folders above it.
pub fn make(pages: &[Page]) -> Vec<Section> {
    let mut folders = BTreeSet::from([""]);
    for page in pages {
        let mut folder = folder_of(&page.document.path);
        while !folder.is_empty() && folders.insert(folder) {
            folder = folder_of(folder);
        }
    }
    let numbers: BTreeMap<&str, usize> = folders.iter().enumerate().map(|(at, folder)| (*folder, at)).collect();
    let mut sections: Vec<Section> = folders.iter().map(|folder| bare(folder)).collect();
    for (at, page) in pages.iter().enumerate() {
        let section = &mut sections[numbers[folder_of(&page.document.path)]];
        if page.is_index() {
            section.index = Some(PageId::of(at));
            page.title().clone_into(&mut section.title);
        } else {
            section.pages.push(PageId::of(at));
        }
    }
    for folder in folders.iter().filter(|folder| !folder.is_empty()) {
        sections[numbers[folder_of(folder)]].folders.push(numbers[folder]);
    }
    let titles: Vec<String> = sections.iter().map(|section| section.title.to_lowercase()).collect();
    for section in &mut sections {
        section.folders.sort_by_key(|folder| &titles[*folder]);
        by_title(pages, &mut section.pages);
    }
    sections
}

fn bare(folder: &str) -> Section {
    let url = if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
    let title = match folder {
        "" => "Home".to_owned(),
        "pages" => "About this site".to_owned(),
        folder => humanise(folder.rsplit('/').next().unwrap_or(folder)),
    };
    Section { folder: folder.to_owned(), title, url, index: None, pages: Vec::new(), folders: Vec::new() }
}

/// A slug as a title: `case-studies` is "Case studies".
pub fn humanise(slug: &str) -> String {
    let words = slug.replace(['-', '_'], " ");
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
