//! Where the built site is that somebody wants to search.

use super::archive::Archive;
use super::folder::Folder;
use crate::index::FOLDER;
use search_index::Store;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A site that can be asked.
pub struct Located {
    /// Its index.
    pub store: Arc<dyn Store>,
    /// The folder or file, as people would name it.
    pub place: String,
}

/// Finds the site that was named, or the one that is near: `public/` here, or this folder.
pub fn locate(named: Option<&Path>) -> Result<Located, String> {
    let Some(site) = named else {
        let near = [Path::new("public"), Path::new(".")];
        return match near.into_iter().find(|folder| is_index(folder)) {
            Some(folder) => of_folder(folder),
            None if Path::new("public").is_dir() => Err(without_index(Path::new("public"))),
            None => {
                Err("there is no built site here; make one with `waymark build`, or name one with --site FOLDER-OR-ZIP"
                    .to_owned())
            }
        };
    };
    if site.is_file() {
        let store = Archive::open(site).map_err(|error| format!("cannot search {}: {error}", site.display()))?;
        return Ok(Located { store: Arc::new(store), place: name(site) });
    }
    if !site.is_dir() {
        return Err(format!("there is no folder or file {}", site.display()));
    }
    let public: PathBuf = site.join("public");
    if is_index(site) {
        of_folder(site)
    } else if public.join(FOLDER).is_dir() {
        of_folder(&public)
    } else if public.is_dir() {
        Err(without_index(&public))
    } else if site.join("content").is_dir() {
        Err(format!("{0} has not been built; run `waymark build {0}` first", site.display()))
    } else {
        Err(without_index(site))
    }
}

/// A folder of that name may be anything; one with either of these files is an index, if perhaps a damaged one.
fn is_index(site: &Path) -> bool {
    ["start.js", "meta.json"].iter().any(|file| site.join(FOLDER).join(file).is_file())
}

fn of_folder(folder: &Path) -> Result<Located, String> {
    let store =
        Folder::open(&folder.join(FOLDER)).map_err(|error| format!("cannot search {}: {error}", folder.display()))?;
    Ok(Located { store: Arc::new(store), place: name(folder) })
}

fn without_index(folder: &Path) -> String {
    format!(
        "{} holds no {FOLDER}/: it is no built site, or was built without search; build it with `waymark build`",
        folder.display()
    )
}

fn name(path: &Path) -> String {
    let path = path.strip_prefix("./").ok().filter(|rest| !rest.as_os_str().is_empty()).unwrap_or(path);
    path.display().to_string()
}
