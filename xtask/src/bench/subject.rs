//! A site folder to be timed.

use super::clear;
use crate::Outcome;
use crate::step::step;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A site folder, and the page of it that is changed.
pub struct Subject {
    pub name: String,
    pub site: PathBuf,
    page: PathBuf,
    text: String,
}

impl Subject {
    /// The demonstration site, copied so that changing a page leaves the repository alone.
    pub fn demonstration(root: &Path, work: &Path) -> Outcome<Self> {
        let site = work.join("demonstration");
        clear(&site)?;
        copy(&root.join("content"), &site.join("content"))?;
        Subject::new("demonstration".to_owned(), site)
    }

    /// A synthetic site of so many pages. The generator gives the same pages each time, so a site that stands is kept.
    pub fn synthetic(corpus: &Path, pages: usize, work: &Path) -> Outcome<Self> {
        let site = work.join(format!("site-{pages}"));
        if !site.join("content").is_dir() {
            // Under another name until it is whole, so that a generator that was stopped leaves nothing to be taken for a site.
            let part = work.join("part");
            clear(&part)?;
            let mut generate = Command::new("python3");
            generate.arg(corpus).args(["--pages", &pages.to_string(), "--flavour", "waymark", "--out"]).arg(&part);
            step(&format!("a site of {pages} pages"), &mut generate)?;
            fs::rename(&part, &site)?;
        }
        Subject::new(format!("{pages} pages"), site)
    }

    fn new(name: String, site: PathBuf) -> Outcome<Self> {
        let page = first_page(&site.join("content").join("guidance"))?
            .ok_or_else(|| format!("{} has no guidance", site.display()))?;
        let text = fs::read_to_string(&page)?;
        Ok(Subject { name, site, page, text })
    }

    /// Changes the page, each time differently.
    pub fn touch(&self, run: usize) -> Outcome {
        Ok(fs::write(&self.page, format!("{}\nThis sentence was changed {} times.\n", self.text, run + 1))?)
    }

    /// Puts the page back as it was.
    pub fn restore(&self) -> Outcome {
        Ok(fs::write(&self.page, &self.text)?)
    }
}

fn first_page(folder: &Path) -> Outcome<Option<PathBuf>> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            if let Some(page) = first_page(&entry)? {
                return Ok(Some(page));
            }
        } else if entry.extension().is_some_and(|extension| extension == "md") {
            return Ok(Some(entry));
        }
    }
    Ok(None)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
