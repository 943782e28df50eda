//! The stages in order, up to the one that writes: what `build`, `check`, `serve` and `report` share.

use crate::diagnostic::Diagnostics;
use crate::parse::parse;
use crate::project::Project;
use crate::read::{Sources, read};
use crate::render::theme::Theme;
use crate::resolve::resolve;
use crate::site::Site;

/// A site that is ready to be rendered, or as much of it as could be understood.
pub struct Loaded {
    /// Every source; diagnostics point into them.
    pub sources: Sources,
    /// The resolved site.
    pub site: Site,
    /// The theme; `None` if its templates are at fault.
    pub theme: Option<Theme>,
}

/// Runs `read`, `parse` and `resolve` and loads the theme. All of them run whatever the ones before
/// have found, so that an editor is told everything at once; only a site without errors may be rendered.
pub fn load(project: &Project, diagnostics: &mut Diagnostics) -> Loaded {
    let sources = read(project, diagnostics);
    let parsed = parse(&sources, diagnostics);
    let theme = Theme::load(&sources.theme, diagnostics);
    let assets: Vec<&str> = theme.iter().flat_map(|theme| theme.assets.keys().map(String::as_str)).collect();
    let site = resolve(parsed, &sources, project, &assets, diagnostics);
    diagnostics.apply(&site.settings.rules);
    Loaded { sources, site, theme }
}
